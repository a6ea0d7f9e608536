"""The papers from the command line, as a list and as a document."""

import re
from pathlib import Path

import pytest
from docx import Document
from tests.office import OFFICE

from bouwstenen_app import cli
from bouwstenen_app.domain.papers import PAPERS


def test_without_a_name_all_papers_are_listed_with_for_whom(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["papieren"]) == cli.DONE
    said = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in said] == [paper.slug for paper in PAPERS]
    assert all(paper.audience in line for paper, line in zip(PAPERS, said, strict=True))


def test_a_paper_is_written_as_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "kwijt.docx"
    assert cli.run(["papieren", "laptop-kwijt", str(target)]) == cli.DONE
    assert capsys.readouterr().out == "“Laptop kwijt” staat in kwijt.docx.\n"
    said = [paragraph.text for paragraph in Document(str(target)).paragraphs]
    assert "De klok van 72 uur" in said


def test_a_paper_is_written_as_markdown(tmp_path: Path) -> None:
    assert cli.run(["papieren", "dpia", str(tmp_path / "d.md")]) == cli.DONE
    assert (tmp_path / "d.md").read_text(encoding="utf-8").startswith("# Concept-DPIA")


@pytest.mark.skipif(OFFICE is None, reason="without LibreOffice a PDF is made of the preview")
@pytest.mark.parametrize(
    ("slug", "pages"), [("beveiliging", 1), ("dpia", 2), ("verwerkingsregister", 1), ("openingskaart", 1)]
)
def test_a_paper_that_has_to_be_short_is(tmp_path: Path, slug: str, pages: int) -> None:
    target = tmp_path / f"{slug}.pdf"
    assert cli.run(["papieren", slug, str(target)]) == cli.DONE
    assert len(re.findall(rb"/Type\s*/Page\b", target.read_bytes())) == pages


def test_what_is_wrong_is_said_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["papieren", "iets", str(tmp_path / "x.docx")]) == cli.PROBLEM
    assert "Een papier “iets” is er niet" in capsys.readouterr().err
    assert cli.run(["papieren", "dpia"]) == cli.USAGE
    assert "bijvoorbeeld dpia.docx" in capsys.readouterr().err
    assert cli.run(["papieren", "dpia", str(tmp_path / "d.xlsx")]) == cli.PROBLEM
    assert "Excel" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []

import datetime
import sys
import tempfile
from pathlib import Path

import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.report import Card, Cell, Figure, Paragraph, Report, Run, Section, Table, TitlePage
from bouwstenen_app.export import office, pdf
from bouwstenen_app.folders import report_template

NOW = datetime.datetime(2026, 11, 30, 12, tzinfo=datetime.UTC)
REPORT = Report(
    TitlePage("Proefrapport", "Ondertitel"),
    (
        Section(
            "Kern",
            items=(
                Paragraph((Run("Wat horen we?"),)),
                Table("Per soort", ("Soort", "Aantal"), ((Cell("idee"), Cell("3")),), "Alt"),
                Figure("Soorten", (("idee", 3), ("risico", 1)), "Staafdiagram: idee 3, risico 1."),
                Card("Samen", "RH-001", "rh-1", (("", "Tekst van de bouwsteen."),)),
            ),
        ),
    ),
)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a script that can be run is made in another way there")


def _program(folder: Path, script: str) -> Path:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    return program


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A folder for the file, and one for everything temporary."""
    target, temporary = tmp_path / "uit", tmp_path / "tijdelijk"
    target.mkdir()
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return target, temporary


@pytest.mark.skipif(office.office() is None, reason="LibreOffice is not here")
def test_libreoffice_makes_a_tagged_pdf_with_its_language_and_leaves_nothing(places: tuple[Path, Path]) -> None:
    folder, temporary = places
    target = folder / "rapport.pdf"
    program = office.office()
    assert program is not None

    steps = list(pdf.write(REPORT, target, template=report_template(), now=NOW, program=program))
    made = target.read_bytes()

    assert pdf.CONVERTING in {step.what for step in steps}
    assert made.startswith(b"%PDF-")
    assert b"/MarkInfo<</Marked true>>" in made
    assert b"/Lang(nl-NL)" in made
    assert all(tag in made for tag in (b"/S/H1", b"/S/TH", b"/S/Figure"))
    assert "Staafdiagram".encode("utf-16-be").hex().upper().encode() in made  # the alternative text
    assert list(temporary.iterdir()) == []
    assert list(folder.iterdir()) == [target]


@POSIX
def test_a_file_that_is_there_stays_when_libreoffice_makes_nothing(
    places: tuple[Path, Path], tmp_path: Path
) -> None:
    folder, temporary = places
    target = folder / "rapport.pdf"
    target.write_bytes(b"oud")

    with pytest.raises(Problem, match="geen PDF maken"):
        list(pdf.write(REPORT, target, template=report_template(), now=NOW, program=_program(tmp_path, "exit 1")))

    assert target.read_bytes() == b"oud"
    assert list(temporary.iterdir()) == []


@POSIX
def test_stopping_while_libreoffice_works_leaves_nothing(places: tuple[Path, Path], tmp_path: Path) -> None:
    folder, temporary = places
    program = _program(tmp_path, "sleep 300")
    work = pdf.write(REPORT, folder / "rapport.pdf", template=report_template(), now=NOW, program=program)
    assert any(step.what == pdf.CONVERTING for step in work)
    assert len(list(temporary.iterdir())) == 1
    work.close()  # type: ignore[attr-defined]  # a generator

    assert list(temporary.iterdir()) == []
    assert list(folder.iterdir()) == []


@POSIX
def test_a_libreoffice_that_does_not_start_makes_nothing(places: tuple[Path, Path], tmp_path: Path) -> None:
    folder, temporary = places
    program = _program(tmp_path, "exit 0")
    program.chmod(0o644)

    with pytest.raises(pdf.NotMade):
        list(pdf.write(REPORT, folder / "rapport.pdf", template=report_template(), now=NOW, program=program))

    assert list(temporary.iterdir()) == list(folder.iterdir()) == []


def test_a_place_that_cannot_be_is_said_before_anything_is_made(places: tuple[Path, Path], tmp_path: Path) -> None:
    folder, temporary = places

    with pytest.raises(Problem, match="bestaat niet"):
        list(pdf.write(REPORT, folder / "weg" / "r.pdf", template=report_template(), now=NOW, program=tmp_path))

    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(office.office() is None, reason="LibreOffice is not here")
def test_r13_the_pdf_of_libreoffice_says_nothing_of_its_maker_or_this_laptop(places: tuple[Path, Path]) -> None:
    folder, _ = places
    target = folder / "rapport.pdf"
    program = office.office()
    assert program is not None
    for _ in pdf.write(REPORT, target, template=report_template(), now=NOW, program=program):
        pass
    made = target.read_bytes()
    for trace in (b"/Author", b"python-docx", b"report.docx", str(folder).encode(), str(Path.home()).encode()):
        assert trace not in made

"""The command line looks over templates and documents, and says what is found in a report it just made."""

from pathlib import Path

import pytest
from docx import Document
from docx.shared import RGBColor
from tests.export import house_styles

from bouwstenen_app import cli
from bouwstenen_app.folders import report_template


def test_a_template_is_looked_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    template = house_styles.municipality(tmp_path / "gemeente.dotx")

    assert cli.run(["sjabloon-controle", str(template)]) == cli.DONE
    said = capsys.readouterr().out
    assert "Sjabloon “gemeente.dotx” is te gebruiken." in said
    assert "Let op: het invulveld {{onbekend_veld}} is onbekend" in said


def test_a_template_that_cannot_be_used_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "s.docx").write_bytes(b"%PDF-1.7")

    assert cli.run(["sjabloon-controle", str(tmp_path / "s.docx")]) == cli.PROBLEM
    assert "is een pdf, geen Word-bestand" in capsys.readouterr().err


def test_a_report_of_ours_is_for_everyone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace, target = str(tmp_path / "w.bouwstenen"), str(tmp_path / "r.docx")
    assert cli.run(["voorbeeld", workspace]) == cli.DONE
    assert cli.run(["rapport", workspace, target]) == cli.DONE
    told = capsys.readouterr()
    assert told.err == ""

    assert cli.run(["toegankelijk", target]) == cli.DONE
    assert capsys.readouterr().out == "Geen fouten gevonden: dit document is voor iedereen te lezen.\n"


def test_a_document_with_errors_is_told_what_and_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = Document()
    document.add_heading("Hoofdstuk", 1)
    document.add_table(1, 1)
    document.save(str(tmp_path / "los.docx"))

    assert cli.run(["toegankelijk", str(tmp_path / "los.docx")]) == cli.PROBLEM
    told = capsys.readouterr()
    assert "Fout: Een tabel heeft geen koprij. (Hoofdstuk)" in told.out
    assert "los.docx is nog niet voor iedereen te lezen: " in told.err


def test_what_a_house_style_does_to_a_report_is_told_when_it_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = Document(str(report_template()))
    document.styles["Heading 1"].font.color.rgb = RGBColor(0xDD, 0xDD, 0xDD)
    document.save(str(tmp_path / "licht.docx"))
    workspace, target = str(tmp_path / "w.bouwstenen"), str(tmp_path / "r.docx")
    cli.run(["voorbeeld", workspace])

    assert cli.run(["rapport", workspace, target, "--sjabloon", str(tmp_path / "licht.docx")]) == cli.DONE
    assert "De letters van de stijl Heading 1 hebben te weinig contrast" in capsys.readouterr().err

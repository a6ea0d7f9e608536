"""The command line of files of other programs."""

import json
from pathlib import Path

import pytest

from bouwstenen_app import cli

SESSION = "Van signaal naar samen handelen"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """The example workspace."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = str(tmp_path / "hier.bouwstenen")
    assert cli.run(["voorbeeld", path]) == 0
    capsys.readouterr()
    return path


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json", "md", "qdc", "qdpx"])
def test_the_name_says_what_kind_of_file_is_written(
    here: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    target = tmp_path / f"uit.{ending}"
    assert cli.run(["exporteer", here, str(target)]) == 0
    blocks = f"122 bouwstenen staan in uit.{ending}. Iedereen kan dit bestand zonder wachtwoord lezen.\n"
    assert capsys.readouterr().out == ("Het codeboek staat in uit.qdc.\n" if ending == "qdc" else blocks)
    assert target.stat().st_size > 10_000


def test_a_session_or_a_search_is_a_part(here: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "uit.json"
    counts = []
    for words in (["--sessie", SESSION], ["--zoek", "#terugkoppeling"], []):
        assert cli.run(["exporteer", here, str(target), *words, "--json"]) == 0
        counts.append(len(json.loads(target.read_text("utf-8"))["tabellen"]["block"]))
        told = json.loads(capsys.readouterr().out)
        assert told == {"bestand": str(target), "soort": "json", "bouwstenen": counts[-1]}

    assert counts[0] == 41
    assert 0 < counts[1] < 41
    assert counts[2] == 122


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("uit.docx", [], "Laat de naam eindigen op .xlsx, .csv, .json, .md, .qdc of .qdpx."),
        ("uit.xlsx", ["--zoek", "bestaatechtniet"], "niets gevonden"),
        ("uit.xlsx", ["--sessie", "bestaatechtniet"], "bestaatechtniet"),
        ("uit.qdc", ["--sessie", SESSION], "in zijn geheel"),
        ("weg/uit.md", [], "bestaat niet"),
    ],
)
def test_what_cannot_be_exported_is_told(
    here: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, words: list[str], said: str
) -> None:
    assert cli.run(["exporteer", here, str(tmp_path / name), *words]) > 0
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert said in told
    assert not list(tmp_path.glob("uit*"))


def test_r03_an_export_warns_of_identifiers_and_is_written(
    here: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = tmp_path / "regels.txt"
    lines.write_text("Bel haar op 06-12345678\nBsn 123456782 op de lijst\n", encoding="utf-8")
    assert cli.run(["vastleggen", here, "--sessie", SESSION, str(lines)]) == 0
    assert capsys.readouterr().err == (
        "Let op: in 2 bouwstenen staan persoonsgegevens (RH-042 en RH-043). Haal die weg: ze zijn niet nodig.\n"
    )
    for ending in ("xlsx", "csv", "json", "md", "qdpx"):
        target = tmp_path / f"uit.{ending}"
        assert cli.run(["exporteer", here, str(target)]) == 0
        assert target.exists()
        assert capsys.readouterr().err == (
            "Let op: in 2 bouwstenen staan persoonsgegevens (RH-042 en RH-043). "
            "Haal die weg voor je dit bestand aan iemand geeft.\n"
        )
    assert cli.run(["exporteer", here, str(tmp_path / "uit.qdc")]) == 0
    assert capsys.readouterr().err == ""

"""The codebook on the command line."""

import csv
import io
from pathlib import Path

import pytest

from bouwstenen_app import cli


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    path = tmp_path / "w.bouwstenen"
    assert cli.run(["nieuw", str(path)]) == 0
    capsys.readouterr()
    return path


@pytest.mark.parametrize("kind", ["json", "csv", "qdc"])
def test_a_codebook_goes_to_a_file_and_the_same_file_changes_nothing(
    work: Path, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / f"boek.{kind}"

    assert cli.run(["codeboek", str(work), "--exporteer", str(target)]) == 0
    assert cli.run(["codeboek", str(work), "--importeer", str(target)]) == 0

    assert capsys.readouterr().out.splitlines() == [
        f"Het codeboek staat in boek.{kind}.",
        "Codeboek ingelezen: 0 nieuw, 0 gewijzigd.",
    ]


def test_what_a_table_adds_comes_in(work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "erbij.csv", tmp_path / "uit.csv"
    source.write_text("dimensie,naam\nThema,Vuurwerk\nWijk,Noord\n", encoding="utf-8")

    assert cli.run(["codeboek", str(work), "--importeer", str(source), "--exporteer", str(target)]) == 0

    assert capsys.readouterr().out.splitlines()[0] == "Codeboek ingelezen: 3 nieuw, 0 gewijzigd."
    rows = list(csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig"), newline=""), delimiter=";"))
    assert ["Wijk", "Noord"] in [row[:2] for row in rows]
    assert cli.run(["codeboek", str(work)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Wijk: 1 code"


@pytest.mark.parametrize(
    ("option", "name", "told"),
    [
        ("--exporteer", "boek.docx", "Kies een codeboek dat eindigt op .json, .csv of .qdc."),
        ("--importeer", "weg.csv", "weg.csv kan niet worden gelezen. Staat het bestand er nog?"),
    ],
)
def test_another_file_is_told_in_one_sentence(
    work: Path, tmp_path: Path, option: str, name: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["codeboek", str(work), option, str(tmp_path / name)]) == 1

    assert capsys.readouterr().err.strip() == told


def test_r03_a_codebook_with_an_identifier_goes_out_for_a_reason_only(
    work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "erbij.csv", tmp_path / "uit.csv"
    source.write_text("dimensie,naam,definitie\nThema,Vuurwerk,Bel 06-12345678\n", encoding="utf-8")
    assert cli.run(["codeboek", str(work), "--importeer", str(source)]) == 0
    words = ["codeboek", str(work), "--exporteer", str(target)]
    capsys.readouterr()
    assert cli.run(words) == cli.PROBLEM
    said = capsys.readouterr().err
    assert "- Codeboek: Vuurwerk: telefoonnummer “06-12345678”" in said
    assert "Er is niets geschreven: er staat 1 persoonsgegeven in" in said
    assert not target.exists()
    assert cli.run([*words, "--reden", "Nummer van een loket"]) == 0
    assert "1 persoonsgegeven blijft staan" in capsys.readouterr().err
    assert "06-12345678" in target.read_text("utf-8-sig")

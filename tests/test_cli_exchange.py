"""The command line between laptops."""

import json
import shutil
from pathlib import Path

import pytest

from bouwstenen_app import cli

SESSION = "Van signaal naar samen handelen"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """The example workspace, and a copy on another laptop in which a block was captured."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    here, there = tmp_path / "hier.bouwstenen", tmp_path / "daar.bouwstenen"
    assert cli.run(["voorbeeld", str(here)]) == 0
    shutil.copy(here, there)
    captured(there, tmp_path, "Van de andere laptop #onderwijs")
    capsys.readouterr()
    return str(here), str(there)


def captured(path: Path | str, folder: Path, line: str) -> None:
    text = folder / "regels.txt"
    text.write_text(line, encoding="utf-8")
    assert cli.run(["vastleggen", str(path), "--sessie", SESSION, str(text)]) == 0


def test_a_trial_says_what_would_come_in_and_merging_says_what_came(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    here, there = files
    assert cli.run(["voeg-samen", here, there, "--proef"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Dit zou er binnenkomen; er is nog niets veranderd.",
        "1 nieuwe bouwsteen.",
    ]
    assert cli.run(["voeg-samen", here, there, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["new_blocks"], told["files"], told["differences"]) == (1, 1, 0)

    assert cli.run(["voeg-samen", here, there]) == 0
    assert "niets nieuws" in capsys.readouterr().out
    assert cli.run(["lijst", here, "--zoek", '"andere laptop"']) == 0
    assert "Van de andere laptop" in capsys.readouterr().out


def test_two_laptops_with_one_number_are_told_apart(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here, there = files
    captured(here, tmp_path, "Van deze laptop")
    assert cli.run(["voeg-samen", here, there]) == 0
    capsys.readouterr()
    assert cli.run(["lijst", here, "--zoek", "laptop", "--json"]) == 0
    numbers = {json.loads(line)["nummer"] for line in capsys.readouterr().out.splitlines()}
    assert {"RH-042", "RH-B42"} <= numbers
    assert cli.run(["lijst", here, "--zoek", "RH-B42"]) == 0
    assert "1 bouwsteen" in capsys.readouterr().out


def test_without_differences_it_says_so(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["verschillen", files[0]]) == 0
    assert capsys.readouterr().out == "Er zijn geen verschillen.\n"
    assert cli.run(["verschillen", files[0], "--json"]) == 0
    assert capsys.readouterr().out == ""


def test_a_file_that_is_none_is_one_sentence(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "brief.bouwstenen"
    other.write_text("Geen werkmap")
    assert cli.run(["voeg-samen", files[0], str(other)]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "brief.bouwstenen is geen werkmap van Bouwstenen" in said


def test_a_session_is_sent_as_one_file(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here, _ = files
    parcel, empty = str(tmp_path / "pakket.bouwstenen"), str(tmp_path / "leeg.bouwstenen")
    assert cli.run(["pakket", here, parcel, "--sessie", SESSION]) == 0
    assert capsys.readouterr().out == "41 bouwstenen staan in pakket.bouwstenen.\n"
    assert cli.run(["nieuw", empty]) == 0
    assert cli.run(["voeg-samen", empty, parcel.removesuffix(".bouwstenen")]) == 0
    assert "41 nieuwe bouwstenen en 1 nieuwe sessie." in capsys.readouterr().out
    other = str(tmp_path / "ander-pakket")  # a name without an ending gets it
    assert cli.run(["pakket", here, other, "--sessie", SESSION, "--json"]) == 0
    told = {"bestand": f"{other}.bouwstenen", "bouwstenen": 41, "rood": 0, "oranje": 0}
    assert json.loads(capsys.readouterr().out) == told


def test_r03_a_parcel_with_an_identifier_asks_for_a_reason_also_when_it_stood_there_before(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here, _ = files
    captured(here, tmp_path, "Bel haar op 06-12345678")
    capsys.readouterr()
    parcel = tmp_path / "pakket.bouwstenen"
    words = ["pakket", here, str(parcel), "--sessie", SESSION]
    assert cli.run(words) == cli.PROBLEM
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "- RH-042 Bel haar op 06-12345678: telefoonnummer “06-12345678”"
    assert told[-1].startswith("Er is niets geschreven: er staat 1 persoonsgegeven in; haal het weg")
    assert not parcel.exists()

    assert cli.run(["wis", here, "--overal", "06-12345678", "--door", "[telefoonnummer]", "--ja"]) == 0
    assert cli.run(words) == 0
    captured(here, tmp_path, "Bel haar op 06-87654321")
    parcel.unlink()
    assert cli.run([*words, "--reden", "Nummer van een loket"]) == 0
    told = capsys.readouterr().err.splitlines()
    assert "1 persoonsgegeven blijft staan, met de reden die je gaf." in told
    assert parcel.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--sessie", SESSION], "bestaat al"),
        (["--zoek", "bestaatechtniet"], "niets gevonden"),
        ([], "Zeg wat er mee moet"),
        (["--zoek", "("], "Zeg wat er mee moet"),
    ],
)
def test_a_parcel_that_cannot_be_made_is_told(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str], tmp_path: Path, words: list[str], said: str
) -> None:
    here, there = files
    target = there if "--sessie" in words else str(tmp_path / "nieuw.bouwstenen")
    assert cli.run(["pakket", here, target, *words]) > 0
    assert said in capsys.readouterr().err

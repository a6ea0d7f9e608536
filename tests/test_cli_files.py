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
        assert told == {
            "bestand": str(target), "soort": "json", "bouwstenen": counts[-1], "rood": 0, "oranje": 0,
        }  # fmt: skip

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


@pytest.fixture
def with_numbers(here: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The example with two identifiers and a name."""
    lines = tmp_path / "regels.txt"
    lines.write_text("Bel haar op 06-12345678\nBsn 123456782 op de lijst\nMoeder Fatima belde\n", encoding="utf-8")
    assert cli.run(["vastleggen", here, "--sessie", SESSION, str(lines)]) == 0
    assert capsys.readouterr().err == (
        "Let op: in 2 bouwstenen staan persoonsgegevens (RH-042 en RH-043). Haal die weg: ze zijn niet nodig.\n"
    )
    return here


PLACES = [
    "- RH-042 Bel haar op 06-12345678: telefoonnummer “06-12345678”",
    "- RH-043 Bsn 123456782 op de lijst: burgerservicenummer “123456782”",
    "- RH-044 Moeder Fatima belde: naam “Fatima”",
]
REFUSAL = (
    "Er is niets geschreven: er staan 2 persoonsgegevens in; haal ze weg, of zet met --reden erbij waarom ze mogen "
    "blijven staan."
)


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json", "md", "qdpx"])
def test_r03_without_a_reason_nothing_with_an_identifier_is_written(
    with_numbers: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    for words in ([], ["--json"], ["--reden", "  "]):
        target = tmp_path / f"uit.{ending}"
        assert cli.run(["exporteer", with_numbers, str(target), *words]) == cli.PROBLEM
        told = capsys.readouterr()
        assert (told.out, told.err.splitlines()) == ("", [*PLACES, REFUSAL])
        assert not target.exists()
    assert cli.run(["exporteer", with_numbers, str(tmp_path / "uit.qdc")]) == 0
    assert capsys.readouterr().err == ""


def test_r03_with_a_reason_it_is_written_and_the_reason_is_noted(
    with_numbers: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "uit.json"
    assert cli.run(["exporteer", with_numbers, str(target), "--reden", "Nummer van een loket", "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out) == {
        "bestand": str(target), "soort": "json", "bouwstenen": 125, "rood": 2, "oranje": 1,
    }  # fmt: skip
    assert told.err.splitlines() == ["2 persoonsgegevens blijven staan, met de reden die je gaf.", *PLACES]
    assert "06-12345678" in target.read_text("utf-8")

    assert cli.run(["exporteer", with_numbers, str(target), "--reden", "Nog eens"]) == 0
    (first,) = json.loads(target.read_text("utf-8"))["tabellen"]["edition"]
    assert (first["kind"], first["reason"], first["findings"], first["blocks"]) == (
        "json", "Nummer van een loket", 3, 125,
    )  # fmt: skip


def test_r03_what_may_be_a_name_is_said_and_stops_nothing(
    here: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = tmp_path / "regels.txt"
    lines.write_text("Moeder Fatima belde\n", encoding="utf-8")
    assert cli.run(["vastleggen", here, "--sessie", SESSION, str(lines)]) == 0
    assert cli.run(["exporteer", here, str(tmp_path / "uit.csv")]) == 0
    assert capsys.readouterr().err.splitlines() == [
        "1 mogelijke naam of zeldzaam detail: kijk of het zo kan.",
        "- RH-042 Moeder Fatima belde: naam “Fatima”",
    ]


def test_a_reason_that_is_a_letter_is_refused(here: str, tmp_path: Path) -> None:
    assert cli.run(["exporteer", here, str(tmp_path / "uit.csv"), "--reden", "x" * 501]) == cli.USAGE
    assert not (tmp_path / "uit.csv").exists()


def test_r03_a_list_is_shown_as_a_screen_is_and_says_what_is_in_it(
    with_numbers: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in ([], ["--json"]):
        assert cli.run(["lijst", with_numbers, *words]) == 0
        assert capsys.readouterr().err == (
            "Let op: in 2 bouwstenen staan persoonsgegevens (RH-042 en RH-043). "
            "Haal die weg voor je dit aan iemand geeft.\n"
        )
    assert cli.run(["lijst", with_numbers, "--zoek", "Fatima"]) == 0
    assert capsys.readouterr().err == ""

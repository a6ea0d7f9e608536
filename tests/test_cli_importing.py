"""The command line of files of other programs that come in."""

import json
from pathlib import Path

import pytest

from bouwstenen_app import cli


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert cli.run(["voorbeeld", str(tmp_path / "hier.bouwstenen")]) == 0
    capsys.readouterr()
    return str(tmp_path / "hier.bouwstenen")


@pytest.fixture
def source(tmp_path: Path) -> str:
    path = tmp_path / "opbrengst.csv"
    path.write_text(
        "Titel;Stemmen;Thema\nUit de tabel;3;eigen woord\nNog een;veel;\nEn een;4;\n;2;", encoding="utf-8"
    )
    return str(path)


def test_a_trial_changes_nothing_and_the_second_time_nothing_comes_in(
    file: str, source: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["importeer", file, source, "--proef"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "Dit zou er binnenkomen; er is nog niets veranderd.",
        "3 nieuwe bouwstenen in de nieuwe sessie “opbrengst”.",
    ]
    assert cli.run(["importeer", file, source]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "3 nieuwe bouwstenen overgenomen in de nieuwe sessie “opbrengst”.",
        "1 onbekende tag (#eigen-woord) wacht bij de nieuwe tags op een keuze.",
        "Niet begrepen (2):",
        "  rij 3: “veel”, dat is geen aantal stemmen",
        "  rij 5: “2”, er staat geen tekst van een bouwsteen in",
    ]
    assert cli.run(["importeer", file, source]) == 0
    assert "Er is niets nieuws in dit bestand." in capsys.readouterr().out


def test_the_report_as_json_and_the_session_by_its_title(
    file: str, source: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["importeer", file, source, "--sessie", "Van signaal", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["nieuw"], told["nieuwe_sessies"]) == (3, 0)
    assert told["sessies"] == ["Van signaal naar samen handelen"]
    assert told["onbekende_tags"] == ["#eigen-woord"]
    assert told["niet_begrepen"][0] == {"plaats": "rij 3", "tekst": "veel", "reden": "dat is geen aantal stemmen"}


def test_a_new_session_gets_the_title_that_is_given(
    file: str, source: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["importeer", file, source, "--titel", "Werksessie Zuid"]) == 0
    assert "in de nieuwe sessie “Werksessie Zuid”" in capsys.readouterr().out


def test_a_broken_file_is_told_and_nothing_changes(
    file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "stuk.xlsx"
    broken.write_bytes(b"PK\x03\x04 geen zip")
    assert cli.run(["importeer", file, str(broken)]) == 1
    assert capsys.readouterr().err.startswith("stuk.xlsx is beschadigd of geen Excel-bestand.")


def test_r01_r02_people_are_left_out_and_what_points_to_one_is_told(
    file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "formulier.csv"
    source.write_text("Naam;Antwoord\nJan;Bel haar op 06-12345678\nFatima;Moeder Fatima belde\n", encoding="utf-8")
    assert cli.run(["importeer", file, str(source), "--proef"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Dit zou er binnenkomen; er is nog niets veranderd.",
        "2 nieuwe bouwstenen in de nieuwe sessie “formulier”.",
        "Kolom “Naam”: hier staat wie iemand is; dat komt niet mee.",
        "Let op: er komt 1 persoonsgegeven mee (rij 2).",
        "Er komt 1 mogelijke naam of zeldzaam detail mee (rij 3).",
        "Wijst naar een persoon (2):",
        "  rij 2: telefoonnummer “06-12345678”",
        "  rij 3: mogelijk een naam “Fatima”",
    ]
    assert cli.run(["importeer", file, str(source), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["nieuw"], told["weggelaten_kolommen"]) == (2, ["Naam"])
    assert told["persoonsgegevens"][0] == {
        "plaats": "rij 2", "soort": "TELEFOON", "niveau": "rood", "tekst": "06-12345678",
    }  # fmt: skip

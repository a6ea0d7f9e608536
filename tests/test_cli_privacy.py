import json
from pathlib import Path

import pytest

from bouwstenen_app import cli

LINES = "Moeder Fatima belde met 06-12345678.\nNiets aan de hand.\n\nEmoji 😀 en BSN 123456782"


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    path = tmp_path / "regels.txt"
    path.write_text(LINES, "utf-8")
    return path


def test_each_line_gives_one_object_with_what_was_found(
    text_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["privacy", str(text_file), "--json"]) == 0
    lines = [json.loads(line)["bevindingen"] for line in capsys.readouterr().out.splitlines()]

    assert [len(found) for found in lines] == [2, 0, 0, 1]
    assert lines[0][0] == {"soort": "NAAM", "start": 7, "einde": 13, "niveau": "oranje", "tekst": "Fatima"}
    assert lines[0][1]["niveau"] == "rood"
    assert lines[3][0]["start"] == 15  # characters, not bytes


def test_rare_details_are_told_when_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "regels.txt"
    path.write_text("Een meisje van 9 uit Ommen belde 06-12345678.", "utf-8")
    kinds = []
    for asked in ([], ["--bijzonderheden"]):
        assert cli.run(["privacy", str(path), *asked, "--json"]) == 0
        kinds.append([one["soort"] for one in json.loads(capsys.readouterr().out)["bevindingen"]])
    assert kinds == [["TELEFOON"], ["BIJZONDERHEID", "TELEFOON"]]


def test_without_json_each_finding_is_said(text_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["privacy", str(text_file)]) == 0
    said = capsys.readouterr().out

    assert "Regel 1: telefoonnummer “06-12345678” (rood)" in said
    assert "3 bevindingen, waarvan 2 rood." in said


def test_a_clean_text_is_not_called_anonymous(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "schoon.txt"
    path.write_text("Alles goed.", "utf-8")

    assert cli.run(["privacy", str(path)]) == 0
    assert "Lees de tekst zelf ook na" in capsys.readouterr().out


def test_an_empty_text_gives_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "leeg.txt"
    path.write_text("", "utf-8")

    assert cli.run(["privacy", str(path), "--json"]) == 0
    assert capsys.readouterr().out == ""


def test_a_document_is_refused_and_never_called_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "verslag.txt"
    path.write_bytes(b"PK\x03\x04" + bytes(100))

    assert cli.run(["privacy", str(path)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip() == "verslag.txt is geen tekst. Bewaar het als platte tekst (.txt) en kies dat bestand."


def test_lines_of_windows_and_a_mark_at_the_start_move_no_position(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "regels.txt"
    path.write_bytes("\ufeffBel 06-12345678\r\n\r\nniets\0 06-12345678\r\n".encode())

    assert cli.run(["privacy", str(path), "--json"]) == 0
    lines = [json.loads(line)["bevindingen"] for line in capsys.readouterr().out.splitlines()]

    assert [[(one["start"], one["einde"]) for one in found] for found in lines] == [[(4, 15)], [], [(7, 18)]]

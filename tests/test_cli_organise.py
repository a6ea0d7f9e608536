"""The command line after the sessions."""

import json
from pathlib import Path

import pytest

from bouwstenen_app import cli


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    path = tmp_path / "v.bouwstenen"
    assert cli.run(["voorbeeld", str(path)]) == 0
    capsys.readouterr()
    return path


def test_look_alikes_come_one_pair_per_line_the_most_alike_first(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["lijkt-op", str(example), "--json"]) == 0

    pairs = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert all(list(pair) == ["a", "b", "score", "reden"] for pair in pairs)
    assert (pairs[0]["a"], pairs[0]["b"]) == ("DZ-027", "NV-010")
    assert pairs[0]["reden"].startswith("lijkt 91 % · delen: verhuist, ")
    scores = [pair["score"] for pair in pairs]
    assert scores == sorted(scores, reverse=True)


def test_look_alikes_can_be_read_by_people(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["lijkt-op", str(example)]) == 0

    first, *_, last = capsys.readouterr().out.splitlines()
    assert first.startswith("DZ-027  NV-010  lijkt 91 % · delen: verhuist, ")
    assert last.endswith(" paren die op elkaar lijken")


def test_a_workspace_without_look_alikes_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "leeg.bouwstenen"
    assert cli.run(["nieuw", str(path)]) == 0
    capsys.readouterr()

    assert cli.run(["lijkt-op", str(path), "--json"]) == 0
    assert capsys.readouterr().out == ""
    assert cli.run(["lijkt-op", str(path)]) == 0
    assert capsys.readouterr().out == "Geen bouwstenen die op elkaar lijken.\n"

"""The command line after the sessions."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from bouwstenen_app import cli
from bouwstenen_app.services import bundling
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.surroundings import surroundings


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


def test_blocks_are_bundled_by_their_spoken_id_and_the_bundle_is_named(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["bundel", str(example), "--titel", "Een verhuizing telt", "DZ-027", "nv-010"]) == 0

    assert capsys.readouterr().out == "K-01\n"
    with closing(open_store(example, surroundings())) as store:
        (bundle,) = store.read(bundling.bundles)
        step = store.undoable()
    assert (bundle.title, len(bundle.contributions)) == ("Een verhuizing telt", 2)
    assert step is not None
    assert step.label == "2 bouwstenen gebundeld in K-01"


def test_blocks_are_bundled_by_their_number_in_a_session(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["bundel", str(example), "--sessie", "Onafhankelijk melden", "1", "2"]) == 0
    assert capsys.readouterr().out == "K-01\n"


def test_a_number_without_a_session_or_of_no_block_bundles_nothing(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["bundel", str(example), "--titel", "T", "1"]) == 1
    assert "--sessie" in capsys.readouterr().err
    assert cli.run(["bundel", str(example), "--titel", "T", "DZ-001", "QQ-999"]) == 1
    assert "Er is geen bouwsteen QQ-999." in capsys.readouterr().err
    with closing(open_store(example, surroundings())) as store:
        assert store.read(bundling.bundles) == ()

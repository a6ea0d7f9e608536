"""A protected workspace: flipped bits, and words that must stand nowhere."""

import os
from pathlib import Path

import pytest
from tests.faults.protected import canaries, flipped_bits


def test_a_flipped_bit_in_a_protected_workspace_is_noticed_or_changes_nothing(tmp_path: Path) -> None:
    found = flipped_bits(tmp_path / "proef", 60, 20261130)

    assert found.wrong == []
    assert found.hit > 50


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the program that is killed is forked")
def test_no_word_of_a_protected_workspace_stands_in_any_file_as_it_was_typed(tmp_path: Path) -> None:
    found = canaries(tmp_path / "proef", 6, 20261130)

    assert found.wrong == []
    assert found.runs == 7


def test_the_same_look_finds_the_words_of_a_workspace_without_a_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.faults.protected.KEY", None)
    monkeypatch.setattr("tests.faults.protected.OTHER_KEY", None)

    found = canaries(tmp_path / "proef", 0, 1)

    assert any("written to werk.bouwstenen.part" in one for one in found.wrong)
    assert any("werk.bouwstenen" in one and "in " in one for one in found.wrong)

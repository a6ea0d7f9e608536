"""A program is killed at random moments, whatever it is doing."""

import os
from pathlib import Path

import pytest
from tests.faults.killing import KILLINGS, Killing, killed

TIMES = 6


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the program that is killed is forked")
@pytest.mark.parametrize("kind", KILLINGS, ids=[kind.__name__ for kind in KILLINGS])
def test_after_a_kill_everything_that_was_stored_is_there(tmp_path: Path, kind: type[Killing]) -> None:
    found = killed(tmp_path, kind, TIMES, 20261130)

    assert found.wrong == []
    assert found.hit > 0

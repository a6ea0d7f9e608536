"""A program is killed while it brings a file in a synced folder up to date."""

import os
from pathlib import Path

import pytest
from tests.faults.killing import Killing, killed
from tests.faults.synced import BringingUpToDate, BringingUpToDateProtected

TIMES = 4


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the program that is killed is forked")
@pytest.mark.parametrize("kind", [BringingUpToDate, BringingUpToDateProtected], ids=["open", "beveiligd"])
def test_after_a_kill_what_two_laptops_stored_is_in_the_file(tmp_path: Path, kind: type[Killing]) -> None:
    found = killed(tmp_path, kind, TIMES, 20261130)

    assert found.wrong == []
    assert found.hit > 0

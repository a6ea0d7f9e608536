"""Other clocks, other programs, other files under its name, a lid that closes."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.faults import beside
from tests.faults.outcome import Outcome

TIMES = 7
CAMPAIGNS = (beside.clock_jumps, beside.two_programs, beside.suspended, beside.copies_made, beside.swapped)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the other programs are forked")
@pytest.mark.parametrize("campaign", CAMPAIGNS, ids=[campaign.__name__ for campaign in CAMPAIGNS])
def test_what_happens_beside_the_program_takes_nothing_away(
    tmp_path: Path, campaign: Callable[[Path, int, int], Outcome]
) -> None:
    found = campaign(tmp_path / "proef", TIMES, 20261130)

    assert found.wrong == []
    assert found.hit > 0

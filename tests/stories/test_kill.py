"""The program is killed while someone types in its window: no block is lost, and half-typed text hardly."""

import os
from pathlib import Path

import pytest
from tests.stories.kills import Kills

COUNT = int(os.environ.get("BOUWSTENEN_KILLS", "20"))
"""More of them in a night: ``BOUWSTENEN_KILLS=1000``, or ``python -m tests.stories.kills 1000``."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the program that types is forked")
def test_after_a_kill_at_any_moment_every_block_is_there_and_the_half_typed_text_too(
    tmp_path: Path, own_home: None
) -> None:
    kills = Kills(tmp_path)
    try:
        for number in range(COUNT):
            kills.kill(number)
    finally:
        kills.close()

    assert kills.blocks > COUNT // 4
    assert any(kills.during), "some while a round, a way or a place was changing"

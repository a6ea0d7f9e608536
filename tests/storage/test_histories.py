"""Any laptops with any histories, merged in any order and any number of times, end equal."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from tests.storage.histories import ACTS, History, play

from bouwstenen_app.services import examples
from bouwstenen_app.storage.store import Store

COUNT = int(os.environ.get("BOUWSTENEN_HISTORIES", "160"))
"""More of them in a night: ``python -m tests.storage.histories 10000``."""
PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
def test_random_histories_end_equal_and_lose_nothing(part: int, codebook_file: dict[str, Any]) -> None:
    for seed in range(part, COUNT, PARTS):
        play(seed, lambda store: store.begin("Nieuw", examples.fill_new, codebook_file))


def _codes(store: Store) -> None:
    store.begin("Nieuw", examples.fill_new, _codes.book)  # type: ignore[attr-defined]


class Laptops(RuleBasedStateMachine):
    """The same, found by Hypothesis, which makes what goes wrong as short as it can."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="laptops-"))

    @initialize(seed=st.integers(0, 2**32))
    def start(self, seed: int) -> None:
        self.history = History(self.folder, seed, _codes)

    @rule(act=st.sampled_from(sorted({*ACTS})), place=st.integers(0, 4))
    def happens(self, act: str, place: int) -> None:
        self.history.act(act, place)

    def teardown(self) -> None:
        if hasattr(self, "history"):
            try:
                self.history.come_together()
                self.history.check()
            finally:
                self.history.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def test_hypothesis_finds_no_history_that_ends_unequal(codebook_file: dict[str, Any]) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    _codes.book = codebook_file  # type: ignore[attr-defined]
    run_state_machine_as_test(
        Laptops,
        settings=settings(
            max_examples=40,
            stateful_step_count=14,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )

"""Any laptops with any histories, merged in any order and any number of times, end equal."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from tests.storage.histories import ACTS, History, begin, play
from tests.storage.laptops import Laptop
from tests.storage.many_histories import small_book

from bouwstenen_app.services import capturing, examples
from bouwstenen_app.storage import differences

COUNT = int(os.environ.get("BOUWSTENEN_HISTORIES", "160"))
"""More of them in a night: ``python -m tests.storage.histories 10000``."""
PARTS = 4


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What all histories begin with, made once."""
    maker = Laptop(tmp_path_factory.mktemp("begin"), "begin")
    begin(maker, lambda store: store.begin("Nieuw", examples.fill_new, small_book()))
    maker.store.close()
    return maker.path


@pytest.mark.parametrize("part", range(PARTS))
def test_random_histories_end_equal_and_lose_nothing(part: int, ready: Path) -> None:
    for seed in range(part, COUNT, PARTS):
        play(seed, ready=ready)


def test_a_history_notices_a_text_that_is_lost(tmp_path: Path, ready: Path) -> None:
    history = History(tmp_path, 1, ready=ready)
    a, b = history.laptops[:2]
    block = history._block(a)
    for laptop, title in ((a, "Van a"), (b, "Van b")):
        history._do(laptop, "Bewerkt", capturing.edit_block, block, title=title)
    history.come_together()
    history.check()
    a.store.remember(differences.KEY, "[]")
    with pytest.raises(AssertionError, match="Van a"):
        history.check()
    history.close()


class Laptops(RuleBasedStateMachine):
    """The same, found by Hypothesis, which makes what goes wrong as short as it can."""

    ready: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="laptops-"))

    @initialize(seed=st.integers(0, 2**32))
    def start(self, seed: int) -> None:
        self.history = History(self.folder, seed, ready=self.ready)

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


def test_hypothesis_finds_no_history_that_ends_unequal(ready: Path) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    Laptops.ready = ready
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

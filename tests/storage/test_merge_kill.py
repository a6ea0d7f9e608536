"""A merge is killed at random moments: the workspace is as before or as after, and the next merge completes it."""

import os
import random
import shutil
import signal
import time
from pathlib import Path
from typing import Any

import pytest
from tests.storage.laptops import Laptop, content, merge_files

from bouwstenen_app.services import capturing, examples, preparing
from bouwstenen_app.storage.opening import open_store

COUNT = int(os.environ.get("BOUWSTENEN_MERGE_KILLS", "25"))
"""More of them in a night: ``BOUWSTENEN_MERGE_KILLS=200``."""
BLOCKS = 150


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the program that merges is forked")
def test_a_merge_that_is_killed_at_any_moment_did_all_or_nothing(
    tmp_path: Path, codebook_file: dict[str, Any]
) -> None:
    here, there = Laptop(tmp_path, "a"), Laptop(tmp_path, "b")
    here.make()
    here.store.begin("Nieuw", examples.fill_new, codebook_file)
    workshop = here.store.do("Sessie", preparing.create_workshop, title="Proef", region="Rivierenhoek").result
    there.copy_of(here)
    lines = [f"Bouwsteen nummer {number} #onderwijs" for number in range(BLOCKS)]
    there.store.do("Veel", capturing.capture_lines, lines, workshop=workshop)
    there.store.close()
    before = content(here.store)
    here.store.close()
    kept = tmp_path / "bewaard"
    shutil.copy(here.path, kept)
    started = time.perf_counter()
    after = _merged(here, there.path, tmp_path)
    longest = time.perf_counter() - started
    shutil.copy(kept, here.path)

    chance = random.Random(20261130)
    outcomes = []
    for _ in range(COUNT):
        _killed(here, there.path, tmp_path, chance.uniform(0, 1.1 * longest))
        store = open_store(here.path, here.around)
        found = content(store)
        assert store.faults() == ()
        store.close()
        assert found in (before, after)
        outcomes.append(found == after)
        assert _merged(here, there.path, tmp_path) == after
        shutil.copy(kept, here.path)
    assert not all(outcomes), "some were killed before they were done"


def _merged(laptop: Laptop, other: Path, folder: Path) -> dict[str, dict[str, Any]]:
    store = open_store(laptop.path, laptop.around)
    merge_files(store, [other], folder)
    found = content(store)
    store.close()
    return found


def _killed(laptop: Laptop, other: Path, folder: Path, moment: float) -> None:
    child = os.fork()
    if not child:
        store = open_store(laptop.path, laptop.around)
        merge_files(store, [other], folder)
        store.close()
        os._exit(0)
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)

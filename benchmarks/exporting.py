"""Everything as a file of each kind: how long it takes, how it grows, how much memory, and how long others wait.

python -m benchmarks.exporting [--blocks 10000] [--folder FOLDER]
"""

import argparse
import datetime
import sys
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication

from benchmarks.workspaces import workspace
from bouwstenen_app.services import exporting
from bouwstenen_app.ui.collecting import PAUSE, Collecting
from bouwstenen_app.ui.jobs import TURN

NOW = datetime.datetime(2026, 11, 30, 12, tzinfo=datetime.UTC)
ROUNDS = 3
WAIT = 50.0
"""Milliseconds that the window may wait for its turn."""

Work = Callable[[], Iterator[object]]


def main() -> None:
    """Print the time of each kind for a tenth of the blocks and for all of them, and what it costs beside."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--blocks", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="keep the workspaces here")
    chosen = parser.parse_args()
    sys.setswitchinterval(TURN)  # as while a job runs
    application = QCoreApplication([])
    collecting = Collecting(application)
    with TemporaryDirectory() as scratch:
        folder = chosen.folder or Path(scratch)
        small, large = workspace(folder, chosen.blocks // 10), workspace(folder, chosen.blocks)
        for kind in exporting.KINDS:
            target = Path(scratch) / f"uit{kind}"
            few, many = (partial(exporting.export, store, target, now=NOW) for store in (small, large))
            before, after = _seconds(few), _seconds(many)
            grown = f"{after / before:.1f} × that of a tenth"
            size = f"{target.stat().st_size / 1e6:.1f} MB"
            cost = f"peak {_peak(many):.0f} MB; longest wait {_wait(many, collecting):.0f} ms"
            print(f"{kind}: {after:.2f} s, {grown}; {size}; {cost}")
        for store in (small, large):
            store.close()
    print(f"Longest wait while nothing is written: {_wait(_nothing, collecting):.0f} ms")
    collecting.stop()
    print(f"Goals: growth at most 11 ×, no wait over {WAIT:.0f} ms.")


def _seconds(work: Work) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        _done(work)
        times.append(time.perf_counter() - start)
    return sorted(times)[ROUNDS // 2]


def _peak(work: Work) -> float:
    """Return the most memory that Python had in use for it, in megabytes."""
    tracemalloc.start()
    _done(work)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


def _wait(work: Work, collecting: Collecting) -> float:
    """Return how many milliseconds this thread waited for its turn at most while another wrote the file.

    It collects garbage every second, as the thread of the window does; that is in the wait.
    """
    job = threading.Thread(target=_done, args=(work,))
    job.start()
    longest, last = 0.0, time.perf_counter()
    collected = last
    while job.is_alive():
        time.sleep(0.001)
        if time.perf_counter() - collected > PAUSE / 1000:
            collecting.collect()
            collected = time.perf_counter()
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest * 1000


def _nothing() -> Iterator[object]:
    for _ in range(500):
        time.sleep(0.01)
        yield None


def _done(work: Work) -> None:
    for _ in work():
        pass


if __name__ == "__main__":
    main()

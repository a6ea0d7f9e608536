"""How many blocks are saved of damaged workspaces, plain and protected, and what backups and the log cost."""

import argparse
import os
import random
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.workspaces import around, workspace
from bouwstenen_app.domain import audit
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import auditing, backups, boards, capturing, preparing, rescuing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.securing import Secured, secure
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.opening import Surroundings, open_store

GOAL = 95
"""Per cent of the blocks, of a file of which 2 % of the pages is damaged."""
PAGE = 4096


def main() -> None:
    """Print the shares that were saved, and the costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        store = workspace(folder, chosen.blocks)
        laptop, path = around(folder), store.path
        _costs(path, laptop, store.close)
        for name, protect in (("plain", False), ("protected", True)):
            if protect:
                _done(secure(path, laptop, Key(os.urandom(32), os.urandom(16)), Secured()))
            _rescue(name, path, laptop, chosen.rounds)


def _costs(path: Path, laptop: Surroundings, close: Callable[[], None]) -> None:
    close()
    store = open_store(path, laptop)
    size = path.stat().st_size / 1e6
    noting = statistics.median(_seconds(lambda: auditing.note(store, audit.OPENED)) for _ in range(20))
    looking = _seconds(lambda: _done(backups.backup_if_changed(store, laptop)))
    workshop = store.read(preparing.workshops)[0].id
    store.do("Nieuw", capturing.capture, "Een laatste woord", workshop=workshop)
    closing = _seconds(lambda: backups.backup_at_closing(store, laptop))
    kept = backups.backups(laptop, path)[0].size
    store.close()
    print(f"workspace of {size:.0f} MB: a line in the log {noting * 1000:.1f} ms")
    made = f"at closing {closing * 1000:.0f} ms, {kept / 1e6:.0f} MB"
    print(f"  look-over and backup {looking:.2f} s in a job; {made}")


def _rescue(name: str, path: Path, laptop: Surroundings, rounds: int) -> None:
    store = open_store(path, laptop)
    before = {block.id for block in store.read(boards.select_blocks, Selection())}
    store.close()
    whole = path.read_bytes()
    for share in (0.02, 0.1):
        saved: list[float] = []
        took: list[float] = []
        for seed in range(rounds):
            path.write_bytes(_spoiled(whole, share, seed))
            target = rescuing.beside(path)
            began = time.process_time()
            try:
                _done(rescuing.rescue(path, target, laptop))
            except Problem as problem:
                print(f"  {problem}")
                saved.append(0)
                continue
            took.append(time.process_time() - began)
            store = open_store(target, laptop)
            here = {block.id for block in store.read(boards.select_blocks, Selection())}
            store.close()
            target.unlink()
            saved.append(100 * len(here & before) / len(before))
        goal = f" (goal: at least {GOAL} %)" if share == 0.02 else ""
        print(
            f"{name}, {share:.0%} of {len(whole) // PAGE} pages damaged: saved {min(saved):.2f} % at least, "
            f"{statistics.median(saved):.2f} % median{goal}; {statistics.median(took):.1f} s "
            "of the processor"
        )
    path.write_bytes(whole)


def _spoiled(data: bytes, share: float, seed: int) -> bytes:
    chance, spoiled, count = random.Random(seed), bytearray(data), len(data) // PAGE
    for page in chance.sample(range(count), round(count * share)):
        spoiled[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE) if seed % 2 else bytes(PAGE)
    return bytes(spoiled)


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _done(work: Iterator[Progress]) -> None:
    for _ in work:
        pass


if __name__ == "__main__":
    main()

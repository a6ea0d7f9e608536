"""Many blocks at once: 5,000 tagged, moved, given a status, bundled in one step, and taken back.

The peer is one transaction of the bare driver that writes as many rows and as many journal lines. Median of five
rounds; in each round every action and its undo, and the peer. Beside the time on the clock stands the processor
time: the rest is the disk, and what others did on the machine meanwhile.

python -m benchmarks.bulk [--blocks 100000] [--folder FOLDER]
"""

import argparse
import json
import statistics
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlcipher3
from sqlalchemy import select

from benchmarks.workspaces import workspace
from bouwstenen_app.domain.codebook import THEME
from bouwstenen_app.services import bundling, capturing, moving, tagging
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import BlockRow, TaggingRow

MANY, ROUNDS = 5_000, 5
LONGEST, UNDO = 0.5, 2.0
"""Seconds for one step of 5,000 blocks; how many times as long its undo may take."""


def main() -> None:
    """Print the time of each step and of its undo, beside the peer and the goals."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--blocks", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="keep the workspace here")
    chosen = parser.parse_args()
    with TemporaryDirectory() as scratch:
        store = workspace(chosen.folder or Path(scratch), chosen.blocks)
        times = measured(store, Path(scratch))
        store.close()
    peer = statistics.median(times.pop("peer"))
    print(f"{chosen.blocks} blocks, {MANY} in one step; the bare driver: {peer:.3f} s")
    for name, taken in times.items():
        did, of_it, undid = (statistics.median(part) for part in zip(*taken, strict=True))
        print(
            f"{name}: {did:.3f} s (goal {LONGEST} s; {did / peer:.1f} × the driver), the processor {of_it:.3f} s; "
            f"undo {undid:.3f} s ({undid / did:.1f} ×, goal {UNDO} ×)"
        )


def measured(store: Store, scratch: Path) -> dict[str, list[Any]]:
    """Return the seconds of the peer, and for each action those of doing and of undoing."""
    times: dict[str, list[Any]] = defaultdict(list)
    for turn in range(ROUNDS):
        times["peer"].append(_peer(scratch / f"peer-{turn}"))
        for name, verb, *arguments in actions(store):
            start, worked = time.perf_counter(), time.process_time()
            store.do(name, verb, *arguments)
            done, worked = time.perf_counter(), time.process_time() - worked
            store.undo()
            times[name].append((done - start, worked, time.perf_counter() - done))
    return times


def actions(store: Store) -> Sequence[tuple[Any, ...]]:
    """Return what is done: a name, a verb and its arguments."""
    book = store.read(codebook)
    themes = [code.id for code in book.tops(THEME)]
    with_first = store.read(_carrying, themes[0])
    blocks = store.read(_spread)
    moves = [(block, themes[0]) for block in with_first]
    return (
        ("tag", tagging.tag, blocks, [themes[1]]),
        ("untag", tagging.untag, with_first, [themes[0]]),
        ("move to another theme", moving.move, THEME, moves, themes[1]),
        ("status", _status, blocks),
        ("bundle", bundling.bundle_blocks, blocks),
    )


def _status(session: Any, blocks: Sequence[str]) -> None:
    capturing.edit_blocks(session, blocks, status="vervallen")


def _spread(session: Any) -> list[str]:
    found = session.scalars(select(BlockRow.id).order_by(BlockRow.id)).all()
    return list(found[:: max(1, len(found) // MANY)][:MANY])


def _carrying(session: Any, code: str) -> list[str]:
    query = select(TaggingRow.block_id).where(TaggingRow.code_id == code, ~TaggingRow.removed)
    return list(session.scalars(query.order_by(TaggingRow.block_id).limit(MANY)))


def _peer(path: Path) -> float:
    """Return the seconds in which the bare driver writes as many rows, each with its journal line."""
    driver = sqlcipher3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=TRUNCATE", "synchronous=EXTRA", "secure_delete=ON", "foreign_keys=ON"):
        driver.execute(f"PRAGMA {pragma}")
    driver.execute("CREATE TABLE tagging (id TEXT PRIMARY KEY, block TEXT, code TEXT, position INT, removed INT)")
    driver.execute("CREATE INDEX tagging_block ON tagging (block)")
    driver.execute("CREATE TABLE change (step TEXT, n INT, tab TEXT, line TEXT, before TEXT, after TEXT)")
    driver.execute("CREATE INDEX change_step ON change (step, n)")
    ids = [f"{number * 0x9E3779B97F4A7C15 % 2**128:032x}" for number in range(MANY)]
    start = time.perf_counter()
    driver.execute("BEGIN IMMEDIATE")
    driver.executemany("INSERT INTO tagging VALUES (?, ?, ?, 0, 0)", [(one, one, "c" * 32) for one in ids])
    lines = [("s" * 32, n, "tagging", one, None, _line(one)) for n, one in enumerate(ids)]
    driver.executemany("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)", lines)
    driver.execute("COMMIT")
    took = time.perf_counter() - start
    driver.close()
    return took


def _line(block: str) -> str:
    return json.dumps({"block_id": block, "code_id": "c" * 32})


if __name__ == "__main__":
    main()

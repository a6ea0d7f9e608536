"""Merging many files into one, beside one transaction of the bare driver that inserts the same rows and lines.

The peer gets its rows from memory and its indexes stand ready, the full-text index too; ours also copies, checks
and reads every file.
"""

import argparse
import resource
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.workspaces import around, workspace
from bouwstenen_app.domain.intakes import Intake
from bouwstenen_app.services import examples, merging
from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.engine import open_engine
from bouwstenen_app.storage.opening import create
from bouwstenen_app.storage.schema import create as make_schema
from bouwstenen_app.surroundings import codebook_file

LIMIT, AGAIN_LIMIT, MEMORY_LIMIT = 1.5, 0.2, 300
Spent = tuple[float, float]
"""Seconds on the clock, and of processor: on a busy machine only the second says something."""
SKIPPED = ("sqlite_", "block_search", "local")


def main() -> None:
    """Print the ratio to the bare driver, that of the same files again, and the memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--blocks", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="keep the workspaces here")
    chosen = parser.parse_args()
    with TemporaryDirectory() as scratch:
        folder = chosen.folder or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        files = [_file(folder, chosen.blocks, seed) for seed in range(1, chosen.files + 1)]
        rounds = [_round(Path(scratch), files, number) for number in range(chosen.rounds)]
    for name, place in (("clock", 0), ("processor", 1)):
        ours, again, peer = (
            statistics.median(spent[place] for spent in times) for times in zip(*rounds, strict=True)
        )
        print(f"{name}: {chosen.files} files × {chosen.blocks} blocks {ours:.1f} s, bare driver {peer:.1f} s")
        print(f"  ratio {ours / peer:.2f} (goal: at most {LIMIT})")
        print(f"  the same again {again:.2f} s, {again / ours:.2f} of the first time (goal: at most {AGAIN_LIMIT})")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"peak memory of everything here, the peer's rows too: {memory:.0f} MB (goal for the merge: {MEMORY_LIMIT})"
    )


def _now() -> Spent:
    return time.perf_counter(), time.process_time()


def _since(before: Spent) -> Spent:
    clock, processor = _now()
    return clock - before[0], processor - before[1]


def _file(folder: Path, blocks: int, seed: int) -> Path:
    store = workspace(folder, blocks, seed=seed)
    store.close()
    return store.path


def _round(scratch: Path, files: Sequence[Path], number: int) -> tuple[Spent, Spent, Spent]:
    surroundings = around(scratch)
    path = scratch / f"samen-{number}.bouwstenen"
    store = create(path, surroundings, lambda new: new.begin("Nieuw", examples.fill_new, codebook_file()))
    with closing(store):
        times = []
        for _ in range(2):
            before = _now()
            ended(merging.merge_files(store, files, surroundings))
            times.append(_since(before))
    if number == 0:
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak memory after the first merge: {memory:.0f} MB (goal: at most {MEMORY_LIMIT})")
    return times[0], times[1], bare(path, scratch / f"kaal-{number}.bouwstenen")


def ended(work: Iterator[Any]) -> Intake:
    while True:
        try:
            next(work)
        except StopIteration as end:
            intake: Intake = end.value
            return intake


def bare(merged: Path, target: Path) -> Spent:
    """Return how long the bare driver needs for the same rows, in an empty file with the same indexes."""
    tables = list(_rows(merged))
    engine = open_engine(target, new=True)
    with engine.begin() as connection:
        make_schema(connection)
    engine.dispose()
    connection = connect(target)
    connection.execute("PRAGMA defer_foreign_keys=ON")
    before = _now()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("PRAGMA defer_foreign_keys=ON")
    for statement, rows in tables:
        connection.executemany(statement, rows)
    connection.execute("COMMIT")
    taken = _since(before)
    connection.close()
    return taken


def _rows(path: Path) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    connection = connect(path, read_only=True)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for name in names:
        if name.startswith(SKIPPED):
            continue
        rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            yield f'INSERT INTO "{name}" VALUES ({marks})', rows
    connection.close()


if __name__ == "__main__":
    main()

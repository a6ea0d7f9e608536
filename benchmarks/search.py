"""A keystroke in search → the first 50 hits with a total, beside the bare FTS5 query and beside a LIKE scan.

What each side gives: *ours* a page of 50 blocks as values, the newest first, with tags, round and cluster, and
how many there are in all. *Bare* the same rows in the same order, every column of the block and its tags, as the
driver gives them: once without a total, once with it. *LIKE* the same again, found by looking through the seven
columns that are searched. All read the same file with the same pragmas, in turn. Beside the time on
the clock stands that of the processor: the rest is what others did on the machine. Ratios are of the latter.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.workspaces import workspace
from bouwstenen_app.services import boards
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.schema import SEARCHED
from bouwstenen_app.storage.search import fts_query
from bouwstenen_app.storage.store import Store

TYPED = ("wij", "wijk", "wijkagent", "mel", "melding", "gezin", "school kind", "veilig th", "crisis", "huisverb")
SENTENCES = ("wijkagent", "melding", "gezin", "school kind", "veilig thuis", "huisverbod")
"""Typed letter by letter."""
PAGE = 50
MANY = 1_000_000
BARE_LIMIT, LIKE_LIMIT, FRAME, LONG = 2.0, 20.0, 16.0, 50.0
ROW = "b.*, (SELECT group_concat(t.code_id) FROM tagging t WHERE t.block_id = b.id AND NOT t.removed)"


class Took(NamedTuple):
    """Milliseconds: on the clock, and of the processor."""

    wall: float
    cpu: float


def main() -> None:
    """Print our p95 and the ratios to the peers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="keep the workspace here")
    chosen = parser.parse_args()
    with TemporaryDirectory() as scratch:
        store = workspace(chosen.folder or Path(scratch), chosen.blocks)
        asked = {"ours": lambda typed: store.read(boards.find, Selection(query=typed)), **_peers(store.path)}
        times: dict[str, list[Took]] = {name: [] for name in asked}
        for typed in (typed for _ in range(chosen.rounds) for typed in TYPED):
            for name, ask in asked.items():
                times[name].append(timed(ask, typed))
        keys = [_keys(store, length) for _ in range(chosen.rounds) for length in (1, 2)]
        store.close()
    print(f"search, {chosen.blocks} blocks: {told(times['ours'])}")
    for name, goal in (("bare", BARE_LIMIT), ("bare with total", BARE_LIMIT)):
        ratio = _median(times["ours"]) / _median(times[name])
        print(f"{name}: {told(times[name])}; ours is {ratio:.2f} times that (goal: at most {goal})")
    slower = _median(times["like"]) / _median(times["ours"])
    print(f"LIKE scan: {told(times['like'])}; {slower:.0f} times slower than ours (goal: at least {LIKE_LIMIT})")
    limit = LONG if chosen.blocks >= MANY else FRAME
    for what, part in (("the first letter", keys[::2]), ("every letter after the first", keys[1::2])):
        print(f"{what}: {told([took for run in part for took in run])} (goal, painted: p95 at most {limit:.0f})")


def _keys(store: Store, length: int) -> list[Took]:
    """Return the times of the first letter of each sentence, or (``length`` 2) of all that follow."""
    lengths = [range(1, 2) if length == 1 else range(2, len(typed) + 1) for typed in SENTENCES]
    keys = [typed[:end] for typed, ends in zip(SENTENCES, lengths, strict=True) for end in ends]
    return [timed(lambda typed: store.read(boards.find, Selection(query=typed)), typed) for typed in keys]


def _peers(path: Path) -> dict[str, Callable[[str], object]]:
    connection = connect(path, read_only=True)

    def bare(typed: str) -> object:
        hits = "block_search s JOIN block b ON b.row = s.rowid WHERE block_search MATCH ? AND NOT b.removed"
        query = f"SELECT {ROW} FROM {hits} ORDER BY s.rowid DESC LIMIT ?"
        return connection.execute(query, (fts_query(typed), PAGE)).fetchall()

    def with_total(typed: str) -> object:
        total = "SELECT count(*) FROM block_search WHERE block_search MATCH ?"
        return bare(typed), connection.execute(total, (fts_query(typed),)).fetchall()

    def like(typed: str) -> object:
        words = typed.split()
        everywhere = " OR ".join(f"b.{name} LIKE ?" for name in SEARCHED)
        where = " AND ".join(f"({everywhere})" for _ in words)
        query = f"SELECT {ROW} FROM block b WHERE {where} AND NOT b.removed ORDER BY b.row DESC LIMIT ?"
        total = f"SELECT count(*) FROM block b WHERE {where} AND NOT b.removed"
        parts = [f"%{word}%" for word in words for _ in SEARCHED]
        return connection.execute(query, (*parts, PAGE)).fetchall(), connection.execute(total, parts).fetchall()

    return {"bare": bare, "bare with total": with_total, "like": like}


def timed(ask: Callable[[str], object], typed: str) -> Took:
    """Return what asking takes."""
    wall, cpu = time.perf_counter(), time.thread_time()
    ask(typed)
    return Took((time.perf_counter() - wall) * 1000, (time.thread_time() - cpu) * 1000)


def _median(times: list[Took]) -> float:
    return statistics.median(took.cpu for took in times)


def told(times: list[Took]) -> str:
    """Return the median and the 95th percentile, in words."""
    wall, cpu = [took.wall for took in times], [took.cpu for took in times]
    late, busy = (statistics.quantiles(part, n=20)[-1] for part in (wall, cpu))
    median = f"median {statistics.median(wall):.1f} ms, p95 {late:.1f}"
    return f"{median} (processor {statistics.median(cpu):.1f}, {busy:.1f})"


if __name__ == "__main__":
    main()

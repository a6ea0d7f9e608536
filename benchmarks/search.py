"""A keystroke in search → the first 50 hits with a total, beside the bare FTS5 query and beside a LIKE scan."""

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.workspaces import workspace
from bouwstenen_app.services import boards
from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.search import fts_query
from bouwstenen_app.storage.store import Store

TYPED = ("wij", "wijk", "wijkagent", "mel", "melding", "gezin", "school kind", "veilig th", "crisis", "huisverb")
PAGE = 50
BARE_LIMIT, LIKE_LIMIT, FRAME = 2.0, 20.0, 16.0


def main() -> None:
    """Print our p95 and the ratios to both peers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="keep the workspace here")
    chosen = parser.parse_args()
    with TemporaryDirectory() as scratch:
        store = workspace(chosen.folder or Path(scratch), chosen.blocks)
        measured: dict[str, list[float]] = {"ours": [], "total": [], "bare": [], "like": []}
        with_peer = _peers(store.path)
        for _ in range(chosen.rounds):
            measured["ours"] += _times(lambda typed: _ours(store, typed))
            measured["total"] += _times(lambda typed: _total(store, typed))
            measured["bare"] += _times(with_peer["bare"])
            measured["like"] += _times(with_peer["like"])
        store.close()
    ours, total, bare, like = (statistics.median(measured[name]) for name in ("ours", "total", "bare", "like"))
    p95 = statistics.quantiles(measured["ours"], n=20)[-1]
    print(f"search, {chosen.blocks} blocks: median {ours:.1f} ms, p95 {p95:.1f} ms (goal: p95 at most {FRAME} ms)")
    print(f"of which the total, that the bare query does not give: {total:.1f} ms")
    print(f"bare FTS5 {bare:.1f} ms, ratio {ours / bare:.2f} (goal: at most {BARE_LIMIT})")
    print(f"LIKE scan {like:.1f} ms, {like / ours:.1f} times slower (goal: at least {LIKE_LIMIT})")


def _ours(store: Store, typed: str) -> object:
    return store.read(boards.find, boards.Selection(query=typed))


def _total(store: Store, typed: str) -> object:
    return store.read(boards.count, boards.Selection(query=typed))


def _peers(path: Path) -> dict[str, Callable[[str], object]]:
    connection = connect(path, read_only=True)
    columns = "b.id, b.prefix, b.number, b.title, b.explanation"

    def bare(typed: str) -> object:
        hits = "block_search s JOIN block b ON b.row = s.rowid WHERE block_search MATCH ?"
        query = f"SELECT {columns} FROM {hits} LIMIT ?"
        return connection.execute(query, (fts_query(typed), PAGE)).fetchall()

    def like(typed: str) -> object:
        everywhere = " OR ".join(f"b.{name} LIKE ?" for name in ("title", "explanation", "example", "next_step"))
        query = f"SELECT {columns} FROM block b WHERE {everywhere} ORDER BY b.row DESC LIMIT ?"
        total = f"SELECT count(*) FROM block b WHERE {everywhere}"
        part = [f"%{typed}%"] * 4
        return connection.execute(total, part).fetchall(), connection.execute(query, (*part, PAGE)).fetchall()

    return {"bare": bare, "like": like}


def _times(search: Callable[[str], object]) -> list[float]:
    times = []
    for typed in TYPED:
        start = time.perf_counter()
        search(typed)
        times.append((time.perf_counter() - start) * 1000)
    return times


if __name__ == "__main__":
    main()

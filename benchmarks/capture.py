"""Enter → on disk: one captured line, beside one bare driver transaction that writes the same rows.

The line was read while it was typed, as in the window; ``--unread`` reads it at Enter, as the command line does.
"""

import argparse
import shutil
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.workspaces import Words, workspace
from bouwstenen_app.domain.capture import Draft, read
from bouwstenen_app.domain.identity import derived, identities
from bouwstenen_app.services import capturing, preparing
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.store import Store

LIMIT = 1.6
GROWTH_LIMIT = 1.3


def main() -> None:
    """Print the ratio to the bare driver at 5,000 blocks, and the growth to 100,000."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--lines", type=int, default=60)
    parser.add_argument("--large", type=int, default=100_000, help="0 leaves the large workspace out")
    parser.add_argument("--unread", action="store_true", help="read the line at Enter")
    parser.add_argument("--folder", type=Path, help="keep the workspaces here")
    chosen = parser.parse_args()
    with TemporaryDirectory() as scratch:
        folder = chosen.folder or Path(scratch)
        small = _medians(folder, 5000, chosen)
        ours, peer = small
        print(f"capture, 5.000 blocks: {ours:.2f} ms, bare driver {peer:.2f} ms")
        print(f"ratio {ours / peer:.2f} (goal: at most {LIMIT})")
        if chosen.large:
            large, large_peer = _medians(folder, chosen.large, chosen)
            print(f"capture, {chosen.large} blocks: {large:.2f} ms, bare driver {large_peer:.2f} ms")
            print(f"growth {large / ours:.2f} (goal: at most {GROWTH_LIMIT})")


def _medians(folder: Path, blocks: int, chosen: argparse.Namespace) -> tuple[float, float]:
    rounds, lines = chosen.rounds, chosen.lines
    made = workspace(folder, blocks)
    made.close()
    ours_path = folder / "ours.bouwstenen"
    peer_path = folder / "peer.bouwstenen"
    shutil.copy(made.path, ours_path)
    shutil.copy(made.path, peer_path)
    typed = _typed(lines)
    store = _open(ours_path, folder)
    ours: list[float] = []
    peer: list[float] = []
    for _ in range(rounds):
        ours.append(_median(_capture(store, typed, unread=chosen.unread)))
        peer.append(_median(_bare(peer_path, ours_path, lines)))
    store.close()
    ours_path.unlink()
    peer_path.unlink()
    return statistics.median(ours), statistics.median(peer)


def _open(path: Path, folder: Path) -> Store:
    from benchmarks.workspaces import around
    from bouwstenen_app.storage.opening import open_store

    return open_store(path, around(folder))


def _typed(count: int) -> list[str]:
    words = Words(3)
    tags = ("@politie #vroegtijdige-samenwerking", "@om @lokale-teams #kantelmomenten !knelpunt", "@zorg #herstel")
    return [f"{words.title()} {words.sentence()} {tags[place % len(tags)]}" for place in range(count)]


def _capture(store: Store, typed: list[str], *, unread: bool) -> list[Callable[[], object]]:
    book = store.read(codebook)
    workshop = store.read(preparing.workshops)[0]
    number = workshop.numbered_rounds[0].id

    lines = typed if unread else [read(text, book) for text in typed]

    def one(line: str | Draft) -> object:
        return store.do(
            "Bouwsteen vastgelegd", capturing.capture, line, workshop=workshop.id, book=book, round=number, table=4
        )

    return [lambda line=line: one(line) for line in lines]  # type: ignore[misc]


def _bare(path: Path, like: Path, count: int) -> list[Callable[[], object]]:
    """Return transactions that write the rows of the last captures of ``like`` again, under new identities."""
    source = connect(like, read_only=True)
    steps = source.execute("SELECT * FROM step ORDER BY number DESC LIMIT ?", (count,)).fetchall()
    columns = [name for _, name, *_ in source.execute("PRAGMA table_info(block)") if name != "row"]
    links = ["id", "block_id", "code_id", "position", "removed"]
    fresh = identities()
    work: list[list[tuple[str, list[tuple[object, ...]]]]] = []
    for step in steps:
        changes = source.execute("SELECT * FROM change WHERE step_id = ?", (step[0],)).fetchall()
        block = next(row for _, _, table, row, *_ in changes if table == "block")
        mapping = {block: fresh(), step[0]: fresh()}
        blocks = source.execute(f"SELECT {', '.join(columns)} FROM block WHERE id = ?", (block,)).fetchall()
        taggings = source.execute(f"SELECT {', '.join(links)} FROM tagging WHERE block_id = ?", (block,)).fetchall()
        for tagging in taggings:
            mapping[tagging[0]] = derived("tagging", fresh())

        def renewed(rows: list[tuple[object, ...]], m: dict[str, str] = mapping) -> list[tuple[object, ...]]:
            return [tuple(m.get(str(value), value) for value in row) for row in rows]

        work.append(
            [
                (_insert("block", columns), renewed(blocks)),
                (_insert("tagging", links), renewed(taggings)),
                ("INSERT INTO step VALUES (?,?,?,?,?,?,?,?,?)", renewed([step])),
                ("INSERT INTO change VALUES (?,?,?,?,?,?)", renewed(changes)),
            ]
        )
    source.close()
    target = connect(path)
    target.execute("SELECT count(*) FROM step").fetchall()

    def one(statements: list[tuple[str, list[tuple[object, ...]]]]) -> None:
        target.execute("BEGIN IMMEDIATE")
        for statement, rows in statements:
            target.executemany(statement, rows)
        target.execute("COMMIT")

    return [lambda s=statements: one(s) for statements in work]  # type: ignore[misc]


def _insert(table: str, columns: list[str]) -> str:
    return f"INSERT INTO {table}({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def _median(work: list[Callable[[], object]]) -> float:
    """Return the median of single runs, in milliseconds."""
    times = []
    for one in work:
        start = time.perf_counter()
        one()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


if __name__ == "__main__":
    main()

"""Publishing to the library of a team and fetching from it, beside a bare COPY of the same lines.

The peer gets its lines from memory, as text, and copies them into tables without keys or indexes; ours also reads
the file, keeps the keys, folds every row and names it for the views. Fetching goes into an empty file, beside the
bare driver (as in ``benchmarks.merge``). A PostgreSQL server of its own is started, as for the tests.
"""

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from tests.storage.postgres import Server

from benchmarks.merge import bare, ended
from benchmarks.workspaces import around, workspace
from bouwstenen_app.services import examples, libraries
from bouwstenen_app.storage import library_lines
from bouwstenen_app.storage.opening import create
from bouwstenen_app.storage.store import Store
from bouwstenen_app.surroundings import codebook_file

PUBLISH_LIMIT, FETCH_LIMIT = 5, 1.5
BARE: Final = """
CREATE TABLE bare_change (step_id text, position integer, table_name text, row_id text, before json, after json);
CREATE TABLE keyed_change (LIKE bare_change, PRIMARY KEY (step_id, position));
CREATE INDEX ON keyed_change (row_id);
"""


def main() -> None:
    """Print both ratios, with the seconds beside them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="keep the workspace here")
    chosen = parser.parse_args()
    scratch = Path(tempfile.mkdtemp(prefix="bibliotheek-", dir="/tmp"))
    scratch.chmod(0o755)  # the server runs as another user
    server = Server(scratch / "server")
    try:
        folder = chosen.folder or scratch
        with closing(workspace(folder, chosen.blocks)) as store:
            lines = _lines(store)
            rounds = [_round(server, store, lines, scratch, number) for number in range(chosen.rounds)]
    finally:
        server.stop()
        shutil.rmtree(scratch, ignore_errors=True)
    publish, copied, keyed, again, fetch, driver = (statistics.median(times) for times in zip(*rounds, strict=True))
    count = sum(len(text.splitlines()) for text in lines)
    print(f"{chosen.blocks} blocks, {count} lines of the journal")
    print(f"published {publish:.1f} s, bare COPY {copied:.1f} s, COPY with keys {keyed:.1f} s")
    print(f"  ratio {publish / copied:.2f} (goal: at most {PUBLISH_LIMIT}), {publish / keyed:.2f} with keys")
    print(f"  the same again {again:.2f} s")
    print(f"fetched {fetch:.1f} s, bare driver {driver:.1f} s")
    print(f"  ratio {fetch / driver:.2f} (goal: at most {FETCH_LIMIT})")


def _lines(store: Store) -> Sequence[str]:
    steps = store.read(library_lines.step_ids)
    return [store.read(library_lines.changes_of, turn) for turn in store.read(library_lines.turns, steps)]


def _round(
    server: Server, store: Store, lines: Sequence[str], scratch: Path, number: int
) -> tuple[float, float, float, float, float, float]:
    server.sql(f"CREATE DATABASE ronde{number}")
    address = server.address(f"ronde{number}")
    libraries.make(address, "")
    publish = _timed(libraries.publish(store, address, ""))
    again = _timed(libraries.publish(store, address, ""))
    copied, keyed = (_copied(address, table, lines) for table in ("bare_change", "keyed_change"))
    path = scratch / f"gehaald-{number}.bouwstenen"
    surroundings = around(scratch)
    target = create(path, surroundings, lambda new: new.begin("Nieuw", examples.fill_new, codebook_file()))
    with closing(target):
        fetch = _timed(libraries.fetch(target, address, "", surroundings))
    driver, _ = bare(path, scratch / f"kaal-{number}.bouwstenen")
    server.sql(f"DROP DATABASE ronde{number}")
    print(f"{number + 1}: published {publish:.1f}, COPY {copied:.1f}, with keys {keyed:.1f}, fetched {fetch:.1f}")
    return publish, copied, keyed, again, fetch, driver


def _timed(work: Any) -> float:
    before = time.perf_counter()
    ended(work)
    return time.perf_counter() - before


def _copied(address: str, table: str, lines: Sequence[str]) -> float:
    """Return how long COPY takes for the lines of the journal, in one transaction."""
    import psycopg

    with psycopg.connect(address) as connection:
        connection.execute(BARE.encode())
        connection.commit()
        before = time.perf_counter()
        with connection.cursor().copy(f"COPY {table} FROM STDIN".encode()) as copy:
            for text in lines:
                copy.write(text)
        connection.commit()
        taken = time.perf_counter() - before
        connection.execute(b"DROP TABLE bare_change, keyed_change")
    return taken


if __name__ == "__main__":
    main()

"""Publishing to the library of a team and fetching from it, beside a bare COPY of the same lines.

The peer gets its lines from memory, as text, and copies them into a table without keys or indexes; ours also reads
the file, keeps the indexes, folds what has more lines, and names it for the views. Fetching goes into an empty
file, beside the bare driver (as in ``benchmarks.merge``). A PostgreSQL server of its own is started.
"""

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from tests.storage.postgres import Server

from benchmarks.merge import Spent, bare, ended
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
TICKS: Final = os.sysconf("SC_CLK_TCK")
Times = dict[str, Spent]


def main() -> None:
    """Print both ratios, by the clock and by processor time (of the server too), with the seconds beside them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only-publish", action="store_true", help="without fetching")
    parser.add_argument("--folder", type=Path, help="keep the workspace here")
    chosen = parser.parse_args()
    scratch = Path(tempfile.mkdtemp(prefix="bibliotheek-", dir="/tmp"))
    scratch.chmod(0o755)  # the server runs as another user
    server = Server(scratch / "server")
    try:
        with closing(workspace(chosen.folder or scratch, chosen.blocks)) as store:
            lines = _lines(store)
            rounds = [_published(server, store, lines, number) for number in range(chosen.rounds)]
        if not chosen.only_publish:
            for number, times in enumerate(rounds):
                times |= _fetched(server, scratch, number)
    finally:
        server.stop()
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"{chosen.blocks} blocks, {sum(len(text.splitlines()) for text in lines)} lines of the journal")
    for place, name in enumerate(("clock", "processor")):
        found = {key: statistics.median(times[key][place] for times in rounds) for key in rounds[0]}
        print(name + ": " + ", ".join(f"{key} {seconds:.2f} s" for key, seconds in found.items()))
        ratio, keyed = (found["published"] / found[peer] for peer in ("bare COPY", "COPY with keys"))
        print(f"  published {ratio:.2f} (goal: at most {PUBLISH_LIMIT}), beside COPY with keys {keyed:.2f}")
        if "fetched" in found:
            print(f"  fetched {found['fetched'] / found['bare driver']:.2f} (goal: at most {FETCH_LIMIT})")


def _lines(store: Store) -> Sequence[bytes]:
    steps = store.read(library_lines.step_ids)
    return [store.read(library_lines.changes_of, turn) for turn in store.read(library_lines.turns, steps)]


def _published(server: Server, store: Store, lines: Sequence[bytes], number: int) -> Times:
    server.sql(f"CREATE DATABASE ronde{number}")
    address = server.address(f"ronde{number}")
    libraries.make(address, "")
    times: Times = {}
    with _timed(server, times, "published"):
        ended(libraries.publish(store, address, ""))
    with _timed(server, times, "again"):
        ended(libraries.publish(store, address, ""))
    for name, table in (("bare COPY", "bare_change"), ("COPY with keys", "keyed_change")):
        _copy(server, address, table, lines, times, name)
    print(f"round {number + 1}: {times}", flush=True)
    return times


def _copy(server: Server, address: str, table: str, lines: Sequence[bytes], times: Times, name: str) -> None:
    """Measure COPY of the lines of the journal, in one transaction and a connection of its own."""
    import psycopg

    with psycopg.connect(address) as connection:
        connection.execute(BARE.encode())
    command = f"COPY {table} FROM STDIN".encode()
    with _timed(server, times, name), psycopg.connect(address) as taking, taking.cursor().copy(command) as copy:
        for text in lines:
            copy.write(text)
    with psycopg.connect(address) as connection:
        connection.execute(b"DROP TABLE bare_change, keyed_change")


def _fetched(server: Server, scratch: Path, number: int) -> Times:
    path = scratch / f"gehaald-{number}.bouwstenen"
    surroundings = around(scratch)
    times: Times = {}
    store = create(path, surroundings, lambda new: new.begin("Nieuw", examples.fill_new, codebook_file()))
    with closing(store), _timed(server, times, "fetched"):
        ended(libraries.fetch(store, server.address(f"ronde{number}"), "", surroundings))
    times["bare driver"] = bare(path, scratch / f"kaal-{number}.bouwstenen")
    return times


@contextmanager
def _timed(server: Server, times: Times, name: str) -> Iterator[None]:
    clock, processor = time.perf_counter(), _processor(server)
    yield
    elapsed = time.perf_counter() - clock
    time.sleep(0.2)  # the server counts what a connection took when it has ended
    times[name] = elapsed, _processor(server) - processor


def _processor(server: Server) -> float:
    """Return the processor time of this process and of the connections of the server that have ended."""
    fields = Path(f"/proc/{server.process}/stat").read_text().rpartition(")")[2].split()
    return time.process_time() + (int(fields[13]) + int(fields[14])) / TICKS


if __name__ == "__main__":
    main()

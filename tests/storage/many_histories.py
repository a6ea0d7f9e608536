"""Thousands of random histories, made quick: what all begin with is made once, and statements are compiled once."""

import gc
import json
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from tests.statements import share_statements
from tests.storage.histories import begin, play
from tests.storage.laptops import Laptop
from tests.storage.postgres import Server, binaries

from bouwstenen_app.services import examples
from bouwstenen_app.storage.library import SCHEMA, Library

BOOK: Final = Path(__file__).parents[2] / "resources/codebook/bouwstenen-basis.json"
CODES: Final = 4
"""Codes of each dimension: a history needs no more of them."""
BY_LIBRARY: Final = 4
"""One in so many histories has a library between its laptops."""
TOLD: Final = 100
_TABLES: Final = ("step", "seen", "change", "picture", "held", "plain", "named")


def main(count: int, first: int = 0) -> None:
    """Play histories from the first on; say how many went well, and of each that did not what went wrong."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # then the server ends too
    share_statements()
    wrong: list[int] = []
    with _scratch() as folder, _library(folder) as library:
        maker = Laptop(folder, "begin")
        begin(maker, lambda store: store.begin("Nieuw", examples.fill_new, small_book()))
        maker.store.close()
        for seed in range(first, first + count):
            by_library = library if seed % BY_LIBRARY == 0 else None
            if by_library:
                _empty(by_library)
            try:
                play(seed, ready=maker.path, library=by_library)
            except AssertionError:
                traceback.print_exc()
                wrong.append(seed)
            if (seed + 1 - first) % TOLD == 0:
                _tell(first, seed, wrong)
                gc.collect()
    if wrong:
        raise SystemExit(1)


def _tell(first: int, seed: int, wrong: list[int]) -> None:
    processor = time.process_time() / (seed + 1 - first)
    told = f"wrong: {wrong}" if wrong else "equal ends, nothing lost"
    print(f"{first}–{seed}: {told} ({processor:.3f} s of processor each)", flush=True)  # noqa: T201


def small_book() -> dict[str, Any]:
    """Return the codebook of the program with a few codes of each dimension."""
    book: dict[str, Any] = json.loads(BOOK.read_text(encoding="utf-8"))
    of: dict[str, list[Any]] = defaultdict(list)
    for code in book["codes"]:
        if code["parent"] is None and len(of[code["dimension"]]) < CODES:
            of[code["dimension"]].append(code)
    return {**book, "combinations": [], "codes": [code for codes in of.values() for code in codes]}


@contextmanager
def _scratch() -> Iterator[Path]:
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="geschiedenissen-", dir=memory if memory.is_dir() else None))
    folder.chmod(0o755)  # the server runs as another user
    tempfile.tempdir = str(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _library(folder: Path) -> Iterator[Library | None]:
    if binaries() is None:
        yield None
        return
    server = Server(folder / "server")
    try:
        library = Library(server.address())
        library.make()
        yield library
    finally:
        server.stop()


def _empty(library: Library) -> None:
    with library._engine.begin() as connection:
        connection.exec_driver_sql("TRUNCATE " + ", ".join(f"{SCHEMA}.{name}" for name in _TABLES))

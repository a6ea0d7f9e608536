"""Giving a workspace a password, another one, or none: it is written anew and checked before it takes over."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Final

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage.copies import clear, copy_database, faults, put_in_place
from bouwstenen_app.storage.driver import APPLICATION_ID, bare
from bouwstenen_app.storage.failures import file_problem, said_in_dutch
from bouwstenen_app.storage.keys import Key

_CHUNK: Final = 1 << 20
_NO_COPY: Final = (
    "Het wachtwoord is niet veranderd: de nieuwe kopie van {name} is niet gaaf. Je werkmap is zoals ze was. "
    "Controleer de schijf en probeer het opnieuw."
)


def rekey(path: Path, old: Key | None, new: Key | None) -> None:
    """Let a file that is not open be opened by another key from now on (None: by anyone). All or nothing.

    What stood on the disk without a password is overwritten as far as the system allows: an SSD, a snapshot or a
    cloud folder may keep it.
    """
    part = path.with_name(path.name + ".part")
    try:
        clear(part)
        with said_in_dutch():
            _write(path, part, old, new)
            if faults(part, new) or _contents(part, new) != _contents(path, old):
                raise Problem(_NO_COPY, name=path.name)
        with overwritten(path, plain=old is None):
            put_in_place(part, path)
    except OSError as error:
        raise file_problem(error, path) from error
    finally:
        clear(part)


def _write(path: Path, part: Path, old: Key | None, new: Key | None) -> None:
    with closing(bare(path, "rw", key=old)) as source:
        source.execute("PRAGMA temp_store=MEMORY")
        if old is not None and new is not None:
            copy_database(source, part, new)
        else:
            _export(source, part, new)


def _export(source: Any, part: Path, key: Key | None) -> None:
    """Copy between a file with a password and one without, whose pages are of another size inside."""
    version = source.execute("PRAGMA user_version").fetchone()[0]
    source.execute("ATTACH DATABASE ? AS other KEY ?", (str(part), key.literal if key else ""))
    source.execute("SELECT sqlcipher_export('other')").fetchall()
    source.execute(f"PRAGMA other.user_version={version}")  # an export leaves these two behind
    source.execute(f"PRAGMA other.application_id={APPLICATION_ID}")
    source.execute("DETACH DATABASE other")


def _contents(path: Path, key: Key | None) -> list[tuple[Any, ...]]:
    """Return what a file has: every table with its statement and how many rows are in it."""
    with closing(bare(path, "ro", key=key)) as connection:
        found = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        counts = [
            connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()
            for kind, name, _ in found
            if kind == "table"
        ]
        header = connection.execute("PRAGMA user_version").fetchone()
        return [*found, *counts, header]


@contextmanager
def overwritten(path: Path, *, plain: bool) -> Iterator[None]:
    """Overwrite what a file was before it is replaced within the block, where a file in use can be replaced."""
    try:
        old: BinaryIO | None = path.open("rb+") if plain and os.name == "posix" else None
    except OSError:
        old = None
    try:
        yield
        if old is not None:
            _fill(old)
    finally:
        if old is not None:
            old.close()


def _fill(file: BinaryIO) -> None:
    left = file.seek(0, 2)
    file.seek(0)
    while left > 0:
        left -= file.write(bytes(min(left, _CHUNK)))
    file.flush()
    os.fsync(file.fileno())

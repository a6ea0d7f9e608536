"""Copies of an open workspace: made in one step, closed, and checked."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage.driver import bare, copy_into
from bouwstenen_app.storage.failures import REFUSED, file_problem, said_in_dutch
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.kinds import strange_columns

_MALFORMED: Final = "database disk image is malformed"


def copy_database(source: Any, target: Path, key: Key | None = None) -> None:
    """Copy an open database (a driver connection) to a new file, which is on disk when this returns.

    ``key`` protects the copy: given for a protected database, and only then. The copy is made beside
    the target and put in its place at once; an existing target is replaced.
    """
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        with said_in_dutch():
            _copy(source, part, key)
        put_in_place(part, target)
    except OSError as error:
        raise file_problem(error, target) from error
    finally:
        clear(part)


def put_in_place(part: Path, target: Path) -> None:
    """Give a file that is closed its real name, replacing what is there; it is on disk when this returns."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def move(source: Path, target: Path) -> None:
    """Give a file that is closed another name, also on another disk: there it is whole before it is gone here."""
    part = target.with_name(target.name + ".part")
    try:
        source.rename(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        try:
            shutil.copyfile(source, part)
            put_in_place(part, target)
        finally:
            clear(part)
        source.unlink()


def clear(path: Path) -> None:
    """Take away what is left of a file that was not finished, with its journal."""
    for left in (path, path.with_name(path.name + "-journal")):
        with suppress(OSError):
            left.unlink(missing_ok=True)


def faults(path: Path, key: Key | None = None) -> tuple[str, ...]:
    """Return what the database finds wrong in a file that is not open elsewhere; empty when it is sound.

    The search index is compared with the text of the blocks, and pictures with the id that was made from them:
    nothing else would notice a flipped bit in a text or a photo. Values of another kind than their column has are
    told too.
    """
    try:
        connection = bare(path, "rw", key=key)
    except REFUSED as error:
        return (str(error) or _MALFORMED,)
    try:
        lines = [line for (line,) in connection.execute("PRAGMA cipher_integrity_check")] if key else []
        lines += [line for (line,) in connection.execute("PRAGMA integrity_check")]
        lines += [f"{row[0]}: {row[2]}" for row in connection.execute("PRAGMA foreign_key_check")]
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'block_search'").fetchone():
            connection.execute("INSERT INTO block_search(block_search, rank) VALUES ('integrity-check', 1)")
        lines += _damaged_pictures(connection)
        lines += [
            f"{column}: er staat iets anders in dan Bouwstenen schrijft" for column in strange_columns(connection)
        ]
        return tuple(line for line in lines if line != "ok")
    except REFUSED as error:
        return (str(error) or _MALFORMED,)
    finally:
        connection.close()


def check(path: Path, key: Key | None = None) -> None:
    """Raise a Problem when a copy is not sound."""
    if found := faults(path, key):
        raise Problem("De kopie {name} is niet gaaf ({fault}). Maak haar opnieuw.", name=path.name, fault=found[0])


def _damaged_pictures(connection: Any) -> Iterator[str]:
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'picture'").fetchone():
        for identity, data in connection.execute("SELECT id, data FROM picture"):
            if not isinstance(data, bytes) or not sha256(data).hexdigest().startswith(str(identity)):
                yield f"een foto is beschadigd ({str(identity)[:8]})"


def _copy(source: Any, part: Path, key: Key | None) -> None:
    copy = bare(part, "rwc", key=key)
    try:
        copy_into(source, copy)
    finally:
        copy.close()

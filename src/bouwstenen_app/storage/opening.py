"""Opening a workspace file: is it ours, is it of this version, is somebody else in it?"""

import getpass
import json
import os
import platform
import struct
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout
from sqlalchemy.exc import DatabaseError
from sqlcipher3 import dbapi2

from bouwstenen_app.domain.identity import derived
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage import schema
from bouwstenen_app.storage.copies import copy_database
from bouwstenen_app.storage.engine import APPLICATION_ID, connect, open_engine
from bouwstenen_app.storage.failures import file_problem, problem_of
from bouwstenen_app.storage.store import Store

SUFFIX: Final = ".bouwstenen"
_MAGIC: Final = b"SQLite format 3\x00"
_FOREIGN: Final = "{name} is geen werkmap van Bouwstenen. Kies een bestand dat eindigt op .bouwstenen."


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where this program runs: its own folder for locks, copies and backups, this laptop, time and identities."""

    data: Path
    laptop: str
    """The identity of this installation, made once and kept in its data folder."""
    new_id: Callable[[], str]
    now: Callable[[], datetime]

    def replica(self, path: Path) -> str:
        """Return the identity of one file on this laptop: a copy elsewhere is another writer."""
        return derived("replica", self.laptop, str(path.resolve()))


def create(path: Path, around: Surroundings) -> Store:
    """Make a new, empty workspace file and open it; Problem when a file of that name is there already."""
    if path.exists():
        raise Problem("{name} bestaat al. Kies een andere naam; er is niets veranderd.", name=path.name)
    if not path.parent.is_dir():
        raise Problem("De map {folder} bestaat niet. Maak haar eerst of kies een andere.", folder=path.parent.name)
    lock = _lock(path, around)
    engine = open_engine(path)
    try:
        with engine.begin() as connection:
            schema.create(connection)
    except (DatabaseError, dbapi2.Error) as error:
        engine.dispose()
        path.unlink(missing_ok=True)
        lock.release()
        raise problem_of(error) from error
    engine.dispose()
    return _store(path, around, lock)


def open_store(path: Path, around: Surroundings) -> Store:
    """Open a workspace file to work in it.

    When another window or program already works in it, the store is a private copy that is read-only. A file of an
    older version is copied to the backups first and then migrated; one of a newer version is a Problem, as is a
    file that is not ours, damaged, or not to be read.
    """
    examine(path)
    try:
        lock = _lock(path, around)
    except Timeout:
        return _private_copy(path, around)
    try:
        version = _version(path)
        if version < schema.VERSION:
            _migrate(path, version, around)
        return _store(path, around, lock)
    except dbapi2.Error as error:
        lock.release()
        raise problem_of(error) from error
    except BaseException:
        lock.release()
        raise


def examine(path: Path) -> None:
    """Raise a Problem when the file is not a workspace that this version can open. Reads the header only."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise file_problem(error, path) from error
    if not header.startswith(_MAGIC) or len(header) < 100:
        raise Problem(_FOREIGN, name=path.name)
    (version,) = struct.unpack(">I", header[60:64])
    (application,) = struct.unpack(">I", header[68:72])
    if application != APPLICATION_ID:
        raise Problem(_FOREIGN, name=path.name)
    if version > schema.VERSION:
        raise Problem(
            "{name} is gemaakt met een nieuwere versie van Bouwstenen. Werk het programma bij en open het bestand "
            "daarna opnieuw; er is niets veranderd.",
            name=path.name,
        )


def who_has(path: Path, around: Surroundings) -> str:
    """Return who works in the file, in words (``jansen op LAPTOP-12, sinds 14:03``); empty when unknown."""
    try:
        note = json.loads(_note(path, around).read_text(encoding="utf-8"))
        return f"{note['who']} op {note['where']}, sinds {note['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def data_name(path: Path) -> str:
    """Return the name under which the data folder keeps what belongs to a file: no title is readable in it."""
    return sha256(str(path.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _store(path: Path, around: Surroundings, lock: FileLock) -> Store:
    engine = open_engine(path)
    try:
        return Store(
            path,
            engine,
            laptop=around.replica(path),
            new_id=around.new_id,
            now=around.now,
            read_only=not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)),
            on_close=lock.release,
        )
    except BaseException as error:
        engine.dispose()
        if isinstance(error, DatabaseError):
            raise problem_of(error) from error
        raise


def _private_copy(path: Path, around: Surroundings) -> Store:
    folder = around.data / "alleen-lezen"
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"{data_name(path)}-{os.getpid()}-{around.new_id()}{SUFFIX}"
    try:
        source = connect(path, read_only=True)
        try:
            copy_database(source, copy)
        finally:
            source.close()
        return Store(
            path,
            open_engine(copy, read_only=True),
            laptop=around.replica(path),
            new_id=around.new_id,
            now=around.now,
            read_only=True,
            on_close=lambda: copy.unlink(missing_ok=True),
        )
    except dbapi2.Error as error:
        raise problem_of(error) from error


def _lock(path: Path, around: Surroundings) -> FileLock:
    folder = around.data / "sloten"
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / f"{data_name(path)}.lock", is_singleton=False, thread_local=False)
    lock.acquire(timeout=0)
    note = {"who": _user(), "where": platform.node(), "since": around.now().strftime("%H:%M")}
    _note(path, around).write_text(json.dumps(note), encoding="utf-8")
    return lock


def _note(path: Path, around: Surroundings) -> Path:
    return around.data / "sloten" / f"{data_name(path)}.json"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "iemand"


def _version(path: Path) -> int:
    connection = connect(path)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def _migrate(path: Path, version: int, around: Surroundings) -> None:
    from bouwstenen_app.storage.migrate import migrate

    folder = around.data / "reservekopieën" / data_name(path)
    folder.mkdir(parents=True, exist_ok=True)
    source = connect(path)
    try:
        copy_database(source, folder / f"{around.now():%Y-%m-%d %H%M%S} versie {version}{SUFFIX}")
    finally:
        source.close()
    engine = open_engine(path)
    try:
        with engine.begin() as connection:
            migrate(connection, version)
    except DatabaseError as error:
        raise problem_of(error) from error
    finally:
        engine.dispose()

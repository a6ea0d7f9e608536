"""Opening a workspace file: is it ours, is it of this version, is somebody else in it?"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from filelock import FileLock
from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage import file_locks, history, read_only_copies, schema
from bouwstenen_app.storage.around import Surroundings as Surroundings
from bouwstenen_app.storage.copies import clear, copy_database, faults, put_in_place
from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.engine import open_engine, reading
from bouwstenen_app.storage.failures import damaged, file_problem, said_in_dutch
from bouwstenen_app.storage.headers import examine
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.kinds import damage_told
from bouwstenen_app.storage.migrate import migrate_file
from bouwstenen_app.storage.overwriting import PENDING
from bouwstenen_app.storage.own_folder import SUFFIX as SUFFIX
from bouwstenen_app.storage.own_folder import data_name as data_name
from bouwstenen_app.storage.own_folder import is_there
from bouwstenen_app.storage.read_only_copies import ReadOnlyCopy
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.working import Working, sweep_unfinished
from bouwstenen_app.storage.writers import Writer

_WROTE: Final = "wrote"
"""Stands with a connection of which a commit began."""
_ELSEWHERE: Final = "Deze werkmap is al open. Je kijkt naar een kopie; sluit haar daar om hier verder te werken."
_ELSEWHERE_BY: Final = (
    "Deze werkmap is al open ({who}). Je kijkt naar een kopie; sluit haar daar om hier verder te werken."
)
_NO_RIGHTS: Final = (
    "In deze werkmap mag niet worden geschreven: je kunt haar alleen lezen. Kopieer haar naar een map waar je wel "
    "mag schrijven om erin verder te werken."
)


class OpenElsewhere(Problem):
    """Somebody else works in the file: what is open here is a copy of how it was a moment ago."""


def create(
    path: Path, around: Surroundings, fill: Callable[[Store], object] | None = None, *, key: Key | None = None
) -> Store:
    """Make a new workspace file and open it; Problem when a file of that name is there already.

    ``fill`` gives it its first content. The file gets its name only when all of it is on disk, so what goes wrong
    on the way leaves nothing behind. ``key`` protects the file.
    """
    part = path.with_name(path.name + ".part")
    try:
        if path.exists() or is_there(around.data, path):
            raise Problem("{name} bestaat al. Kies een andere naam; er is niets veranderd.", name=path.name)
        if not path.parent.is_dir():
            raise Problem("De map {folder} bestaat niet. Maak haar eerst of kies een andere.", folder=path.parent)
        lock = file_locks.take(path, around)
    except OSError as error:
        raise file_problem(error, path) from error
    if lock is None:
        raise Problem("{name} wordt op dit moment al gemaakt. Kies een andere naam.", name=path.name)
    try:
        clear(part)
        _make(part, path, around, fill, key)
        put_in_place(part, path)
        return _store(path, around, lock, key)
    except BaseException as error:
        file_locks.let_go(lock, path, around)
        if isinstance(error, OSError):
            raise file_problem(error, path) from error
        raise
    finally:
        clear(part)


def open_store(path: Path, around: Surroundings) -> Store:
    """Open a workspace file to work in it.

    When another window or program already works in it, the store is a private copy that is read-only. A file of an
    older version is copied to the backups first and then migrated; one of a newer version is a Problem, as is a
    file that is not ours, damaged, or not to be read. Locked when it has a password that was not given yet.
    One in a folder that is synced is worked in as a copy (``Store.working``), also when that is left of a program
    that was stopped.
    """
    lock = file_locks.take_of_workspace(path, around)
    if lock is None:
        return _read_only(path, around, _elsewhere(path, around))
    try:
        # Nobody in this program has the file open now: reading it by other means drops no lock of SQLite.
        file = around.file(path)
        key = around.keys.of(file, name=path.name)
        version = examine(file, name=path.name, key=key)
        with said_in_dutch():
            if not _writable(file) and version < schema.VERSION:
                file_locks.let_go(lock, path, around)
                return _read_only(path, around, Problem(_NO_RIGHTS))
            if version < schema.VERSION:
                _keep(path, version, around, key)
            read_only_copies.sweep(around.data)
            sweep_unfinished(around.data)
            return _store(path, around, lock, key, version)
    except OSError as error:
        file_locks.let_go(lock, path, around)
        raise file_problem(error, path) from error
    except BaseException:
        file_locks.let_go(lock, path, around)
        raise


def _make(
    part: Path, path: Path, around: Surroundings, fill: Callable[[Store], object] | None, key: Key | None
) -> None:
    engine = open_engine(part, new=True, key=key)
    with said_in_dutch():
        try:
            with engine.begin() as connection:
                schema.create(connection)
        finally:
            engine.dispose()
    if fill is not None:
        store = _plain_store(path, open_engine(part, key=key), around, key)
        try:
            fill(store)
        finally:
            store.close()


def _store(
    path: Path, around: Surroundings, lock: FileLock, key: Key | None, version: int = schema.VERSION
) -> Store:
    working = _working(path, around, key)
    file = working.file if working else path
    refusal = None if _writable(file) else Problem(_NO_RIGHTS)

    def note_closed() -> None:
        for one in {path, file}:
            around.keys.note_closed(one)

    def let_go() -> None:
        note_closed()
        try:
            if working is not None:
                working.let_go(key)
        finally:
            file_locks.let_go(lock, path, around)

    for one in {path, file}:
        around.keys.note_open(one, key)
    try:
        if version < schema.VERSION:
            migrate_file(file, version, key)
            if working is not None:
                working.note_write()
        engine = open_engine(file, key=key)
        if working is not None:
            _watch(engine, working)
        return _plain_store(path, engine, around, key, refusal=refusal, on_close=let_go, working=working)
    except BaseException:
        note_closed()
        if working is not None and not working.is_pending:
            working.forget()  # it is the file in its place that could not be opened
        raise


def _working(path: Path, around: Surroundings, key: Key | None) -> Working | None:
    """Return the working copy of a workspace that is not open; None for one that is worked in where it is."""
    working = around.working(path)
    if not working.is_here:
        if not (working.program and _writable(path)):
            return None
        working.settle_place(key)
        working.take()
    return working


def _watch(engine: Engine, working: Working) -> None:
    """Let a working copy know when something is written in it: just before it is there, and once it is.

    What is copied between the two does not have it.
    """

    def begins(connection: Connection) -> None:
        if not connection.get_execution_options().get("reads", False):
            working.note_write()
            connection.info[_WROTE] = True

    def ended(_: Any, record: ConnectionPoolEntry) -> None:
        if record.info.pop(_WROTE, False):
            working.note_write()

    event.listen(engine, "commit", begins)
    event.listen(engine, "checkin", ended)


def _plain_store(
    path: Path,
    engine: Engine,
    around: Surroundings,
    key: Key | None,
    *,
    refusal: Problem | None = None,
    on_close: Callable[[], None] = lambda: None,
    working: Working | None = None,
) -> Store:
    writer = Writer(around.data / "schrijvers" / data_name(path), around.replica(path))

    try:
        with damage_told(reading(engine)), said_in_dutch():
            store = Store(
                path,
                engine,
                laptop=writer.begin(lambda who: _last_number(engine, who)) if refusal is None else writer.identity,
                new_id=around.new_id,
                now=around.now,
                key=key,
                refusal=refusal,
                on_step=writer.note,
                renew=lambda: writer.renew(lambda who: _last_number(engine, who)),
                on_close=on_close,
                working=working,
            )
            if refusal is None and store.recall(PENDING):  # the program ended before it was gone
                for _ in store.merge(lambda _: iter(())):
                    pass
            return store
    except ValueError as error:
        engine.dispose()
        raise damaged() from error
    except BaseException:
        engine.dispose()
        raise


def _last_number(engine: Engine, writer: str) -> int:
    with Session(reading(engine)) as session:
        last = history.last_step(session, writer)
        return last.number if last else 0


def _read_only(path: Path, around: Surroundings, refusal: Problem) -> Store:
    copy = ReadOnlyCopy(path, around)
    try:
        file = around.file(path)
        key = around.keys.of(file, name=path.name)
        with said_in_dutch():
            _copy(file, copy.file, key)
            version = examine(copy.file, name=path.name, key=key)
            if version < schema.VERSION:
                migrate_file(copy.file, version, key)
            engine = open_engine(copy.file, read_only=True, key=key)
            return _plain_store(path, engine, around, key, refusal=refusal, on_close=copy.forget)
    except BaseException:
        copy.forget()
        raise


def _copy(path: Path, target: Path, key: Key | None) -> None:
    source = connect(path, read_only=True, key=key)
    try:
        copy_database(source, target, key)
    finally:
        source.close()


def _elsewhere(path: Path, around: Surroundings) -> OpenElsewhere:
    who = file_locks.who_has(path, around)
    return OpenElsewhere(_ELSEWHERE_BY if who else _ELSEWHERE, who=who)


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _keep(path: Path, version: int, around: Surroundings, key: Key | None) -> None:
    """Copy a file of an older version to the backups, before it is migrated."""
    try:
        folder = around.backups(path)
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise file_problem(error, around.data) from error
    kept = folder / f"{around.now():%Y-%m-%d %H%M%S} versie {version}{SUFFIX}"
    _copy(around.file(path), kept, key)
    if faults(kept, key):
        clear(kept)
        raise damaged()

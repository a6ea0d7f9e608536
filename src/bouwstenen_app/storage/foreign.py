"""Files of other laptops: read from a private copy, after a look at what is in them. Nothing in them is run."""

from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from bouwstenen_app.storage import schema
from bouwstenen_app.storage.copies import clear
from bouwstenen_app.storage.driver import bare, connect, copy_into
from bouwstenen_app.storage.failures import REFUSED, file_problem, problem_of, strange
from bouwstenen_app.storage.headers import examine
from bouwstenen_app.storage.intake import refuse_late
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.migrate import migrate, migrate_file

CHUNK: Final = 5_000
"""How many lines are read at a time, so that memory stays flat."""
Line = tuple[Any, ...]
_DRAFTS: Final = "SELECT key, value FROM local WHERE key LIKE '%concept%' OR key LIKE 'formulier:half:%'"
_LOG: Final = "SELECT at, laptop, act, kind, count, overruled FROM audit ORDER BY number"
_OBJECTS: Final = "SELECT type, name, CASE type WHEN 'trigger' THEN sql END FROM sqlite_master"


class Foreign:
    """A workspace file of another laptop that is open to be read."""

    def __init__(self, name: str, connection: Any) -> None:
        self.name = name
        self._connection = connection

    def steps(self) -> Iterator[Line]:
        """Yield its steps: id, laptop, number, stamp, at, label, kind, of, seen."""
        return self._rows("SELECT id, laptop, number, stamp, at, label, kind, of, seen FROM step")

    def seen(self) -> Iterator[Line]:
        """Yield what its writers had seen: id, vector as JSON."""
        return self._rows("SELECT id, vector FROM seen")

    def changes(self) -> Iterator[Line]:
        """Yield the lines of its journal: step, position, table, row, before and after as JSON."""
        return self._rows("SELECT step_id, position, table_name, row_id, before, after FROM change")

    def pictures(self) -> Iterator[Line]:
        """Yield its pictures: id, format, bytes."""
        return self._rows("SELECT id, format, data FROM picture", 1)

    def _rows(self, query: str, size: int = CHUNK) -> Iterator[Line]:
        with _told(self.name):
            cursor = self._connection.execute(query)
            while lines := cursor.fetchmany(size):
                yield from lines


@contextmanager
def opened(path: Path, copy: Path, key: Key | None = None) -> Iterator[Foreign]:
    """Open a file of another laptop, on a private ``copy`` that is gone afterwards; the ``key`` opens both.

    Raises Problem when it is not a workspace, is of a newer version, is damaged, or holds what no version of the
    program puts in a file. One of an older version is migrated, in the copy.
    """
    version = examine(path, key=key)
    try:
        with _told(path.name):
            _copy(path, copy, key)
            connection = connect(copy, read_only=True, key=key)
        try:
            with _told(path.name):
                _refuse_strange(connection, version, path.name)
            if version < schema.VERSION:
                connection.close()
                with _told(path.name):
                    migrate_file(copy, version, key)
                connection = connect(copy, read_only=True, key=key)
            yield Foreign(path.name, connection)
        finally:
            connection.close()
    except OSError as error:
        raise file_problem(error, path) from error
    finally:
        clear(copy)


def has_news(path: Path, known: Collection[str], now: int, key: Key | None = None) -> bool:
    """Say whether a file holds a step that is not ``known``; raises Problem as ``opened`` does. Makes no copy.

    Of a file of this version it also sees whether a clock was wrong: ``now`` is this laptop’s time.
    """
    version = examine(path, key=key)
    if version < schema.VERSION:
        return True
    with _told(path.name):
        connection = connect(path, read_only=True, key=key)
        try:
            _refuse_strange(connection, version, path.name)
            fresh = [stamp for step, stamp in connection.execute("SELECT id, stamp FROM step") if step not in known]
        finally:
            connection.close()
    for stamp in fresh:
        refuse_late(stamp, path.name, now)
    return bool(fresh)


def is_same_workspace(path: Path, known: Collection[str], key: Key | None = None) -> bool:
    """Say whether a file holds a step that is ``known``, or none at all; raises Problem as ``opened`` does."""
    version = examine(path, key=key)
    with _told(path.name), closing(connect(path, read_only=True, key=key)) as connection:
        _refuse_strange(connection, version, path.name)
        steps = [step for (step,) in connection.execute("SELECT id FROM step")]
    return not steps or not known or any(step in known for step in steps)


def log_and_drafts(path: Path, key: Key | None = None) -> tuple[list[Line], dict[str, str]]:
    """Return what a file holds outside its journal: the lines of its log, and half-typed texts by their key.

    For a file of which everything came in; one of an older version has no log.
    """
    with _told(path.name), closing(connect(path, read_only=True, key=key)) as connection:
        logged = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'audit'").fetchone()
        lines = connection.execute(_LOG).fetchall() if logged else []
        drafts = connection.execute(_DRAFTS).fetchall()
    return lines, dict(drafts)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Say which of the files it was that the driver refused."""
    try:
        yield
    except REFUSED as error:
        problem = problem_of(error)
        if problem is not None and any(sign in str(error) for sign in ("locked", "disk is full")):
            raise problem from error
        raise strange(name) from error


def _copy(path: Path, copy: Path, key: Key | None) -> None:
    """Copy a file that another program may have open. The copy is thrown away: it need not reach the disk."""
    clear(copy)
    source = connect(path, read_only=True, key=key)
    try:
        target = bare(copy, "rwc", key=key)
        try:
            for pragma in ("journal_mode=OFF", "synchronous=OFF"):
                target.execute(f"PRAGMA {pragma}").fetchall()
            copy_into(source, target)
        finally:
            target.close()
    finally:
        source.close()


def _refuse_strange(connection: Any, version: int, name: str) -> None:
    """Raise Problem when a file has other tables, views or triggers than a file of its version."""
    expected = _objects_of_version(version)
    found = {(kind, named): sql for kind, named, sql in connection.execute(_OBJECTS) if _ours(named)}
    if found != expected:
        raise strange(name)


_known: dict[int, dict[tuple[str, str], str | None]] = {}


def _objects_of_version(version: int) -> dict[tuple[str, str], str | None]:
    """Return what stands in an empty file of a version: kind and name, and for a trigger its statement."""
    if version not in _known:
        engine = create_engine("sqlite://", module=dbapi2, poolclass=StaticPool)
        try:
            with engine.begin() as connection:
                if version == schema.VERSION:
                    schema.create(connection)
                else:
                    migrate(connection, 0, version)
                objects = connection.exec_driver_sql(_OBJECTS)
                _known[version] = {
                    (kind, name): sql for kind, name, sql in objects if not name.startswith("sqlite_")
                }
        finally:
            engine.dispose()
    return _known[version]


def _ours(name: str) -> bool:
    return not name.startswith("sqlite_")

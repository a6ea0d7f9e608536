"""Opening the one SQLite file: driver, pragmas, transactions (``goals.md``, "The file", says why)."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

APPLICATION_ID: Final = 0x42775374
"""``BwSt``: says in the header of the file whose it is."""

PRAGMAS: Final = (
    "journal_mode=TRUNCATE",
    "synchronous=EXTRA",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "busy_timeout=5000",
)
READ_PRAGMAS: Final = tuple(p for p in PRAGMAS if not p.startswith(("journal_mode", "synchronous")))


def uri(path: Path, mode: str) -> str:
    """Return how the driver is asked for a file: ``ro`` to read, ``rw`` to write, ``rwc`` to make it as well."""
    named = path.absolute().as_uri()
    if not named.startswith("file:///"):
        named = "file://" + named.removeprefix("file:")  # a file server: SQLite wants its name in the path
    return f"{named}?mode={mode}"


def connect(path: Path, *, read_only: bool = False, new: bool = False) -> Any:
    """Return a bare driver connection to the file, with every pragma set. Only a ``new`` file is made."""
    connection = dbapi2.connect(
        uri(path, "ro" if read_only else "rwc" if new else "rw"),
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=512,
    )
    try:
        for pragma in READ_PRAGMAS if read_only else PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except dbapi2.Error:
        connection.close()
        raise
    return connection


def open_engine(path: Path, *, read_only: bool = False, new: bool = False) -> Engine:
    """Return an engine on the file. Transactions begin IMMEDIATE, except those that only read."""
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, read_only=read_only, new=new),
        poolclass=QueuePool,
        pool_size=4,
        pool_reset_on_return=None,
        json_serializer=dumps,
        json_deserializer=loads,
    )
    event.listen(engine, "begin", _begin)
    return engine


def reading(engine: Engine) -> Engine:
    """Return the same engine for transactions that only read, and so never keep a writer waiting at the door."""
    return engine.execution_options(reads=True)


def _begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get("reads", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


_encode: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def dumps(value: Any) -> str:
    """Return compact JSON that keeps letters as letters, so that search and people can read it."""
    return _encode(value)


def loads(text: str) -> Any:
    """Return what JSON in the file says; JSON that cannot be read is a damaged file, as the driver calls it."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise dbapi2.DatabaseError("malformed JSON") from error

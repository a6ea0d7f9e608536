"""SQLAlchemy on the one SQLite file: how transactions begin, and how JSON is written."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.keys import Key

FILE = "file"
"""The option of an engine that says which file it is on."""


def open_engine(path: Path, *, read_only: bool = False, new: bool = False, key: Key | None = None) -> Engine:
    """Return an engine on the file. Transactions begin IMMEDIATE, except those that only read.

    ``key`` opens a protected file, and protects a new one.
    """
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, read_only=read_only, new=new, key=key),
        poolclass=QueuePool,
        pool_size=4,
        pool_reset_on_return=None,
        execution_options={FILE: path},
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
    if text == "[]":  # most lists of most blocks
        return []
    try:
        return json.loads(text)
    except ValueError as error:
        raise dbapi2.DatabaseError("malformed JSON") from error

"""Values of another kind than their column has: what no version of the program wrote, and a bug can come of."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, Final

from sqlalchemy import Column, Engine

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage import tables  # noqa: F401 - every table must be known
from bouwstenen_app.storage.failures import REFUSED, Damaged, damaged, problem_of
from bouwstenen_app.storage.rows import Row

_STORED: Final = {"BOOLEAN": "integer", "INTEGER": "integer", "BLOB": "blob"}
"""How SQLite calls the kind of what is kept in a column; in all others it is text."""
_LIST: Final = "[]"
_NUMBERS: Final = "vector"
"""The column with an object of whole numbers."""


@contextmanager
def damage_told(reads: Engine) -> Iterator[None]:
    """Raise a bug as Damaged when the file holds what no version of the program wrote; else it passes as it is."""
    try:
        yield
    except Problem:
        raise
    except Exception as error:
        if _is_strange(reads):
            raise damaged() from error
        raise


def strange_columns(connection: Any) -> Iterator[str]:
    """Yield ``table.column`` for every column in which a value is of another kind, of a driver connection.

    Also of a file of an older version: of the columns that it has.
    """
    for table in Row.metadata.sorted_tables:
        there = {line[1] for line in connection.execute(f'PRAGMA table_info("{table.name}")').fetchall()}
        columns = [column for column in table.c if column.name in there]
        if columns:
            wrong = ", ".join(f"max({_is_wrong(column)})" for column in columns)
            found = connection.execute(f'SELECT {wrong} FROM "{table.name}"').fetchone()
            yield from (f"{table.name}.{column.name}" for column, one in zip(columns, found, strict=True) if one)


def _is_strange(reads: Engine) -> bool:
    try:
        with reads.connect() as connection:
            driver = connection.connection.driver_connection
            loose = connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None
            return loose or any(strange_columns(driver))
    except REFUSED as error:  # the look itself may meet the damage
        return isinstance(problem_of(error), Damaged)
    except Problem as problem:
        return isinstance(problem, Damaged)


@cache
def _is_wrong(column: Column[Any]) -> str:
    """Return an expression that is 1 where the value of a column is of another kind."""
    name, kind = f'"{column.name}"', str(column.type)
    stored = _STORED.get(kind, "text")
    cases = [f"typeof({name}) = 'null' THEN {int(not column.nullable)}", f"typeof({name}) <> '{stored}' THEN 1"]
    if kind == "BOOLEAN":
        cases.append(f"{name} NOT IN (0, 1) THEN 1")
    elif kind == "JSON":
        cases += _is_wrong_json(name, column)
    return "CASE " + " ".join(f"WHEN {case}" for case in cases) + " ELSE 0 END"


def _is_wrong_json(name: str, column: Column[Any]) -> Iterator[str]:
    default = getattr(column.server_default, "arg", None)
    empty, of = (_LIST, "text") if default == _LIST else ("{}", "integer" if column.name == _NUMBERS else "")
    yield f"{name} = '{empty}' THEN 0"
    yield f"substr({name}, 1, 1) <> '{empty[0]}' OR NOT json_valid({name}) THEN 1"
    if of:
        yield f"EXISTS (SELECT 1 FROM json_each({name}) WHERE type <> '{of}') THEN 1"

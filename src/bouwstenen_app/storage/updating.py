"""Updating many rows: the statement is made once by SQLAlchemy, and the driver gets the values as they are kept.

A statement object makes a dictionary of parameters for every row; for 5,000 rows that takes as long as the disk.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Select, Table, bindparam, func, select, update

_ID = "row_id_"


class _Statement(NamedTuple):
    sql: str
    names: tuple[str, ...]
    """The columns in the order of the placeholders, the id as ``row_id_``."""
    encoders: tuple[Callable[[Any], Any] | None, ...]


def update_rows(
    connection: Connection, table: Table, names: tuple[str, ...], rows: Iterable[tuple[str, Mapping[str, Any]]]
) -> None:
    """Set these columns of rows: each its id and its values."""
    statement = _statement(table, names, connection.dialect)
    columns = [*zip(statement.names, statement.encoders, strict=True)]
    lines = [
        tuple(
            identity if name == _ID else values[name] if encode is None else encode(values[name])
            for name, encode in columns
        )
        for identity, values in rows
    ]
    if lines:
        connection.exec_driver_sql(statement.sql, lines)


def among(ids: Sequence[str]) -> Select[tuple[str]]:
    """Return these ids as a question to compare with: one parameter, however many there are."""
    return select(func.json_each(json.dumps([*ids])).table_valued("value").c.value)


_known: dict[tuple[Table, tuple[str, ...], type[Dialect]], _Statement] = {}
"""By the kind of dialect: one by itself would be kept here for ever, with the engine that it belongs to."""


def _statement(table: Table, names: tuple[str, ...], dialect: Dialect) -> _Statement:
    key = (table, names, type(dialect))
    if key not in _known:
        _known[key] = _compiled(table, names, dialect)
    return _known[key]


def _compiled(table: Table, names: tuple[str, ...], dialect: Dialect) -> _Statement:
    wanted = update(table).where(table.c.id == bindparam(_ID)).values({name: bindparam(name) for name in names})
    compiled = wanted.compile(dialect=dialect)
    places = tuple(compiled.positiontup or ())
    if not places:
        raise RuntimeError(f"{dialect.name}: values are given by place here, not by name")
    kinds = (table.c.id.type if name == _ID else table.c[name].type for name in places)
    encoders = tuple(kind.dialect_impl(dialect).bind_processor(dialect) for kind in kinds)
    return _Statement(str(compiled), places, encoders)

"""Inserting rows: the statement is made once by SQLAlchemy, and the driver gets the rows as they are kept.

A statement object costs as much at every execution as the driver needs to write a row; a capture has five.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Boolean, Connection, Dialect, Table, insert
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from bouwstenen_app.storage import reindexing
from bouwstenen_app.storage.tables import BlockRow

Encoder = Callable[[Any], Any]


class _Statement(NamedTuple):
    sql: str
    names: tuple[str, ...]
    """The columns in the order of the placeholders."""
    encoders: tuple[Encoder | None, ...]
    defaults: Mapping[str, Callable[[], Any]]
    """What makes the value of a column that a row does not give."""


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all give the same columns; the others get their default."""
    if not rows:
        return
    statement = _statement(table, tuple(rows[0]), connection.dialect)
    given = rows
    if statement.defaults:
        given = [{**_made(statement), **row} for row in rows]
    columns = (
        [row[name] if encode is None else encode(row[name]) for row in given]
        for name, encode in zip(statement.names, statement.encoders, strict=True)
    )
    _insert(connection, table, statement, [*zip(*columns, strict=True)])


def insert_differing(
    connection: Connection, table: Table, defaults: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]]
) -> None:
    """Insert rows (id → fields) that say only in what they differ from the ``defaults`` of all columns."""
    if not rows:
        return
    statement = _statement(table, ("id", *defaults), connection.dialect)
    encoders = {name: encode for name, encode in zip(statement.names, statement.encoders, strict=True) if encode}
    plain = {name: encoders[name](value) if name in encoders else value for name, value in defaults.items()}
    in_order = itemgetter(*statement.names)
    lines = []
    for identity, fields in rows.items():
        values = {**plain, **fields, "id": identity}
        for name in encoders.keys() & fields.keys():
            values[name] = encoders[name](fields[name])
        lines.append(in_order(values))
    _insert(connection, table, statement, lines)


def _insert(connection: Connection, table: Table, statement: _Statement, lines: list[tuple[Any, ...]]) -> None:
    many = len(lines) >= reindexing.MANY_NEW and table is BlockRow.__table__ and "row" not in statement.names
    with reindexing.added_together(connection) if many else nullcontext():
        connection.exec_driver_sql(statement.sql, lines)


def _made(statement: _Statement) -> dict[str, Any]:
    return {name: make() for name, make in statement.defaults.items()}


_known: dict[tuple[Table, tuple[str, ...], type[Dialect]], _Statement] = {}
"""By the kind of dialect: one by itself would be kept here for ever, with the engine that it belongs to."""


def _statement(table: Table, given: tuple[str, ...], dialect: Dialect) -> _Statement:
    key = (table, given, type(dialect))
    if key not in _known:
        _known[key] = _compiled(table, given, dialect)
    return _known[key]


def _compiled(table: Table, given: tuple[str, ...], dialect: Dialect) -> _Statement:
    missing = (column for column in table.c if column.key not in given and column.default is not None)
    defaults = {column.key: _maker(column.default) for column in missing}
    compiled = insert(table).compile(dialect=dialect, column_keys=[*given, *defaults])
    names = tuple(compiled.positiontup or ())
    if not names:
        raise RuntimeError(f"{dialect.name}: rows are given by place here, not by name")
    encoders = tuple(encoder(table, name, dialect) for name in names)
    return _Statement(str(compiled), names, encoders, defaults)


def encoder(table: Table, name: str, dialect: Dialect) -> Encoder | None:
    """Return what makes of a value what the driver keeps; None when it keeps it as it is, as it does yes and no."""
    kind = table.c[name].type
    return None if isinstance(kind, Boolean) else kind.dialect_impl(dialect).bind_processor(dialect)


def _maker(default: Any) -> Callable[[], Any]:
    if isinstance(default, ScalarElementColumnDefault):
        return lambda: default.arg
    return lambda: default.arg(None)

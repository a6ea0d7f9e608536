"""How the rows of each table lie in a file, so that a row of which only the values are known is recognised."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from bouwstenen_app.storage import schema
from bouwstenen_app.storage.migrate import migrate
from bouwstenen_app.storage.wreck import Row

_ID: Final = re.compile("[0-9a-f]{32}")
_BYTES: Final = "BLOB"
_NARROW: Final[Mapping[str, Callable[[Any], object]]] = {
    "VARCHAR(32)": _ID.fullmatch,
    "JSON": lambda value: value[:1] in ("[", "{"),
    "BOOLEAN": lambda value: value in (0, 1),
}
"""Kinds of which not every value will do, and what says of one whether it may be."""
_MANY: Final = 10
"""With more values than this that fit, a row is of a table even if a few do not."""
_FEW: Final = 2
"""So many values of a row may be of another kind than their column: the others leave no doubt whose it is."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one table, in the order in which a file keeps them."""

    table: str
    columns: tuple[tuple[str, str, bool], ...]
    """Name, kind, and whether there may be nothing in it."""
    numbered: bool = False
    """Whether the first column is the number of the row itself."""
    _narrow: tuple[tuple[int, Callable[[Any], object]], ...] = field(init=False, repr=False, compare=False)
    """Where in a row values stand of which not every one will do, and what says so."""

    def __post_init__(self) -> None:
        kinds = enumerate((kind for _, kind, _ in self.columns), start=1)
        narrow = tuple((place, _NARROW[kind]) for place, kind in kinds if kind in _NARROW)
        object.__setattr__(self, "_narrow", narrow)

    def fits_kinds(self, row: Row) -> bool:
        """Say whether values of these kinds can be a row; what was added to it later may be missing at the end."""
        values = row[1:]
        known = _length(values)
        return min(2, len(self.columns)) <= known <= len(self.columns) and all(
            _is_kind(kind, value, nothing=nothing or place >= known or (self.numbered and place == 0))
            for place, ((_, kind, nothing), value) in enumerate(zip(self.columns, values, strict=False))
        )

    def fits_values(self, row: Row) -> bool:
        """Say whether values whose kinds fit are such as this table has: identities, lists, yes and no."""
        for place, may_be in self._narrow:  # of every row of a damaged file: as plain as can be
            value = row[place]
            if value is not None and not may_be(value):
                return False
        return True

    def nearly(self, row: Row) -> dict[str, Any]:
        """Return the values of a row by the name of their column, without a few of another kind; none with more."""
        values = row[1:]
        known = min(_length(values), len(self.columns))
        found = {
            name: value
            for place, ((name, kind, nothing), value) in enumerate(zip(self.columns[:known], values, strict=False))
            if not (self.numbered and place == 0)
            and _is_kind(kind, value, nothing=nothing)
            and (value is None or kind not in _NARROW or _NARROW[kind](value))
        }
        return found if known - self.numbered - len(found) <= _FEW < len(found) else {}

    def values(self, row: Row) -> dict[str, Any]:
        """Return the values of a row by the name of their column, but for what is missing at its end."""
        known = _length(row[1:])
        found = {name: value for (name, _, _), value in zip(self.columns[:known], row[1:], strict=False)}
        return {**found, self.columns[0][0]: row[0]} if self.numbered else found


@dataclass(slots=True)
class Layouts:
    """The layouts that a file may have, with what was found out about which rows fit which."""

    of_table: Mapping[str, Sequence[Layout]]
    _same: dict[tuple[type, ...], list[Layout]] = field(default_factory=dict)

    def fitting(self, row: Row) -> list[Layout]:
        """Return the layouts that fit a row."""
        return [one for one in self._of_kinds(row) if one.fits_values(row)]

    def values(self, table: str, row: Row) -> dict[str, Any]:
        """Return the values of a row of a table by the name of their column; none when it does not fit.

        A few values of another kind are left out.
        """
        for layout in self._of_kinds(row):
            if layout.table == table and layout.fits_values(row):
                return layout.values(row)
        return max((one.nearly(row) for one in self.of_table.get(table, ())), key=len, default={})

    def nearest(self, row: Row) -> str:
        """Return the table of a row that fits none because of a few values; empty when it may be of several."""
        near = {table: len(self.values(table, row)) for table in self.of_table}
        best = max(near.values(), default=0)
        fitting = [table for table, count in near.items() if count == best]
        return fitting[0] if len(fitting) == 1 and best > _MANY else ""

    def _of_kinds(self, row: Row) -> list[Layout]:
        shape = tuple(map(type, row))
        if shape not in self._same:
            every = (one for layouts in self.of_table.values() for one in layouts)
            self._same[shape] = [one for one in every if one.fits_kinds(row)]
        return self._same[shape]


def layouts(pages: Iterable[Sequence[Row]]) -> Layouts:
    """Return the layouts of a file: what it says itself, and for the rest those of a new and of a migrated file."""
    told: dict[str, str] = {}
    for rows in pages:
        told |= {row[2]: row[5] for row in rows if _is_statement(row)}
    found = {table: [layout] for table, layout in _of_statements(told.values()).items()}
    for known in (_of_new(), _of_migrated()):
        for table, layout in known.items():
            if table not in told and layout not in found.setdefault(table, []):
                found[table].append(layout)
    return Layouts(found)


def _of_statements(statements: Iterable[str]) -> dict[str, Layout]:
    with closing(dbapi2.connect(":memory:")) as connection:
        for statement in statements:
            try:
                connection.execute(statement)
            except dbapi2.Error:
                continue
        return _of_connection(connection)


@cache
def _of_new() -> dict[str, Layout]:
    engine = create_engine("sqlite://", module=dbapi2, poolclass=StaticPool)
    try:
        with engine.begin() as connection:
            schema.create(connection)
            return _of_connection(connection.connection.driver_connection)
    finally:
        engine.dispose()


@cache
def _of_migrated() -> dict[str, Layout]:
    engine = create_engine("sqlite://", module=dbapi2, poolclass=StaticPool)
    try:
        with engine.begin() as connection:
            migrate(connection, 0)
            return _of_connection(connection.connection.driver_connection)
    finally:
        engine.dispose()


def _of_connection(connection: Any) -> dict[str, Layout]:
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: _of(connection, name) for name in tables if not name.startswith("block_search")}


def _of(connection: Any, table: str) -> Layout:
    lines = connection.execute('SELECT name, type, "notnull", pk FROM pragma_table_info(?)', (table,)).fetchall()
    keys = [name for name, _, _, place in lines if place]
    numbered = len(keys) == 1 and lines[0][0] == keys[0] and lines[0][1] == "INTEGER"
    columns = tuple((name, kind.upper(), not filled and not place) for name, kind, filled, place in lines)
    return Layout(table, columns, numbered)


def _is_statement(row: Row) -> bool:
    return row[1] == "table" and isinstance(row[2], str) and str(row[5]).startswith("CREATE TABLE")


def _length(values: Sequence[Any]) -> int:
    """Return how many values there are up to the last that is something."""
    length = len(values)
    while length and values[length - 1] is None:
        length -= 1
    return length


def _is_kind(kind: str, value: Any, *, nothing: bool) -> bool:
    if value is None:
        return nothing
    if kind in ("INTEGER", "BOOLEAN"):
        return type(value) is int
    return type(value) is (bytes if kind == _BYTES else str)

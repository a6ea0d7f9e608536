"""The journal: every write leaves a Change behind, in the same transaction."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from itertools import groupby
from types import MappingProxyType
from typing import Any, Protocol, cast

from sqlalchemy import Connection, Table, func, inspect, select
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from bouwstenen_app.domain.changes import Change, Fields, decided, inverse, latest, still_holds
from bouwstenen_app.domain.versions import Seen
from bouwstenen_app.storage import inserting, updating
from bouwstenen_app.storage.rows import Journaled
from bouwstenen_app.storage.tables import JOURNALED, LOCAL_COLUMNS, ChangeRow, SeenRow

JOURNALED_OPTION = "journaled"


class Recording(Protocol):
    """A session that writes down what it changes."""

    changes: list[Change]

    sql: Connection
    """The connection of its transaction."""

    def flush(self) -> None:
        """Write what is pending."""

    def expire_all(self) -> None:
        """Forget what was read."""


class UnjournaledWriteError(RuntimeError):
    """A bulk statement would have changed rows without leaving a Change behind: a bug of ours."""


def changes_of(session: Session) -> Iterator[Change]:
    """Yield the Change of every row that the coming flush inserts or updates. Erasing is refused."""
    for row in session.deleted:
        if isinstance(row, Journaled):
            raise UnjournaledWriteError(f"{row.__tablename__}: rows are marked removed, never erased")
    for row in session.new:
        if isinstance(row, Journaled):
            yield Change(row.__tablename__, row.id, None, _filled(row))
    for row in session.dirty:
        if isinstance(row, Journaled) and (difference := _changed(row)):
            yield Change(row.__tablename__, row.id, *difference)


def refuse_unjournaled(state: ORMExecuteState) -> None:
    """Raise when a bulk statement of a session would change journaled rows behind the journal's back."""
    if not (state.is_insert or state.is_update or state.is_delete):
        return
    table = getattr(state.statement, "table", None)
    if table is not None and table.name in JOURNALED and not state.execution_options.get(JOURNALED_OPTION):
        raise UnjournaledWriteError(f"{table.name}: use journal.insert_rows or journal.update_rows")


def insert_rows(session: Recording, row_class: type[Journaled], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert many rows in one statement, with their Changes. Every row gives the same fields, ``id`` among them."""
    if not rows:
        return
    table = table_named(row_class.__tablename__)
    session.flush()
    inserting.insert_rows(session.sql, table, rows)
    defaults = defaults_of(table.name)
    session.changes.extend(
        Change(table.name, row["id"], None, {k: v for k, v in row.items() if k != "id" and v != defaults.get(k)})
        for row in rows
    )


def update_rows(session: Recording, row_class: type[Journaled], values: Mapping[str, Fields]) -> None:
    """Set fields of many rows (id → fields) in few statements, with a Change for each that really changes."""
    session.flush()
    session.expire_all()
    _apply(session, row_class.__tablename__, values)


def decide(session: Recording, table: str, row: str, values: Fields) -> None:
    """Write fields of one row, with a Change even where they keep their value: someone chose, knowing all."""
    session.flush()
    session.expire_all()
    (current,) = current_rows(session.sql, table, [row], values).values()
    session.changes.append(Change(table, row, {name: current[name] for name in values}, dict(values)))
    updating.update_rows(session.sql, table_named(table), tuple(sorted(values)), [(row, values)])


def take_back(session: Recording, changes: Iterable[Change]) -> None:
    """Write the *before* of changes back, field by field, where the field still has what the change gave it.

    A choice that kept the value leaves a Change here too: it is no longer chosen.
    """
    changes = tuple(changes)
    folded = sorted(latest(changes).values(), key=lambda change: change.table)
    chosen = {(change.table, change.row): those for change in changes if (those := decided(change))}
    for table, group in groupby(folded, key=lambda change: change.table):
        of_table = {change.row: change for change in group}
        names = {name for change in of_table.values() for name in inverse(change)}
        current = current_rows(session.sql, table, list(of_table), names)
        back = {row: still_holds(of_table[row], now) for row, now in current.items()}
        kept = {row: chosen.get((table, row), frozenset()) for row in back}
        _apply(session, table, {row: values for row, values in back.items() if values}, current, kept)


def write(session: Recording, step: str, changes: Sequence[Change]) -> None:
    """Write the lines of one step into the journal."""
    lines = [
        {
            "step_id": step,
            "position": place,
            "table_name": c.table,
            "row_id": c.row,
            "before": c.before,
            "after": c.after,
        }
        for place, c in enumerate(changes)
    ]
    inserting.insert_rows(session.sql, _CHANGES, lines)


def keep_seen(connection: Connection, seen: Seen) -> None:
    """Keep what a writer has seen of the others, once."""
    if connection.execute(select(SeenRow.id).where(SeenRow.id == seen.id)).first() is None:
        inserting.insert_rows(connection, _SEEN, [{"id": seen.id, "vector": dict(seen.numbers)}])


def read(session: Session, step: str) -> tuple[Change, ...]:
    """Return the changes of a step, in their order."""
    query = select(ChangeRow.table_name, ChangeRow.row_id, ChangeRow.before, ChangeRow.after)
    lines = session.execute(query.where(ChangeRow.step_id == step).order_by(ChangeRow.position))
    return tuple(Change(*line) for line in lines)


def _filled(row: Journaled) -> dict[str, Any]:
    defaults = defaults_of(row.__tablename__)
    values = ((name, getattr(row, name)) for name in defaults)
    return {name: value for name, value in values if value != defaults[name]}


def _changed(row: Journaled) -> tuple[dict[str, Any], dict[str, Any]] | None:
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    state = inspect(row)
    for name in defaults_of(row.__tablename__):
        history = state.attrs[name].history
        if history.has_changes() and history.added != history.deleted:
            before[name] = history.deleted[0] if history.deleted else None
            after[name] = history.added[0] if history.added else None
    return (before, after) if after else None


def _apply(
    session: Recording,
    table: str,
    wanted: Mapping[str, Fields],
    current: Mapping[str, Fields] | None = None,
    anyway: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> None:
    """Write what is wanted, with a Change of what differs; of the fields in ``anyway`` also where it does not."""
    if current is None:
        names = {name for values in wanted.values() for name in values}
        current = current_rows(session.sql, table, list(wanted), names)
    writes: dict[tuple[str, ...], list[tuple[str, Fields]]] = {}
    for row, values in wanted.items():
        was = current.get(row)
        told = anyway.get(row, ())
        after = {} if was is None else {name: v for name, v in values.items() if was[name] != v or name in told}
        if was is not None and after:
            session.changes.append(Change(table, row, {name: was[name] for name in after}, after))
            writes.setdefault(tuple(sorted(after)), []).append((row, after))
    for fields_set, lines in writes.items():
        updating.update_rows(session.sql, table_named(table), fields_set, lines)


def current_rows(
    connection: Connection, table: str, rows: Sequence[str], names: Iterable[str] | None = None
) -> dict[str, Fields]:
    """Return rows of a table as they are now, by id: all their columns, or only these beside the id."""
    columns = table_named(table).c
    wanted = columns if names is None else [columns.id, *(columns[name] for name in sorted({*names} - {"id"}))]
    query = select(*wanted).where(columns.id.in_(updating.among(rows)))
    return {line["id"]: cast(Fields, line) for line in connection.execute(query).mappings().all()}


@cache
def table_named(name: str) -> Table:
    """Return a journaled table."""
    return cast(Table, JOURNALED[name].__table__)


@cache
def defaults_of(table: str) -> dict[str, Any]:
    """Return the default of every journaled column but the id: what a journal line need not say."""
    return {
        field.name: field.default_factory() if callable(field.default_factory) else _default(table, field.name)
        for field in fields(JOURNALED[table])
        if field.name not in LOCAL_COLUMNS and field.name != "id"
    }


def _default(table: str, column: str) -> Any:
    default = table_named(table).c[column].default
    return default.arg if isinstance(default, ScalarElementColumnDefault) else None


_CHANGES = cast(Table, ChangeRow.__table__)
_SEEN = cast(Table, SeenRow.__table__)


def last_number(session: Session, table: type[Any], column: Any, *where: Any) -> int:
    """Return the highest number in a column, 0 when there is none."""
    return session.scalar(select(func.max(column)).select_from(table).where(*where)) or 0

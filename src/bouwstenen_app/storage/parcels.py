"""A part of a workspace as a file of its own: the journal of some rows, ready to be merged elsewhere.

A step of which only a part goes along gets an identity of its own, so that the whole step can still come in later.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.identity import derived
from bouwstenen_app.storage import schema, updating
from bouwstenen_app.storage.copies import clear, put_in_place
from bouwstenen_app.storage.engine import dumps, open_engine
from bouwstenen_app.storage.failures import file_problem, said_in_dutch
from bouwstenen_app.storage.intake import Line
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.merging import Merge
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import ChangeRow, PictureRow, SeenRow, StepRow

Rows = Mapping[str, Collection[str]]
"""Table → ids of rows."""


class Part:
    """The journal of some rows, read in one go, as a source for a merge."""

    def __init__(self, session: Session, rows: Rows, name: str) -> None:
        self.name = name
        self._lines = _lines(session, [row for ids in rows.values() for row in ids])
        places: dict[str, list[int]] = {}
        for identity, position, *_ in self._lines:
            places.setdefault(identity, []).append(position)
        self._names = {one: derived("parcel", one, ",".join(map(str, held))) for one, held in places.items()}
        self._steps = _steps(session, [*places])
        vectors = {seen for *_, seen in self._steps if seen is not None}
        seen = select(SeenRow.id, SeenRow.vector).where(SeenRow.id.in_(updating.among([*vectors])))
        self._seen: list[Line] = [tuple(line) for line in session.execute(seen)]
        shown = {after.get("picture_id") for _, _, table, _, _, after in self._lines if table == "photo"}
        pictures = select(PictureRow.id, PictureRow.format, PictureRow.data).where(
            PictureRow.id.in_(shown - {None})
        )
        self._pictures: list[Line] = [tuple(line) for line in session.execute(pictures)]

    def steps(self) -> Iterator[Line]:
        """Yield the steps that wrote something of these rows."""
        for one, *rest, of, seen in self._steps:
            yield self._names[one], *rest, self._names.get(of, of), seen

    def seen(self) -> Iterator[Line]:
        """Yield what their writers had seen."""
        return ((identity, dumps(vector)) for identity, vector in self._seen)

    def changes(self) -> Iterator[Line]:
        """Yield what they wrote of these rows."""
        for one, position, table, row, before, after in self._lines:
            yield self._names[one], position, table, row, None if before is None else dumps(before), dumps(after)

    def fields(self) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
        """Yield what was ever written of these rows: a table, a row, and fields with a value."""
        for _, _, table, row, before, after in self._lines:
            yield from ((table, row, fields) for fields in (before, after) if fields)

    def labels(self) -> Iterator[str]:
        """Yield the sentences of the steps."""
        return (label for *_, label, _kind, _of, _seen in self._steps)

    def pictures(self) -> Iterator[Line]:
        """Yield the pictures of the photos among these rows."""
        return iter(self._pictures)


def _lines(session: Session, rows: Sequence[str]) -> list[Line]:
    line = ChangeRow
    columns = (line.step_id, line.position, line.table_name, line.row_id, line.before, line.after)
    query = select(*columns).where(line.row_id.in_(updating.among(rows)))
    return [tuple(found) for found in session.execute(query.order_by(line.step_id, line.position))]


def _steps(session: Session, steps: Sequence[str]) -> list[Line]:
    step = StepRow
    identity = (step.id, step.laptop, step.number, step.stamp, step.at)
    query = select(*identity, step.label, step.kind, step.of, step.seen).where(step.id.in_(updating.among(steps)))
    return [tuple(found) for found in session.execute(query)]


def write(store: Store, part: Part, target: Path, key: Key | None = None) -> None:
    """Write a part of a workspace to a file of its own; an existing file is replaced when it is whole.

    ``key`` protects it: one of the parcel alone, whose password can be told to who gets it.
    """
    new = target.with_name(target.name + ".part")
    try:
        clear(new)
        engine = open_engine(new, new=True, key=key)
        try:
            with said_in_dutch(), engine.begin() as connection:
                schema.create(connection)
                merge = Merge(connection, store.milliseconds())
                merge.add(part)
                for _ in merge.fold():
                    pass
            with said_in_dutch(), engine.connect() as connection:
                connection.connection.cursor().execute("PRAGMA journal_mode=DELETE").fetchall()
        finally:
            engine.dispose()
        put_in_place(new, target)
    except OSError as error:
        raise file_problem(error, target) from error
    finally:
        clear(new)

"""Written: what the journal says of rows, line by line, and the fields of which it has several versions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from bouwstenen_app.domain.versions import NOBODY, Seen, Written
from bouwstenen_app.storage import updating
from bouwstenen_app.storage.tables import ChangeRow, SeenRow, StepRow

START: Final = "start"
UNDO: Final = "undo"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of a row of which there are versions that did not know of each other; the last one counts."""

    table: str
    row: str
    field: str
    versions: tuple[Written, ...]


def vectors(connection: Connection) -> Mapping[str | None, Seen]:
    """Return what had been seen, by the id under which a step names it; None is a writer who had seen nobody."""
    lines = connection.execute(select(SeenRow.id, SeenRow.vector))
    return {None: NOBODY, **{identity: Seen(vector) for identity, vector in lines}}


def lines_of(
    connection: Connection, table: str, rows: Sequence[str], seen: Mapping[str | None, Seen]
) -> Iterator[tuple[str, Written]]:
    """Yield everything that was written of rows of a table: the row, and what a step wrote."""
    line, step = ChangeRow, StepRow
    of_line = (line.row_id, line.step_id, line.position, line.before, line.after)
    of_step = (step.laptop, step.number, step.seen, step.stamp, step.kind, step.of)
    query = select(*of_line, *of_step).join(step, step.id == line.step_id)
    query = query.where(line.row_id.in_(updating.among(rows)), line.table_name == table)
    for row, identity, position, before, after, laptop, number, knew, stamp, kind, of in connection.execute(query):
        yield (
            row,
            Written(
                writer=laptop,
                number=number,
                seen=seen.get(knew, NOBODY),
                stamp=stamp,
                after=after,
                new=before is None,
                start=kind == START,
                step=identity,
                position=position,
                of=of or "",
                undo=kind == UNDO,
            ),
        )

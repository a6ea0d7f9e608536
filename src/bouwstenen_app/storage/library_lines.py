"""What a file brings to a library: the journal of some steps, read in short turns, ready for COPY."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.storage.intake import Line
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import StepRow

LINES: Final = 20_000
"""How many lines of the journal are read in one turn: memory stays flat, and nobody waits for the file."""
_AMONG: Final = "IN (SELECT value FROM json_each(?))"
_ROWS: Final[Mapping[str, str]] = {
    "step": f"SELECT id, laptop, number, stamp, at, label, kind, of, seen FROM step WHERE id {_AMONG}",
    "new_seen": f"SELECT id, vector FROM seen WHERE id IN (SELECT seen FROM step WHERE id {_AMONG})",
}
_LENGTHS: Final = f"SELECT step_id, max(position) + 1 FROM change WHERE step_id {_AMONG} GROUP BY step_id"
_CHANGES: Final = f"""
SELECT CAST(group_concat(
    concat_ws(char(9), step_id, position, table_name, row_id,
        coalesce(replace(before, '\\', '\\\\'), '\\N'),
        iif(after GLOB '*\\*', replace(after, '\\', '\\\\'), after)),
    char(10)
) AS BLOB) FROM change WHERE step_id {_AMONG} AND position >= ? AND position < ?
"""
"""Lines for COPY in one text: JSON holds no tab and no end of a line, so only backslashes are doubled."""
_PICTURES: Final = f"""
SELECT DISTINCT json_extract(after, '$.picture_id') FROM change
WHERE table_name = 'photo' AND step_id {_AMONG} AND json_extract(after, '$.picture_id') IS NOT NULL
"""
_REPEATED: Final = """
SELECT DISTINCT table_name, row_id FROM change
WHERE row_id IN (SELECT row_id FROM change GROUP BY row_id HAVING count(*) > 1)
"""
_PICTURE: Final = "SELECT id, format, data FROM picture WHERE id = ?"


class Turn(NamedTuple):
    """What is read at once: some steps, and of their lines those from one position to another."""

    steps: Sequence[str]
    first: int
    last: int


def step_ids(session: Session) -> list[str]:
    """Return the ids of all steps, the oldest first."""
    return list(session.scalars(select(StepRow.id).order_by(StepRow.stamp)))


def repeated(session: Session) -> Sequence[Line]:
    """Return the rows, with their tables, of which the journal of the file has more than one line."""
    return _run(session, _REPEATED)


def turns(session: Session, steps: Sequence[str]) -> list[Turn]:
    """Divide steps into turns of about so many lines; a large step takes several."""
    lengths: dict[str, int] = {step: length for step, length in _asked(session, _LENGTHS, steps)}
    found: list[Turn] = []
    some: list[str] = []
    held = 0
    for step in steps:
        length = lengths.get(step, 0)
        if length > LINES:
            found += (Turn([step], first, first + LINES) for first in range(0, length, LINES))
            continue
        if held + length > LINES:
            found.append(Turn(some, 0, LINES))
            some, held = [], 0
        some.append(step)
        held += length
    return [*found, Turn(some, 0, LINES)] if some else found


def rows_of(store: Store, steps: Sequence[str]) -> Iterator[tuple[str, Sequence[Line]]]:
    """Yield steps, what their writers had seen, and the pictures that they show: a table, and rows for it."""
    for table, query in _ROWS.items():
        yield table, store.read(_asked, query, steps)
    for (identity,) in store.read(_asked, _PICTURES, steps):
        yield "new_picture", store.read(_run, _PICTURE, identity)


def changes_of(session: Session, turn: Turn) -> bytes:
    """Return the lines of a turn, as text for COPY."""
    ((text,),) = _asked(session, _CHANGES, turn.steps, turn.first, turn.last)
    return bytes(text) + b"\n" if text else b""


def _asked(session: Session, query: str, steps: Sequence[str], *rest: int) -> Sequence[Line]:
    return _run(session, query, json.dumps([*steps]), *rest)


def _run(session: Session, query: str, *values: Any) -> Sequence[Line]:
    return [tuple(line) for line in session.connection().exec_driver_sql(query, values)]

"""The log without content: what was done with the workspace and when, to show and to export."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.audit import Entry, Line
from bouwstenen_app.domain.data_sheets import NUMBER, Column, Sheet
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.export import data_csv
from bouwstenen_app.storage import foreign
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import LocalRow
from bouwstenen_app.storage.trust_tables import AuditRow

MOST: Final = 500
"""Lines that are shown at once."""
COLUMNS: Final = (
    Column("Nummer", NUMBER),
    Column("Datum"),
    Column("Tijd"),
    Column("Laptop"),
    Column("Handeling"),
    Column("Soort"),
    Column("Aantal", NUMBER),
    Column("Bewust laten staan", NUMBER),
    Column("In woorden"),
)
HERE, ELSEWHERE = "deze laptop", "andere laptop of plek"


def note(store: Store, act: str, kind: str = "", count: int = 0, overruled: int = 0) -> None:
    """Write a line in the log of a workspace: an act of ``domain.audit``, a kind, and counts; never a text.

    It does not stand in the way of what was done: a copy to look at and a full disk keep no line.
    ValueError for an act that nobody knows, or a kind that is no plain word.
    """
    line = Line(act, kind, count, overruled)
    with suppress(Problem):
        store.log(line)


def entries(session: Session, laptop: str, most: int | None = MOST) -> tuple[Entry, ...]:
    """Return the lines of the log, the newest first; ``laptop`` is who writes here (``Store.laptop``)."""
    found = session.scalars(select(AuditRow).order_by(AuditRow.number.desc()).limit(most))
    return tuple(entry for row in found if (entry := _entry(row, laptop)))


def of_file(path: Path, around: Surroundings) -> Sequence[tuple[Any, ...]]:
    """Return the lines of the log of a workspace that is not open, damaged or not; none when it cannot be read."""
    with suppress(Problem, OSError):
        file = around.file(path)
        return foreign.log_and_drafts(file, around.keys.of(file))[0]
    return ()


def carry(before: Store, after: Store) -> None:
    """Take the log of a workspace over, and what it remembers of this laptop, in one that was made of it."""
    lines = before.read(lambda session: [_values(row) for row in session.scalars(select(AuditRow))])
    kept = before.read(lambda session: {row.key: row.value for row in session.scalars(select(LocalRow))})
    here = after.read(lambda session: set(session.scalars(select(LocalRow.key))))
    after.aside(lambda session: session.add_all(AuditRow(**line) for line in lines))
    for key, value in kept.items():
        if key not in here:
            after.remember(key, value)


def _values(row: AuditRow) -> dict[str, Any]:
    names = ("at", "laptop", "act", "kind", "count", "overruled")
    return {name: getattr(row, name) for name in names}


def export(store: Store, target: Path) -> Iterator[Progress]:
    """Write the whole log to a table (CSV), for a job; Problem when it cannot be written there."""
    found = store.read(entries, store.laptop, None)
    yield from data_csv.write(Sheet("Logboek", COLUMNS, tuple(map(_cells, found))), target)


def _entry(row: AuditRow, laptop: str) -> Entry | None:
    """Return a line of the log; None for one that no version of the program wrote."""
    try:
        line = Line(row.act, row.kind, row.count, row.overruled)
        return Entry(row.number, datetime.fromisoformat(row.at), row.laptop == laptop, line)
    except (ValueError, TypeError):
        return None


def _cells(entry: Entry) -> tuple[int | str, ...]:
    line = entry.line
    where = HERE if entry.here else ELSEWHERE
    moment = (f"{entry.at:%d-%m-%Y}", f"{entry.at:%H:%M:%S}")
    return (entry.number, *moment, where, line.act, line.kind, line.count, line.overruled, line.told)

"""Erasing as a step that undo does not take back: tombstones, and texts in the place of what rows said before.

What the step writes here is the note; the words themselves go when the Store erases (``Store.erase``).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from bouwstenen_app.domain.changes import Change, Fields
from bouwstenen_app.domain.erasing import TEXTS
from bouwstenen_app.domain.identity import derived
from bouwstenen_app.domain.versions import REMOVED
from bouwstenen_app.storage import journal, reindexing, updating
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import LocalRow
from bouwstenen_app.storage.trust_tables import ErasureRow

PENDING: Final = "te wissen"
"""Key of the note in a file that what was erased still has to go from it."""
Row = tuple[str, str]
"""A table and the id of a row in it."""


def erasure_id(table: str, row: str) -> str:
    """Return the identity of the note that something of a row was erased, the same on every laptop."""
    return derived("erasure", table, row)


def note(session: Work, rows: Iterable[Row], *, whole: bool) -> None:
    """Write down of rows that they are erased as a whole, or that what they said before is."""
    if not (rows := [*dict.fromkeys(rows)]):
        return
    named = {erasure_id(table, row): (table, row) for table, row in rows}
    here = journal.current_rows(session.sql, ErasureRow.__tablename__, [*named])
    on = session.now().date().isoformat()
    fresh = [
        {"id": one, "table_name": table, "row_id": row, "whole": whole, "times": 1, "on": on}
        for one, (table, row) in named.items()
        if one not in here
    ]
    journal.insert_rows(session, ErasureRow, fresh)
    again: dict[str, Fields] = {
        one: {"times": was["times"] + 1, "on": on, "whole": whole or was["whole"]} for one, was in here.items()
    }
    journal.update_rows(session, ErasureRow, again)
    session.merge(LocalRow(key=PENDING, value="ja"))
    session.flush()


def overwrite(session: Work, values: Mapping[Row, Fields]) -> None:
    """Set texts of rows, and note that whatever else they ever said is erased. No old word is written again."""
    session.flush()
    session.expire_all()
    of_table: dict[str, list[str]] = defaultdict(list)
    for table, row in values:
        of_table[table].append(row)
    for table, rows in of_table.items():
        names = TEXTS[table]
        current = journal.current_rows(session.sql, table, rows, (*names, REMOVED))
        lines = []
        for row, was in current.items():
            said = {name: values[table, row].get(name, was[name]) for name in names}
            lines.append((row, said))
            told = {**said, REMOVED: was[REMOVED]}
            session.changes.append(Change(table, row, told, told))
        with reindexing.made_anew(session.sql, len(lines) if table == "block" else 0):
            updating.update_rows(session.sql, journal.table_named(table), tuple(sorted(names)), lines)
    note(session, values, whole=False)

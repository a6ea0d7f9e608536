"""Erasing in the library of a team: what was erased in a file goes from the journal of the library too.

The rules are those of a file (``erasing``, ``blanking``); what is left of a row follows from its lines alone. What
the server keeps of old pages and backups is up to whoever runs it.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from bouwstenen_app.domain.erasing import BELONGS, KEEPS, cut, shell
from bouwstenen_app.domain.versions import NOBODY, Seen, Written
from bouwstenen_app.storage.blanking import without_words
from bouwstenen_app.storage.engine import dumps
from bouwstenen_app.storage.written import START, UNDO

_NOTES: Final = """
SELECT row_id, before IS NULL, after FROM change WHERE table_name = 'erasure'
"""
_BELONGING: Final = """
SELECT row_id FROM change WHERE before IS NULL AND table_name = %s AND after->>%s = ANY(%s)
"""
_LINES_OF: Final = "SELECT step_id, position, table_name, row_id, before, after FROM change WHERE row_id = ANY(%s)"
_ORPHANS: Final = """
SELECT DISTINCT c.row_id FROM change c JOIN fresh f ON f.id = c.step_id
WHERE c.table_name = ANY(%s) AND NOT EXISTS (
    SELECT FROM change m WHERE m.row_id = c.row_id AND m.before IS NULL
)
"""
_WRITTEN: Final = """
SELECT c.table_name, c.row_id, c.before, s.laptop, s.number, e.vector, s.stamp, c.after, s.kind, s.id,
    c.position, s."of"
FROM change c JOIN step s ON s.id = c.step_id LEFT JOIN seen e ON e.id = s.seen
WHERE c.row_id = ANY(%s)
"""
_SET: Final = "UPDATE change SET before = %s, after = %s WHERE step_id = %s AND position = %s"
_PICTURES: Final = """
DELETE FROM picture WHERE id NOT IN (
    SELECT after->>'picture_id' FROM change
    WHERE table_name = 'photo' AND before IS NULL AND after->>'picture_id' IS NOT NULL
)
"""


def erase(cursor: Any) -> None:
    """Let every tombstone that is in the library work in what was published now, and the new ones in everything."""
    about, whole = _notes(cursor)
    if not about:
        return
    steps: set[str] = set()
    if whole:
        closed = _closed(cursor, {row: table for row, table in about.values() if row in whole})
        steps |= _take_away(cursor, closed)
    steps |= _blank(cursor, {one: row for one, (row, _) in about.items() if row not in whole})
    _cut(cursor, steps)


def _notes(cursor: Any) -> tuple[Mapping[str, tuple[str, str]], set[str]]:
    """Return what the tombstones are about (row and table), and which rows were erased as a whole."""
    about: dict[str, tuple[str, str]] = {}
    once: set[str] = set()
    for one, made, after in cursor.execute(_NOTES):
        if made:
            about[one] = (after.get("row_id", ""), after.get("table_name", ""))
        if after.get("whole"):
            once.add(one)
    return about, {row for one, (row, _) in about.items() if one in once}


def _closed(cursor: Any, whole: Mapping[str, str]) -> dict[str, str]:
    """Return all rows that are erased, with what belongs to them."""
    found = dict(whole)
    fresh = [*found]
    while fresh:
        named = [f"{table}:{row}" for table in ("block", "bundle") for row in fresh]
        more: dict[str, str] = {}
        for table, fields in BELONGS.items():
            for field in fields:
                rows = cursor.execute(_BELONGING, (table, field, named if field == "subject" else fresh))
                more |= {row: table for (row,) in rows}
        fresh = [row for row in more if row not in found]
        found |= more
    return found


def _take_away(cursor: Any, closed: Mapping[str, str]) -> set[str]:
    """Leave of erased rows what keeps their number, and nothing of the others; return the steps that said more."""
    steps: set[str] = set()
    gone: list[tuple[str, int]] = []
    for step, position, table, _, before, after in cursor.execute(_LINES_OF, ([*closed],)).fetchall():
        left = shell(table, after) if table in KEEPS and before is None else None
        if left == after:
            continue
        steps.add(step)
        if left is None:
            gone.append((step, position))
        else:
            cursor.execute(_SET, (None, dumps(left), step, position))
    orphans = [row for (row,) in cursor.execute(_ORPHANS, ([one for one in BELONGS if one not in KEEPS],))]
    gone += [(step, position) for step, position, *_ in cursor.execute(_LINES_OF, (orphans,)).fetchall()]
    if gone:
        cursor.executemany("DELETE FROM change WHERE step_id = %s AND position = %s", gone)
    if steps:
        cursor.execute("DELETE FROM held WHERE id = ANY(%s)", ([*closed],))
        cursor.execute(_PICTURES)
    return steps


def _blank(cursor: Any, notes: Mapping[str, str]) -> set[str]:
    """Take the words out of earlier versions that an erasing step had seen; return the steps."""
    erasing: dict[str, list[Written]] = defaultdict(list)
    for _, one, _, written in _written(cursor, [*notes]):
        erasing[notes[one]].append(written)
    lines: dict[tuple[str, str], list[Written]] = defaultdict(list)
    befores: dict[tuple[str, int], Any] = {}
    for table, row, before, written in _written(cursor, [*erasing]):
        lines[table, row].append(written)
        befores[written.step, written.position] = before
    steps: set[str] = set()
    for (table, row), those in lines.items():
        changed = [*without_words(table, those, erasing[row], befores)]
        cursor.executemany(_SET, changed)
        steps |= {step for _, _, step, _ in changed}
    return steps


def _written(cursor: Any, rows: Sequence[str]) -> list[tuple[str, str, Any, Written]]:
    found = []
    for table, row, before, laptop, number, vector, stamp, after, kind, step, position, of in cursor.execute(
        _WRITTEN, ([*rows],)
    ).fetchall():
        seen = Seen(vector) if vector else NOBODY
        new, start, undo = before is None, kind == START, kind == UNDO
        line = Written(laptop, number, seen, stamp, after, new, start, step, position, of or "", undo)
        found.append((table, row, before, line))
    return found


def _cut(cursor: Any, steps: Collection[str]) -> None:
    """Take out what the sentences of steps quote, and of those that took them back."""
    those = [*steps]
    lines = cursor.execute('SELECT id, label FROM step WHERE id = ANY(%s) OR "of" = ANY(%s)', (those, those))
    cuts = [(left, step) for step, label in lines.fetchall() if (left := cut(label)) != label]
    if cuts:
        cursor.executemany("UPDATE step SET label = %s WHERE id = %s", cuts)

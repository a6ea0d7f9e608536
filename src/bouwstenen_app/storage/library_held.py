"""What every row is now in a library, folded and placed by the same functions as in a file, for the views.

A row of one line is what that line says: it is read from the journal. Only the others are held, as JSON.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, Final

from bouwstenen_app.domain.versions import NOBODY, REMOVED, Seen, Written, fold
from bouwstenen_app.storage import journal, placing
from bouwstenen_app.storage.engine import dumps
from bouwstenen_app.storage.intake import Line
from bouwstenen_app.storage.tables import JOURNALED
from bouwstenen_app.storage.written import START, UNDO

CHUNK: Final = 2_000
_TOUCHED: Final = """
CREATE TEMP TABLE touched ON COMMIT DROP AS
    SELECT DISTINCT c.table_name, c.row_id FROM change c JOIN fresh f ON f.id = c.step_id
    WHERE c.table_name IN ('block', 'bundle', 'contribution');
CREATE TEMP TABLE several ON COMMIT DROP AS {several};
ANALYZE touched, several;
"""
"""Which rows to name and place, and which to fold: those of more than one line."""
_OF_FRESH: Final = """
SELECT min(table_name) AS table_name, row_id FROM change
WHERE row_id IN (SELECT c.row_id FROM change c JOIN fresh f ON f.id = c.step_id)
GROUP BY row_id HAVING count(*) > 1 OR bool_or(before IS NOT NULL)
"""
_OF_FILE: Final = """
SELECT table_name, row_id FROM repeated UNION SELECT table_name, row_id FROM change WHERE before IS NOT NULL
"""
"""Of a library that had nothing, the file knows which rows have several lines: to count them here takes longer."""
_PLAIN: Final = """
INSERT INTO plain SELECT key, value FROM jsonb_each(%s) WHERE true
ON CONFLICT (table_name) DO UPDATE SET fields = excluded.fields WHERE plain.fields <> excluded.fields
"""
_LINES: Final = """
SELECT c.table_name, c.row_id, s.laptop, s.number, e.vector, s.stamp, c.after, c.before IS NULL, s.kind, s.id,
    c.position, s."of"
FROM {rows} JOIN change c USING (table_name, row_id) JOIN step s ON s.id = c.step_id
LEFT JOIN seen e ON e.id = s.seen
ORDER BY c.table_name, c.row_id
"""
_SEVERAL: Final = _LINES.format(rows="several")
_OF_BUNDLES: Final = _LINES.format(rows="(SELECT 'bundle' AS table_name, unnest(%s::text[]) AS row_id) t")
_HOLD: Final = """
INSERT INTO held VALUES (%s, %s, %s) ON CONFLICT (table_name, id) DO UPDATE SET fields = excluded.fields
"""
_SET: Final = """
INSERT INTO held SELECT table_name, id, fields || %s::jsonb FROM row_now WHERE table_name = %s AND id = ANY(%s)
ON CONFLICT (table_name, id) DO UPDATE SET fields = excluded.fields
"""

_CONTRIBUTIONS: Final = """
SELECT h.fields->>'block_id', h.id, (h.fields->>'removed')::boolean FROM row_now h
WHERE h.table_name = 'contribution' AND h.fields->>'block_id' IN (
    SELECT c.fields->>'block_id' FROM row_now c JOIN touched t USING (table_name)
    WHERE c.table_name = 'contribution' AND t.row_id = c.id
    UNION SELECT fields->>'block_id' FROM row_now WHERE table_name = 'contribution' AND fields->>'removed' = 'false'
    GROUP BY 1 HAVING count(*) > 1
)
"""
_PUT: Final = """
SELECT c.row_id, c.before, c.after, s.stamp, c.position FROM change c JOIN step s ON s.id = c.step_id
WHERE c.table_name = 'contribution' AND c.row_id = ANY(%s)
"""
_HOLDING: Final = """
SELECT h.id, (h.fields->>'removed')::boolean, h.id IN (SELECT bundel FROM bijdrage)
FROM row_now h WHERE h.table_name = 'bundle'
"""


def hold(cursor: Any, *, first: bool) -> None:
    """Make every row that was touched what the journal says it is, and put every block in its place.

    ``first``: nothing was published before, and ``repeated`` says which rows have several lines.
    """
    cursor.execute(_TOUCHED.format(several=_OF_FILE if first else _OF_FRESH))
    cursor.execute(_PLAIN, (dumps({table: _plain(table) for table in JOURNALED}),))
    _fold(cursor)
    _place(cursor)
    _keep_what_holds_blocks(cursor)


def _fold(cursor: Any) -> None:
    with cursor.connection.cursor(name="folding") as reading:  # the server keeps the lines; memory here stays flat
        reading.itersize = CHUNK
        folded = (
            (table, row, dumps({**_plain(table), **fold(written).values}))
            for table, row, written in _written(reading.execute(_SEVERAL))
        )
        while chunk := list(islice(folded, CHUNK)):
            cursor.executemany(_HOLD, chunk)


def _place(cursor: Any) -> None:
    of_block: dict[str, dict[str, bool]] = defaultdict(dict)
    for block, one, removed in cursor.execute(_CONTRIBUTIONS):
        of_block[block][one] = removed
    put = cursor.execute(_PUT, ([one for rows in of_block.values() for one in rows],))
    gone = placing.left_behind(of_block.values(), placing.last_put(put))
    _set_removed(cursor, "contribution", gone, removed=True)


def _keep_what_holds_blocks(cursor: Any) -> None:
    found = cursor.execute(_HOLDING).fetchall()
    empty = [bundle for bundle, removed, holds in found if not removed and not holds]
    lines = _written(cursor.execute(_OF_BUNDLES, (empty,)).fetchall())
    gone = [row for _, row, those in lines if fold(those).values[REMOVED]]
    back = [bundle for bundle, removed, holds in found if removed and holds]
    _set_removed(cursor, "bundle", gone, removed=True)
    _set_removed(cursor, "bundle", back, removed=False)


def _set_removed(cursor: Any, table: str, rows: Sequence[str], *, removed: bool) -> None:
    cursor.execute(_SET, (dumps({REMOVED: removed}), table, list(rows)))


def _written(lines: Iterable[Line]) -> Iterator[tuple[str, str, list[Written]]]:
    """Yield rows with everything that was written of them, from lines in the order of their rows."""
    for (table, row), those in groupby(lines, itemgetter(0, 1)):
        yield table, row, [_line(*one) for _, _, *one in those]


def _line(
    laptop: str, number: int, vector: Any, stamp: str, after: Any, new: bool, kind: str, step: str, position: int,
    of: str | None,
) -> Written:  # fmt: skip
    seen = Seen(vector) if vector else NOBODY
    return Written(laptop, number, seen, stamp, after, new, kind == START, step, position, of or "", kind == UNDO)


def _plain(table: str) -> dict[str, Any]:
    return {**journal.defaults_of(table), REMOVED: False}

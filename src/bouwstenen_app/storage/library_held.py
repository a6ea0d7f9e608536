"""What every row is now in a library, folded, placed and named by the same functions as in a file.

It is kept as JSON for the views of reporting tools; everything else follows from the journal.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, Final

from bouwstenen_app.domain.bundles import spoken_id as bundle_id
from bouwstenen_app.domain.naming import LETTERED, Made, is_doubled, lettered, making, numbered, spoken_id
from bouwstenen_app.domain.settled import Settled
from bouwstenen_app.domain.versions import NOBODY, REMOVED, Seen, Written, fold
from bouwstenen_app.storage import journal, placing
from bouwstenen_app.storage.engine import dumps
from bouwstenen_app.storage.intake import Line
from bouwstenen_app.storage.tables import JOURNALED
from bouwstenen_app.storage.written import START, UNDO

CHUNK: Final = 2_000
LABEL: Final = "label"
"""How people call a block or a bundle; only the views know it."""
_TOUCHED: Final = """
CREATE TEMP TABLE touched ON COMMIT DROP AS
    SELECT table_name, row_id, count(*) > 1 OR NOT bool_and(before IS NULL) AS folded
    FROM new_change GROUP BY table_name, row_id;
UPDATE touched t SET folded = true FROM held h
    WHERE NOT t.folded AND h.table_name = t.table_name AND h.id = t.row_id;
ANALYZE touched;
"""
"""Rows of which new lines came; those of which nothing else is known need no fold."""
_MADE: Final = """
INSERT INTO held SELECT n.table_name, n.row_id, d.value || n.after::jsonb
FROM new_change n JOIN touched t USING (table_name, row_id) JOIN jsonb_each(%s) d ON d.key = n.table_name
WHERE NOT t.folded ORDER BY n.table_name, n.row_id
"""
"""In the order of the key: that is how an index likes them."""
_LINES: Final = """
SELECT c.table_name, c.row_id, s.laptop, s.number, e.vector, s.stamp, c.after, c.before IS NULL, s.kind, s.id,
    c.position, s."of"
FROM {rows} JOIN change c USING (table_name, row_id) JOIN step s ON s.id = c.step_id
LEFT JOIN seen e ON e.id = s.seen
ORDER BY c.table_name, c.row_id
"""
_SEVERAL: Final = _LINES.format(rows="(SELECT table_name, row_id FROM touched WHERE folded) t")
_OF_BUNDLES: Final = _LINES.format(rows="(SELECT 'bundle' AS table_name, unnest(%s::text[]) AS row_id) t")
_HOLD: Final = """
INSERT INTO held VALUES (%s, %s, %s) ON CONFLICT (table_name, id) DO UPDATE SET fields = excluded.fields
"""
_NEWER: Final = 'CREATE TEMP TABLE IF NOT EXISTS newer (id text COLLATE "C", fields jsonb) ON COMMIT DROP'
_SET: Final = """
UPDATE held h SET fields = h.fields || n.fields FROM newer n WHERE h.table_name = %s AND h.id = n.id
"""
_ARE_TOUCHED: Final = "SELECT 1 FROM touched WHERE table_name = %s LIMIT 1"
_ARE_UNNAMED: Final = "SELECT 1 FROM held WHERE table_name = %s AND NOT fields ? 'label' LIMIT 1"

_CONTRIBUTIONS: Final = """
SELECT h.fields->>'block_id', h.id, (h.fields->>'removed')::boolean FROM held h
WHERE h.table_name = 'contribution' AND h.fields->>'block_id' IN (
    SELECT c.fields->>'block_id' FROM held c JOIN touched t ON t.table_name = 'contribution' AND t.row_id = c.id
    WHERE c.table_name = 'contribution'
    UNION SELECT fields->>'block_id' FROM held WHERE table_name = 'contribution' AND fields->>'removed' = 'false'
    GROUP BY 1 HAVING count(*) > 1
)
"""
_PUT: Final = """
SELECT c.row_id, c.before, c.after, s.stamp, c.position FROM change c JOIN step s ON s.id = c.step_id
WHERE c.table_name = 'contribution' AND c.row_id = ANY(%s)
"""
_HOLDING: Final = """
SELECT h.id, (h.fields->>'removed')::boolean, EXISTS (
    SELECT FROM held c JOIN held b ON b.table_name = 'block' AND b.id = c.fields->>'block_id'
    WHERE c.table_name = 'contribution' AND c.fields->>'bundle_id' = h.id
    AND c.fields->>'removed' = 'false' AND b.fields->>'removed' = 'false'
) FROM held h WHERE h.table_name = 'bundle'
"""
_BLOCKS: Final = f"""
SELECT regexp_replace(fields->>'prefix', '{LETTERED}', ''), id, fields->>'prefix', (fields->>'number')::int,
    fields->>'label'
FROM held WHERE table_name = 'block' AND regexp_replace(fields->>'prefix', '{LETTERED}', '') IN (
    SELECT regexp_replace(h.fields->>'prefix', '{LETTERED}', '') FROM held h
    LEFT JOIN touched t ON t.table_name = 'block' AND t.row_id = h.id
    WHERE h.table_name = 'block' AND (t.row_id IS NOT NULL OR NOT h.fields ? 'label')
) ORDER BY 1, id
"""
_MAKING: Final = """
SELECT c.row_id, c.after, s.stamp, s.laptop, s.seen, s.number FROM change c JOIN step s ON s.id = c.step_id
WHERE c.before IS NULL AND c.table_name = %s AND c.row_id = ANY(%s)
"""
_FIRSTS: Final = "SELECT laptop, seen, min(stamp), min(number) FROM step GROUP BY laptop, seen"


def hold(cursor: Any) -> None:
    """Make every row that was touched what the journal says it is, with its place and its name."""
    cursor.execute(_TOUCHED)
    cursor.execute(_MADE, (dumps({table: _plain(table) for table in JOURNALED}),))
    _fold(cursor)
    _place(cursor)
    _keep_what_holds_blocks(cursor)
    _name_blocks(cursor)
    if any(cursor.execute(query, ("bundle",)).fetchone() for query in (_ARE_TOUCHED, _ARE_UNNAMED)):
        _number_bundles(cursor)


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
    _set(cursor, "contribution", {one: {REMOVED: True} for one in gone})


def _keep_what_holds_blocks(cursor: Any) -> None:
    found = cursor.execute(_HOLDING).fetchall()
    back = {bundle: {REMOVED: False} for bundle, removed, holds in found if removed and holds}
    empty = [bundle for bundle, removed, holds in found if not removed and not holds]
    lines = _written(cursor.execute(_OF_BUNDLES, (empty,)))
    _set(cursor, "bundle", back | {row: {REMOVED: True} for _, row, those in lines if fold(those).values[REMOVED]})


def _name_blocks(cursor: Any) -> None:
    names: dict[str, dict[str, str]] = {}
    for prefix, lines in groupby(cursor.execute(_BLOCKS).fetchall(), itemgetter(0)):
        blocks = [*lines]
        rows = [(row, shown, number) for _, row, shown, number, _ in blocks]
        letters = {row: shown for row, shown, _ in rows}
        if is_doubled(rows):
            letters = {**lettered(prefix, rows, _making(cursor, "block", [*letters]), _settled(cursor))}
        wanted = {row: spoken_id(letters[row], number) for row, _, number in rows}
        names |= {row: {LABEL: wanted[row]} for _, row, _, _, label in blocks if label != wanted[row]}
    _set(cursor, "block", names)


def _number_bundles(cursor: Any) -> None:
    rows = [row for (row,) in cursor.execute("SELECT id FROM held WHERE table_name = 'bundle'")]
    wanted = numbered(_making(cursor, "bundle", rows), _settled(cursor))
    _set(cursor, "bundle", {row: {"number": n, LABEL: bundle_id(n)} for row, n in wanted.items()})


def _set(cursor: Any, table: str, fields: Mapping[str, Mapping[str, Any]]) -> None:
    if fields:
        cursor.execute(_NEWER)
        with cursor.copy("COPY newer FROM STDIN") as copy:
            for row, values in fields.items():
                copy.write_row((row, dumps(values)))
        cursor.execute(_SET, (table,))
        cursor.execute("TRUNCATE newer")


def _making(cursor: Any, table: str, rows: Sequence[str]) -> Mapping[str, Made]:
    return making(cursor.execute(_MAKING, (table, rows)))


def _settled(cursor: Any) -> Settled:
    vectors = dict(cursor.execute("SELECT id, vector FROM seen"))
    return Settled(cursor.execute(_FIRSTS), vectors)


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

"""How blocks and bundles are called in a library: as the same functions call them in a file, for the views."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from bouwstenen_app.domain.bundles import spoken_id as bundle_id
from bouwstenen_app.domain.naming import Made, base, is_doubled, lettered, making, numbered, spoken_id
from bouwstenen_app.domain.settled import Settled

_TOUCHED: Final = """
SELECT c.row_id, coalesce(r.prefix, ''), coalesce(r.number, 0)
FROM touched t JOIN change c USING (table_name, row_id), json_to_record(c.after) AS r(prefix text, number int)
WHERE t.table_name = 'block' AND c.before IS NULL
    AND NOT EXISTS (SELECT FROM held h WHERE h.table_name = 'block' AND h.id = c.row_id)
UNION ALL SELECT id, prefix, number FROM named WHERE label = ''
UNION ALL SELECT h.id, h.fields->>'prefix', (h.fields->>'number')::int
FROM touched t JOIN held h USING (table_name) WHERE t.table_name = 'block' AND h.id = t.row_id
"""
_OTHERS: Final = "SELECT id, region, prefix, number, label FROM named WHERE region = ANY(%s)"
_BUNDLES: Final = "SELECT id FROM row_now WHERE table_name = 'bundle'"
_SETTLED: Final = "SELECT DISTINCT region FROM named WHERE region <> '' AND label ~ '-[A-Z]+[0-9]+$'"
"""Where numbers were given twice: any step can tell since when two laptops knew of each other’s."""
_NEWER: Final = "CREATE TEMP TABLE IF NOT EXISTS newer (LIKE named) ON COMMIT DROP"
_NAME: Final = """
INSERT INTO named SELECT * FROM newer ON CONFLICT (id) DO UPDATE
SET region = excluded.region, prefix = excluded.prefix, number = excluded.number, label = excluded.label
"""
_MAKING: Final = """
SELECT c.row_id, coalesce((c.after->>'number')::int, 0), s.stamp, s.laptop, s.seen, s.number
FROM change c JOIN step s ON s.id = c.step_id
WHERE c.before IS NULL AND c.table_name = %s AND c.row_id = ANY(%s)
"""
_FIRSTS: Final = "SELECT laptop, seen, min(stamp), min(number) FROM step GROUP BY laptop, seen"


class _Name(NamedTuple):
    id: str
    region: str
    prefix: str
    number: int
    label: str


def name(cursor: Any) -> None:
    """Give every block and bundle that was touched, and all beside it, the name that the journal gives it."""
    _name_blocks(cursor)
    _name_bundles(cursor)


def _name_blocks(cursor: Any) -> None:
    fresh = {row: (base(prefix), prefix, number) for row, prefix, number in cursor.execute(_TOUCHED)}
    doubled = (region for (region,) in cursor.execute(_SETTLED).fetchall())
    regions = sorted({region for region, _, _ in fresh.values()} | {*doubled})
    known = {one.id: one for one in map(_Name._make, cursor.execute(_OTHERS, (regions,)))}
    of_region: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for row, (region, prefix, number) in fresh.items():
        of_region[region].append((row, prefix, number))
    for one in known.values():
        if one.id not in fresh:
            of_region[one.region].append((one.id, one.prefix, one.number))
    found = [one for region, rows in of_region.items() for one in _named(cursor, region, rows)]
    _keep(cursor, [one for one in found if known.get(one.id) != one])


def _named(cursor: Any, region: str, rows: Sequence[tuple[str, str, int]]) -> list[_Name]:
    letters: Mapping[str, str] = {row: prefix for row, prefix, _ in rows}
    if is_doubled([number for _, _, number in rows]):
        letters = lettered(region, rows, _making(cursor, "block", [*letters]), _settled(cursor))
    return [_Name(row, region, prefix, number, spoken_id(letters[row], number)) for row, prefix, number in rows]


def _name_bundles(cursor: Any) -> None:
    rows = [row for (row,) in cursor.execute(_BUNDLES)]
    if rows:
        wanted = numbered(_making(cursor, "bundle", rows), _settled(cursor))
        _keep(cursor, [_Name(row, "", "", number, bundle_id(number)) for row, number in wanted.items()])


def _keep(cursor: Any, names: Sequence[_Name]) -> None:
    cursor.execute("SELECT NOT EXISTS (SELECT FROM named)")
    (first,) = cursor.fetchone()
    if not first:
        cursor.execute(_NEWER)
    with cursor.copy("COPY named FROM STDIN" if first else "COPY newer FROM STDIN") as copy:
        for one in names:
            copy.write_row(one)
    if not first:
        cursor.execute(_NAME)
        cursor.execute("TRUNCATE newer")


def _making(cursor: Any, table: str, rows: Sequence[str]) -> Mapping[str, Made]:
    return making(cursor.execute(_MAKING, (table, rows)))


def _settled(cursor: Any) -> Settled:
    vectors = dict(cursor.execute("SELECT id, vector FROM seen"))
    return Settled(cursor.execute(_FIRSTS).fetchall(), vectors)

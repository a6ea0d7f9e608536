"""Spoken ids after a merge: every block and bundle of this file gets the name that the journal gives it."""

import json
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from sqlalchemy import Connection, func, select

from bouwstenen_app.domain.naming import Making, Shown, base, is_doubled, lettered, making, numbered
from bouwstenen_app.domain.settled import Settled
from bouwstenen_app.storage import journal, updating
from bouwstenen_app.storage.tables import BlockRow, BundleRow, SeenRow, StepRow

_MADE: Final = """
SELECT c.row_id, coalesce(json_extract(c.after, '$.number'), 0), s.stamp, s.laptop, s.seen, s.number
FROM change c JOIN step s ON s.id = c.step_id
WHERE c.row_id IN (SELECT value FROM json_each(?)) AND c.table_name = ? AND c.before IS NULL
"""


def name_blocks(connection: Connection, touched: Iterable[str]) -> None:
    """Give blocks with the same letters and number a letter of their laptop: ``RH-004`` and ``RH-B04``."""
    block = BlockRow.__table__.c
    ids = updating.among([*touched])
    letters = {base(one) for one in connection.execute(select(block.prefix).where(block.id.in_(ids))).scalars()}
    doubled = _doubled(connection, letters)
    if not doubled:
        return
    since = settled(connection)
    for prefix, rows in sorted(_shown(connection, doubled).items()):
        made = making(_making(connection, "block", [row for row, _, _ in rows]))
        wanted = lettered(prefix, rows, made, since)
        changed = [(row, {"prefix": wanted[row]}) for row, shown, _ in rows if wanted[row] != shown]
        updating.update_rows(connection, journal.table_named("block"), ("prefix",), changed)


def _doubled(connection: Connection, letters: Collection[str]) -> set[str]:
    """Return the letters, of these, with which two blocks have the same number, in one look at all blocks."""
    block = BlockRow.__table__.c
    numbers: dict[str, array[int]] = defaultdict(lambda: array("q"))  # a fourth of the memory of a list
    for shown, number in connection.execute(select(block.prefix, block.number)):
        numbers[base(shown)].append(number)
    return {one for one in letters if is_doubled(numbers[one])}


def _shown(connection: Connection, letters: Collection[str]) -> Mapping[str, list[Shown]]:
    """Return the blocks with these letters, as they are shown."""
    block = BlockRow.__table__.c
    prefixes = connection.execute(select(block.prefix).distinct()).scalars()
    among = updating.among([one for one in prefixes if base(one) in letters])
    rows: dict[str, list[Shown]] = defaultdict(list)
    for row, shown, number in connection.execute(
        select(block.id, block.prefix, block.number).where(block.prefix.in_(among))
    ):
        rows[base(shown)].append((row, shown, number))
    return rows


def named_with_letter(connection: Connection) -> set[str]:
    """Return the blocks that have the letter of a laptop in their name: their numbers were given twice."""
    block = BlockRow.__table__.c
    return set(connection.execute(select(block.id).where(block.prefix.contains("-"))).scalars())


def number_bundles(connection: Connection) -> None:
    """Give every bundle a number of its own."""
    bundle = BundleRow.__table__.c
    shown = {row: number for row, number in connection.execute(select(bundle.id, bundle.number))}
    wanted = numbered(making(_making(connection, "bundle", list(shown))), settled(connection))
    changed = [(row, {"number": number}) for row, number in wanted.items() if shown[row] != number]
    updating.update_rows(connection, journal.table_named("bundle"), ("number",), changed)


def settled(connection: Connection) -> Settled:
    """Return since when steps are known beside others."""
    step = StepRow
    firsts = select(step.laptop, step.seen, func.min(step.stamp), func.min(step.number)).group_by(
        step.laptop, step.seen
    )
    vectors = {identity: vector for identity, vector in connection.execute(select(SeenRow.id, SeenRow.vector))}
    return Settled(((who, seen, stamp, number) for who, seen, stamp, number in connection.execute(firsts)), vectors)


def _making(connection: Connection, table: str, rows: Sequence[str]) -> Iterator[Making]:
    for row, given, *rest in connection.exec_driver_sql(_MADE, (json.dumps([*rows]), table)).all():
        stamp, laptop, seen, number = rest
        yield row, given, stamp, laptop, seen, number

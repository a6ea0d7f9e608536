"""Spoken ids after a merge: every block and bundle of this file gets the name that the journal gives it."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, func, select

from bouwstenen_app.domain.naming import Making, base, is_doubled, lettered, making, numbered
from bouwstenen_app.domain.settled import Settled
from bouwstenen_app.storage import journal, updating
from bouwstenen_app.storage.tables import BlockRow, BundleRow, ChangeRow, SeenRow, StepRow


def name_blocks(connection: Connection, touched: Iterable[str]) -> None:
    """Give blocks with the same letters and number a letter of their laptop: ``RH-004`` and ``RH-B04``."""
    block = BlockRow.__table__.c
    ids = updating.among([*touched])
    prefixes = {base(one) for one in connection.execute(select(block.prefix).where(block.id.in_(ids))).scalars()}
    for prefix in sorted(prefixes):
        like = select(block.id, block.prefix, block.number).where(
            (block.prefix == prefix) | block.prefix.like(f"{prefix}-%")
        )
        rows = [(row, shown, number) for row, shown, number in connection.execute(like) if base(shown) == prefix]
        if is_doubled(rows):
            made = making(_making(connection, "block", [row for row, _, _ in rows]))
            wanted = lettered(prefix, rows, made, settled(connection))
            changed = [(row, {"prefix": wanted[row]}) for row, shown, _ in rows if wanted[row] != shown]
            updating.update_rows(connection, journal.table_named("block"), ("prefix",), changed)


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
    line, step = ChangeRow, StepRow
    query = select(line.row_id, line.before, line.after, step.stamp, step.laptop, step.seen, step.number)
    query = query.join(step, step.id == line.step_id).where(line.row_id.in_(updating.among(rows)))
    for row, before, *rest in connection.execute(query.where(line.table_name == table)):
        if before is None:
            after, stamp, laptop, seen, number = rest
            yield row, after, stamp, laptop, seen, number

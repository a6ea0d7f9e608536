"""Placing after a merge: a block that two laptops put in different bundles is in the one where it came last.

It follows from the journal alone, so that every laptop with the same steps has it in the same bundle. A bundle that
one laptop took away while another put a block in it, stays: no block is in a bundle that nobody sees.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Select, select

from bouwstenen_app.domain.versions import REMOVED
from bouwstenen_app.storage import journal, updating
from bouwstenen_app.storage.tables import BlockRow, BundleRow, ChangeRow, ContributionRow, StepRow

When = tuple[str, int]
"""A stamp and a position in a step, to compare."""
Put = tuple[str, Mapping[str, Any] | None, Mapping[str, Any], str, int]
"""A line of the journal about a contribution: its row, before, after, stamp and position."""


def keep_in_one(connection: Connection, touched: Iterable[str]) -> None:
    """Take the blocks of contributions out of every bundle but the one that they were put in last."""
    row = ContributionRow.__table__.c
    blocks = select(row.block_id).where(row.id.in_(updating.among([*touched])))
    of_block: dict[str, dict[str, bool]] = defaultdict(dict)
    here = select(row.id, row.block_id, row.removed).where(row.block_id.in_(blocks))
    for one, block, removed in connection.execute(here):
        of_block[block][one] = removed
    several = [rows for rows in of_block.values() if len(rows) > 1]
    gone = left_behind(of_block.values(), _last_put(connection, [one for rows in several for one in rows]))
    table = journal.table_named("contribution")
    updating.update_rows(connection, table, (REMOVED,), [(one, {REMOVED: True}) for one in gone])


def left_behind(of_blocks: Iterable[Mapping[str, bool]], last: Mapping[str, When]) -> list[str]:
    """Return the contributions that a block is not in any more: it was put in another bundle later.

    Of every block: its contributions, and whether they are removed. ``last``: when each was put last.
    """
    return [
        one
        for rows in of_blocks
        if len(rows) > 1
        for one, removed in rows.items()
        if not removed and last[one] < max(last[each] for each in rows)
    ]


def last_put(lines: Iterable[Put]) -> Mapping[str, When]:
    """Return when each contribution was made or brought back last, as something to compare."""
    last: dict[str, When] = defaultdict(lambda: ("", 0))
    for one, before, after, stamp, position in lines:
        if before is None or after.get(REMOVED) is False:
            last[one] = max(last[one], (stamp, position))
    return last


def gone_with_blocks(connection: Connection) -> list[str]:
    """Return the bundles in the bin in which a block is: one laptop took it away while another put something in."""
    bundle = BundleRow.__table__.c
    return list(connection.execute(select(bundle.id).where(bundle.removed, bundle.id.in_(_holding()))).scalars())


def here_without_blocks(connection: Connection) -> list[str]:
    """Return the bundles that are not in the bin and in which no block is."""
    bundle = BundleRow.__table__.c
    return list(connection.execute(select(bundle.id).where(~bundle.removed, ~bundle.id.in_(_holding()))).scalars())


def _holding() -> Select[tuple[str]]:
    contribution, block = ContributionRow.__table__.c, BlockRow.__table__.c
    inside = select(contribution.bundle_id).join(BlockRow, block.id == contribution.block_id)
    return inside.where(~contribution.removed, ~block.removed)


def _last_put(connection: Connection, rows: list[str]) -> Mapping[str, When]:
    line, step = ChangeRow, StepRow
    query = select(line.row_id, line.before, line.after, step.stamp, line.position)
    query = query.join(step, step.id == line.step_id).where(line.row_id.in_(updating.among(rows)))
    lines = connection.execute(query.where(line.table_name == "contribution"))
    return last_put((one, before, after, stamp, place) for one, before, after, stamp, place in lines)

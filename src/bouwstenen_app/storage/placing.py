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


def keep_in_one(connection: Connection, touched: Iterable[str]) -> None:
    """Take the blocks of contributions out of every bundle but the one that they were put in last."""
    row = ContributionRow.__table__.c
    blocks = select(row.block_id).where(row.id.in_(updating.among([*touched])))
    of_block: dict[str, dict[str, bool]] = defaultdict(dict)
    here = select(row.id, row.block_id, row.removed).where(row.block_id.in_(blocks))
    for one, block, removed in connection.execute(here):
        of_block[block][one] = removed
    several = [rows for rows in of_block.values() if list(rows.values()).count(False) > 0 and len(rows) > 1]
    last = _last_put(connection, [one for rows in several for one in rows])
    gone = [
        one
        for rows in several
        for one, removed in rows.items()
        if not removed and last[one] < max(last[each] for each in rows)
    ]
    table = journal.table_named("contribution")
    updating.update_rows(connection, table, (REMOVED,), [(one, {REMOVED: True}) for one in gone])


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


def _last_put(connection: Connection, rows: list[str]) -> Mapping[str, tuple[str, int]]:
    """Return when each contribution was made or brought back last, as something to compare."""
    line, step = ChangeRow, StepRow
    query = select(line.row_id, line.before, line.after, step.stamp, line.position)
    query = query.join(step, step.id == line.step_id).where(line.row_id.in_(updating.among(rows)))
    last: dict[str, tuple[str, int]] = defaultdict(lambda: ("", 0))
    for one, before, after, stamp, position in connection.execute(query.where(line.table_name == "contribution")):
        if _puts(before, after):
            last[one] = max(last[one], (stamp, position))
    return last


def _puts(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> bool:
    return before is None or after.get(REMOVED) is False

"""Placed: in which bundle each laptop put a block, as versions of one field that a person can choose between.

A block and each of its bundles have a row of their own, so that no single row says that two laptops disagree.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import ColumnElement, Connection, Select, func, select

from bouwstenen_app.domain.versions import REMOVED, Written, fold
from bouwstenen_app.storage import updating
from bouwstenen_app.storage.tables import BlockRow, BundleRow, ContributionRow
from bouwstenen_app.storage.written import Difference, lines_of, vectors

BUNDLE: Final = "bundle"
"""The field of a block that no table has: the id of its bundle, empty when it is in none."""
_ROW: Final = ContributionRow.__table__.c


def differences(connection: Connection, touched: Iterable[str] | None = None) -> Iterator[Difference]:
    """Yield the blocks that laptops put in different bundles without knowing of each other; the last one counts.

    ``touched`` are contributions: then only of their blocks. Blocks and bundles in the bin are left out.
    """
    bundles: dict[str, str] = {}
    blocks: dict[str, str] = {}
    now: dict[str, str] = {}
    for one, block, bundle, removed in connection.execute(_in_several(touched)):
        blocks[one], bundles[one] = block, bundle
        if not removed:
            now[block] = bundle
    if not blocks:
        return
    put: dict[str, dict[str, list[tuple[str, Written]]]] = defaultdict(lambda: defaultdict(list))
    for one, line in lines_of(connection, "contribution", [*blocks], vectors(connection)):
        if line.writes(REMOVED):
            put[blocks[one]][line.step].append((bundles[one], line))
    gone = set(connection.execute(select(BundleRow.id).where(BundleRow.removed)).scalars())
    for block in sorted(put):
        folded = fold(_put(lines) for lines in put[block].values())
        versions = [one for one in folded.differences.get(BUNDLE, ()) if one.value(BUNDLE) not in gone]
        if len({one.value(BUNDLE) for one in versions}) > 1:
            versions.sort(key=lambda one: one.value(BUNDLE) == now.get(block, ""))
            yield Difference("block", block, BUNDLE, tuple(versions))


def _put(lines: Sequence[tuple[str, Written]]) -> Written:
    """Return where one step put a block; out of one bundle and into another is one move."""
    into = [(bundle, line) for bundle, line in lines if not line.value(REMOVED)]
    bundle, line = max(into or [("", line) for _, line in lines], key=lambda one: one[1].position)
    return replace(line, after={BUNDLE: bundle}, new=False)


def _in_several(touched: Iterable[str] | None) -> Select[str, str, str, bool]:
    """Ask the contributions of blocks that were put in more than one bundle."""
    several = select(_ROW.block_id).group_by(_ROW.block_id).having(func.count() > 1)
    where: list[ColumnElement[bool]] = [_ROW.block_id.in_(several), ~BlockRow.removed]
    if touched is not None:
        blocks = select(_ROW.block_id).where(_ROW.id.in_(updating.among([*touched])))
        where[0] = _ROW.block_id.in_(several.where(_ROW.block_id.in_(blocks)))
    query = select(_ROW.id, _ROW.block_id, _ROW.bundle_id, _ROW.removed)
    return query.join(BlockRow, BlockRow.id == _ROW.block_id).where(*where)

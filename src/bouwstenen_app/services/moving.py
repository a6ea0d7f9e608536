"""Moving: blocks go from one column of a board to another, and become what the column says."""

from collections.abc import Sequence

from sqlalchemy import select

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import bundling, capturing, grouping, tagging
from bouwstenen_app.services.arranging import BUNDLE, CLUSTER, NONE, REGION, RELEASE, SESSION, STATUS
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import BlockRow, ClusterRow, TaggingRow
from bouwstenen_app.storage.updating import among

Moves = Sequence[tuple[str, str]]
"""Ids of blocks, each with the key of the column it comes from."""


def move(session: Work, by: str, moves: Moves, target: str, *, add: bool = False) -> None:
    """Move blocks to a column of a board by a dimension or field; with ``add`` they keep the codes they had.

    Problem for columns that say where a block is from: that never changes.
    """
    blocks = list(dict.fromkeys(block for block, _ in moves))
    if by in (SESSION, REGION):
        raise Problem(
            "Een bouwsteen blijft bij de sessie waarin hij gezegd is. Kies andere kolommen om te verplaatsen."
        )
    if by == STATUS:
        capturing.edit_blocks(session, blocks, status=target)
    elif by == RELEASE:
        capturing.edit_blocks(session, blocks, release=target)
    elif by == BUNDLE:
        bundling.add_to_bundle(session, target, blocks) if target else bundling.take_out(session, blocks)
    elif by == CLUSTER:
        _to_cluster(session, blocks, target)
    else:
        _retag(session, by, moves, target, add=add)


def _to_cluster(session: Work, blocks: Sequence[str], target: str) -> None:
    if target == NONE:
        grouping.put_out(session, blocks)
        return
    home = session.scalar(select(ClusterRow.workshop_id).where(ClusterRow.id == target))
    of_others = select(BlockRow.id).where(BlockRow.id.in_(blocks), BlockRow.workshop_id != home)
    if session.scalars(of_others).first() is not None:
        raise Problem(
            "Een cluster hoort bij één sessie. Breng bouwstenen van verschillende sessies samen in een bundel (B)."
        )
    grouping.put_in(session, blocks, target)


def _retag(session: Work, dimension: str, moves: Moves, target: str, *, add: bool) -> None:
    book = codebook(session)
    blocks = list(dict.fromkeys(block for block, _ in moves))
    if target == NONE:
        everything = [code.id for code in book.of(dimension)]
        tagging.untag(session, blocks, everything)
        return
    there = select(TaggingRow.block_id).where(TaggingRow.block_id.in_(among(blocks)), ~TaggingRow.removed)
    having = set(session.scalars(there.where(TaggingRow.code_id.in_(_group(book, target)))))
    without = [block for block in blocks if block not in having]
    if not add:
        for source in {source for _, source in moves} - {target, NONE}:
            tagging.untag(session, [block for block, each in moves if each == source], _group(book, source))
    tagging.tag(session, without, [target])


def _group(book: Codebook, top: str) -> set[str]:
    """Return a main group with all codes under it: a column holds the blocks of all of them."""
    return {code.id for code in book.of(book.code(top).dimension) if book.top(code.id).id == top}

"""Codes on blocks: putting them on, taking them off, counting them."""

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.changes import Change
from bouwstenen_app.domain.identity import derived
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.services.releasing import align_first, aligned
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import BlockRow, ProposalRow, TaggingRow
from bouwstenen_app.storage.updating import among


def code_uses(session: Session, *, workshop: str | None = None) -> Mapping[str, int]:
    """Return how many blocks carry each code (code id → count), in one session or in all."""
    query = select(TaggingRow.code_id, func.count()).where(~TaggingRow.removed).group_by(TaggingRow.code_id)
    if workshop is None:
        # Few blocks are gone: leaving those out is four times as quick as looking up every block.
        query = query.where(TaggingRow.block_id.not_in(select(BlockRow.id).where(BlockRow.removed)))
    else:
        present = select(BlockRow.id).where(BlockRow.workshop_id == workshop, ~BlockRow.removed)
        query = query.where(TaggingRow.block_id.in_(present))
    return {code: count for code, count in session.execute(query)}


def tag(session: Work, blocks: Sequence[str], codes: Iterable[str]) -> int:
    """Put codes on blocks; a dimension with one value replaces what was there. Return how many blocks changed."""
    book = codebook(session)
    wanted = [book.by_id[code] for code in codes if code in book.by_id]
    single = {code.dimension for code in wanted if not book.dimension(code.dimension).multiple}
    kept = {code.id for code in wanted}
    replaced = {code.id for code in book.codes if code.dimension in single} - kept
    taggings = _taggings(session, blocks, kept | replaced)
    off = [row["id"] for row in taggings.values() if not row["removed"] and row["code_id"] in replaced]
    first = len(session.changes)
    align_first(session, _gaining(blocks, aligned(book) & kept, taggings))
    _set(session, blocks, [code.id for code in wanted], taggings)
    journal.update_rows(session, TaggingRow, {identity: {"removed": True} for identity in off})
    lines = (change for change in session.changes[first:] if change.table == TaggingRow.__tablename__)
    return len({_block_of(change, taggings) for change in lines})


def untag(session: Work, blocks: Sequence[str], codes: Iterable[str]) -> int:
    """Take codes off blocks. Return how many taggings went."""
    before = len(session.changes)
    columns = TaggingRow.__table__.c
    there = (columns.block_id.in_(among(blocks)), columns.code_id.in_([*codes]), ~columns.removed)
    taggings = session.scalars(select(columns.id).where(*there).order_by(columns.id)).all()
    journal.update_rows(session, TaggingRow, {identity: {"removed": True} for identity in taggings})
    return len(session.changes) - before


def set_codes(session: Work, block: str, dimension: str, codes: Sequence[str]) -> None:
    """Give a block exactly these codes of one dimension, in this order."""
    book = codebook(session)
    of_dimension = {code.id for code in book.of(dimension)}
    taggings = _taggings(session, [block], of_dimension | {*codes})
    align_first(session, _gaining([block], aligned(book) & {*codes}, taggings))
    _set(session, [block], list(codes), taggings)
    changed: dict[str, dict[str, Any]] = {
        tagging_id(block, code): {"position": place, "removed": False} for place, code in enumerate(codes)
    }
    changed |= {
        row["id"]: {"removed": True}
        for row in taggings.values()
        if row["code_id"] in of_dimension and row["code_id"] not in codes
    }
    journal.update_rows(session, TaggingRow, changed)


def drop_proposal(session: Work, block: str, text: str) -> None:
    """Take an unknown tag off a block."""
    journal.update_rows(session, ProposalRow, {proposal_id(block, text): {"removed": True}})


def tagging_id(block: str, code: str) -> str:
    """Return the identity of a code on a block: the same on every laptop."""
    return derived("tagging", block, code)


def proposal_id(block: str, text: str) -> str:
    """Return the identity of an unknown tag on a block: the same on every laptop."""
    return derived("proposal", block, text)


def _taggings(session: Session, blocks: Sequence[str], codes: Iterable[str]) -> dict[str, Mapping[Any, Any]]:
    """Return the rows of these codes on these blocks, those that were taken off too, by id."""
    columns = TaggingRow.__table__.c
    query = select(columns.id, columns.block_id, columns.code_id, columns.removed)
    there = (columns.block_id.in_(among(blocks)), columns.code_id.in_([*codes]))
    return {line["id"]: line for line in session.execute(query.where(*there)).mappings().all()}


def _places(session: Session, blocks: Sequence[str]) -> dict[str, int]:
    """Return the place after the last code of blocks, by block; a block without codes is left out."""
    columns = TaggingRow.__table__.c
    query = select(columns.block_id, func.max(columns.position) + 1).where(columns.block_id.in_(among(blocks)))
    return {block: place for block, place in session.execute(query.group_by(columns.block_id)).all()}


def _gaining(
    blocks: Sequence[str], codes: Iterable[str], taggings: Mapping[str, Mapping[Any, Any]]
) -> Sequence[str]:
    """Return the blocks that do not have all of these codes yet."""
    on = {identity for identity, row in taggings.items() if not row["removed"]}
    return [block for block in blocks if any(tagging_id(block, code) not in on for code in codes)]


def _set(
    session: Work, blocks: Sequence[str], codes: Sequence[str], taggings: Mapping[str, Mapping[Any, Any]]
) -> None:
    new: list[dict[str, Any]] = []
    back: dict[str, dict[str, Any]] = {}
    held = dict.fromkeys(blocks, 0) | _places(session, blocks)
    for block in blocks:
        for code in codes:
            identity = tagging_id(block, code)
            if identity not in taggings:
                new.append({"id": identity, "block_id": block, "code_id": code, "position": held[block]})
                held[block] += 1
            elif taggings[identity]["removed"]:
                back[identity] = {"removed": False}
    new.sort(key=itemgetter("id"))  # the pages of the table in their order: half as many are read twice
    journal.insert_rows(session, TaggingRow, new)
    journal.update_rows(session, TaggingRow, dict(sorted(back.items())))


def _block_of(change: Change, taggings: Mapping[str, Mapping[Any, Any]]) -> str:
    return str(taggings[change.row]["block_id"] if change.row in taggings else change.after["block_id"])

"""Capturing: a typed line becomes a block; blocks are edited, voted on, put in the bin and taken out again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import bindparam, func, select

from bouwstenen_app.domain import capture as grammar
from bouwstenen_app.domain.blocks import FREE, LIVE
from bouwstenen_app.domain.capture import Draft
from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.erasing import GONE
from bouwstenen_app.domain.naming import spoken_id
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.services.releasing import release_of
from bouwstenen_app.services.tagging import proposal_id, tagging_id
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import (
    BlockRow,
    BundleRow,
    ContributionRow,
    ProposalRow,
    RoundRow,
    TaggingRow,
    WorkshopRow,
)

TEXTS: Final = frozenset({"title", "explanation", "example", "next_step", "note", "minority"})


@dataclass(frozen=True, slots=True)
class Captured:
    """What became of a line: the id of its block, its spoken id, how the line was read, and who may have it."""

    block: str
    spoken_id: str
    draft: Draft
    release: str = FREE


def capture(
    session: Work,
    line: str | Draft,
    *,
    workshop: str,
    book: Codebook | None = None,
    round: str | None = None,
    table: int | None = None,
    sticky: Sequence[str] = (),
    input_kind: str = LIVE,
) -> Captured | None:
    """Make a block of one typed line, with its tags and the sticky ones; None for an empty line.

    A line that was read while it was typed may come as its Draft. ``book`` is the codebook, when the caller has it
    at hand; ``round`` is the id of a round; ``table`` is the table, unless the line names one.
    """
    book = book or codebook(session)
    draft = grammar.read(line, book, suggest=False) if isinstance(line, str) else line
    if draft.table is not None:
        table = draft.table or None
    return None if draft.empty else _keep(session, draft, book, workshop, round, table, sticky, input_kind)


def capture_lines(
    session: Work,
    lines: Iterable[str],
    *,
    workshop: str,
    round: str | None = None,
    round_number: int | None = None,
    table: int | None = None,
    sticky: Sequence[str] = (),
    input_kind: str = LIVE,
) -> tuple[Captured, ...]:
    """Make a block of each line that is not empty, all in one step; the round by its id or its number.

    A line with only a table says which table the lines after it are from.
    """
    book = codebook(session)
    if round_number is not None:
        round = round_numbered(session, workshop, round_number)
    made: list[Captured] = []
    for line in lines:
        draft = grammar.read(line, book, suggest=False)
        if draft.only_table:
            table = draft.table
        captured = capture(
            session,
            draft,
            workshop=workshop,
            book=book,
            round=round,
            table=table or None,
            sticky=sticky,
            input_kind=input_kind,
        )
        made += [captured] if captured else []
    return tuple(made)


def edit_block(session: Work, block: str, **fields: Any) -> None:
    """Change fields of a block (the names of ``BlockRow``); texts are cleaned as they come in."""
    edit_blocks(session, [block], **fields)


def edit_blocks(session: Work, blocks: Sequence[str], **fields: Any) -> None:
    """Change the same fields of several blocks, as :func:`edit_block` does."""
    cleaned = {name: clean(value).text if name in TEXTS else value for name, value in fields.items()}
    if "conditions" in cleaned:
        cleaned["conditions"] = [clean(text).text for text in cleaned["conditions"]]
    journal.update_rows(session, BlockRow, dict.fromkeys(blocks, cleaned))


def set_round(session: Work, blocks: Sequence[str], round: str | None) -> None:
    """Move blocks to a round of their session."""
    journal.update_rows(session, BlockRow, {block: {"round_id": round} for block in blocks})


def set_votes(session: Work, votes: Mapping[str, int]) -> None:
    """Set the votes of blocks (id → votes); fewer than none does not exist."""
    journal.update_rows(session, BlockRow, {block: {"votes": max(0, count)} for block, count in votes.items()})


def remove_blocks(session: Work, blocks: Sequence[str]) -> None:
    """Put blocks in the bin."""
    journal.update_rows(session, BlockRow, {block: {"removed": True} for block in blocks})


def restore_blocks(session: Work, blocks: Sequence[str]) -> None:
    """Take blocks out of the bin, and their sessions too: a block is never without one.

    A bundle that went to the bin meanwhile stays there: the block leaves it. Of what was erased nothing comes back.
    """
    there = select(BlockRow.id).where(BlockRow.id.in_(blocks), BlockRow.status != GONE)
    blocks = list(session.scalars(there))
    of = select(BlockRow.workshop_id).where(BlockRow.id.in_(blocks))
    gone = session.scalars(select(WorkshopRow.id).where(WorkshopRow.id.in_(of), WorkshopRow.removed)).all()
    journal.update_rows(session, WorkshopRow, {workshop: {"removed": False} for workshop in gone})
    journal.update_rows(session, BlockRow, {block: {"removed": False} for block in blocks})
    left = select(ContributionRow.id).join(BundleRow, BundleRow.id == ContributionRow.bundle_id)
    left = left.where(ContributionRow.block_id.in_(blocks), ~ContributionRow.removed, BundleRow.removed)
    journal.update_rows(session, ContributionRow, {one: {"removed": True} for one in session.scalars(left)})


def round_numbered(session: Work, workshop: str, number: int) -> str:
    """Return the id of a round by its number, or a Problem."""
    query = select(RoundRow.id).where(
        RoundRow.workshop_id == workshop, RoundRow.number == number, ~RoundRow.removed
    )
    found = session.scalar(query)
    if found is None:
        raise Problem("Deze sessie heeft geen ronde {number}. Kies een ronde die er wel is.", number=number)
    return found


def _keep(
    session: Work,
    draft: Draft,
    book: Codebook,
    workshop: str,
    round: str | None,
    table: int | None,
    sticky: Sequence[str],
    input_kind: str,
) -> Captured:
    prefix, number = _next_number(session, workshop)
    codes = _with_sticky(draft.codes, sticky, book)
    block = session.new_id()
    release = release_of(codes, book)
    row = {
        "id": block,
        "workshop_id": workshop,
        "round_id": round,
        "prefix": prefix,
        "number": number,
        "title": draft.title,
        "explanation": draft.explanation,
        "example": draft.example,
        "conditions": list(draft.conditions),
        "next_step": draft.next_step,
        "votes": draft.votes,
        "table_number": table,
        "captured_at": session.now().replace(tzinfo=None).isoformat(timespec="seconds"),
        "input_kind": input_kind,
        "release": release,
    }
    journal.insert_rows(session, BlockRow, [row])
    journal.insert_rows(session, TaggingRow, _tagging_rows(block, codes))
    journal.insert_rows(session, ProposalRow, _proposal_rows(block, draft.unknown_tags))
    return Captured(block, spoken_id(prefix, number), draft, release)


_LAST = (
    select(func.max(BlockRow.number)).where(BlockRow.prefix == WorkshopRow.region_code).correlate(WorkshopRow)
).scalar_subquery()
_LAST_LETTERED = (
    select(func.max(BlockRow.number))
    .where(BlockRow.prefix > WorkshopRow.region_code + "-", BlockRow.prefix < WorkshopRow.region_code + ".")
    .correlate(WorkshopRow)
).scalar_subquery()
_NUMBER = select(WorkshopRow.region_code, _LAST, _LAST_LETTERED).where(WorkshopRow.id == bindparam("workshop"))
"""By itself a highest number is one step in the index; joined, all blocks of a region would be read for it. Those
with the letter of a laptop (``RH-B``) stand behind them in the index: a number is never used twice by a laptop."""


def _next_number(session: Work, workshop: str) -> tuple[str, int]:
    """Return the letters of the session and the next number under them; removed blocks keep theirs."""
    session.flush()
    found = session.sql.execute(_NUMBER, {"workshop": workshop}).first()
    if found is None:
        raise Problem("Deze sessie is er niet meer. Kies een andere sessie; je tekst staat nog in de regel.")
    prefix, last, lettered = found
    return prefix, max(last or 0, lettered or 0) + 1


def _with_sticky(typed: Sequence[str], sticky: Sequence[str], book: Codebook) -> tuple[str, ...]:
    """Return typed codes with the sticky ones; in a dimension with one value what was typed wins."""
    single = {book.code(code).dimension for code in typed if not book.dimension(book.code(code).dimension).multiple}
    extra = [c for c in sticky if c in book.by_id and c not in typed and book.code(c).dimension not in single]
    return (*typed, *extra)


def _tagging_rows(block: str, codes: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {"id": tagging_id(block, code), "block_id": block, "code_id": code, "position": place}
        for place, code in enumerate(codes)
    ]


def _proposal_rows(block: str, texts: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {"id": proposal_id(block, text), "block_id": block, "text": text, "position": place}
        for place, text in enumerate(texts)
    ]

"""Retyping: a block goes back into the line as text, and what comes out of the line changes that block."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import select

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.capture import read, write
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards
from bouwstenen_app.services.capturing import edit_block
from bouwstenen_app.services.tagging import proposal_id, set_codes
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import ProposalRow

_TYPED: Final = ("title", "explanation", "example", "next_step", "votes")


def retype(session: Work, block: str, text: str, *, book: Codebook, before: str = "") -> None:
    """Change a block into what a typed line says. What the line cannot say (its round, its status) stays.

    ``before`` is the text that the block was taken into the line as: what was not changed in it stays as it is now,
    also when the block was changed somewhere else meanwhile. Without it, it is as the block is now.

    A code or table that would not come back from the text the block was written as was never shown, and stays too.
    """
    old = boards.block(session, block)
    if old is None:
        raise Problem("Deze bouwsteen is er niet meer. Je tekst staat nog in de regel.")
    draft = read(text, book)
    shown = read(before or write(old, book), book)
    fields: dict[str, Any] = {
        name: getattr(draft, name) for name in _TYPED if getattr(draft, name) != getattr(shown, name)
    }
    if draft.conditions != shown.conditions:
        fields["conditions"] = list(draft.conditions)
    if draft.table != shown.table:
        fields["table_number"] = draft.table or None
    if fields:
        edit_block(session, block, **fields)
    for dimension in book.dimensions:
        _set_dimension(session, old, dimension.slug, draft.codes, shown.codes, book)
    _set_proposals(session, block, draft.unknown_tags)


def _set_dimension(
    session: Work, old: Block, slug: str, typed: Sequence[str], shown: Sequence[str], book: Codebook
) -> None:
    if book.select(typed, slug) == book.select(shown, slug):
        return
    before = [code.id for code in book.select(old.codes, slug)]
    wanted = [code.id for code in book.select(typed, slug)]
    if book.dimension(slug).multiple or not wanted:
        wanted += [code for code in before if code not in shown and code not in wanted]
    if wanted != before:
        # Codes that stay keep their order; those that were typed now come behind them.
        order = [code for code in before if code in wanted]
        set_codes(session, old.id, slug, order + [code for code in wanted if code not in order])


def _set_proposals(session: Work, block: str, texts: Sequence[str]) -> None:
    lines = session.execute(select(ProposalRow.id, ProposalRow.removed).where(ProposalRow.block_id == block))
    known = {identity: removed for identity, removed in lines}
    wanted = {proposal_id(block, text): (place, text) for place, text in enumerate(texts)}
    new = [
        {"id": identity, "block_id": block, "text": text, "position": place}
        for identity, (place, text) in wanted.items()
        if identity not in known
    ]
    journal.insert_rows(session, ProposalRow, new)
    turned = {i: {"removed": i not in wanted} for i, removed in known.items() if removed == (i in wanted)}
    journal.update_rows(session, ProposalRow, turned)

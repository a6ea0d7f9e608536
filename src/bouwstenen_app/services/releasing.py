"""Who may have a block: what is about some themes is aligned first with the police and the prosecution."""

from collections.abc import Collection, Sequence, Set
from typing import Final

from sqlalchemy import select

from bouwstenen_app.domain.blocks import ALIGN_FIRST, FREE
from bouwstenen_app.domain.codebook import THEME, Codebook
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import BlockRow
from bouwstenen_app.storage.updating import among

_ALIGNED: Final = ("onderzoekshandelingen",)


def aligned(book: Codebook) -> Set[str]:
    """Return the ids of the themes that are aligned first."""
    themes = (book.by_slug.get((THEME, slug)) for slug in _ALIGNED)
    return {theme.id for theme in themes if theme is not None}


def release_of(codes: Collection[str], book: Codebook) -> str:
    """Return who may have a block with these codes, as long as nobody said so."""
    return FREE if aligned(book).isdisjoint(codes) else ALIGN_FIRST


def align_first(session: Work, blocks: Sequence[str]) -> None:
    """Let blocks be aligned before they are shared; what is stricter stays."""
    if blocks:
        free = (BlockRow.id.in_(among(blocks)), BlockRow.release == FREE)
        found = session.scalars(select(BlockRow.id).where(*free).order_by(BlockRow.id)).all()
        journal.update_rows(session, BlockRow, {block: {"release": ALIGN_FIRST} for block in found})

"""Counting a workspace, to compare it with what should be in it."""

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.erasing import GONE
from bouwstenen_app.storage.tables import BlockRow, PhotoRow, ProposalRow, StepRow, TaggingRow, WorkshopRow


def totals(session: Session) -> Mapping[str, int]:
    """Return the totals of a workspace, with their Dutch names; the bin is counted apart."""
    stands, binned = ~BlockRow.removed, BlockRow.removed & (BlockRow.status != GONE)
    return {
        "Sessies": session.scalar(select(func.count()).select_from(WorkshopRow).where(~WorkshopRow.removed)) or 0,
        "Bouwstenen": session.scalar(select(func.count()).select_from(BlockRow).where(stands)) or 0,
        "Stemmen": session.scalar(select(func.sum(BlockRow.votes)).where(stands)) or 0,
        "Tags": _on_blocks(session, TaggingRow),
        "Nieuwe tags zonder besluit": _on_blocks(session, ProposalRow),
        "Foto’s": session.scalar(select(func.count()).select_from(PhotoRow).where(~PhotoRow.removed)) or 0,
        "In de prullenbak": session.scalar(select(func.count()).select_from(BlockRow).where(binned)) or 0,
        "Stappen in het logboek": session.scalar(select(func.count()).select_from(StepRow)) or 0,
    }


def _on_blocks(session: Session, row_class: type[TaggingRow] | type[ProposalRow]) -> int:
    query = select(func.count()).select_from(row_class).join(BlockRow, BlockRow.id == row_class.block_id)
    return session.scalar(query.where(~row_class.removed, ~BlockRow.removed)) or 0

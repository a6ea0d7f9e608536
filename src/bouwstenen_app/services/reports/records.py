"""What was done on the way to a report and is told in its account: pairs judged, numbers withdrawn, copies read."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.naming import spoken_id
from bouwstenen_app.storage.report_tables import RemarkRow, ReviewRow
from bouwstenen_app.storage.tables import BlockRow, JudgementRow


@dataclass(frozen=True, slots=True)
class Records:
    """What was done on the way."""

    judged: Mapping[str, int] = field(default_factory=dict)
    """Decision on two blocks that look alike → how many pairs of blocks in the report."""
    withdrawn: tuple[str, ...] = ()
    """The numbers of blocks of these sessions that are in the bin."""
    copies: int = 0
    """How many copies of a document came back from reviewers."""
    remarks: int = 0


NO_RECORDS: Final = Records()


def records(session: Session, workshops: Sequence[str], blocks: Collection[str]) -> Records:
    """Return what was done with these sessions and the blocks of them that stand in a report (ids)."""
    pairs = select(JudgementRow.decision, JudgementRow.first_id, JudgementRow.second_id)
    judged = Counter(
        decision
        for decision, first, second in session.execute(pairs.where(~JudgementRow.removed))
        if first in blocks and second in blocks
    )
    gone = (
        select(BlockRow.prefix, BlockRow.number)
        .where(BlockRow.removed, BlockRow.workshop_id.in_(workshops))
        .order_by(BlockRow.prefix, BlockRow.number)
    )
    withdrawn = tuple(spoken_id(prefix, number) for prefix, number in session.execute(gone))
    copies = session.scalar(select(func.count()).select_from(ReviewRow).where(~ReviewRow.removed)) or 0
    remarks = session.scalar(select(func.count()).select_from(RemarkRow).where(~RemarkRow.removed)) or 0
    return Records(judged, withdrawn, copies, remarks)

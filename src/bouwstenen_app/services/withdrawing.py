"""Which bundles in the bin were never in use: their making was undone, and no document told of them meanwhile."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.storage.report_tables import EditionRow
from bouwstenen_app.storage.tables import ChangeRow, StepRow

_LINES = (
    select(ChangeRow.row_id, ChangeRow.before, ChangeRow.after, StepRow.id, StepRow.kind, StepRow.of, StepRow.at)
    .join(StepRow, StepRow.id == ChangeRow.step_id)
    .order_by(StepRow.stamp, ChangeRow.position)
)


def never_used(session: Session, bundles: Sequence[str]) -> frozenset[str]:
    """Return those of these removed bundles of which the last that happened is that their making was undone."""
    if not bundles:
        return frozenset()
    made: dict[str, Any] = {}
    last: dict[str, Any] = {}
    for line in session.execute(_LINES.where(ChangeRow.row_id.in_(bundles))):
        if line.before is None:
            made[line.row_id] = line
        if "removed" in line.after:
            last[line.row_id] = line
    printed = tuple(session.scalars(select(EditionRow.made_at)))
    return frozenset(
        bundle
        for bundle, end in last.items()
        if (start := made.get(bundle)) is not None
        and end.kind == "undo"
        and end.of == start.id
        and not any(start.at <= moment <= end.at for moment in printed)
    )

"""The agenda of a session: steps are added, moved and taken out; the rounds among them are counted in order."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import BlockRow, RoundRow

Step = tuple[str, int | None]
"""Id and number of a step; the number is None when it gathers no blocks."""


def add_step(
    session: Work, workshop: str, *, name: str, question: str = "", minutes: int = 0, gathers: bool = True
) -> str:
    """Add a step at the end of an agenda, and return its id. Only one that ``gathers`` blocks has a number."""
    identity = session.new_id()
    here = RoundRow.workshop_id == workshop
    steps = _steps(session, workshop)
    session.add(
        RoundRow(
            id=identity,
            workshop_id=workshop,
            position=journal.last_number(session, RoundRow, RoundRow.position, here) + 1 if steps else 0,
            number=sum(number is not None for _, number in steps) + 1 if gathers else None,
            name=name,
            question=question,
            minutes=minutes,
        )
    )
    return identity


def move_step(session: Work, workshop: str, identity: str, by: int) -> None:
    """Move a step up (negative) or down; the rounds are counted anew."""
    steps = _steps(session, workshop)
    place = _place(steps, identity)
    step = steps.pop(place)
    steps.insert(max(0, place + by), step)
    _write(session, steps)


def remove_step(session: Work, workshop: str, identity: str) -> None:
    """Take a step out of an agenda; its blocks stay in the session, without a round."""
    steps = _steps(session, workshop)
    del steps[_place(steps, identity)]
    blocks = session.scalars(select(BlockRow.id).where(BlockRow.round_id == identity)).all()
    journal.update_rows(session, BlockRow, {block: {"round_id": None} for block in blocks})
    journal.update_rows(session, RoundRow, {identity: {"removed": True}})
    _write(session, steps)


def _steps(session: Session, workshop: str) -> list[Step]:
    query = select(RoundRow.id, RoundRow.number).where(RoundRow.workshop_id == workshop, ~RoundRow.removed)
    return [(line.id, line.number) for line in session.execute(query.order_by(RoundRow.position, RoundRow.id))]


def _place(steps: Sequence[Step], identity: str) -> int:
    for place, (step, _) in enumerate(steps):
        if step == identity:
            return place
    raise Problem("Deze stap staat niet meer in het draaiboek.")


def _write(session: Work, steps: Sequence[Step]) -> None:
    number = 0
    values: dict[str, dict[str, int | None]] = {}
    for position, (identity, old) in enumerate(steps):
        number += old is not None
        values[identity] = {"position": position, "number": None if old is None else number}
    journal.update_rows(session, RoundRow, values)

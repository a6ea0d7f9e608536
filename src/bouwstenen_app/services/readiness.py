"""The checklist of a session: a person ticks a point, or takes the tick away."""

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.readiness import TICKED
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import WorkshopRow


def tick(session: Work, workshop: str, point: str, *, done: bool) -> None:
    """Say that a point of the checklist (one of ``TICKED``, or it is a ValueError) is done, or not any more.

    Problem when the session is not there.
    """
    if point not in TICKED:
        raise ValueError(f"not a point of the checklist: {point}")
    row = session.get(WorkshopRow, workshop)
    if row is None or row.removed:
        raise Problem("Deze sessie is er niet meer.")
    others = [each for each in row.checked if each != point]
    row.checked = [*others, point] if done else others

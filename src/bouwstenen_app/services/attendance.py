"""Who was there: types of organisation with how many people, never a name."""

from sqlalchemy import select

from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import AttendanceRow, WorkshopRow


def set_attendance(session: Work, workshop: str, organisation: str, count: int) -> None:
    """Say how many people of a type of organisation are there; none takes it out. The total follows."""
    organisation = " ".join(clean(organisation).text.split())
    if not organisation:
        raise Problem("Geef het soort organisatie en het aantal, bijvoorbeeld “politie 4”.")
    if session.get(WorkshopRow, workshop) is None:
        raise Problem("Deze sessie is er niet meer.")
    rows = session.scalars(
        select(AttendanceRow)
        .where(AttendanceRow.workshop_id == workshop, ~AttendanceRow.removed)
        .order_by(AttendanceRow.position)
    ).all()
    known = next((row for row in rows if row.organisation.casefold() == organisation.casefold()), None)
    total = sum(row.count for row in rows if row is not known) + max(0, count)
    if known is None and count > 0:
        session.add(
            AttendanceRow(
                id=session.new_id(),
                workshop_id=workshop,
                organisation=organisation,
                count=count,
                position=max((row.position for row in rows), default=-1) + 1,
            )
        )
    elif known is not None:
        fields = {"count": count} if count > 0 else {"removed": True}
        journal.update_rows(session, AttendanceRow, {known.id: fields})
    journal.update_rows(session, WorkshopRow, {workshop: {"participants": total}})

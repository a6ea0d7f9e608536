"""Preparing a session: making, changing and listing sessions and their rounds."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, TypeGuard

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain import dutch, regions
from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.formats import Format, FormatStep
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.workshops import ALL, PREPARING, Attendance, Cluster, Round, Workshop
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import AttendanceRow, BlockRow, ClusterRow, RoundRow, WorkshopRow

SIMPLE_ROUND = "Ronde 1"

PREPARED = (
    *("start_time", "minutes", "place", "location", "facilitator_role", "co_facilitator_role", "client_role"),
    *("main_question", "tables", "vote_rule", "votes_each", "votes_stack"),
)
"""The fields that a copy of a session takes over, besides its region, its agreements and its steps."""

NAMED = 5
"""How many sessions are named when the one that was asked for is not there."""


def create_workshop(
    session: Work, *, title: str, on: date | None = None, region: str = "", rounds: Sequence[str] = (SIMPLE_ROUND,)
) -> str:
    """Make a session with a title and its rounds, and return its id. A title is the one thing it needs."""
    title, region = _titled(title), _line(region)
    identity = session.new_id()
    row = WorkshopRow(
        id=identity,
        title=title,
        date=on.isoformat() if on else "",
        region=region,
        region_code=code_for(session, region or title),
        state=PREPARING,
    )
    session.add(row)
    _add_steps(session, identity, [FormatStep(name) for name in rounds])
    return identity


def create_from_format(
    session: Work, format: Format, *, title: str, on: date | None = None, region: str = ""
) -> str:
    """Make a session after a format: its steps, how long it may take and what is agreed. Return its id."""
    identity = create_workshop(session, title=title, on=on, region=region, rounds=())
    row = session.get_one(WorkshopRow, identity)
    row.minutes = format.minutes
    row.main_question = format.main_question
    row.vote_rule = format.vote_rule
    row.agreements = list(format.agreements)
    row.votes_each = format.votes_each
    row.votes_stack = format.votes_stack
    _add_steps(session, identity, format.steps)
    return identity


def copy_workshop(session: Work, workshop: str, *, title: str, on: date | None = None) -> str:
    """Make a session like an earlier one and return its id: all that was prepared, nothing of what happened.

    No blocks, no votes, no clusters and nobody who was there. It is not fictional, whatever it was copied from.
    """
    earlier = session.get(WorkshopRow, workshop)
    if earlier is None:
        raise Problem("Deze sessie is er niet meer.")
    identity = create_workshop(session, title=title, on=on, region=earlier.region, rounds=())
    row = session.get_one(WorkshopRow, identity)
    for name in PREPARED:
        setattr(row, name, getattr(earlier, name))
    row.agreements = list(earlier.agreements)
    steps = _by_workshop(session, RoundRow, [workshop])[workshop]
    plan = [
        FormatStep(s.name, s.question, s.method, s.minutes, s.number is not None, s.beamer or ALL) for s in steps
    ]
    _add_steps(session, identity, plan)
    return identity


def edit_workshop(session: Work, workshop: str, **fields: Any) -> None:
    """Change fields of a session (the names of ``WorkshopRow``, or it is a TypeError); a date or time is text.

    Problem when that is none, or when there is no title. The letters of its spoken ids follow the region as long
    as it has no blocks; after that they never change.
    """
    if unknown := fields.keys() - WorkshopRow.__table__.columns.keys():
        raise TypeError(f"a session has no {', '.join(sorted(unknown))}")
    row = session.get(WorkshopRow, workshop)
    if row is None:
        raise Problem("Deze sessie is er niet meer.")
    for name, value in fields.items():
        setattr(row, name, _fitting(name, value) if _is_text(value) else value)
    if fields.keys() & {"region", "title"} and not _has_blocks(session, workshop):
        with session.no_autoflush:
            others = code_for(session, row.region or row.title, besides=workshop)
        row.region_code = others


def remove_workshops(session: Work, workshops: Sequence[str]) -> None:
    """Put sessions in the bin, with their blocks."""
    blocks = session.scalars(select(BlockRow.id).where(BlockRow.workshop_id.in_(workshops), ~BlockRow.removed))
    gone = {block: {"removed": True} for block in blocks}
    journal.update_rows(session, BlockRow, gone)
    journal.update_rows(session, WorkshopRow, {identity: {"removed": True} for identity in workshops})


def edit_round(session: Work, identity: str, **fields: Any) -> None:
    """Change fields of a round (the names of ``RoundRow``)."""
    cleaned = {name: _line(value) if _is_text(value) else value for name, value in fields.items()}
    journal.update_rows(session, RoundRow, {identity: cleaned})


def has_workshops(session: Session) -> bool:
    """Say whether there is any session."""
    return session.scalar(select(WorkshopRow.id).where(~WorkshopRow.removed).limit(1)) is not None


def workshops(session: Session) -> tuple[Workshop, ...]:
    """Return all sessions, the newest date first, with the number of their blocks."""
    newest_first = (WorkshopRow.date.desc(), WorkshopRow.id.desc())
    rows = session.scalars(select(WorkshopRow).where(~WorkshopRow.removed).order_by(*newest_first)).all()
    return _read(session, rows)


def headings(session: Session) -> tuple[Workshop, ...]:
    """Return all sessions in the same order with their title, date and region only: quick, however many."""
    columns = (WorkshopRow.id, WorkshopRow.title, WorkshopRow.date, WorkshopRow.region)
    newest_first = (WorkshopRow.date.desc(), WorkshopRow.id.desc())
    lines = session.execute(select(*columns).where(~WorkshopRow.removed).order_by(*newest_first))
    return tuple(Workshop(one, title, dutch.read_date(on), region=region) for one, title, on, region in lines)


def sessions_held(session: Session) -> int:
    """Return in how many sessions blocks were captured that are still there."""
    captured = exists().where(BlockRow.workshop_id == WorkshopRow.id, ~BlockRow.removed)
    return session.scalar(select(func.count()).select_from(WorkshopRow).where(~WorkshopRow.removed, captured)) or 0


def workshop(session: Session, identity: str) -> Workshop:
    """Return one session; Problem when it is not there."""
    row = session.get(WorkshopRow, identity)
    if row is None:
        raise Problem("Deze sessie is er niet meer.")
    return _read(session, [row])[0]


def named(session: Session, title: str) -> Workshop:
    """Return the session with this title (case does not matter, a unique beginning is enough), or a Problem."""
    wanted = " ".join(title.split()).casefold()
    found = workshops(session)
    same = [w for w in found if w.title.casefold() == wanted] or [
        w for w in found if wanted and w.title.casefold().startswith(wanted)
    ]
    if not same:
        raise _unknown(title, found)
    if len(same) > 1:
        raise Problem("Er zijn {n} sessies die “{title}” heten. Geef de hele titel.", n=len(same), title=title)
    return same[0]


def code_for(session: Session, name: str, *, besides: str = "") -> str:
    """Return the letters for spoken ids in a region: those it has already, or new ones no other region has.

    ``besides`` is a session whose own letters do not count.
    """
    used = (WorkshopRow.region_code != "", WorkshopRow.id != besides)
    rows = session.execute(select(WorkshopRow.region, WorkshopRow.region_code).where(*used)).all()
    known = {row.region: row.region_code for row in rows if row.region}
    return known.get(name) or regions.letters(name, {row.region_code for row in rows})


def dated(text: str) -> date | None:
    """Return the date in a text, None for an empty one; Problem when it says something else."""
    found = dutch.read_date(text)
    if found is None and text.strip():
        raise Problem("“{date}” is geen datum. Schrijf bijvoorbeeld 2026-11-24 of 24-11-2026.", date=text.strip())
    return found


def _add_steps(session: Work, workshop: str, steps: Sequence[FormatStep]) -> None:
    number = 0
    for position, step in enumerate(steps):
        number += step.gathers
        session.add(
            RoundRow(
                id=session.new_id(),
                workshop_id=workshop,
                position=position,
                number=number if step.gathers else None,
                name=step.name,
                question=step.question,
                method=step.method,
                minutes=step.minutes,
                beamer="" if step.beamer == ALL else step.beamer,
            )
        )


def _unknown(title: str, known: Sequence[Workshop]) -> Problem:
    if not known:
        return Problem("Er is geen sessie “{title}” in deze werkmap. Maak haar eerst.", title=title)
    titles = [f"“{workshop.title}”" for workshop in known[:NAMED]]
    rest = [dutch.counted(len(known) - NAMED, "andere", "andere")] if len(known) > NAMED else []
    return Problem(
        "Er is geen sessie “{title}” in deze werkmap. Wel {titles}.",
        title=title,
        titles=dutch.enumerated([*titles, *rest]),
    )


def _fitting(name: str, value: str) -> str:
    """Return what is written in a field as it is kept."""
    text = clean(value).text
    match name:
        case "title":
            return _titled(text)
        case "date":
            on = dated(text)
            return on.isoformat() if on else ""
        case "start_time":
            return _timed(text)
        case "region":
            return _line(text)
    return text


def _timed(text: str) -> str:
    moment = dutch.read_time(text)
    if moment is None and text.strip():
        raise Problem("“{time}” is geen tijd. Schrijf bijvoorbeeld 13:30.", time=text.strip())
    return moment or ""


def _titled(title: str) -> str:
    title = _line(title)
    if not title:
        raise Problem("Geef de sessie een titel, bijvoorbeeld “Werksessie zorg en straf”.")
    return title


def _line(text: str) -> str:
    """Return a text as one clean line."""
    return " ".join(clean(text).text.split())


def _is_text(value: Any) -> TypeGuard[str]:
    return isinstance(value, str)


def _has_blocks(session: Session, workshop: str) -> bool:
    return session.scalar(select(BlockRow.id).where(BlockRow.workshop_id == workshop).limit(1)) is not None


def _read(session: Session, rows: Sequence[WorkshopRow]) -> tuple[Workshop, ...]:
    ids = [row.id for row in rows]
    counts = _counts(session, ids)
    rounds = _by_workshop(session, RoundRow, ids)
    attendance = _by_workshop(session, AttendanceRow, ids)
    clusters = _by_workshop(session, ClusterRow, ids)
    return tuple(
        _workshop(row, rounds[row.id], attendance[row.id], clusters[row.id], blocks=counts.get(row.id, 0))
        for row in rows
    )


def _workshop(
    row: WorkshopRow, rounds: Sequence[Any], attendance: Sequence[Any], clusters: Sequence[Any], *, blocks: int
) -> Workshop:
    return Workshop(
        id=row.id,
        title=row.title,
        date=dutch.read_date(row.date),
        start_time=row.start_time,
        minutes=row.minutes,
        region=row.region,
        region_code=row.region_code,
        place=row.place,
        location=row.location,
        facilitator_role=row.facilitator_role,
        co_facilitator_role=row.co_facilitator_role,
        client_role=row.client_role,
        main_question=row.main_question,
        participants=row.participants,
        tables=row.tables,
        vote_rule=row.vote_rule,
        agreements=tuple(row.agreements),
        state=row.state,
        fictional=row.fictional,
        rounds=_rounds(rounds, row.start_time),
        attendance=tuple(Attendance(a.organisation, a.count) for a in attendance),
        clusters=tuple(Cluster(c.id, c.name) for c in clusters),
        blocks=blocks,
        removed=row.removed,
        votes_each=row.votes_each,
        votes_stack=row.votes_stack,
        votes_shown=row.votes_shown,
        checked=tuple(row.checked),
    )


def _rounds(rows: Sequence[Any], start_time: str) -> tuple[Round, ...]:
    moment = _moment(start_time)
    rounds: list[Round] = []
    for row in rows:
        start = moment.strftime("%H:%M") if moment else ""
        shown = row.beamer or ALL
        rounds.append(Round(row.id, row.name, row.number, row.question, row.method, row.minutes, start, shown))
        moment = moment + timedelta(minutes=row.minutes) if moment else None
    return tuple(rounds)


def _moment(text: str) -> datetime | None:
    """Return a time of day; None when there is none, also when a file says something that is no time."""
    try:
        return datetime.combine(date.min, time.fromisoformat(text)) if text else None
    except ValueError:
        return None


def _by_workshop(session: Session, row_class: type[Any], ids: Sequence[str]) -> Mapping[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    query = select(row_class).where(row_class.workshop_id.in_(ids), ~row_class.removed)
    for row in session.scalars(query.order_by(row_class.position, row_class.id)):
        found[row.workshop_id].append(row)
    return found


def _counts(session: Session, ids: Sequence[str]) -> Mapping[str, int]:
    query = select(BlockRow.workshop_id, func.count()).where(BlockRow.workshop_id.in_(ids), ~BlockRow.removed)
    return {workshop: count for workshop, count in session.execute(query.group_by(BlockRow.workshop_id))}

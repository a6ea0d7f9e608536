"""How a session is said in a few words: when, where, how many, and how far it is."""

import datetime

from PySide6.QtCore import QCoreApplication

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.workshops import DONE, PREPARING, READY, RUNNING, Workshop


def _tr(text: str) -> str:
    return QCoreApplication.translate("WorkshopWords", text)


def state_words(state: str) -> str:
    """Return the state of a session as it stands on a chip."""
    return {
        PREPARING: _tr("In voorbereiding"),
        READY: _tr("Klaar om te starten"),
        RUNNING: _tr("Bezig"),
        DONE: _tr("Afgerond"),
    }.get(state, state)


def short_day(date: datetime.date, today: datetime.date) -> str:
    """Return ``vandaag``, ``12 november`` or, in another year, ``12 november 2025``."""
    if date == today:
        return _tr("vandaag")
    if date - today == datetime.timedelta(days=1):
        return _tr("morgen")
    return f"{date.day} {dutch.MONTHS[date.month - 1]}" if date.year == today.year else dutch.day(date)


def summary(workshop: Workshop, today: datetime.date) -> str:
    """Return the line under the title in the list."""
    when = short_day(workshop.date, today) if workshop.date else _tr("nog zonder datum")
    if workshop.date == today and workshop.start_time:
        when = f"{when} {workshop.start_time}"
    where = workshop.place or workshop.region
    if workshop.blocks:
        size = dutch.counted(workshop.blocks, _tr("bouwsteen"), _tr("bouwstenen"))
    else:
        size = dutch.counted(workshop.participants, _tr("deelnemer"), _tr("deelnemers"))
    parts = [when, size if workshop.blocks or workshop.participants else "", where]
    return " · ".join(filter(None, parts))


def who_is_there(workshop: Workshop) -> str:
    """Return the line under the title while capturing: the day, and how many people of how many organisations."""
    people = workshop.participants or sum(each.count for each in workshop.attendance)
    parts = [dutch.weekday(workshop.date) if workshop.date else "", workshop.region]
    if people and workshop.attendance:
        parts[1] = _tr("{people} uit {n} organisaties").format(
            people=dutch.counted(people, "deelnemer", "deelnemers"), n=len(workshop.attendance)
        )
    return " · ".join(filter(None, parts))


def end_time(workshop: Workshop) -> str:
    """Return when the last step of the agenda ends, ``HH:MM``; empty without a start time or steps."""
    return _later(workshop.start_time, sum(step.minutes for step in workshop.rounds) or workshop.minutes)


def agenda_words(workshop: Workshop) -> str:
    """Return how long the agenda takes, when it ends, and what that leaves or lacks; empty without minutes."""
    minutes = sum(step.minutes for step in workshop.rounds)
    if not minutes:
        return ""
    end = end_time(workshop)
    takes = _tr("{n} minuten").format(n=dutch.number(minutes))
    said = ", ".join(filter(None, (takes, _tr("eindigt {time}").format(time=end) if end else "")))
    left = buffer(workshop)
    if not left:
        return said
    apart = dutch.counted(abs(left), _tr("minuut"), _tr("minuten"))
    slack = _tr("{time} speling") if left > 0 else _tr("loopt {time} uit")
    return f"{said} · {slack.format(time=apart)}"


def buffer(workshop: Workshop) -> int:
    """Return the minutes that the agenda leaves, negative when it takes too long; 0 when no end is set."""
    minutes = sum(step.minutes for step in workshop.rounds)
    return workshop.minutes - minutes if workshop.minutes and minutes else 0


def planned_end(workshop: Workshop) -> str:
    """Return when the session must end, ``HH:MM``; when that is not set, when its last step ends."""
    return _later(workshop.start_time, workshop.minutes) or end_time(workshop)


def minutes_between(start: str, end: str) -> int:
    """Return how long it is from one time of day to the next other one; 0 when either is empty."""
    if not start or not end:
        return 0
    first, last = (datetime.datetime.strptime(time, "%H:%M") for time in (start, end))
    return int((last - first).total_seconds() // 60) % (24 * 60)


def facts(workshop: Workshop) -> str:
    """Return the line under the heading: date, times, place, region and the role that leads it."""
    end = planned_end(workshop)
    times = f"{workshop.start_time}–{end}" if end else workshop.start_time
    day = dutch.weekday(workshop.date) if workshop.date else _tr("nog zonder datum")
    where = ", ".join(filter(None, (workshop.location, workshop.place)))
    lead = _tr("begeleider: {role}").format(role=workshop.facilitator_role) if workshop.facilitator_role else ""
    return " · ".join(filter(None, (", ".join(filter(None, (day, times))), where, workshop.region, lead)))


def spoken(workshop: Workshop, today: datetime.date) -> str:
    """Return what a screen reader says for a session in the list."""
    return f"{workshop.title}. {summary(workshop, today)}. {state_words(workshop.state)}."


def _later(time: str, minutes: int) -> str:
    if not time or not minutes:
        return ""
    start = datetime.datetime.strptime(time, "%H:%M")
    return (start + datetime.timedelta(minutes=minutes)).strftime("%H:%M")

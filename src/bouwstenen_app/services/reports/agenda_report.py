"""The agenda of one session on paper, for who leads it and for on the wall: times, questions, agreements."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.report import Cell, Item, Listing, Paragraph, Report, Run, Section, Table, TitlePage
from bouwstenen_app.domain.vote_rule import vote_rule
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services.reports.covers import FICTIONAL_SESSION
from bouwstenen_app.services.reports.pieces import body, cells, table_of

SUBTITLE = "Draaiboek"


def report(workshop: Workshop) -> Report:
    """Return the agenda of a session; what it does not have is left out."""
    parts = (
        Section("De hoofdvraag", 1, tuple(_main_question(workshop)), "hoofdvraag"),
        Section("Praktisch", 1, tuple(_practical(workshop)), "praktisch"),
        Section("Afspraken in de zaal", 1, tuple(_agreements(workshop)), "afspraken"),
        Section("Programma", 1, tuple(_programme(workshop)), "programma"),
        Section("Wie er zijn", 1, tuple(_attendance(workshop)), "aanwezig"),
    )
    return Report(
        TitlePage(
            title=workshop.title,
            subtitle=SUBTITLE,
            date=_when(workshop),
            notice=FICTIONAL_SESSION if workshop.fictional else "",
        ),
        tuple(section for section in parts if section.items),
        subject=SUBTITLE,
        keywords=("bouwstenen", "draaiboek"),
        compact=True,
    )


def _when(workshop: Workshop) -> str:
    day = dutch.full_day(workshop.date) if workshop.date else ""
    return ", ".join(filter(None, (day, _from_to(workshop))))


def _from_to(workshop: Workshop) -> str:
    minutes = workshop.minutes or _total(workshop)
    end = _later(workshop.start_time, minutes)
    return f"{workshop.start_time} tot {end}" if end and minutes else workshop.start_time


def _total(workshop: Workshop) -> int:
    return sum(step.minutes for step in workshop.rounds)


def _later(start: str, minutes: int) -> str:
    """Return a time of day so many minutes later; nothing when ``start`` is no time."""
    try:
        moment = datetime.combine(date.min, time.fromisoformat(start))
    except ValueError:
        return ""
    return (moment + timedelta(minutes=minutes)).strftime("%H:%M")


def _main_question(workshop: Workshop) -> Iterator[Item]:
    if workshop.main_question:
        yield Paragraph((Run(workshop.main_question),), "lead")


def _programme(workshop: Workshop) -> Iterator[Item]:
    steps = workshop.rounds
    if not steps:
        return
    yield body(_length(workshop))
    columns = (
        ("Tijd", 1.0, cells(step.start for step in steps)),
        ("Onderdeel", 2.6, cells(step.name for step in steps)),
        ("Vraag", 4.6, cells(step.question for step in steps)),
        ("Werkvorm", 2.2, cells(step.method for step in steps)),
        ("Minuten", 1.1, cells(dutch.number(step.minutes) if step.minutes else "" for step in steps)),
    )
    yield table_of(
        "Onderdelen op volgorde",
        columns,
        "De onderdelen op volgorde, met begintijd, vraag, werkvorm en duur voor zover bekend.",
        counts={"Minuten"},
    )


def _length(workshop: Workshop) -> str:
    """Return how long the steps take together, held against the time there is."""
    total = _total(workshop)
    if not total:
        one = len(workshop.rounds) == 1
        return "Het onderdeel heeft nog geen duur." if one else "De onderdelen hebben nog geen duur."
    minutes = dutch.counted(total, "minuut", "minuten")
    end = _later(workshop.start_time, total)
    until = f", van {workshop.start_time} tot {end}" if end else ""
    told = (
        f"{'Het onderdeel duurt' if len(workshop.rounds) == 1 else 'De onderdelen duren samen'} {minutes}{until}."
    )
    spare = workshop.minutes - total
    if not workshop.minutes or not spare:
        return told
    difference = dutch.counted(abs(spare), "minuut", "minuten")
    if spare > 0:
        return f"{told} Er is {difference} speling."
    return f"{told} Dat is {difference} langer dan de sessie duurt."


def _agreements(workshop: Workshop) -> Iterator[Item]:
    if workshop.agreements:
        yield Listing(tuple((Run(text),) for text in workshop.agreements))


def _attendance(workshop: Workshop) -> Iterator[Item]:
    tables = f" aan {dutch.counted(workshop.tables, 'tafel', 'tafels')}" if workshop.tables else ""
    if workshop.participants:
        yield body(f"Verwacht: {dutch.counted(workshop.participants, 'deelnemer', 'deelnemers')}{tables}.")
    if workshop.attendance:
        yield Table(
            "Deelnemers per soort organisatie",
            ("Organisatie", "Deelnemers"),
            tuple(
                (Cell(dutch.capitalised(each.organisation)), Cell(dutch.number(each.count)))
                for each in workshop.attendance
            ),
            "Aantal deelnemers per soort organisatie.",
            (3, 1),
            frozenset({1}),
        )


def _practical(workshop: Workshop) -> Iterator[Item]:
    facts = {
        "Waar": ", ".join(filter(None, (workshop.location, workshop.place))),
        "Begeleiding": workshop.facilitator_role,
        "Medebegeleiding": workshop.co_facilitator_role,
        "Opdrachtgever": workshop.client_role,
        "Stemmen": vote_rule(workshop),
    }
    if told := [(name, text) for name, text in facts.items() if text.strip()]:
        yield Listing(tuple((Run(f"{name}: ", bold=True), Run(text)) for name, text in told))

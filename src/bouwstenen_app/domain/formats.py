"""Formats (*werkvormen*): the plan of a session, with rounds, questions and minutes, as values and in a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.workshops import ALL, ON_BEAMER, Workshop

SCHEMA: Final = "werkvorm/1"
MOST_MINUTES: Final = 600
"""Of a step."""
MOST_STEPS: Final = 100
LONGEST: Final = 2000
"""Characters of one text."""
MOST_VOTES: Final = 20
"""Of one participant."""

_WRONG: Final = "Deze werkvorm kan niet worden gelezen: {what}. Pas het bestand aan of haal het weg."


@dataclass(frozen=True, slots=True)
class FormatStep:
    """One step of a format."""

    name: str
    question: str = ""
    method: str = ""
    minutes: int = 0
    gathers: bool = True
    """Whether blocks are gathered in it: then it is a numbered round."""
    beamer: str = ALL
    """Which blocks the room sees in it: one of ``ON_BEAMER``."""


@dataclass(frozen=True, slots=True)
class Format:
    """The plan of a session, without a date, a place or people."""

    name: str
    steps: tuple[FormatStep, ...]
    minutes: int = 0
    """How long the session may take; more than its steps together leaves a buffer."""
    about: str = ""
    main_question: str = ""
    vote_rule: str = ""
    agreements: tuple[str, ...] = ()
    votes_each: int = 0
    """How many votes each participant has; 0 when nothing is said about it."""
    votes_stack: bool = True
    """Whether one participant may give several votes to one block."""

    @property
    def buffer(self) -> int:
        """The minutes that are left when every step takes its own minutes; negative when there are too few."""
        return self.minutes - sum(step.minutes for step in self.steps)


def of_workshop(workshop: Workshop, name: str) -> Format:
    """Return the plan of a session as a format; nothing of its place, its people or its blocks. Needs a name."""
    if not workshop.rounds:
        raise Problem("Er staat nog niets in het draaiboek. Voeg eerst een ronde toe.")
    found = Format(
        name=_named(name),
        steps=tuple(
            FormatStep(
                step.name,
                step.question,
                step.method,
                step.minutes,
                step.number is not None,
                step.beamer if step.beamer in ON_BEAMER else ALL,
            )
            for step in workshop.rounds
        ),
        minutes=workshop.minutes or sum(step.minutes for step in workshop.rounds),
        main_question=workshop.main_question,
        vote_rule=workshop.vote_rule,
        agreements=workshop.agreements,
        votes_each=min(workshop.votes_each, MOST_VOTES),
        votes_stack=workshop.votes_stack,
    )
    return read_format(write_format(found))  # what is kept is what can be read back


def renamed_format(format: Format, name: str) -> Format:
    """Return a format under another name; Problem when that is no name."""
    return replace(format, name=_named(name))


def write_format(format: Format) -> dict[str, Any]:
    """Return a format as a ``werkvorm/1`` document."""
    return {
        "schema": SCHEMA,
        "name": format.name,
        "about": format.about,
        "minutes": format.minutes,
        "main_question": format.main_question,
        "vote_rule": format.vote_rule,
        "agreements": list(format.agreements),
        "votes_each": format.votes_each,
        "votes_stack": format.votes_stack,
        "steps": [
            {
                "name": step.name,
                "question": step.question,
                "method": step.method,
                "minutes": step.minutes,
                "gathers": step.gathers,
                "beamer": step.beamer,
            }
            for step in format.steps
        ],
    }


def read_format(data: object) -> Format:
    """Return the format in a parsed ``werkvorm/1`` document; Problem when it is something else or not right."""
    if not isinstance(data, Mapping) or data.get("schema") != SCHEMA:
        raise Problem("Dit bestand is geen werkvorm van Bouwstenen. Kies een bestand met de schemanaam werkvorm/1.")
    steps = _list(data, "steps")
    if not 0 < len(steps) <= MOST_STEPS:
        raise Problem(_WRONG, what=f"er moeten 1 tot {MOST_STEPS} onderdelen in staan")
    return Format(
        name=_needed(data, "name"),
        steps=tuple(map(_step, steps)),
        minutes=_number(data, "minutes", most=MOST_MINUTES * MOST_STEPS),
        about=_text(data, "about"),
        main_question=_text(data, "main_question"),
        vote_rule=_text(data, "vote_rule"),
        agreements=tuple(filter(None, (_line(each) for each in _list(data, "agreements")))),
        votes_each=_number(data, "votes_each", most=MOST_VOTES),
        votes_stack=_flag(data, "votes_stack"),
    )


def _step(item: object) -> FormatStep:
    if not isinstance(item, Mapping):
        raise Problem(_WRONG, what="een onderdeel is niet goed geschreven")
    shown = _text(item, "beamer") or ALL
    if shown not in ON_BEAMER:
        raise Problem(_WRONG, what=f"“beamer” moet een van deze woorden zijn: {', '.join(ON_BEAMER)}")
    return FormatStep(
        _needed(item, "name"),
        _text(item, "question"),
        _text(item, "method"),
        _number(item, "minutes", most=MOST_MINUTES),
        _flag(item, "gathers"),
        shown,
    )


def _needed(item: Mapping[str, Any], field: str) -> str:
    text = _text(item, field)
    if not text:
        raise Problem(_WRONG, what=f"“{field}” ontbreekt")
    return text


def _text(item: Mapping[str, Any], field: str) -> str:
    return _line(item.get(field, ""))


def _line(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST:
        raise Problem(_WRONG, what=f"een tekst ontbreekt of is langer dan {LONGEST} tekens")
    return " ".join(clean(value).text.split())


def _list(item: Mapping[str, Any], field: str) -> Sequence[object]:
    found = item.get(field, [])
    if not isinstance(found, list):
        raise Problem(_WRONG, what=f"“{field}” moet een lijst zijn")
    return found


def _number(item: Mapping[str, Any], field: str, *, most: int) -> int:
    found = item.get(field, 0)
    if not isinstance(found, int) or isinstance(found, bool) or not 0 <= found <= most:
        raise Problem(_WRONG, what=f"“{field}” moet een heel getal van 0 tot {most} zijn")
    return found


def _flag(item: Mapping[str, Any], field: str) -> bool:
    found = item.get(field, True)
    if not isinstance(found, bool):
        raise Problem(_WRONG, what=f"“{field}” moet true of false zijn")
    return found


def _named(name: str) -> str:
    name = " ".join(clean(name).text.split())
    if not name:
        raise Problem("Geef de werkvorm een naam, bijvoorbeeld “Regiosessie van een dagdeel”.")
    if len(name) > LONGEST:
        raise Problem("Deze naam is te lang. Kies een kortere naam voor de werkvorm.")
    return name

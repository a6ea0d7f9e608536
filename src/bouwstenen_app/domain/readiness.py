"""The checklist before a session: points that can be seen in it, and points that a person ticks."""

from dataclasses import dataclass
from typing import Final

from bouwstenen_app.domain.workshops import Workshop

MOMENT: Final = "moment"
"""It has a title of its own, a date and a time."""
AGENDA: Final = "draaiboek"
"""Its agenda fits in the time there is."""
QUESTIONS: Final = "vragen"
"""Every round has a question."""
PEOPLE: Final = "deelnemers"
"""It is known how many people of which types of organisation come."""
VOTES: Final = "stemregel"
SEEN: Final = (MOMENT, AGENDA, QUESTIONS, PEOPLE, VOTES)

ROOM: Final = "ruimte"
CARDS: Final = "kaarten"
BEAMER: Final = "beamer"
WIFI: Final = "wifi"
POWER: Final = "stroom"
NO_NAMES: Final = "geen namen"
LIVED: Final = "ervaringsdeskundigen"
"""Who speaks from own experience was prepared, and has a say in what is told."""
TICKED: Final = (ROOM, CARDS, BEAMER, WIFI, POWER, LIVED, NO_NAMES)

_EXPERIENCE: Final = "ervaringsdeskundig"


@dataclass(frozen=True, slots=True)
class Point:
    """One line of the checklist."""

    key: str
    done: bool
    ticked: bool = False
    """Whether a person says so; otherwise it is seen in the session itself."""


def points(workshop: Workshop) -> tuple[Point, ...]:
    """Return the checklist of a session, in the order of the work. It never stands in the way of starting."""
    seen = {
        MOMENT: bool(workshop.date and workshop.start_time),
        AGENDA: fits(workshop),
        QUESTIONS: bool(workshop.numbered_rounds) and not unasked(workshop),
        PEOPLE: bool(workshop.attendance),
        VOTES: bool(workshop.votes_each or workshop.vote_rule.strip()),
    }
    own = (Point(key, key in workshop.checked, ticked=True) for key in TICKED if key != LIVED or _lived(workshop))
    return (*(Point(key, done) for key, done in seen.items()), *own)


def fits(workshop: Workshop) -> bool:
    """Return whether the steps all have minutes, and are done when the session must end."""
    return bool(workshop.rounds) and not untimed(workshop) and 0 < planned(workshop) <= workshop.minutes


def planned(workshop: Workshop) -> int:
    """Return the minutes of all steps together."""
    return sum(step.minutes for step in workshop.rounds)


def untimed(workshop: Workshop) -> int:
    """Return how many steps have no minutes."""
    return sum(not step.minutes for step in workshop.rounds)


def unasked(workshop: Workshop) -> int:
    """Return how many rounds have no question."""
    return sum(not step.question.strip() for step in workshop.numbered_rounds)


def _lived(workshop: Workshop) -> bool:
    return any(_EXPERIENCE in each.organisation.casefold() for each in workshop.attendance)

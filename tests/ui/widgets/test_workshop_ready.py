import dataclasses
from datetime import date

import pytest

from bouwstenen_app.domain import readiness
from bouwstenen_app.domain.readiness import Point, points
from bouwstenen_app.domain.workshops import Attendance, Round, Workshop
from bouwstenen_app.ui.widgets.workshop_ready import seen_words, ticked_words

BARE = Workshop("s", "Sessie")


def said(key: str, **fields: object) -> str:
    workshop = dataclasses.replace(BARE, **fields)
    point = next(point for point in points(workshop) if point.key == key)
    return seen_words(point, workshop)


@pytest.mark.parametrize(
    ("key", "fields", "words"),
    [
        (readiness.MOMENT, {}, "Nog zonder datum en begintijd"),
        (readiness.MOMENT, {"date": date(2026, 11, 24)}, "Nog zonder begintijd"),
        (readiness.MOMENT, {"start_time": "13:00"}, "Nog zonder datum"),
        (readiness.AGENDA, {}, "Er staat nog niets in het draaiboek"),
        (
            readiness.AGENDA,
            {"rounds": (Round("a", "Een"), Round("b", "Twee"))},
            "Van 2 onderdelen ontbreekt de duur",
        ),
        (
            readiness.AGENDA,
            {"rounds": (Round("a", "Een", minutes=20),)},
            "Nog zonder eindtijd, dus niet te zien of het draaiboek past",
        ),
        (
            readiness.AGENDA,
            {"rounds": (Round("a", "Een", minutes=61),), "minutes": 60},
            "Het draaiboek loopt 1 minuut uit",
        ),
        (readiness.QUESTIONS, {"rounds": (Round("a", "Een", 1, "Wat?"),)}, "De ronde heeft een vraag"),
        (
            readiness.QUESTIONS,
            {"rounds": (Round("a", "Een", 1), Round("b", "Twee", 2))},
            "2 rondes hebben nog geen vraag",
        ),
        (
            readiness.PEOPLE,
            {"attendance": (Attendance("politie", 4), Attendance("OM", 1)), "participants": 5},
            "5 deelnemers uit 2 soorten organisaties",
        ),
        (readiness.VOTES, {}, "Nog niet afgesproken hoeveel stemmen iedereen heeft"),
        (readiness.VOTES, {"vote_rule": "drie stippen."}, "Drie stippen"),
    ],
)
def test_a_point_says_what_there_is_or_what_is_missing(key: str, fields: dict[str, object], words: str) -> None:
    assert said(key, **fields) == words


def test_every_point_that_a_person_ticks_has_words() -> None:
    assert all(ticked_words(key) for key in readiness.TICKED)
    assert Point(readiness.ROOM, done=False, ticked=True).ticked

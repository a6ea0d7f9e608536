import dataclasses
from datetime import date

from bouwstenen_app.domain.readiness import (
    AGENDA,
    BEAMER,
    LIVED,
    MOMENT,
    NO_NAMES,
    PEOPLE,
    QUESTIONS,
    SEEN,
    TICKED,
    VOTES,
    points,
)
from bouwstenen_app.domain.workshops import Attendance, Round, Workshop

BARE = Workshop("s", "Sessie")
READY = Workshop(
    "s",
    "Sessie",
    date=date(2026, 11, 24),
    start_time="13:00",
    minutes=60,
    rounds=(Round("o", "Opening", minutes=10), Round("r", "Ronde", 1, "Wat?", minutes=50)),
    attendance=(Attendance("politie", 4),),
    votes_each=4,
)


def done(workshop: Workshop) -> set[str]:
    return {point.key for point in points(workshop) if point.done}


def test_a_bare_session_has_every_point_open_and_in_order() -> None:
    assert [point.key for point in points(BARE)] == [*SEEN, *(key for key in TICKED if key != LIVED)]
    assert done(BARE) == set()
    assert {point.key for point in points(BARE) if point.ticked} == set(TICKED) - {LIVED}


def test_a_prepared_session_has_all_that_can_be_seen() -> None:
    assert done(READY) == set(SEEN)


def test_each_point_is_true_only_when_it_is() -> None:
    for lacking, point in (
        ({"date": None}, MOMENT),
        ({"start_time": ""}, MOMENT),
        ({"minutes": 59}, AGENDA),
        ({"minutes": 0}, AGENDA),
        ({"rounds": (*READY.rounds, Round("x", "Pauze"))}, AGENDA),
        ({"rounds": (Round("r", "Ronde", 1, " ", minutes=50),)}, QUESTIONS),
        ({"attendance": ()}, PEOPLE),
        ({"votes_each": 0}, VOTES),
    ):
        assert done(dataclasses.replace(READY, **lacking)) == set(SEEN) - {point}
    assert QUESTIONS not in done(dataclasses.replace(READY, rounds=()))
    assert VOTES in done(dataclasses.replace(READY, votes_each=0, vote_rule="3 stippen"))


def test_what_a_person_ticked_is_done_and_an_unknown_tick_is_no_point() -> None:
    ticked = dataclasses.replace(READY, checked=(BEAMER, NO_NAMES, "iets van later"))

    assert done(ticked) == {*SEEN, BEAMER, NO_NAMES}


def test_who_speaks_from_own_experience_is_prepared_when_there_is_one() -> None:
    lived = dataclasses.replace(READY, attendance=(Attendance("Ervaringsdeskundigen", 1),))

    assert LIVED in {point.key for point in points(lived)}
    assert LIVED not in {point.key for point in points(READY)}

import dataclasses
from datetime import date, datetime

import pytest

from bouwstenen_app.domain.pace import Pace, pace
from bouwstenen_app.domain.timer import RoundTimer
from bouwstenen_app.domain.workshops import DONE, RUNNING, Round, Workshop

DAY = date(2026, 11, 24)
STEPS = (
    Round("opening", "Opening", minutes=10),
    Round("een", "Wat werkt al?", 1, minutes=20),
    Round("twee", "Waar knelt het?", 2, minutes=20),
    Round("pauze", "Pauze", minutes=10),
    Round("drie", "Wat nu?", 3, minutes=20),
    Round("kiezen", "Kiezen", minutes=20),
)
"""13:00 opening, 13:10 een, 13:30 twee, 13:50 pauze, 14:00 drie, 14:20 kiezen, 14:40 the end."""
SESSION = Workshop("s", "Sessie", date=DAY, start_time="13:00", minutes=100, state=RUNNING, rounds=STEPS)


def at(time: str) -> datetime:
    return datetime.combine(DAY, datetime.strptime(time, "%H:%M").time())


def timer(round: str, minutes: int, began: str) -> RoundTimer:
    return RoundTimer.start(minutes, at(began).timestamp(), round=round)


def behind(round: str, now: str, clock: RoundTimer | None = None) -> int:
    found = pace(SESSION, round, at(now), clock)
    assert found is not None
    return found.behind


def test_a_round_that_should_be_over_makes_the_session_late() -> None:
    assert pace(SESSION, "een", at("13:37")) == Pace(7, "14:40", "14:47", "een", "13:30")
    assert behind("een", "13:30") == 0
    assert behind("een", "13:29") == 0


def test_the_opening_before_the_first_round_is_no_lateness() -> None:
    assert pace(SESSION, "een", at("13:05")) == Pace(0, "14:40", "14:40", "opening", "13:10")


def test_a_break_behind_a_round_belongs_to_it() -> None:
    assert behind("twee", "13:58") == 0
    assert behind("twee", "14:03") == 3
    assert behind("drie", "14:35") == 0
    assert behind("drie", "14:45") == 5


def test_what_was_left_over_takes_the_lateness_first() -> None:
    roomy = dataclasses.replace(SESSION, minutes=105)

    late = pace(roomy, "een", at("13:34"))
    assert late == Pace(4, "14:45", "14:45", "een", "13:30")
    assert not late.later
    later = pace(roomy, "een", at("13:37"))
    assert (later.planned_end, later.end, later.later) == ("14:45", "14:47", True)


def test_the_timer_says_when_the_round_will_be_over() -> None:
    assert behind("een", "13:20", timer("een", 20, "13:17")) == 7
    assert behind("een", "13:20", timer("een", 20, "13:05")) == -5
    assert behind("twee", "13:55", timer("twee", 20, "13:40")) == 10


def test_a_timer_that_is_up_counts_until_now() -> None:
    assert behind("een", "13:37", timer("een", 20, "13:10")) == 7


def test_a_timer_as_long_as_the_break_is_that_of_the_break() -> None:
    assert behind("twee", "13:52", timer("twee", 10, "13:50")) == 0
    assert behind("twee", "13:58", timer("twee", 10, "13:55")) == 5


def test_the_timer_of_another_round_says_nothing_of_this_one() -> None:
    assert behind("drie", "14:10", timer("een", 20, "14:09")) == 0


def test_a_paused_timer_keeps_what_is_left() -> None:
    paused = timer("een", 20, "13:10").pause(at("13:20").timestamp())

    assert behind("een", "13:33", paused) == 13


def test_an_early_session_ends_as_planned() -> None:
    found = pace(SESSION, "een", at("13:20"), timer("een", 20, "13:05"))

    assert found is not None
    assert (found.behind, found.end, found.later) == (-5, "14:40", False)


@pytest.mark.parametrize(
    "other",
    [
        {"state": DONE},
        {"start_time": ""},
        {"start_time": "half twee"},
        {"rounds": ()},
        {"rounds": (Round("een", "Een", 1),)},
        {"date": date(2026, 11, 23)},
        {"date": date(2026, 11, 25)},
    ],
)
def test_there_is_nothing_to_say_without_a_plan_for_now(other: dict[str, object]) -> None:
    assert pace(dataclasses.replace(SESSION, **other), "een", at("13:37")) is None


def test_before_the_start_and_long_after_the_end_nothing_is_said() -> None:
    assert pace(SESSION, "een", at("12:50")) is None
    assert pace(SESSION, "drie", at("17:50")) is None
    assert pace(SESSION, "drie", at("17:30")) is not None


def test_a_session_without_a_date_is_taken_to_be_today_and_may_pass_midnight() -> None:
    assert pace(dataclasses.replace(SESSION, date=None), "een", at("13:37")) is not None
    late = dataclasses.replace(SESSION, start_time="23:00")
    found = pace(late, "drie", datetime(2026, 11, 25, 0, 45))
    assert found is not None
    assert (found.behind, found.planned_end, found.end) == (5, "00:40", "00:45")


def test_without_a_known_round_only_the_end_counts() -> None:
    assert behind("", "14:00") == 0
    assert behind("", "14:50") == 10

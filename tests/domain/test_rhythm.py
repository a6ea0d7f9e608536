from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.rhythm import AHEAD, kept

NOW = datetime(2026, 11, 30, 17, 0)
MOST = 24 + 7 + 5 + 12


def _every(step: timedelta, count: int) -> list[datetime]:
    return [NOW - step * number for number in range(count)]


def test_of_the_last_day_one_an_hour_stays() -> None:
    moments = _every(timedelta(minutes=20), 60)
    stay = kept(moments, NOW)
    hours = {(moment.date(), moment.hour) for moment in stay}
    assert len(hours) == len(stay)
    assert max(stay) == NOW


def test_of_a_year_of_hours_few_stay_and_they_become_rarer() -> None:
    stay = sorted(kept(_every(timedelta(hours=1), 24 * 400), NOW))
    assert len(stay) <= MOST
    assert stay[0] < NOW - timedelta(days=300)
    assert sum(moment > NOW - timedelta(days=1) for moment in stay) == 24
    assert sum(NOW - timedelta(days=8) < moment <= NOW - timedelta(days=1) for moment in stay) in range(6, 9)


def test_after_a_long_holiday_nothing_is_taken_away() -> None:
    before = [datetime(2024, 3, day, 12) for day in (1, 2, 3)]
    assert kept([*before, NOW], NOW) == {*before, NOW}


def test_a_clock_that_jumped_ahead_takes_nothing_of_today_away() -> None:
    today = _every(timedelta(hours=1), 6)
    wrong = datetime(2036, 1, 1)
    assert set(today) < kept([*today, wrong], NOW)
    assert wrong in kept([*today, wrong], NOW)
    assert set(today[:1]) <= kept([*today, wrong], wrong), "also while it is wrong"


def test_a_clock_that_fell_back_keeps_what_is_of_later() -> None:
    moments = _every(timedelta(hours=1), 6)
    assert kept(moments, datetime(2000, 1, 1)) == set(moments)
    assert len(kept(_every(timedelta(minutes=1), 500), datetime(2000, 1, 1))) == AHEAD


def test_nothing_of_nothing_stays() -> None:
    assert kept([], NOW) == frozenset()


@given(st.lists(st.integers(0, 3_000), max_size=200), st.integers(0, 3_000))
def test_thinning_again_takes_nothing_more_away_and_the_newest_stays(hours: list[int], now: int) -> None:
    moments = [NOW - timedelta(hours=hour) for hour in hours]
    moment = NOW - timedelta(hours=now)
    stay = kept(moments, moment)
    assert kept(stay, moment) == stay
    assert len(stay) <= MOST + AHEAD
    if past := [one for one in moments if one <= moment]:
        assert max(past) in stay

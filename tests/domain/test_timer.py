import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.timer import FORGOTTEN, LONGEST, MINUTE, RoundTimer, clock_face, read_timer

moments = st.integers(0, 2**33).map(float)
spans = st.floats(0, 20_000, allow_nan=False)
NEAR = 1e-3


def test_it_counts_down_from_its_minutes() -> None:
    timer = RoundTimer.start(20, 1000.0, round="r2")

    assert (timer.remaining(1000.0), timer.shown(1000.0), timer.round) == (1200, 1200, "r2")
    assert timer.shown(1000.0 + 446) == 12 * 60 + 34
    assert timer.share_left(1600.0) == 0.5


def test_a_second_that_has_begun_is_still_shown_and_zero_means_the_time_is_up() -> None:
    timer = RoundTimer.start(1, 0.0)

    assert (timer.shown(59.4), timer.over(59.4)) == (1, False)
    assert (timer.shown(60.0), timer.over(60.0), timer.overrun(60.0)) == (0, True, 0)


def test_over_time_is_counted_up() -> None:
    timer = RoundTimer.start(1, 0.0)

    assert (timer.overrun(59.0), timer.overrun(61.0), timer.overrun(185.9)) == (0, 1, 125)
    assert (timer.shown(185.9), timer.share_left(185.9)) == (0, 0.0)


def test_a_paused_timer_waits_as_long_as_it_takes() -> None:
    timer = RoundTimer.start(10, 0.0).pause(60.0)

    assert timer.paused
    assert timer.remaining(60.0) == timer.remaining(9000.0) == 540
    assert timer.go_on(9000.0).remaining(9001.0) == 539


def test_pausing_twice_and_going_on_twice_change_nothing() -> None:
    timer = RoundTimer.start(10, 0.0)

    assert timer.pause(60.0).pause(70.0) == timer.pause(60.0)
    assert timer.go_on(30.0) == timer


def test_a_minute_more_counts_from_what_is_left() -> None:
    timer = RoundTimer.start(10, 0.0).add_minute(60.0)

    assert (timer.remaining(60.0), timer.seconds) == (600, 660)


def test_over_time_a_minute_more_is_a_minute_from_now() -> None:
    timer = RoundTimer.start(10, 0.0).add_minute(780.0)

    assert (timer.remaining(780.0), timer.seconds) == (60, 840)


def test_a_paused_timer_stays_paused_with_a_minute_more() -> None:
    timer = RoundTimer.start(10, 0.0).pause(60.0).add_minute(500.0)

    assert timer.paused
    assert timer.remaining(9000.0) == 600


def test_a_clock_that_is_set_back_gives_no_more_than_the_whole_length() -> None:
    assert RoundTimer.start(10, 5000.0).remaining(1400.0) == 600


@pytest.mark.parametrize("minutes", [0, -1, LONGEST + 1])
def test_a_length_that_is_none_is_refused(minutes: int) -> None:
    with pytest.raises(ValueError, match="length"):
        RoundTimer.start(minutes, 0.0)


def test_a_timer_of_yesterday_is_forgotten_and_a_paused_one_never() -> None:
    timer = RoundTimer.start(1, 0.0)

    assert not timer.forgotten(60.0 + FORGOTTEN)
    assert timer.forgotten(62.0 + FORGOTTEN)
    assert not timer.pause(30.0).forgotten(1e9)


@given(moments, st.integers(1, LONGEST), st.lists(st.tuples(spans, spans), max_size=6))
def test_pausing_never_loses_time(now: float, minutes: int, stretches: list[tuple[float, float]]) -> None:
    timer, ran = RoundTimer.start(minutes, now), 0.0
    for running, waiting in stretches:
        now += running
        ran += running
        timer = timer.pause(now)
        now += waiting
        timer = timer.go_on(now)

    assert timer.remaining(now) == pytest.approx(minutes * MINUTE - ran, abs=NEAR)


@given(moments, st.integers(1, LONGEST), spans)
def test_what_is_shown_changes_exactly_when_it_says(now: float, minutes: int, passed: float) -> None:
    timer, now = RoundTimer.start(minutes, now), now + passed
    wait = timer.next_change(now)

    assert 0 < wait <= 1
    before = (timer.shown(now), timer.overrun(now))
    after = (timer.shown(now + wait + NEAR), timer.overrun(now + wait + NEAR))
    assert before != after or timer.remaining(now) <= 0 < timer.remaining(now) + 1


@given(moments, st.integers(1, LONGEST), spans, st.booleans())
def test_a_minute_more_always_leaves_at_least_a_minute(
    now: float, minutes: int, passed: float, paused: bool
) -> None:
    timer, now = RoundTimer.start(minutes, now), now + passed
    timer = timer.pause(now) if paused else timer
    more = timer.add_minute(now)

    assert more.remaining(now) == pytest.approx(max(0, timer.remaining(now)) + MINUTE, abs=NEAR)
    assert more.paused == paused


@given(moments, st.integers(1, LONGEST), spans, st.booleans(), st.text())
def test_what_is_written_is_read_back(now: float, minutes: int, passed: float, paused: bool, round: str) -> None:
    timer = RoundTimer.start(minutes, now, round=round)
    timer = timer.pause(now + passed) if paused else timer

    assert read_timer(timer.written()) == timer


@given(st.text())
def test_any_other_text_is_no_timer(text: str) -> None:
    assert read_timer(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "12",
        '{"seconds": 60}',
        '{"seconds": 0, "end": 1, "left": 0, "round": ""}',
        '{"seconds": 60, "end": NaN, "left": 0, "round": ""}',
        '{"seconds": "lang", "end": 1, "left": 0, "round": ""}',
    ],
)
def test_a_timer_that_cannot_be_trusted_is_none(text: str) -> None:
    assert read_timer(text) is None


def test_the_face_has_minutes_and_seconds() -> None:
    assert (clock_face(0), clock_face(754), clock_face(6300)) == ("00:00", "12:34", "105:00")

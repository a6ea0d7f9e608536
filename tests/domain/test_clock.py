import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.clock import DAY, HybridClock
from bouwstenen_app.domain.problems import Problem

NOON = 1_795_000_000_000


class Wall:
    """A wall clock that a test can move."""

    def __init__(self, now: int = NOON) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now


def test_stamps_grow_within_one_millisecond() -> None:
    clock = HybridClock("a", Wall())
    stamps = [clock.tick() for _ in range(1000)]

    assert stamps == sorted(set(stamps))


def test_stamps_grow_past_the_end_of_the_counter() -> None:
    clock = HybridClock("a", Wall(), latest=f"{NOON:012x}-fffe-a")

    assert clock.tick() < clock.tick() < clock.tick()


def test_stamps_follow_the_wall_clock() -> None:
    wall = Wall()
    clock = HybridClock("a", wall)
    before = clock.tick()
    wall.now += 5

    assert clock.tick() == f"{NOON + 5:012x}-0000-a" > before


def test_stamps_grow_when_the_wall_clock_is_set_back() -> None:
    wall = Wall()
    clock = HybridClock("a", wall)
    before = clock.tick()
    wall.now -= 10 * DAY

    assert clock.tick() > before


def test_a_clock_goes_on_from_the_latest_stamp_of_the_file() -> None:
    latest = f"{NOON + 1000:012x}-0003-b"

    assert HybridClock("a", Wall(), latest).tick() > latest


def test_what_another_laptop_made_comes_before_what_is_made_after_seeing_it() -> None:
    clock = HybridClock("a", Wall())
    seen = f"{NOON + 60_000:012x}-0009-b"
    clock.see(seen)

    assert clock.tick() > seen


def test_a_stamp_of_more_than_a_day_ahead_is_a_problem() -> None:
    clock = HybridClock("a", Wall())
    before = clock.tick()

    with pytest.raises(Problem, match="loopt meer dan een dag voor"):
        clock.see(f"{NOON + DAY + 1:012x}-0000-b")
    assert clock.tick() < f"{NOON + 1:012x}", "what was refused moves nothing"
    assert before < clock.tick()


def test_an_older_stamp_of_another_laptop_moves_nothing_back() -> None:
    clock = HybridClock("a", Wall())
    before = clock.tick()
    clock.see(f"{NOON - DAY:012x}-ffff-b")

    assert clock.tick() > before


@pytest.mark.parametrize("stamp", ["onzin", "12-x", "zz-0000-a", "-"])
def test_what_is_no_stamp_is_refused(stamp: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        HybridClock("a", Wall(), stamp)


@given(st.lists(st.integers(-2 * DAY, 2 * DAY), max_size=40))
def test_however_the_wall_clock_jumps_stamps_grow_and_sort_as_text(jumps: list[int]) -> None:
    wall = Wall()
    clock = HybridClock("a", wall)
    stamps = []
    for jump in jumps:
        wall.now += jump
        stamps.append(clock.tick())

    assert stamps == sorted(set(stamps))

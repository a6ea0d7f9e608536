import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain import dutch

A_DAY = datetime.date(2026, 11, 24)
PAIRS = (
    "2026-11-24",
    "24-11-2026",
    "24/11/2026",
    "24.11.2026",
    "24-11-26",
    "24 november 2026",
    " 24 November 2026 ",
)


def test_dates_read_as_dutch() -> None:
    assert dutch.day(A_DAY) == "24 november 2026"
    assert dutch.weekday(A_DAY) == "di 24 november 2026"
    assert dutch.month(A_DAY) == "november 2026"


@pytest.mark.parametrize("typed", PAIRS)
def test_a_date_is_understood_as_people_write_it(typed: str) -> None:
    assert dutch.read_date(typed) == A_DAY


@pytest.mark.parametrize(
    "typed",
    ["", "morgen", "31-2-2026", "24-11", "2026", "24-13-2026", "0-0-0", "1-2-3", "12-12-12345", "9" * 5000,
     "²-1-2026", "١-١-٢٠٢٦", "24 nov x", "//", "-1-1-2026"],
)  # fmt: skip
def test_what_is_no_date_is_none(typed: str) -> None:
    assert dutch.read_date(typed) is None


@given(st.dates())
def test_every_date_that_is_written_is_read_again(date: datetime.date) -> None:
    assert dutch.read_date(date.isoformat()) == date
    if date.year >= 1000:
        assert dutch.read_date(dutch.day(date)) == date


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert dutch.read_date(text) is None or isinstance(dutch.read_date(text), datetime.date)


@pytest.mark.parametrize(
    ("typed", "time"),
    [("13:00", "13:00"), (" 9.05 ", "09:05"), ("1330", "13:30"), ("930", "09:30"), ("13u30", "13:30"),
     ("13", "13:00"), ("13 uur", "13:00"), ("13:30 uur", "13:30"), ("0:00", "00:00"), ("23:59", "23:59")],
)  # fmt: skip
def test_a_time_is_understood_as_people_write_it(typed: str, time: str) -> None:
    assert dutch.read_time(typed) == time


@pytest.mark.parametrize("typed", ["", "half twee", "24:00", "12:60", "13:0", "13:000", "١٣:٠٠", "-1:00", "u"])
def test_what_is_no_time_is_none(typed: str) -> None:
    assert dutch.read_time(typed) is None


@pytest.mark.parametrize(
    ("value", "expected"), [(0, "0"), (999, "999"), (1284, "1.284"), (1234567, "1.234.567"), (-1000, "-1.000")]
)
def test_numbers_have_dots_between_thousands(value: int, expected: str) -> None:
    assert dutch.number(value) == expected


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "0 stemmen"), (1, "1 stem"), (2, "2 stemmen"), (1000, "1.000 stemmen")]
)
def test_what_is_counted_stands_in_the_right_number(count: int, expected: str) -> None:
    assert dutch.counted(count, "stem", "stemmen") == expected


@pytest.mark.parametrize(
    ("parts", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_an_enumeration_ends_with_and(parts: list[str], expected: str) -> None:
    assert dutch.enumerated(parts) == expected


def test_a_capital_in_front_leaves_the_rest_alone() -> None:
    assert dutch.capitalised("veilig Thuis") == "Veilig Thuis"
    assert dutch.capitalised("") == ""


def test_sizes_are_told_as_people_say_them() -> None:
    assert [dutch.size(count) for count in (0, 1_499, 840_000, 1_340_000, 25_000_000)] == [
        "1 kB",
        "1 kB",
        "840 kB",
        "1,3 MB",
        "25,0 MB",
    ]

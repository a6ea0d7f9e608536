"""Until when a workspace is kept, and when that is said."""

from datetime import date, timedelta

import pytest

from bouwstenen_app.domain.keeping import NEAR, NOT_YET, OVER, SOON, Destroyed, Keeping, usual_end

END = date(2027, 5, 30)


@pytest.mark.parametrize(
    ("last", "months", "end"),
    [
        (date(2026, 11, 30), 6, date(2027, 5, 30)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
        (None, 6, None),
    ],
)
def test_r10_the_usual_end_is_so_many_months_after_the_last_session(
    last: date | None, months: int, end: date | None
) -> None:
    assert usual_end(last, months) == end


@pytest.mark.parametrize(
    ("before", "stage"), [(31, NOT_YET), (30, SOON), (8, SOON), (7, NEAR), (0, NEAR), (-1, OVER), (-400, OVER)]
)
def test_r10_it_is_said_a_month_before_a_week_before_and_after(before: int, stage: str) -> None:
    keeping = Keeping(END, blocks=3)
    today = END - timedelta(days=before)
    assert keeping.stage(today) == stage
    assert bool(keeping.warning(today)) == (stage != NOT_YET)


def test_r10_nothing_is_said_without_a_date_or_without_anything_to_wipe() -> None:
    assert Keeping(None, blocks=3).warning(END) == ""
    assert Keeping(END, blocks=0).warning(END) == ""


def test_the_words_say_when_and_what_to_do() -> None:
    assert Keeping(END, blocks=1).warning(END).startswith("Vandaag loopt de bewaartermijn")
    assert "Over 7 dagen" in Keeping(END, blocks=1).warning(END - timedelta(days=7))
    assert "niets vanzelf gewist" in Keeping(END, blocks=1).warning(END + timedelta(days=1))


def test_a_record_counts_in_words() -> None:
    told = Destroyed("", "", 1, 12, 0, 3).sentence()
    assert told == "1 sessie, 12 bouwstenen en 3 foto’s"

"""Measures and counts of a template are never a mistake of ours, whatever stands there."""

import pytest

from bouwstenen_app.export.page_measures import LARGEST, count, points


@pytest.mark.parametrize(("text", "said"), [("240", 12), (" -40 ", -2), ("12.5", 0.625), (".5", 0.025), ("+20", 1)])
def test_a_measure_is_read_in_points(text: str, said: float) -> None:
    assert points(text, 20, 7) == said


@pytest.mark.parametrize("text", [None, "", "--5", "²", "٣", "1.2.3", "nan", "inf", "1e300", "9" * 400, "12pt"])
def test_what_is_no_measure_or_no_count_says_nothing(text: str | None) -> None:
    assert points(text, 20, 7) == 7
    assert count(text, 63, 7) == 7


def test_nothing_is_larger_than_any_paper() -> None:
    assert (points("9" * 15, 20), points("-" + "9" * 15, 20)) == (LARGEST, -LARGEST)
    assert (count("12", 63, 1), count("999999", 63, 1), count("-3", 63, 1)) == (12, 63, 1)

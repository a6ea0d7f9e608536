import pytest

from bouwstenen_app.services.reports.small_counts import counted, told


@pytest.mark.parametrize(
    ("count", "outside", "inside"), [(0, "0", "0"), (1, "<3", "1"), (2, "<3", "2"), (3, "3", "3")]
)
def test_r16_one_or_two_people_are_fewer_than_three_for_who_was_not_there(
    count: int, outside: str, inside: str
) -> None:
    assert told(count, outside=True) == outside
    assert told(count, outside=False) == inside


def test_a_small_count_in_a_sentence_keeps_its_noun() -> None:
    assert counted(1, "deelnemer", "deelnemers", outside=True) == "minder dan 3 deelnemers"
    assert counted(1, "deelnemer", "deelnemers", outside=False) == "1 deelnemer"
    assert counted(1284, "deelnemer", "deelnemers", outside=True) == "1.284 deelnemers"

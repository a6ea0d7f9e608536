import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.regions import letters


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Regio Rivierenhoek (voorbeeld)", "RH"),
        ("Regio Duinstreek-Zuid (voorbeeld)", "DZ"),
        ("Regio Noorderveen (voorbeeld)", "NV"),
        ("Gemeente 's-Hertogenbosch", "SH"),
        ("Súdwest-Fryslân", "SF"),
        ("Zeeland", "ZL"),
        ("Urk", "UR"),
        ("Ee", "EE"),
        ("", "BS"),
        ("Δέλτα", "BS"),
        ("123", "BS"),
    ],
)
def test_a_region_gets_letters_that_people_recognise(name: str, expected: str) -> None:
    assert letters(name) == expected


def test_a_second_region_with_the_same_letters_gets_others() -> None:
    taken: list[str] = []
    for name in ["Rivierenhoek", "Roerhoek", "Ruigehoek", "Rivierenhoek-Oost"]:
        taken.append(letters(name, taken))

    assert len(set(taken)) == 4
    assert taken[0] == "RH"


def test_letters_never_run_out() -> None:
    taken: set[str] = set()
    for _ in range(200):
        taken.add(letters("Ee", taken))

    assert len(taken) == 200


@given(st.text(max_size=40), st.sets(st.text(alphabet="ABCDERHNV", min_size=2, max_size=3), max_size=30))
def test_any_name_gets_free_letters_that_can_be_said(name: str, taken: set[str]) -> None:
    found = letters(name, taken)

    assert found not in taken
    assert re.fullmatch("[A-Z]{1,3}[0-9]*", found)

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.privacy import findings
from bouwstenen_app.domain.privacy_roles import replaced, replacement

ON = datetime.date(2026, 11, 30)


def _first(text: str) -> str:
    return replaced(text, findings(text)[0], ON)


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("Mevrouw De Vries belde.", "Mevrouw [naam] belde."),
        ("Bel 06-12345678 maar.", "Bel [telefoonnummer] maar."),
        ("Moeder Fatima belde.", "Moeder belde."),
        ("Haar ex, Kevin, kwam weer.", "Haar ex kwam weer."),
        ("het gezin Yilmaz verhuisde", "het gezin [naam] verhuisde"),
        ("Toen zei Daan (8) niets.", "Toen zei een kind van ongeveer 8 niets."),
        ("Haar zoon Daan (8) zei niets.", "Haar zoon van ongeveer 8 zei niets."),
        ("Toen zei Truus, 83 jaar, niets.", "Toen zei iemand van ongeveer 85, niets."),
        ("een jongen, geboren op 12-03-2018, zei", "een jongen, ongeveer 8 jaar, zei"),
        ("een man, geb. 12-03-1979, zei", "een man, ongeveer 45 jaar, zei"),
        ("bsn 123456782", "bsn [burgerservicenummer]"),
        ("Hij is op 3 mei jarig", "Hij is op [geboortedatum] jarig"),
    ],
)
def test_a_role_takes_the_place_of_what_points_to_a_person(text: str, proposed: str) -> None:
    assert _first(text) == proposed


def test_without_a_day_a_date_of_birth_has_no_age() -> None:
    text = "geboren op 12-03-2018"

    assert replaced(text, findings(text)[0]) == "geboren op [geboortedatum]"


@given(st.text(alphabet="Dan (8),moeder zFti.x", max_size=40))
def test_what_is_proposed_covers_the_finding(text: str) -> None:
    for one in findings(text):
        proposed = replacement(text, one, ON)

        assert 0 <= proposed.start <= one.start
        assert one.end <= proposed.end <= len(text)

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.privacy import findings
from bouwstenen_app.domain.privacy_roles import LEFT_OUT, PEOPLE, instead, offers, replaced, replacement

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
        ("De jongerencoach Xanthe belde.", "De jongerencoach belde."),
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


def _words(text: str) -> list[str]:
    return [one.words for one in offers(text, findings(text)[0], ON)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bel 06-12345678 maar.", ["[telefoonnummer]", LEFT_OUT]),
        ("Moeder Fatima belde.", ["moeder", "[naam]"]),
        ("Mevrouw De Vries belde.", ["[naam]", LEFT_OUT]),
        ("Toen zei Daan (8) niets.", ["een kind van ongeveer 8", "[naam]", LEFT_OUT]),
        ("een jongen, geboren op 12-03-2018, zei", ["ongeveer 8 jaar", "[geboortedatum]", LEFT_OUT]),
        ("Fatima belde.", ["[naam]", *PEOPLE, LEFT_OUT]),
    ],
)
def test_r04_a_role_is_offered_first_and_what_else_fits_after_it(text: str, words: list[str]) -> None:
    assert _words(text) == words


@pytest.mark.parametrize(
    ("text", "place", "becomes"),
    [
        ("Fatima belde.", 1, "Een moeder belde."),
        ("Het lukte. Fatima belde.", 1, "Het lukte. Een moeder belde."),
        ("Toen belde Fatima.", 1, "Toen belde een moeder."),
        ("Daan (8) zei niets.", 0, "Een kind van ongeveer 8 zei niets."),
        ("Bel 06-12345678 maar.", -1, "Bel maar."),
        ("Bel 06-12345678.", -1, "Bel."),
        ("Tegen Fatima, zei hij.", -1, "Tegen, zei hij."),
        ("Haar ex, Kevin, kwam.", 0, "Haar ex kwam."),
        ("06-12345678 is van haar.", -1, "is van haar."),
    ],
)
def test_what_is_offered_fits_in_its_sentence(text: str, place: int, becomes: str) -> None:
    assert instead(text, offers(text, findings(text)[0], ON)[place].replacement) == becomes


@given(st.text(alphabet="Dan (8),moeder zFti.x06-12345678", max_size=40))
def test_r04_every_offer_takes_the_finding_out_and_touches_nothing_else(text: str) -> None:
    for finding in findings(text):
        for one in offers(text, finding, ON):
            where = one.replacement
            assert one.words
            assert where.start <= finding.start <= finding.end <= where.end
            left = instead(text, where)
            assert left.startswith(text[: where.start])
            assert left.endswith(text[where.end :])

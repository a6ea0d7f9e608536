"""Dutch words as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.word_forms import NEARLY, RELATED, WordGroups, alike, pieces, stem

WORDS = st.text(st.characters(codec="utf-8"), max_size=30)


@pytest.mark.parametrize(
    "forms",
    [
        "bellen belt bel",
        "melden meldt gemeld melding meldingen melder melders",
        "maken maakt gemaakt",
        "werken werkt werkte gewerkt",
        "kind kinderen",
        "gezin gezinnen gezins",
        "brief brieven",
        "huis huizen",
        "school scholen",
        "overleg overleggen overlegt",
        "veilig veilige veiligheid",
        "beslissen beslist beslissing beslissingen",
        "afspraak afspraken",
        "oppakken opgepakt oppakt",
        "contactpersoon contactpersonen",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("words", ["geweld wel", "gezin zin", "gemeente mens", "melden meten", "school schaal"])
def test_other_words_have_another_stem(words: str) -> None:
    one, other = words.split()

    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("huisverbod", "huisverbdo"), ("reclassering", "reclasering"), ("gebeld", "bellen")]
)
def test_a_typing_error_or_an_ending_is_nearly_the_same(one: str, other: str) -> None:
    assert alike(stem(one), stem(other)) >= NEARLY


@pytest.mark.parametrize(("one", "other"), [("huisverbod", "huisverbodgesprek"), ("wijkagent", "agent")])
def test_a_compound_is_like_its_parts(one: str, other: str) -> None:
    assert 0.5 < alike(stem(one), stem(other)) < 1


def test_words_of_one_group_are_related() -> None:
    groups = WordGroups([["avg", "privacy", "geheimhouding"]])

    assert alike(stem("privacy"), stem("avg"), groups) == RELATED
    assert groups.near(stem("avg")) == {stem("privacy"), stem("geheimhouding")}
    assert alike(stem("privacy"), stem("avg")) == 0


@given(WORDS)
def test_every_word_has_a_stem_and_pieces(word: str) -> None:
    assert not word or stem(word)
    assert pieces(word)


@given(WORDS, WORDS)
def test_it_makes_no_difference_which_word_comes_first(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)
    assert 0 <= alike(one, other) <= 1
    assert alike(one, one) == 1

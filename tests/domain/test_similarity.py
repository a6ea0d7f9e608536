"""How alike texts are, on the labelled pairs of the example sessions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.similarity import ALIKE, CLEARLY_ALIKE, alike, nearest, telling_words
from bouwstenen_app.surroundings import sessions_file

TO_JOIN = ("vrijwel-dubbel", "dubbel-binnen-sessie")
HUISVERBOD = (
    "Na het huisverbod valt het gezin in een gat",
    "Tien dagen huisverbod en dan stilte",
    "Ggz voor volwassenen ziet het kind niet",
    "Warme overdracht uit de crisisdienst",
)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Return title and explanation of every block of the example sessions, by id."""
    sessions = sessions_file()["sessies"]
    return {
        block["id"]: f"{block['titel']}\n{block['omschrijving']}"
        for session in sessions
        for block in session["bouwstenen"]
    }


def _in_three(texts: dict[str, str], one: str, other: str) -> bool:
    others = [identity for identity in texts if identity != one]
    found = nearest(texts[one], [texts[identity] for identity in others], 3, least=0)
    return other in [others[near.place] for near in found]


def test_pairs_that_should_be_joined_are_among_the_first_three_of_one_of_the_two(texts: dict[str, str]) -> None:
    pairs = [(pair["a"], pair["b"]) for pair in sessions_file()["paren"] if pair["relatie"] in TO_JOIN]
    found = [(a, b) for a, b in pairs if _in_three(texts, a, b) or _in_three(texts, b, a)]
    assert len(pairs) == 17
    assert len(found) >= 16


def test_of_the_pairs_that_are_clearly_alike_most_were_labelled_or_of_one_subject(texts: dict[str, str]) -> None:
    ids = list(texts)
    labelled = {frozenset((pair["a"], pair["b"])) for pair in sessions_file()["paren"]}
    found = alike(list(texts.values()), least=CLEARLY_ALIKE)
    known = [frozenset((ids[pair.first], ids[pair.second])) in labelled for pair in found]
    assert 8 <= len(found) <= 20
    assert sum(known) >= len(known) / 2
    assert all(known[:3])


def test_the_most_alike_come_first() -> None:
    found = alike(HUISVERBOD, least=0.05)
    assert (found[0].first, found[0].second) == (0, 1)
    assert [pair.score for pair in found] == sorted((pair.score for pair in found), reverse=True)


def test_a_pair_says_which_words_make_it_one() -> None:
    assert alike(HUISVERBOD)[0].words[0] == "huisverbod"


def test_inflection_and_compounds_do_not_hide_a_likeness() -> None:
    found = nearest(
        "De wachtlijsten voor plegers", ["Plegerhulp heeft een wachtlijst", "Het kind apart spreken"], 1
    )
    assert found[0].place == 0
    assert set(found[0].words) == {"wachtlijsten", "plegers"}


def test_case_and_accents_make_no_difference() -> None:
    found = nearest("DE CRÈCHE BELT VEILIG THUIS", ["de creche belt Veilig Thuis"])
    assert found[0].score == pytest.approx(1)


def test_small_words_make_no_likeness() -> None:
    assert nearest("Dat is er dan nog niet voor ons", ["Dan is dat voor ons er nog niet"], least=0.01) == ()


def test_what_is_not_alike_enough_is_left_out() -> None:
    assert nearest("Iets over de zaagtandkwestie", HUISVERBOD) == ()
    assert nearest(HUISVERBOD[0], [], 3) == ()
    assert alike([]) == ()
    assert alike(["", ""]) == ()


def test_the_title_counts_more_than_what_follows() -> None:
    in_title = "Huisverbod en dan stilte\nHet team komt langs bij de woning."
    below = "Het team komt langs bij de woning\nHuisverbod en dan stilte."
    found = nearest("Na het huisverbod stilte", [below, in_title], 2, least=0)
    assert [near.place for near in found] == [1, 0]


def test_the_telling_words_of_a_text_are_those_that_say_what_it_is_about() -> None:
    assert telling_words("De crèche en het Wijkteam, het wijkteam!") == ("creche", "wijkteam")


@given(st.lists(st.text(max_size=60), max_size=8))
def test_every_text_is_most_like_itself(texts: list[str]) -> None:
    for pair in alike(texts, least=ALIKE):
        assert pair.first < pair.second
        assert ALIKE <= pair.score <= 1
    for text in texts:
        found = nearest(text, texts, 1, least=0.5)
        assert not telling_words(text) or found[0].score == pytest.approx(1)

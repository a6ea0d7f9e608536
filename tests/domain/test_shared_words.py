"""Which words of two texts say the same, or nearly."""

from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.shared_words import MOST_WORDS, shared, written
from bouwstenen_app.domain.word_forms import WordGroups

FIRST = "Wijkagent belt Veilig Thuis\nNa de melding overlegt de wijkagent met het gezin."
SECOND = "Bellen met de wijkagenten\nEen meldign hoort bij het overleg van gezinnen."
TEXTS = st.text(max_size=120)


def test_inflections_and_typing_errors_are_marked_where_they_stand() -> None:
    found = shared(FIRST, SECOND)

    assert [word.word for word in found.first] == ["Wijkagent", "belt", "melding", "overlegt", "wijkagent", "gezin"]
    assert [word.word for word in found.second] == ["Bellen", "wijkagenten", "meldign", "overleg", "gezinnen"]
    assert all(FIRST[word.start : word.end] == word.word for word in found.first)


def test_the_reason_names_a_few_words_the_most_telling_first() -> None:
    found = shared(FIRST, SECOND)

    assert found.words[0] == "wijkagent"
    assert len(found.words) == MOST_WORDS


def test_an_abbreviation_keeps_its_capitals() -> None:
    assert shared("Bel het ZSM", "ZSM belt terug").words == ("bel", "ZSM")


def test_words_of_one_group_are_shared() -> None:
    groups = WordGroups([["privacy", "avg"]])

    assert [word.word for word in shared("Angst voor de AVG", "Privacy remt", groups).second] == ["Privacy"]


def test_texts_without_telling_words_share_nothing() -> None:
    assert shared("", "").words == shared("het is dat", "het is dat").words == ()


@given(TEXTS, TEXTS)
def test_any_texts_share_the_same_words_whichever_comes_first(first: str, second: str) -> None:
    one, other = shared(first, second), shared(second, first)

    assert (one.first, one.second) == (other.second, other.first)
    assert shared(first, first).first == written(first)

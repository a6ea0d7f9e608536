"""The words of many texts, as numbers."""

from bouwstenen_app.domain.vocabulary import CLOSE, Vocabulary, times
from bouwstenen_app.domain.word_forms import NO_GROUPS, WordGroups


def test_the_title_counts_most_and_the_next_step_least() -> None:
    read = Vocabulary().read("Huisverbod", "de wijkagent", "een kernpuntenkaart")

    assert list(read.values()) == sorted(read.values())
    assert len(read) == 3


def test_forms_of_one_word_are_one_number() -> None:
    vocabulary = Vocabulary()

    assert vocabulary.read("De melding", "", "").keys() == vocabulary.read("Meldingen", "", "").keys()
    assert len(vocabulary) == 1


def test_words_that_are_alike_find_each_other() -> None:
    vocabulary = Vocabulary()
    (one,) = vocabulary.read("huisverbod", "", "")
    (other,) = vocabulary.read("huisverbodgesprek", "", "")
    (third,) = vocabulary.read("school", "", "")

    near = vocabulary.near(NO_GROUPS)

    assert dict(near[one])[other] == dict(near[other])[one] >= CLOSE
    assert near[third] == [(third, 1.0)]


def test_words_of_one_group_find_each_other() -> None:
    vocabulary = Vocabulary()
    (one,) = vocabulary.read("privacy", "", "")
    (other,) = vocabulary.read("geheimhouding", "", "")

    assert other in dict(vocabulary.near(WordGroups([["privacy", "geheimhouding"]]))[one])


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    vocabulary = Vocabulary()
    for text in ("gezin huisverbod", "gezin school", "gezin politie"):
        vocabulary.read(text, "", "")

    gezin, huisverbod, *_ = vocabulary.rarity(vocabulary.near(NO_GROUPS))

    assert huisverbod > gezin > 0


def test_a_word_that_comes_back_counts_less_than_as_often() -> None:
    assert times(0.5) < times(1) < times(4) < 4 * times(1)

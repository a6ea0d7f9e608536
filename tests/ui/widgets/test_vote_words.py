import pytest

from bouwstenen_app.domain.voting import Ballot, Rule, tally
from bouwstenen_app.ui.widgets.vote_words import above_words, alike_words, total_words


def ballot(number: int, votes: int = 0) -> Ballot:
    return Ballot(f"id-{number}", f"RH-{number:03d}", number, f"Titel {number}", votes=votes)


@pytest.mark.parametrize(
    ("rule", "votes", "sentence"),
    [
        (Rule(4, True, 24), 96, "96 van 96 stemmen geteld: het klopt"),
        (Rule(4, True, 24), 93, "93 van 96 stemmen geteld: nog 3 te gaan"),
        (Rule(4, True, 24), 99, "99 stemmen geteld: 3 meer dan 24 × 4"),
        (Rule(), 1, "1 stem geteld. Vul in hoeveel stemmen ieder heeft, dan zie je of het klopt."),
        (Rule(4), 5, "5 stemmen geteld. Vul het aantal deelnemers in, dan zie je of het klopt."),
    ],
)
def test_the_total_says_whether_it_adds_up(rule: Rule, votes: int, sentence: str) -> None:
    assert total_words(tally(rule, [ballot(1, votes)])) == sentence


def test_a_block_with_more_votes_than_people_gets_a_hint() -> None:
    assert above_words([]) == ""
    assert above_words([ballot(12, 26)]).startswith("Bouwsteen 12 heeft 26 stemmen, meer dan er deelnemers zijn")
    assert above_words([ballot(12, 26), ballot(14, 30)]).startswith("Bouwstenen 12 en 14 hebben meer stemmen")


def test_look_alikes_are_named_by_their_numbers() -> None:
    assert alike_words(ballot(12), ballot(31)).startswith("Bouwsteen 12 en 31 lijken op elkaar.")

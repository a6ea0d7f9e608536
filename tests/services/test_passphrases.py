import re
from itertools import cycle
from pathlib import Path

import pytest

from bouwstenen_app.services import passphrases
from bouwstenen_app.services.unlocking import check_new

LIST = Path(__file__).parents[2] / "resources" / "wordlists" / "wachtwoordzinnen.txt"
WORDS = passphrases.word_list(LIST)


def test_the_list_has_enough_different_words_of_four_to_eight_plain_letters() -> None:
    assert len(WORDS) >= 1_296
    assert len(set(WORDS)) == len(WORDS)
    assert [word for word in WORDS if not re.fullmatch("[a-z]{4,8}", word)] == []


def test_no_two_words_differ_by_one_letter_or_only_in_their_ending() -> None:
    """Someone who writes them down must not wonder which of two it was."""
    kept = set(WORDS)
    endings = ("s", "n", "e", "en", "je", "jes")
    assert [word for word in WORDS for end in endings if word + end in kept] == []
    gaps: dict[str, str] = {}
    twins = []
    for word in WORDS:
        for place in range(len(word)):
            gap = f"{word[:place]}_{word[place + 1 :]}"
            if gap in gaps:
                twins.append((word, gaps[gap]))
            gaps[gap] = word
    assert twins == []


def test_a_proposal_is_five_words_drawn_by_chance_and_is_accepted_as_a_password() -> None:
    drawn = cycle(("appel", "fiets", "wolk", "tafel", "zomer"))
    assert passphrases.proposed(WORDS, lambda _: next(drawn)) == "appel fiets wolk tafel zomer"
    for _ in range(50):
        one = passphrases.proposed(WORDS)
        assert len(one.split()) == 5
        check_new(one)
    assert len({passphrases.proposed(WORDS) for _ in range(20)}) == 20


@pytest.mark.parametrize(
    ("password", "strength"),
    [
        ("", passphrases.SHORT),
        ("elf tekens!", passphrases.SHORT),
        ("aaaaaaaaaaaaaaaa", passphrases.PLAIN),
        ("Wachtwoord2026!", passphrases.PLAIN),
        ("zonnebloem12", passphrases.ENOUGH),
        ("zonnebloem in mei", passphrases.GOOD),
        ("appel fiets wolk tafel zomer", passphrases.STRONG),
        ("fiets fiets fiets fiets fiets", passphrases.ENOUGH),
    ],
)
def test_how_strong_a_password_is_grows_with_length_and_different_words(password: str, strength: str) -> None:
    assert passphrases.strength(password) == strength

"""New passwords: five common Dutch words to propose, and how strong a typed one is, for words to say it in."""

import re
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services.unlocking import SHORTEST, check_new

WORDS: Final = 5
"""Of a list of 1,296 or more: at least 51 bits, beside a key that takes a fifth of a second to make."""
GOOD_LENGTH, STRONG_LENGTH = 16, 20
SHORT, PLAIN, ENOUGH, GOOD, STRONG = "kort", "voorspelbaar", "voldoende", "goed", "sterk"

_WORD: Final = re.compile(r"[^\W\d_]{3,}")


def word_list(file: Path) -> tuple[str, ...]:
    """Return the words that are proposed: one a line."""
    return tuple(file.read_text(encoding="ascii").split())


def proposed(words: Sequence[str], choose: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """Return a password of words that were drawn by chance."""
    return " ".join(choose(words) for _ in range(WORDS))


def strength(password: str) -> str:
    """Return how hard a new password is to guess: SHORT and PLAIN are refused, the others are not."""
    if len(password) < SHORTEST:
        return SHORT
    try:
        check_new(password)
    except Problem:
        return PLAIN
    different = {word.casefold() for word in _WORD.findall(password)}
    if len(different) >= WORDS or (len(password) >= STRONG_LENGTH and len(set(password)) >= SHORTEST):
        return STRONG
    return GOOD if len(password) >= GOOD_LENGTH and len(set(password)) >= SHORTEST * 2 // 3 else ENOUGH

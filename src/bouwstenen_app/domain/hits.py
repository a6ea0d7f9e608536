"""Where the words that were searched stand in a text, so that a person sees why it was found."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from bouwstenen_app.domain.query import Words

_WORD: Final = re.compile(r"\w+")

Span = tuple[int, int]
"""Where something begins in a text, and where it ends."""


def spans(text: str, words: Sequence[Words]) -> tuple[Span, ...]:
    """Return the parts of a text that were searched, in order and apart from each other.

    Of a word that was typed half, the typed part; of words side by side, everything from the first to the last.
    """
    wanted = [(tuple(map(_plain, each.words)), each.exact) for each in words if not each.unwanted]
    if not wanted:
        return ()
    tokens = [(found.start(), found[0]) for found in _WORD.finditer(text)]
    plain = [_plain(word) for _, word in tokens]
    found: list[Span] = []
    for place, (start, _) in enumerate(tokens):
        for each, exact in wanted:
            if plain[place].startswith(each[0]):  # of nearly all words that is all there is to know
                end = _end(plain[place : place + len(each)], tokens, place, each, exact=exact)
                found += [(start, end)] if end > start else []
    return _apart(found)


def _end(
    here: Sequence[str], tokens: Sequence[tuple[int, str]], place: int, wanted: Sequence[str], *, exact: bool
) -> int:
    """Return where the wanted words end that begin at this place; -1 when others stand there."""
    if len(here) < len(wanted) or tuple(here[:-1]) != tuple(wanted[:-1]):
        return -1
    start, word = tokens[place + len(wanted) - 1]
    if here[-1] == wanted[-1]:
        return start + len(word)
    if exact or not here[-1].startswith(wanted[-1]):
        return -1
    return start + _typed_part(word, wanted[-1])


def _typed_part(word: str, wanted: str) -> int:
    """Return how many letters of a word stand for its typed beginning: an accent or ligature counts for more."""
    return next(end for end in range(1, len(word) + 1) if len(_plain(word[:end])) >= len(wanted))


def _plain(word: str) -> str:
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _apart(found: Sequence[Span]) -> tuple[Span, ...]:
    apart: list[Span] = []
    for start, end in found:
        if apart and start < apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return tuple(apart)

"""Dutch words as they are compared: their stem, whatever the inflection, and how alike two of them are.

The stem is a light one: endings of verbs, plurals and derived nouns (*meldt*, *melder*, *meldingen*), the prefix of
a participle (*gebeld*), and what spelling makes of a vowel or a consonant (*maken* and *maakt*, *brief* and
*brieven*). It need not be a word; the same stem is what counts. Typing errors and compounds are for ``alike``.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

NEARLY: Final = 0.9
"""How alike two words are that differ in a letter of inflection or a typing error."""
RELATED: Final = 0.6
"""How alike two words of one group are (*privacy*, *AVG*)."""
LEAST: Final = 0.3
"""Words that are less alike than this have nothing in common."""

PIECE: Final = 4
"""Letters of the pieces that words are cut in."""

_VOWELS: Final = frozenset("aeiouy")
_SHORTEST: Final = 3
_DOUBLE_VOWEL: Final = re.compile(r"([aeou])\1")
_INNER_PREFIX: Final = re.compile(r"^(aan|af|bij|door|in|mee|na|op|samen|terug|toe|uit|voor)ge(?=\w{3})")
"""A participle of a verb in two parts: *opgepakt*, *aangemeld*."""
_HARD: Final = {"v": "f", "z": "s"}
_TYPING_ERROR: Final = 6
"""Letters from which one wrong letter is taken for a typing error, …"""
_TWO_ERRORS: Final = 10
"""… and from which two are."""
_PART: Final = 4
"""Letters of the least part of a compound that counts."""
_NO_PARTICIPLE: Final = re.compile(
    "gebied|gebod|gebruikt?|geduld|geluid|gemoed|gerecht|gericht|geschikt|gevecht|geweld|gewicht|gezond|geest|"
    "geld|gezicht|gedicht|gehucht|gebit|genot|geheimd"
)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the stem of a folded word."""
    if len(word) <= _SHORTEST or not word.isalpha():
        return word
    found = _without_prefix(word) if word.startswith("ge") else word
    if found[-1] in "dt":
        found = _INNER_PREFIX.sub(r"\1", found)
    for ending in ("heden", "heid"):
        found = _without(found, ending)
    found = _without_ending(found)
    if found[-2:-1] not in _VOWELS:
        found = _without(found, "t")
    for ending in ("ing", "er"):
        found = _without(found, ending)
    return _spelled(found)


@lru_cache(maxsize=65_536)
def pieces(word: str) -> frozenset[str]:
    """Return the pieces that a word or a stem is cut in, its two ends marked."""
    marked = f" {word} "
    return frozenset(marked[start : start + PIECE] for start in range(max(1, len(marked) - PIECE + 1)))


class WordGroups:
    """Words that stand for nearly the same thing: those of a codebook, and those of ``near_words``."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        found: dict[str, set[int]] = {}
        self._members: list[frozenset[str]] = []
        for words in groups:
            stems = frozenset(map(stem, words))
            for one in stems:
                found.setdefault(one, set()).add(len(self._members))
            self._members.append(stems)
        self._of: Mapping[str, frozenset[int]] = {one: frozenset(numbers) for one, numbers in found.items()}

    def near(self, one: str) -> frozenset[str]:
        """Return the stems that are in a group with this one."""
        return frozenset().union(*(self._members[number] for number in self._of.get(one, ()))) - {one}

    def related(self, one: str, other: str) -> bool:
        """Say whether two stems are in one group."""
        mine = self._of.get(one)
        return mine is not None and not mine.isdisjoint(self._of.get(other, ()))


NO_GROUPS: Final = WordGroups(())


def alike(one: str, other: str, groups: WordGroups = NO_GROUPS) -> float:
    """Return how alike two stems are, 0 to 1, whichever comes first."""
    if one == other:
        return 1.0
    return max(RELATED if groups.related(one, other) else 0.0, _in_letters(*sorted((one, other))))


@lru_cache(maxsize=131_072)
def _in_letters(one: str, other: str) -> float:
    short, long = sorted((one, other), key=len)
    if long[:-1] == short and long[-1] in "td" and len(short) >= _SHORTEST:
        return NEARLY
    errors = 2 if len(short) >= _TWO_ERRORS else 1 if len(short) >= _TYPING_ERROR else 0
    if errors and OSA.distance(one, other, score_cutoff=errors) <= errors:
        return NEARLY
    mine, others = pieces(one), pieces(other)
    shared = len(mine & others) / (len(mine) * len(others)) ** 0.5
    if len(short) >= _PART and (long.startswith(short) or long.endswith(short)):
        shared = max(shared, (len(short) / len(long)) ** 0.5)
    return shared if shared >= LEAST else 0.0


def _without_prefix(word: str) -> str:
    """Return a word without the prefix of a participle, if it seems to be one."""
    if _NO_PARTICIPLE.fullmatch(word) or len(word) < _SHORTEST + 3:
        return word
    return word[2:] if word[-1] in "dt" and word[-2] != "e" else word


def _without_ending(word: str) -> str:
    for ending in ("en", "e"):
        if word.endswith(ending):
            return _without(word, ending)
    return _without(word, "s") if word[-2:-1] not in _VOWELS | {"s"} else word


def _without(word: str, ending: str) -> str:
    rest = word[: -len(ending)]
    kept = len(rest) >= _SHORTEST and not _VOWELS.isdisjoint(rest)
    return rest if kept and word.endswith(ending) else word


def _spelled(word: str) -> str:
    """Return a stem without what spelling makes of its vowels and its last letter."""
    if word[-1] == word[-2] and word[-1] not in _VOWELS:
        word = word[:-1]
    word = _DOUBLE_VOWEL.sub(r"\1", word)
    return word[:-1] + _HARD.get(word[-1], word[-1])

"""The words of many texts as numbers: which are alike, and how much each says, the rare ones most."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from bouwstenen_app.domain.similarity import telling_words
from bouwstenen_app.domain.word_forms import WordGroups, alike, pieces, stem

CLOSE: Final = 0.45
"""Words that are at least so alike count for each other."""

_LEAST: Final = 0.2
"""What a word weighs that is in every text."""
_OFTEN: Final = 800
"""A piece of a word that more words have than this says nothing about which are alike."""
_SHARED: Final = 0.3
"""Share of the pieces of a word from which a closer look is worth it."""

Near = list[tuple[int, float]]


class Vocabulary:
    """Gives every stem a number, the same stem the same one, in the order in which they came."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._texts: Counter[int] = Counter()
        self._count = 0

    def __len__(self) -> int:
        return len(self._numbers)

    def read(self, title: str, explanation: str, next_step: str) -> Mapping[int, float]:
        """Return how often each stem of one text counts; what is in the title counts most, a next step least."""
        found: dict[int, float] = {}
        for text, least in ((next_step, NEXT_STEP), (explanation, 1.0)):
            for number in self._stems(text):
                found[number] = least
        for number in self._stems(title):
            found[number] = found.get(number, 0.0) + TITLE
        self._texts.update(found.keys())
        self._count += 1
        return found

    def near(self, groups: WordGroups) -> list[Near]:
        """Return for every stem the stems that are alike, and how much, itself first."""
        names = list(self._numbers)
        found: list[Near] = [[(number, 1.0)] for number in range(len(names))]
        holders: dict[str, list[int]] = {}
        for number, name in enumerate(names):
            for other in sorted(self._candidates(number, name, holders, groups)):
                likeness = alike(name, names[other], groups)
                if likeness >= CLOSE:
                    found[number].append((other, likeness))
                    found[other].append((number, likeness))
            for piece in pieces(name):
                holders.setdefault(piece, []).append(number)
        return found

    def rarity(self, near: Iterable[Near]) -> list[float]:
        """Return what each stem weighs: the fewer texts have it or a stem that is like it, the more."""
        soft = (sum(self._texts[other] * likeness for other, likeness in alike_ones) for alike_ones in near)
        return [max(1 + math.log((1 + self._count) / (1 + texts)), _LEAST) for texts in soft]

    def _stems(self, text: str) -> Iterable[int]:
        numbers = self._numbers
        return [numbers.setdefault(one, len(numbers)) for one in _stems_of(text)]

    def _candidates(
        self, number: int, name: str, holders: Mapping[str, list[int]], groups: WordGroups
    ) -> Iterable[int]:
        """Return the stems before this one that share pieces with it or stand in a group with it."""
        mine = pieces(name)
        shared: Counter[int] = Counter()
        for piece in mine:
            held = holders.get(piece, ())
            if len(held) <= _OFTEN:
                shared.update(held)
        least = _SHARED * len(mine) if len(mine) > 3 else 1
        found = {other for other, count in shared.items() if count >= least}
        grouped = (self._numbers.get(one, number) for one in groups.near(name))
        return found.union(other for other in grouped if other < number)


TITLE: Final = 3.0
"""How often a word of the title counts."""
NEXT_STEP: Final = 0.5


def _stems_of(text: str) -> Iterable[str]:
    return map(stem, telling_words(text))


@lru_cache(maxsize=16)
def times(count: float) -> float:
    """Return what a stem counts for in its text by how often it counts there."""
    return 1 + math.log(count) if count >= 1 else count

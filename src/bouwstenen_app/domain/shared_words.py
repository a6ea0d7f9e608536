"""Which words of two texts say the same, or nearly: to be marked in both, and to say why they are alike."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bouwstenen_app.domain.similarity import telling_words
from bouwstenen_app.domain.vocabulary import CLOSE
from bouwstenen_app.domain.word_forms import NO_GROUPS, WordGroups, alike, stem

MOST_WORDS: Final = 4
"""So many words are named as the reason."""
_MOST_STEMS: Final = 300
_LONG: Final = 10
"""Letters from which a stem tells no more for being longer."""
_TITLE: Final = 1.5
"""How much more a word tells that is in the title."""
_WRITTEN: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Written:
    """A word as it stands in a text: where it begins and ends, as it is written, and its stem."""

    start: int
    end: int
    word: str
    stem: str


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts share: the words of each that the other has too, or nearly, in the order of the text."""

    first: tuple[Written, ...]
    second: tuple[Written, ...]
    words: tuple[str, ...]
    """Words of the first text, in lower case, the most telling first: the reason."""


def shared(first: str, second: str, groups: WordGroups = NO_GROUPS) -> Shared:
    """Return which words of two texts say the same, or nearly."""
    mine, others = written(first), written(second)
    my_stems, other_stems = _stems(mine), _stems(others)
    best = {one: max((alike(one, other, groups) for other in other_stems), default=0.0) for one in my_stems}
    back = {other: max((alike(one, other, groups) for one in my_stems), default=0.0) for other in other_stems}
    return Shared(
        tuple(word for word in mine if best.get(word.stem, 0.0) >= CLOSE),
        tuple(word for word in others if back.get(word.stem, 0.0) >= CLOSE),
        _reason(first.partition("\n")[0], mine, best),
    )


def written(text: str) -> tuple[Written, ...]:
    """Return the telling words of a text, where they stand."""
    found = []
    for match in _WRITTEN.finditer(text):
        folded = telling_words(match[0])
        if folded:
            found.append(Written(match.start(), match.end(), match[0], stem(folded[0])))
    return tuple(found)


def _stems(words: tuple[Written, ...]) -> list[str]:
    return list(dict.fromkeys(word.stem for word in words))[:_MOST_STEMS]


def _reason(title: str, words: tuple[Written, ...], likeness: Mapping[str, float]) -> tuple[str, ...]:
    weights: dict[str, tuple[float, str]] = {}
    for word in words:
        close = likeness.get(word.stem, 0.0)
        if close >= CLOSE:
            weight = close**2 * min(len(word.stem), _LONG) * (1 if word.start > len(title) else _TITLE)
            weights.setdefault(word.stem, (weight, _lower(word.word)))
    ordered = sorted(weights.values(), key=lambda one: -one[0])
    return tuple(word for _, word in ordered[:MOST_WORDS])


def _lower(word: str) -> str:
    """Return a word as it stands inside a sentence; an abbreviation stays as it is."""
    return word if word.isupper() and len(word) > 1 else word.lower()

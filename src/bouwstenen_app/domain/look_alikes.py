"""Pairs of blocks that seem to say the same, among many thousands: what the de-duplication round suggests.

Two texts are compared by their stems, the rare ones counting most (TF-IDF, Spärck Jones 1972), and in such a way
that stems that are nearly the same count for each other (soft cosine, Sidorov et al. 2014); by their titles
(rapidfuzz); and, where they have them, by their tags. To stay quick, a text is only compared with those that
share several of its telling words: an inverted index finds them. The weights were chosen, coarsely, on the
labelled pairs of the example sessions; ``tests/domain/paraphrases.py`` has pairs on which
nothing was chosen.
"""

import math
from array import array
from bisect import insort
from collections import Counter
from collections.abc import Collection, Generator, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import mul
from typing import Final

from pyroaring import BitMap
from rapidfuzz import fuzz

from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.vocabulary import Vocabulary, times
from bouwstenen_app.domain.word_forms import NO_GROUPS, WordGroups

FIRST: Final = 3
"""A pair is suggested when it is among so many of the most alike of either of the two."""
FAINT: Final = 0.22
"""Score under which two texts have too little in common to suggest them at all."""
CLEAR: Final = 0.45
"""Score from which two texts are worth the time of a person."""
STRONG: Final = 0.52
"""Score from which several texts that are alike are worth to be named as a group."""

_WORDS, _TITLES = 0.85, 0.15
"""What the words and the titles weigh."""
_TAGS: Final = 0.4
"""How much tags in common add, and tags without any in common take off."""
_KIND: Final = 0.15
"""How much the same kind adds, and another kind takes off."""
_STEPS: Final = 200
"""Texts between two signs of progress."""
_LOOKED_UP: Final = 1_200
"""So many places in the index are looked at for one text."""
_TOGETHER: Final = 7
"""Words that too many texts have for that are looked up two by two: who has both."""
_COMPARED: Final = 24
_MOST_COMPARED: Final = 400
_COMPARISONS: Final = 240_000
"""One text is compared with at least and at most so many others, and together about so many times."""
_CLOSELY: Final = 8
"""So many of those are compared by title and tags as well."""


@dataclass(frozen=True, slots=True)
class Text:
    """What is compared of a block."""

    id: str
    title: str
    explanation: str = ""
    next_step: str = ""
    session: str = ""
    codes: tuple[str, ...] = ()
    """Its domains and themes."""
    kind: str = ""
    bundle: str = ""
    """The bundle that it is in; two of one bundle are no news."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two blocks that seem to say the same, by id, the one that was made first in front."""

    first: str
    second: str
    score: float
    """0 for nothing in common, 1 for the same."""


_Vector = tuple["array[int]", "array[float]"]
"""The numbers of the stems of a text, and what they weigh."""

Told = Generator[Progress, None, tuple[Suggestion, ...]]


def suggestions(
    texts: Collection[Text], groups: WordGroups = NO_GROUPS, *, settled: Collection[tuple[str, str]] = ()
) -> Told:
    """Yield how far it is, and return the pairs that seem to say the same, the most alike first.

    The order in which the texts come makes no difference. ``settled`` are pairs of ids that are not wanted.
    """
    ordered = sorted(texts, key=lambda text: text.id)
    comparison = yield from _compared(ordered, groups, settled)
    best: list[list[_Found]] = [[] for _ in ordered]
    for place in range(len(ordered)):
        if place % _STEPS == 0:
            yield Progress(place, len(ordered), "Bouwstenen vergelijken")
        for found in comparison.look_back(place):
            for one in found[1:]:
                _keep(best[int(one)], found)
    yield Progress(len(ordered), len(ordered), "Bouwstenen vergelijken")
    pairs = sorted({found for kept in best for found in kept})
    return tuple(Suggestion(ordered[one].id, ordered[other].id, -score) for score, one, other in pairs)


_Found = tuple[float, int, int]
"""A score below zero, so that the best comes first, and the places of two texts."""


def _keep(kept: list[_Found], found: _Found) -> None:
    insort(kept, found)
    del kept[FIRST:]


def _compared(
    texts: Sequence[Text], groups: WordGroups, settled: Collection[tuple[str, str]]
) -> Generator[Progress, None, "_Comparison"]:
    vocabulary = Vocabulary()
    counted: list[_Vector] = []
    for place, text in enumerate(texts):
        if place % _STEPS == 0:
            yield Progress(0, len(texts), "Bouwstenen lezen")
        counts = vocabulary.read(text.title, text.explanation, text.next_step)
        counted.append((array("I", counts), array("f", map(times, counts.values()))))
    return _Comparison(texts, counted, vocabulary, groups, settled)


class _Comparison:
    """Compares a text with those before it, and then remembers it."""

    def __init__(
        self,
        texts: Sequence[Text],
        counted: list[_Vector],
        vocabulary: Vocabulary,
        groups: WordGroups,
        settled: Collection[tuple[str, str]],
    ) -> None:
        self._texts = texts
        self._near = vocabulary.near(groups)
        self._rarity = vocabulary.rarity(self._near)
        self._vectors = counted
        self._spread = [0.0] * len(vocabulary)
        self._lengths = array("d")
        self._holders = [BitMap() for _ in range(len(vocabulary))]
        self._titles = [text.title.casefold() for text in texts]
        self._tags = _Tags(texts)
        places = {text.id: place for place, text in enumerate(texts)}
        pairs = ((places.get(one, -1), places.get(other, -1)) for one, other in settled)
        self._settled = {(max(pair), min(pair)) for pair in pairs}
        self._compared = min(max(_COMPARED, _COMPARISONS // (len(texts) or 1)), _MOST_COMPARED)

    def look_back(self, place: int) -> list[_Found]:
        """Return the texts before this one that are most like it, with their scores."""
        stems, counts = self._vectors[place]
        weights = [self._rarity[one] * count for one, count in zip(stems, counts, strict=True)]
        spread: dict[int, float] = {}
        for one, weight in zip(stems, weights, strict=True):
            for other, likeness in self._near[one]:
                spread[other] = spread.get(other, 0.0) + weight * likeness
        self._vectors[place] = stems, array("f", weights)
        for other, weight in spread.items():
            self._spread[other] = weight
        self._lengths.append(self._product(place) ** 0.5)
        found = self._closest(place, self._candidates(spread))
        for other in spread:
            self._spread[other] = 0.0
        for one in stems:
            self._holders[one].add(place)
        return found

    def _candidates(self, spread: dict[int, float]) -> list[int]:
        """Return the texts that share most of the telling words, looked up first where few texts have them."""
        shared: Counter[int] = Counter()
        common: list[BitMap] = []
        left, holders = _LOOKED_UP, self._holders
        worth = sorted(
            (-(weight * weight) / len(holders[one]), one) for one, weight in spread.items() if holders[one]
        )
        for _, one in worth:
            held = holders[one]
            if len(held) <= left:
                shared.update(held)
                left -= len(held)
            elif len(common) < _TOGETHER:
                common.append(held)
            else:
                break
        for held, other in combinations(common, 2):
            shared.update(held & other)
        if len(shared) <= self._compared:
            return list(shared)
        most = max(shared.values())
        for least in (most // 2 + 1, 2, 1):
            several = [(count, place) for place, count in shared.items() if count >= least]
            if len(several) >= self._compared:
                break
        several.sort(reverse=True)
        return [place for _, place in several[: self._compared]]

    def _closest(self, place: int, candidates: list[int]) -> list[_Found]:
        mine = self._lengths[place]
        scored = [
            (-self._product(other) / (mine * self._lengths[other]), other)
            for other in candidates
            if mine and self._lengths[other] and self._wanted(place, other)
        ]
        scored.sort()
        found = []
        for score, other in scored[:_CLOSELY]:
            title = fuzz.token_set_ratio(self._titles[place], self._titles[other]) / 100
            likeness = (_WORDS * -score + _TITLES * title) * self._tags.factor(place, other)
            likeness = math.sqrt(min(max(likeness, 0.0), 1.0))
            if likeness >= FAINT:
                found.append((-likeness, other, place))
        return found

    def _wanted(self, place: int, other: int) -> bool:
        bundle = self._texts[place].bundle
        return not (bundle and bundle == self._texts[other].bundle) and (place, other) not in self._settled

    def _product(self, place: int) -> float:
        """Return how much a text has in common with the one that is looked back from."""
        stems, weights = self._vectors[place]
        return float(sum(map(mul, map(self._spread.__getitem__, stems), weights)))


class _Tags:
    """What the tags of two texts say about how alike they are."""

    def __init__(self, texts: Sequence[Text]) -> None:
        used = Counter(code for text in texts for code in text.codes)
        self._texts = texts
        self._weights = {code: (1 + math.log((1 + len(texts)) / (1 + count))) ** 2 for code, count in used.items()}
        self._lengths = array("d", (math.sqrt(sum(map(self._weights.__getitem__, text.codes))) for text in texts))

    def factor(self, one: int, other: int) -> float:
        """Return what the likeness of the words is to be multiplied by."""
        mine, others = self._texts[one], self._texts[other]
        factor = 1.0
        if mine.codes and others.codes:
            shared = sum(self._weights[code] for code in mine.codes if code in others.codes)
            factor += _TAGS * (2 * shared / (self._lengths[one] * self._lengths[other]) - 1)
        if mine.kind and others.kind:
            factor *= 1 + _KIND if mine.kind == others.kind else 1 - _KIND
        return factor

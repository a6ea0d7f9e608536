"""How alike texts are: parts of words that they share, the rare ones counting most.

A small measure of its own, for the blocks of one session or a handful of candidates: quick, without a library,
and with a reason in words. Words are cut in pieces of four letters, so that *huisverbod* and *het
huisverbodgesprek* meet in spite of inflection and compounds; the pieces are weighed as in TF-IDF (Spärck Jones
1972) and compared by cosine. The weights below were chosen on the labelled pairs of the example sessions.
"""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Final

ALIKE: Final = 0.2
"""Score from which two texts are worth showing to a person as look-alikes."""
CLEARLY_ALIKE: Final = 0.3
"""Score from which they most likely say the same."""

_PIECE: Final = 4
"""Letters."""
_TITLE: Final = 4
"""How often the first line counts."""
_LEAST_LETTERS: Final = 3
_MOST_WORDS: Final = 4
_SHARED: Final = 0.5
"""Share of its pieces that a word has in common with the other text to be a reason."""
_MOST_TIMES: Final = 199
_LOGS: Final = (0.0, *(1 + math.log(n) for n in range(1, _MOST_TIMES + 1)))
"""What a piece weighs by how often it is in a text."""
_WORD: Final = re.compile(r"[^\W_]+")
_SMALL: Final = frozenset(
    _WORD.findall("""
    aan al alle alleen als altijd ander andere anders bij bijna binnen blijft blijven daar daarom
    dan dat de deze dezelfde die dit doen door dus een eens eerst eerste elk elke en er geen gaan
    gaat goed had hebben heeft heel hem het hetzelfde hier hij hoe hun iemand iets in is ja juist
    kan kon komt komen krijgt krijgen kunnen liever maar maken maakt meer mee men met mij moet
    moeten mogen naar niet niets nog nooit omdat ons onze ook over per pas samen soms steeds straks
    tegen terug terwijl tijdens toch toen tot twee tussen uit van vaak vanaf veel verder voor vooral
    vraag waar waarom wanneer wat weer weet wel welke werd wie wij wil willen wordt worden zegt zelf
    zich zien ziet zij zijn zodat zonder zou zoals
    """)
)
"""Dutch words that say little about what a text is about."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that are alike, by their place in the sequence, and the words of the first that say why."""

    first: int
    second: int
    score: float
    """0 for nothing in common, 1 for the same."""
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """A candidate that is like a text, by its place in the sequence, and the words of the text that say why."""

    place: int
    score: float
    words: tuple[str, ...]


def alike(texts: Sequence[str], *, least: float = ALIKE) -> tuple[Pair, ...]:
    """Return the pairs of texts that are at least so alike, the most alike first; meant for up to some 200 texts.

    The first line of a text is its title, and counts more than what follows.
    """
    counts = [_pieces(text) for text in texts]
    rarity = _rarity(counts)
    scores = [[0.0] * len(texts) for _ in texts]
    for holders in _by_piece(_weighed(count, rarity) for count in counts).values():
        for place, (first, weight) in enumerate(holders):
            row = scores[first]
            for second, other in holders[place + 1 :]:
                row[second] += weight * other
    pairs = combinations(range(len(texts)), 2)
    found = [(score, pair) for pair in pairs if (score := scores[pair[0]][pair[1]]) >= least and score > 0]
    found.sort(key=lambda one: -one[0])
    return tuple(
        Pair(first, second, min(score, 1.0), _reasons(texts[first], counts[second], rarity))
        for score, (first, second) in found
    )


def nearest(text: str, candidates: Sequence[str], count: int = 3, *, least: float = ALIKE) -> tuple[Likeness, ...]:
    """Return the candidates that are most like a text, the nearest first; meant for up to some 200 candidates."""
    mine = _pieces(text)
    counts = [_pieces(candidate) for candidate in candidates]
    rarity = _rarity((mine, *counts))
    weights = _weighed(mine, rarity)
    scores = [_cosine(weights, other, rarity) for other in counts]
    best = sorted(range(len(candidates)), key=lambda place: -scores[place])[:count]
    return tuple(
        Likeness(place, min(scores[place], 1.0), _reasons(text, counts[place], rarity))
        for place in best
        if scores[place] >= least
    )


def telling_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that say what it is about, folded, each once, in order."""
    return tuple(dict.fromkeys(_words(text)))


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(_folded(text)) if len(word) >= _LEAST_LETTERS and word not in _SMALL]


def _folded(text: str) -> str:
    low = text.casefold()
    if low.isascii():
        return low
    return "".join(letter for letter in unicodedata.normalize("NFKD", low) if not unicodedata.combining(letter))


@lru_cache(maxsize=16_384)
def _cut(word: str) -> tuple[str, ...]:
    """Return the pieces of a word, with its two ends marked."""
    marked = f" {word} "
    return tuple(marked[start : start + _PIECE] for start in range(len(marked) - _PIECE + 1))


def _pieces(text: str) -> Counter[str]:
    title, _, rest = text.partition("\n")
    pieces: list[str] = []
    for word in _words(title):
        pieces += _cut(word) * _TITLE
    for word in _words(rest):
        pieces += _cut(word)
    return Counter(pieces)


def _rarity(counts: Sequence[Mapping[str, int]]) -> Mapping[str, float]:
    """Return what each piece weighs: at least one, and more the fewer texts have it."""
    holders = Counter(piece for count in counts for piece in count)
    by_count = [1 + math.log((1 + len(counts)) / (1 + n)) for n in range(len(counts) + 1)]
    return {piece: by_count[n] for piece, n in holders.items()}


def _weighed(count: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    """Return the weights of the pieces of a text, of length one together."""
    weights = {piece: _LOGS[min(n, _MOST_TIMES)] * rarity[piece] for piece, n in count.items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {piece: weight / length for piece, weight in weights.items()}


def _by_piece(texts: Iterable[Mapping[str, float]]) -> Mapping[str, list[tuple[int, float]]]:
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, weights in enumerate(texts):
        for piece, weight in weights.items():
            found[piece].append((place, weight))
    return found


def _cosine(weights: Mapping[str, float], other: Mapping[str, int], rarity: Mapping[str, float]) -> float:
    """Return how alike a text that was weighed is to one that was only counted."""
    shared = sum(
        w * rarity[piece] * _LOGS[min(other[piece], _MOST_TIMES)] for piece, w in weights.items() if piece in other
    )
    if not shared:
        return 0.0
    length = math.sqrt(sum((_LOGS[min(n, _MOST_TIMES)] * rarity[piece]) ** 2 for piece, n in other.items()))
    return shared / length


def _reasons(text: str, other: Mapping[str, int], rarity: Mapping[str, float]) -> tuple[str, ...]:
    """Return the words of a text that the other has too, or nearly, the most telling first."""
    weights: dict[str, float] = {}
    for written in _WORD.findall(text):
        word = _folded(written)
        if len(word) < _LEAST_LETTERS or word in _SMALL:
            continue
        pieces = _cut(word)
        shared = [rarity[piece] for piece in pieces if piece in other]
        if len(shared) >= _SHARED * len(pieces):
            weights.setdefault(word, sum(shared))
    return tuple(sorted(weights, key=lambda word: -weights[word])[:_MOST_WORDS])

"""The letters of a region, for the spoken ids of its blocks (``RH-017``)."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import combinations, count

_LAST_PARTS = (
    "hoek", "veen", "land", "streek", "stad", "burg", "dam", "meer", "berg", "waard", "zijde", "kust", "oever",
    "kwartier", "mark", "vallei", "delta", "gebied", "eiland", "eilanden", "rand", "duin", "bos", "weide", "wold",
    "lingen", "stein", "horst", "voort", "drecht", "dijk", "monde", "haven", "broek", "kamp", "heuvel",
)  # fmt: skip
"""Last parts of Dutch place names, so that Rivierenhoek reads as RH and Noorderveen as NV."""

_IDLE = frozenset({"regio", "gemeente", "provincie", "de", "het", "den", "van", "en", "voor", "in", "op", "aan"})


def letters(name: str, taken: Collection[str] = ()) -> str:
    """Return two or three capitals for a region (or a session without one) that are not ``taken`` yet."""
    return next(choice for choice in _choices(name) if choice not in taken)


def _choices(name: str) -> Iterator[str]:
    words = _words(name) or ["BS"]
    initials = "".join(word[0] for word in words)[:3]
    if len(words) > 1:
        yield initials
    yield from _of_one(words[0] if len(words) == 1 else "".join(words))
    yield from (f"{initials[:2]}{number}" for number in count(2))


def _of_one(word: str) -> Iterator[str]:
    for part in _LAST_PARTS:
        if word.endswith(part.upper()) and len(word) > len(part) + 1:
            yield word[0] + part[0].upper()
    yield word[:2].ljust(2, "X")
    yield from (word[0] + letter for letter in word[2:])
    yield from (word[0] + "".join(pair) for pair in combinations(word[1:8], 2))


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", re.sub(r"\(.*?\)", " ", name))
    found = re.findall(r"[A-Za-z]+", "".join(c for c in plain if not unicodedata.combining(c)))
    meaningful = [word.upper() for word in found if word.lower() not in _IDLE]
    return meaningful or [word.upper() for word in found]

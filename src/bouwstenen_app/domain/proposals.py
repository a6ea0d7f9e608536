"""Tags that the codebook does not know: which spellings are one tag, and which codes come close to it."""

import re
from dataclasses import dataclass
from typing import Final

from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook, folded
from bouwstenen_app.domain.completion import complete
from bouwstenen_app.domain.dutch import capitalised
from bouwstenen_app.domain.matching import key, prefix_of

NEAREST: Final = 3
"""How many codes are offered for a tag."""

_LEAST_ALIKE: Final = 72.0
"""The likeness from 0 to 100 at which a name comes close (Indel, normalised)."""
_INSIDE: Final = 5
"""Letters from which a name that stands inside the tag, or the other way round, comes close."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One unknown tag that waits for a decision, in all its spellings."""

    key: str
    text: str
    """As it is typed most, prefix included."""
    spellings: tuple[str, ...]
    """Every way in which it is typed, the most frequent first."""
    blocks: tuple[str, ...]
    """Ids of the blocks that carry it; those in the bin are left out."""
    workshops: tuple[str, ...]
    """Ids of their sessions."""
    titles: tuple[str, ...]
    """Titles of those."""
    suggestions: tuple[str, ...] = ()
    """Ids of the codes that come closest, the best first."""


def tag_key(text: str) -> str:
    """Return what spellings of one tag share: ``#Wijk-gericht`` and ``#wijkgericht`` are the same."""
    return text[:1] + key(text[1:])


def dimension_of(text: str) -> str:
    """Return the slug of the dimension that the prefix of a tag means first."""
    return {"@": DOMAIN, "!": KIND}.get(text[:1], THEME)


def name_of(text: str) -> str:
    """Return how a tag is called when it becomes a code: ``#wijkgericht-werken`` is *Wijkgericht werken*."""
    return capitalised(" ".join(re.split(r"[\s_]+|(?<=[^\W\d])-|-(?=[^\W\d])", text[1:])).strip())


def slug_of(name: str) -> str:
    """Return the short name of a new code, made from its name: *Zorg én straf* is ``zorg-en-straf``."""
    words = (re.sub(r"[^\w]", "", folded(word)) for word in re.split(r"[\s\-_]+", name))
    return "-".join(filter(None, words)) or "code"


def nearest(text: str, book: Codebook, *, limit: int = NEAREST) -> tuple[str, ...]:
    """Return the ids of the codes that come closest to a tag; none when nothing is like it."""
    found = [choice.code for choice in complete(text, len(text), book, limit=limit).choices]
    codes = dict.fromkeys(code for code in found if code in book.by_id)
    if len(codes) < limit:
        codes |= dict.fromkeys(_alike(text, book))
    return tuple(codes)[:limit]


def _alike(text: str, book: Codebook) -> list[str]:
    # Not needed for the first window, and slow to import.
    from rapidfuzz.fuzz import ratio

    typed, scores = key(text[1:]), dict[str, float]()
    for code in book.codes:
        spelled = {key(name) for name in (code.name, code.slug, *code.synonyms)}
        best = max((ratio(typed, name) + _bonus(typed, name) for name in spelled), default=0.0)
        if best >= _LEAST_ALIKE and not code.retired:
            scores[code.id] = best
    fits = {code.id: prefix_of(book, code) == text[:1] for code in book.codes}
    return sorted(scores, key=lambda code: (-round(scores[code]), not fits[code]))


def _bonus(typed: str, name: str) -> float:
    """Return what a name gains when it is part of the tag or the tag of it: long compounds share a beginning."""
    short, long = sorted((typed, name), key=len)
    return 40.0 if len(short) >= _INSIDE and short in long else 0.0

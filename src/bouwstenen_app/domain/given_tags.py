"""Which codes a word in a file names, in one dimension or in any, and how an unknown one is kept as a tag."""

import re
from collections.abc import Mapping
from typing import Final

from bouwstenen_app.domain.cleaning import MARK, clean
from bouwstenen_app.domain.codebook import KIND, Codebook
from bouwstenen_app.domain.matching import MARKERS, kept_with, key, names

LONGEST_TAG: Final = 60
"""Characters; what is longer is a sentence."""


def codes_named(book: Codebook, dimension: str, name: str) -> tuple[str, ...]:
    """Return the ids of the codes that a name means in a dimension; an empty dimension is any of them."""
    plain = " ".join(name.split())
    if not plain:
        return ()
    if dimension:
        bare = plain.lstrip(MARKERS)
        found = kept_with(book, _by_dimension)[dimension]
        return found.get(bare) or found.get(key(bare)) or ()
    prefix, written = (plain[0], plain[1:]) if plain[0] in MARKERS else ("#", plain)
    return names(book).match(prefix, written)


def codes_of_heading(book: Codebook, heading: str) -> tuple[str, ...]:
    """Return the ids of the codes that a heading means: as it stands, or a kind of block in the plural."""
    if found := codes_named(book, "", heading):
        return found
    plain = _WHAT.sub("", " ".join(heading.split()))
    ways = (plain, *(plain.removesuffix(ending) for ending in _PLURALS if plain.endswith(ending)))
    return next((found for way in ways if (found := codes_named(book, KIND, way))), ())


def as_tag(book: Codebook, dimension: str, name: str) -> str:
    """Return an unknown name as it would be typed; empty when it is no tag but a sentence, or nothing."""
    plain = clean(name, mark=MARK).text.strip()
    prefix = book.dimension(dimension).prefix if dimension in book.dimension_order else "#"
    if plain[:1] in tuple(MARKERS):
        prefix, plain = plain[0], plain[1:]
    words = "-".join(plain.split())
    return f"{prefix}{words}" if 0 < len(words) <= LONGEST_TAG and any(map(str.isalnum, words)) else ""


_WHAT: Final = re.compile(r"^(?:wat|dit|de|onze)\s+", re.IGNORECASE)
_PLURALS: Final = ("en", "ën", "’s", "'s", "s", "n")


def _by_dimension(book: Codebook) -> dict[str, Mapping[str, tuple[str, ...]]]:
    """Return per dimension what each name means: its abbreviations as written, the rest as it is looked up."""
    found: dict[str, dict[str, tuple[str, ...]]] = {one.slug: {} for one in book.dimensions}
    for retired in (False, True):
        codes = [code for code in book.codes if code.retired is retired]
        for code in codes:
            for name in (*code.abbreviations, key(code.slug), key(code.name)):
                found[code.dimension].setdefault(name, (code.id,))
        for code in codes:
            for synonym in code.synonyms:
                found[code.dimension].setdefault(key(synonym), (code.id,))
    return dict(found)

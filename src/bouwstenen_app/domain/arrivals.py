"""Codes that came in from elsewhere, with what a person may decide about each."""

from dataclasses import dataclass

from rapidfuzz import fuzz

from bouwstenen_app.domain.codebook import Code, Codebook, folded

ALIKE = 82
"""From this likeness (0 to 100) of two names the one is proposed for the other."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A code of another laptop: in use here, and not one that this codebook works with."""

    code: Code
    dimension: str
    """Its name, for a person."""
    blocks: int
    likely: str = ""
    """Id of the code that seems to say the same; empty when there is none."""


def likely(code: Code, book: Codebook) -> str:
    """Return the id of the code of the same dimension that says the same: by its words, or nearly by its name."""
    others = [one for one in book.of(code.dimension) if one.id != code.id and not one.retired]
    name = folded(code.name)
    for one in others:
        if name in {folded(word) for word in (one.name, *one.synonyms, *one.abbreviations)}:
            return one.id
    best = max(others, key=lambda one: fuzz.ratio(name, folded(one.name)), default=None)
    return best.id if best is not None and fuzz.ratio(name, folded(best.name)) >= ALIKE else ""

"""The appendix with terms and abbreviations: only those that the blocks and bundles of the report use."""

from collections.abc import Iterator

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.glossary import Term, terms, used
from bouwstenen_app.domain.report import Cell, Section, Table
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import body


def glossary(material: Material) -> Iterator[Section]:
    """Yield the appendix; nothing when no term is used."""
    known = terms()
    short = {term.short for term in known if term.short}
    found = used((*known, *_abbreviations(material.book, short)), _texts(material))
    if not found:
        return
    table = Table(
        "Begrippen en afkortingen",
        ("Begrip", "Wat het betekent"),
        tuple((Cell(term.title), Cell(term.meaning)) for term in found),
        "Begrippen en afkortingen in dit rapport, met wat ze betekenen.",
        (2.6, 6.4),
    )
    intro = body("Alleen begrippen en afkortingen die in de bouwstenen van dit rapport voorkomen.")
    yield Section("Bijlage: begrippen en afkortingen", 1, (intro, table), "begrippen")


def _abbreviations(book: Codebook, known: set[str]) -> Iterator[Term]:
    """Yield the abbreviations of the codebook that the list of terms does not have.

    Only what a code itself is called: other abbreviations are words that hint at it, and do not mean the same.
    """
    for code in book.codes:
        for short in code.abbreviations:
            if short not in known and short.casefold() in (code.slug.casefold(), _initials(code.name)):
                known.add(short)
                yield Term(short, f"{code.name}. {code.definition}".strip(), short)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()).casefold()


def _texts(material: Material) -> Iterator[str]:
    for block in material.blocks:
        yield from (block.title, block.explanation, block.example, block.next_step, *block.conditions)
    for bundle in material.bundles:
        yield from (bundle.title, bundle.explanation, bundle.why, bundle.example, bundle.next_step, bundle.owner)
        yield from bundle.conditions

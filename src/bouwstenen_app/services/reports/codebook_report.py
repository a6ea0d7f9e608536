"""The codebook as a document of its own: what every tag means, and in which words it is recognised."""

from collections.abc import Iterator, Mapping
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import Code, Codebook, Dimension
from bouwstenen_app.domain.report import Cell, Item, Listing, Run, Section, Table
from bouwstenen_app.domain.report_parts import CODEBOOK_PARTS, CODES, CODES_USE
from bouwstenen_app.services.reports.pieces import NOTHING, body, lowered
from bouwstenen_app.services.reports.writing import Part, Writing


def _use(it: Writing) -> Iterator[Section]:
    book = it.read.book
    used = [code for code in book.codes if not code.retired]
    codes = dutch.counted(len(used), "tag", "tags")
    dimensions = dutch.counted(len(book.dimensions), "dimensie", "dimensies")
    lines = tuple((Run(f"{one.name}: ", bold=True), Run(_typed(one, book))) for one in book.dimensions)
    items: list[Item] = [
        it.passage(CODES_USE, "opening", f"Dit is “{book.title}”, versie {book.version}: {codes} in {dimensions}."),
        it.passage(CODES_USE, "groepen", "Achter een hoofdgroep staat “(groep)”; wat eronder valt, volgt erna."),
        it.passage(CODES_USE, "uitleg", "Een dimensie is één manier om naar een bouwsteen te kijken:", keep=True),
    ]
    if lines:
        yield Section(CODEBOOK_PARTS[CODES_USE], 1, (*items, Listing(lines)), "gebruik")


def _typed(dimension: Dimension, book: Codebook) -> str:
    several = "meer tags per bouwsteen" if dimension.multiple else "één tag per bouwsteen"
    count = sum(not code.retired for code in book.of(dimension.slug))
    return f"{dutch.counted(count, 'tag', 'tags')}, {several}, te typen met {dimension.prefix}"


def _codes(it: Writing) -> Iterator[Section]:
    """Yield a chapter per dimension with a table of its codes, a main group followed by what falls under it."""
    book = it.read.book
    for dimension in book.dimensions:
        rows = [_row(code, book) for code in book.of(dimension.slug) if not code.retired]
        if not rows:
            continue
        table = Table(
            f"Tags in de dimensie {lowered(dimension.name)}",
            ("Tag", "Wat ermee bedoeld wordt", "Ook herkend als"),
            tuple(rows),
            f"De tags in de dimensie {lowered(dimension.name)}, met hun betekenis en de andere woorden ervoor.",
            (2.2, 4.6, 2.4),
        )
        told = dimension.definition or f"De tags in de dimensie {lowered(dimension.name)}."
        yield Section(dimension.name, 1, (body(told), table), f"dim-{dimension.slug}")
    yield from _combinations(book)


def _row(code: Code, book: Codebook) -> tuple[Cell, ...]:
    grouped = any(one.parent == code.id and not one.retired for one in book.codes)
    meaning = [code.definition, f"«\u00a0{code.seed_quote}\u00a0»" if code.seed_quote else ""]
    words = ", ".join((*code.abbreviations, *code.synonyms))
    return (
        Cell(f"{code.name} (groep)" if grouped else code.name, bold=grouped),
        Cell("\n".join(filter(None, meaning)) or NOTHING),
        Cell(words or NOTHING),
    )


def _combinations(book: Codebook) -> Iterator[Section]:
    rows = [
        (Cell(f"{one.prefix}{one.slug}"), Cell(", ".join(book.code(code).name for code in book.sorted(one.codes))))
        for one in book.combinations
    ]
    rows = [row for row in rows if row[1].text]
    if rows:
        table = Table(
            "Woorden die meer tags tegelijk zetten",
            ("Getypt", "Zet deze tags"),
            tuple(rows),
            "Per combinatie welke tags zij zet.",
            (2.2, 6),
        )
        told = "Met deze woorden zet je in één keer meer tags."
        yield Section("Combinaties", 1, (body(told), table), "combinaties")


PARTS: Final[Mapping[str, Part]] = {CODES_USE: _use, CODES: _codes}
"""How each part of the codebook is written."""

"""The command line of *Inzicht*: one dimension against another, as a table or as an object per row."""

import argparse
import json
from collections.abc import Iterator

from bouwstenen_app.domain import dutch, figures
from bouwstenen_app.domain.codebook import DOMAIN, THEME, Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import codebooks, crossing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.crossing import BLOCKS, MEASURES, Cross
from bouwstenen_app.storage.store import Store

_TOLD = 8
"""White spots that are named; the rest is counted."""


def matrix_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for a matrix its options."""
    parser.add_argument("--rijen", default=THEME)
    parser.add_argument("--kolommen", default=DOMAIN)
    parser.add_argument("--waarde", choices=MEASURES, default=BLOCKS)
    parser.add_argument("--open", action="store_true")
    parser.add_argument("--zoek", default="")
    parser.add_argument("--json", action="store_true")


def matrix(store: Store, chosen: argparse.Namespace) -> Iterator[str]:
    """Yield the lines of a matrix; Problem for a dimension that is not there."""
    book = store.read(codebooks.codebook)
    rows, columns = _dimension(book, chosen.rijen), _dimension(book, chosen.kolommen)
    crossed = store.read(
        crossing.cross,
        Selection(query=chosen.zoek),
        rows=rows,
        columns=columns,
        measure=chosen.waarde,
        unfolded=[code.id for code in book.codes if code.parent is None] if chosen.open else [],
    )
    if chosen.json:
        yield from _objects(crossed)
        return
    table = crossing.table(crossed, book)
    yield table.title
    yield ""
    yield from figures.in_lines(table)
    yield ""
    yield spots(crossed)


def spots(crossed: Cross) -> str:
    """Return the white spots in one sentence, the first few by name."""
    gaps = crossed.gaps
    if not gaps:
        return "Geen witte vlekken."
    named = ", ".join(f"{row.name} × {column.name}" for row, column in gaps[:_TOLD])
    more = f" en nog {dutch.number(len(gaps) - _TOLD)}" if len(gaps) > _TOLD else ""
    return f"Witte vlekken ({dutch.number(len(gaps))}): {named}{more}."


def _objects(crossed: Cross) -> Iterator[str]:
    for row, line in enumerate(crossed.rows):
        cells = {column.code.slug: crossed.value(row, place) or 0 for place, column in enumerate(crossed.columns)}
        values = {"rij": line.code.slug, "naam": line.code.name, "niveau": line.depth, "cellen": cells}
        yield json.dumps(values, ensure_ascii=False)


def _dimension(book: Codebook, name: str) -> str:
    slug = crossing.named(book, name)
    if not slug:
        known = dutch.enumerated([dimension.slug for dimension in book.dimensions])
        raise Problem("Er is geen dimensie “{name}”. Kies uit {known}.", name=name, known=known)
    return slug

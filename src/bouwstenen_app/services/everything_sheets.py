"""All data of the workspace as tables: those of a report, with what only its owner sees."""

from collections import Counter
from typing import Final

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.data_sheets import BETWEEN, NUMBER, Column, DataBook, Sheet, Value
from bouwstenen_app.domain.everything import Everything
from bouwstenen_app.domain.recipes import CONSOLIDATED, Recipe
from bouwstenen_app.services.reports import data_appendix
from bouwstenen_app.services.reports.material import Material

_MORE: Final = (
    Column("nieuwe tags", width=24),
    Column("voorbeeldig", width=12),
    Column("achtergehouden", width=14),
    Column("geparkeerd", width=12),
    Column("aantekening", width=40),
    Column("vastgelegd", width=20),
    Column("invoer", width=12),
    Column("id", width=34),
)
_MORE_OF_CODES: Final = (
    Column("afkortingen", width=20),
    Column("vervallen", width=10),
    Column("bouwstenen", NUMBER, 12),
)


def data_book(every: Everything) -> DataBook:
    """Return a sheet with a row for each block, the outline, bundles, matrix, codes and sessions."""
    recipe = Recipe(title=every.title)
    found = {sheet.name: sheet for sheet in data_appendix.data_book(_material(every), recipe).sheets}
    found |= {data_appendix.BLOCKS: blocks_sheet(every), data_appendix.CODES: _codes(every)}
    return DataBook(every.title, tuple(sheet for sheet in found.values() if sheet.columns))


def blocks_sheet(every: Everything) -> Sheet:
    """Return the table with a row for each block alone, for a text file."""
    recipe = Recipe(title=every.title, kind=CONSOLIDATED.slug)
    sheet = data_appendix.blocks_sheet(_material(every), recipe)
    rows = tuple((*row, *_more(block)) for row, block in zip(sheet.rows, every.blocks, strict=True))
    return Sheet(sheet.name, (*sheet.columns, *_MORE), rows)


def _material(every: Everything) -> Material:
    return Material(every.book, every.workshops, every.blocks, 0, every.bundles)


def _more(block: Block) -> tuple[Value, ...]:
    return (
        BETWEEN.join(block.unknown_tags),
        _yes(block.exemplary),
        _yes(block.held_back),
        _yes(block.parked),
        block.note,
        block.captured_at.replace("T", " "),
        block.input_kind,
        block.id,
    )


def _yes(flag: bool) -> str:
    return "ja" if flag else ""


def _codes(every: Everything) -> Sheet:
    """Return every code, also one that is not used any more, with how many of these blocks carry it."""
    uses = Counter(code for block in every.blocks for code in block.codes)
    rows = (
        (*row, BETWEEN.join(code.abbreviations), _yes(code.retired), uses[code.id])
        for code, row in data_appendix.code_rows(every.book)
    )
    return Sheet(data_appendix.CODES, (*data_appendix.CODE_COLUMNS, *_MORE_OF_CODES), tuple(rows))

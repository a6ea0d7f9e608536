"""Tables as an Excel workbook, written as a stream: no temporary file, and no cell that can be a formula.

Every text is an inline string (ECMA-376, part 1, 18.3.1.53), so that nothing in it is ever computed; its style
keeps it text when somebody edits the cell.
"""

import datetime
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bouwstenen_app.domain.data_sheets import DATE, NUMBER, TEXT, Column, DataBook, Sheet, Value
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.export.data_text import cell_text
from bouwstenen_app.export.places import whole
from bouwstenen_app.export.workbook_parts import (
    DATE_STYLE,
    HEADER_STYLE,
    NUMBER_STYLE,
    TEXT_STYLE,
    parts,
    reference,
    sheet_end,
    sheet_start,
)

WRITING: Final = "Excel-bestand schrijven"
MOST_ROWS: Final = 1_048_575
"""Rows under the header that a spreadsheet has room for."""
_DAY_ZERO: Final = datetime.date(1899, 12, 30)
_STYLES: Final = {TEXT: TEXT_STYLE, NUMBER: NUMBER_STYLE, DATE: DATE_STYLE}
_STEP: Final = 200


def write(book: DataBook, target: Path, *, now: datetime.datetime) -> Iterator[Progress]:
    """Write the tables to ``target``, a sheet each, telling how far it is; stop iterating to cancel.

    A file that is already there stays as it is until the new one is complete. Raises Problem when the file cannot
    be written in that place.
    """
    with whole(target) as file:
        yield from _package(book, file, now)


def _package(book: DataBook, file: IO[bytes], now: datetime.datetime) -> Iterator[Progress]:
    total = sum(len(sheet.rows) for sheet in book.sheets)
    done = 0
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, text in parts(book, now).items():
            package.writestr(_member(name), text.encode())
        for number, sheet in enumerate(book.sheets, start=1):
            with package.open(_member(f"xl/worksheets/sheet{number}.xml"), "w") as out:
                for piece, rows in _pieces(sheet, first=number == 1):
                    out.write(piece.encode())
                    done += rows
                    yield Progress(done, total, WRITING)
    yield Progress(total, total, WRITING)


def _member(name: str) -> ZipInfo:
    """Return a member without a time of its own, so that the same tables give the same file."""
    member = ZipInfo(name)
    member.compress_type = ZIP_DEFLATED
    return member


def _pieces(sheet: Sheet, *, first: bool) -> Iterator[tuple[str, int]]:
    """Yield a sheet in pieces, each with the number of rows in it."""
    columns = sheet.columns
    header = "".join(_text(place, 1, column.name, HEADER_STYLE) for place, column in enumerate(columns))
    yield f'{sheet_start(sheet, first=first)}<row r="1" ht="30" customHeight="1">{header}</row>', 0
    rows = sheet.rows[:MOST_ROWS]
    for start in range(0, len(rows), _STEP):
        part = rows[start : start + _STEP]
        yield "".join(_row(columns, row, number) for number, row in enumerate(part, start=start + 2)), len(part)
    yield sheet_end(sheet), 0


def _row(columns: Sequence[Column], row: Sequence[Value], number: int) -> str:
    cells = "".join(_cell(place, number, value, columns[place].holds) for place, value in enumerate(row))
    return f'<row r="{number}">{cells}</row>'


def _cell(place: int, row: int, value: Value, holds: str) -> str:
    match value:
        case None | "":
            return ""
        case int():
            return f'<c r="{reference(place, row)}" s="{_STYLES[holds]}"><v>{value}</v></c>'
        case datetime.date():
            return f'<c r="{reference(place, row)}" s="{DATE_STYLE}"><v>{(value - _DAY_ZERO).days}</v></c>'
        case str():
            return _text(place, row, value, TEXT_STYLE)


def _text(place: int, row: int, text: str, style: int) -> str:
    said = escape(cell_text(text), quote=False)
    return (
        f'<c r="{reference(place, row)}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{said}</t></is></c>'
    )

"""The workbook behind a chart: what Word shows when someone chooses to edit its data."""

import re
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bouwstenen_app.domain.report import Figure
from bouwstenen_app.export.word_text import clean

SHEET: Final = "Gegevens"
_WIDEST: Final = 60
_MOMENT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_FIXED: Final = rb"\g<1>2020-01-01T00:00:00Z"
"""The same figures give the same bytes."""
_CORE: Final = "docProps/core.xml"
_APP: Final = "docProps/app.xml"
_MAKER = re.compile(rb"<(dc:creator|Application|AppVersion)>[^<]*</\1>")


def column(number: int) -> str:
    """Return the letters of a column of a sheet; the first is 0."""
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(number + 1))


def workbook(figure: Figure) -> bytes:
    """Return the figures behind a chart as a small Excel file; every label is text, never a formula."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    book.properties.creator = ""
    header = (figure.about, *(one.name for one in figure.columns))
    for place, name in enumerate(header, 1):
        _say(sheet.cell(1, place), name)
    for row, label in enumerate(figure.names, 2):
        _say(sheet.cell(row, 1), label)
        for place, one in enumerate(figure.columns, 2):
            sheet.cell(row, place, one.values[row - 2])
    sheet.column_dimensions["A"].width = min(max(map(len, (figure.about, *figure.names))) + 2, _WIDEST)
    target = BytesIO()
    book.save(target)
    return _settled(target)


def _say(cell: Any, text: str) -> None:
    cell.value = clean(text)
    cell.data_type = "s"


def _settled(source: BytesIO) -> bytes:
    """Return a workbook without the moment it was made and the program it was made with."""
    target = BytesIO()
    with ZipFile(source) as made, ZipFile(target, "w") as package:
        for name in made.namelist():
            data = made.read(name)
            if name in (_CORE, _APP):
                data = _MAKER.sub(b"", _MOMENT.sub(_FIXED, data))
            package.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return target.getvalue()

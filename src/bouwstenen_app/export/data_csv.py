"""A table as a text file (CSV) for Dutch Excel and a double click: UTF-8 with a mark, ``;`` between cells."""

import csv
import datetime
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from bouwstenen_app.domain.data_sheets import Sheet, Value
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.export.data_text import guarded
from bouwstenen_app.export.places import whole

WRITING: Final = "CSV-bestand schrijven"
MARK: Final = "\ufeff"
"""Without it Excel reads é as Ã©."""
_STEP: Final = 200


def write(sheet: Sheet, target: Path) -> Iterator[Progress]:
    """Write the table to ``target``, telling how far it is; stop iterating to cancel.

    A text that a spreadsheet would run begins with an apostrophe. A file that is already there stays as it is until
    the new one is complete. Raises Problem when the file cannot be written in that place.
    """
    total = len(sheet.rows)
    with whole(target) as file:
        file.write((MARK + _lines([[column.name for column in sheet.columns]])).encode())
        for start in range(0, total, _STEP):
            file.write(_lines(sheet.rows[start : start + _STEP]).encode())
            yield Progress(min(start + _STEP, total), total, WRITING)
    yield Progress(total, total, WRITING)


def _lines(rows: Sequence[Sequence[Value]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case datetime.date():
            return f"{value:%d-%m-%Y}"
        case int():
            return str(value)
        case str():
            return guarded(value)

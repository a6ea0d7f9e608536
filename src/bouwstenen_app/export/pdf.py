"""A Report as a PDF through its Word document: LibreOffice makes it, with tags for who does not see the page."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.report import Report
from bouwstenen_app.export import office, word
from bouwstenen_app.export.page_look import planned
from bouwstenen_app.export.pdf_pages import pages_of
from bouwstenen_app.export.places import check_place, whole

CONVERTING: Final = "PDF maken met LibreOffice"
SECONDS, SECONDS_PER_ITEM, SECONDS_PER_MEGABYTE = 120.0, 0.1, 120.0
"""How long LibreOffice may take: for any report, for each paragraph, table or block, and for their text as XML."""
MOST_NUMBERED: Final = 2_000
"""Paragraphs, tables and blocks up to which a PDF is made twice, to know the pages of its contents."""
_OPTIONS: Final = {
    "UseTaggedPDF": True,
    "PDFUACompliance": True,
    "ExportBookmarks": True,
    "InitialView": 1,
    "ExportNotes": False,
}
"""Of the export of Writer: tagged for screen readers (PDF/UA, ISO 14289-1), with the headings as bookmarks."""
_BEGIN: Final = b"%PDF-"


class NotMade(Problem):
    """LibreOffice is there, but it made no PDF: it did not start, stopped, or took too long."""


def write(report: Report, target: Path, *, template: Path, now: datetime, program: Path) -> Iterator[Progress]:
    """Write the report to ``target`` with the LibreOffice that ``program`` is, telling how far it is.

    The Word document in between stands in a private folder that is always removed. A file that is already there
    stays as it is until the new one is complete; stop iterating to cancel. Raises NotMade when LibreOffice does not
    make it, and Problem when the template cannot be used or the file cannot be written in that place.
    """
    check_place(target)
    with office.private_folder() as folder:
        document = folder / "rapport.docx"
        items = sum(len(section.items) for section in report.sections) + len(report.cards)
        seconds = SECONDS + SECONDS_PER_ITEM * items
        made = document.with_suffix(".pdf")
        yield from word.write(report, document, template=template, now=now)
        seconds += SECONDS_PER_MEGABYTE * _megabytes(document)
        yield from _converted(program, document, folder, seconds)
        if _is_pdf(made) and items <= MOST_NUMBERED:
            again = partial(_converted, program, document, folder, seconds)
            yield from _numbered(report, document, template, now, again)
        if not _is_pdf(made):
            raise NotMade(
                "LibreOffice kon van dit rapport geen PDF maken. Exporteer het naar Word en maak de PDF daar, "
                "of sluit LibreOffice en probeer het opnieuw."
            )
        with whole(target) as file:
            file.write(made.read_bytes())


def _numbered(
    report: Report, document: Path, template: Path, now: datetime, convert: Callable[[], Iterator[Progress]]
) -> Iterator[Progress]:
    """Make the PDF again with the pages in its contents, now that they are known; keep the first if they move."""
    made = document.with_suffix(".pdf")
    titles = [f"{line.number} {line.title}" for line in planned(report, template).contents]
    first = made.read_bytes()
    if not titles or not (numbers := pages_of(first, titles)):
        return
    yield from word.write(report, document, template=template, now=now, numbers=numbers)
    made.unlink()
    yield from convert()
    if not _is_pdf(made) or pages_of(made.read_bytes(), titles) != numbers:
        made.write_bytes(first)


def _converted(program: Path, document: Path, folder: Path, seconds: float) -> Iterator[Progress]:
    options = {
        name: {"type": "boolean" if isinstance(value, bool) else "long", "value": json.dumps(value)}
        for name, value in _OPTIONS.items()
    }
    form = f"pdf:writer_pdf_Export:{json.dumps(options, separators=(',', ':'))}"
    arguments = ["--convert-to", form, "--outdir", str(folder), str(document)]
    with suppress(OSError):  # what does not start makes nothing, and that is looked at
        for _ in office.running(program, arguments, folder, seconds):
            yield Progress(0, 0, CONVERTING)


def _megabytes(document: Path) -> float:
    """Return how large the text is: a few blocks of thousands of words take as long as many short ones."""
    with ZipFile(document) as package:
        return package.getinfo("word/document.xml").file_size / 1e6


def _is_pdf(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_BEGIN)) == _BEGIN

"""A Report as a PDF without LibreOffice: the pages of the preview; and which of the two ways it will be."""

from collections.abc import Generator, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.report import Report
from bouwstenen_app.export.page_look import PageLook
from bouwstenen_app.export.places import check_place, whole
from bouwstenen_app.ui.widgets.page_edges import PageEdges, numbered
from bouwstenen_app.ui.widgets.page_sheets import TOP, Laid, lay_out
from bouwstenen_app.ui.widgets.report_chapters import Chapter
from bouwstenen_app.ui.widgets.report_html import chapters
from bouwstenen_app.ui.widgets.report_style import PIXELS

WRITING: Final = "PDF schrijven"
WITH_OFFICE: Final = "LibreOffice maakt de PDF, met koppen en alternatieve teksten voor een schermlezer."
WITHOUT: Final = (
    "LibreOffice staat niet op deze laptop. Bouwstenen maakt de PDF zelf: goed om te lezen en te printen, maar "
    "zonder koppen voor een schermlezer. Voor een toegankelijke PDF: exporteer naar Word en maak de PDF daar."
)
FAILED: Final = (
    "LibreOffice kon deze PDF niet maken. Bouwstenen maakte hem zelf: goed om te lezen en te printen, maar zonder "
    "koppen voor een schermlezer. Voor een toegankelijke PDF: exporteer naar Word en maak de PDF daar."
)
_DOTS: Final = 96
"""Dots per inch: one for each pixel of the preview."""


def says() -> str:
    """Return in a sentence which of the two ways a PDF is made on this laptop."""
    from bouwstenen_app.export import office

    return WITH_OFFICE if office.office() else WITHOUT


def to_pdf(report: Report, target: Path, template: Path, now: datetime) -> Generator[Progress, None, Sequence[str]]:
    """Write a report as a PDF: with LibreOffice when it is on this laptop, otherwise the pages of the preview.

    It is also the pages when LibreOffice does not make it; that is returned as a sentence to tell.
    """
    from bouwstenen_app.export import office, pdf  # slow to import, and only needed here

    program = office.office()
    if program is not None:
        try:
            yield from pdf.write(report, target, template=template, now=now, program=program)
        except pdf.NotMade:
            yield from write(report, target, template=template)
            return (FAILED,)
    else:
        yield from write(report, target, template=template)
    return ()


def write(report: Report, target: Path, *, template: Path) -> Iterator[Progress]:
    """Write the pages of the preview to ``target``, all of them, with their numbers; stop iterating to cancel.

    May run on another thread than that of the window. A file that is already there stays as it is until the new one
    is complete. Raises Problem when the template cannot be used, or the file cannot be written in that place.
    """
    from bouwstenen_app.export.page_look import page_look, planned
    from bouwstenen_app.export.pdf_language import with_language

    check_place(target)
    _ensure_fonts()
    yield Progress(0, 0, WRITING)
    look, plan = page_look(template), planned(report, template)
    edges = PageEdges(plan.setups)
    pages = tuple(chapters(report, look, plan, complete=True, pieces=True))
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    yield from _painted(pages, look, edges, device, report)
    with whole(target) as file:
        file.write(with_language(bytes(device.data().data()), report.language))


def _ensure_fonts() -> None:
    """Make the application that Qt's fonts need, when there is no window (the command line)."""
    if QGuiApplication.instance() is None:
        _kept.append(QGuiApplication(["bouwstenen", "-platform", "offscreen"]))


_kept: Final[list[QGuiApplication]] = []


def _painted(
    pages: tuple[Chapter, ...], look: PageLook, edges: PageEdges, device: QBuffer, report: Report
) -> Iterator[Progress]:
    writer = QPdfWriter(device)
    writer.setResolution(_DOTS)
    writer.setColorModel(QPdfWriter.ColorModel.RGB)
    writer.setTitle(report.cover.title)
    writer.setAuthor(report.cover.author)
    writer.setCreator("Bouwstenen")
    painter = QPainter()
    _turns = QEventLoop()  # laying out sets a timer, and on the thread of a job there is none without it
    total = 2 * len(pages)
    sheets: list[tuple[int, bool, bool]] = []
    try:
        for done, (laid, page) in _laid_out(pages, look, edges):  # how many there are stands on every page
            if page or not laid.down:
                sheets.append((laid.section, laid.landscape, laid.bare))
            yield Progress(done, total, WRITING)
        numbers = iter(numbered(sheets, edges))
        for done, (laid, page) in _laid_out(pages, look, edges):
            yield Progress(len(pages) + done, total, WRITING)
            if page or not laid.down:
                writer.setPageLayout(_page_layout(laid.size))
                _ = writer.newPage() if painter.isActive() else painter.begin(writer)
                edges.paint(painter, next(numbers))
            _paint(painter, laid, page)
    finally:
        if painter.isActive():
            painter.end()  # before the writer goes: Qt draws no end to a file that is not there any more
    yield Progress(total, total, WRITING)


def _laid_out(
    pages: tuple[Chapter, ...], look: PageLook, edges: PageEdges
) -> Iterator[tuple[int, tuple[Laid, int]]]:
    """Yield every page of every piece, with how many pieces went before; one is laid out at a time."""
    last: Laid | None = None
    for done, chapter in enumerate(pages):
        down = last.follower() if chapter.follows and last is not None else TOP
        last = lay_out(chapter, look, down, edges)
        for page in range(last.pages):
            yield done, (last, page)


def _page_layout(size: QSizeF) -> QPageLayout:
    points = QPageSize(size / PIXELS, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    return QPageLayout(points, QPageLayout.Orientation.Portrait, QMarginsF())


def _paint(painter: QPainter, laid: Laid, page: int) -> None:
    painter.save()
    painter.setClipRect(QRectF(QPointF(), laid.size))
    laid.paint(painter, page)
    painter.restore()

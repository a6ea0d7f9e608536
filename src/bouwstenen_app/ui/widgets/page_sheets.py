"""Sheets of paper: a chapter of HTML laid out on pages in the look of a template, and where its passages stand."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPalette,
    QTextBlock,
    QTextDocument,
)

from bouwstenen_app.export.page_look import PageLook
from bouwstenen_app.ui.look import FAMILIES
from bouwstenen_app.ui.widgets.report_html import PIXELS, Chapter

EDGE: Final = 24.0
"""Pixels around a sheet of cards."""
INK: Final = "#16202a"
ANCHOR: Final = "<a name="


@dataclass(frozen=True, slots=True)
class Laid:
    """A chapter on its pages."""

    document: QTextDocument
    size: QSizeF
    """Of a page, in pixels at 96 dots per inch."""
    right: float
    """Where the text ends, from the left of the page."""
    spots: tuple[tuple[str, QRectF], ...]
    """Sources of passages, and where each stands in the document: pages one below the other."""
    pages: int

    def paint(self, painter: QPainter, page: int) -> None:
        """Draw one page with its corner at the origin."""
        top = page * self.size.height()
        painter.translate(QPointF(0, -top))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(INK))
        context.clip = QRectF(QPointF(0, top), self.size)
        self.document.documentLayout().draw(painter, context)

    def at(self, page: int, point: QPointF) -> str:
        """Return the source of the passage at a point of a page; empty when there is none."""
        where = point + QPointF(0, page * self.size.height())
        return next((source for source, rect in self.spots if rect.contains(where)), "")


def lay_out(chapter: Chapter, look: PageLook, parent: QObject) -> Laid:
    """Return a chapter on pages."""
    left, top, right, bottom = (EDGE,) * 4 if chapter.bare else (side * PIXELS for side in look.margins)
    size = QSizeF(look.paper[0] * PIXELS, look.paper[1] * PIXELS)
    if chapter.landscape:
        size.transpose()
    document = QTextDocument(parent)
    normal = look.letters.get("Normal")
    font = QFont([normal.family, *FAMILIES] if normal and normal.family else list(FAMILIES))
    font.setPixelSize(round((normal.size if normal else 11) * PIXELS))
    document.setDefaultFont(font)
    document.setUndoRedoEnabled(False)
    document.setHtml(chapter.html)
    page = document.rootFrame().frameFormat()
    page.setLeftMargin(left)
    page.setTopMargin(top)
    page.setRightMargin(right)
    page.setBottomMargin(bottom)
    document.rootFrame().setFrameFormat(page)
    document.setPageSize(size)
    count = document.pageCount()
    spots = _spots(document) if ANCHOR in chapter.html else ()
    return Laid(document, size, size.width() - right, spots, count)


def _spots(document: QTextDocument) -> tuple[tuple[str, QRectF], ...]:
    found: dict[str, QRectF] = {}
    block = document.begin()
    while block.isValid():
        if source := _source(block):
            place = document.documentLayout().blockBoundingRect(block)
            found[source] = found[source].united(place) if source in found else place
        block = block.next()
    return tuple(found.items())


def _source(block: QTextBlock) -> str:
    pieces = block.begin()
    while not pieces.atEnd():
        for name in pieces.fragment().charFormat().anchorNames():
            return str(name)
        pieces += 1
    return ""

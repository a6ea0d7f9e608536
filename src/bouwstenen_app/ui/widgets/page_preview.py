"""Pages of paper on a desk: chapters of HTML, laid out one after the other so that the window stays alive."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from bouwstenen_app.ui.look import FAMILIES
from bouwstenen_app.ui.theme import Theme

PAGE: Final = QSizeF(794, 1123)
"""A4 at 96 dots per inch."""
MARGIN: Final = 84
WIDEST: Final = 760
ROOM, GAP = 28, 22
"""Around the pages and between them, in pixels on the screen."""
PAPER, INK, EDGE = "#ffffff", "#16202a", "#c9cfce"
"""Paper is white in both themes: it shows what Word will show."""


class PagePreview(QAbstractScrollArea):
    """Shows chapters, each from a new page. New ones take the place of the old when all are laid out."""

    shown = Signal()
    """The first pages are there, or all of them were renewed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: list[QTextDocument] = []
        self._known: dict[str, QTextDocument] = {}
        self._coming: list[str] = []
        self._first = True
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._lay_out_next)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Voorbeeld van het rapport"))
        theme.changed.connect(self.viewport().update)

    @property
    def pages(self) -> int:
        """The number of pages that are shown."""
        return sum(document.pageCount() for document in self._shown)

    def text(self) -> str:
        """Return everything that stands on the pages."""
        return "\n".join(document.toPlainText() for document in self._shown)

    def show_chapters(self, chapters: Sequence[str]) -> None:
        """Show these chapters; one that is the same as before is not laid out again."""
        self._coming = list(chapters)
        self._timer.start()

    def clear(self) -> None:
        """Take all pages off the desk."""
        self._timer.stop()
        self._coming, self._shown, self._known = [], [], {}
        self._update_range()

    def _lay_out_next(self) -> None:
        missing = next((html for html in self._coming if html not in self._known), None)
        if missing is not None:
            self._known[missing] = self._document(missing)
            if self._first:
                self._show([self._known[html] for html in self._coming if html in self._known])
                self.shown.emit()
            return
        self._timer.stop()
        self._known = {html: self._known[html] for html in self._coming}
        self._first = False
        self._show([self._known[html] for html in self._coming])
        self.shown.emit()

    def _show(self, documents: list[QTextDocument]) -> None:
        self._shown = documents
        self._update_range()
        self.viewport().update()

    def _document(self, html: str) -> QTextDocument:
        document = QTextDocument(self)
        font = QFont(list(FAMILIES))
        font.setPixelSize(14)
        document.setDefaultFont(font)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(MARGIN)
        document.setHtml(html)
        document.setPageSize(PAGE)
        document.pageCount()
        return document

    # -- where pages are

    def _scale(self) -> float:
        return max(200.0, min(self.viewport().width() - 2 * ROOM, WIDEST)) / PAGE.width()

    def _step(self) -> float:
        return PAGE.height() * self._scale() + GAP

    def _update_range(self) -> None:
        bar, page = self.verticalScrollBar(), self.viewport().height()
        pages = self.pages
        total = round(pages * self._step() - GAP + 2 * ROOM) if pages else 0
        bar.setPageStep(page)
        bar.setSingleStep(40)
        bar.setRange(0, max(0, total - page))
        self.setAccessibleDescription(self.tr("{n} bladzijden").format(n=pages))

    def _paint_page(self, painter: QPainter, document: QTextDocument, number: int, top: float) -> None:
        scale = self._scale()
        left = round((self.viewport().width() - PAGE.width() * scale) / 2)
        sheet = QRectF(left, top, PAGE.width() * scale, PAGE.height() * scale)
        shadow = self._theme.colour("shadow")
        shadow.setAlphaF(0.12)
        painter.fillRect(sheet.translated(0, 3).adjusted(-2, 0, 2, 3), shadow)
        painter.fillRect(sheet, QColor(PAPER))
        painter.setPen(QPen(QColor(EDGE), 1))
        painter.drawRect(sheet)
        painter.save()
        painter.setClipRect(sheet)
        painter.translate(sheet.topLeft())
        painter.scale(scale, scale)
        painter.translate(QPointF(0, -number * PAGE.height()))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(INK))
        context.clip = QRectF(0, number * PAGE.height(), PAGE.width(), PAGE.height())
        document.documentLayout().draw(painter, context)
        painter.restore()

    # -- what Qt calls

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), self._theme.colour("desk"))
        top = ROOM - float(self.verticalScrollBar().value())
        for document in self._shown:
            for number in range(document.pageCount()):
                if top + self._step() > 0 and top < self.viewport().height():
                    self._paint_page(painter, document, number, top)
                top += self._step()
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = self.verticalScrollBar().value() / max(1, self.verticalScrollBar().maximum())
        self._update_range()
        self.verticalScrollBar().setValue(round(before * self.verticalScrollBar().maximum()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        moves = {
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_Space: bar.value() + bar.pageStep(),
        }
        if event.key() in moves:
            bar.setValue(moves[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

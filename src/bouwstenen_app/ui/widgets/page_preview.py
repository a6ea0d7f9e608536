"""Pages of paper on a desk: chapters laid out one after the other so that the window stays alive, kept in place."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from bouwstenen_app.export.page_blocks import Setup
from bouwstenen_app.export.page_look import PageLook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.page_edges import PageEdges
from bouwstenen_app.ui.widgets.page_laying import Laying
from bouwstenen_app.ui.widgets.page_sheets import Laid
from bouwstenen_app.ui.widgets.page_stack import ROOM, Sheet, Stack, Where
from bouwstenen_app.ui.widgets.report_chapters import Chapter

WIDEST: Final = 760
"""Pixels of an upright page that fits the window, at most."""
PAPER, EDGE, MARK, CHANGED = "#ffffff", "#c9cfce", "#0b5a5c", "#9a4a06"
"""Paper is white in both themes: it shows what Word will show."""
ZOOMS: Final = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0)
TEXT: Final = "text:"
"""How the source of a passage begins that can be written anew; others are those of blocks and bundles."""
OWN, ALTERED = "own", "changed"
"""What a passage can be marked as: of the writer, and the generated text below it has changed since."""


class PagePreview(QAbstractScrollArea):
    """Shows chapters. New ones take the place of the old when all are laid out, at the same place in the text."""

    shown = Signal()
    """The first pages are there, or all of them were renewed."""
    moved = Signal()
    """Another page is in sight, or they are shown in another size."""
    passage_asked = Signal(str)
    """The source of a passage that a person wants to write in."""
    block_asked = Signal(str)
    """The source of a block that a person wants to see."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._laying = Laying()
        self._stack = Stack()
        self._first = True
        self._zoom = 0.0
        self._marks: Mapping[str, tuple[str, str]] = {}
        self._chosen = self._hovered = ""
        self._held = False
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._lay_out_next)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Voorbeeld van het rapport"))
        self.viewport().setMouseTracking(True)
        theme.changed.connect(self.viewport().update)

    # -- what is shown

    @property
    def pages(self) -> int:
        """The number of pages that are shown."""
        return len(self._stack.sheets)

    @property
    def page(self) -> int:
        """The page in the middle of what is in sight, from 1; 0 when there is none."""
        return self._stack.sheet_at(self.verticalScrollBar().value() + self.viewport().height() / 2)

    @property
    def percent(self) -> int:
        """How large the pages are: 100 is as on paper."""
        return round(100 * self._scale_now())

    @property
    def sources(self) -> list[str]:
        """The sources of the passages on the pages, in reading order."""
        return [*dict.fromkeys(source for laid in self._stack.laid for source, _ in laid.spots)]

    def text(self) -> str:
        """Return everything that stands on the pages."""
        said = "\n".join(laid.document.toPlainText() for laid in self._stack.laid)
        return said.replace("\u200b", "").replace("\u00ad", "")  # where lines may be broken is not said

    def show_chapters(self, chapters: Sequence[Chapter], look: PageLook, setups: Sequence[Setup] = ()) -> None:
        """Show these chapters, on the pages of the sections of a template.

        One that is the same as before is not laid out again.
        """
        self._laying.take(chapters, look, PageEdges(setups or (Setup(look.paper, look.margins),)))
        if not self._held:
            self._timer.start()

    def hold(self, held: bool) -> None:
        """Lay out no pages while a file is being written: together they would hold up the window."""
        self._held = held
        if held:
            self._timer.stop()
        elif self._laying.waits:
            self._timer.start()

    def set_marks(self, marks: Mapping[str, tuple[str, str]]) -> None:
        """Mark passages by their source: with what (``OWN`` or ``ALTERED``), and the words beside it."""
        self._marks = marks
        self.viewport().update()

    def choose(self, source: str) -> None:
        """Show that this passage is being written in, and bring it into sight; nothing for an empty source."""
        self._chosen = source
        self.viewport().update()
        for sheet, rect in self._stack.places(source)[:1]:
            top = sheet.top + rect.top() * sheet.scale
            bar, high = self.verticalScrollBar(), self.viewport().height()
            if not bar.value() + ROOM < top < bar.value() + high * 0.7:
                bar.setValue(round(top - high / 3))

    def zoom(self, step: int) -> None:
        """Make the pages larger (1), smaller (-1), or as wide as fits (0)."""
        now = self._scale_now()
        larger = [one for one in ZOOMS if one > now + 0.01]
        smaller = [one for one in ZOOMS if one < now - 0.01]
        self._zoom = 0.0 if not step else (larger or ZOOMS[-1:])[0] if step > 0 else (smaller or ZOOMS[:1])[-1]
        self._place_again()

    # -- laying out

    def _lay_out_next(self) -> None:
        step = self._laying.step()
        if step.whole:
            self._timer.stop()
            self._first = False
        elif not (step.grown and self._first):
            return
        self._show(step.laid)
        self.shown.emit()

    def _show(self, laid: list[Laid]) -> None:
        self._place(laid, self._where())

    def _where(self) -> Where:
        return self._stack.where(self.verticalScrollBar().value())

    def _place_again(self) -> None:
        self._place(self._stack.laid, self._where())

    def _place(self, laid: Sequence[Laid], where: Where) -> None:
        self._stack = Stack(laid, self._scale, self._laying.edges)
        self._update_range(self._stack.height)
        if where[0] is not None:
            self.verticalScrollBar().setValue(round(self._stack.height_of(where)))
        self.viewport().update()
        self.moved.emit()

    def _scale_now(self) -> float:
        sheets = self._stack.sheets
        return sheets[max(0, self.page - 1)].scale if sheets else 1.0

    def _scale(self, laid: Laid) -> float:
        if self._zoom:
            return self._zoom
        room = max(200.0, self.viewport().width() - 2 * ROOM)
        upright = min(laid.size.width(), laid.size.height())
        return min(room / laid.size.width(), WIDEST / upright)

    def _update_range(self, high: float) -> None:
        bar, view = self.verticalScrollBar(), self.viewport()
        wide = max((one.size.width() * one.scale for one in self._stack.sheets), default=0) + 2 * ROOM
        bar.setPageStep(view.height())
        bar.setSingleStep(40)
        bar.setRange(0, max(0, round(high) - view.height()))
        across = self.horizontalScrollBar()
        across.setPageStep(view.width())
        across.setRange(0, max(0, round(wide) - view.width()) if self._zoom else 0)
        across.setValue(across.maximum() // 2)
        self.setAccessibleDescription(self.tr("{n} bladzijden").format(n=self.pages))

    # -- where pages and passages are

    def _rect(self, sheet: Sheet) -> QRectF:
        """Return where a sheet is in sight."""
        width = sheet.size.width() * sheet.scale
        wide = width + 2 * ROOM > self.viewport().width()
        left = ROOM - self.horizontalScrollBar().value() if wide else (self.viewport().width() - width) / 2
        top = sheet.top - self.verticalScrollBar().value()
        return QRectF(round(left), top, width, sheet.size.height() * sheet.scale)

    def _source_at(self, point: QPointF) -> str:
        for sheet in self._stack.sheets:
            rect = self._rect(sheet)
            if rect.contains(point):
                return sheet.at((point - rect.topLeft()) / sheet.scale)
        return ""

    def _step(self, step: int) -> None:
        """Go to the next or the previous passage, from the one that is chosen or from what is in sight."""
        sources = self.sources
        if not sources:
            return
        if self._chosen in sources:
            place = max(0, min(len(sources) - 1, sources.index(self._chosen) + step))
        else:
            in_sight = (one for sheet in self._stack.sheets[max(0, self.page - 1) :] for one, _ in sheet.spots())
            place = sources.index(next(in_sight, sources[0]))
        self.choose(sources[place])
        mark = self._marks.get(sources[place], ("", ""))[1]
        said = ", ".join(filter(None, (mark, self._words_of(sources[place]))))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _words_of(self, source: str) -> str:
        for laid in self._stack.laid:
            for one, rect in laid.spots:
                if one == source:
                    at = laid.document.documentLayout().hitTest(
                        rect.center() * laid.fine, Qt.HitTestAccuracy.FuzzyHit
                    )
                    return laid.document.findBlock(at).text()
        return ""

    # -- painting

    def _paint_sheet(self, painter: QPainter, sheet: Sheet, rect: QRectF) -> None:
        shadow = self._theme.colour("shadow")
        shadow.setAlphaF(0.12)
        painter.fillRect(rect.translated(0, 3).adjusted(-2, 0, 2, 3), shadow)
        painter.fillRect(rect, QColor(PAPER))
        painter.setPen(QPen(QColor(EDGE), 1))
        painter.drawRect(rect)
        painter.save()
        painter.setClipRect(rect)
        painter.translate(rect.topLeft())
        painter.scale(sheet.scale, sheet.scale)
        for source, place in sheet.spots():
            if source in (self._hovered, self._chosen):
                tint = QColor(MARK)
                tint.setAlphaF(0.10 if source == self._chosen else 0.06)
                painter.fillRect(place.adjusted(-6, -2, 6, 2), tint)
        sheet.paint(painter, self._laying.edges)
        for source, place in sheet.spots():
            self._paint_mark(painter, sheet, source, place)
        painter.restore()

    def _paint_mark(self, painter: QPainter, sheet: Sheet, source: str, place: QRectF) -> None:
        """Draw a line in the margin beside a passage of the writer, with words: colour says nothing alone."""
        kind, said = self._marks.get(source, ("", ""))
        if kind:
            colour = QColor(CHANGED if kind == ALTERED else MARK)
            x = sheet.parts[0][0].right + 8
            painter.fillRect(QRectF(x, place.top(), 3, place.height()), colour)
            font = self._theme.font(10)
            font.setPixelSize(max(10, round(10 / sheet.scale)))
            painter.setFont(font)
            painter.setPen(colour)
            words = QRectF(x + 7, place.top(), sheet.size.width() - x - 9, 200)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), said)
        if source == self._chosen:
            painter.setPen(QPen(QColor(MARK), 1.5 / sheet.scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(-6, -2, 6, 2))

    # -- what Qt calls

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), self._theme.colour("desk"))
        for sheet in self._stack.sheets:
            rect = self._rect(sheet)
            if rect.bottom() > 0 and rect.top() < self.viewport().height():
                self._paint_sheet(painter, sheet, rect)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self.moved.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_again()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._source_at(event.position()))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover("")
        return super().viewportEvent(event)

    def _hover(self, source: str) -> None:
        if source != self._hovered:
            self._hovered = source
            hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(hand if source else arrow)
            self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        source = self._source_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and source.startswith(TEXT):
            self._ask(source)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        source = self._source_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and source and not source.startswith(TEXT):
            self._ask(source)

    def _ask(self, source: str) -> None:
        if source.startswith(TEXT):
            self.passage_asked.emit(source)
        else:
            self.block_asked.emit(source)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        moves = {
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_Space: bar.value() + bar.pageStep(),
        }
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen:
            self._ask(self._chosen)
        elif key in zooms:
            self.zoom(zooms[key])
        elif key in moves:
            bar.setValue(moves[key])
        else:
            super().keyPressEvent(event)

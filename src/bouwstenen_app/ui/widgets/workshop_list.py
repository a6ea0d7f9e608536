"""The list of sessions as cards under headings."""

import datetime
from typing import Final

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from bouwstenen_app.domain.workshops import DONE, READY, RUNNING, Workshop
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.workshop_words import state_words, summary
from bouwstenen_app.ui.widgets.wrapped_text import draw_text, lines_height, text_height

ITEM_ROLE: Final = int(Qt.ItemDataRole.UserRole)
PADDING, STRIPE, GAP = 16, 4, 9
TITLE, SMALL, HEADING = 14, 13, 12
CHIP = 20
SUMMARY_LINES: Final = 3
LINES: Final = 5
"""Lines a title may take."""

Index = QModelIndex | QPersistentModelIndex


class WorkshopList(QListView):
    """Shows sessions; the arrows move over them, Enter opens one.

    Its model gives a Workshop or the text of a heading under ``Qt.UserRole``.
    """

    current_changed = Signal(str)
    """Id of the session that a person made current."""
    opened = Signal(str)

    def __init__(self, theme: Theme, today: datetime.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Sessies"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(_CardDelegate(theme, today, self))
        self.setMouseTracking(True)
        self.activated.connect(self._on_activated)
        theme.changed.connect(self.doItemsLayout)

    def show_current(self, index: Index) -> None:
        """Make a session the current one and bring it into sight, without a signal."""
        if index.isValid() and index != self.currentIndex():
            with QSignalBlocker(self):
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        item = current.data(ITEM_ROLE)
        if isinstance(item, Workshop):
            self.current_changed.emit(item.id)

    def _on_activated(self, index: QModelIndex) -> None:
        item = index.data(ITEM_ROLE)
        if isinstance(item, Workshop):
            self.opened.emit(item.id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _CardDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, today: datetime.date, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._today = today
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item = index.data(ITEM_ROLE)
        width = self._view.viewport().width()
        px = self._theme.px
        if isinstance(item, str):
            return QSize(width, QFontMetrics(self._font(HEADING)).height() + px(16))
        height = self._title_height(item, width) + px(4) + self._summary_height(item, width)
        height += px(CHIP + 8) if item.state != DONE else 0
        return QSize(width, height + 2 * px(11) + px(GAP))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, str):
            self._paint_heading(painter, option.rect, item)
        elif item is not None:
            self._paint_card(painter, option, item)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        painter.setFont(self._font(HEADING, QFont.Weight.DemiBold))
        painter.setPen(self._theme.colour("text-muted"))
        inner = rect.adjusted(self._theme.px(4), 0, -self._theme.px(4), -self._theme.px(3))
        line = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), line)

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, workshop: Workshop) -> None:
        px = self._theme.px
        card = QRectF(option.rect).adjusted(1, px(GAP) / 2, -1, -px(GAP) / 2)
        self._paint_plane(painter, card, option)
        inner = card.toRect().adjusted(px(PADDING), px(11), -px(PADDING), -px(11))
        painter.setPen(self._theme.colour("text"))
        height = self._title_height(workshop, option.rect.width())
        title = QRect(inner.left(), inner.top(), inner.width(), height)
        painter.setClipRect(title)
        draw_text(painter, title, workshop.title, self._font(TITLE, QFont.Weight.Bold))
        painter.setClipping(False)
        top = title.bottom() + 1 + px(4)
        painter.setPen(self._theme.colour("text-muted"))
        line = QRect(inner.left(), top, inner.width(), self._summary_height(workshop, option.rect.width()))
        painter.setClipRect(line)
        draw_text(painter, line, summary(workshop, self._today), self._font(SMALL))
        painter.setClipping(False)
        if workshop.state != DONE:
            self._paint_chip(painter, inner.left(), line.bottom() + px(7), workshop.state)

    def _paint_plane(self, painter: QPainter, card: QRectF, option: QStyleOptionViewItem) -> None:
        px = self._theme.px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        edge = self._theme.colour("accent" if chosen else "line")
        painter.setPen(QPen(edge, 2 if focused else 1))
        painter.setBrush(self._theme.colour("hover" if hovered and not chosen else "surface"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), px(10), px(10))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent" if chosen else "stripe"))
        stripe = QRectF(card.left() + 1, card.top() + px(10), px(STRIPE), card.height() - 2 * px(10))
        painter.drawRoundedRect(stripe, px(2), px(2))

    def _paint_chip(self, painter: QPainter, left: int, top: int, state: str) -> None:
        good = state in (READY, RUNNING)
        painter.setFont(self._font(HEADING, QFont.Weight.DemiBold))
        words = state_words(state)
        width = painter.fontMetrics().horizontalAdvance(words) + 2 * self._theme.px(9)
        rect = QRectF(left, top, width, self._theme.px(CHIP))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("good-fill" if good else "chip"))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.setPen(QColor(self._theme.colour("good" if good else "chip-text")))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), words)

    def _title_height(self, workshop: Workshop, width: int) -> int:
        font = self._font(TITLE, QFont.Weight.Bold)
        wanted = text_height(workshop.title, font, max(40, width - 2 * self._theme.px(PADDING) - 2))
        return min(wanted, lines_height(LINES, font))

    def _summary_height(self, workshop: Workshop, width: int) -> int:
        font = self._font(SMALL)
        wanted = text_height(summary(workshop, self._today), font, max(40, width - 2 * self._theme.px(PADDING) - 2))
        return min(wanted, lines_height(SUMMARY_LINES, font))

    def _font(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return self._theme.font(size, weight)

"""The table of tags that wait: arrows move, and each decision has its key."""

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.plain_table import dress
from bouwstenen_app.ui.widgets.wrapped_text import draw_text, text_height

TAG, BLOCKS, SESSIONS, SUGGESTION = range(4)
SMALL_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""Under this role the model gives what stands small under the words of a cell."""
SIDE, ABOVE, LOW = 8, 10, 44
"""Pixels at 100 %: room beside and above the words, and the least height of a row."""
SHARES: Final = {TAG: 0.3, SESSIONS: 0.38, SUGGESTION: 0.32}
"""How the columns divide the room that the count leaves."""

Index = QModelIndex | QPersistentModelIndex


class WaitingTable(QTableView):
    """Asks with a signal what a key means for the tag of the current row."""

    taken = Signal()
    """Enter: the suggestion is right."""
    new_asked = Signal()
    map_asked = Signal()
    reject_asked = Signal()
    left = Signal()
    """Esc."""
    current_changed = Signal(int)
    """Row of the tag that is worked on now, -1 for none."""

    def __init__(self, theme: Theme, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Nieuwe tags"))
        self.setModel(model)
        self.setItemDelegate(_TagDelegate(theme, self))
        dress(self)
        self.horizontalHeader().setSectionsClickable(False)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        model.modelReset.connect(self.fit)
        theme.changed.connect(self.fit)

    def show_row(self, row: int) -> None:
        """Make a row the current one; the last when there are fewer."""
        row = min(row, self.model().rowCount() - 1)
        self.setCurrentIndex(self.model().index(max(0, row), TAG) if row >= 0 else QModelIndex())

    def fit(self) -> None:
        """Divide the width over the columns, and give each row the height that its words need."""
        width = self.viewport().width()
        count = self.horizontalHeader().fontMetrics().horizontalAdvance(self.tr("Bouwstenen")) + self._theme.px(24)
        rest = max(120, width - count)
        self.setColumnWidth(BLOCKS, count)
        for column, share in SHARES.items():
            self.setColumnWidth(column, int(rest * share))
        self.resizeRowsToContents()

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.current_changed.emit(current.row())

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.map_asked.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        asked = _KEYS.get(Qt.Key(event.key())) if plain else None
        if asked is not None:
            getattr(self, asked).emit()
        else:
            super().keyPressEvent(event)


_KEYS: Final = {
    Qt.Key.Key_Return: "taken",
    Qt.Key.Key_Enter: "taken",
    Qt.Key.Key_N: "new_asked",
    Qt.Key.Key_M: "map_asked",
    Qt.Key.Key_Delete: "reject_asked",
    Qt.Key.Key_Escape: "left",
}


class _TagDelegate(QStyledItemDelegate):
    """Paints a cell: its words, what stands small under them, and a tag in the dashed edge of a proposal."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._theme.px
        width = self._view.columnWidth(index.column())
        high = self._height(index, width - 2 * px(SIDE + (SIDE if index.column() == TAG else 0)))
        return QSize(width, max(px(LOW), high + 2 * px(ABOVE)))

    def _height(self, index: Index, width: int) -> int:
        high = text_height(str(index.data() or ""), self._font(index), width)
        small = index.data(SMALL_ROLE)
        return high + (text_height(small, self._theme.font(12), width) + self._theme.px(2) if small else 0)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px = self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.colour("selected"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        inner = option.rect.adjusted(px(SIDE), 0, -px(SIDE), 0)
        if index.column() == TAG:
            inner.adjust(px(SIDE), 0, -px(SIDE), 0)
        high = self._height(index, inner.width())
        inner.setTop(inner.top() + max(0, (option.rect.height() - high) // 2))
        self._paint_words(painter, inner, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -2), px(4), px(4))
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index) -> None:
        text, font = str(index.data() or ""), self._font(index)
        high = text_height(text, font, rect.width())
        if index.column() == TAG:
            self._paint_edge(painter, rect, text, font, high)
        painter.setPen(QColor(self._theme.colour("text-muted" if text == "–" else "text")))
        draw_text(painter, rect, text, font, right=index.column() == BLOCKS)
        if small := index.data(SMALL_ROLE):
            painter.setPen(self._theme.colour("text-muted"))
            below = rect.adjusted(0, high + self._theme.px(2), 0, 0)
            draw_text(painter, below, small, self._theme.font(12))

    def _paint_edge(self, painter: QPainter, rect: QRect, text: str, font: QFont, high: int) -> None:
        px = self._theme.px
        width = min(rect.width(), round(QFontMetricsF(font).horizontalAdvance(text)) + 1)
        edge = QRect(rect.left(), rect.top(), width, high).adjusted(-px(8), -px(2), px(8), px(2))
        painter.setBrush(self._theme.colour("surface"))
        painter.setPen(QPen(self._theme.colour("line-dashed"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(edge, px(11), px(11))

    def _font(self, index: Index) -> QFont:
        strong = index.column() in (TAG, SUGGESTION) and index.data() != "–"
        return self._theme.font(14, QFont.Weight.DemiBold if strong else QFont.Weight.Normal)

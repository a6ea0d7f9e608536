"""The rows of the code picker: a tick, the name under its group, and in grey where it belongs."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.wrapped_text import draw_text, text_height

DETAIL_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""Under this role a row gives the name of its group, to say beside it."""
DEPTH_ROLE: Final = DETAIL_ROLE + 1
"""Whether the row stands under its group (1) or is one (0)."""
GROUP_ROLE: Final = DETAIL_ROLE + 2
"""Whether the row is a group with others under it."""

LOW, ABOVE, SIDE, TICK, INDENT = 30, 6, 8, 20, 14
"""Pixels at 100 %: the least height, room above and beside, the column of the tick, a step inwards."""

Index = QModelIndex | QPersistentModelIndex


class PickerRows(QStyledItemDelegate):
    """Paints a row; a long name takes a second line, under its beginning."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def height(self, index: Index, width: int) -> int:
        """Return how high a row is in a list of this width."""
        text = self._text_rect(QRect(0, 0, width, 0), index)
        high = text_height(index.data(Qt.ItemDataRole.DisplayRole), self._font(index), text.width())
        if detail := index.data(DETAIL_ROLE):
            high += text_height(detail, self._theme.font(12), text.width())
        return max(self._theme.px(LOW), high + 2 * self._theme.px(ABOVE))

    def _font(self, index: Index) -> QFont:
        return self._theme.font(14, QFont.Weight.DemiBold if index.data(GROUP_ROLE) else QFont.Weight.Normal)

    def _text_rect(self, rect: QRect, index: Index) -> QRect:
        px = self._theme.px
        left = px(SIDE) + px(TICK) + px(INDENT) * int(index.data(DEPTH_ROLE) or 0)
        return rect.adjusted(left, px(ABOVE), -px(SIDE), -px(ABOVE))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, rect = self._theme.px, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected"))
            painter.drawRoundedRect(rect, px(6), px(6))
        text, font = self._text_rect(rect, index), self._font(index)
        name = index.data(Qt.ItemDataRole.DisplayRole)
        high = text_height(name, font, text.width())
        detail = index.data(DETAIL_ROLE)
        if not detail:
            text.setTop(rect.top() + (rect.height() - high) // 2)
        painter.setPen(self._theme.colour("text"))
        draw_text(painter, text, name, font)
        if index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value:
            self._paint_tick(painter, rect, text.top(), QFontMetrics(font).height())
        if detail:
            painter.setPen(self._theme.colour("text-muted"))
            draw_text(painter, text.adjusted(0, high, 0, 0), detail, self._theme.font(12))
        painter.restore()

    def _paint_tick(self, painter: QPainter, rect: QRect, top: int, line: int) -> None:
        size = self._theme.px(16)
        ratio = painter.device().devicePixelRatioF()
        tick = self._theme.icons.pixmap("check", self._theme.look.colour("accent"), size, ratio)
        painter.drawPixmap(rect.left() + self._theme.px(SIDE) - 2, top + (line - size) // 2, tick)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.widget.viewport().width()  # type: ignore[attr-defined]
        return QSize(width, self.height(index, width))

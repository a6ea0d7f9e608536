"""The lines of the tree of the codebook: a dimension as a heading, a code with its colour, star and count."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.wrapped_text import draw_text, text_height

NODE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
ARROW, STEP, DOT, STAR, TOP, COUNT_ROOM = 16, 14, 11, 13, 5, 52
"""Pixels at 100 %: the column of the arrow, a step inwards, the dot, the star, room above, the column of counts."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """What one line shows. A dimension has its particulars in ``detail``; a code has a count once it is known."""

    name: str
    count: int | None = None
    depth: int = 0
    detail: str = ""
    colours: tuple[str, str, str] = ("", "", "")
    retired: bool = False
    favourite: bool = False
    group: bool = False


class CodeRows(QStyledItemDelegate):
    """Paints a line; a long name takes a second one."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row, width = _row(index), self._view.viewport().width()
        text = self._name_rect(QRect(0, 0, width, 0), row)
        high = text_height(self._words(row), self._font(row), text.width()) + 2 * self._theme.px(TOP)
        if not row.depth:
            high += text_height(row.detail, self._theme.font(12), text.width()) + self._theme.px(8)
        return QSize(width, high)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = _row(index), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_plane(painter, option)
        if index.model().rowCount(index):
            opened = bool(option.state & QStyle.StateFlag.State_Open)
            self._paint_icon(painter, "chevron-down" if opened else "chevron-right", rect, self._left(row), 11)
        if row.depth:
            self._paint_code(painter, rect, row)
        else:
            self._paint_dimension(painter, rect, row)
        painter.restore()

    def _paint_plane(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(self._theme.colour("focus"), 2) if focused else Qt.PenStyle.NoPen)
        fill = self._theme.colour("selected" if chosen else "hover")
        painter.setBrush(fill if chosen or hovered else Qt.BrushStyle.NoBrush)
        radius = self._theme.px(5)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), radius, radius)

    def _paint_dimension(self, painter: QPainter, rect: QRect, row: Row) -> None:
        px = self._theme.px
        text = self._name_rect(rect, row).adjusted(0, px(TOP + 4), 0, -px(TOP + 4))
        painter.setPen(self._theme.colour("text"))
        draw_text(painter, text, row.name, self._font(row))
        high = text_height(row.name, self._font(row), text.width())
        painter.setPen(self._theme.colour("text-muted"))
        draw_text(painter, text.adjusted(0, high, 0, 0), row.detail, self._theme.font(12))

    def _paint_code(self, painter: QPainter, rect: QRect, row: Row) -> None:
        px = self._theme.px
        name = self._name_rect(rect, row)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tone(*row.colours).stripe))
        painter.setOpacity(0.45 if row.retired else 1)
        dot = QRectF(name.left() - px(DOT + 7), rect.center().y() - px(DOT) / 2 + 1, px(DOT), px(DOT))
        painter.drawRoundedRect(dot, 3, 3)
        painter.setOpacity(1)
        painter.setPen(self._theme.colour("text-muted" if row.retired else "text"))
        draw_text(painter, name, self._words(row), self._font(row), middle=True)
        painter.setPen(self._theme.colour("text-muted"))
        painter.setFont(self._theme.font(12))
        side = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        told = QRect(rect.right() - px(COUNT_ROOM), rect.top(), px(COUNT_ROOM - 9), rect.height())
        painter.drawText(told, side, dutch.number(row.count) if row.count is not None else "")
        if row.favourite:
            self._paint_icon(painter, "star-full", rect, name.right() + px(3), STAR)

    def _paint_icon(self, painter: QPainter, icon: str, rect: QRect, left: int, size: int) -> None:
        role = "accent" if icon == "star-full" else "text-muted"
        picture = self._theme.pixmap(icon, role, size, self._view)
        painter.drawPixmap(left, rect.center().y() - self._theme.px(size) // 2 + 1, picture)

    def _left(self, row: Row) -> int:
        return self._theme.px(6 + STEP * max(0, row.depth - 1))

    def _name_rect(self, rect: QRect, row: Row) -> QRect:
        px = self._theme.px
        left = self._left(row) + px(ARROW) + (px(DOT + 7) if row.depth else 0)
        right = px(COUNT_ROOM + (STAR + 5 if row.favourite else 0)) if row.depth else px(6)
        return rect.adjusted(left, 0, -right, 0)

    def _font(self, row: Row) -> QFont:
        if not row.depth:
            return self._theme.font(14, QFont.Weight.Bold)
        return self._theme.font(13, QFont.Weight.DemiBold if row.group else QFont.Weight.Normal)

    def _words(self, row: Row) -> str:
        return self.tr("{name} · vervallen").format(name=row.name) if row.retired else row.name


def _row(index: Index) -> Row:
    found = index.data(NODE_ROLE)
    return found if isinstance(found, Row) else Row(str(index.data()))

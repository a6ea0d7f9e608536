"""Blocks as short rows under each other: number and title, whole, however long the title is."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.row_model import BLOCK_ROLE
from bouwstenen_app.ui.widgets.wrapped_text import draw_text, text_height

GAP, ABOVE, SIDE, NUMBER = 5, 7, 9, 36
"""Pixels at 100 %: between rows, inside above and beside, the column of the number."""
TEXT, SMALL = 14, 12

Index = QModelIndex | QPersistentModelIndex


class BlockRows(QStyledItemDelegate):
    """Paints a block as a small card. ``marked`` are the ids that are chosen; ``note`` stands under the title."""

    def __init__(
        self,
        theme: Theme,
        marked: Collection[str],
        note: Callable[[Block], str] = lambda _: "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marked = marked
        self._note = note
        self._heights: dict[tuple[str, str, int, int], int] = {}

    def height(self, block: Block, width: int) -> int:
        """Return how high the row of a block is in a list of this width."""
        key = block.title, self._note(block), width, self._theme.percent
        if key not in self._heights:
            self._heights[key] = self._measure(block, width)
        return self._heights[key]

    def _measure(self, block: Block, width: int) -> int:
        px = self._theme.px
        column = self._column(QRect(0, 0, width, 0)).width()
        high = text_height(block.title or "…", self._theme.font(TEXT), column)
        if note := self._note(block):
            high += px(2) + text_height(note, self._theme.font(SMALL), column)
        return high + 2 * px(ABOVE) + px(GAP)

    def _column(self, rect: QRect) -> QRect:
        px = self._theme.px
        return rect.adjusted(px(SIDE) + px(NUMBER), px(ABOVE), -px(SIDE), -px(ABOVE))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.widget.viewport().width()  # type: ignore[attr-defined]
        return QSize(width, self.height(index.data(BLOCK_ROLE), width))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, block = self._theme, index.data(BLOCK_ROLE)
        assert isinstance(block, Block)
        marked = block.id in self._marked
        view = option.widget
        current = isinstance(view, QListView) and index == view.currentIndex()
        focused = current and bool(option.state & QStyle.StateFlag.State_Active) and view.hasFocus()
        rect = option.rect.adjusted(0, 0, 0, -theme.px(GAP))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "focus" if focused else "accent" if marked else "line-strong" if current else "line"
        painter.setPen(QPen(theme.colour(edge), 2 if focused else 1))
        painter.setBrush(theme.colour("selected" if marked else "surface"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), theme.px(7), theme.px(7))
        self._paint_words(painter, rect, block, marked=marked)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, block: Block, *, marked: bool) -> None:
        theme = self._theme
        text, font = self._column(rect), theme.font(TEXT)
        painter.setPen(theme.colour("selected-text" if marked else "text-muted"))
        small = theme.font(SMALL)
        painter.setFont(small)
        number = QRect(rect.left() + theme.px(SIDE), text.top(), theme.px(NUMBER), QFontMetrics(font).height())
        said = f"✓ {block.number}" if marked else str(block.number)
        painter.drawText(number, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), said)
        painter.setPen(theme.colour("text"))
        draw_text(painter, text, block.title or "…", font)
        if note := self._note(block):
            below = text_height(block.title or "…", font, text.width()) + theme.px(2)
            painter.setPen(theme.colour("text-muted"))
            draw_text(painter, text.adjusted(0, below, 0, 0), note, small)

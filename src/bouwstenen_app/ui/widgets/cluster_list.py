"""The blocks of one cluster in a list: moved through, marked and dragged."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from typing_extensions import override

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.block_rows import BlockRows
from bouwstenen_app.ui.widgets.row_list import RowList
from bouwstenen_app.ui.widgets.row_model import RowModel
from bouwstenen_app.ui.widgets.wrapped_text import draw_text, text_height

BLOCKS_TYPE: Final = "application/x-bouwstenen-blocks"
"""What is dragged: the ids of blocks, one a line."""
EMPTY: Final = 44
"""Pixels at 100 % of a list without blocks, at least."""
Key = Qt.Key
Index = QModelIndex | QPersistentModelIndex
_ALIASES: Final[dict[int, Qt.Key]] = {Key.Key_J: Key.Key_Down, Key.Key_K: Key.Key_Up}
_CHORD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ClusterList(RowList):
    """Asks; the board knows what is marked in all lists together."""

    stepped = Signal(int, int)
    """The current row is to go beyond this list: columns to the right, rows down."""
    toggled = Signal(str)
    """A block is to be marked, or no longer."""
    picked = Signal(str, bool)
    """A block was pressed with the mouse; whether the marks stay as they are."""
    ranged = Signal(list)
    """Ids of blocks that are to be marked."""
    asked = Signal(QKeyEvent)
    """A key that means something to the board."""
    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme, marked: set[str], *, fixed: bool, parent: QWidget | None = None) -> None:
        """``marked`` are the ids that are chosen on the whole board; with ``fixed`` it is as high as its rows."""
        super().__init__(parent)
        self._theme = theme
        self._marked = marked
        self._fixed = fixed
        self._empty = ""
        self._pressed: QPoint | None = None
        self.blocks = RowModel(self._describe, self)
        self._rows = BlockRows(theme, marked, parent=self)
        self.setItemDelegate(self._rows)
        self.setModel(self.blocks)
        self._heights: dict[int, int] = {}
        if fixed:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def show_blocks(self, blocks: Sequence[Block], empty: str) -> None:
        """Show these blocks, or say why there are none; who works in them stays where they are."""
        self._empty = empty
        if self.blocks.shown() != tuple(blocks):
            row, before = self.currentIndex().row(), self.blocks.shown()
            self.blocks.set_blocks(blocks)
            if row >= 0 and blocks:
                # What was current, or else the first after it that is still here.
                rows = map(self.blocks.row_of, [block.id for block in before[row:]])
                self.show_row(next((kept for kept in rows if kept >= 0), len(blocks) - 1))
            elif blocks and self.hasFocus():
                self.show_row(0)
        self.fit()

    def current_block(self) -> Block | None:
        """Return the block that is current."""
        return self.blocks.block(self.currentIndex().row())

    def show_row(self, row: int) -> None:
        """Make a row current, or the last one when there are fewer."""
        self.setCurrentIndex(self.blocks.index(min(row, self.blocks.rowCount() - 1)))

    def row_rect(self) -> QRect:
        """Return where the current row stands in the list."""
        index = self.currentIndex()
        return self.visualRect(index) if index.isValid() else QRect(0, 0, self.width(), self._theme.px(EMPTY))

    def row_near(self, height: int) -> int:
        """Return the row nearest to a height in the list, -1 when there are none."""
        last = self.blocks.rowCount() - 1
        for row in range(last + 1):
            if self.visualRect(self.blocks.index(row)).bottom() >= height:
                return row
        return last

    def fit(self) -> None:
        """Take the height that the rows need."""
        self._heights.clear()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
        self.updateGeometry()

    def _describe(self, block: Block) -> str:
        parts = (self.tr("Bouwsteen {n}").format(n=block.number), block.title)
        return ". ".join((*parts, self.tr("Gekozen")) if block.id in self._marked else parts)

    def _at_edge(self, key: int) -> bool:
        row = self.currentIndex().row()
        return row <= 0 if key == Key.Key_Up else row >= self.blocks.rowCount() - 1

    # -- what Qt calls

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _ALIASES.get(event.key(), event.key())
        block = self.current_block()
        steps = {Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, -1), Key.Key_Down: (0, 1)}
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in steps and (key in (Key.Key_Left, Key.Key_Right) or self._at_edge(key)):
            self.stepped.emit(*steps[Key(key)])
        elif plain and key in steps:
            self.show_row(self.currentIndex().row() + steps[Key(key)][1])
        elif plain and key == Key.Key_Space:
            if block is not None:
                self.toggled.emit(block.id)
        elif plain and key in (Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown):
            super().keyPressEvent(event)
        else:
            event.ignore()
            self.asked.emit(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not a search for a title."""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if left and index.isValid() else None
        before = self.currentIndex().row()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        block = self.current_block()
        if block is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.toggled.emit(block.id)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and before >= 0:
            first, last = sorted((before, index.row()))
            self.ranged.emit([one.id for one in self.blocks.shown()[first : last + 1]])
        else:
            self.picked.emit(block.id, block.id in self._marked)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if moved >= QApplication.startDragDistance():
            self._pressed = None
            self._drag()

    def _drag(self) -> None:
        block = self.current_block()
        if block is None:
            return
        ids = sorted(self._marked) if block.id in self._marked else [block.id]
        dragged = QMimeData()
        dragged.setData(BLOCKS_TYPE, "\n".join(ids).encode())
        drag = QDrag(self)
        drag.setMimeData(dragged)
        drag.setPixmap(self.viewport().grab(self.visualRect(self.currentIndex())))
        drag.exec(Qt.DropAction.MoveAction)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.currentIndex().isValid():
            self.menu_asked.emit(event.globalPos())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.blocks.rowCount():
            self.show_row(0)

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            high = sum(self._rows.height(block, width) for block in self.blocks.shown())
            if not high:
                font = self._theme.font(13)
                high = max(self._theme.px(EMPTY), text_height(self._empty, font, width - 8) + self._theme.px(16))
            self._heights[width] = high
        return self._heights[width]

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(self.width())) if self._fixed else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._theme.px(EMPTY))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._fixed:
            event.ignore()
        else:
            super().wheelEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.blocks.rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("text-muted"))
        rect = self.viewport().rect().adjusted(4, self._theme.px(6), -4, -4)
        draw_text(painter, rect, self._empty, self._theme.font(13))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(self.viewport().rect().adjusted(1, 1, -2, -2), 6, 6)
        painter.end()

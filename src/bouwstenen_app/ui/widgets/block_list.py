"""The live list of blocks: moving, marking and asking with the keyboard or the mouse."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from bouwstenen_app.ui.widgets import card_layout as cards
from bouwstenen_app.ui.widgets.block_asks import BlockAsks, moving
from bouwstenen_app.ui.widgets.card_layout import Spot
from bouwstenen_app.ui.widgets.card_painter import CardPainter
from bouwstenen_app.ui.widgets.card_view import CardView, Index

Command = QItemSelectionModel.SelectionFlag
Key = Qt.Key


class BlockList(BlockAsks, CardView):
    """A list of cards that asks; its place acts.

    The arrows (or J and K) move; Space marks a card, and from then on moving leaves the marks alone, until a plain
    click or Esc.
    """

    def __init__(self, painter: CardPainter, parent: QWidget | None = None) -> None:
        super().__init__(painter, parent)
        self.setAccessibleName(self.tr("Bouwstenen"))

    def set_marks(self, mark: Callable[[str], str]) -> None:
        """Take how to find the bundle that a block is in (``K-05``, or empty), for the mark on its card."""
        self._painter.set_marks(mark)

    def show_block(self, index: Index) -> None:
        """Make a block the current one and bring it into sight."""
        self._marking = False
        # Not setCurrentIndex: that looks at which keys are held, and Ctrl+Enter is what opens a block.
        self.selectionModel().setCurrentIndex(index, Command.ClearAndSelect)
        self.scrollTo(index)

    @override
    def marked(self) -> list[str]:
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        ids = [self._block_in(row).id for row in rows]
        current = self.current_block()
        return ids or ([current.id] if current else [])

    @override
    def clear_marks(self) -> None:
        self._marking = False
        self.selectionModel().select(self.currentIndex(), Command.ClearAndSelect)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        block = self._block(current)
        self.viewport().update()
        self.current_changed.emit(block.id if block else "")

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        self.marks_changed.emit(self.marked())

    @override
    def is_first(self) -> bool:
        return self.currentIndex().row() <= 0

    @override
    def below_current(self) -> QPoint:
        rect = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(
            QPoint(rect.left() + self._painter.scaled(cards.NUMBER_COLUMN), rect.bottom())
        )

    def _press(self, spot: Spot, index: QModelIndex, at: QPoint) -> None:
        block = self._block(index)
        if block is None:
            return
        if spot.kind in (cards.VOTES, cards.MORE, cards.FEWER):
            self.voted.emit([block.id], -1 if spot.kind == cards.FEWER else 1)
        elif spot.kind == cards.ADD:
            self.codes_asked.emit([block.id], spot.value, self.viewport().mapToGlobal(at))

    def _spot(self, point: QPoint) -> tuple[QModelIndex, Spot | None]:
        index = self.indexAt(point)
        if not index.isValid():
            return index, None
        return index, self._card(index.row()).spot_at(point - self.visualRect(index).topLeft())

    def _set_hover(self, block: str, spot: Spot | None) -> None:
        if (block, spot) == self._hover:
            return
        self._hover = block, spot
        pressable = spot is not None and spot.kind != cards.CODE
        shape = Qt.CursorShape.PointingHandCursor if pressable else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    # -- what Qt calls

    @override
    def selectionCommand(self, index: Index, event: QEvent | None = None) -> Command:
        if isinstance(event, QKeyEvent) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if event.key() == Key.Key_Space:
                first = not self._marking
                self._marking = True
                return Command.Select if first else Command.Toggle
            return Command.NoUpdate if self._marking else Command.ClearAndSelect
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self._marking = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.RightButton:
            keep = index.isValid() and self.selectionModel().isSelected(index)
            return Command.NoUpdate if keep else Command.ClearAndSelect
        return super().selectionCommand(index, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.ask(event):
            event.accept()
        elif (moved := moving(event)) is None:
            event.ignore()
        else:
            super().keyPressEvent(moved)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not a search for a title."""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index, spot = self._spot(event.position().toPoint())
        super().mousePressEvent(event)
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self._press(spot, index, event.position().toPoint())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index, spot = self._spot(event.position().toPoint())
        block = self._block(index)
        if spot is not None and spot.kind != cards.CODE:
            self._press(spot, index, event.position().toPoint())
        elif block is not None:
            self.opened.emit(block.id)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index, spot = self._spot(event.position().toPoint())
        block = self._block(index)
        self._set_hover(block.id if block else "", spot)
        super().mouseMoveEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover("", None)
        super().leaveEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._count():
            self.setCurrentIndex(self.model().index(0, 0))
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if ids := self.marked():
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            self.menu_asked.emit(ids, self.below_current() if by_key else event.globalPos())

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            _, spot = self._spot(event.pos())
            QToolTip.showText(event.globalPos(), self._painter.explain(spot), self.viewport())
            return True
        return super().viewportEvent(event)

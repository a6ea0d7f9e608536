"""The cards of one column of a board: as the list, and it can be left sideways, dragged from and moved."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPixmap, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from bouwstenen_app.ui.widgets.block_list import BlockList, Command
from bouwstenen_app.ui.widgets.board_card import BoardCardPainter
from bouwstenen_app.ui.widgets.card_view import Index

CARDS_TYPE: Final = "application/x-bouwstenen-cards"
"""What is dragged: cards of the board, which knows which."""
Key = Qt.Key


class BoardList(BlockList):
    """Its signals with ids are about what is marked on the whole board, as ``everywhere`` tells."""

    stepped = Signal(int)
    """To another column: so many to the right."""
    move_asked = Signal(QPoint)
    """The marked cards are to go to a column, chosen at a point on the screen."""
    pressed_alone = Signal()
    """A card was pressed without a key that keeps the marks in the other columns."""
    marking_begun = Signal()
    marks_dropped = Signal()
    focused = Signal(bool)
    """It has the focus now; whether by the mouse, which says itself what is marked."""

    def __init__(
        self, painter: BoardCardPainter, everywhere: Callable[[], list[str]], parent: QWidget | None = None
    ) -> None:
        self._everywhere: Callable[[], list[str]] | None = None
        super().__init__(painter, parent)
        self._everywhere = everywhere
        self._pressed: QPoint | None = None
        self._kept: Index | None = None
        self.last_row = 0
        """The row that was current last, also when the rows were others."""

    @property
    def marking(self) -> bool:
        """Whether moving leaves the marks alone."""
        return self._marking

    def set_marking(self, on: bool) -> None:
        """Let moving leave the marks alone, or not."""
        self._marking = on

    def own(self) -> list[str]:
        """Return the ids of the marked cards of this column."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._block_in(row).id for row in rows]

    def enter(self, index: Index) -> None:
        """Make a card current that was reached from another column."""
        if self._marking:
            self.selectionModel().setCurrentIndex(index, Command.NoUpdate)
            self.scrollTo(index)
        else:
            self.show_block(index)

    def forget_marks(self) -> None:
        """Mark nothing here any more."""
        self._marking = False
        self.selectionModel().clearSelection()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        if current.isValid():
            self.last_row = current.row()
        super().currentChanged(current, previous)

    @override
    def marked(self) -> list[str]:
        return self._everywhere() if self._everywhere is not None else []

    @override
    def drop_marks(self) -> None:
        self.marks_dropped.emit()

    @override
    def ask(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Key.Key_Left, Key.Key_Right):
            self.stepped.emit(1 if event.key() == Key.Key_Right else -1)
            return True
        if plain and event.key() == Key.Key_V and self.marked():
            self.move_asked.emit(self.below_current())
            return True
        return super().ask(event)

    @override
    def below_current(self) -> QPoint:
        rect = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(QPoint(rect.left(), min(rect.bottom(), self.viewport().height())))

    # -- what Qt calls

    @override
    def selectionCommand(self, index: Index, event: QEvent | None = None) -> Command:
        before = self._marking
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            keys = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
            held = index.isValid() and self.selectionModel().isSelected(index)
            if event.button() == Qt.MouseButton.LeftButton and not keys and held and len(self.marked()) > 1:
                self._kept = index  # perhaps all of them are dragged: the marks go when the button comes up
                return Command.NoUpdate
            if not keys and not (event.button() == Qt.MouseButton.RightButton and held):
                self.pressed_alone.emit()
        found = super().selectionCommand(index, event)
        if self._marking and not before:
            self.marking_begun.emit()
        return found

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._kept = None
        left = event.button() == Qt.MouseButton.LeftButton
        at = event.position().toPoint()
        self._pressed = at if left and self.indexAt(at).isValid() else None
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        elif self._pressed is not None:
            moved = (event.position().toPoint() - self._pressed).manhattanLength()
            if moved >= QApplication.startDragDistance():
                self._pressed = self._kept = None
                self._drag()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self._kept is not None:
            self.pressed_alone.emit()
            self._marking = False
            self.selectionModel().select(self._kept, Command.ClearAndSelect)
            self._kept = None
        super().mouseReleaseEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Measured before it was in sight, when it did not know whether there would be a scroll bar.
        self._heights.reset(self._count())
        super().showEvent(event)
        self._settle()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self._count():
            self.selectionModel().setCurrentIndex(self.model().index(0, 0), Command.NoUpdate)
        self.focused.emit(event.reason() == Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)

    def _drag(self) -> None:
        dragged = QMimeData()
        dragged.setData(CARDS_TYPE, b"")
        drag = QDrag(self)
        drag.setMimeData(dragged)
        drag.setPixmap(self._picture())
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)

    def _picture(self) -> QPixmap:
        """Return the current card as it is dragged, with how many go along."""
        picture = self.viewport().grab(self.visualRect(self.currentIndex()))
        count = len(self.marked())
        if count > 1:
            painter = QPainter(picture)
            self._painter.paint_count(painter, picture.deviceIndependentSize().toSize(), count)
            painter.end()
        return picture

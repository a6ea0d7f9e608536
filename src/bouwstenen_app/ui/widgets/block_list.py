"""The live list of blocks: moving, marking and asking with the keyboard or the mouse."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from bouwstenen_app.domain.codebook import KIND, THEME
from bouwstenen_app.ui.widgets import card_layout as cards
from bouwstenen_app.ui.widgets.card_layout import Spot
from bouwstenen_app.ui.widgets.card_painter import CardPainter
from bouwstenen_app.ui.widgets.card_view import CardView, Index

Command = QItemSelectionModel.SelectionFlag
Key = Qt.Key


class BlockList(CardView):
    """A list of cards that asks; its place acts.

    The arrows (or J and K) move; Space marks a card, and from then on moving leaves the marks alone, until a plain
    click or Esc. Every signal with ``list`` gives the ids of the marked blocks, or of the current one.
    """

    current_changed = Signal(str)
    """The id of the block that is current now, empty when there is none."""
    marks_changed = Signal(list)
    opened = Signal(str)
    left = Signal()
    """Back to the line: Esc, or Up on the first card."""
    voted = Signal(list, int)
    domain_asked = Signal(list, int)
    """Digit 1 … 9: this domain on or off."""
    codes_asked = Signal(list, str, QPoint)
    """A choice of codes of this dimension is wanted, at a point on the screen."""
    recent_asked = Signal(list, QPoint)
    """The tags that were used last are wanted, at a point on the screen."""
    same_asked = Signal(list)
    """The same tags as were put on the last time."""
    exemplary_asked = Signal(list)
    held_back_asked = Signal(list)
    cluster_asked = Signal(list, QPoint)
    """These are to go in a cluster, chosen at a point on the screen."""
    bundle_asked = Signal(list, QPoint)
    """These are to go in a bundle together; what is meant may be asked at a point on the screen."""
    status_asked = Signal(list, QPoint)
    """Their status or release is to be chosen, at a point on the screen."""
    parking_asked = Signal(list)
    removal_asked = Signal(list)
    menu_asked = Signal(list, QPoint)

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

    def marked(self) -> list[str]:
        """Return the ids of the marked blocks in order of the list, or of the current one."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        ids = [self._block_in(row).id for row in rows]
        current = self.current_block()
        return ids or ([current.id] if current else [])

    def clear_marks(self) -> None:
        """Leave only the current card selected."""
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

    def _on_key(self, event: QKeyEvent) -> bool:
        """Do what a key means in the list; False when it means nothing here."""
        key, ids = event.key(), self.marked()
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        if key == Key.Key_Escape or (
            key == Key.Key_Up and self.currentIndex().row() <= 0 and not event.modifiers()
        ):
            self._step_back(escape=key == Key.Key_Escape)
        elif not ids:
            return False
        elif event.text() in ("+", "-", "="):
            self.voted.emit(ids, -1 if event.text() == "-" else 1)
        elif Key.Key_1 <= key <= Key.Key_9:
            self.domain_asked.emit(ids, key - Key.Key_0)
        elif key in (Key.Key_T, Key.Key_S):
            self.codes_asked.emit(ids, THEME if key == Key.Key_T else KIND, self._below_current())
        elif key in _ASKS_AT:
            getattr(self, _ASKS_AT[key]).emit(ids, self._below_current())
        elif key in (Key.Key_Return, Key.Key_Enter):
            self.opened.emit(ids[0])
        elif key in _ASKS:
            getattr(self, _ASKS[key]).emit(ids)
        else:
            return False
        return True

    def _step_back(self, *, escape: bool) -> None:
        if escape and len(self.selectionModel().selectedIndexes()) > 1:
            self.clear_marks()
        else:
            self.left.emit()

    def _below_current(self) -> QPoint:
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
        if self._on_key(event):
            event.accept()
            return
        if event.key() in _ALIASES and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            event = QKeyEvent(event.type(), _ALIASES[event.key()], event.modifiers())
        if event.text().isprintable() and event.text() not in ("", " ") and not event.modifiers() & _CHORD:
            # A letter without a meaning here may have one in the window: ? shows the keys.
            event.ignore()
            return
        super().keyPressEvent(event)

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
            self.menu_asked.emit(ids, self._below_current() if by_key else event.globalPos())

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            _, spot = self._spot(event.pos())
            QToolTip.showText(event.globalPos(), self._painter.explain(spot), self.viewport())
            return True
        return super().viewportEvent(event)


_CHORD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_ALIASES: Final[dict[int, Qt.Key]] = {Key.Key_J: Key.Key_Down, Key.Key_K: Key.Key_Up}
_ASKS_AT: Final[dict[int, str]] = {
    Key.Key_B: "bundle_asked",
    Key.Key_G: "cluster_asked",
    Key.Key_R: "recent_asked",
    Key.Key_V: "status_asked",
}
_ASKS: Final[dict[int, str]] = {
    Key.Key_E: "exemplary_asked",
    Key.Key_H: "held_back_asked",
    Key.Key_P: "parking_asked",
    Key.Key_Q: "same_asked",
    Key.Key_Delete: "removal_asked",
}

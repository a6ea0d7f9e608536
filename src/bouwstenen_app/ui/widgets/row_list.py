"""A list of rows on the plane of the page: one is current, none is selected, and heights follow the width."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class RowList(QListView):
    """The delegate paints the rows; which of them is current it reads from the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "plane")
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()  # else rows keep the height that they had in another width
            self.scheduleDelayedItemsLayout()  # a scroll bar that comes while rows are laid out narrows them again

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


class SteppedList(RowList):
    """The arrows move; what other keys mean the page knows."""

    current_changed = Signal(str)
    """Id of what is current now, empty when nothing is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.changed.connect(self.doItemsLayout)

    def current_id(self) -> str:
        """Return the id of what the current row shows, empty when there is none."""
        raise NotImplementedError

    def go(self, row: int) -> None:
        """Make a row current: the nearest one that there is."""
        index = self.model().index(max(0, min(row, self.model().rowCount() - 1)), 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def step(self, by: int) -> None:
        """Go so many rows on, or back."""
        self.go(self.currentIndex().row() + by)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.current_changed.emit(self.current_id())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
        if event.key() in moves and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            event.ignore()

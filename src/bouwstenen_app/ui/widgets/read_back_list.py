"""The blocks that are read back, in order, each with what the room said of it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import CONFIRMED, Block
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.block_rows import BlockRows
from bouwstenen_app.ui.widgets.row_model import RowModel

Index = QModelIndex | QPersistentModelIndex


class ReadBackList(QListView):
    """The arrows move; what other keys mean the page knows."""

    current_changed = Signal(str)
    """Id of the block that is current now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.blocks = RowModel(_described, self)
        self.setAccessibleName(self.tr("Terug te lezen"))
        self.setItemDelegate(BlockRows(theme, (), said_of, self))
        self.setModel(self.blocks)
        self.setProperty("kind", "plane")
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self.doItemsLayout)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show these blocks in this order; the current one stays current."""
        current, row = self.current(), max(0, self.currentIndex().row())
        self.blocks.set_blocks(blocks)
        self.scheduleDelayedItemsLayout()
        kept = self.blocks.row_of(current)
        if blocks:
            self.go(kept if kept >= 0 else row)

    def current(self) -> str:
        """Return the id of the current block, empty when there is none."""
        block = self.blocks.block(self.currentIndex().row())
        return block.id if block else ""

    def go(self, row: int) -> None:
        """Make a row current: the nearest one that there is."""
        index = self.blocks.index(max(0, min(row, self.blocks.rowCount() - 1)))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def step(self, by: int) -> None:
        """Go so many blocks on, or back."""
        self.go(self.currentIndex().row() + by)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.current_changed.emit(self.current())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
        if event.key() in moves and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def said_of(block: Block) -> str:
    """Return in words what is known of a block in the round of reading back."""
    read = f"✓ {block.read_back}" if block.read_back == CONFIRMED else block.read_back
    votes = dutch.counted(block.votes, _tr("stem"), _tr("stemmen")) if block.votes else ""
    parts = (votes, read, _tr("minderheidsstandpunt") if block.minority else "")
    return " · ".join(filter(None, (*parts, _tr("op de parkeerplaats") if block.parked else "")))


def _described(block: Block) -> str:
    number = _tr("Bouwsteen {n}").format(n=block.number)
    return ". ".join(filter(None, (number, block.title, said_of(block))))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReadBackList", text)

"""The blocks that are read back, in order, each with what the room said of it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import CONFIRMED, Block
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.block_rows import BlockRows
from bouwstenen_app.ui.widgets.row_list import SteppedList
from bouwstenen_app.ui.widgets.row_model import RowModel


class ReadBackList(SteppedList):
    """The rows are those of the board, with what the room said of each block."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.blocks = RowModel(_described, self)
        self.setAccessibleName(self.tr("Terug te lezen"))
        self.setItemDelegate(BlockRows(theme, (), said_of, self))
        self.setModel(self.blocks)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show these blocks in this order; the current one stays current."""
        current, row = self.current_id(), max(0, self.currentIndex().row())
        self.blocks.set_blocks(blocks)
        self.scheduleDelayedItemsLayout()
        kept = self.blocks.row_of(current)
        if blocks:
            self.go(kept if kept >= 0 else row)

    @override
    def current_id(self) -> str:
        block = self.blocks.block(self.currentIndex().row())
        return block.id if block else ""


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

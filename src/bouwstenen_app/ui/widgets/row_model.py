"""Blocks in the order in which they are given, for a list of rows."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from bouwstenen_app.domain.blocks import Block

BLOCK_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""Under this role an index gives its Block."""

Index = QModelIndex | QPersistentModelIndex


class RowModel(QAbstractListModel):
    """A few blocks. ``describe`` gives the sentence a screen reader says for one."""

    def __init__(self, describe: Callable[[Block], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._shown: tuple[Block, ...] = ()

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Show these blocks; when only their content changed, the current row stays."""
        same = [block.id for block in blocks] == [block.id for block in self._shown]
        if not same:
            self.beginResetModel()
        self._shown = tuple(blocks)
        if not same:
            self.endResetModel()
        elif blocks:
            self.dataChanged.emit(self.index(0), self.index(len(blocks) - 1))

    def shown(self) -> tuple[Block, ...]:
        """Return the blocks in their order."""
        return self._shown

    def block(self, row: int) -> Block | None:
        """Return the block in a row, None when there is none."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, identity: str) -> int:
        """Return the row of a block, -1 when it is not there."""
        return next((row for row, block in enumerate(self._shown) if block.id == identity), -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        block = self.block(index.row()) if index.isValid() else None
        if block is None:
            return None
        if role == BLOCK_ROLE:
            return block
        if role == Qt.ItemDataRole.DisplayRole:
            return block.title
        return self._describe(block) if role == Qt.ItemDataRole.AccessibleTextRole else None

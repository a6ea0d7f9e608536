"""The blocks of a list: kept in order, filtered, and touched row by row when a step changed some of them."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from bouwstenen_app.domain.blocks import Block

BLOCK_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""Under this role an index gives its Block."""

MANY: Final = 100
"""From so many blocks at once the list is told in one go."""

Index = QModelIndex | QPersistentModelIndex
Order = Callable[[Block], Any]
Filter = Callable[[Block], bool]


def newest_first(block: Block) -> tuple[int, str]:
    """Return the order of a session as it is captured: the highest number on top."""
    return -block.number, block.id


def present(block: Block) -> bool:
    """Say whether a block is not in the bin."""
    return not block.removed


class BlockListModel(QAbstractListModel):
    """All blocks a list knows of, and of those the ones that its filter lets through, in order.

    ``describe`` gives the sentence a screen reader says for a block.
    """

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        order: Order = newest_first,
        describe: Callable[[Block], str] = lambda block: block.title,
    ) -> None:
        super().__init__(parent)
        self._order = order
        self._describe = describe
        self._filter: Filter = present
        self._all: dict[str, Block] = {}
        self._shown: list[Block] = []

    def set_blocks(self, blocks: Iterable[Block]) -> None:
        """Begin again with these blocks."""
        self._all = {block.id: block for block in blocks}
        self._refill()

    def set_filter(self, keep: Filter) -> None:
        """Show only the blocks for which this is true."""
        self._filter = keep
        self._refill()

    def take_in(self, blocks: Iterable[Block], gone: Collection[str] = ()) -> None:
        """Bring in how blocks are now: new ones come in, known ones change, those no longer there go."""
        for identity in gone:
            if (old := self._all.pop(identity, None)) is not None:
                self._take_out(self._row(old))
        arriving = list(blocks)
        if len(arriving) > MANY:
            self._take_in_many(arriving)
            return
        for block in arriving:
            old = self._all.get(block.id)
            self._all[block.id] = block
            self._put(block, -1 if old is None else self._row(old))

    def _take_in_many(self, blocks: Sequence[Block]) -> None:
        """Replace in place when nothing moves, with one signal; otherwise fill the list anew."""
        rows = [-1 if (old := self._all.get(block.id)) is None else self._row(old) for block in blocks]
        self._all |= {block.id: block for block in blocks}
        stays = all(
            row >= 0 and self._filter(block) and self._order(self._shown[row]) == self._order(block)
            for row, block in zip(rows, blocks, strict=True)
        )
        if not stays:
            self._refill()
            return
        for row, block in zip(rows, blocks, strict=True):
            self._shown[row] = block
        self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))

    def known(self) -> Collection[Block]:
        """Return every block the list knows of, shown or not."""
        return self._all.values()

    def get(self, identity: str) -> Block | None:
        """Return a block that the list knows of."""
        return self._all.get(identity)

    def block(self, row: int) -> Block:
        """Return the block in a row."""
        return self._shown[row]

    def shown(self) -> Sequence[Block]:
        """Return the blocks that are shown, in order."""
        return self._shown

    def row_of(self, identity: str) -> int:
        """Return the row of a block, -1 when it is not shown."""
        block = self._all.get(identity)
        return -1 if block is None else self._row(block)

    def index_of(self, identity: str) -> QModelIndex:
        """Return the index of a block, invalid when it is not shown."""
        row = self.row_of(identity)
        return self.index(row) if row >= 0 else QModelIndex()

    def _refill(self) -> None:
        self.beginResetModel()
        self._shown = sorted(filter(self._filter, self._all.values()), key=self._order)
        self.endResetModel()

    def _row(self, block: Block) -> int:
        row = self._place(block)
        return row if row < len(self._shown) and self._shown[row].id == block.id else -1

    def _place(self, block: Block) -> int:
        return bisect_left(self._shown, self._order(block), key=self._order)

    def _put(self, block: Block, row: int) -> None:
        """Show a block that is in this row now (-1: in none) as it has become, if the filter lets it."""
        keep = self._filter(block)
        if keep and row >= 0 and self._order(self._shown[row]) == self._order(block):
            self._shown[row] = block
            self.dataChanged.emit(self.index(row), self.index(row))
            return
        self._take_out(row)
        if keep:
            place = self._place(block)
            self.beginInsertRows(QModelIndex(), place, place)
            self._shown.insert(place, block)
            self.endInsertRows()

    def _take_out(self, row: int) -> None:
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._shown[row]
            self.endRemoveRows()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        block = self._shown[index.row()]
        if role == BLOCK_ROLE:
            return block
        if role == Qt.ItemDataRole.DisplayRole:
            return block.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._describe(block)
        return None

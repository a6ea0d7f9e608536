"""Very many blocks by row number, of which only the pages that were looked at are read."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from bouwstenen_app.domain.blocks import Block

BLOCK_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""Under this role an index gives its Block."""
PAGE: Final = 50
FEW: Final = 60
"""So many rows that came or went are told one by one; for more the list begins again."""

Index = QModelIndex | QPersistentModelIndex


class Pages:
    """The blocks that were read, by row. ``read`` gives blocks in the order of the rows it is given."""

    def __init__(self, read: Callable[[Sequence[int]], Sequence[Block]]) -> None:
        self._read = read
        self._known: dict[int, Block] = {}
        self._row_of: dict[str, int] = {}

    def block(self, rows: Sequence[int], place: int) -> Block:
        """Return the block at a place, with what stands around it read in one go."""
        row = rows[place]
        if row not in self._known:
            first = place - place % PAGE
            self._take(rows[first : first + PAGE])
        return self._known[row]

    def all_of(self, rows: Iterable[int]) -> list[Block]:
        """Return all these blocks."""
        wanted = [*rows]
        self._take(wanted)
        return [self._known[row] for row in wanted]

    def get(self, identity: str) -> Block | None:
        """Return a block that was read, by its id."""
        row = self._row_of.get(identity)
        return None if row is None else self._known.get(row)

    def row_of(self, identity: str) -> int:
        """Return the row of a block that was read, -1 for others."""
        return self._row_of.get(identity, -1)

    def forget(self, ids: Iterable[str]) -> set[int]:
        """Read these blocks anew when they are needed again; return the rows of those that were known."""
        gone = {row for one in ids if (row := self._row_of.pop(one, None)) is not None}
        for row in gone:
            del self._known[row]
        return gone

    def clear(self) -> None:
        """Read everything anew."""
        self._known.clear()
        self._row_of.clear()

    def _take(self, rows: Sequence[int]) -> None:
        missing = [row for row in rows if row not in self._known]
        if missing:
            for row, block in zip(missing, self._read(missing), strict=True):
                self._known[row] = block
                self._row_of[block.id] = row


class PagedListModel(QAbstractListModel):
    """The blocks of some rows, in their order. ``describe`` gives the sentence a screen reader says for one."""

    def __init__(self, pages: Pages, describe: Callable[[Block], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._describe = describe
        self._rows: list[int] = []

    @property
    def rows(self) -> Sequence[int]:
        """The row numbers of its blocks."""
        return self._rows

    def set_rows(self, rows: Sequence[int], changed: Iterable[int] = ()) -> None:
        """Show the blocks of these rows; of those in ``changed`` the content is another now."""
        if self._rows == rows and not changed:
            return
        before, after = set(self._rows), set(rows)
        gone, come = before - after, after - before
        changed = {*changed} & before & after
        few = len(changed) <= FEW and abs(len(rows) - len(self._rows)) <= FEW and len(gone) + len(come) <= FEW
        if not few or [row for row in self._rows if row in after] != [row for row in rows if row in before]:
            self.beginResetModel()
            self._rows = [*rows]
            self.endResetModel()
            return
        for place in sorted((self._rows.index(row) for row in gone), reverse=True):
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._rows[place]
            self.endRemoveRows()
        for place in sorted(rows.index(row) for row in come):
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, rows[place])
            self.endInsertRows()
        for row in changed:
            index = self.index(self._rows.index(row))
            self.dataChanged.emit(index, index)

    def place_of(self, identity: str) -> int:
        """Return the place of a block that was read, -1 when it is not here."""
        row = self._pages.row_of(identity)
        return self._rows.index(row) if row in self._rows else -1

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        wanted = (BLOCK_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if role not in wanted or not index.isValid() or index.row() >= len(self._rows):
            return None
        block = self._pages.block(self._rows, index.row())
        if role == BLOCK_ROLE:
            return block
        return block.title if role == Qt.ItemDataRole.DisplayRole else self._describe(block)

"""The blocks of some rows as a table: a cell is made when it is looked at."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from typing_extensions import override

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.ui.models.paged import BLOCK_ROLE, Index, Pages
from bouwstenen_app.ui.tips import tip


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: its key, its name, what stands in it, and by which order it is sorted (none: it cannot be)."""

    key: str
    name: str
    cell: Callable[[Block], str]
    order: str = ""
    number: bool = False


class BlockTableModel(QAbstractTableModel):
    """Shows each block in a row; ``columns`` never change, the view shows or hides them."""

    def __init__(self, pages: Pages, columns: Sequence[TableColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self.columns = tuple(columns)
        self._rows: list[int] = []

    @property
    def rows(self) -> Sequence[int]:
        """The row numbers of its blocks."""
        return self._rows

    def set_rows(self, rows: Sequence[int], changed: Iterable[int] = ()) -> None:
        """Show the blocks of these rows; of those in ``changed`` the content is another now."""
        if self._rows != rows:
            self.beginResetModel()
            self._rows = [*rows]
            self.endResetModel()
            return
        places = [place for place, row in enumerate(self._rows) if row in {*changed}] if changed else []
        if places:
            last = len(self.columns) - 1
            self.dataChanged.emit(self.index(places[0], 0), self.index(places[-1], last))

    def block(self, place: int) -> Block:
        """Return the block in a row of the table."""
        return self._pages.block(self._rows, place)

    def place_of(self, identity: str) -> int:
        """Return the row of the table in which a block that was read stands, -1 when it does not."""
        row = self._pages.row_of(identity)
        return self._rows.index(row) if row in self._rows else -1

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.columns[index.column()].number
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role not in (BLOCK_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        block = self.block(index.row())
        if role == BLOCK_ROLE:
            return block
        cell = self.columns[index.column()].cell(block)
        return " ".join(cell.split()) if role == Qt.ItemDataRole.DisplayRole else tip(cell)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].name
        return None

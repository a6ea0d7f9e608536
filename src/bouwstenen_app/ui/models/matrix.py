"""One dimension against another as a table of numbers."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.services.insight import Matrix
from bouwstenen_app.ui.tips import tip

COUNT_ROLE: Final = int(Qt.ItemDataRole.UserRole)
SHARE_ROLE: Final = COUNT_ROLE + 1
"""Under these roles a cell gives its number, and its part of the fullest cell from 0 to 1."""

Index = QModelIndex | QPersistentModelIndex


class MatrixModel(QAbstractTableModel):
    """The cells of a Matrix; an empty one reads as a dash."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix: Matrix | None = None

    def set_matrix(self, matrix: Matrix) -> None:
        """Show a matrix; when its rows and columns are the same, the cursor stays where it is."""
        old = self._matrix
        if old is not None and (old.rows, old.columns) == (matrix.rows, matrix.columns):
            self._matrix = matrix
            if matrix.rows and matrix.columns:
                last = self.index(len(matrix.rows) - 1, len(matrix.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._matrix = matrix
        self.endResetModel()

    def cell(self, index: Index) -> tuple[str, str]:
        """Return the ids of the row and the column of a cell."""
        if self._matrix is None or not index.isValid():
            return "", ""
        return self._matrix.rows[index.row()].id, self._matrix.columns[index.column()].id

    def as_text(self) -> str:
        """Return the table with tabs between the cells, as a spreadsheet takes it."""
        if self._matrix is None:
            return ""
        m = self._matrix
        lines = ["\t".join(["", *(code.name for code in m.columns)])]
        lines += ["\t".join([r.name, *(str(m.count(r.id, c.id)) for c in m.columns)]) for r in m.rows]
        return "\n".join(lines)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(self._matrix.rows) if self._matrix is not None and not parent.isValid() else 0

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(self._matrix.columns) if self._matrix is not None and not parent.isValid() else 0

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._matrix is None:
            return None
        codes = self._matrix.columns if orientation == Qt.Orientation.Horizontal else self._matrix.rows
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return codes[section].name
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(codes[section].definition)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._matrix is None or not index.isValid():
            return None
        count = self._matrix.count(*self.cell(index))
        if role == COUNT_ROLE:
            return count
        if role == SHARE_ROLE:
            return count / self._matrix.highest if count else 0.0
        if role == Qt.ItemDataRole.DisplayRole:
            return dutch.number(count) if count else "–"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            row, column = self._matrix.rows[index.row()].name, self._matrix.columns[index.column()].name
            how_many = dutch.counted(count, self.tr("bouwsteen"), self.tr("bouwstenen"))
            told = f"{row} × {column}: {how_many if count else self.tr('nog geen bouwstenen')}"
            return tip(told) if role == Qt.ItemDataRole.ToolTipRole else told
        return None

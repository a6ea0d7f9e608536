"""Two dimensions crossed as a table of numbers, with groups that fold open."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import Code
from bouwstenen_app.services.crossing import BLOCKS, SESSIONS, Cross, Line
from bouwstenen_app.ui.models.matrix import COUNT_ROLE, SHARE_ROLE
from bouwstenen_app.ui.tips import tip

FOLD_ROLE: Final = SHARE_ROLE + 1
"""Of a header: None when it does not fold, otherwise whether it stands open."""
DEPTH_ROLE: Final = FOLD_ROLE + 1
SPOT_ROLE: Final = DEPTH_ROLE + 1
"""Of a cell: whether it is a white spot."""

Index = QModelIndex | QPersistentModelIndex


class CrossModel(QAbstractTableModel):
    """The cells of a Cross; a white spot reads as a dash."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cross: Cross | None = None

    def set_cross(self, cross: Cross) -> None:
        """Show it; when its rows and columns are the same, the cursor stays where it is."""
        old, same = self._cross, False
        if old is not None:
            same = (old.rows, old.columns) == (cross.rows, cross.columns)
        if same and cross.rows and cross.columns:
            self._cross = cross
            last = self.index(len(cross.rows) - 1, len(cross.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._cross = cross
        self.endResetModel()

    def line(self, section: int, orientation: Qt.Orientation) -> Line | None:
        """Return a row or a column."""
        if self._cross is None:
            return None
        lines = self._cross.columns if orientation == Qt.Orientation.Horizontal else self._cross.rows
        return lines[section] if 0 <= section < len(lines) else None

    def cell(self, index: Index) -> tuple[Code, Code] | None:
        """Return the codes of the row and the column of a cell."""
        if self._cross is None or not index.isValid():
            return None
        return self._cross.rows[index.row()].code, self._cross.columns[index.column()].code

    def nearest(self, rows: Sequence[str], columns: Sequence[str]) -> QModelIndex:
        """Return the cell of the first of these codes that are there; the first row or column for none."""
        if self._cross is None:
            return QModelIndex()
        return self.index(_first(self._cross.rows, rows), _first(self._cross.columns, columns))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(self._cross.rows) if self._cross is not None and not parent.isValid() else 0

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(self._cross.columns) if self._cross is not None and not parent.isValid() else 0

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(section, orientation)
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.code.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self.tr("open") if line.open else self.tr("dicht")
            return f"{line.code.name}, {state}" if line.foldable else line.code.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(line.code.definition)
        if role == FOLD_ROLE:
            return line.open if line.foldable else None
        return line.depth if role == DEPTH_ROLE else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._cross is None or not index.isValid():
            return None
        value = self._cross.value(index.row(), index.column())
        if role == COUNT_ROLE:
            return value or 0
        if role == SPOT_ROLE:
            return value is None
        if role == SHARE_ROLE:
            return value / self._cross.highest if value else 0.0
        if role == Qt.ItemDataRole.DisplayRole:
            return "–" if value is None else dutch.number(value)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            row, column = self._cross.rows[index.row()].code.name, self._cross.columns[index.column()].code.name
            told = f"{row} × {column}: {self._told(value)}"
            return tip(told) if role == Qt.ItemDataRole.ToolTipRole else told
        return None

    def _told(self, value: int | None) -> str:
        if value is None or self._cross is None:
            return self.tr("witte vlek, nog geen bouwstenen")
        if self._cross.measure == BLOCKS:
            return dutch.counted(value, self.tr("bouwsteen"), self.tr("bouwstenen"))
        if self._cross.measure == SESSIONS:
            return dutch.counted(value, self.tr("sessie"), self.tr("sessies"))
        return dutch.counted(value, self.tr("stem"), self.tr("stemmen"))


def _first(lines: Sequence[Line], codes: Sequence[str]) -> int:
    places = {line.code.id: place for place, line in enumerate(lines)}
    return next((places[code] for code in codes if code in places), 0)

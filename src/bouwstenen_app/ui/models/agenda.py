"""The agenda of one session as a table; what is typed in a cell is told, not kept."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from bouwstenen_app.domain.workshops import Round
from bouwstenen_app.ui.tips import tip

TIME, NAME, QUESTION, METHOD, MINUTES = range(5)
FIELDS: Final = {NAME: "name", QUESTION: "question", METHOD: "method", MINUTES: "minutes"}
MOST_MINUTES: Final = 600
STEP_TYPE: Final = "application/x-bouwstenen-step"
"""What is dragged: the id of a step."""
NOW_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""Under this role an index says whether the room is in its step now."""

Index = QModelIndex | QPersistentModelIndex


class AgendaModel(QAbstractTableModel):
    """One row per step: its time, name, question, method and minutes."""

    edited = Signal(str, str, object)
    """Id of a step, name of a field of its row, new value."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Round, ...] = ()
        self._now = ""

    def set_now(self, step: str) -> None:
        """Mark the step that the room is in, by its id; empty for none."""
        if step != self._now:
            self._now = step
            if self._steps:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._steps) - 1, MINUTES), [NOW_ROLE])

    def set_steps(self, steps: Sequence[Round]) -> None:
        """Show these steps; when only their text changed, the cursor stays where it is."""
        steps = tuple(steps)
        same = [step.id for step in steps] == [step.id for step in self._steps]
        if same:
            self._steps = steps
            if steps:
                self.dataChanged.emit(self.index(0, 0), self.index(len(steps) - 1, MINUTES))
            return
        self.beginResetModel()
        self._steps = steps
        self.endResetModel()

    def step(self, row: int) -> Round | None:
        """Return the step in a row, None when there is none."""
        return self._steps[row] if 0 <= row < len(self._steps) else None

    def row_of(self, identity: str) -> int:
        """Return the row of a step, -1 when it is not there."""
        return next((row for row, step in enumerate(self._steps) if step.id == identity), -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._steps)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 5

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        names = (self.tr("Tijd"), self.tr("Ronde"), self.tr("Vraag"), self.tr("Werkvorm"), self.tr("Duur"))
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return names[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignVCenter | _side(section))
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        step = self.step(index.row())
        if step is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(step, index.column())
        if role == Qt.ItemDataRole.EditRole:
            return getattr(step, FIELDS[index.column()]) if index.column() in FIELDS else step.start
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignVCenter | _side(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(step.method)
        if role == Qt.ItemDataRole.UserRole:
            return step
        if role == NOW_ROLE:
            return step.id == self._now
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == TIME and step.id == self._now:
            return self.tr("{time}, nu").format(time=self._text(step, TIME))
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        step = self.step(index.row())
        name = FIELDS.get(index.column())
        if role != Qt.ItemDataRole.EditRole or step is None or name is None:
            return False
        if name != "minutes":
            value = " ".join(str(value).split())
        if value == getattr(step, name) or (name == "name" and not value):
            return False
        self.edited.emit(step.id, name, value)
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled  # between the steps, never on one
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in FIELDS else flags

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [STEP_TYPE]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        dragged = QMimeData()
        step = self.step(indexes[0].row()) if indexes else None
        if step is not None:
            dragged.setData(STEP_TYPE, step.id.encode())
        return dragged

    def _text(self, step: Round, column: int) -> str:
        if column == TIME:
            return step.start or "–"
        if column == MINUTES:
            return self.tr("{n} min").format(n=step.minutes) if step.minutes else "–"
        return str(getattr(step, FIELDS[column]))


def _side(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if column == MINUTES else Qt.AlignmentFlag.AlignLeft

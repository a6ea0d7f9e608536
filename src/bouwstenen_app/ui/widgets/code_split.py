"""Asks which blocks of a code go to a new one beside it: a checklist of all of them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Code
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.code_question import LONGEST, Question
from bouwstenen_app.ui.widgets.form_fields import in_form

Index = QModelIndex | QPersistentModelIndex
_ROLES: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class SplitQuestion(Question):
    """Space ticks the line that is looked at; the ticked blocks go to the new code."""

    accepted = Signal(str, str, object)
    """Id of the code, name of the new one, ids of the blocks that go to it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._code = ""
        self.accept.setText(self.tr("Splitsen"))
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST)
        in_form(self.name, "naam van een gesplitste code")
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Toon alleen bouwstenen met…"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.model = _Ticks(self)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self.model)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.blocks = _Checklist()
        self.blocks.setModel(self._found)
        self.blocks.setAccessibleName(self.tr("Bouwstenen die naar de nieuwe code gaan"))
        self.all = QPushButton()
        self.add_field(self.tr("Naam van de nieuwe code"), self.name)
        self.column.addWidget(self.search)
        self.column.addWidget(self.blocks, 1)
        self.add_buttons(self.all)
        self.search.textChanged.connect(self._on_search)
        self.model.ticked.connect(self._say)
        self.all.clicked.connect(self._on_all)
        self.name.returnPressed.connect(self._on_accepted)
        self.accept.clicked.connect(self._on_accepted)

    def ask(self, code: Code, blocks: Sequence[Block]) -> None:
        """Ask about a code with these blocks; none is ticked."""
        self._code = code.id
        self.title.setText(self.tr("“{name}” splitsen").format(name=code.name))
        self.name.clear()
        self.search.clear()
        self.model.set_blocks(blocks)
        self.blocks.setCurrentIndex(self._found.index(0, 0))
        self._say()
        self.name.setFocus()

    def _on_search(self, text: str) -> None:
        self._found.setFilterFixedString(text)
        self.blocks.setCurrentIndex(self._found.index(0, 0))
        self._say()

    def _say(self) -> None:
        ticked, total = len(self.model.on), self.model.rowCount()
        going = dutch.counted(ticked, self.tr("bouwsteen"), self.tr("bouwstenen"))
        rest = dutch.counted(total - ticked, self.tr("bouwsteen"), self.tr("bouwstenen"))
        self.told.setText(
            self.tr("Vink aan wat naar de nieuwe code gaat: nu {going}. Bij deze code blijven {rest}.").format(
                going=going, rest=rest
            )
        )
        shown = self._shown()
        everything = bool(shown) and shown <= self.model.on
        self.all.setText(self.tr("Niets aanvinken") if everything else self.tr("Alles aanvinken"))
        self.accept.setEnabled(ticked > 0)

    def _shown(self) -> set[str]:
        rows = (self._found.mapToSource(self._found.index(row, 0)).row() for row in range(self._found.rowCount()))
        return {self.model.block(row) for row in rows}

    def _on_all(self) -> None:
        shown = self._shown()
        self.model.tick(shown, on=not shown <= self.model.on)

    def _on_accepted(self) -> None:
        if self.accept.isEnabled():
            self.accepted.emit(self._code, self.name.text(), frozenset(self.model.on))


class _Checklist(QListView):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "choices")
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._turn)

    def _turn(self, index: QModelIndex) -> None:
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        self.model().setData(index, state, Qt.ItemDataRole.CheckStateRole)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._turn(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Ticks(QAbstractListModel):
    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._blocks: Sequence[Block] = ()
        self.on: set[str] = set()

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        self.beginResetModel()
        self._blocks, self.on = blocks, set()
        self.endResetModel()

    def block(self, row: int) -> str:
        return self._blocks[row].id

    def tick(self, blocks: set[str], *, on: bool) -> None:
        self.on = self.on | blocks if on else self.on - blocks
        if self._blocks:
            self.dataChanged.emit(
                self.index(0), self.index(len(self._blocks) - 1), [Qt.ItemDataRole.CheckStateRole]
            )
        self.ticked.emit()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt asks so
        return 0 if parent.isValid() else len(self._blocks)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        block = self._blocks[index.row()]
        if role in _ROLES:
            line = f"{block.spoken_id}  {block.title}"
            return tip(line) if role == Qt.ItemDataRole.ToolTipRole else line
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if block.id in self.on else Qt.CheckState.Unchecked
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.on ^= {self._blocks[index.row()].id}
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit()
        return True

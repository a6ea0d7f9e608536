"""The list under a search field: the field keeps the focus, and its arrows go through what was found."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.picker_rows import PickerRows

_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FoundList(QListWidget):
    """Rows of a picker; the ``field`` above it says which one is marked."""

    def __init__(self, theme: Theme, field: QLineEdit, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = PickerRows(theme, self)
        self.setItemDelegate(self._rows)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentTextChanged.connect(field.setAccessibleDescription)

    def step(self, event: QKeyEvent) -> bool:
        """Mark the next row or the one before, for an arrow that was pressed in the field; False for other keys."""
        by = _STEPS.get(Qt.Key(event.key()), 0)
        if by:
            self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + by)))
        return by != 0

    def height_of_rows(self, width: int) -> int:
        """Return how high all rows are together, in a list of this width."""
        return sum(self._rows.height(self.model().index(row, 0), width) for row in range(self.count()))

"""A small window to choose the column that cards go to: type its first letters, Enter."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.codebook import folded
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.board_column import Head
from bouwstenen_app.ui.widgets.picker_rows import DEPTH_ROLE, DETAIL_ROLE, PickerRows

WIDTH, MOST = 320, 380
"""Pixels at 100 %: the width, and the height of the list at most."""
WHAT: Final = int(Qt.ItemDataRole.UserRole)


class ColumnPicker(QFrame):
    """Shows the columns of a board; Enter takes the marked one, with Ctrl the cards stay where they were too."""

    chosen = Signal(str, bool)
    """Key of a column, and whether the cards keep the one they were in."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self._heads: Sequence[Head] = ()
        self._inside: frozenset[str] = frozenset()
        self.setProperty("kind", "card")
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.setPlaceholderText(self.tr("Verplaats naar…"))
        self.search.setAccessibleName(self.tr("Verplaats naar"))
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.found = QListWidget()
        self.found.setAccessibleName(self.tr("Kolommen"))
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.found.itemClicked.connect(self._take)
        self.found.currentTextChanged.connect(self.search.setAccessibleDescription)
        self._rows = PickerRows(theme, self.found)
        self.found.setItemDelegate(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.found)

    def choose(self, heads: Sequence[Head], inside: frozenset[str], at: QPoint) -> None:
        """Open at a point of the screen; ``inside`` are the columns that the cards are in."""
        self._heads, self._inside = tuple(heads), inside
        self.search.clear()
        self.setFixedWidth(self._theme.px(WIDTH))
        self._fill()
        self._fit()
        area = self.screen().availableGeometry()
        x = max(area.left(), min(at.x(), area.right() - self.width()))
        below = at.y() + 4
        y = below if below + self.height() <= area.bottom() else max(area.top(), area.bottom() - self.height())
        self.move(x, y)
        self.show()
        self.search.setFocus()

    def _fill(self) -> None:
        wanted = folded(self.search.text())
        fitting = [head for head in self._heads if wanted in folded(head.name)]
        fitting.sort(key=lambda head: not folded(head.name).startswith(wanted))
        self.found.clear()
        for head in fitting:
            item = QListWidgetItem(head.name)
            item.setData(WHAT, head.key)
            item.setData(DEPTH_ROLE, 0)
            item.setData(DETAIL_ROLE, head.detail)
            inside = head.key in self._inside
            item.setCheckState(Qt.CheckState.Checked if inside else Qt.CheckState.Unchecked)
            self.found.addItem(item)
        self.found.setCurrentRow(0)

    def _fit(self) -> None:
        width = self._theme.px(WIDTH - 32)
        rows = (self._rows.height(self.found.model().index(row, 0), width) for row in range(self.found.count()))
        high = min(sum(rows) + self._theme.px(32), self._theme.px(MOST))
        self.setFixedHeight(high + self.search.sizeHint().height() + 26)

    def _take(self, item: QListWidgetItem, *, add: bool = False) -> None:
        key = str(item.data(WHAT))
        self.close()
        self.chosen.emit(key, add)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if (item := self.found.currentItem()) is not None:
                    self._take(item, add=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.found.setCurrentRow(max(0, min(self.found.count() - 1, self.found.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)

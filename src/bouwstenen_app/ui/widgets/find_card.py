"""A small window to find one thing by its number or by words: its place answers what was typed."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.found_list import FoundList
from bouwstenen_app.ui.widgets.picker_rows import DEPTH_ROLE, DETAIL_ROLE, GROUP_ROLE
from bouwstenen_app.ui.widgets.popups import open_under
from bouwstenen_app.ui.widgets.words import words

WIDTH, HEIGHT = 440, 420
"""Pixels at 100 %."""
REST: Final = 60
"""Milliseconds after the last key before anything is looked for."""
WHAT: Final = int(Qt.ItemDataRole.UserRole)
Row = tuple[str, str, str]
"""Key, name and detail of something that was found."""


class FindCard(QFrame):
    """Tells what is typed and shows what its place answers; Enter takes the marked row, Esc closes it."""

    typed = Signal(str)
    chosen = Signal(str)
    """Key of the row that was taken."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self.setProperty("kind", "card")
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.installEventFilter(self)
        self.found = FoundList(theme, self.search, self.tr("Gevonden"))
        self.found.itemClicked.connect(self._take)
        self._nothing = words("", "muted", wrap=True)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._tell)
        self.search.textEdited.connect(lambda _: self._rest.start())
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.found, 1)
        column.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)

    def ask(self, hint: str, nothing: str, at: QPoint) -> None:
        """Open at a point of the screen; ``nothing`` is said when nothing fits."""
        self.search.clear()
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(hint)
        self._nothing.setText(nothing)
        self.setFixedSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))
        open_under(self, at)
        self.search.setFocus()
        self._tell()

    def offer(self, rows: Sequence[Row]) -> None:
        """Show what fits what was typed."""
        self.found.clear()
        for key, name, detail in rows:
            item = QListWidgetItem(name)
            item.setData(WHAT, key)
            item.setData(DETAIL_ROLE, detail)
            item.setData(DEPTH_ROLE, 0)
            item.setData(GROUP_ROLE, False)
            self.found.addItem(item)
        self.found.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self.found.setCurrentRow(0)

    def _tell(self) -> None:
        self._rest.stop()
        self.typed.emit(" ".join(self.search.text().split()))

    def _take(self, item: QListWidgetItem) -> None:
        self.close()
        self.chosen.emit(str(item.data(WHAT)))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._rest.isActive():
                    self._tell()
                if (item := self.found.currentItem()) is not None:
                    self._take(item)
                return True
            if self.found.step(event):
                return True
        return super().eventFilter(watched, event)

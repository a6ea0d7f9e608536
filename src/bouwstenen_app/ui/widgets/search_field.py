"""The search field of the header: finds as you type, and knows the places and commands by name."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.words import words

KEY: Final = "Ctrl K"


class SearchField(QLineEdit):
    """One line. Esc gives the focus back; Enter searches; a command chosen from the list is emitted by its key."""

    submitted = Signal(str)
    """The text, at Enter."""
    command_chosen = Signal(str)
    left = Signal()
    """Esc: back to the work."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._commands: dict[str, str] = {}
        self._names = QStringListModel(self)
        self._cap: QLabel = words(KEY, "key", parent=self)
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("kind", "search")
        self.setPlaceholderText(self.tr("Zoeken of opdracht…"))
        self.setAccessibleName(self.tr("Zoeken of opdracht"))
        self.setToolTip(self.tr("Zoek in alle bouwstenen, of typ een opdracht ({key})").format(key="Ctrl+K"))
        self.textChanged.connect(self._place_cap)
        self.returnPressed.connect(self._on_return_pressed)
        theme.changed.connect(self._place_cap)

    def set_commands(self, commands: Mapping[str, str]) -> None:
        """Offer these commands while typing: words by key."""
        self._commands = {name: key for key, name in commands.items()}
        self._names.setStringList(list(self._commands))
        if self.completer() is None:
            completer = QCompleter(self._names, self)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.activated.connect(self._on_activated)
            self.setCompleter(completer)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cap()

    def _on_return_pressed(self) -> None:
        text = self.text().strip()
        if text and text not in self._commands:
            self.submitted.emit(text)

    def _on_activated(self, name: str) -> None:
        key = self._commands.get(name, "")
        self.clear()
        if key:
            self.command_chosen.emit(key)

    def _place_cap(self) -> None:
        self._cap.adjustSize()
        size = self._cap.size()
        room = self.fontMetrics().horizontalAdvance(self.placeholderText()) + size.width() + self._theme.px(40)
        self._cap.setVisible(not self.text() and self.width() > room)
        self._cap.move(self.width() - size.width() - self._theme.px(12), (self.height() - size.height()) // 2)

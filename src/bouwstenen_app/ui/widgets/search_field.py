"""The search field of the header: finds as you type, and knows the places and commands by name."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.word_choices import WordChoices
from bouwstenen_app.ui.widgets.words import words

KEY: Final = "Ctrl K"
_BACK_AGAIN: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class SearchField(QLineEdit):
    """One line. Esc gives the focus back; Enter searches; a command chosen from the list is emitted by its key."""

    entered = Signal()
    """Someone came here to type."""
    searched = Signal(str)
    """The text as it is typed, unless it may become a command: then Enter says that it is to be found."""
    submitted = Signal(str)
    """The text, at Enter."""
    command_chosen = Signal(str)
    left = Signal()
    """Esc: back to the work."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._commands: dict[str, str] = {}
        self._choices = WordChoices(self)
        self._choices.activated.connect(self._on_activated)
        self._cap: QLabel = words(KEY, "key", parent=self)
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("kind", "search")
        self.setPlaceholderText(self.tr("Zoeken of opdracht…"))
        self.setAccessibleName(self.tr("Zoeken of opdracht"))
        self.setToolTip(self.tr("Zoek in alle bouwstenen, of typ een opdracht ({key})").format(key="Ctrl+K"))
        self.textChanged.connect(self._place_cap)
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self._on_return_pressed)
        theme.changed.connect(self._place_cap)

    def set_commands(self, commands: Mapping[str, str]) -> None:
        """Offer these commands while typing: words by key."""
        self._commands = {name: key for key, name in commands.items()}
        self._choices.set_words(list(self._commands))

    def forget(self) -> None:
        """Be empty again, without looking for everything."""
        with QSignalBlocker(self):
            self.clear()
        self._place_cap()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._choices.close()
            self.left.emit()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cap()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _BACK_AGAIN:
            self.entered.emit()

    def _on_text_changed(self, text: str) -> None:
        if not self._begins_command(text.strip().casefold()):
            self.searched.emit(text)

    def _begins_command(self, text: str) -> bool:
        return bool(text) and any(f" {text}" in f" {name.casefold()}" for name in self._commands)

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

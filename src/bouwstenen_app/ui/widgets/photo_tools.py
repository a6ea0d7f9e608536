"""What can be done with the photo that is shown large: zoom, turn, name, give to a block, throw away."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import IconButton, KeyButton
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import words

LONGEST_NAME: Final = 80
NAME, NUMBER = 190, 70
"""Pixels at 100 %."""
MOST: Final = 9999


class PhotoTools(QWidget):
    """Above the photo: how large it is shown. Its buttons ask; ``show_percent`` says what it is now."""

    zoom_asked = Signal(int)
    """Larger (1) or smaller (-1)."""
    fit_asked = Signal()
    full_asked = Signal()
    turn_asked = Signal()
    removal_asked = Signal()
    more_asked = Signal()
    """More photos are to be chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.smaller = IconButton(theme, "minus", self.tr("Kleiner (−)"), framed=True, size=16)
        self.larger = IconButton(theme, "plus", self.tr("Groter (+)"), framed=True, size=16)
        self._percent = words("100 %", "muted")
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fit = KeyButton(theme, self.tr("Passend"), "Ctrl+0", bound=False)
        self.full = KeyButton(theme, self.tr("Ware grootte"))
        self.turn = IconButton(theme, "turn", self.tr("Kwartslag draaien (Ctrl R)"), framed=True, size=16)
        self.bin = IconButton(theme, "bin", self.tr("Foto naar de prullenbak (Del)"), framed=True, size=16)
        self.more = KeyButton(theme, self.tr("Foto toevoegen…"), "Ctrl+I", icon="plus")
        row = FlowLayout(self, gap=8)
        zoom = QWidget()
        together = QHBoxLayout(zoom)
        together.setContentsMargins(0, 0, 0, 0)
        together.setSpacing(4)
        for part in (self.smaller, self._percent, self.larger):
            together.addWidget(part)
        for widget in (zoom, self.fit, self.full, self.turn, self.bin, self.more):
            row.addWidget(widget)
        self.smaller.clicked.connect(lambda: self.zoom_asked.emit(-1))
        self.larger.clicked.connect(lambda: self.zoom_asked.emit(1))
        self.fit.clicked.connect(self.fit_asked)
        self.full.clicked.connect(self.full_asked)
        self.turn.clicked.connect(self.turn_asked)
        self.bin.clicked.connect(self.removal_asked)
        self.more.clicked.connect(self.more_asked)
        self._theme = theme
        theme.changed.connect(self._fit)
        self._fit()

    def show_percent(self, percent: int) -> None:
        """Say how large the photo is shown."""
        self._percent.setText(f"{percent} %")

    def _fit(self) -> None:
        self._percent.setFixedWidth(self._theme.px(52))


class PhotoLabel(QWidget):
    """Under the photo: what it is called, and which block it belongs to. Enter or leaving the field tells it."""

    renamed = Signal(str)
    given = Signal(int)
    """The number of the block that it is to belong to; 0 for the session."""
    left = Signal()
    """Enter: to the line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name, self._number = "", 0
        self.name = _Field(self.tr("Naam van de foto"))
        self.name.setPlaceholderText(self.tr("Naam, bijvoorbeeld Flap tafel 2"))
        self.name.setMaxLength(LONGEST_NAME)
        self.number = _Field(self.tr("Nummer van de bouwsteen waar de foto bij hoort"))
        self.number.setPlaceholderText(self.tr("geen"))
        self.number.setValidator(QIntValidator(0, MOST, self.number))
        label = words(self.tr("Hoort bij bouwsteen"), "muted")
        label.setBuddy(self.number)
        row = FlowLayout(self, gap=8)
        row.addWidget(self.name)
        together = QWidget()
        beside = QHBoxLayout(together)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(label)
        beside.addWidget(self.number)
        row.addWidget(together)
        for field in (self.name, self.number):
            field.escaped.connect(self._put_back)
            field.entered.connect(self.left)
        self.name.settled.connect(self._on_name)
        self.number.settled.connect(self._on_number)
        theme.changed.connect(self._fit)
        self._fit()

    def show_photo(self, name: str, number: int) -> None:
        """Show the name of a photo and the number of its block, 0 for none."""
        self._name, self._number = name, number
        self._put_back()

    def _put_back(self) -> None:
        self.name.setText(self._name)
        self.number.setText(str(self._number or ""))

    def _on_name(self) -> None:
        if (typed := self.name.text().strip()) != self._name:
            self.renamed.emit(typed)

    def _on_number(self) -> None:
        typed = int(self.number.text() or 0)
        if typed != self._number:
            self.given.emit(typed)

    def _fit(self) -> None:
        self.name.setFixedWidth(self._theme.px(NAME))
        self.number.setFixedWidth(self._theme.px(NUMBER))


class _Field(QLineEdit):
    escaped = Signal()
    """Esc: what was typed is not wanted."""
    entered = Signal()
    settled = Signal()
    """Enter, or the focus went elsewhere."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settled.emit()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settled.emit()

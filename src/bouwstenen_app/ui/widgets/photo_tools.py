"""What can be done with the photo that is shown large: zoom, turn, name, give to a block, throw away."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import IconButton, KeyButton
from bouwstenen_app.ui.widgets.words import words

LONGEST_NAME: Final = 80
NAME, NUMBER = 60, 62
"""Pixels at 100 %."""
MOST: Final = 9999


class PhotoTools(QWidget):
    """Above the photo: how large it is shown, which one it is. Its buttons ask.

    Where there is little room, what the keys and the wheel do as well is left out first.
    """

    zoom_asked = Signal(int)
    """Larger (1) or smaller (-1)."""
    fit_asked = Signal()
    full_asked = Signal()
    turn_asked = Signal()
    step_asked = Signal(int)
    """To the next photo (1) or the one before (-1)."""
    removal_asked = Signal()
    more_asked = Signal()
    """More photos are to be chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

        def icon(name: str, says: str) -> IconButton:
            return IconButton(theme, name, says, framed=True, size=16)

        self.smaller = icon("minus", self.tr("Kleiner (−)"))
        self.larger = icon("plus", self.tr("Groter (+)"))
        self._percent = words("100 %", "muted")
        self.fit = KeyButton(theme, self.tr("Passend"), "Ctrl+0", bound=False)
        self.full = KeyButton(theme, self.tr("Ware grootte"))
        self.turn = icon("turn", self.tr("Kwartslag draaien (Ctrl R)"))
        self.bin = icon("bin", self.tr("Foto naar de prullenbak (Del)"))
        self.before = icon("chevron-left", self.tr("Vorige foto (Alt ↑)"))
        self.after = icon("chevron-right", self.tr("Volgende foto (Alt ↓)"))
        self._which = words("", "muted")
        self.more = KeyButton(theme, self.tr("Foto toevoegen…"), "Ctrl+I", icon="plus", bound=False)
        self._zoom, self._steps = QWidget(), QWidget()
        self._build()
        self._connect()
        theme.changed.connect(self._fit)

    def show_percent(self, percent: int) -> None:
        """Say how large the photo is shown."""
        self._percent.setText(f"{percent} %")

    def show_place(self, place: int, count: int) -> None:
        """Say which of the photos this is, and offer the next; not when ``count`` is 0."""
        self._steps.setVisible(count > 1)
        self._which.setText(f"{place} / {count}")
        self.before.setEnabled(place > 1)
        self.after.setEnabled(place < count)
        self._fit()

    def _build(self) -> None:
        for label in (self._percent, self._which):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        _together(self._zoom, self.smaller, self._percent, self.larger)
        _together(self._steps, self.before, self._which, self.after)
        self._steps.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        for widget in (self._zoom, self.fit, self.full, self.turn, self.bin, self._steps, self.more):
            self._row.addWidget(widget)
        self._row.addStretch(1)

    def _connect(self) -> None:
        self.smaller.clicked.connect(lambda: self.zoom_asked.emit(-1))
        self.larger.clicked.connect(lambda: self.zoom_asked.emit(1))
        self.fit.clicked.connect(self.fit_asked)
        self.full.clicked.connect(self.full_asked)
        self.turn.clicked.connect(self.turn_asked)
        self.before.clicked.connect(lambda: self.step_asked.emit(-1))
        self.after.clicked.connect(lambda: self.step_asked.emit(1))
        self.bin.clicked.connect(self.removal_asked)
        self.more.clicked.connect(self.more_asked)

    def _fit(self) -> None:
        self._percent.setFixedWidth(self._theme.px(52))
        for left_out in range(6):
            self._leave_out(left_out)
            self._row.invalidate()
            if self._row.sizeHint().width() <= self.width():
                return

    def _leave_out(self, much: int) -> None:
        for button in (self.fit, self.more):
            button.show_key(much < 1)
        self.full.setVisible(much < 2)
        self.more.setText(self.tr("Foto toevoegen…") if much < 3 else self.tr("Foto…"))
        self._percent.setVisible(much < 3)
        self.fit.setVisible(much < 4)
        self._zoom.setVisible(much < 5)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class PhotoLabel(QWidget):
    """What it is called, and which block it belongs to. Enter or leaving the field tells it."""

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
        self.name.setPlaceholderText(self.tr("Naam van de foto"))
        self.name.setMaxLength(LONGEST_NAME)
        self.number = _Field(self.tr("Nummer van de bouwsteen waar de foto bij hoort"))
        self.number.setPlaceholderText(self.tr("geen"))
        self.number.setValidator(QIntValidator(0, MOST, self.number))
        label = words(self.tr("Bij bouwsteen"), "muted")
        label.setBuddy(self.number)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(label)
        row.addWidget(self.number)
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
        self.name.setCursorPosition(0)
        self.number.setText(str(self._number or ""))

    def _on_name(self) -> None:
        if (typed := self.name.text().strip()) != self._name:
            self.renamed.emit(typed)

    def _on_number(self) -> None:
        typed = int(self.number.text() or 0)
        if typed != self._number:
            self.given.emit(typed)

    def _fit(self) -> None:
        self.name.setMinimumWidth(self._theme.px(NAME))
        self.number.setFixedWidth(self._theme.px(NUMBER))


def _together(group: QWidget, *parts: QWidget) -> None:
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for part in parts:
        row.addWidget(part)


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

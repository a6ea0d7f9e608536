"""A field for a password: hidden unless one looks, and it says when Caps Lock is on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import IconButton
from bouwstenen_app.ui.widgets.words import words

LONGEST = 256
_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class PasswordField(QWidget):
    """One line with an eye beside it; ``name`` is the label above it and what a screen reader says."""

    submitted = Signal()
    """Enter."""
    edited = Signal()
    """A person changed what is in it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST)
        self.line.setAccessibleName(name)
        self.label = words(name, "label")
        self.label.setBuddy(self.line)
        self.eye = IconButton(theme, "eye", "", framed=True)
        self.eye.setCheckable(True)
        self._caps = words(self.tr("Caps Lock staat aan: je typt hoofdletters."), "warn")
        self._caps.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addLayout(row)
        column.addWidget(self._caps)
        self.show_text(shown=False)
        self.setFocusProxy(self.line)
        self.line.installEventFilter(self)
        self.line.returnPressed.connect(self.submitted)
        self.line.textEdited.connect(lambda _: self.edited.emit())
        self.eye.toggled.connect(lambda on: self.show_text(shown=on))

    @property
    def text(self) -> str:
        """What is in it."""
        return self.line.text()

    @property
    def hint(self) -> str:
        """What it says of Caps Lock; empty when that is off."""
        return "" if self._caps.isHidden() else self._caps.text()

    def put(self, text: str) -> None:
        """Put a text in it."""
        self.line.setText(text)

    def clear(self) -> None:
        """Be empty, with the text hidden, and nothing left to undo."""
        self.line.clear()
        self.show_text(shown=False)
        self._caps.hide()

    def show_text(self, *, shown: bool) -> None:
        """Show what is in it, or hide it."""
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(_HINTS if shown else _HINTS | Qt.InputMethodHint.ImhHiddenText)
        self.eye.setChecked(shown)
        self.eye.set_icon("eye-off" if shown else "eye")
        told = self.tr("Verberg: {name}") if shown else self.tr("Toon: {name}")
        self.eye.set_name(told.format(name=self._name))

    def select(self) -> None:
        """Take the focus with everything selected, so that the next letter begins anew."""
        if self.line.window().focusWidget() is not self.line:
            self.line.clearFocus()  # else a window that comes back to the front gives the focus to a hidden page
        self.line.setFocus()
        self.line.selectAll()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._look_at_caps(event)
        return False

    def _look_at_caps(self, event: QKeyEvent) -> None:
        """No toolkit tells whether Caps Lock is on; letters that come against the Shift key do."""
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps.hide()
        elif len(letter) == 1 and letter.upper() != letter.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps.setVisible(letter.isupper() != shift)

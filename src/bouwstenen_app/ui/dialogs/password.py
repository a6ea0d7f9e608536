"""Asks for the password of now, before something is done that only its owner may do."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.announcing import announce
from bouwstenen_app.ui.widgets.buttons import DANGER, KeyButton
from bouwstenen_app.ui.widgets.password_field import PasswordField
from bouwstenen_app.ui.widgets.words import words

WIDTH: Final = 480


class PasswordDialog(QDialog):
    """Stays open until ``finish``: what was given may be refused. Esc gives up."""

    given = Signal()

    def __init__(self, theme: Theme, title: str, told: str, accept: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.field = PasswordField(theme, self.tr("Wachtwoord van nu, of de herstelcode"))
        self._answer = words("", "bad", wrap=True)
        self._answer.hide()
        self.accept_button = KeyButton(theme, accept, "Return", kind=DANGER, bound=False)
        self.cancel = KeyButton(theme, self.tr("Annuleren"), "Esc", bound=False)
        self.accept_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(words(title, "title", wrap=True))
        column.addWidget(words(told, wrap=True))
        column.addWidget(self.field)
        column.addWidget(self._answer)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept_button)
        column.addLayout(foot)
        room = parent.window().width() if parent else theme.px(WIDTH)
        self.setFixedWidth(min(theme.px(WIDTH), room))
        self.field.submitted.connect(self._on_given)
        self.accept_button.clicked.connect(self._on_given)
        self.cancel.clicked.connect(self.reject)
        self.field.setFocus()

    @property
    def answer(self) -> str:
        """The sentence that says what was refused."""
        return "" if self._answer.isHidden() else self._answer.text()

    @property
    def typed_current(self) -> str:
        """The password as it was typed."""
        return self.field.text

    def refuse_current(self, sentence: str) -> None:
        """Say what was not right, and let it be typed again."""
        self._answer.setText(sentence)
        self._answer.show()
        self.accept_button.setEnabled(True)
        self.field.select()
        announce(self, sentence)

    def finish(self) -> None:
        """Close: what was given was taken."""
        self.accept()

    def _on_given(self) -> None:
        if not self.accept_button.isEnabled():
            return
        if not self.field.text:
            self.refuse_current(self.tr("Typ eerst het wachtwoord van nu."))
            return
        self._answer.hide()
        self.accept_button.setEnabled(False)
        self.given.emit()

    @override
    def done(self, result: int) -> None:
        super().done(result)
        self.field.clear()

"""Asks for a new password: of a new workspace, of the one that is open, or of a parcel."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services.unlocking import check_new
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.announcing import announce
from bouwstenen_app.ui.widgets.buttons import PRIMARY, QUIET, KeyButton
from bouwstenen_app.ui.widgets.cards import ScrollPage
from bouwstenen_app.ui.widgets.new_password_form import NewPasswordForm
from bouwstenen_app.ui.widgets.password_field import PasswordField
from bouwstenen_app.ui.widgets.words import words

WIDTH: Final = 560
ROOM: Final = 0.94
"""Of the window around it, at most."""


class NewPasswordDialog(QDialog):
    """Stays open until ``finish``: what was given may be refused. Esc gives up.

    ``told`` says what the password is for. ``current`` asks for the one of now as well. ``without`` is the sentence
    that is read before one goes on without a password; empty where that is no choice.
    """

    given = Signal()
    without_asked = Signal()
    """Go on without a password, knowingly."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        told: str,
        propose: Callable[[], str],
        *,
        current: bool = False,
        without: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._without = without
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.current = PasswordField(theme, self.tr("Wachtwoord van nu, of de herstelcode")) if current else None
        self.form = NewPasswordForm(theme, propose)
        self._answer = words("", "bad", wrap=True)
        self._answer.hide()
        self._warning = words(without, "warn", wrap=True)
        self._warning.hide()
        self.accept_button = KeyButton(theme, self.tr("Wachtwoord instellen"), "Return", kind=PRIMARY, bound=False)
        self.cancel = KeyButton(theme, self.tr("Annuleren"), "Esc", bound=False)
        self.go_without = KeyButton(theme, self.tr("Zonder wachtwoord"), kind=QUIET)
        self._lay_out(title, told)
        self.form.submitted.connect(self._on_given)
        self.accept_button.clicked.connect(self._on_given)
        self.cancel.clicked.connect(self.reject)
        self.go_without.clicked.connect(self._on_without)
        (self.current or self.form).setFocus()

    @property
    def answer(self) -> str:
        """The sentence that says what was refused."""
        return "" if self._answer.isHidden() else self._answer.text()

    @property
    def password(self) -> str:
        """The new password that was typed."""
        return self.form.password.text

    @property
    def typed_current(self) -> str:
        """The password of now as it was typed."""
        return self.current.text if self.current else ""

    def refuse_current(self, sentence: str) -> None:
        """Say what was not right about the password of now, and let it be typed again."""
        self.refuse(sentence)
        if self.current:
            self.current.select()

    def refuse(self, sentence: str) -> None:
        """Say what was not right, and let it be typed again."""
        self._answer.setText(sentence)
        self._answer.show()
        self.accept_button.setEnabled(True)
        self.form.again.select()
        announce(self, sentence)

    def finish(self) -> None:
        """Close: what was given was taken."""
        self.accept()

    def _lay_out(self, title: str, told: str) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(20, 18, 20, 8)
        column.setSpacing(10)
        column.addWidget(words(title, "title", wrap=True))
        column.addWidget(words(told, wrap=True))
        if self.current:
            column.addWidget(self.current)
        column.addWidget(self.form)
        lost = self.tr(
            "Ben je het wachtwoord kwijt en heb je geen herstelblad, dan kan niemand het bestand nog openen: er is "
            "geen achterdeur. Schrijf het op een plek waar alleen jij bij kunt."
        )
        column.addWidget(words(lost, "muted", wrap=True))
        column.addStretch(1)
        page = ScrollPage(column)
        said = QVBoxLayout()
        said.setContentsMargins(20, 4, 20, 0)
        for widget in (self._warning, self._answer):
            said.addWidget(widget)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 8, 20, 16)
        foot.setSpacing(8)
        foot.addWidget(self.go_without)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept_button)
        self.go_without.setVisible(bool(self._without))
        self.accept_button.setDefault(True)
        self.accept_button.setAutoDefault(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(page, 1)
        outer.addLayout(said)
        outer.addLayout(foot)
        self._fit(column, foot)

    def _fit(self, column: QVBoxLayout, foot: QHBoxLayout) -> None:
        parent = self.parentWidget()
        room = parent.window().size() if parent else self.screen().availableSize()
        width = min(max(self._theme.px(WIDTH), foot.sizeHint().width()), round(room.width() * ROOM))
        needed = column.totalHeightForWidth(width) + foot.sizeHint().height() + self._theme.px(40)
        self.resize(width, min(needed, round(room.height() * ROOM)))

    def _on_given(self) -> None:
        if not self.accept_button.isEnabled():
            return
        if self.current and not self.current.text:
            self.refuse_current(self.tr("Typ eerst het wachtwoord van nu."))
            return
        try:
            check_new(self.password)
        except Problem as problem:
            self.refuse(str(problem))
            self.form.password.select()
            return
        if self.password != self.form.again.text:
            self.refuse(self.tr("De twee wachtwoorden zijn niet gelijk. Typ het tweede nog eens."))
            return
        self._answer.hide()
        self.accept_button.setEnabled(False)
        self.given.emit()

    def _on_without(self) -> None:
        if self._warning.isHidden():
            self._warning.show()
            self.go_without.setText(self.tr("Toch zonder wachtwoord"))
            announce(self, self._without)
            return
        self.finish()
        self.without_asked.emit()

    @override
    def done(self, result: int) -> None:
        super().done(result)
        for field in (self.form, self.current):
            if field is not None:
                field.clear()

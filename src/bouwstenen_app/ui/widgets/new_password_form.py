"""A new password: typed twice, with how strong it is in words, and five words to take instead."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bouwstenen_app.services import passphrases
from bouwstenen_app.services.unlocking import SHORTEST
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import TINTED, Card, set_kind
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.password_field import PasswordField
from bouwstenen_app.ui.widgets.words import words


class NewPasswordForm(QWidget):
    """``propose`` gives five other words each time."""

    submitted = Signal()
    """Enter in the second field."""

    def __init__(self, theme: Theme, propose: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._propose = propose
        self.password = PasswordField(theme, self.tr("Nieuw wachtwoord"))
        self.again = PasswordField(theme, self.tr("Nog een keer hetzelfde wachtwoord"))
        self._strength = words("", "small", wrap=True)
        self._words = words("", "strong", wrap=True)
        self.take = KeyButton(theme, self.tr("Neem deze woorden"), icon="check")
        self.others = KeyButton(theme, self.tr("Andere woorden"), icon="turn")
        self._lay_out()
        self.password.edited.connect(self._tell_strength)
        self.password.submitted.connect(self.again.select)
        self.again.submitted.connect(self.submitted)
        self.take.clicked.connect(self._on_take)
        self.others.clicked.connect(self._on_others)
        self._on_others()
        self._tell_strength()
        self.setFocusProxy(self.password)

    @property
    def proposal(self) -> str:
        """The words that are proposed now."""
        return self._words.text()

    @property
    def said(self) -> str:
        """What it says of the password that is typed."""
        return self._strength.text()

    def clear(self) -> None:
        """Forget what was typed and proposed."""
        self.password.clear()
        self.again.clear()
        self._words.clear()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.password)
        column.addWidget(self._strength)
        column.addWidget(self.again)
        offer = Card(kind=TINTED)
        offer.column.setSpacing(6)
        told = self.tr("Vijf gewone woorden zijn makkelijk te onthouden en moeilijk te raden. Bijvoorbeeld:")
        offer.column.addWidget(words(told, "muted", wrap=True))
        offer.column.addWidget(self._words)
        flow = FlowLayout(gap=8)
        flow.addWidget(self.take)
        flow.addWidget(self.others)
        offer.column.addLayout(flow)
        column.addWidget(offer)

    def _tell_strength(self) -> None:
        typed = self.password.text
        found = passphrases.strength(typed)
        told = {
            passphrases.SHORT: self.tr("Minstens {n} tekens; nog {left} te gaan.").format(
                n=SHORTEST, left=SHORTEST - len(typed)
            ),
            passphrases.PLAIN: self.tr("Makkelijk te raden: neem andere woorden of tekens."),
            passphrases.ENOUGH: self.tr("Voldoende. Langer is beter."),
            passphrases.GOOD: self.tr("Goed."),
            passphrases.STRONG: self.tr("Sterk: dit is moeilijk te raden."),
        }
        self._strength.setText(told[found])
        kinds = {passphrases.PLAIN: "warn", passphrases.GOOD: "good", passphrases.STRONG: "good"}
        set_kind(self._strength, kinds.get(found, "small"))
        self.password.line.setAccessibleDescription(told[found])

    def _on_others(self) -> None:
        self._words.setText(self._propose())
        self.take.setAccessibleDescription(self._words.text())

    def _on_take(self) -> None:
        for field in (self.password, self.again):
            field.put(self._words.text())
            field.show_text(shown=True)
        self._tell_strength()
        self.again.select()

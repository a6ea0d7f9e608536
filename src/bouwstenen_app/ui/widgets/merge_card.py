"""Bringing in files of other laptops: choose them, see what is new, and take it in."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from bouwstenen_app.domain.intakes import Intake
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.announcing import announce
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.password_field import PasswordField
from bouwstenen_app.ui.widgets.words import words


class MergeCard(Card):
    """Has four states: to choose, at work, a password to give, and what would come in."""

    choose_asked = Signal()
    accepted = Signal()
    password_given = Signal(str)
    """Password of the file that was asked about."""
    declined = Signal()
    """Nothing is to be taken in, or the work is to stop."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        title = self.tr("Binnenhalen van andere laptops")
        self.setAccessibleName(title)
        self.column.addWidget(words(title, "strong"))
        self._told = words("", "muted", wrap=True)
        self._found = words("", wrap=True)
        self._answer = words("", "bad", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Voortgang"))
        self.choose = KeyButton(theme, self.tr("Werkmappen kiezen…"), "Ctrl+Shift+I", kind=PRIMARY, icon="folder")
        self.accept = KeyButton(theme, self.tr("Samenvoegen"), kind=PRIMARY, icon="check")
        self.cancel = KeyButton(theme, self.tr("Annuleren"))
        self.password = PasswordField(theme, self.tr("Wachtwoord van dit bestand"))
        self.give = KeyButton(theme, self.tr("Verder"), "Return", kind=PRIMARY, bound=False)
        self.column.addWidget(self._told)
        self.column.addWidget(self.password)
        self.column.addWidget(self._answer)
        self.column.addWidget(self._found)
        self.column.addWidget(self._bar)
        flow = FlowLayout(gap=10)
        for button in (self.choose, self.give, self.accept, self.cancel):
            flow.addWidget(button)
        self.column.addLayout(flow)
        self.choose.clicked.connect(self.choose_asked)
        self.accept.clicked.connect(self.accepted)
        self.cancel.clicked.connect(self.declined)
        for given in (self.give.clicked, self.password.submitted):
            given.connect(self._on_given)
        self.show_choice()

    @property
    def text(self) -> str:
        """What it says now."""
        return "\n".join(filter(None, (self._told.text(), self._answer.text(), self._found.text())))

    def show_choice(self) -> None:
        """Explain what can be done here."""
        self._told.setText(
            self.tr(
                "Sleep werkmappen of pakketten van andere laptops op het venster, of kies ze hier. Je ziet eerst "
                "wat er nieuw is. Er gaat niets verloren en er komt niets dubbel, in welke volgorde je het "
                "ook doet."
            )
        )
        self._arrange(self.choose)

    def ask_password(self, name: str, answer: str = "") -> None:
        """Ask for the password of a file; ``answer`` says what was wrong with the one that was given."""
        told = self.tr("“{name}” heeft een wachtwoord. Vraag het aan wie je het bestand heeft gegeven.")
        self._told.setText(told.format(name=name))
        self._found.clear()
        self._answer.setText(answer)
        self._arrange(self.password, self.give, self.cancel, *([self._answer] if answer else []))
        self.password.select()
        announce(self, answer)

    def show_progress(self, progress: Progress) -> None:
        """Say what is being done and how far it is."""
        self._told.setText(f"{progress.what}…")
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._arrange(self._bar, self.cancel)

    def show_found(self, names: Sequence[str], intake: Intake) -> None:
        """Show what the files with these names would bring, and ask whether to take it in."""
        self._told.setText(self.tr("Uit {names}:").format(names=", ".join(names)))
        self._found.setText("\n".join(intake.sentences()))
        if intake.steps:
            self._arrange(self._found, self.accept, self.cancel)
            self.accept.setFocus()
        else:
            self._arrange(self._found, self.choose)
            self.choose.setFocus()

    def _on_given(self) -> None:
        if self.password.text:
            self.password_given.emit(self.password.text)

    def _arrange(self, *shown: QWidget) -> None:
        if self.password not in shown:
            self.password.clear()
            self._answer.clear()
        buttons = (self.choose, self.give, self.accept, self.cancel)
        for widget in (self._found, self._answer, self._bar, self.password, *buttons):
            widget.setVisible(widget in shown)

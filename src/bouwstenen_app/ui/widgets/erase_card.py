"""Erasing for good in *Instellingen*: a block by its number, or a name wherever it stands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.erase_question import EraseQuestion
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import labelled, words

LONGEST = 200


class EraseCard(Card):
    """Asks what is to go; the question itself comes under it."""

    blocks_asked = Signal(str)
    """Numbers, as they were typed."""
    everywhere_asked = Signal(str, str)
    """A name or text, and the role that takes its place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        title = self.tr("Voorgoed wissen")
        self.setAccessibleName(title)
        self.column.addWidget(words(title, "strong"))
        told = self.tr(
            "De prullenbak verbergt alleen. Hier gaat iets echt weg: ook uit de geschiedenis, uit wat half getypt "
            "is en uit de reservekopieën op deze laptop."
        )
        self.column.addWidget(words(told, "muted", wrap=True))
        self.numbers = self._line(
            self.tr("Nummer van de bouwsteen, of meer nummers"), self.tr("Bijvoorbeeld RH-017")
        )
        self.erase = KeyButton(theme, self.tr("Bouwsteen wissen…"), icon="bin")
        self._row(self.erase)
        self.column.addSpacing(6)
        self.name = self._line(self.tr("Naam of tekst die overal weg moet"), self.tr("Bijvoorbeeld een achternaam"))
        self.role = self._line(self.tr("Wat er in de plaats komt"), self.tr("Bijvoorbeeld [naam] of moeder"))
        self.role.setText("[naam]")
        self.everywhere = KeyButton(theme, self.tr("Overal vervangen…"), icon="bin")
        self._row(self.everywhere)
        self.question = EraseQuestion(theme)
        self.column.addWidget(self.question)
        self.erase.clicked.connect(self._on_erase)
        self.numbers.returnPressed.connect(self._on_erase)
        self.everywhere.clicked.connect(self._on_everywhere)
        self.role.returnPressed.connect(self._on_everywhere)
        self.name.returnPressed.connect(self.role.setFocus)

    def clear(self) -> None:
        """Forget what was typed: it may be what has to go."""
        for line in (self.numbers, self.name):
            line.clear()
        self.role.setText("[naam]")

    def _line(self, name: str, hint: str) -> QLineEdit:
        line = QLineEdit()
        line.setMaxLength(LONGEST)
        line.setPlaceholderText(hint)
        self.column.addWidget(labelled(name, line))
        self.column.addWidget(line)
        return line

    def _row(self, button: KeyButton) -> None:
        flow = FlowLayout(gap=10)
        flow.addWidget(button)
        self.column.addLayout(flow)

    def _on_erase(self) -> None:
        self.blocks_asked.emit(self.numbers.text())

    def _on_everywhere(self) -> None:
        self.everywhere_asked.emit(self.name.text(), self.role.text())

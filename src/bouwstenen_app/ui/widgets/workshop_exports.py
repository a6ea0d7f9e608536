"""The documents of a session: what can be written to Word, as buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain.workshops import RUNNING, Workshop
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import words


class ExportsCard(Card):
    """Asks for a document; the place writes it."""

    agenda_asked = Signal()
    empty_cards_asked = Signal()
    cards_asked = Signal()
    feedback_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Naar Word"))
        self.column.addWidget(words(self.tr("Naar Word"), "strong"))
        self.agenda = KeyButton(theme, self.tr("Draaiboek naar Word"), icon="file")
        self.agenda.setToolTip(self.tr("Tijden, vragen en afspraken op papier, voor jezelf en voor aan de muur"))
        self.empty_cards = KeyButton(theme, self.tr("Lege kaartjes naar Word"), icon="file")
        self.empty_cards.setToolTip(self.tr("Per ronde een vel met vier kaartjes om op te schrijven, op A6"))
        self.cards = KeyButton(theme, self.tr("Kaartjes met bouwstenen naar Word"), icon="file")
        self.cards.setToolTip(self.tr("Elke bouwsteen als kaartje voor aan de muur, op A6"))
        self.feedback = KeyButton(theme, self.tr("Terugkoppelverslag"), "Ctrl+E", icon="file", bound=False)
        self._note = words("", "muted", wrap=True)
        row = FlowLayout(gap=8)
        for button in (self.agenda, self.empty_cards, self.cards, self.feedback):
            row.addWidget(button)
        self.column.addLayout(row)
        self.column.addWidget(self._note)
        self.agenda.clicked.connect(self.agenda_asked)
        self.empty_cards.clicked.connect(self.empty_cards_asked)
        self.cards.clicked.connect(self.cards_asked)
        self.feedback.clicked.connect(self.feedback_asked)

    def show_workshop(self, workshop: Workshop) -> None:
        """Offer what can be made of this session."""
        self.cards.setVisible(bool(workshop.blocks))
        self.feedback.setVisible(bool(workshop.blocks))
        self._note.setVisible(workshop.state == RUNNING or not workshop.blocks)
        if workshop.blocks:
            self._note.setText(self.tr("De sessie loopt nog: op het terugkoppelverslag staat daarom “concept”."))
        else:
            self._note.setText(
                self.tr("Kaartjes met bouwstenen en het terugkoppelverslag komen erbij zodra er bouwstenen zijn.")
            )

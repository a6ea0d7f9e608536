"""The documents of a session from *Sessies*: agenda, cards and feedback report, each to Word."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from bouwstenen_app.domain.recipes import AGENDA, CARDS, EMPTY_CARDS
from bouwstenen_app.domain.report import Report
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import reporting
from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.acts import Acts
from bouwstenen_app.ui.places.feedback_acts import KEY, FeedbackActs
from bouwstenen_app.ui.places.session_checks import SessionChecks, SessionDocument
from bouwstenen_app.ui.places.word_acts import WordActs
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.export_bar import ExportBar
from bouwstenen_app.ui.widgets.findings_card import FindingsCard
from bouwstenen_app.ui.widgets.workshop_exports import ExportsCard


class SessionWord(Acts):
    """Writes what the card of exports asks for, of the session that ``workshop`` gives."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        jobs: Jobs,
        template: Path,
        workshop: Callable[[], Workshop | None],
        parent: QWidget,
    ) -> None:
        super().__init__(desk, parent)
        self._workshop = workshop
        self._card: ExportsCard | None = None
        self.bar = ExportBar(theme)
        self._word = WordActs(desk, jobs, self.bar, template=template, parent=parent)
        self.findings = FindingsCard(theme)
        self.checks = SessionChecks(desk, self._word, self.findings, self)
        self.feedback = FeedbackActs(desk, self.checks, workshop, self)
        self._word.told.connect(self.told)
        self._word.problem_told.connect(self.problem_told)
        self._word.written.connect(self._on_written)

    def serve(self, card: ExportsCard, place: QWidget) -> None:
        """Act for the buttons of a card, and listen to the key of the feedback report in a place."""
        self._card = card
        card.agenda_asked.connect(self._on_agenda)
        card.empty_cards_asked.connect(self._on_empty_cards)
        card.cards_asked.connect(self._on_cards)
        card.feedback_asked.connect(self.feedback.write)
        self.feedback.serve_keys(place)

    def commands(self) -> Sequence[Command]:
        """Return what can be written, for the palette."""
        return [
            Command(self.tr("Terugkoppelverslag naar Word"), self.feedback.write, KEY),
            Command(self.tr("Draaiboek naar Word"), self._on_agenda),
            Command(self.tr("Lege kaartjes naar Word"), self._on_empty_cards),
            Command(self.tr("Kaartjes met bouwstenen naar Word"), self._on_cards),
        ]

    def _on_agenda(self) -> None:
        name = self.tr("Draaiboek {title}")
        self._write(AGENDA, self.tr("Draaiboek opslaan"), self.tr("Draaiboek schrijven"), name, self._agenda)

    def _on_empty_cards(self) -> None:
        name = self.tr("Lege kaartjes {title}")
        ask, what = self.tr("Lege kaartjes opslaan"), self.tr("Kaartjes schrijven")
        self._write(EMPTY_CARDS.slug, ask, what, name, self._empty_cards)

    def _on_cards(self) -> None:
        name = self.tr("Kaartjes {title}")
        self._write(CARDS.slug, self.tr("Kaartjes opslaan"), self.tr("Kaartjes schrijven"), name, self._cards)

    def _agenda(self, workshop: str) -> Report:
        return self._desk.read(reporting.agenda, workshop)

    def _empty_cards(self, workshop: str) -> Report:
        return self._desk.read(reporting.empty_cards, (workshop,))

    def _cards(self, workshop: str) -> Report:
        return self._desk.read(reporting.card_set, (workshop,))

    def _write(self, kind: str, ask: str, what: str, name: str, make: Callable[[str], Report]) -> None:
        workshop = self._workshop()
        if workshop is None or self._word.is_busy():
            return
        target = self._word.ask_place(ask, name.format(title=workshop.title))
        if target is not None:
            self.checks.write(SessionDocument(kind, what, workshop, lambda: make(workshop.id), target))

    def _on_written(self) -> None:
        focused = QApplication.focusWidget()
        if self._card is not None and focused is not None and self._card.isAncestorOf(focused):
            self.bar.open.setFocus()  # who pressed the button with a key can press the next one

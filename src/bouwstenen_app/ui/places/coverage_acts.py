"""*Nog niet genoemd* in *Vastleggen*: what the room has not spoken about, and its question for the beamer."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.codebook import Code
from bouwstenen_app.services import covering
from bouwstenen_app.ui.desk import CODEBOOK_TABLES, Desk
from bouwstenen_app.ui.places.beamer_acts import BeamerActs
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.capture_page import CapturePage
from bouwstenen_app.ui.widgets.coverage_strip import CoverageStrip

LATER: Final = 400
"""Milliseconds after a change before the strip follows: never while someone types."""


class CoverageActs(QObject):
    """Its strip is counted when it is folded open, and follows as long as it is."""

    told = Signal(str, bool)

    def __init__(
        self, desk: Desk, theme: Theme, page: CapturePage, beamer: BeamerActs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._beamer = beamer
        self._workshop = ""
        self.strip = CoverageStrip(theme)
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self._count)
        desk.closing.connect(self._later.stop)
        desk.changed.connect(self._on_changed)
        self.strip.opened.connect(self._count)
        self.strip.asked.connect(self._ask)
        page.set_strip(self.strip)

    def show_session(self, workshop: str) -> None:
        """Be about this session from now on."""
        self._workshop = workshop
        self._count()

    def _on_changed(self, changes: Changes) -> None:
        if self.strip.is_open and changes.touches("block", "tagging", *CODEBOOK_TABLES):
            self._later.start()

    def _count(self) -> None:
        if self._workshop and self.strip.is_open:
            self.strip.show_coverage(self._desk.read(covering.coverage, self._workshop, self._desk.book))

    def _ask(self, theme: str, domain: str) -> None:
        book = self._desk.book
        question = self._question(book.code(theme), book.code(domain))
        again = question == self._beamer.asked
        self._beamer.ask("" if again else question)
        if again:
            self.told.emit(self.tr("De vraag van de ronde staat weer op de beamer."), False)
        elif self._beamer.on:
            self.told.emit(self.tr("Op de beamer: “{question}”").format(question=question), False)
        else:
            ready = self.tr("De vraag staat klaar: “{question}” Zet de beamer aan met F5.")
            self.told.emit(ready.format(question=question), False)

    def _question(self, theme: Code, domain: Code) -> str:
        name = domain.name
        if name[1:] == name[1:].lower():
            name = name.lower()  # zorg, straf; but not a name such as Veilig Thuis
        return self.tr("{theme}, vanuit {domain}: wat zien jullie?").format(theme=theme.name, domain=name)

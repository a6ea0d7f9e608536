"""Keeping and forgetting: the term, the photos first, and all raw data with a record of what was destroyed."""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.keeping import Destroyed
from bouwstenen_app.domain.opening import months_of
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import destruction, keeping
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.erasing_job import ErasingJob, Planned
from bouwstenen_app.ui.remembered import KEEP_MONTHS
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.keeping_card import KeepingCard

TABLES = ("keeping", "workshop", "block", "photo")


class KeepingActs(QObject):
    """Does what the card asks."""

    told = Signal(str, bool)
    problem_told = Signal(str)
    done = Signal(str)
    """Something was erased: the workspace has to be opened anew, and this is said."""
    report_asked = Signal()
    """The report is to be made first."""
    document_asked = Signal(object, str, str)
    """What makes a document, how its file may be called, and how the log calls it."""

    def __init__(self, desk: Desk, theme: Theme, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.card = KeepingCard(theme)
        self._job = ErasingJob(desk, jobs, self.card.question, self)
        self._job.told.connect(self.told)
        self._job.problem_told.connect(self.problem_told)
        self._job.done.connect(self.done)
        self.card.dated.connect(self._on_dated)
        self.card.photos_asked.connect(lambda: self._job.look(self._photos, self.card.photos))
        self.card.raw_asked.connect(self.ask_raw)
        self.card.record_asked.connect(self._on_record)
        desk.changed.connect(self._on_changed)
        self.show()

    def show(self) -> None:
        """Show how it is now."""
        months = months_of(self._desk.recall(KEEP_MONTHS))
        kept = self._desk.read(keeping.keeping, months)
        there = self._desk.read(keeping.counts)
        today = self._desk.around.now().date()
        raw = bool(there.blocks or there.workshops or there.bundles)
        self.card.show_keeping(kept, today, months, photos=there.photos > 0, raw=raw)
        self.card.show_records(self._desk.read(keeping.destroyed))

    def ask_raw(self) -> None:
        """Say what goes when the raw data are wiped, and ask."""
        first = self.tr("Eerst het rapport maken")
        self._job.look(self._raw, self.card.raw, first=first, then=self.report_asked.emit)

    def _raw(self) -> Planned:
        found = self._desk.read(keeping.counts)
        lines = [
            self.tr("Weg gaan {what}, met alle eerdere versies, opmerkingen, rapportteksten en filters.").format(
                what=found.sentence()
            ),
            self.tr("Ook alle reservekopieën op deze laptop gaan weg."),
            self.tr("Het codeboek blijft, en een verklaring met alleen aantallen en data."),
            self.tr("Staat het rapport al op een andere plek? Na het wissen kun je het niet meer maken."),
        ]
        if self._desk.protected:
            lines.append(
                self.tr("Alles tegelijk kan ook: gooi het bestand weg. Zonder wachtwoord leest niemand een kopie.")
            )
        return Planned(
            lines,
            lambda said: self._desk.erase(keeping.forget_raw, self._desk.around, said),
            self.tr("De ruwe gegevens zijn voorgoed gewist"),
            self.tr("Ruwe gegevens wissen"),
        )

    def _photos(self) -> Planned:
        found = dutch.counted(self._desk.read(keeping.counts).photos, self.tr("foto"), self.tr("foto’s"))
        return Planned(
            (self.tr("Weg gaan {photos}, ook die in de prullenbak. De bouwstenen blijven.").format(photos=found),),
            lambda said: self._desk.erase(keeping.forget_photos, self._desk.around, said),
            self.tr("{photos} voorgoed gewist").format(photos=found),
            self.tr("{photos} wissen").format(photos=found),
        )

    def _on_dated(self, until: date | None) -> None:
        label = (
            self.tr("Bewaren tot en met {date}").format(date=dutch.day(until))
            if until
            else self.tr("Bewaartermijn volgt de laatste sessie")
        )
        try:
            self._desk.do(label, keeping.keep_until, until)
        except Problem as problem:
            self.problem_told.emit(str(problem))
            self.show()
        else:
            self.told.emit(f"{label}.", True)

    def _on_record(self, record: Destroyed) -> None:
        name = self._desk.path.stem
        self.document_asked.emit(lambda: destruction.report(record, name), destruction.TITLE, destruction.SLUG)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*TABLES):
            self.show()

"""One session as a file to send: which one, with or without photos, and where it goes."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Job, Jobs
from bouwstenen_app.ui.places.word_acts import file_name
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.file_drop import SUFFIX
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import words

FILES = f"Pakket (*{SUFFIX})"


class ParcelActs(QObject):
    """Writes a parcel in a job. The card is not shown while there is no session."""

    told = Signal(str, bool)
    problem_told = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._window = parent
        self._job: Job | None = None
        self._count = 0
        self._target = Path()
        self.card = Card(self.tr("Eén sessie meegeven"), parent=parent)
        told = self.tr(
            "Een pakket is een bestand met één sessie: de bouwstenen, de tags en het draaiboek. Wie het "
            "binnenhaalt, heeft precies wat jij hebt. Er staat niets van andere sessies in."
        )
        self.card.column.addWidget(words(told, "muted", wrap=True))
        self.session = Choice()
        self.session.setAccessibleName(self.tr("Sessie"))
        self.photos = QCheckBox(self.tr("Met foto’s"))
        self.photos.setChecked(True)
        self.save = KeyButton(theme, self.tr("Pakket opslaan…"), icon="export")
        self.card.column.addWidget(self.session)
        flow = FlowLayout(gap=10)
        flow.addWidget(self.save)
        flow.addWidget(self.photos)
        self.card.column.addLayout(flow)
        self.save.clicked.connect(self._on_save)
        desk.changed.connect(self._on_changed)
        self._show_sessions()

    def write(self, target: Path) -> None:
        """Write the chosen session to a file, in a job."""
        if self._job is not None:
            self.told.emit(self.tr("Er wordt al een pakket geschreven. Wacht tot het klaar is."), False)
            return
        what = self.tr("Pakket schrijven")
        selection = Selection(workshops=(str(self.session.value),))
        photos = self.photos.isChecked()

        def work() -> Iterator[Progress]:
            yield Progress(0, 0, what)
            self._count = self._desk.send(target, selection, photos=photos)

        self._target = target
        self._job = job = self._jobs.start(what, work)
        job.finished.connect(self._on_written)
        job.failed.connect(self._on_failed)
        job.crashed.connect(self._on_crashed)
        job.ended.connect(self._on_ended)

    def _on_save(self) -> None:
        name = f"{file_name(self.session.currentText())}{SUFFIX}"
        start = str(self._desk.path.with_name(name))
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Pakket opslaan"), start, FILES)
        if not chosen:
            return
        target = Path(chosen if chosen.endswith(SUFFIX) else f"{chosen}{SUFFIX}")
        if target.resolve() == self._desk.path.resolve():
            self.problem_told.emit(self.tr("Dat is de werkmap zelf. Kies een andere naam voor het pakket."))
            return
        self.write(target)

    def _show_sessions(self) -> None:
        workshops = self._desk.read(preparing.workshops)
        kept = self.session.value
        self.session.set_choices([(one.id, one.title) for one in workshops])
        known = [one.id for one in workshops]
        self.session.set_value(kept if kept in known else next(iter(known), None))
        self.card.setVisible(bool(workshops))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("workshop"):
            self._show_sessions()

    def _on_written(self) -> None:
        count = dutch.counted(self._count, self.tr("bouwsteen"), self.tr("bouwstenen"))
        told = self.tr("Het pakket {name} is gemaakt, met {count}.")
        self.told.emit(told.format(name=self._target.name, count=count), False)

    def _on_failed(self, problem: Problem) -> None:
        self.problem_told.emit(str(problem))

    def _on_crashed(self, error: Exception) -> None:
        raise error

    def _on_ended(self, _: Job) -> None:
        self._job = None

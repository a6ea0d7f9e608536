"""Everything as a file for another program: of which kind, of which sessions, and where it goes."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import boards, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.exporting import CODEBOOK, CSV, JSON, MARKDOWN, PROJECT, WORKBOOK, kind_of, slug_of
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Job, Jobs
from bouwstenen_app.ui.places.leaving_gate import Leaving, LeavingGate
from bouwstenen_app.ui.places.word_acts import Held, file_name
from bouwstenen_app.ui.remembered import FOLDER
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.export_bar import ExportBar
from bouwstenen_app.ui.widgets.findings_card import FindingsCard
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.tick_list import TickList
from bouwstenen_app.ui.widgets.words import words

FEWEST: Final = 2
"""Sessions from which there is something to choose."""


class ExportActs(QObject):
    """Writes an export in a job, one at a time, and tells of it in its bar. Its gate stands before each."""

    told = Signal(str, bool)
    problem_told = Signal(str)
    written = Signal(object)
    """Path of the file that is there now."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        jobs: Jobs,
        parent: QWidget,
        *,
        now: Callable[[], datetime.datetime] = datetime.datetime.now,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._window = parent
        self._now = now
        self._job: Job | None = None
        self._leaving = Leaving(Path())
        self._selection_of: Selection = Selection()
        """What goes into the file that is written."""
        self._count = 0
        self.card = Card(self.tr("Exporteren"), parent=parent)
        self.kind = Choice(self._kinds())
        self.kind.setAccessibleName(self.tr("Soort bestand"))
        self.sessions = TickList(theme, self.tr("Alle sessies"), self.tr("Sessies in de export"))
        self.save = KeyButton(theme, self.tr("Exporteren…"), "Ctrl+E", icon="export", bound=False)
        self.bar = ExportBar(theme)
        self.gate = LeavingGate(desk, FindingsCard(theme), self)
        self._lay_out()
        self.kind.set_value(WORKBOOK)
        self.kind.picked.connect(self._on_kind)
        self.save.clicked.connect(self.ask)
        self.bar.cancel_asked.connect(self._on_cancel)
        self.gate.told.connect(self.told)
        self.gate.problem_told.connect(self.problem_told)
        desk.changed.connect(self._on_changed)
        self._show_sessions()

    def write(self, target: Path) -> None:
        """Write what was chosen to a file, in a job, when there is nothing red in it."""
        self._write(Leaving(target), self._selection())

    def ask(self) -> None:
        """Ask where the file is to come, and write it there."""
        ending, name = str(self.kind.value), self.kind.currentText().partition(":")[0]
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export opslaan"), str(self._suggested(ending)), f"{name} (*{ending})"
        )
        if not chosen:
            return
        target = Path(chosen if chosen.lower().endswith(ending) else f"{chosen}{ending}")
        self._desk.remember(FOLDER, str(target.parent))
        self.write(target)

    def _write(self, leaving: Leaving, selection: Selection) -> None:
        if self._job is not None:
            self.told.emit(self.tr("Er wordt al een export geschreven. Wacht tot hij klaar is."), False)
            return
        self.gate.dismiss()
        what, now = self.tr("Export schrijven"), self._now()
        self._leaving, self._selection_of, self._count = leaving, selection, 0

        def work() -> Iterator[Progress]:
            yield from self._desk.export(leaving.target, selection, now=now, passes=leaving.passes)
            self._count = (
                0 if leaving.target.suffix.lower() == CODEBOOK else self._desk.read(boards.count, selection)
            )

        self.bar.show_progress(Progress(0, 0, what))
        self._job = job = self._jobs.start(what, work)
        job.progressed.connect(self.bar.show_progress)
        job.finished.connect(self._on_written)
        job.failed.connect(self._on_failed)
        job.crashed.connect(self._on_crashed)
        job.cancelled.connect(self._on_cancelled)
        job.ended.connect(self._on_ended)

    def _kinds(self) -> list[tuple[object, str]]:
        return [
            (WORKBOOK, self.tr("Excel: een rij per bouwsteen, met opbouw, matrix en codeboek")),
            (CSV, self.tr("CSV: één tabel met een rij per bouwsteen")),
            (JSON, self.tr("JSON: alles met foto’s, om te bewaren of weer in te lezen")),
            (MARKDOWN, self.tr("Tekst (Markdown): om te lezen, per sessie en ronde")),
            (PROJECT, self.tr("REFI-QDA-project: voor NVivo, ATLAS.ti, MAXQDA of QualCoder")),
            (CODEBOOK, self.tr("REFI-QDA-codeboek: alleen de dimensies en codes")),
        ]

    def _lay_out(self) -> None:
        told = self.tr(
            "Een export is een bestand voor een ander programma. Je kunt het zonder wachtwoord lezen, en er staat "
            "alles in wat er is gezegd: ook wat niet in een rapport mag. Bewaar het dus op een veilige plek. "
            "Staan er persoonsgegevens in, dan zie je die eerst. Wat in de prullenbak ligt, gaat niet mee."
        )
        self.card.column.addWidget(words(told, "muted", wrap=True))
        self.card.column.addWidget(self.kind)
        self.card.column.addWidget(self.sessions)
        flow = FlowLayout(gap=10)
        flow.addWidget(self.save)
        self.card.column.addLayout(flow)
        self.bar.put_in_card()
        self.card.column.addWidget(self.bar)
        self.card.column.addWidget(self.gate.card)

    def _selection(self) -> Selection:
        everything = self.sessions.isHidden() or self.sessions.everything.isChecked()
        return Selection(workshops=() if everything else self.sessions.ticked())

    def _suggested(self, ending: str) -> Path:
        """Return where a file may go: in the folder of last time, named after its one session or the workspace."""
        kept = self._desk.recall(FOLDER)
        folder = Path(kept) if kept and Path(kept).is_dir() else self._desk.path.parent
        chosen = self._selection().workshops
        name = self._desk.read(preparing.workshop, chosen[0]).title if len(chosen) == 1 else self._desk.path.stem
        return folder / f"{file_name(name)}{ending}"

    def _show_sessions(self) -> None:
        offered = [(one.id, _called(one)) for one in self._desk.read(preparing.headings)]
        self.sessions.offer(offered)
        self.sessions.setVisible(len(offered) >= FEWEST and self.kind.value != CODEBOOK)

    def _on_kind(self, _kind: object) -> None:
        self._show_sessions()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("workshop"):
            self._show_sessions()

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_written(self) -> None:
        leaving = self._leaving
        self.bar.show_done(leaving.target, self.gate.calm(leaving))
        self.gate.note(leaving, slug_of(kind_of(leaving.target)), self._count)
        self.written.emit(leaving.target)

    def _on_failed(self, problem: Problem) -> None:
        self.bar.hide()
        if isinstance(problem, Held):
            selection = self._selection_of
            self.gate.hold(self._leaving, lambda leaving: self._write(leaving, selection))
        else:
            self.problem_told.emit(str(problem))

    def _on_crashed(self, error: Exception) -> None:
        self.bar.hide()
        raise error

    def _on_cancelled(self) -> None:
        self.bar.hide()
        self.told.emit(self.tr("Gestopt. Er is geen bestand geschreven."), False)

    def _on_ended(self, _job: Job) -> None:
        self._job = None


def _called(workshop: Workshop) -> str:
    """Return how a session is called in the list: its title and its date."""
    return f"{workshop.title} · {dutch.day(workshop.date)}" if workshop.date else workshop.title

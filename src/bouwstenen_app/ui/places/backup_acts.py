"""Backups in *Instellingen*: what differs in one is found out in a job, and what is chosen is done."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services.backups import BEFORE_MERGE, BEFORE_RESTORE, Backup, Looked
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Job, Jobs
from bouwstenen_app.ui.showing_folders import show_folder
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.backup_card import BackupCard, BackupLine
from bouwstenen_app.ui.widgets.file_drop import SUFFIX


class BackupActs(QObject):
    """Shows the backups of the open workspace, and asks the program for what only it can do."""

    told = Signal(str, bool)
    problem_told = Signal(str)
    put_back_asked = Signal(object)
    """Path of a backup."""
    open_asked = Signal(object)
    """Path of a workspace that was made of a backup."""

    def __init__(self, desk: Desk, theme: Theme, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._window = parent
        self._kept: tuple[Backup, ...] = ()
        self._told: dict[Path, str] = {}
        self._job: Job | None = None
        self._looking: tuple[Backup | None, list[str]] = (None, [])
        """The backup of which is found out what differs, and what was found."""
        self._target = Path()
        self.card = BackupCard(theme)
        self.card.can_change(not (desk.read_only or desk.rehearsing))
        self.card.chosen.connect(self._on_chosen)
        self.card.put_back_asked.connect(self._on_put_back)
        self.card.new_asked.connect(self._on_new)
        self.card.folder_asked.connect(self._on_folder)
        self.card.now_asked.connect(self.make_now)
        desk.changed.connect(self._told.clear)
        self.show()

    def show(self) -> None:
        """Show which backups there are now, if that changed."""
        kept = self._desk.backups()
        if kept != self._kept or not kept:
            self._kept = kept
            self.card.show_backups([self._line(backup) for backup in kept])

    def make_now(self) -> None:
        """Make a backup, if something changed."""
        said = Looked()
        self._start(lambda: self._desk.back_up(said), self._on_made)

    def copy_to(self, row: int, target: Path) -> None:
        """Make a workspace of its own of a backup, and open it."""
        backup, what, self._target = self._kept[row].path, self.tr("Reservekopie openen"), target

        def work() -> Iterator[Progress]:
            yield Progress(0, 1, what)
            self._desk.copy_backup(backup, target)

        self._start(work, self._on_copied)

    def _line(self, backup: Backup) -> BackupLine:
        when = f"{dutch.weekday(backup.at.date())}, {backup.at:%H:%M}"
        return BackupLine(when, dutch.size(backup.size), self._why(backup.reason))

    def _why(self, reason: str) -> str:
        if reason.startswith("versie"):
            return self.tr("van vóór een nieuwe versie van Bouwstenen")
        if reason == BEFORE_MERGE:
            return self.tr("van vóór het samenvoegen")
        return self.tr("van vóór het terugzetten") if reason == BEFORE_RESTORE else ""

    def _on_put_back(self, row: int) -> None:
        self.put_back_asked.emit(self._kept[row].path)

    def _on_folder(self) -> None:
        show_folder(self._desk.around.backups(self._desk.path))

    def _on_chosen(self, row: int) -> None:
        backup = self._kept[row]
        if backup.path in self._told:
            self.card.tell(self._told[backup.path], can=True)
            return
        self.card.tell(self.tr("Kijken wat er anders is…"), can=False)
        if self._job is not None:
            self._job.cancel()
        told = list[str]()
        self._looking = backup, told

        def work() -> Iterator[Progress]:
            yield Progress(0, 1, self.tr("Reservekopie bekijken"))
            told.append(self._desk.differs(backup.path))

        self._job = job = self._jobs.start(self.tr("Reservekopie bekijken"), work)
        job.finished.connect(self._on_looked)
        job.failed.connect(self._on_unreadable)
        job.crashed.connect(self._on_crashed)
        job.ended.connect(self._on_ended)

    def _on_looked(self) -> None:
        backup, told = self._looking
        if backup is not None and told and self._chosen() == backup:
            self._told[backup.path] = told[0]
            self.card.tell(told[0], can=True)

    def _on_unreadable(self, problem: Problem) -> None:
        if self._looking[0] is not None and self._chosen() == self._looking[0]:
            self.card.tell(str(problem), can=False)

    def _on_ended(self, job: Job) -> None:
        if self._job is job:
            self._job = None

    def _chosen(self) -> Backup | None:
        row = self.card.list.currentRow()
        return self._kept[row] if 0 <= row < len(self._kept) else None

    def _on_new(self, row: int) -> None:
        at = self._kept[row].at
        path = self._desk.path
        start = path.with_name(f"{path.stem} {at:%Y-%m-%d %H%M}{SUFFIX}")
        files = self.tr("Werkmap (*{ending})").format(ending=SUFFIX)
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Als nieuwe werkmap opslaan"), str(start), files
        )
        if name:
            self.copy_to(row, Path(name if name.endswith(SUFFIX) else f"{name}{SUFFIX}"))

    def _on_copied(self) -> None:
        self.open_asked.emit(self._target)

    def _on_made(self) -> None:
        before = self._kept[:1]
        self.show()
        self.told.emit(
            self.tr("De reservekopie is gemaakt.")
            if self._kept[:1] != before
            else self.tr("Er is niets veranderd sinds de laatste reservekopie."),
            False,
        )

    def _start(self, work: Callable[[], Iterator[Progress]], then: Callable[[], object]) -> None:
        job = self._jobs.start(self.tr("Reservekopie"), work)
        job.finished.connect(then)
        job.failed.connect(self._on_failed)
        job.crashed.connect(self._on_crashed)

    def _on_failed(self, problem: Problem) -> None:
        self.problem_told.emit(str(problem))

    def _on_crashed(self, error: Exception) -> None:
        raise error

"""Files of other laptops: a look at what they bring, taking it in, and going back to how it was."""

import json
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from bouwstenen_app.domain.intakes import Intake
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import unlocking
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Job, Jobs
from bouwstenen_app.ui.widgets.file_drop import SUFFIX
from bouwstenen_app.ui.widgets.merge_card import MergeCard

LAST: Final = "samengevoegd"
"""Under this key the file remembers what came in last, and where the backup of before it is."""
FILES: Final = f"Werkmappen (*{SUFFIX})"


@dataclass(frozen=True, slots=True)
class LastMerge:
    """What came in last, on this laptop."""

    names: tuple[str, ...]
    sentences: tuple[str, ...]
    at: str
    """Local date and time, ISO 8601."""
    backup: str
    """The workspace as it was before; empty when it is not known."""
    codes: tuple[str, ...] = ()
    """Ids of the codes that came along and were new here."""


class MergeActs(QObject):
    """Does what the card asks, one thing at a time, in jobs."""

    merged = Signal()
    """Something came in: the workspace has to be opened anew."""
    told = Signal(str, bool)
    problem_told = Signal(str)

    def __init__(self, desk: Desk, jobs: Jobs, card: MergeCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._card = card
        self._window = parent
        self._files: tuple[Path, ...] = ()
        self._job: Job | None = None
        self._found: list[Intake] = []
        self._locked: Path | None = None
        """The file whose password is asked for."""
        card.choose_asked.connect(self.choose)
        card.accepted.connect(self.take_in)
        card.password_given.connect(self._on_password_given)
        card.declined.connect(self._on_declined)

    def choose(self) -> None:
        """Ask for files of other laptops, and look at what they bring."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Werkmappen kiezen"), str(self._desk.path.parent), FILES
        )
        if names:
            self.look_at([Path(name) for name in names])

    def look_at(self, files: Sequence[Path]) -> None:
        """Find out what files would bring, and ask whether to take it in."""
        if self._busy():
            return
        self._files = tuple(files)
        job = self._start(self.tr("Bestanden bekijken"), self._desk.try_merge(self._files))
        job.finished.connect(self._on_looked)

    def take_in(self) -> None:
        """Take in what was looked at."""
        if self._busy() or not self._files:
            return
        job = self._start(self.tr("Samenvoegen"), self._desk.merge(self._files))
        job.finished.connect(self._on_merged)

    def last(self) -> LastMerge | None:
        """Return what came in last on this laptop; None when nothing did, or it cannot be read."""
        try:
            kept = json.loads(self._desk.recall(LAST))
            names, sentences = tuple(kept["names"]), tuple(kept["sentences"])
            return LastMerge(names, sentences, str(kept["at"]), str(kept["backup"]), tuple(kept.get("codes", ())))
        except (ValueError, KeyError, TypeError):
            return None

    def _start(self, what: str, work: Generator[Progress, None, Intake]) -> Job:
        self._found = found = []

        def run() -> Iterator[Progress]:
            found.append((yield from work))

        self._card.show_progress(Progress(0, 0, what))
        self._job = job = self._jobs.start(what, run)
        job.progressed.connect(self._card.show_progress)
        job.failed.connect(self._on_failed)
        job.crashed.connect(self._on_crashed)
        job.cancelled.connect(self._card.show_choice)
        job.ended.connect(self._on_ended)
        return job

    def _busy(self) -> bool:
        if self._desk.read_only:
            self.problem_told.emit(self.tr("In deze kopie kun je niets binnenhalen: je kunt hier alleen lezen."))
        elif self._desk.rehearsing:
            self.told.emit(self.tr("Dit is een oefenkopie. Stop eerst met oefenen, bovenaan het venster."), False)
        elif self._job is not None:
            self.told.emit(self.tr("Er worden al bestanden gelezen. Wacht tot dat klaar is."), False)
        else:
            return False
        return True

    def _on_looked(self) -> None:
        self._job = None
        if self._found:
            self._card.show_found([file.name for file in self._files], self._found[0])

    def _on_merged(self) -> None:
        self._job = None
        if not self._found:
            return
        remember(self._desk, [file.name for file in self._files], self._found[0])
        self._files = ()
        self._card.show_choice()
        self.merged.emit()

    def _on_declined(self) -> None:
        if self._job is not None:
            self._job.cancel()
        else:
            self._files, self._locked = (), None
            self._card.show_choice()
            self._card.choose.setFocus()

    def _on_password_given(self, password: str) -> None:
        file, around, what = self._locked, self._desk.around, self.tr("Wachtwoord nakijken")
        if file is None or self._busy():
            return

        def work() -> Iterator[Progress]:
            yield Progress(0, 0, what)
            unlocking.unlock(file, password, around)

        self._job = job = self._jobs.start(what, work)
        job.finished.connect(self._on_unlocked)
        job.failed.connect(self._on_refused)
        job.crashed.connect(self._on_crashed)
        job.ended.connect(self._on_ended)

    def _on_unlocked(self) -> None:
        self._job = self._locked = None
        self.look_at(self._files)

    def _on_refused(self, problem: Problem) -> None:
        if self._locked is not None:
            self._card.ask_password(self._locked.name, str(problem))

    def _on_failed(self, problem: Problem) -> None:
        self._job = None
        if isinstance(problem, unlocking.Locked):
            self._locked = unlocking.first_locked(self._files, self._desk.around)
            if self._locked is not None:
                self._card.ask_password(self._locked.name)
                return
        self._card.show_choice()
        self.problem_told.emit(str(problem))

    def _on_crashed(self, error: Exception) -> None:
        self._card.show_choice()
        raise error

    def _on_ended(self, job: Job) -> None:
        if self._job is job:
            self._job = None


def remember(desk: Desk, names: Sequence[str], intake: Intake) -> None:
    """Let the file remember what came in last, with the way back to how it was before."""
    kept = {
        "names": [*names],
        "sentences": [*intake.sentences()],
        "at": desk.around.now().isoformat(timespec="minutes"),
        "backup": intake.backup,
        "codes": [*intake.code_ids],
    }
    desk.remember(LAST, json.dumps(kept, ensure_ascii=False))

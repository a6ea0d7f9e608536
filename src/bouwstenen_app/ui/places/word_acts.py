"""Writing one document: where it goes is asked, the work is a job, and a bar says how far it is."""

import datetime
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.report import Report
from bouwstenen_app.export.findings import Finding
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Job, Jobs
from bouwstenen_app.ui.remembered import FOLDER, TEMPLATE
from bouwstenen_app.ui.widgets.export_bar import ExportBar

LONGEST_NAME: Final = 100
"""Characters of the name of a file."""
Writer = Callable[[Report, Path, Path, datetime.datetime], Iterator[Progress]]
"""Writes a report to a file, in the look of a template, at a moment; may return lines about what it found in it."""
WORD: Final = (".docx", "Word (*.docx)")
"""How the name of a file ends, and how the dialog calls such files."""


class Held(Problem):
    """A writer wrote nothing: what it found is to be seen first."""


def to_word(
    report: Report, target: Path, template: Path, now: datetime.datetime
) -> Generator[Progress, None, Sequence[str]]:
    """Write a report as a Word file; return what stands between it and every reader, when there is anything."""
    from bouwstenen_app.export import accessible, word  # slow to import, and only needed here

    found: list[Finding] = []
    yield from word.write(report, target, template=template, now=now, found=found)
    return tuple(accessible.told(found)) if found else ()


class WordActs(QObject):
    """Writes one document at a time, and tells of it in its bar."""

    told = Signal(str, bool)
    problem_told = Signal(str)
    held = Signal(object)
    """The Held of a document that was not written."""
    written = Signal(object)
    """Path of the file that is there now."""
    busy_changed = Signal()
    """A document is begun, or done."""

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        bar: ExportBar,
        *,
        template: Path,
        now: Callable[[], datetime.datetime] = datetime.datetime.now,
        parent: QWidget,
    ) -> None:
        """``template`` is the Word file that gives the look when the user chose none."""
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self.bar = bar
        self._standard = template
        self._now = now
        self._window = parent
        self._job: Job | None = None
        self._target = Path()
        self._remarks: Sequence[str] = ()
        bar.cancel_asked.connect(self._on_cancel)

    @property
    def busy(self) -> bool:
        """Whether a document is being written."""
        return self._job is not None

    @property
    def template(self) -> Path:
        """The Word file that gives the look: that of the user, or the one that comes with the program."""
        own = self._desk.recall(TEMPLATE)
        return Path(own) if own else self._standard

    @property
    def today(self) -> datetime.date:
        """The date that goes on a document."""
        return self._now().date()

    def is_busy(self) -> bool:
        """Say so, and return it, when a document is being written: there is one at a time."""
        if self._job is not None:
            self.told.emit(self.tr("Er wordt al een document geschreven. Wacht tot het klaar is."), False)
        return self._job is not None

    def ask_place(self, what: str, name: str, form: tuple[str, str] = WORD) -> Path | None:
        """Ask where a document is to go, beginning in the folder of last time; None when it was not chosen."""
        ending, files = form
        folder = self._desk.recall(FOLDER)
        start = Path(folder) if folder and Path(folder).is_dir() else self._desk.path.parent
        suggested = str(start / f"{file_name(name)}{ending}")
        chosen, _ = QFileDialog.getSaveFileName(self._window, what, suggested, files)
        if not chosen:
            return None
        target = Path(chosen if chosen.lower().endswith(ending) else f"{chosen}{ending}")
        self._desk.remember(FOLDER, str(target.parent))
        return target

    def write(self, what: str, make: Callable[[], Report], target: Path, writer: Writer = to_word) -> bool:
        """Write a document, in a job; say whether it is begun. ``what`` is what the bar says meanwhile.

        ``make`` runs in the job: it reads through the desk and builds.
        """
        if self._job is not None:
            return False
        template = self.template
        self._target, self._remarks = target, ()
        self.bar.show_progress(Progress(0, 0, what))
        self._job = job = self._jobs.start(what, lambda: self._write(what, make, target, template, writer))
        job.progressed.connect(self.bar.show_progress)
        job.finished.connect(self._on_written)
        job.failed.connect(self._on_failed)
        job.crashed.connect(self._on_crashed)
        job.cancelled.connect(self._on_cancelled)
        job.ended.connect(self._on_ended)
        self.busy_changed.emit()
        return True

    def _write(
        self, what: str, make: Callable[[], Report], target: Path, template: Path, writer: Writer
    ) -> Iterator[Progress]:
        yield Progress(0, 0, what)
        report = make()
        self._remarks = yield from _followed(writer(report, target, template, self._now()))

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_written(self) -> None:
        self.bar.show_done(self._target, self._remarks)
        self.written.emit(self._target)

    def _on_failed(self, problem: Problem) -> None:
        self.bar.hide()
        if isinstance(problem, Held):
            self.held.emit(problem)
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
        self.busy_changed.emit()


def _followed(work: Iterator[Progress]) -> Generator[Progress, None, Sequence[str]]:
    """Yield what a writer tells, and return the lines that it returns, if any."""
    with closing(work) if isinstance(work, Generator) else nullcontext():
        while True:
            try:
                step = next(work)
            except StopIteration as done:
                return done.value or ()
            yield step


def file_name(title: str) -> str:
    """Return a title as a file name that every system takes."""
    kept = "".join(" " if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in title)
    return " ".join(kept.split())[:LONGEST_NAME].rstrip(". ") or "rapport"

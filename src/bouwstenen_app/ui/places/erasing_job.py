"""Erasing from a card: what would go is looked up, the question is asked once, and the work is a job."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain.erasures import Said
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Job, Jobs
from bouwstenen_app.ui.widgets.erase_question import EraseQuestion

Work = Callable[[Said], Iterator[Progress]]


class Planned(NamedTuple):
    """What would go, the work that lets it go (None when there is nothing), and what is said after it."""

    lines: Sequence[str]
    work: Work | None
    done: str
    accept: str


class ErasingJob(QObject):
    """One thing at a time. After it the workspace has to be opened anew: no model has to guess what is gone."""

    done = Signal(str)
    """It is gone: what is to be said when the workspace is open again."""
    told = Signal(str, bool)
    problem_told = Signal(str)

    def __init__(self, desk: Desk, jobs: Jobs, question: EraseQuestion, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._question = question
        self._job: Job | None = None
        self._planned: list[Planned] = []
        self._said = Said()
        self._back: QWidget = question
        self._first: tuple[str, Callable[[], None]] = ("", lambda: None)
        question.confirmed.connect(self._on_confirmed)

    def look(
        self,
        plan: Callable[[], Planned],
        back: QWidget,
        *,
        first: str = "",
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Find out what would go, and ask; afterwards the focus goes ``back``."""
        if self._refused():
            return
        self._back, self._first = back, (first, then)
        self._planned = found = []
        what = self.tr("Nakijken wat er weg zou gaan")

        def run() -> Iterator[Progress]:
            yield Progress(0, 0, what)
            found.append(plan())

        self._start(what, run).finished.connect(self._on_looked)

    def _refused(self) -> bool:
        if self._desk.read_only:
            self.problem_told.emit(self.tr("In deze kopie kun je niets wissen: je kunt hier alleen lezen."))
        elif self._desk.rehearsing:
            self.told.emit(self.tr("Dit is een oefenkopie. Stop eerst met oefenen, bovenaan het venster."), False)
        elif self._job is not None:
            self.told.emit(self.tr("Er wordt al iets gewist of nagekeken. Wacht tot dat klaar is."), False)
        else:
            return False
        return True

    def _start(self, what: str, work: Callable[[], Iterator[Progress]]) -> Job:
        self._question.show_progress(Progress(0, 0, what))
        self._job = job = self._jobs.start(what, work)
        job.progressed.connect(self._question.show_progress)
        job.failed.connect(self._on_failed)
        job.crashed.connect(self._on_crashed)
        job.cancelled.connect(self._question.finish)
        job.ended.connect(self._on_ended)
        return job

    def _on_looked(self) -> None:
        self._job = None
        (planned,) = self._planned
        if planned.work is None:
            self._question.tell(planned.lines, self._back)
        else:
            first, then = self._first
            self._question.ask(planned.lines, planned.accept, self._back, first=first, then=then)

    def _on_confirmed(self) -> None:
        (planned,) = self._planned
        if self._refused() or planned.work is None:
            return
        self._desk.erasing.emit()
        work, self._said = planned.work, Said()
        self._start(self.tr("Wissen"), lambda: work(self._said)).finished.connect(self._on_erased)

    def _on_erased(self) -> None:
        self._job = None
        (planned,) = self._planned
        self._question.finish()
        self.done.emit("\n".join(self._said.sentences(planned.done)))

    def _on_failed(self, problem: Problem) -> None:
        self._question.finish()
        self.problem_told.emit(str(problem))

    def _on_crashed(self, error: Exception) -> None:
        self._question.finish()
        raise error

    def _on_ended(self, job: Job) -> None:
        if self._job is job:
            self._job = None

"""Photos that come in: each is made small and stripped beside the window, and then they are kept in one step."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from bouwstenen_app.domain.photos import Picture
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.ui import pictures
from bouwstenen_app.ui.jobs import Job, Jobs
from bouwstenen_app.ui.widgets.photo_drop import Carried


class PhotoIntake(QObject):
    """Makes photos ready. One group at a time: what comes in meanwhile waits its turn."""

    ready = Signal(str, list, list)
    """Id of the session they are for, the Pictures, and the Problems of photos that could not be taken in."""
    busy = Signal(str)
    """What is being done, in words; empty when nothing is any more."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._waiting: list[tuple[str, Carried]] = []
        self._workshop = ""
        self._made: list[Picture] = []
        self._problems: list[Problem] = []

    def take(self, workshop: str, carried: Carried) -> None:
        """Make these photos ready for a session."""
        self._waiting.append((workshop, carried))
        if self._job is None:
            self._start()

    def stop(self) -> None:
        """Let go of what is not ready yet: nothing of it is kept."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def _start(self) -> None:
        self._workshop, carried = self._waiting.pop(0)
        made: list[Picture] = []
        problems: list[Problem] = []
        self._made, self._problems = made, problems
        readers = self._readers(carried)
        job = self._job = self._jobs.start(
            self.tr("Foto’s klaarmaken"), lambda: self._work(readers, made, problems)
        )
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_finished)
        job.crashed.connect(self._on_crashed)
        job.ended.connect(self._on_ended)

    def _readers(self, carried: Carried) -> list[Callable[[], Picture]]:
        if carried.image is not None:
            image, name = carried.image, self.tr("De foto op het klembord")
            return [lambda: pictures.from_image(image, name)]

        def reader(path: Path) -> Callable[[], Picture]:
            return lambda: pictures.read_file(path)

        return [reader(path) for path in carried.files]

    def _work(
        self, readers: Sequence[Callable[[], Picture]], made: list[Picture], problems: list[Problem]
    ) -> Iterator[Progress]:
        if len(readers) == 1:
            what = self.tr("De foto wordt klaargemaakt")
        else:
            what = self.tr("{n} foto’s worden klaargemaakt").format(n=len(readers))
        for done, read in enumerate(readers):
            yield Progress(done, len(readers), what)
            try:
                made.append(read())
            except Problem as problem:
                problems.append(problem)
        yield Progress(len(readers), len(readers), what)

    def _on_progressed(self, progress: Progress) -> None:
        if progress.total > 1:
            self.busy.emit(
                self.tr("{what}: {done} van {total}…").format(
                    what=progress.what, done=progress.done, total=progress.total
                )
            )
        else:
            self.busy.emit(f"{progress.what}…")

    def _on_finished(self) -> None:
        self.ready.emit(self._workshop, self._made, self._problems)

    def _on_crashed(self, error: Exception) -> None:
        raise error

    def _on_ended(self, _job: Job) -> None:
        self._job = None
        if self._waiting:
            self._start()
        else:
            self.busy.emit("")

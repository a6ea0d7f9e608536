"""Pictures are decoded beside the window: the one that is wanted last comes first."""

from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import photos
from bouwstenen_app.ui import pictures
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Job, Jobs


class PhotoLoading(QObject):
    """Reads pictures out of the workspace in a job, one after another, and tells of each when it is there."""

    loaded = Signal(str, int, object)
    """Id of the picture, the longest side that was asked for, and the QImage; null when it could not be read."""

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._wanted: deque[tuple[str, int]] = deque()
        self._ready: deque[tuple[str, int, QImage]] = deque()
        self._job: Job | None = None

    def want(self, picture: str, longest: int) -> None:
        """Ask for a picture, before those that were asked for earlier."""
        if (picture, longest) in self._wanted:
            self._wanted.remove((picture, longest))
        self._wanted.appendleft((picture, longest))
        self._start()

    def want_later(self, picture: str, longest: int) -> None:
        """Ask for a picture, after those that were asked for earlier."""
        if (picture, longest) not in self._wanted:
            self._wanted.append((picture, longest))
            self._start()

    def _start(self) -> None:
        if self._job is None:
            job = self._job = self._jobs.start(self.tr("Foto’s lezen"), self._read)
            job.progressed.connect(self._on_progressed)
            job.crashed.connect(self._on_crashed)
            job.ended.connect(self._on_ended)

    def _read(self) -> Iterator[Progress]:
        """Read what is wanted, on another thread; the two queues are safe to use from there."""
        while self._wanted:
            picture, longest = self._wanted.popleft()
            try:
                image = pictures.decoded(self._desk.read(photos.picture, picture), longest)
            except Problem:
                image = QImage()
            self._ready.append((picture, longest, image))
            yield Progress(0, 0, "")

    def _on_progressed(self, _progress: Progress) -> None:
        while self._ready:
            self.loaded.emit(*self._ready.popleft())

    def _on_crashed(self, error: Exception) -> None:
        raise error

    def _on_ended(self, _job: Job) -> None:
        self._job = None
        self._on_progressed(Progress(0, 0, ""))
        if self._wanted:
            self._start()

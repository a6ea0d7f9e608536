"""Jobs: long work on another thread, with progress and cancel, while the window stays alive."""

import threading
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal
from typing_extensions import override

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress


class Job(QObject):
    """Long work under way: a generator that yields Progress. Cancel = it is not asked for more.

    Its signals come from another thread: connect them to methods of a QObject of the window, so that Qt brings
    them over. It starts at the next turn of the event loop, so that no signal is missed.
    """

    progressed = Signal(object)
    """Progress."""
    finished = Signal()
    """All of it is done."""
    cancelled = Signal()
    failed = Signal(object)
    """Problem: what a person can solve."""
    crashed = Signal(object)
    """Exception: a bug of ours."""
    ended = Signal(object)
    """The Job itself, after any of the four above."""

    def __init__(self, name: str, work: Callable[[], Iterator[Progress]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._work = work
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def run(self) -> None:
        """Do the work, on the thread that calls this."""
        work = self._work()
        try:
            for progress in work:
                if self._stop.is_set():
                    close = getattr(work, "close", None)
                    if close is not None:
                        close()
                    self.cancelled.emit()
                    return
                self.progressed.emit(progress)
            self.finished.emit()
        except Problem as problem:
            self.failed.emit(problem)
        except Exception as error:
            self.crashed.emit(error)
        finally:
            self.ended.emit(self)


class Jobs(QObject):
    """The jobs under way. Two at a time at most, so that the window keeps a processor."""

    started = Signal(object)
    """Job."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: set[Job] = set()

    def start(self, name: str, work: Callable[[], Iterator[Progress]]) -> Job:
        """Start work under a Dutch name; connect to the signals of the Job that is returned right away."""
        job = Job(name, work, self)
        self._running.add(job)
        job.ended.connect(self._forget)
        self.started.emit(job)
        QTimer.singleShot(0, lambda: self._pool.start(_Runnable(job)))
        return job

    def cancel_all(self) -> None:
        """Ask every job to stop, and wait until they have."""
        for job in self._running:
            job.cancel()
        self._pool.waitForDone()

    def _forget(self, job: Job) -> None:
        self._running.discard(job)


class _Runnable(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    @override
    def run(self) -> None:
        self._job.run()
        # Not before its last signal has gone out to everyone: a sender that dies in between falls silent.
        self._job.deleteLater()

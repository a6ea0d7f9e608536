"""Jobs: long work on another thread, with progress and cancel, while the window stays alive."""

import sys
import threading
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from typing import Final

from PySide6.QtCore import QMetaMethod, QObject, QTimer, Signal, SignalInstance

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress

TURN: Final = 0.001
"""Seconds after which a job lets the window come between. Python's own 5 ms add up to a stall of 50 ms when two
jobs are busy; with 1 ms the longest was 35 ms (``benchmarks/window.py``)."""


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
    """Problem: what a person can solve. Where nobody listens it goes to whoever meets what nobody caught."""
    crashed = Signal(object)
    """Exception: a bug of ours; the same holds for it."""
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
        """Do the work, on the thread that calls this. Work that was cancelled before it began does not begin."""
        try:
            if self._stop.is_set() or not self._is_done():
                self.cancelled.emit()
            else:
                self.finished.emit()
        except Problem as problem:
            self._tell(self.failed, problem)
        except Exception as error:
            self._tell(self.crashed, error)
        finally:
            self.ended.emit(self)

    def let_go(self) -> None:
        """Forget the work and what it holds. The job itself stays with its owner.

        It is not deleted: an object that waits for its deletion when its parent goes is deleted twice by PySide.
        """
        self._work = _nothing

    def _tell(self, signal: SignalInstance, error: Exception) -> None:
        if self.isSignalConnected(QMetaMethod.fromSignal(signal)):
            signal.emit(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    def _is_done(self) -> bool:
        """Do the work to its end; False when it was cancelled on the way."""
        work = self._work()
        for progress in work:
            if self._stop.is_set():
                if isinstance(work, Generator):
                    work.close()
                return False
            self.progressed.emit(progress)
        return True


def _nothing() -> Iterator[Progress]:
    return iter(())


class Jobs(QObject):
    """The jobs under way. Two at a time at most, so that the window keeps a processor."""

    started = Signal(object)
    """Job."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="job")
        # A thread that waits for work holds what listens for bugs, and that holds all of the program.
        self.destroyed.connect(partial(self._pool.shutdown, wait=False))
        self._running: dict[Job, Future[None] | None] = {}
        self._usual_turn = sys.getswitchinterval()
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._begin)

    def busy(self) -> bool:
        """Say whether any work is under way."""
        return bool(self._running)

    def start(self, name: str, work: Callable[[], Iterator[Progress]]) -> Job:
        """Start work under a Dutch name; connect to the signals of the Job that is returned right away."""
        job = Job(name, work, self)
        self._running[job] = None
        job.ended.connect(self._forget)
        self.started.emit(job)
        self._next_turn.start()
        return job

    def cancel_all(self) -> None:
        """Ask every job to stop, and wait until they have; a job that has not begun never will."""
        self._next_turn.stop()
        for job, under_way in list(self._running.items()):
            job.cancel()
            if under_way is None:
                job.run()
            else:
                wait([under_way])

    def _begin(self) -> None:
        sys.setswitchinterval(min(TURN, self._usual_turn))
        for job, under_way in self._running.items():
            if under_way is None:
                self._running[job] = self._pool.submit(job.run)

    def _forget(self, job: Job) -> None:
        under_way = self._running.pop(job, None)
        if under_way is not None:
            wait([under_way])  # it may still be on its way out of the signal that brought us here
        job.let_go()
        if not self._running:
            sys.setswitchinterval(self._usual_turn)

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread, Slot
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.ui.jobs import TURN, Job, Jobs


class Listener(QObject):
    """Notes what a job says, and on which thread it hears it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.threads: set[object] = set()

    def listen(self, job: Job) -> None:
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_finished)
        job.cancelled.connect(self._on_cancelled)
        job.failed.connect(self._on_failed)
        job.crashed.connect(self._on_crashed)

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        self._note(progress.what)

    @Slot()
    def _on_finished(self) -> None:
        self._note("finished")

    @Slot()
    def _on_cancelled(self) -> None:
        self._note("cancelled")

    @Slot(object)
    def _on_failed(self, problem: Problem) -> None:
        self._note(f"failed: {problem}")

    @Slot(object)
    def _on_crashed(self, error: Exception) -> None:
        self._note(f"crashed: {type(error).__name__}")

    def _note(self, what: str) -> None:
        self.heard.append(what)
        self.threads.add(QThread.currentThread())


def problem() -> Iterator[Progress]:
    yield Progress(0, 1, "bezig")
    raise Problem("De schijf is vol. Maak ruimte vrij.")


def bug() -> Iterator[Progress]:
    yield Progress(0, 1, "bezig")
    raise ZeroDivisionError


def steps(*names: str) -> Iterator[Progress]:
    for done, name in enumerate(names):
        yield Progress(done, len(names), name)


def test_a_job_tells_its_progress_and_that_it_is_done_on_the_thread_of_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    listener = Listener()
    job = jobs.start("Tellen", lambda: steps("een", "twee"))
    listener.listen(job)
    qtbot.waitUntil(lambda: listener.heard[-1:] == ["finished"])
    assert listener.heard == ["een", "twee", "finished"]
    assert listener.threads == {QThread.currentThread()}


def test_a_cancelled_job_is_not_asked_for_more_and_its_work_is_closed(jobs: Jobs, qtbot: QtBot) -> None:
    listener, closed = Listener(), []

    def endless() -> Iterator[Progress]:
        try:
            while True:
                yield Progress(0, 0, "bezig")
        finally:
            closed.append(True)

    job = jobs.start("Zonder eind", endless)
    listener.listen(job)
    qtbot.waitUntil(lambda: "bezig" in listener.heard)
    job.cancel()
    qtbot.waitUntil(lambda: "cancelled" in listener.heard)
    assert closed == [True]
    assert "finished" not in listener.heard


def test_a_job_that_is_cancelled_before_it_began_does_nothing(jobs: Jobs, qtbot: QtBot) -> None:
    listener, begun = Listener(), []

    def work() -> Iterator[Progress]:
        begun.append(True)
        yield Progress(0, 1, "begonnen")

    job = jobs.start("Te laat", work)
    listener.listen(job)
    job.cancel()
    qtbot.waitUntil(lambda: listener.heard == ["cancelled"])
    assert begun == []


def test_a_problem_is_told_apart_from_a_bug(jobs: Jobs, qtbot: QtBot) -> None:
    listener = Listener()

    for work in (problem, bug):
        listener.listen(jobs.start("Mislukt", work))
    qtbot.waitUntil(lambda: len(listener.heard) == 4)
    assert "failed: De schijf is vol. Maak ruimte vrij." in listener.heard
    assert "crashed: ZeroDivisionError" in listener.heard


def test_what_nobody_listens_for_goes_to_who_meets_what_nobody_caught(
    jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    met: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: met.append(kind.__name__))

    for work in (problem, bug):
        jobs.start("Mislukt", work)
    qtbot.waitUntil(lambda: sorted(met) == ["Problem", "ZeroDivisionError"])


def test_many_short_jobs_come_and_go(jobs: Jobs, qtbot: QtBot) -> None:
    listener = Listener()
    for _ in range(200):
        listener.listen(jobs.start("Kort", lambda: steps("een")))
    qtbot.waitUntil(lambda: listener.heard.count("finished") == 200)


def test_while_a_job_runs_python_gives_the_window_its_turn_sooner(jobs: Jobs, qtbot: QtBot) -> None:
    usual = sys.getswitchinterval()
    seen: list[float] = []

    def work() -> Iterator[Progress]:
        seen.append(sys.getswitchinterval())
        yield Progress(1, 1, "klaar")

    job = jobs.start("Proef", work)
    with qtbot.waitSignal(job.ended):
        pass
    qtbot.waitUntil(lambda: sys.getswitchinterval() == usual)
    assert seen == [pytest.approx(TURN)] or usual <= TURN

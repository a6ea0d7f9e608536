"""A bug of ours is written down and told once, on whatever thread it was; a Problem is passed on."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.ui.bugs import QUIET, Bugs
from bouwstenen_app.ui.dialogs.bug import BugDialog
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.windows.main import MainWindow


class Written:
    """A place for reports that remembers which kinds came."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "fouten.log"
        self.kinds: list[str] = []

    def write(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> str:
        self.kinds.append(kind.__name__)
        return kind.__name__


class Listening:
    """Bugs of a window, with a clock that is turned by hand; hooks of others see nothing meanwhile."""

    def __init__(self, theme: Theme, window: MainWindow, folder: Path) -> None:
        self.reports = Written(folder)
        self.now = 1000.0
        self.kept = 0
        self.hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        self.bugs = Bugs(theme, window, self.reports, self.keep, lambda: self.now)
        self.bugs.listen()

    def keep(self) -> bool:
        self.kept += 1
        return True

    def stop(self) -> None:
        self.bugs.stop()
        sys.excepthook, threading.excepthook, sys.unraisablehook = self.hooks

    @property
    def dialog(self) -> BugDialog:
        assert self.bugs.dialog is not None
        return self.bugs.dialog


@pytest.fixture
def listening(theme: Theme, window: MainWindow, tmp_path: Path) -> Iterator[Listening]:
    one = Listening(theme, window, tmp_path)
    yield one
    one.stop()


def fail(error: BaseException) -> None:
    try:
        raise error
    except BaseException as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


def test_a_bug_is_written_down_and_told_in_one_dialog(listening: Listening, qtbot: QtBot) -> None:
    fail(ValueError("iets"))
    fail(KeyError("nog iets"))
    qtbot.waitUntil(lambda: listening.bugs.dialog is not None)
    qtbot.wait(1)
    assert listening.reports.kinds == ["ValueError", "KeyError"]
    assert listening.kept == 2
    assert "niet aan jou" in listening.dialog.said.text()


def test_a_bug_in_a_slot_of_qt_is_met_too(listening: Listening, qtbot: QtBot) -> None:
    def slot() -> None:
        raise ZeroDivisionError

    QTimer.singleShot(0, slot)
    qtbot.waitUntil(lambda: listening.bugs.dialog is not None)
    assert listening.reports.kinds == ["ZeroDivisionError"]


def test_soon_after_a_dialog_there_is_no_new_one(listening: Listening, qtbot: QtBot) -> None:
    fail(ValueError("iets"))
    qtbot.waitUntil(lambda: listening.bugs.dialog is not None)
    listening.dialog.go_on.click()
    assert listening.bugs.dialog is None

    with qtbot.waitSignal(listening.bugs.met_again):
        fail(ValueError("weer"))
    assert listening.bugs.dialog is None
    listening.now += QUIET
    fail(ValueError("later"))
    qtbot.waitUntil(lambda: listening.bugs.dialog is not None)


def test_a_problem_is_passed_on_and_never_written_down(listening: Listening, qtbot: QtBot) -> None:
    with qtbot.waitSignal(listening.bugs.problem_met) as told:
        fail(Problem("De schijf is vol."))
    assert str(told.args[0]) == "De schijf is vol."
    assert listening.reports.kinds == []


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_bug_on_another_thread_is_told_on_that_of_the_window(listening: Listening, qtbot: QtBot) -> None:
    def work() -> None:
        raise ValueError

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: listening.bugs.dialog is not None)
    assert listening.reports.kinds == ["ValueError"]


def test_what_goes_wrong_while_something_is_put_away_is_written_down_only(
    listening: Listening, qtbot: QtBot
) -> None:
    class Stubborn:
        def __del__(self) -> None:
            raise OSError

    one = Stubborn()
    del one
    qtbot.wait(1)
    assert listening.reports.kinds == ["OSError"]
    assert listening.bugs.dialog is None


def test_while_another_listens_within_it_an_outer_one_hears_nothing(
    listening: Listening, theme: Theme, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """As while someone rehearses: the program itself waits out of sight."""
    reports = Written(tmp_path)
    inner = Bugs(theme, window, reports, lambda: True)
    inner.listen()
    fail(ValueError("iets"))
    qtbot.waitUntil(lambda: inner.dialog is not None)
    inner.stop()
    assert (reports.kinds, listening.reports.kinds) == (["ValueError"], [])
    assert listening.bugs.dialog is None
    fail(KeyError("weer"))
    assert listening.reports.kinds == ["KeyError"]


def test_when_it_stops_others_listen_again(listening: Listening) -> None:
    assert sys.excepthook == listening.bugs.on_exception
    listening.bugs.stop()
    assert sys.excepthook is sys.__excepthook__
    assert threading.excepthook is threading.__excepthook__
    listening.bugs.listen()

"""A bug of ours in the middle of a session: nothing is lost, nothing is told to others, and work goes on."""

import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.stories.running import Running, Start

from bouwstenen_app.crash_reports import LOG
from bouwstenen_app.services import boards, preparing
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_empty, surroundings
from bouwstenen_app.ui.dialogs.bug import BugDialog
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.remembered import DRAFT

CANARY = "Kanariefamilie Merelstraat"

pytestmark = pytest.mark.qt_no_exception_capture


@pytest.fixture
def path(start: Start, tmp_path: Path) -> Path:
    """A workspace with two sessions of three rounds; ``start`` comes first, it sets the folders."""
    path = tmp_path / "werk.bouwstenen"
    store = create(path, surroundings(), fill_empty)
    for title in ("Eerste sessie", "Tweede sessie"):
        store.do("Sessie", preparing.create_workshop, title=title, rounds=("Een", "Twee", "Drie"))
    store.close()
    return path


def fail(secret: str) -> None:
    """A bug in a slot of the program."""
    try:
        raise ValueError(secret)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def dialog_of(running: Running, qtbot: QtBot) -> BugDialog:
    qtbot.waitUntil(lambda: running.frame.findChild(BugDialog) is not None)
    dialog = running.frame.findChild(BugDialog)
    assert isinstance(dialog, BugDialog)
    return dialog


def test_r12_the_work_goes_on_and_the_report_holds_no_word_of_it(
    start: Start, path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    running = start(path)
    running.type(f"{CANARY} eerst")
    running.press("Return")
    running.type(f"{CANARY} half")
    fail(CANARY)
    dialog = dialog_of(running, qtbot)
    workshop = running.program.desk.read(boards.select_blocks, boards.Selection())[0].workshop
    assert running.program.desk.recall(DRAFT + workshop) == f"{CANARY} half", "kept before anything is asked"
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.go_on.click()
    assert running.line.toPlainText() == f"{CANARY} half"
    running.type(" en verder")
    running.press("Return")
    assert set(running.titles) == {f"{CANARY} eerst", f"{CANARY} half en verder"}

    log = (surroundings().data / LOG).read_text(encoding="utf-8")
    out = capsys.readouterr()
    assert "ValueError" in log
    for said in (log, out.out, out.err):
        assert not any(word in said for word in (*CANARY.split(), path.name, str(path.parent)))


def test_one_begins_again_in_the_same_session_and_round_with_the_half_typed_text(
    start: Start, path: Path, qtbot: QtBot
) -> None:
    running = start(path)
    place = running.window.current_place
    assert isinstance(place, CapturePlace)
    before = place.title()
    running.press("Ctrl+PageDown")
    running.press("Ctrl+PageDown")
    running.type("Half getypt")
    fail("iets")
    dialog_of(running, qtbot).begin_again.click()
    qtbot.waitUntil(lambda: running.window.current_place is not place)

    again = running.window.current_place
    assert isinstance(again, CapturePlace)
    assert again.title() == before
    assert again.page.bar.line.toPlainText() == "Half getypt"
    assert "opnieuw begonnen waar je was" in running.window.notice.text
    running.press("Return")
    (block,) = running.program.desk.read(boards.select_blocks, boards.Selection())
    assert block.round == 3
    assert not running.program.desk.read_only


def test_one_begins_again_in_the_place_one_was_in(start: Start, path: Path, qtbot: QtBot) -> None:
    running = start(path)
    running.press("Ctrl+3")
    place = running.window.current_place
    key = running.window.key_in_front
    fail("iets")
    dialog_of(running, qtbot).begin_again.click()
    qtbot.waitUntil(lambda: running.window.current_place is not place)
    assert running.window.key_in_front == key == "organise"


def test_bugs_one_after_the_other_are_one_dialog(start: Start, path: Path, qtbot: QtBot) -> None:
    running = start(path)
    for _ in range(5):
        fail("iets")
    dialog = dialog_of(running, qtbot)
    qtbot.wait(5)
    assert running.frame.findChildren(BugDialog) == [dialog]
    dialog.go_on.click()
    fail("weer iets")
    qtbot.waitUntil(lambda: "Er ging weer iets mis" in running.window.notice.text)
    assert all(not one.isVisible() for one in running.frame.findChildren(BugDialog))


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_bug_on_another_thread_and_one_in_a_job_are_told_too(start: Start, path: Path, qtbot: QtBot) -> None:
    def work() -> None:
        raise RuntimeError(CANARY)

    running = start(path)
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    dialog_of(running, qtbot).go_on.click()
    log = (surroundings().data / LOG).read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert CANARY not in log

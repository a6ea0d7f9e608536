"""Work of others comes in while one types or locks: nothing that was typed goes, and a lock holds."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.stories.running import Running, Start

from bouwstenen_app.beside_work import BesideWork
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import boards, capturing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.surroundings import surroundings
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.codebook import CodebookPlace
from bouwstenen_app.ui.places.exchange import ExchangePlace
from bouwstenen_app.ui.places.sessions import SessionsPlace
from bouwstenen_app.ui.windows.unlock import UnlockPage


@pytest.fixture
def other(tmp_path: Path, example_file: Path, protected: Path) -> Path:
    """What another laptop added to it."""
    path = Path(shutil.copy(example_file, tmp_path / "andere laptop.bouwstenen"))
    store = open_store(path, surroundings(tmp_path / "andere"))
    workshop = store.read(preparing.workshops)[0].id
    store.do("Vastgelegd", capturing.capture, "Van de andere laptop", workshop=workshop)
    store.close()
    return path


def looked_at(running: Running, other: Path, qtbot: QtBot) -> ExchangePlace:
    running.window.go("exchange")
    place = running.window.current_place
    assert isinstance(place, ExchangePlace)
    place.look_at([other])
    qtbot.waitUntil(lambda: place.card.accept.isVisible(), timeout=20_000)
    qtbot.waitUntil(lambda: not running.program._jobs.busy(), timeout=20_000)
    return place


def test_a_workspace_that_is_locked_while_something_comes_in_stays_locked_and_has_it(
    protected: Path, other: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    running.unlock(qtbot)
    place = looked_at(running, other, qtbot)
    place.merges.take_in()
    running.press("F12")
    assert isinstance(running.window.body.currentWidget(), UnlockPage), "at once"

    qtbot.waitUntil(lambda: not running.program.has_workspace, timeout=20_000)
    qtbot.wait(200)
    assert not running.program.has_workspace
    assert isinstance(running.window.body.currentWidget(), UnlockPage)
    running.unlock(qtbot)
    blocks = running.program.desk.read(boards.select_blocks, Selection())
    assert "Van de andere laptop" in {block.title for block in blocks}


def test_it_locks_while_text_that_is_typed_waits_for_what_comes_in_and_that_text_is_there_again(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    running.unlock(qtbot)
    line = _capture(running).page.bar.line
    line.setFocus()
    store = running.program.desk._store
    store.merging = True
    running.type("Nog niet klaar met")
    running.press("F12")
    assert isinstance(running.window.body.currentWidget(), UnlockPage)
    store.merging = False
    qtbot.waitUntil(lambda: not running.program.has_workspace, timeout=10_000)
    running.unlock(qtbot)
    assert _capture(running).page.bar.line.toPlainText() == "Nog niet klaar met"


def test_it_locks_while_a_field_waits_for_what_comes_in_and_that_is_stored(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    running.unlock(qtbot)
    running.window.go("sessions")
    form = _sessions(running).detail.form
    question = form.text_field("main_question")
    store = running.program.desk._store
    store.merging = True

    def work() -> Iterator[Progress]:
        while store.merging:
            time.sleep(0.005)
            yield Progress(0, 0, "Samenvoegen")

    running.program._jobs.start("Samenvoegen", work)
    question.setFocus()
    question.selectAll()
    running.type("Wat helpt?")
    form.text_field("place").setFocus()
    assert question.toPlainText() == "Wat helpt?"
    assert "je tekst staat er nog" in running.window.notice.text
    running.press("F12")
    assert isinstance(running.window.body.currentWidget(), UnlockPage)
    store.merging = False
    qtbot.waitUntil(lambda: not running.program.has_workspace, timeout=10_000)
    running.unlock(qtbot)
    assert "Wat helpt?" in {one.main_question for one in running.program.desk.read(preparing.workshops)}


def test_a_lock_holds_when_something_came_in_from_a_synced_folder_just_then(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    running.unlock(qtbot)
    qtbot.waitUntil(lambda: not running.program._jobs.busy(), timeout=20_000)
    beside = running.program.desk.findChild(BesideWork)
    assert isinstance(beside, BesideWork)
    coming = [True]

    def work() -> Iterator[Progress]:
        while coming[0]:
            time.sleep(0.005)
            yield Progress(0, 0, "Werkmap bijwerken")

    running.program._jobs.start("Werkmap bijwerken", work)
    running.press("F12")
    beside._on_came_in("Uit de map kwam binnen wat een andere laptop schreef.")
    assert isinstance(running.window.body.currentWidget(), UnlockPage)
    coming[0] = False
    qtbot.waitUntil(lambda: not running.program.has_workspace, timeout=10_000)
    running.unlock(qtbot)


@pytest.mark.parametrize("elsewhere", [True, False])
def test_what_was_typed_while_something_came_in_is_there_when_it_did(
    protected: Path, start: Start, qtbot: QtBot, elsewhere: bool
) -> None:
    running = start(protected)
    running.unlock(qtbot)
    _capture(running).page.bar.line.setFocus()
    store = running.program.desk._store
    store.merging = True
    running.type("Terwijl het binnenkomt")
    qtbot.wait(400)
    if elsewhere:
        running.window.go("sessions")
    store.merging = False
    running.program._workplace.reopen_asked.emit()
    assert running.program.desk._store is not store
    running.window.go("capture")
    assert _capture(running).page.bar.line.toPlainText() == "Terwijl het binnenkomt"


def test_forms_of_two_places_are_there_again_also_after_a_second_lock(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    running.unlock(qtbot)
    running.window.go("codebook")
    place = running.window.current_place
    assert isinstance(place, CodebookPlace)
    place._ask_new()
    running.type("Eerste gesprek")
    running.window.go("sessions")
    running.press("Ctrl+N")
    _sessions(running).panel.title.setFocus()
    running.type("Werksessie winter")

    for _ in range(2):
        running.lock(qtbot)
        running.unlock(qtbot)
    assert _sessions(running).panel.title.text() == "Werksessie winter"
    running.window.go("codebook")
    qtbot.waitUntil(lambda: "Eerste gesprek" in running.window.notice.text)


def test_a_form_that_was_sent_after_a_bug_is_not_filled_in_again(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    running.unlock(qtbot)
    running.window.go("sessions")
    running.press("Ctrl+N")
    panel = _sessions(running).panel
    panel.title.setFocus()
    running.type("Werksessie winter")
    running.program.keep_typed()  # as after a bug, when one goes on
    running.press("Return")
    qtbot.waitUntil(lambda: not panel.isVisible())
    running.window.go("capture")
    running.window.go("sessions")
    qtbot.wait(50)
    assert not _sessions(running).panel.isVisible()


def _sessions(running: Running) -> SessionsPlace:
    place = running.window.current_place
    assert isinstance(place, SessionsPlace)
    return place


def _capture(running: Running) -> CapturePlace:
    running.window.go("capture")
    place = running.window.current_place
    assert isinstance(place, CapturePlace)
    return place

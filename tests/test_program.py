import gc
import threading
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.opened import Opened, titles, with_one_block

from bouwstenen_app.between_places import EXCHANGE, INSIGHT, ORGANISE, REPORT, SESSIONS, SETTINGS
from bouwstenen_app.domain import first_look
from bouwstenen_app.services import backups, boards, capturing, preparing
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.storage.peek import glance
from bouwstenen_app.surroundings import surroundings
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.early_page import EarlyPage
from bouwstenen_app.ui.places.exchange import ExchangePlace
from bouwstenen_app.ui.widgets.file_drop import WorkspaceDrop

pytestmark = pytest.mark.usefixtures("own_home")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace with one session and one block."""
    return with_one_block(tmp_path / "najaar.bouwstenen")


def shown_early(one: Opened, path: Path) -> EarlyPage:
    """Show the line of the workspace before the workspace is open, as a start does."""
    seen = glance(path)
    look = first_look.read(seen.first_look) if seen else None
    assert seen is not None
    assert look is not None
    early = EarlyPage(one.theme, look, seen.remembered)
    one.window.show_early("capture", early.page, look.workshop.title, "")
    return early


def test_it_opens_on_the_session_and_makes_a_checked_backup(
    opened: Callable[[], Opened], path: Path, qtbot: QtBot
) -> None:
    one = opened()
    one.program.begin(path)
    assert isinstance(one.window.current_place, CapturePlace)
    assert "najaar" in one.frame.windowTitle()
    qtbot.waitUntil(lambda: len(backups.backups(surroundings(), path)) == 1)
    assert copies.faults(backups.backups(surroundings(), path)[0].path) == ()


def test_without_a_file_it_welcomes_and_offers_the_example(opened: Callable[[], Opened], qtbot: QtBot) -> None:
    one = opened()
    one.program.begin(None)
    page = one.window.body.currentWidget()
    page.example_asked.emit()
    qtbot.waitUntil(lambda: isinstance(one.window.current_place, CapturePlace))
    assert len(titles(one.program)) == 122


def test_undo_and_redo_of_the_window_are_told_in_words(
    opened: Callable[[], Opened], path: Path, qtbot: QtBot
) -> None:
    one = opened()
    one.program.begin(path)
    one.window.undo_asked.emit()
    assert one.told == "Ongedaan: Bouwsteen vastgelegd"
    assert titles(one.program) == []
    qtbot.waitUntil(lambda: "Sessie gemaakt" in one.window.header.undo.toolTip())
    one.window.redo_asked.emit()
    assert one.told == "Opnieuw: Bouwsteen vastgelegd"
    assert titles(one.program) == ["Een inzicht"]


def test_a_file_that_is_none_of_ours_is_one_sentence_and_the_welcome_page(
    opened: Callable[[], Opened], tmp_path: Path
) -> None:
    other = tmp_path / "brief.bouwstenen"
    other.write_text("Geachte heer" * 50)
    one = opened()
    one.program.begin(other)
    assert one.told.startswith("brief.bouwstenen is geen werkmap van Bouwstenen.")
    assert other.read_text() == "Geachte heer" * 50


def test_a_second_window_on_the_same_file_reads_and_says_so(opened: Callable[[], Opened], path: Path) -> None:
    holder = open_store(path, surroundings())
    one = opened()
    one.program.begin(path)
    assert one.program.desk.read_only
    assert "alleen lezen" in one.frame.windowTitle()
    assert "al open" in one.told
    assert titles(one.program) == ["Een inzicht"]
    place = one.window.current_place
    assert isinstance(place, CapturePlace)
    line = place.page.bar.line
    QTest.keyClicks(line, "Een nieuw inzicht")
    assert line.toPlainText() == ""
    assert one.told.startswith("Je kunt hier alleen lezen. Deze werkmap is al open")
    holder.close()


def test_after_a_copy_to_look_at_another_workspace_is_typed_in_as_ever(
    opened: Callable[[], Opened], path: Path, tmp_path: Path
) -> None:
    holder = open_store(path, surroundings())
    holder.copy_to(tmp_path / "andere.bouwstenen")
    one = opened()
    one.program.begin(path)
    one.program.begin(tmp_path / "andere.bouwstenen")
    place = one.window.current_place
    assert isinstance(place, CapturePlace)
    line = place.page.bar.line
    QTest.keyClicks(line, "Een nieuw inzicht")
    assert line.toPlainText() == "Een nieuw inzicht"
    holder.close()


def test_what_is_left_on_the_screen_stands_there_at_once_the_next_time(
    opened: Callable[[], Opened], path: Path
) -> None:
    one = opened()
    one.program.begin(path)
    one.close()
    seen = glance(path)
    assert seen is not None
    look = first_look.read(seen.first_look)
    assert look is not None
    assert look.step == seen.step
    assert (look.workshop.title, [block.title for block in look.blocks]) == ("Proef", ["Een inzicht"])


def test_keys_typed_before_the_workspace_is_open_are_kept_enter_too(
    opened: Callable[[], Opened], path: Path, qtbot: QtBot
) -> None:
    first = opened()
    first.program.begin(path)
    first.close()
    one = opened()
    early = shown_early(one, path)
    early.page.bar.line.setFocus()
    assert one.window.header.title.text() == "Proef"
    QTest.keyClicks(early.page.bar.line, "Vroeg getypt")
    assert early.page.bar.line.toPlainText() == "Vroeg getypt"
    QTest.keyClick(early.page.bar.line, Qt.Key.Key_Return)
    QTest.keyClicks(early.page.bar.line, "En verder")
    assert early.page.bar.line.toPlainText() == "Vroeg getypt"

    one.program.begin(path, early)
    place = one.window.current_place
    assert isinstance(place, CapturePlace)
    assert place.page is early.page
    assert titles(one.program) == ["Een inzicht", "Vroeg getypt"]
    assert place.page.bar.line.toPlainText() == "En verder"
    assert place.page.bar.line.hasFocus()


def test_half_typed_text_is_there_again_with_the_cursor_where_it_was(
    opened: Callable[[], Opened], path: Path, qtbot: QtBot
) -> None:
    first = opened()
    first.program.begin(path)
    QTest.keyClicks(first.window.current_place.page.bar.line, "Half @pol")
    qtbot.wait(300)
    first.close()
    one = opened()
    early = shown_early(one, path)
    assert early.page.bar.line.toPlainText() == "Half @pol"
    QTest.keyClick(early.page.bar.line, Qt.Key.Key_Left)
    where = early.page.bar.line.textCursor().position()
    one.program.begin(path, early)
    assert one.window.current_place.page.bar.typed == ("Half @pol", where)


def test_r02_what_is_typed_before_the_workspace_is_open_is_marked_and_the_key_waits_for_the_place(
    opened: Callable[[], Opened], path: Path, qtbot: QtBot
) -> None:
    first = opened()
    first.program.begin(path)
    first.close()
    one = opened()
    early = shown_early(one, path)
    line = early.page.bar.line
    line.setFocus()
    QTest.keyClicks(line, "Bel haar op 06-12345678")
    qtbot.waitUntil(lambda: len(line.extraSelections()) == 1)
    QTest.keyClick(line, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert line.toPlainText() == "Bel haar op 06-12345678"

    one.program.begin(path, early)
    assert line.toPlainText() == "Bel haar op [telefoonnummer]"


def test_files_of_another_laptop_dropped_on_the_window_come_in_and_can_be_taken_back(
    opened: Callable[[], Opened], path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "andere.bouwstenen"
    store = open_store(path, surroundings())
    store.copy_to(other)
    store.close()
    store = open_store(other, surroundings())
    workshop = store.read(preparing.workshops)[0].id
    store.do("Vastgelegd", capturing.capture, "Van de andere laptop", workshop=workshop)
    store.close()
    one = opened()
    one.program.begin(path)

    (drop,) = one.window.findChildren(WorkspaceDrop)
    drop.dropped.emit((other,))
    place = one.window.current_place
    assert isinstance(place, ExchangePlace)
    qtbot.waitUntil(place.card.accept.isVisible, timeout=10_000)
    place.card.accept.click()
    qtbot.waitUntil(lambda: one.window.current_place is not place, timeout=10_000)
    titles = {block.title for block in one.program.desk.read(boards.select_blocks, boards.Selection())}
    assert titles == {"Een inzicht", "Van de andere laptop"}

    again = one.window.current_place
    assert isinstance(again, ExchangePlace)
    again.last.back.click()
    again.last.really.click()
    titles = {block.title for block in one.program.desk.read(boards.select_blocks, boards.Selection())}
    assert titles == {"Een inzicht"}
    one.program.desk.do("Sessie", preparing.create_workshop, title="Het werk gaat door")


def test_a_file_dropped_on_the_welcome_page_is_opened(
    opened: Callable[[], Opened], path: Path, qtbot: QtBot
) -> None:
    one = opened()
    one.program.begin(None)
    (drop,) = one.window.findChildren(WorkspaceDrop)
    drop.dropped.emit((path,))
    qtbot.waitUntil(lambda: one.program.has_workspace)
    assert titles(one.program) == ["Een inzicht"]


def test_of_a_closed_program_nothing_stays(opened: Callable[[], Opened], path: Path, qtbot: QtBot) -> None:
    one = opened()
    one.program.begin(path)
    for key in (SESSIONS, ORGANISE, INSIGHT, REPORT, EXCHANGE, SETTINGS):
        one.window.go(key)
    qtbot.waitUntil(lambda: not one.program._jobs.busy())
    held = [weakref.ref(each) for each in (one.program, one.program.desk, one.window)]
    workers = threading.active_count()
    one.close()
    one.frame.takeCentralWidget().deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    del one.program, one.window
    gc.collect()
    assert [each() for each in held] == [None] * 3
    qtbot.waitUntil(lambda: threading.active_count() < workers)

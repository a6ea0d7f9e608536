"""A participant takes a block back, and a term that is over: in the real window, down to the bytes on the disk."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.stories.running import Running, Start

from bouwstenen_app.services import backups, boards, capturing, keeping, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import overwriting
from bouwstenen_app.storage.opening import create, open_store
from bouwstenen_app.surroundings import fill_empty, surroundings
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.sessions import SessionsPlace
from bouwstenen_app.ui.places.settings import SettingsPlace
from bouwstenen_app.ui.widgets.erase_card import EraseCard
from bouwstenen_app.ui.widgets.erase_question import EraseQuestion
from bouwstenen_app.ui.widgets.history_panel import HistoryPanel

NAME = "Zwanenburg"
TODAY = date.today()


@pytest.fixture
def path(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with two blocks, and a backup of it; ``start`` comes first, it sets the folders."""
    (tmp_path / "tijdelijk").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tijdelijk"))
    path = tmp_path / "werk.bouwstenen"
    store = create(path, surroundings(), fill_empty)
    workshop = store.do("Sessie", preparing.create_workshop, title="Proef", region="Heuvelrug", on=TODAY).result
    for text in ("Blijft staan", f"De familie {NAME} belde vaak"):
        store.do(f"“{text}” vastgelegd", capturing.capture, text, workshop=workshop)
    for _ in backups.backup_if_changed(store, surroundings()):
        pass
    store.close()
    return path


def holding(folder: Path, word: str) -> list[str]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in files if word.lower().encode() in file.read_bytes().lower()]


def question_of(running: Running, qtbot: QtBot) -> EraseQuestion:
    def asked() -> list[EraseQuestion]:
        return [one for one in running.frame.findChildren(EraseQuestion) if one.accept.isVisible()]

    qtbot.waitUntil(lambda: bool(asked()))
    return asked()[0]


def test_r06_r11_a_block_is_withdrawn_from_its_history_and_stands_in_no_file_any_more(
    start: Start, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    running = start(path)
    place = running.window.current_place
    assert isinstance(place, CapturePlace)
    assert len(holding(tmp_path, NAME)) == 2
    running.press("Tab")
    blocks = place.page.blocks
    blocks.setFocus()
    running.press("Home")
    qtbot.waitUntil(lambda: bool(place.page.inspector.blocks))
    panel = place.page.inspector.findChild(HistoryPanel)
    assert isinstance(panel, HistoryPanel)
    panel.button.click()
    panel.whole.click()

    question = question_of(running, qtbot)
    assert f"De familie {NAME} belde vaak" in question.text
    before = running.program.desk
    question.accept.click()
    qtbot.waitUntil(lambda: running.program.has_workspace and running.program.desk is not before, timeout=20_000)

    assert isinstance(running.window.current_place, SettingsPlace)
    assert [one.title for one in running.program.desk.read(boards.select_blocks, Selection())] == ["Blijft staan"]
    while running.program.desk.undo():
        pass
    running.frame.close()
    running.program.close()
    assert holding(tmp_path, NAME) == []
    assert len(backups.backups(surroundings(), path)) >= 1


def test_r10_a_term_that_is_over_is_said_at_opening_and_nothing_is_wiped(
    start: Start, path: Path, qtbot: QtBot
) -> None:
    running = start(path)
    running.program.desk.do("Bewaren", keeping.keep_until, TODAY - timedelta(days=1))
    running = start(path)
    notice = running.window.notice
    qtbot.waitUntil(lambda: "bewaartermijn" in notice.text, timeout=20_000)
    assert "niets vanzelf gewist" in notice.text
    assert len(running.program.desk.read(boards.select_blocks, Selection())) == 2


def test_r06_a_backup_that_could_not_be_reached_is_erased_at_the_next_start(
    start: Start, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (backup,) = backups.backups(surroundings(), path)
    away = tmp_path / "weg"
    backup.path.rename(away)
    store = open_store(path, surroundings())
    block = store.read(boards.select_blocks, Selection())[-1]
    store.do("Gewist", overwriting.note, [("block", block.id)], whole=True)
    store.close()
    away.rename(backup.path)
    assert holding(backup.path.parent, f"familie {NAME}") == [backup.path.name]
    start(path)
    qtbot.waitUntil(lambda: holding(backup.path.parent, f"familie {NAME}") == [], timeout=20_000)


def test_r04_a_name_in_a_form_that_is_filled_in_half_way_is_gone_there_too(
    start: Start, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    running = start(path)
    running.window.go("sessions")
    running.press("Ctrl+N")
    panel = running.place(SessionsPlace).panel
    panel.title.setFocus()
    running.type(f"Avond bij {NAME}")
    running.window.go("settings")
    card = running.place(SettingsPlace).findChild(EraseCard)
    assert isinstance(card, EraseCard)
    card.name.setFocus()
    running.type(NAME)
    running.press("Return")
    running.press("Return")
    question = question_of(running, qtbot)
    before = running.program.desk
    question.accept.click()
    qtbot.waitUntil(lambda: running.program.has_workspace and running.program.desk is not before, timeout=20_000)

    running.window.go("sessions")
    place = running.place(SessionsPlace)
    qtbot.waitUntil(lambda: place.panel.title.text() == "Avond bij [naam]")
    running.frame.close()
    running.program.close()
    assert holding(tmp_path, NAME) == []

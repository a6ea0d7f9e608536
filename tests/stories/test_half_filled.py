"""What is filled in half-way when the workspace locks is there again after the password."""

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.protection import protect
from tests.stories.running import Running, Start

from bouwstenen_app.services import capturing, preparing
from bouwstenen_app.services.merging import merge_files
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.surroundings import surroundings
from bouwstenen_app.ui.places.codebook import CodebookPlace
from bouwstenen_app.ui.places.exchange import ExchangePlace
from bouwstenen_app.ui.places.sessions import SessionsPlace
from bouwstenen_app.ui.remembered import HALF_FILLED


def _sessions(running: Running) -> SessionsPlace:
    running.window.go("sessions")
    place = running.window.current_place
    assert isinstance(place, SessionsPlace)
    return place


def test_a_new_session_that_is_filled_in_half_way_is_there_again_and_can_be_made(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    running.unlock(qtbot)
    _sessions(running)
    running.press("Ctrl+N")
    panel = _sessions(running).panel
    for field, text in (
        (panel.title, "Werksessie winter"),
        (panel.date.line, "12-01-2027"),
        (panel.region, "Veld"),
    ):
        field.setFocus()
        running.type(text)
    panel.rounds.setFocus()
    panel.rounds.selectAll()
    running.type("Wat werkt\nWat niet")
    panel.title.setFocus()

    running.lock(qtbot)
    running.unlock(qtbot)

    place = running.window.current_place
    assert isinstance(place, SessionsPlace)
    assert place.panel is not panel
    panel = place.panel
    assert panel.isVisible()
    typed = (panel.title.text(), panel.date.line.text(), panel.region.text(), panel.rounds.toPlainText())
    assert typed == ("Werksessie winter", "12-01-2027", "Veld", "Wat werkt\nWat niet")
    panel.title.setFocus()
    running.press("Return")
    made = next(one for one in running.program.desk.read(preparing.workshops) if one.title == "Werksessie winter")
    assert (made.region, made.date and made.date.isoformat()) == ("Veld", "2027-01-12")
    assert [one.name for one in made.numbered_rounds] == ["Wat werkt", "Wat niet"]
    assert running.program.desk.recall(HALF_FILLED) == ""
    running.lock(qtbot)
    running.unlock(qtbot)
    assert not _sessions(running).panel.isVisible()


def test_it_waits_in_the_workspace_when_the_program_ends_at_the_lock_and_nobody_reads_it_there(
    protected: Path, start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    running = start(protected)
    running.unlock(qtbot)
    _sessions(running)
    running.press("Ctrl+N")
    _sessions(running).panel.title.setFocus()
    running.type("Kanariesessie")
    running.lock(qtbot)
    for file in tmp_path.rglob("*"):
        assert file.is_dir() or b"Kanariesessie" not in file.read_bytes(), file.name
    running = start(protected)
    running.unlock(qtbot)
    place = _sessions(running)
    qtbot.waitUntil(lambda: place.panel.isVisible())
    assert place.panel.title.text() == "Kanariesessie"


def test_a_session_that_is_gone_since_stands_in_the_way_of_nothing(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    running.unlock(qtbot)
    kept = {
        "sessions": [["sessie", "", "ab" * 16], ["nieuwe sessie/titel", "Titel", "Toch nog"], ["vreemd", "x", "y"]]
    }
    running.program.desk.remember(HALF_FILLED, json.dumps(kept))
    place = _sessions(running)
    qtbot.waitUntil(lambda: place.panel.title.text() == "Toch nog")
    assert "bij x: “y”" in running.window.notice.text
    running.window.go("capture")
    running.program.desk.remember(HALF_FILLED, '{"capture": [["te weinig"]], "sessions": 3}')
    assert _sessions(running) is place


def test_a_format_that_was_chosen_is_chosen_again_and_the_session_one_looked_at_is_in_front(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    running.unlock(qtbot)
    place = _sessions(running)
    last = running.program.desk.read(preparing.workshops)[-1]
    place.show_workshop(last.id)
    people = place.detail.people.line
    people.setFocus()
    running.type("politie")
    running.lock(qtbot)
    running.unlock(qtbot)
    place = _sessions(running)
    assert place._current == last.id
    assert place.detail.people.line.text() == "politie"

    place.begin_new()
    place.panel.format.setCurrentIndex(1)
    place.panel._on_format_picked(place.panel.format.value)
    chosen = place.panel.format.value
    place.panel.title.setFocus()
    running.type("Met werkvorm")
    running.lock(qtbot)
    running.unlock(qtbot)
    panel = _sessions(running).panel
    assert (panel.title.text(), panel.format.value) == ("Met werkvorm", chosen)
    assert not panel.rounds.isVisible()


def test_a_field_of_the_agenda_is_stored_when_it_locks(protected: Path, start: Start, qtbot: QtBot) -> None:
    running = start(protected)
    running.unlock(qtbot)
    place = _sessions(running)
    table = place.detail.agenda.view
    table.setFocus()
    column = next(
        one
        for one in range(place.steps.columnCount())
        if place.steps.flags(place.steps.index(0, one)) & Qt.ItemFlag.ItemIsEditable
        and isinstance(place.steps.index(0, one).data(Qt.ItemDataRole.EditRole), str)
    )
    table.setCurrentIndex(place.steps.index(0, column))
    table.edit(table.currentIndex())
    editor = running.frame.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Ontvangst met koffie")
    running.lock(qtbot)
    running.unlock(qtbot)
    place = _sessions(running)
    shown = [place.steps.index(0, one).data(Qt.ItemDataRole.EditRole) for one in range(place.steps.columnCount())]
    assert "Ontvangst met koffie" in shown


def test_a_text_whose_form_is_closed_is_told_and_can_be_copied(protected: Path, start: Start, qtbot: QtBot) -> None:
    running = start(protected)
    running.unlock(qtbot)
    running.window.go("codebook")
    place = running.window.current_place
    assert isinstance(place, CodebookPlace)
    place._ask_new()
    field = running.frame.focusWidget()
    assert isinstance(field, QLineEdit)
    running.type("Eerste gesprek")
    running.lock(qtbot)
    running.unlock(qtbot)
    notice = running.window.notice
    qtbot.waitUntil(lambda: "Eerste gesprek" in notice.text)
    assert "bij Naam: “Eerste gesprek”" in notice.text
    notice._on_offer_clicked()
    assert QGuiApplication.clipboard().text() == "Eerste gesprek"


def test_a_text_of_ones_own_about_a_difference_is_with_that_difference_again(
    plain: Path, start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    running = start(plain)
    around = surroundings()
    running.program.close()
    store = open_store(plain, around)
    workshop = store.read(preparing.workshops)[0].id
    block = store.do("Nieuw", capturing.capture, "Eerst zo", workshop=workshop).result.block
    store.copy_to(tmp_path / "elders.bouwstenen")
    other = open_store(tmp_path / "elders.bouwstenen", around)
    other.do("Anders", capturing.edit_block, block, title="Daar zo", explanation="Daar dit")
    other.close()
    store.do("Anders", capturing.edit_block, block, title="Hier zo", explanation="Hier dit")
    for _ in merge_files(store, [tmp_path / "elders.bouwstenen"], around):
        pass
    store.close()
    protect(plain, around)
    running = start(plain)
    running.unlock(qtbot)
    running.window.go("exchange")
    place = running.window.current_place
    assert isinstance(place, ExchangePlace)
    card = place.differences.shown[1]
    about = card._difference
    card.own.setFocus()
    card.own.selectAll()
    running.type("Samen zo")
    running.lock(qtbot)
    running.unlock(qtbot)
    place = running.window.current_place
    assert isinstance(place, ExchangePlace)
    typed = {one._difference.field: one.own.toPlainText() for one in place.differences.shown}
    assert typed[about.field] == "Samen zo"
    assert sorted(typed.values())[-1] == "Samen zo"


def test_a_file_that_is_looked_at_is_shown_again_with_its_columns(
    protected: Path, start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    table = tmp_path / "opbrengst.csv"
    table.write_text("Titel;Kleur\nSamen langs;geel\nVast gezicht;blauw\n", encoding="utf-8")
    running = start(protected)
    running.unlock(qtbot)
    running.window.go("exchange")
    place = running.window.current_place
    assert isinstance(place, ExchangePlace)
    place.imports.look_at(table)
    qtbot.waitUntil(lambda: place.imports.card.accept.isVisible(), timeout=10_000)
    colour = place.imports.card.columns.choices[1]
    colour.set_value("tags")
    colour.picked.emit("tags")
    qtbot.waitUntil(lambda: not running.program._jobs.busy())
    running.lock(qtbot)
    running.unlock(qtbot)
    again = running.window.current_place
    assert isinstance(again, ExchangePlace)
    assert again is not place
    qtbot.waitUntil(lambda: again.imports.card.accept.isVisible(), timeout=10_000)
    assert again.imports.card.columns.fields == ("titel", "tags")

"""The disk is full, the stick is pulled, a sync program swaps the file: the text stays, and work goes on."""

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from tests.disks import SmallDisk, Stick, small_disk, stick
from tests.protection import protect
from tests.stories.running import Running, Start

from bouwstenen_app.services import backups, boards, capturing, merging, photos, preparing
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.failures import NotWritten
from bouwstenen_app.storage.opening import Surroundings, create, open_store
from bouwstenen_app.surroundings import fill_empty, fill_example, surroundings
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.exchange import ExchangePlace
from bouwstenen_app.ui.places.photo_way import Photos
from bouwstenen_app.ui.places.report import ReportPlace
from bouwstenen_app.ui.places.sessions import SessionsPlace
from bouwstenen_app.ui.places.way_acts import PHOTOS
from bouwstenen_app.ui.widgets.edited_text import EditedText
from bouwstenen_app.ui.widgets.photo_drop import Carried

LONG = "woord " * 1500


@pytest.fixture
def disk(tmp_path: Path, start: Start) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "schijf", 4) as one:
        yield one


@pytest.fixture
def pulled(tmp_path: Path, start: Start) -> Iterator[Stick]:
    with stick(tmp_path / "usb") as one:
        yield one


def workspace(path: Path, around: Surroundings) -> Path:
    store = create(path, around, fill_empty)
    store.do("Sessie", preparing.create_workshop, title="Proef", rounds=("Een", "Twee"))
    store.close()
    return path


def status(running: Running) -> str:
    return running.window.header.status.text


def take_offer(running: Running, words: str, qtbot: QtBot) -> None:
    """Press the button of the notice."""

    def found() -> list[QPushButton]:
        return [one for one in running.window.notice.findChildren(QPushButton) if one.text() == words]

    qtbot.waitUntil(lambda: bool(found()) and found()[0].isVisible())
    found()[0].click()


def capture_until_refused(running: Running, qtbot: QtBot) -> str:
    """Capture long blocks until the line keeps one; return it."""
    for number in range(500):
        running.type_words(f"Blok {number} {LONG}")
        text = running.line.toPlainText()
        running.press("Return")
        if running.line.toPlainText():
            assert running.line.toPlainText() == text
            qtbot.waitUntil(lambda: status(running) == "Niet opgeslagen")
            return text
    raise AssertionError("never refused")


def test_on_a_full_disk_the_line_keeps_its_text_and_enter_works_when_there_is_room(
    start: Start, disk: SmallDisk, around: Surroundings, qtbot: QtBot
) -> None:
    running = start(workspace(disk.folder / "werk.bouwstenen", around))
    qtbot.waitUntil(lambda: len(backups.backups(around, running.program.desk.path)) == 1)
    disk.fill(60_000)
    text = capture_until_refused(running, qtbot)
    assert running.window.notice.text.startswith("De schijf is vol. Maak ruimte vrij en probeer het opnieuw")
    before = set(running.titles)

    disk.free()
    running.press("Return")
    assert running.line.toPlainText() == ""
    assert len(running.titles) == len(before) + 1
    qtbot.waitUntil(lambda: status(running).startswith("Opgeslagen"))
    assert running.window.notice.text == ""
    assert any(text.startswith(title[:6]) for title in running.titles)
    path = running.program.desk.path
    running.frame.close()
    running.program.close()
    assert copies.faults(path) == ()
    assert disk.names() == {"werk.bouwstenen"}


def test_on_a_full_disk_a_field_keeps_its_text_and_stores_it_when_there_is_room(
    start: Start, disk: SmallDisk, around: Surroundings, qtbot: QtBot
) -> None:
    running = start(workspace(disk.folder / "werk.bouwstenen", around))
    qtbot.waitUntil(lambda: len(backups.backups(around, running.program.desk.path)) == 1)
    running.window.go("sessions")
    form = running.place(SessionsPlace).detail.form
    question = form.text_field("main_question")
    disk.fill()
    question.setFocus()
    running.type_words(f"Wat helpt? {LONG}")
    typed = question.toPlainText()
    form.text_field("place").setFocus()
    assert question.toPlainText() == typed
    assert status(running) == "Niet opgeslagen"
    assert running.window.notice.text.startswith("De schijf is vol")
    assert not running.frame.close(), "what stands there would go"

    disk.free()
    running.window.go("capture")
    running.type("Er is weer ruimte")
    running.press("Return")
    qtbot.waitUntil(
        lambda: running.program.desk.read(preparing.workshops)[0].main_question.startswith("Wat helpt? woord")
    )
    qtbot.waitUntil(lambda: status(running).startswith("Opgeslagen"))
    assert running.frame.close()


def test_on_a_full_disk_the_text_of_a_field_can_be_copied_when_another_block_is_shown(
    start: Start, disk: SmallDisk, around: Surroundings, qtbot: QtBot
) -> None:
    running = start(workspace(disk.folder / "werk.bouwstenen", around))
    qtbot.waitUntil(lambda: len(backups.backups(around, running.program.desk.path)) == 1)
    page = running.place(CapturePlace).page
    for text in ("Eerste", "Tweede"):
        running.type(text)
        running.press("Return")
    running.press("Tab")
    page.blocks.setFocus()
    running.press("Home")
    qtbot.waitUntil(lambda: bool(page.inspector.blocks))
    explanation = page.inspector.findChildren(EditedText)[1]
    disk.fill()
    explanation.setFocus()
    running.type_words(LONG)
    typed = explanation.toPlainText()
    page.blocks.setFocus()
    assert explanation.toPlainText() == typed
    running.press("Down")
    take_offer(running, "Kopiëren", qtbot)
    assert QGuiApplication.clipboard().text() == typed


def test_who_closes_the_window_while_typed_text_could_not_be_kept_is_told_once(
    start: Start, tmp_path: Path, around: Surroundings, qtbot: QtBot
) -> None:
    path = workspace(tmp_path / "werk.bouwstenen", around)
    running = start(path)
    running.type("Eerst")
    qtbot.wait(300)
    away = path.rename(tmp_path / "elders")
    running.type(" en nog niet weg")
    qtbot.waitUntil(lambda: status(running) == "Niet opgeslagen")
    assert not running.frame.close()
    assert "gaat weg als je nu sluit" in running.window.notice.text
    assert running.frame.isVisible()

    away.rename(path)
    running.type("!")
    qtbot.waitUntil(lambda: running.program.desk.unkept == {})
    assert running.frame.close(), "now it is kept"


def test_who_closes_twice_may_go(start: Start, tmp_path: Path, around: Surroundings, qtbot: QtBot) -> None:
    path = workspace(tmp_path / "werk.bouwstenen", around)
    running = start(path)
    path.rename(tmp_path / "elders")
    running.type("Nog niet weg")
    qtbot.waitUntil(lambda: status(running) == "Niet opgeslagen")
    assert not running.frame.close()
    assert running.frame.close()


def test_a_report_that_does_not_fit_is_a_sentence_and_nothing_half(
    start: Start,
    disk: SmallDisk,
    tmp_path: Path,
    around: Surroundings,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "werk.bouwstenen"
    create(path, around, fill_example).close()
    running = start(path)
    disk.fill(8_000)
    target = disk.folder / "rapport.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    running.press("Ctrl+5")
    place = running.window.current_place
    assert isinstance(place, ReportPlace)
    qtbot.waitUntil(lambda: bool(place.preview.sources), timeout=30_000)
    running.press("Ctrl+E")
    qtbot.waitUntil(lambda: "schijf is vol" in running.window.notice.text, timeout=30_000)
    qtbot.waitUntil(lambda: not place.exporting)
    assert disk.names() == set()
    disk.free()
    running.press("Ctrl+E")
    qtbot.waitUntil(lambda: target.exists() and not place.exporting, timeout=30_000)
    assert disk.names() == {"rapport.docx"}


def test_a_backup_that_does_not_fit_is_told_and_work_goes_on(
    start: Start, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "xdg_data_home", 2) as disk:
        around = surroundings()
        path = workspace(tmp_path / "werk.bouwstenen", around)
        disk.fill(30_000)
        running = start(path)
        qtbot.waitUntil(lambda: "schijf is vol" in running.window.notice.text)
        assert backups.backups(around, path) == ()
        running.type("Het werk gaat door")
        running.press("Return")
        assert set(running.titles) == {"Het werk gaat door"}
        assert not [name for name in disk.names() if "nakijken" in name or name.endswith(".part")]
        running.window.notice.hide()

        target = tmp_path / "xdg_data_home" / "kopie.bouwstenen"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
        running.window.go("exchange")
        place = running.window.current_place
        assert place is not None
        place.copy_asked.emit()  # type: ignore[attr-defined]
        assert running.window.notice.text.startswith("De schijf is vol"), "and not that the copy was made"
        assert not target.exists()
        running.frame.close()
        running.program.close()


def test_a_stick_that_is_pulled_keeps_the_text_on_the_screen_and_goes_on_when_it_is_back(
    start: Start, pulled: Stick, around: Surroundings, qtbot: QtBot
) -> None:
    running = start(workspace(pulled.folder / "werk.bouwstenen", around))
    qtbot.waitUntil(lambda: len(backups.backups(around, running.program.desk.path)) == 1)
    running.type("Voor het trekken")
    running.press("Return")
    pulled.pull()
    running.type("Terwijl hij weg is")
    running.press("Return")
    assert running.line.toPlainText() == "Terwijl hij weg is"
    qtbot.waitUntil(lambda: "staat niet meer op haar plek" in running.window.notice.text)
    assert "stick" in running.window.notice.text
    assert status(running) == "Niet opgeslagen"

    pulled.back()
    running.press("Return")
    assert running.line.toPlainText() == ""
    assert set(running.titles) == {"Voor het trekken", "Terwijl hij weg is"}
    qtbot.waitUntil(lambda: status(running).startswith("Opgeslagen"))
    path = running.program.desk.path
    running.frame.close()
    running.program.close()
    assert copies.faults(path) == ()


def test_a_stick_that_is_pulled_is_not_called_a_damaged_file(
    start: Start, pulled: Stick, around: Surroundings, qtbot: QtBot
) -> None:
    running = start(workspace(pulled.folder / "werk.bouwstenen", around))
    qtbot.waitUntil(lambda: len(backups.backups(around, running.program.desk.path)) == 1)
    pulled.break_down()
    with pytest.raises(NotWritten, match="lees- of schrijffout"):
        running.program.desk.read(preparing.workshops)
    pulled.take_out()
    running.window.go("codebook")
    assert "de stick of netwerkschijf is los" in running.window.notice.text
    pulled.back()
    assert running.program.desk.read(preparing.workshops)[0].title == "Proef"


def test_a_workspace_on_a_stick_that_is_back_can_be_locked_at_once(
    start: Start, pulled: Stick, around: Surroundings, qtbot: QtBot
) -> None:
    path = workspace(pulled.folder / "werk.bouwstenen", around)
    protect(path, around)
    running = start(path)
    running.unlock(qtbot)
    pulled.pull()
    running.type("Half getypt")
    qtbot.waitUntil(lambda: bool(running.program.desk.unkept))
    running.press("F12")
    assert running.window.notice.text.startswith("De werkmap blijft open")
    pulled.back()
    running.lock(qtbot)
    running.unlock(qtbot)
    assert running.line.toPlainText() == "Half getypt"


def test_a_disk_that_answers_with_errors_keeps_the_text_too(
    start: Start, pulled: Stick, around: Surroundings, qtbot: QtBot
) -> None:
    running = start(workspace(pulled.folder / "werk.bouwstenen", around))
    qtbot.waitUntil(lambda: len(backups.backups(around, running.program.desk.path)) == 1)
    pulled.break_down()
    running.type("Terwijl hij stuk is")
    running.press("Return")
    assert running.line.toPlainText() == "Terwijl hij stuk is"
    qtbot.waitUntil(lambda: status(running) == "Niet opgeslagen")
    assert "schijf" in running.window.notice.text
    pulled.take_out()
    pulled.back()
    running.press("Return")
    assert set(running.titles) == {"Terwijl hij stuk is"}


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of a file that is open")
def test_when_a_sync_program_swaps_the_file_work_goes_on_in_another_and_both_come_together(
    start: Start, tmp_path: Path, around: Surroundings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workspace(tmp_path / "werk.bouwstenen", around)
    elsewhere = tmp_path / "vorige versie"
    store = open_store(path, around)
    store.copy_to(elsewhere)
    store.close()
    running = start(path)
    running.type("Alleen hier")
    running.press("Return")
    elsewhere.replace(path)
    running.type("Ook alleen hier")
    running.press("Return")
    assert running.line.toPlainText() == "Ook alleen hier"
    qtbot.waitUntil(lambda: "vervangen door een andere versie" in running.window.notice.text)

    other = tmp_path / "hier.bouwstenen"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(other), ""))
    take_offer(running, "Opslaan als…", qtbot)
    qtbot.waitUntil(lambda: running.program.desk.path == other)
    assert running.line.toPlainText() == "Ook alleen hier"
    assert "Je werkt nu verder in hier.bouwstenen" in running.window.notice.text
    running.press("Return")
    assert set(running.titles) == {"Alleen hier", "Ook alleen hier"}
    running.frame.close()
    running.program.close()

    store = open_store(path, around)
    for _ in merging.merge_files(store, [other], around):
        pass
    assert {block.title for block in store.read(boards.select_blocks, boards.Selection())} == {
        "Alleen hier",
        "Ook alleen hier",
    }
    store.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of a file that is open")
def test_a_file_that_was_overwritten_is_opened_again_with_the_half_typed_text(
    start: Start, tmp_path: Path, around: Surroundings, qtbot: QtBot
) -> None:
    path = workspace(tmp_path / "werk.bouwstenen", around)
    before = path.read_bytes()
    running = start(path)
    running.type("Alleen hier")
    running.press("Return")
    with path.open("r+b") as file:
        file.write(before)
        file.truncate()
    running.type("Nog niet weg")
    running.press("Return")
    assert running.line.toPlainText() == "Nog niet weg"
    qtbot.waitUntil(lambda: "overschreven met een andere versie" in running.window.notice.text)
    qtbot.wait(400)  # also when half-typed text was to be kept meanwhile
    assert status(running) == "Niet opgeslagen"
    take_offer(running, "Opnieuw openen", qtbot)
    qtbot.waitUntil(lambda: "opnieuw begonnen" in running.window.notice.text)
    assert running.line.toPlainText() == "Nog niet weg"
    running.press("Return")
    assert set(running.titles) == {"Nog niet weg"}


def test_a_photo_that_does_not_fit_is_a_sentence_and_comes_in_when_there_is_room(
    start: Start, disk: SmallDisk, around: Surroundings, qtbot: QtBot
) -> None:
    running = start(workspace(disk.folder / "werk.bouwstenen", around))
    qtbot.waitUntil(lambda: len(backups.backups(around, running.program.desk.path)) == 1)
    place = running.window.current_place
    assert isinstance(place, CapturePlace)
    running.press("F4")
    way = place.ways.way(PHOTOS)
    assert isinstance(way, Photos)
    disk.fill(20_000)
    noise = QImage(random.Random(1).randbytes(600 * 600 * 4), 600, 600, QImage.Format.Format_RGB32)
    workshop = running.program.desk.read(preparing.workshops)[0].id

    way.take_photos(Carried(image=noise))
    qtbot.waitUntil(lambda: "De schijf is vol" in running.window.notice.text, timeout=30_000)
    assert running.program.desk.read(photos.photos_of, workshop) == ()
    disk.free()
    way.take_photos(Carried(image=noise))
    qtbot.waitUntil(lambda: len(running.program.desk.read(photos.photos_of, workshop)) == 1, timeout=30_000)
    way.jobs.cancel_all()


def test_an_import_that_does_not_fit_takes_in_nothing_and_can_be_done_again(
    start: Start, disk: SmallDisk, tmp_path: Path, around: Surroundings, qtbot: QtBot
) -> None:
    running = start(workspace(disk.folder / "werk.bouwstenen", around))
    qtbot.waitUntil(lambda: len(backups.backups(around, running.program.desk.path)) == 1)
    lines = tmp_path / "blokken.csv"
    lines.write_text("Titel;Uitleg\n" + "".join(f"Blok {n};{LONG}\n" for n in range(60)), encoding="utf-8")
    disk.fill(60_000)
    running.window.go("exchange")
    place = running.window.current_place
    assert isinstance(place, ExchangePlace)
    place.imports.look_at(lines)
    qtbot.waitUntil(place.imports.card.accept.isVisible, timeout=30_000)
    place.imports.card.accept.click()
    qtbot.waitUntil(lambda: "De schijf is vol" in running.window.notice.text, timeout=30_000)
    assert running.titles == []

    disk.free()
    place.imports.look_at(lines)
    qtbot.waitUntil(place.imports.card.accept.isVisible, timeout=30_000)
    place.imports.card.accept.click()
    qtbot.waitUntil(lambda: len(running.titles) == 60, timeout=30_000)


def test_a_merge_that_does_not_fit_takes_in_nothing_and_work_goes_on(
    start: Start, disk: SmallDisk, tmp_path: Path, around: Surroundings, qtbot: QtBot
) -> None:
    path = workspace(disk.folder / "werk.bouwstenen", around)
    other = tmp_path / "andere.bouwstenen"
    other.write_bytes(path.read_bytes())
    store = open_store(other, around)
    for number in range(60):
        workshop = store.read(preparing.workshops)[0].id
        store.do("Vastgelegd", capturing.capture, f"Blok {number} {LONG}", workshop=workshop)
    store.close()
    running = start(path)
    qtbot.waitUntil(lambda: len(backups.backups(around, path)) == 1)
    disk.fill(60_000)
    running.window.go("exchange")
    place = running.window.current_place
    assert isinstance(place, ExchangePlace)
    place.look_at([other])
    qtbot.waitUntil(place.card.accept.isVisible, timeout=30_000)
    place.card.accept.click()
    qtbot.waitUntil(lambda: "De schijf is vol" in running.window.notice.text, timeout=30_000)
    assert running.titles == []
    disk.free()
    place.look_at([other])
    qtbot.waitUntil(place.card.accept.isVisible, timeout=30_000)
    place.card.accept.click()
    qtbot.waitUntil(lambda: running.window.current_place is not place, timeout=30_000)
    assert len(running.titles) == 60

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.hands import told
from tests.ui.photo_files import drawn, jpeg

from bouwstenen_app.domain.beamer import BLOCKS
from bouwstenen_app.domain.blocks import PHOTO, Block
from bouwstenen_app.domain.photos import Photo
from bouwstenen_app.services import boards, capturing, photos, preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.places import photo_way
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.photo_way import Photos
from bouwstenen_app.ui.places.way_acts import LINE, PHOTOS
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.photo_drop import Carried

pytestmark = pytest.mark.qt_log_ignore("libpng|JPEG|QImageIOHandler|qt.gui.imageio", extend=True)

Key = Qt.Key
Ctrl, Alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def workshop(empty_store: Store) -> str:
    made = empty_store.do("Sessie", preparing.create_workshop, title="Proef", rounds=("Opening", "Wat werkt al?"))
    return made.result


@pytest.fixture
def place(begun: Callable[..., CapturePlace], workshop: str) -> Iterator[CapturePlace]:
    place = begun((1100, 760))
    QGuiApplication.clipboard().clear()
    yield place
    if place.ways.current == PHOTOS:
        way = place.ways.way(PHOTOS)
        assert isinstance(way, Photos)
        way.jobs.cancel_all()


@pytest.fixture
def way(place: CapturePlace) -> Photos:
    QApplication.processEvents()
    QTest.keyClick(place.page.bar.line, Key.Key_F4)
    found = place.ways.way(PHOTOS)
    assert isinstance(found, Photos)
    return found


def kept(store: Store, workshop: str) -> tuple[Photo, ...]:
    return store.read(photos.photos_of, workshop)


def blocks(store: Store, workshop: str) -> tuple[Block, ...]:
    return store.read(boards.blocks_of, workshop)


def files(folder: Path, count: int) -> Carried:
    paths = []
    for number in range(1, count + 1):
        path = folder / f"flap {number}.jpg"
        path.write_bytes(jpeg(400 + 40 * number, 300))
        paths.append(path)
    return Carried(tuple(paths))


def add(qtbot: QtBot, way: Photos, carried: Carried) -> None:
    count = way.model.rowCount() + len(carried.files)
    way.take_photos(carried)
    qtbot.waitUntil(lambda: way.model.rowCount() == count and way.page.view.shown)


def type_line(way: Photos, text: str) -> None:
    QTest.keyClicks(way.page.bar.line, text)
    QTest.keyClick(way.page.bar.line, Key.Key_Return)


def drop(target: QWidget, mime: QMimeData) -> bool:
    at, action = QPoint(40, 40), Qt.DropAction.CopyAction
    button, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, action, mime, button, held)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(at), action, mime, button, held)
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def file_mime(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


# ---- how photos get in


def test_f4_shows_the_photos_and_again_the_line(place: CapturePlace, way: Photos) -> None:
    assert place.ways.current == PHOTOS
    assert way.page.empty.button is not None
    assert way.page.empty.button.hasFocus()
    assert way.scene.kind == BLOCKS

    QTest.keyClick(way.page, Key.Key_F4)
    assert place.ways.current == LINE
    assert place.page.bar.line.hasFocus()


def test_photos_that_are_dropped_are_kept_in_one_step_and_shown(
    qtbot: QtBot, way: Photos, empty_store: Store, workshop: str, tmp_path: Path
) -> None:
    heard = told(way)
    assert drop(way.page, file_mime(*files(tmp_path, 3).files))
    qtbot.waitUntil(lambda: way.page.view.shown)

    assert [(photo.width, photo.height) for photo in kept(empty_store, workshop)] == [
        (440, 300),
        (480, 300),
        (520, 300),
    ]
    assert heard == ["3 foto’s toegevoegd."]
    assert way.page.bar.line.hasFocus()
    way.desk.undo()
    assert kept(empty_store, workshop) == ()
    assert way.page.empty.isVisible()


def test_a_photo_dropped_on_the_line_goes_to_the_photos_and_not_into_the_text(
    qtbot: QtBot, place: CapturePlace, empty_store: Store, workshop: str, tmp_path: Path
) -> None:
    mime = file_mime(*files(tmp_path, 1).files)
    assert not place.page.bar.line.canInsertFromMimeData(mime)
    assert drop(place, mime)
    qtbot.waitUntil(lambda: len(kept(empty_store, workshop)) == 1)

    assert place.ways.current == PHOTOS
    assert place.page.bar.line.toPlainText() == ""


def test_other_files_and_texts_are_not_taken(place: CapturePlace, tmp_path: Path) -> None:
    text = QMimeData()
    text.setText("Eerst bellen")

    assert not drop(place, file_mime(tmp_path / "verslag.docx"))
    assert not drop(place, text)
    assert place.page.bar.line.canInsertFromMimeData(text)
    assert place.ways.current == LINE


def test_a_photo_on_the_clipboard_is_pasted_in_the_line_and_shown_with_the_photos(
    qtbot: QtBot, place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    QGuiApplication.clipboard().setImage(drawn(640, 480))
    QTest.keyClick(place.page.bar.line, Key.Key_V, Ctrl)
    qtbot.waitUntil(lambda: len(kept(empty_store, workshop)) == 1)

    assert place.ways.current == PHOTOS
    assert place.page.bar.line.toPlainText() == ""


def test_ctrl_v_takes_a_photo_anywhere_on_the_page_and_text_in_the_line(
    qtbot: QtBot, way: Photos, empty_store: Store, workshop: str
) -> None:
    QGuiApplication.clipboard().setImage(drawn(640, 480))
    QTest.keyClick(way.page.empty.button, Key.Key_V, Ctrl)
    qtbot.waitUntil(lambda: way.page.bar.line.hasFocus())
    QGuiApplication.clipboard().setImage(drawn(320, 240))
    QTest.keyClick(way.page.bar.line, Key.Key_V, Ctrl)
    qtbot.waitUntil(lambda: len(kept(empty_store, workshop)) == 2)
    QGuiApplication.clipboard().setText("Eerst bellen")
    QTest.keyClick(way.page.bar.line, Key.Key_V, Ctrl)

    assert way.page.bar.line.toPlainText() == "Eerst bellen"
    assert [photo.width for photo in kept(empty_store, workshop)] == [640, 320]


def test_without_a_photo_on_the_clipboard_ctrl_v_says_so(way: Photos) -> None:
    heard = told(way)
    QGuiApplication.clipboard().setText("Eerst bellen")
    QTest.keyClick(way.page.empty.button, Key.Key_V, Ctrl)

    assert heard == ["Er staat geen foto op het klembord."]


def test_photos_are_chosen_in_a_dialog(
    qtbot: QtBot, way: Photos, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    names = [str(path) for path in files(tmp_path, 2).files]
    asked: list[str] = []

    def choose(_parent: QWidget, _title: str, folder: str, kinds: str) -> tuple[list[str], str]:
        asked.extend((folder, kinds))
        return names, kinds

    # A dialog of the system cannot be answered by a test.
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    QTest.keyClick(way.page.empty.button, Key.Key_I, Ctrl)
    qtbot.waitUntil(lambda: way.model.rowCount() == 2)
    QTest.keyClick(way.page.bar.line, Key.Key_I, Ctrl)
    qtbot.waitUntil(lambda: way.model.rowCount() == 4)

    assert asked[2] == str(tmp_path)
    assert "*.heic" in asked[1]


def test_what_is_no_photo_is_told_and_the_rest_comes_in(
    qtbot: QtBot, way: Photos, empty_store: Store, workshop: str, tmp_path: Path
) -> None:
    heard = told(way)
    text, empty = tmp_path / "notulen.jpg", tmp_path / "leeg.jpg"
    text.write_text("geen foto", encoding="utf-8")
    empty.touch()
    way.take_photos(Carried((text, *files(tmp_path, 1).files, empty)))
    qtbot.waitUntil(lambda: len(heard) == 2)

    assert heard[0] == "Foto toegevoegd."
    assert heard[1].startswith("notulen.jpg is geen foto, of is beschadigd")
    assert heard[1].endswith("Ook 1 andere foto is niet meegekomen.")
    assert len(kept(empty_store, workshop)) == 1


def test_a_group_that_is_stopped_leaves_nothing(
    qtbot: QtBot, way: Photos, empty_store: Store, workshop: str, tmp_path: Path
) -> None:
    way.take_photos(files(tmp_path, 3))
    way.page.stop.click()
    add(qtbot, way, files(tmp_path, 1))

    assert [photo.width for photo in kept(empty_store, workshop)] == [440]


def test_photos_are_taken_in_for_the_session_in_which_they_were_dropped(
    qtbot: QtBot, place: CapturePlace, way: Photos, empty_store: Store, workshop: str, tmp_path: Path
) -> None:
    other = empty_store.do("Sessie", preparing.create_workshop, title="Andere", rounds=("Wat werkt al?",)).result
    way.take_photos(files(tmp_path, 1))
    place.open_workshop(other)
    qtbot.waitUntil(lambda: len(kept(empty_store, workshop)) == 1)

    assert kept(empty_store, other) == ()
    assert way.model.rowCount() == 0


# ---- typing over


def test_each_line_becomes_a_block_of_the_round_that_came_from_a_photo(
    qtbot: QtBot, way: Photos, empty_store: Store, workshop: str, tmp_path: Path
) -> None:
    add(qtbot, way, files(tmp_path, 1))
    type_line(way, "Eerst bellen @politie")
    type_line(way, "Samen op huisbezoek +2")

    found = blocks(empty_store, workshop)
    assert [(block.title, block.round, block.input_kind, block.votes) for block in found] == [
        ("Samen op huisbezoek", 1, PHOTO, 2),
        ("Eerst bellen", 1, PHOTO, 0),
    ]
    assert [block.title for block in way.typing.model.shown()] == ["Samen op huisbezoek", "Eerst bellen"]
    assert way.page.bar.line.hasFocus()
    assert way.page.bar.line.toPlainText() == ""


def test_another_round_is_one_key_away_and_the_line_keeps_the_focus(
    qtbot: QtBot, way: Photos, empty_store: Store, workshop: str, tmp_path: Path
) -> None:
    add(qtbot, way, files(tmp_path, 1))
    type_line(way, "Uit de opening")
    heard = told(way)
    way.page.bar.sticky.set_table(4)
    QTest.keyClick(way.page.bar.line, Key.Key_PageDown, Ctrl)
    assert way.page.bar.line.hasFocus()
    assert heard == ["Nieuwe ronde: wat actief bleef is losgelaten."]
    type_line(way, "Uit de ronde")

    assert [(block.title, block.round, block.table) for block in blocks(empty_store, workshop)] == [
        ("Uit de ronde", 2, None),
        ("Uit de opening", 1, None),
    ]


def test_what_was_typed_from_one_photo_is_shown_with_that_photo_also_later(
    qtbot: QtBot, place: CapturePlace, way: Photos, theme: Theme, tmp_path: Path
) -> None:
    add(qtbot, way, files(tmp_path, 2))
    type_line(way, "Van de eerste flap")
    QTest.keyClick(way.page.bar.line, Key.Key_Down, Alt)
    assert list(way.typing.model.shown()) == []
    type_line(way, "Van de tweede flap")
    QTest.keyClick(way.page.bar.line, Key.Key_Up, Alt)
    assert [block.title for block in way.typing.model.shown()] == ["Van de eerste flap"]

    later = Photos(way.desk, theme)
    workshop = place.workshop
    assert workshop is not None
    later.show_round(workshop, workshop.numbered_rounds[0])
    qtbot.waitUntil(lambda: later.page.view.shown)
    assert [block.title for block in later.typing.model.shown()] == ["Van de eerste flap"]
    later.jobs.cancel_all()
    later.page.deleteLater()


def test_undo_gives_the_text_back_and_the_block_leaves_the_list(
    qtbot: QtBot, way: Photos, empty_store: Store, workshop: str, tmp_path: Path
) -> None:
    add(qtbot, way, files(tmp_path, 1))
    type_line(way, "Eerst bellen")
    QTest.keyClick(way.page.bar.line, Key.Key_Z, Ctrl)

    assert blocks(empty_store, workshop) == ()
    assert list(way.typing.model.shown()) == []
    assert way.page.bar.line.toPlainText() == "Eerst bellen"


def test_a_block_is_taken_back_into_the_line_from_the_list_and_with_the_arrow(
    qtbot: QtBot, way: Photos, empty_store: Store, workshop: str, tmp_path: Path
) -> None:
    add(qtbot, way, files(tmp_path, 1))
    type_line(way, "Eerst belen")
    way.page.blocks.setFocus()
    QTest.keyClick(way.page.blocks, Key.Key_Return)
    assert way.page.bar.line.toPlainText() == "Eerst belen"
    QTest.keyClick(way.page.bar.line, Key.Key_Escape)
    QTest.keyClick(way.page.bar.line, Key.Key_Up)
    QTest.keyClicks(way.page.bar.line, ", dan schrijven")
    QTest.keyClick(way.page.bar.line, Key.Key_Return)

    assert [block.title for block in blocks(empty_store, workshop)] == ["Eerst belen, dan schrijven"]


def test_half_typed_text_stays_with_the_photos_and_apart_from_the_line(
    qtbot: QtBot, place: CapturePlace, way: Photos, tmp_path: Path
) -> None:
    add(qtbot, way, files(tmp_path, 1))
    QTest.keyClicks(way.page.bar.line, "half")
    QTest.keyClick(way.page.bar.line, Key.Key_F4)
    assert place.page.bar.line.toPlainText() == ""
    QTest.keyClick(place.page.bar.line, Key.Key_F4)
    assert way.page.bar.line.toPlainText() == "half"


def test_a_block_that_was_being_changed_is_still_being_changed_after_a_crash(
    qtbot: QtBot, place: CapturePlace, way: Photos, theme: Theme, tmp_path: Path
) -> None:
    add(qtbot, way, files(tmp_path, 2))
    type_line(way, "Eerst belen")
    (block,) = way.typing.model.shown()
    QTest.keyClick(way.page.bar.line, Key.Key_Up)
    QTest.keyClicks(way.page.bar.line, " en")
    way.desk.closing.emit()

    later = Photos(way.desk, theme)
    workshop = place.workshop
    assert workshop is not None
    later.show_round(workshop, workshop.numbered_rounds[0])
    assert later.page.bar.line.toPlainText() == "Eerst belen en"
    assert later.page.bar.editing == block.id
    later.jobs.cancel_all()
    later.page.deleteLater()


# ---- the photo itself


def test_a_photo_is_named_and_given_to_a_block_and_back(
    qtbot: QtBot, way: Photos, empty_store: Store, workshop: str, tmp_path: Path
) -> None:
    add(qtbot, way, files(tmp_path, 1))
    type_line(way, "Eerst bellen")
    label = way.page.label
    QTest.keyClicks(label.name, "Flap tafel 2")
    QTest.keyClick(label.name, Key.Key_Return)
    QTest.keyClicks(label.number, "1")
    QTest.keyClick(label.number, Key.Key_Return)
    (photo,) = kept(empty_store, workshop)
    assert (photo.name, photo.block) == ("Flap tafel 2", blocks(empty_store, workshop)[0].id)
    assert way.page.bar.line.hasFocus()

    label.number.clear()
    QTest.keyClick(label.number, Key.Key_Return)
    assert kept(empty_store, workshop)[0].block == ""
    way.desk.undo()
    assert label.number.text() == "1"


def test_a_number_that_is_no_block_is_told_and_taken_out_of_the_field(
    qtbot: QtBot, way: Photos, empty_store: Store, workshop: str, tmp_path: Path
) -> None:
    heard = told(way)
    add(qtbot, way, files(tmp_path, 1))
    QTest.keyClicks(way.page.label.number, "12")
    QTest.keyClick(way.page.label.number, Key.Key_Return)

    assert heard[-1] == "Deze sessie heeft geen bouwsteen 12. Kies een nummer uit de lijst."
    assert way.page.label.number.text() == ""
    assert kept(empty_store, workshop)[0].block == ""


def test_esc_in_a_field_puts_back_what_was_there(qtbot: QtBot, way: Photos, tmp_path: Path) -> None:
    add(qtbot, way, files(tmp_path, 1))
    QTest.keyClicks(way.page.label.name, "Flap")
    QTest.keyClick(way.page.label.name, Key.Key_Escape)
    way.page.bar.line.setFocus()

    assert way.page.label.name.text() == ""
    assert way.model.photos()[0].name == ""


def test_del_puts_the_photo_in_the_bin_shows_the_next_and_undo_brings_it_back(
    qtbot: QtBot, way: Photos, empty_store: Store, workshop: str, tmp_path: Path
) -> None:
    heard = told(way)
    add(qtbot, way, files(tmp_path, 3))
    first, second, third = kept(empty_store, workshop)
    QTest.keyClick(way.page.bar.line, Key.Key_Escape)
    assert way.page.view.hasFocus()
    QTest.keyClick(way.page.view, Key.Key_PageDown)
    QTest.keyClick(way.page.view, Key.Key_Delete)

    assert kept(empty_store, workshop) == (first, third)
    assert way.page.strip.currentIndex().data(Qt.ItemDataRole.UserRole) == third
    assert heard[-1] == "Foto naar de prullenbak."
    way.desk.undo()
    assert kept(empty_store, workshop) == (first, second, third)


def test_a_photo_that_was_turned_stays_so(
    qtbot: QtBot, place: CapturePlace, way: Photos, theme: Theme, tmp_path: Path
) -> None:
    add(qtbot, way, files(tmp_path, 1))
    QTest.keyClick(way.page.bar.line, Key.Key_R, Ctrl)
    assert way.page.view.quarters == 1

    later = Photos(way.desk, theme)
    workshop = place.workshop
    assert workshop is not None
    later.show_round(workshop, None)
    qtbot.waitUntil(lambda: later.page.view.shown)
    assert later.page.view.quarters == 1
    later.jobs.cancel_all()
    later.page.deleteLater()


def test_the_row_of_small_photos_chooses_and_enter_goes_to_the_line(
    qtbot: QtBot, way: Photos, tmp_path: Path
) -> None:
    add(qtbot, way, files(tmp_path, 2))
    strip = way.page.strip
    qtbot.waitUntil(lambda: isinstance(way.model.index(1).data(Qt.ItemDataRole.DecorationRole), QImage))
    strip.setFocus()
    QTest.keyClick(strip, Key.Key_Right)
    assert strip.currentIndex().row() == 1
    QTest.keyClick(strip, Key.Key_Return)

    assert way.page.bar.line.hasFocus()


def test_when_all_photos_together_are_much_the_page_says_so(
    qtbot: QtBot, way: Photos, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(photo_way, "MUCH", 1000)
    add(qtbot, way, files(tmp_path, 1))
    sentences = [
        label.text() for label in way.page.findChildren(QWidget) if hasattr(label, "text") and label.isVisible()
    ]

    assert any("Begin voor een volgende reeks sessies een nieuwe werkmap" in str(text) for text in sentences)


def test_a_change_of_another_window_is_seen(qtbot: QtBot, way: Photos, workshop: str, tmp_path: Path) -> None:
    add(qtbot, way, files(tmp_path, 1))
    (photo,) = way.model.photos()
    way.desk.do("Bouwsteen", capturing.capture, "Eerst bellen", workshop=workshop)
    way.desk.do("Bij een bouwsteen", photos.give_photos, [photo.id], 1)

    assert way.page.label.number.text() == "1"


def test_every_key_of_the_way_is_in_its_overview(way: Photos) -> None:
    assert {"Ctrl I", "Ctrl V", "Ctrl R", "Del"} <= {line.keys for line in way.key_help()}


def test_closing_the_workspace_stops_the_work_on_photos(qtbot: QtBot, way: Photos, tmp_path: Path) -> None:
    way.take_photos(files(tmp_path, 3))
    way.desk.closing.emit()
    qtbot.wait(20)

    assert way.model.rowCount() == 0

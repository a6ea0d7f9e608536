from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.photo_files import jpeg

from bouwstenen_app.services import capturing, photos, preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui import pictures
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.dialogs.photo import PhotoDialog
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.theme import Theme


@pytest.fixture
def photo(empty_store: Store) -> str:
    """A session of two blocks, the first with a photo of its own."""
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result
    for title in ("Met een foto", "Zonder foto"):
        empty_store.do("Bouwsteen", capturing.capture, title, workshop=workshop)
    picture = pictures.read_bytes(jpeg(), "flap.jpg")
    (photo,) = empty_store.do("Foto", photos.add_photos, [picture], workshop=workshop).result
    empty_store.do("Bij een bouwsteen", photos.give_photos, [photo], 1)
    return photo


@pytest.fixture
def place(qtbot: QtBot, theme: Theme, empty_store: Store, photo: str) -> Iterator[CapturePlace]:
    place = CapturePlace(Desk(empty_store), theme)
    qtbot.addWidget(place)
    place.resize(1100, 760)
    place.show()
    yield place
    place.hide()


def show(place: CapturePlace, row: int) -> None:
    block = place.model.block(row).id
    place.page.blocks.show_block(place.model.index_of(block))
    place.page.blocks.opened.emit(block)


def test_the_photos_of_a_block_are_shown_in_the_inspector_and_no_others(place: CapturePlace) -> None:
    row = place.page.inspector.photos
    show(place, 1)
    assert row.isVisible()
    assert [button.accessibleName() for button in row.buttons()] == ["Foto 1"]
    show(place, 0)
    assert not row.isVisible()


def test_a_photo_that_is_given_away_or_named_is_shown_so_at_once(
    place: CapturePlace, empty_store: Store, photo: str
) -> None:
    show(place, 1)
    desk = place._desk
    desk.do("Naam", photos.rename_photo, photo, "Flap tafel 2")
    row = place.page.inspector.photos
    assert [button.accessibleName() for button in row.buttons()] == ["Foto 1. Flap tafel 2"]
    desk.do("Terug", photos.give_photos, [photo], None)
    assert not row.isVisible()
    desk.undo()
    assert row.isVisible()


def test_a_press_shows_the_photo_large_and_esc_closes_it(qtbot: QtBot, place: CapturePlace) -> None:
    show(place, 1)
    (button,) = place.page.inspector.photos.buttons()
    QTest.keyClick(button, Qt.Key.Key_Space)
    dialog = next(child for child in place.page.inspector.children() if isinstance(child, PhotoDialog))
    assert dialog.isVisible()
    assert dialog.view.shown
    assert dialog.windowTitle() == "Foto 1"
    QTest.keyClick(dialog.view, Qt.Key.Key_Escape)
    assert not dialog.isVisible()

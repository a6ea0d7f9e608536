import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from tests.ui.photo_files import jpeg

from bouwstenen_app.services import photos, preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui import pictures
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.photo_loading import PhotoLoading


@pytest.fixture
def kept(empty_store: Store) -> list[str]:
    """The ids of four pictures in the workspace."""
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result
    made = [pictures.read_bytes(jpeg(400 + 40 * place, 300), "flap.jpg") for place in range(4)]
    empty_store.do("Foto’s", photos.add_photos, made, workshop=workshop)
    return [picture.id for picture in made]


def test_what_is_wanted_now_comes_before_what_is_wanted_later(
    qtbot: QtBot, jobs: Jobs, empty_store: Store, kept: list[str]
) -> None:
    loading = PhotoLoading(Desk(empty_store), jobs)
    heard: list[tuple[str, int, int]] = []
    loading.loaded.connect(lambda picture, longest, image: heard.append((picture, longest, image.width())))
    for picture in kept[:3]:
        loading.want_later(picture, 100)
    loading.want_later(kept[0], 100)
    loading.want(kept[3], 2400)
    qtbot.waitUntil(lambda: len(heard) == 4)
    qtbot.wait(20)

    assert heard == [(kept[3], 2400, 520), *((picture, 100, 100) for picture in kept[:3])]


def test_a_picture_that_is_not_there_is_a_null_image(qtbot: QtBot, jobs: Jobs, empty_store: Store) -> None:
    loading = PhotoLoading(Desk(empty_store), jobs)
    heard: list[QImage] = []
    loading.loaded.connect(lambda _picture, _longest, image: heard.append(image))
    loading.want("ab" * 16, 100)
    qtbot.waitUntil(lambda: len(heard) == 1)

    assert heard[0].isNull()


def test_it_begins_again_when_more_is_wanted_later(
    qtbot: QtBot, jobs: Jobs, empty_store: Store, kept: list[str]
) -> None:
    loading = PhotoLoading(Desk(empty_store), jobs)
    heard: list[str] = []
    loading.loaded.connect(lambda picture, *_: heard.append(picture))
    for picture in kept:
        loading.want(picture, 100)
        qtbot.waitUntil(lambda picture=picture: heard[-1:] == [picture])

    assert heard == kept

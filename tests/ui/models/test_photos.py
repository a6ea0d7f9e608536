from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from tests.ui.photo_files import drawn

from bouwstenen_app.domain.photos import Photo
from bouwstenen_app.ui.models.photos import NUMBER_ROLE, PHOTO_ROLE, PhotoListModel


def _photos(count: int) -> Sequence[Photo]:
    return [Photo(str(n), "s", f"p{n}", block="b" if n == 2 else "", position=n) for n in range(1, count + 1)]


@pytest.fixture
def model(qapp: QApplication) -> PhotoListModel:
    model = PhotoListModel(describe=lambda photo, number: f"Foto {photo.position} bij {number}")
    model.set_photos(_photos(3), {"b": 12})
    return model


def test_photos_are_given_in_order_with_the_number_of_their_block(model: PhotoListModel) -> None:
    rows = [model.index(row) for row in range(model.rowCount())]

    assert [index.data(PHOTO_ROLE).id for index in rows] == ["1", "2", "3"]
    assert [index.data(NUMBER_ROLE) for index in rows] == [0, 12, 0]
    assert rows[1].data(Qt.ItemDataRole.AccessibleTextRole) == "Foto 2 bij 12"
    assert (model.row_of("3"), model.row_of("9")) == (2, -1)
    assert not model.index_of("9").isValid()


def test_a_small_picture_that_comes_in_touches_only_its_rows(model: PhotoListModel) -> None:
    touched = QSignalSpy(model.dataChanged)
    model.set_picture("p2", drawn(40, 30))

    assert model.has_picture("p2")
    assert [touched.at(place)[0].row() for place in range(touched.count())] == [1]
    assert isinstance(model.index(1).data(Qt.ItemDataRole.DecorationRole), QImage)
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None


def test_a_photo_that_is_turned_is_turned_when_it_is_small_too(model: PhotoListModel) -> None:
    model.set_picture("p1", drawn(40, 30))
    model.set_turned("1", 1)

    assert model.index(0).data(Qt.ItemDataRole.DecorationRole).width() == 30


def test_the_same_photos_again_are_no_new_list(model: PhotoListModel) -> None:
    resets = QSignalSpy(model.modelReset)
    model.set_photos(_photos(3), {"b": 13})
    assert resets.count() == 0
    assert model.index(1).data(NUMBER_ROLE) == 13

    model.set_photos(_photos(2), {})
    assert resets.count() == 1

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from bouwstenen_app.ui.copying import MARKS, copy


@pytest.fixture(autouse=True)
def cleared(qapp: QApplication) -> Iterator[None]:
    """What was made here does not outlive the interpreter: the screenless clipboard destroys it after that."""
    yield
    QGuiApplication.clipboard().clear()


def held() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def test_r12_what_is_copied_asks_not_to_be_kept_and_can_be_pasted() -> None:
    copy("Een kanarie")
    assert held().text() == "Een kanarie"
    assert {name: bytes(held().data(name).data()) for name in MARKS} == dict(MARKS)


def test_r12_a_picture_with_its_table_too() -> None:
    data = QMimeData()
    data.setText("a\tb")
    data.setImageData(1)
    copy(data)
    assert held().text() == "a\tb"
    assert held().hasImage()
    assert all(held().hasFormat(name) for name in MARKS)

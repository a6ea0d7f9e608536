from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.services.copies import copy_of

from bouwstenen_app.domain.spots import placed
from bouwstenen_app.services import recipes, reporting, reviewing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.place import Place
from bouwstenen_app.ui.places.review_door import REVIEW, ReviewDoor
from bouwstenen_app.ui.theme import Theme


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    made = Place()
    qtbot.addWidget(made)
    return made


def test_the_button_counts_what_is_open(example_store: Store, theme: Theme, place: Place) -> None:
    desk = Desk(example_store)
    door = ReviewDoor(desk, theme, place)
    assert door.button.text() == "Opmerkingen"
    report = desk.read(reporting.consolidated, desk.read(recipes.standard, "meeleesversie"))
    first, second = [one.said.belongs for one in placed(report) if one.said.belongs][:2]
    desk.do("Terug", reviewing.read_back, copy_of(report, comments={first: "Hm.", second: "Mooi."}), "x.docx")
    assert door.button.text() == "Opmerkingen (2)"

    desk.do("Nee", reviewing.reject, desk.read(reviewing.remarks)[0].id)
    assert door.button.text() == "Opmerkingen (1)"
    desk.undo()
    assert door.button.text() == "Opmerkingen (2)"


def test_the_button_goes_to_the_remarks(example_store: Store, theme: Theme, place: Place, qtbot: QtBot) -> None:
    door = ReviewDoor(Desk(example_store), theme, place)
    with qtbot.waitSignal(place.place_asked) as asked:
        door.button.click()
    assert asked.args == [REVIEW]


def test_a_word_document_that_is_dropped_is_to_be_read_and_nothing_else(
    example_store: Store, theme: Theme, place: Place, tmp_path: Path
) -> None:
    door = ReviewDoor(Desk(example_store), theme, place)
    asked: list[tuple[Path, ...]] = []
    door.files_asked.connect(asked.append)
    for name, taken in (("terug.docx", True), ("TERUG.DOCX", True), ("lijst.xlsx", False)):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        plain = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        enter = QDragEnterEvent(place.rect().center(), *plain)
        enter.ignore()
        QApplication.sendEvent(place, enter)
        assert enter.isAccepted() == taken
        QApplication.sendEvent(place, QDropEvent(QPointF(place.rect().center()), *plain))

    assert asked == [(tmp_path / "terug.docx",), (tmp_path / "TERUG.DOCX",)]

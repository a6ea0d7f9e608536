"""A real place on a real workspace, in a window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from bouwstenen_app.services import preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.theme import LIGHT, Theme

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture
def theme(qtbot: QtBot, qapp: QApplication) -> Theme:
    return Theme(qapp, RESOURCES, choice=LIGHT)


@pytest.fixture
def workshop(empty_store: Store) -> str:
    made = empty_store.do("Sessie", preparing.create_workshop, title="Proef", rounds=("Opening", "Wat werkt al?"))
    return made.result


@pytest.fixture
def place(qtbot: QtBot, theme: Theme, empty_store: Store, workshop: str) -> Iterator[CapturePlace]:
    desk = Desk(empty_store)
    window = QMainWindow()
    window.setMinimumSize(1024, 700)
    place = CapturePlace(desk, theme)
    window.setCentralWidget(place)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitActive(window)
    place.activated()
    yield place
    place.hide()

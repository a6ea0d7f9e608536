from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.counting import Counting
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.organise import OrganisePlace
from bouwstenen_app.ui.theme import Theme

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture
def organised(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Store], OrganisePlace]]:
    """Opens *Ordenen* on a store, in a window that is active."""
    windows: list[QMainWindow] = []
    jobs = Jobs()
    theme = Theme(qapp, RESOURCES, choice="licht")

    def make(store: Store) -> OrganisePlace:
        window = QMainWindow()
        desk = Desk(store)
        place = OrganisePlace(desk, theme, Counting.of(desk, jobs))
        window.setCentralWidget(place)
        window.resize(1320, 840)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        place.activated()
        windows.append(window)
        return place

    yield make
    jobs.cancel_all()
    for window in windows:
        window.close()

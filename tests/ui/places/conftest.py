"""What the tests of the places share: a look, and a place that stands in a window as in the program."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot
from tests.ui.closing import stop_timers

from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.counting import Counting
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.organise import OrganisePlace
from bouwstenen_app.ui.theme import Theme

RESOURCES = Path(__file__).parents[3] / "resources"
SIZE = 1320, 840


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    # Dressing the application costs most of a test: once is enough for a file of tests.
    return Theme(qapp, RESOURCES, choice="licht")


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    """What works in the background of a place: asked for before ``show``, it ends after the window."""
    jobs = Jobs()
    yield jobs
    jobs.cancel_all()
    QApplication.processEvents()


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[..., Any]]:
    """Shows a place in a window that is active, and returns it; the window is closed in the end."""
    windows: list[QMainWindow] = []

    def make(place: Any, size: tuple[int, int] = SIZE) -> Any:
        window = QMainWindow()
        window.setCentralWidget(place)
        window.resize(*size)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        place.activated()
        windows.append(window)
        return place

    yield make
    for window in windows:
        stop_timers(window)
        window.close()


@pytest.fixture
def counted() -> Iterator[Callable[[Desk], Counting]]:
    """Gives a desk its counting, with jobs that end with the test."""
    jobs = Jobs()
    yield lambda desk: Counting.of(desk, jobs)
    jobs.cancel_all()


@pytest.fixture
def organised(
    show: Callable[..., OrganisePlace], theme: Theme, counted: Callable[[Desk], Counting]
) -> Callable[[Store], OrganisePlace]:
    """Opens *Ordenen* on a store."""

    def make(store: Store) -> OrganisePlace:
        desk = Desk(store)
        return show(OrganisePlace(desk, theme, counted(desk)))

    return make

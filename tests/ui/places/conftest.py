"""What the tests of the places share: a look, and a place that stands in a window as in the program."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot
from tests.ui.closing import stop_timers

from bouwstenen_app.services import preparing
from bouwstenen_app.services.formats import FormatFolders
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.counting import Counting
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.insight import InsightPlace
from bouwstenen_app.ui.places.organise import OrganisePlace
from bouwstenen_app.ui.places.sessions import SessionsPlace
from bouwstenen_app.ui.theme import Theme

RESOURCES = Path(__file__).parents[3] / "resources"
SIZE = 1320, 840
TODAY = datetime.date(2026, 11, 24)


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    # Dressing the application costs most of a test: once is enough for a file of tests.
    return Theme(qapp, RESOURCES, choice="licht")


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


@pytest.fixture
def workshop(empty_store: Store) -> str:
    """A session with one round and no blocks; a module that wants another makes its own."""
    return empty_store.do("Sessie", preparing.create_workshop, title="Proef", rounds=("Wat werkt al?",)).result


@pytest.fixture
def begun(
    show: Callable[..., CapturePlace], theme: Theme, empty_store: Store
) -> Iterator[Callable[..., CapturePlace]]:
    """Opens *Vastleggen* on the workspace of the test; it is hidden before its window closes."""
    places: list[CapturePlace] = []

    def make(size: tuple[int, int] = (1024, 700), **given: Any) -> CapturePlace:
        places.append(show(CapturePlace(Desk(empty_store), theme, **given), size))
        return places[-1]

    yield make
    for place in places:
        place.hide()


@pytest.fixture
def planned(
    jobs: Jobs, show: Callable[..., SessionsPlace], theme: Theme, tmp_path: Path
) -> Callable[..., SessionsPlace]:
    """Opens *Sessies* on a store, on the day of the tests; a module gives what else it wants."""
    usual: dict[str, Any] = {
        "template": RESOURCES / "templates" / "report.docx",
        "today": lambda: TODAY,
        "formats": FormatFolders(RESOURCES / "formats", tmp_path / "werkvormen"),
    }
    return lambda store, **given: show(SessionsPlace(Desk(store), theme, jobs, **usual | given))


@pytest.fixture
def weighed(
    show: Callable[..., InsightPlace], theme: Theme, counted: Callable[[Desk], Counting]
) -> Callable[[Store], InsightPlace]:
    """Opens *Inzicht* on a store."""

    def make(store: Store) -> InsightPlace:
        desk = Desk(store)
        return show(InsightPlace(desk, theme, counted(desk)))

    return make

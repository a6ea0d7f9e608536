"""*Vastleggen* in a small window with the text twice as large, the clock running and the beamer on."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.cuts import cut_off
from tests.ui.hands import focused

from bouwstenen_app.domain.timer import RoundTimer
from bouwstenen_app.services import capturing, preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.way_acts import LINE, doors
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.low_page import LEAST
from bouwstenen_app.ui.windows.beamer import BeamerWindow

LARGE = 200
ROOM = 876, 495
"""What is left of a window of 1024 by 700 beside the rail and under the header, with this text."""
ROUNDS = ("Wat werkt al in de samenwerking?", "Waar knelt het nog?", "De volgende stap")


@pytest.fixture
def workshop(empty_store: Store) -> str:
    made = empty_store.do("Sessie", preparing.create_workshop, title="Proef", rounds=ROUNDS).result
    for n in range(12):
        empty_store.do("Vast", capturing.capture, f"Een herkenbaar meldpunt in elke wijk {n} +2", workshop=made)
    return made


@pytest.fixture
def place(
    begun: Callable[..., CapturePlace], theme: Theme, settings: Settings, workshop: str
) -> Iterator[CapturePlace]:
    place = begun(ROOM, beamer=lambda canvas: BeamerWindow(canvas, settings, place))
    theme.scale_to(LARGE)
    place.timer._keep(RoundTimer.start(20, place.timer._clock() - 23 * 60, round=place._round))
    place.beamer.open()
    yield place
    place.beamer.close()
    theme.scale_to(100)


@pytest.mark.parametrize("way", [LINE, *(door.key for door in doors())])
def test_nothing_is_cut_off(place: CapturePlace, way: str, qtbot: QtBot) -> None:
    place.ways.go(way)
    work = place.page._work.currentWidget()
    assert work is not None
    qtbot.wait(50)
    assert cut_off(place.page.rounds) == []
    assert cut_off(work) == []


def test_the_line_is_as_high_as_what_is_typed_and_said_under_it(place: CapturePlace, qtbot: QtBot) -> None:
    place.beamer.close()
    bar = place.page.bar
    QTest.keyClicks(bar.line, "Annet Zwanenburg (8 jaar) belt op 06-12345678 over bsn 123456782")
    bar.privacy.look()
    qtbot.waitUntil(lambda: bar.privacy.warns)
    qtbot.waitUntil(lambda: bar.height() >= bar.heightForWidth(bar.width()))
    qtbot.wait(300)
    qtbot.waitUntil(lambda: not _covered(bar, place.page._middle))
    assert cut_off(bar) == []


def _covered(bar: QWidget, below: QWidget) -> bool:
    return below.isVisible() and below.mapToGlobal(QPoint()).y() < bar.mapToGlobal(QPoint(0, bar.height())).y()


def test_a_way_is_never_lower_than_it_can_be_used_and_scrolls(place: CapturePlace, theme: Theme) -> None:
    place.ways.go("groeperen")
    area = place.page._work.currentWidget()
    assert isinstance(area, QScrollArea)
    page = place.ways.way("groeperen").page
    QApplication.processEvents()
    assert page.height() >= theme.px(LEAST) > area.height()
    assert area.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("way", ["groeperen", "teruglezen"])
def test_the_row_that_has_the_focus_stays_in_sight(place: CapturePlace, way: str, qtbot: QtBot) -> None:
    place.ways.go(way)
    area = place.page._work.currentWidget()
    assert isinstance(area, QScrollArea)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(focused(), key)
        qtbot.waitUntil(lambda: _row_top(focused(), area) in range(area.height()))


def _row_top(view: QWidget, area: QScrollArea) -> int:
    assert isinstance(view, QAbstractItemView)
    row = view.visualRect(view.currentIndex())
    return area.viewport().mapFromGlobal(view.viewport().mapToGlobal(row.topLeft())).y()

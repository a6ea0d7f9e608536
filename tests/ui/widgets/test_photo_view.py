import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.photo_files import drawn

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.photo_view import PhotoView

Key = Qt.Key


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> PhotoView:
    view = PhotoView(theme)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    view.show_image(drawn(1200, 900))
    return view


def seen(view: PhotoView, x: int, y: int) -> str:
    return view.grab().toImage().pixelColor(x, y).name()


def test_a_photo_is_shown_whole(view: PhotoView) -> None:
    assert view.fitted
    assert view.percent == 44
    assert seen(view, 150, 200) == "#ff0000"
    assert seen(view, 450, 200) == "#0000ff"


def test_a_small_photo_is_not_made_larger_than_it_is(view: PhotoView) -> None:
    view.show_image(drawn(60, 40))
    assert view.percent == 100
    QTest.keyClick(view, Key.Key_Plus)
    assert view.percent == 125


def test_more_room_keeps_it_fitted(view: PhotoView) -> None:
    view.resize(900, 675)
    assert view.percent == 75


def test_keys_zoom_and_fit_again(view: PhotoView) -> None:
    percents: list[int] = []
    view.zoomed.connect(percents.append)
    for key in (Key.Key_Plus, Key.Key_Minus, Key.Key_1, Key.Key_0):
        QTest.keyClick(view, key)

    assert percents == [56, 44, 100, 44]
    assert view.fitted


def test_it_zooms_no_further_than_is_useful(view: PhotoView) -> None:
    for _ in range(30):
        view.zoom(1)
    assert view.percent == 400
    for _ in range(30):
        view.zoom(-1)
    assert view.fitted


def test_arrows_move_the_photo_no_further_than_its_edge(view: PhotoView) -> None:
    view.show_full()
    for _ in range(20):
        QTest.keyClick(view, Key.Key_Left)
        QTest.keyClick(view, Key.Key_Up)
    assert view.middle == QPointF(0.25, 400 / 900 / 2)
    assert seen(view, 300, 40) == "#000000"
    for _ in range(20):
        QTest.keyClick(view, Key.Key_Right)
    assert view.middle.x() == 0.75
    assert seen(view, 300, 200) == "#0000ff"


def test_the_mouse_drags_the_photo(view: PhotoView) -> None:
    view.show_full()
    start = view.middle
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    QTest.mouseMove(view, QPoint(240, 200))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(240, 200))

    assert view.middle.x() - start.x() == pytest.approx(60 / 1200)


def test_the_wheel_zooms_where_the_pointer_is(view: PhotoView) -> None:
    view.show_full()
    before = view.middle
    at = QPointF(450, 300)
    none = Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(view, wheel)

    assert view.percent == 125
    corner = QPointF(view.rect().center())
    under = [
        middle + QPointF((at - corner).x() / (1200 * scale), (at - corner).y() / (900 * scale))
        for middle, scale in ((before, 1.0), (view.middle, 1.25))
    ]
    assert under[0].x() == pytest.approx(under[1].x(), abs=0.002)
    assert under[0].y() == pytest.approx(under[1].y(), abs=0.002)


def test_a_double_click_shows_it_full_and_whole_again(view: PhotoView) -> None:
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert view.percent == 100
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert view.fitted


def test_a_quarter_turn_puts_the_left_on_top(view: PhotoView) -> None:
    turned: list[int] = []
    view.turned.connect(turned.append)
    view.turn()

    assert (turned, view.percent) == ([1], 33)
    assert seen(view, 300, 100) == "#ff0000"
    assert seen(view, 300, 300) == "#0000ff"
    for _ in range(3):
        view.turn()
    assert turned == [1, 2, 3, 0]
    assert view.percent == 44


def test_what_is_in_the_middle_stays_there_when_it_turns(view: PhotoView) -> None:
    view.show_full()
    view.pan(-0.2, 0.1)
    before = view.middle
    for _ in range(4):
        view.turn()

    assert view.middle.x() == pytest.approx(before.x(), abs=0.15)
    assert view.percent == 100


def test_keys_that_are_for_others_are_asked_for(view: PhotoView) -> None:
    heard: list[object] = []
    view.step_asked.connect(heard.append)
    view.removal_asked.connect(lambda: heard.append("bin"))
    view.left.connect(lambda: heard.append("line"))
    for key in (Key.Key_PageDown, Key.Key_PageUp, Key.Key_Delete, Key.Key_Escape, Key.Key_Return):
        QTest.keyClick(view, key)

    assert heard == [1, -1, "bin", "line", "line"]


def test_without_a_photo_nothing_happens(view: PhotoView) -> None:
    view.show_image(QImage())
    for key in (Key.Key_Plus, Key.Key_1, Key.Key_0, Key.Key_Left):
        QTest.keyClick(view, key)
    view.turn()

    assert not view.shown
    assert view.quarters == 0
    assert not view.grab().isNull()


def test_the_focus_is_seen(view: PhotoView, theme: Theme, qtbot: QtBot) -> None:
    view.window().activateWindow()
    with qtbot.waitActive(view):
        view.activateWindow()
    view.clearFocus()
    assert seen(view, 1, 200) != theme.colour("focus").name()
    view.setFocus()
    assert seen(view, 1, 200) == theme.colour("focus").name()

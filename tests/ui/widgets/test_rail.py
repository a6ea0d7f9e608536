import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.rail import Rail
from bouwstenen_app.ui.widgets.rail_look import rail_places


@pytest.fixture
def rail(theme: Theme, qtbot: QtBot) -> Rail:
    made = Rail(theme)
    qtbot.addWidget(made)
    for place in rail_places():
        made.add(place)
    made.resize(made.width(), 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_the_places_stand_in_the_order_of_the_work_and_two_below(rail: Rail) -> None:
    tops = [rail.item(place.key).y() for place in rail_places()]
    assert tops == sorted(tops)
    assert rail.item("exchange").y() > rail.item("report").geometry().bottom() + 20


def test_one_click_goes_there_and_choosing_in_code_is_silent(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.chosen, timeout=1000) as told:
        qtbot.mouseClick(rail.item("insight"), Qt.MouseButton.LeftButton)
    assert told.args == ["insight"]
    with qtbot.assertNotEmitted(rail.chosen):
        rail.choose("report")
    assert rail.current == "report"


def test_arrow_keys_move_and_enter_goes(rail: Rail, qtbot: QtBot) -> None:
    rail.choose("sessions")
    rail.item("sessions").setFocus()
    with qtbot.assertNotEmitted(rail.chosen):
        qtbot.keyClick(rail.item("sessions"), Qt.Key.Key_Down)
    assert rail.window().focusWidget() is rail.item("capture")
    with qtbot.waitSignal(rail.chosen, timeout=1000) as told:
        qtbot.keyClick(rail.item("capture"), Qt.Key.Key_Return)
    assert told.args == ["capture"]


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_r22_nothing_is_cut_off_in_a_low_window(rail: Rail, theme: Theme, percent: int) -> None:
    theme.scale_to(percent)
    rail.resize(rail.width(), 700)
    items = [rail.item(place.key) for place in rail_places()]
    assert rail.minimumSizeHint().height() <= 700
    for item in items:
        assert item.geometry().bottom() <= 700
        assert item.width() >= theme.px(11) * 4


def test_every_place_has_a_name_for_a_screen_reader(rail: Rail) -> None:
    assert [rail.item(place.key).accessibleName() for place in rail_places()] == [
        "Sessies",
        "Vastleggen",
        "Ordenen",
        "Inzicht",
        "Rapport",
        "Uitwisselen",
        "Instellingen",
    ]
    assert rail.item("capture").toolTip() == "Vastleggen (Ctrl+2)"

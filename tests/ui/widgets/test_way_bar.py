import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.way_bar import WayBar

WAYS = (("vastleggen", "Vastleggen", ""), ("stemmen", "Stemmen", "F8"), ("teruglezen", "Teruglezen", "F9"))


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> WayBar:
    bar = WayBar(theme, WAYS)
    qtbot.addWidget(bar)
    bar.resize(900, 48)
    bar.show()
    return bar


def words(bar: WayBar) -> list[str]:
    return [button.text() for button in bar.findChildren(QPushButton)]


def test_a_click_asks_for_a_way_and_a_choice_from_outside_does_not(bar: WayBar, qtbot: QtBot) -> None:
    told: list[str] = []
    bar.chosen.connect(told.append)
    bar.choose("teruglezen")
    assert (bar.current, told) == ("teruglezen", [])
    qtbot.mouseClick(bar.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert told == ["stemmen"]


def test_in_a_narrow_window_the_keys_make_room_before_anything_goes_to_a_second_line(bar: WayBar) -> None:
    assert words(bar) == ["Vastleggen", "Stemmen  F8", "Teruglezen  F9"]
    one_line = bar.sizeHint().height()
    bar.resize(330, 48)
    assert words(bar) == ["Vastleggen", "Stemmen", "Teruglezen"]
    assert bar.sizeHint().height() == one_line
    bar.resize(900, 48)
    assert words(bar)[1] == "Stemmen  F8"


def test_what_is_optional_stays_away_when_the_ways_need_its_room(bar: WayBar) -> None:
    extra = QPushButton("Oefenen")
    bar.add_end(extra, optional=True)
    bar.resize(901, 48)
    assert extra.isVisible()
    bar.resize(330, 48)
    assert not extra.isVisible()

from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.segmented import SegmentedControl
from bouwstenen_app.ui.widgets.switch_row import SwitchRow
from bouwstenen_app.ui.widgets.words import words


def test_the_switch_stands_beside_what_is_shown_or_under_it_where_there_is_no_room(
    qtbot: QtBot, theme: Theme
) -> None:
    row = SwitchRow()
    qtbot.addWidget(row)
    count = words("122 bouwstenen")
    row.row.addWidget(count)
    switch = SegmentedControl([("a", "Bouwstenen"), ("b", "Bundels")], "Wat je ordent")
    row.set_switch(switch)
    row.resize(600, 80)
    row.show()
    assert switch.x() > count.width()
    row.resize(200, 120)
    qtbot.waitUntil(lambda: switch.x() == 0)
    assert switch.y() < count.parentWidget().y()

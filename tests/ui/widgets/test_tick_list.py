import pytest
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.tick_list import ROWS, TickList

NAMES = (
    "Onafhankelijk melden, 0-100 en werken over de muren",
    "Kantelmomenten en acute onveiligheid: zorg, straf en veiligheid",
    "Van signaal naar samen handelen",
)


def ticks(theme: Theme, qtbot: QtBot, names: tuple[str, ...] = NAMES) -> TickList:
    made = TickList(theme, "Alle sessies", "Welke sessies")
    qtbot.addWidget(made)
    made.offer([(str(place), name) for place, name in enumerate(names)])
    with qtbot.waitExposed(made):
        made.show()
    return made


def lacking(made: TickList) -> list[int]:
    """Return per name how many pixels it is higher than the room that it is painted in."""
    missing = []
    for item in made._rows():
        option = QStyleOptionViewItem()
        made.items.initViewItemOption(option)
        option.rect = made.items.visualItemRect(item)
        option.text = item.text()
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
        room = made.items.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, made.items)
        inner = room.adjusted(3, 0, -3, 0)
        lines = made.items.fontMetrics().boundingRect(inner, 0x1000, item.text())  # words go on at a next line
        missing.append(max(0, lines.height() - room.height()))
    return missing


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [280, 300, 330, 343, 360, 380, 600])
def test_a_name_is_never_cut_off(theme: Theme, qtbot: QtBot, width: int, percent: int) -> None:
    theme.scale_to(percent)
    made = ticks(theme, qtbot)
    made.resize(width, 900)
    qtbot.wait(20)
    assert lacking(made) == [0, 0, 0]
    assert not made.items.verticalScrollBar().isVisible()


def test_many_names_scroll(theme: Theme, qtbot: QtBot) -> None:
    made = ticks(theme, qtbot, NAMES * 3)
    assert made.items.count() > ROWS
    assert made.items.verticalScrollBar().isVisible()


def test_the_height_of_a_name_is_no_choice(theme: Theme, qtbot: QtBot) -> None:
    made = ticks(theme, qtbot)
    told: list[tuple[str, ...]] = []
    made.chosen.connect(told.append)
    made.resize(280, 900)
    theme.scale_to(150)
    assert told == []

from datetime import datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.header import LOW_TITLE_WIDTH, TITLE_WIDTH, HeaderBar

TITLE = "Werksessie zorg & straf — regio Kennemerland"


@pytest.fixture
def header(theme: Theme, qtbot: QtBot) -> HeaderBar:
    made = HeaderBar(theme)
    qtbot.addWidget(made)
    made.resize(1356, 60)
    made.show()
    return made


def parts(header: HeaderBar, action: QWidget) -> list[QWidget]:
    return [header.search, header.status, header.undo, header.redo, action]


def test_it_says_which_step_is_undone(header: HeaderBar, qtbot: QtBot) -> None:
    assert not header.undo.isEnabled()
    header.set_undo("12 bouwstenen getagd")
    assert header.undo.toolTip() == "Ongedaan maken: 12 bouwstenen getagd (Ctrl+Z)"
    with qtbot.waitSignal(header.undo_asked, timeout=1000):
        qtbot.mouseClick(header.undo, Qt.MouseButton.LeftButton)
    header.set_undo(None)
    assert not header.undo.isEnabled()


def test_the_step_may_contain_braces(header: HeaderBar) -> None:
    header.set_redo("Bouwsteen {x} vastgelegd")
    assert header.redo.toolTip() == "Opnieuw: Bouwsteen {x} vastgelegd (Ctrl+Y)"


def test_it_says_whether_all_is_saved(header: HeaderBar) -> None:
    header.show_saved(datetime(2026, 11, 24, 14, 3))
    assert header.status.text == "Opgeslagen 14:03"
    header.show_saved(None)
    assert header.status.text == "Opgeslagen"
    header.show_read_only()
    assert header.status.text == "Alleen lezen"
    header.show_unsaved("De schijf is vol.")
    assert header.status.text == "Niet opgeslagen"
    assert header.status.accessibleDescription() == "De schijf is vol."


def test_search_is_told_as_it_is_typed_and_escape_leaves_it(header: HeaderBar, qtbot: QtBot) -> None:
    header.search.setFocus()
    with qtbot.waitSignal(header.search.typed, timeout=1000) as told:
        qtbot.keyClicks(header.search, "w")
    assert told.args == ["w"]
    with qtbot.waitSignal(header.search_left, timeout=1000):
        qtbot.keyClick(header.search, Qt.Key.Key_Escape)
    assert header.search.text() == ""


@pytest.mark.parametrize("percent", [100, 125, 150, 175, 200])
@pytest.mark.parametrize("width", [874, 1000, 1356])
def test_nothing_overlaps_or_is_cut_off(
    header: HeaderBar, theme: Theme, qtbot: QtBot, width: int, percent: int
) -> None:
    action = KeyButton(theme, "Nieuwe sessie", "Ctrl+N", kind=PRIMARY)
    header.set_title(TITLE, "di 24 november 2026 · 24 deelnemers uit 9 organisaties")
    header.set_actions([action])
    header.show_saved(datetime(2026, 11, 24, 14, 3))
    theme.scale_to(percent)
    header.resize(width, header.height())
    for _ in range(3):  # a layout that changes asks for another round
        QApplication.processEvents()
    row = [(part.mapTo(header, part.rect().topLeft()).x(), part.width()) for part in parts(header, action)]
    assert all(x + wide <= following for (x, wide), (following, _) in pairwise(row))
    assert row[-1][0] + row[-1][1] <= width
    assert action.width() >= action.sizeHint().width()
    assert header.status.width() >= header.status.sizeHint().width()
    assert header.title.width() >= theme.px(100)
    assert header.title.height() >= header.title.fontMetrics().height()


def test_each_place_brings_its_own_buttons(header: HeaderBar, theme: Theme) -> None:
    one, other = KeyButton(theme, "Nieuw"), KeyButton(theme, "Exporteer")
    header.set_actions([one])
    header.set_actions([other])
    assert one.isHidden()
    assert other.isVisible()
    header.set_actions([one])
    assert one.isVisible()


def test_in_a_copy_to_look_at_nothing_can_be_taken_back(header: HeaderBar) -> None:
    header.set_undo("Bouwsteen 1 vastgelegd")
    header.show_read_only()
    assert not header.undo.isEnabled()


def test_in_a_low_window_it_stays_on_one_line_and_the_title_gets_what_is_left(
    theme: Theme, header: HeaderBar
) -> None:
    action = KeyButton(theme, "Beamer", "F5")
    header.set_title(TITLE, "di 24 november 2026")
    header.set_actions([action])
    header.resize(600, 60)
    QApplication.processEvents()
    two_lines = header.height()

    header.set_low(True)
    QApplication.processEvents()
    assert header.height() < two_lines
    assert len({part.mapTo(header, part.rect().center()).y() // 10 for part in parts(header, action)}) == 1
    assert LOW_TITLE_WIDTH <= header.title.width() < TITLE_WIDTH

    header.set_low(False)
    assert header.height() == two_lines


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_several_buttons_of_a_place_stay_whole_in_a_narrow_window(
    header: HeaderBar, theme: Theme, qtbot: QtBot, percent: int
) -> None:
    buttons = [
        KeyButton(theme, "Opmerkingen", icon="edit"),
        KeyButton(theme, "Exporteer Word", "Ctrl+E", kind=PRIMARY),
    ]
    header.set_title("Rapport", "Bouwstenen uit de praktijk")
    header.set_actions(buttons)
    theme.scale_to(percent)
    header.resize(877, header.height())
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in buttons))
    edges = [one.mapTo(header, one.rect().topRight()).x() for one in buttons]
    assert edges == sorted(edges)
    assert edges[-1] < header.width()
    theme.scale_to(100)
    qtbot.waitUntil(lambda: buttons[0].parentWidget().parentWidget() is header._tools)


def test_a_button_that_a_place_hides_leaves_its_room_to_the_title(
    header: HeaderBar, theme: Theme, qtbot: QtBot
) -> None:
    buttons = [KeyButton(theme, words, "Ctrl+E") for words in ("Terug", "Openen…", "Verwerking")]
    header.set_title("Opmerkingen", "Van meelezers is er nog niets binnen")
    header.set_actions(buttons)
    header.resize(934, header.height())
    buttons[2].hide()
    qtbot.waitUntil(lambda: buttons[0].width() == buttons[0].sizeHint().width())
    lines = (header.title, header.subtitle)
    qtbot.waitUntil(lambda: all(line.width() >= line.full_width() for line in lines))

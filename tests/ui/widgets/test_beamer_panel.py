from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.stage import ShownBlock, Stage
from bouwstenen_app.domain.workshops import ALL, LAST_FIVE
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.beamer_canvas import BeamerCanvas
from bouwstenen_app.ui.widgets.beamer_panel import FLAT_WIDTH, LOWEST, WIDTH, BeamerPanel


@pytest.fixture
def canvas(theme: Theme, qtbot: QtBot) -> BeamerCanvas:
    made = BeamerCanvas(theme)
    qtbot.addWidget(made)
    made.resize(1920, 1080)
    return made


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot, canvas: BeamerCanvas) -> Iterator[BeamerPanel]:
    made = BeamerPanel(theme, canvas)
    qtbot.addWidget(made)
    made.resize(354, 900)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.hide()


def stage(count: int) -> Stage:
    blocks = tuple(ShownBlock(f"b{n}", n, f"Titel van een bouwsteen {n}") for n in range(count, 0, -1))
    return Stage(session="Proef", question="Waar?", blocks=blocks, total=count)


def test_the_picture_has_the_shape_of_the_beamer_and_follows_it(
    panel: BeamerPanel, canvas: BeamerCanvas, qtbot: QtBot
) -> None:
    assert (panel.picture.width(), panel.picture.height()) == (WIDTH, round(WIDTH * 9 / 16))
    before = panel.picture.grab().toImage()
    canvas.show_stage(stage(4))
    qtbot.waitUntil(lambda: panel.picture.grab().toImage() != before)
    qtbot.waitUntil(lambda: panel.picture.accessibleName() == "Beamer: Waar?")

    canvas.show()
    canvas.resize(1000, 1000)
    qtbot.waitUntil(lambda: panel.picture.width() == panel.picture.height())


def test_the_state_is_in_words_and_the_button_says_what_it_does(
    panel: BeamerPanel, canvas: BeamerCanvas, qtbot: QtBot
) -> None:
    assert (panel.state.text(), panel.blank.text()) == ("Beamer aan", "Afdekken")
    with qtbot.waitSignal(panel.blank_asked):
        panel.blank.click()
    canvas.blank(on=True)
    assert (panel.state.text(), panel.blank.text()) == ("Beamer afgedekt", "Weer tonen")


def test_a_choice_is_asked_for_by_keyboard(panel: BeamerPanel, qtbot: QtBot) -> None:
    panel.show_mode(ALL, offered=True)
    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.mode.focus_current()
    focused = QApplication.focusWidget()
    assert focused is not None
    with qtbot.waitSignal(panel.mode_chosen) as chosen:
        QTest.keyClick(focused, Qt.Key.Key_Right)
    assert chosen.args == [LAST_FIVE]


def test_where_there_is_nothing_to_choose_no_choice_is_shown(panel: BeamerPanel) -> None:
    panel.show_mode(ALL, offered=False)
    assert panel.mode.isHidden()


def test_pages_are_turned_only_when_there_are_several(
    panel: BeamerPanel, canvas: BeamerCanvas, qtbot: QtBot
) -> None:
    assert not panel.forth.isVisible()
    canvas.show_stage(stage(120))
    assert panel.forth.isVisible()
    assert panel.page.text().startswith("bladzijde 1 van ")
    with qtbot.waitSignal(panel.turn_asked) as asked:
        panel.back.click()
    assert asked.args == [-1]


def test_it_says_how_much_stays_off_the_beamer(panel: BeamerPanel) -> None:
    panel.show_withheld(0)
    assert panel.withheld.isHidden()
    panel.show_withheld(1)
    assert panel.withheld.text() == "1 bouwsteen blijft van de beamer: niet vrijgegeven."
    panel.show_withheld(3)
    assert panel.withheld.text() == "3 bouwstenen blijven van de beamer: niet vrijgegeven."


def test_another_screen_is_offered_only_when_there_is_one(panel: BeamerPanel) -> None:
    assert panel.screen_button.isHidden()
    panel.show_screens(2)
    assert not panel.screen_button.isHidden()


def test_beside_the_ways_of_working_it_is_low(panel: BeamerPanel) -> None:
    panel.set_flat(flat=True)
    assert panel.picture.width() == FLAT_WIDTH
    assert panel.sizeHint().height() < 160
    panel.set_flat(flat=False)
    assert panel.picture.width() == WIDTH


@pytest.mark.parametrize("flat", [False, True])
def test_in_a_very_low_window_only_the_state_and_the_button_stay(panel: BeamerPanel, *, flat: bool) -> None:
    panel.set_flat(flat=flat)
    panel.show_mode(ALL, offered=True)
    panel.resize(800 if flat else 354, LOWEST - 100)
    assert not panel.picture.isVisible()
    assert not panel.opening.isVisible()
    assert panel.mode.isVisible() == flat
    assert panel.blank.isVisible()
    assert panel.sizeHint().height() < 80
    panel.resize(800 if flat else 354, 900)
    assert panel.picture.isVisible()


def test_in_a_window_of_an_old_laptop_nothing_stands_over_each_other(theme: Theme, qtbot: QtBot) -> None:
    canvas = BeamerCanvas(theme)
    page = QWidget()
    made = BeamerPanel(theme, canvas, page)
    for widget in (canvas, page):
        qtbot.addWidget(widget)
    canvas.resize(1920, 1080)
    page.resize(344, 700)
    with qtbot.waitExposed(page):
        page.show()
    made.resize(344, 300)
    assert made.picture.width() == FLAT_WIDTH
    assert made.blank._cap_shown
    made.resize(320, 300)
    assert not made.blank._cap_shown
    assert made.state.wordWrap()

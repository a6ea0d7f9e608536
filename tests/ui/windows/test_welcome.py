from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.cuts import cut_off

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.line_button import LineButton
from bouwstenen_app.ui.windows.welcome import WelcomePage


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> WelcomePage:
    made = WelcomePage(theme)
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


def test_it_offers_to_begin_to_open_and_to_look_around(page: WelcomePage, qtbot: QtBot) -> None:
    for button, asked in (
        (page.begin, page.new_asked),
        (page.open, page.open_asked),
        (page.example, page.example_asked),
    ):
        with qtbot.waitSignal(asked, timeout=1000):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_files_that_were_open_last_are_named_and_open_with_one_click(page: WelcomePage, qtbot: QtBot) -> None:
    paths = (Path("/map/Kennemerland.bouwstenen"), Path("/map/Twente.bouwstenen"))
    page.set_recent(paths[:1])
    page.set_recent(paths)
    named = page.findChildren(LineButton)
    assert [button.text() for button in named] == ["Kennemerland", "Twente"]
    with qtbot.waitSignal(page.recent_asked, timeout=1000) as told:
        qtbot.mouseClick(named[-1], Qt.MouseButton.LeftButton)
    assert told.args == [paths[1]]


def test_the_first_thing_to_do_has_the_focus(page: WelcomePage) -> None:
    page.activated()
    assert page.window().focusWidget() is page.begin


def test_r08_it_says_that_no_network_is_used(page: WelcomePage) -> None:
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "Bouwstenen gebruikt geen internet." in told


@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_name_of_a_file_is_whole(page: WelcomePage, theme: Theme, percent: int, qtbot: QtBot) -> None:
    theme.scale_to(percent)
    name = "Jeugdbeschermingsorganisatie en samenwerkingsovereenkomsten Kennemerland najaar 2026"
    page.set_recent([Path(f"/map/{name}.bouwstenen")])
    (line,) = page.findChildren(LineButton)
    qtbot.waitUntil(lambda: line.height() > 1.5 * line.heightForWidth(10_000))
    assert cut_off(page) == []

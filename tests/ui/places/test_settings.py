from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.look import DARK
from bouwstenen_app.ui.places.settings import SettingsPlace
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme


@pytest.fixture
def place(theme: Theme, settings: Settings, tmp_path: Path, qtbot: QtBot) -> SettingsPlace:
    folders = [("Deze werkmap", "Alles wat je vastlegt.", tmp_path / "werk.bouwstenen")]
    made = SettingsPlace(theme, settings, folders, [("Overal", [("Ctrl K", "Zoeken")])])
    qtbot.addWidget(made)
    made.show()
    return made


def press(place: SettingsPlace, words: str, qtbot: QtBot) -> None:
    button = next(button for button in place.findChildren(QPushButton) if button.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_another_theme_is_worn_at_once_and_kept(
    place: SettingsPlace, theme: Theme, settings: Settings, qtbot: QtBot
) -> None:
    press(place, "Donker", qtbot)
    assert theme.dark
    assert Settings(settings.path).theme == DARK


def test_larger_text_is_worn_at_once_and_kept(
    place: SettingsPlace, theme: Theme, settings: Settings, qtbot: QtBot
) -> None:
    press(place, "150 %", qtbot)
    assert theme.percent == 150
    assert Settings(settings.path).text_percent == 150


def test_it_says_where_everything_is_and_which_keys_there_are(place: SettingsPlace, tmp_path: Path) -> None:
    texts = [label.text() for label in place.findChildren(QLabel)]
    assert str(tmp_path / "werk.bouwstenen") in texts
    assert "Ctrl K" in texts
    assert "Zoeken" in texts


def test_the_names_of_the_cards_stand_beside_them_and_lead_there(
    place: SettingsPlace, theme: Theme, qtbot: QtBot
) -> None:
    theme.scale_to(100)
    place.resize(1200, 420)
    assert [line.text() for line in place.page.index.lines] == ["Weergave", "Waar alles staat", "Overal"]
    line = place.page.index.lines[1]
    qtbot.keyClick(line, Qt.Key.Key_Space)
    focused = place.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Map tonen"
    assert place.page.index.isVisible()


def test_in_a_narrow_window_the_cards_have_the_room(place: SettingsPlace) -> None:
    place.resize(600, 420)
    assert not place.page.index.isVisible()

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.windows.main_keys import MainKeys


@pytest.fixture
def keys(qtbot: QtBot) -> MainKeys:
    window = QWidget()
    qtbot.addWidget(window)
    keys = MainKeys(window, rehearsing=False)
    keys.add_place("organise", "Ordenen", "Ctrl+3")
    keys.add_place("exchange", "Uitwisselen")
    return keys


def asked(keys: MainKeys) -> list[tuple[object, ...]]:
    """What is asked for from now on: the name of the signal and what goes with it."""
    told: list[tuple[object, ...]] = []
    for name in ("search", "undo", "redo", "overview", "lock", "rehearsal", "place", "card"):
        getattr(keys, f"{name}_asked").connect(lambda *given, name=name: told.append((name, *given)))
    return told


def test_a_command_asks_for_the_same_as_the_key_that_stands_beside_it(keys: MainKeys) -> None:
    told = asked(keys)
    shortcuts = {one.key().toString(): one for one in keys.parent().findChildren(QShortcut)}
    for command in keys.commands():
        if command.keys:
            command.act()
            shortcuts[QKeySequence(command.keys).toString()].activated.emit()
    assert told[::2] == told[1::2]
    assert told[::2] == [("place", "organise"), ("undo",), ("redo",), ("overview",), ("lock",), ("rehearsal",)]


def test_every_key_of_the_window_is_in_the_overview(keys: MainKeys) -> None:
    named = {key for shown, _ in keys.lines() for key in shown.split(" of ")}
    bound = {one.key().toString().replace("+", " ") for one in keys.parent().findChildren(QShortcut)}
    assert named == {*bound, "?"}, "the window itself takes the question mark that no text field took"


def test_a_card_is_found_by_other_words_for_it_too(keys: MainKeys) -> None:
    told = asked(keys)
    keys.name_cards({"exchange": ["Pakket", "Export"]}, {"Export": "wegschrijven"})
    first, second = keys.card_commands()
    assert (first.words, second.words) == ("Uitwisselen: Pakket", "Uitwisselen: Export · wegschrijven")
    second.act()
    assert told == [("card", "exchange", "Export")]

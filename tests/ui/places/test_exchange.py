from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.places.exchange import ExchangePlace
from bouwstenen_app.ui.theme import Theme

FILE, OTHER = Path("/map/Kennemerland.bouwstenen"), Path("/map/Twente.bouwstenen")


def test_every_button_asks_something(theme: Theme, qtbot: QtBot) -> None:
    place = ExchangePlace(theme, FILE, [FILE, OTHER])
    qtbot.addWidget(place)
    place.show()
    for button, asked in (
        (place.copy, place.copy_asked),
        (place.open, place.open_asked),
        (place.new, place.new_asked),
        (place.example, place.example_asked),
    ):
        with qtbot.waitSignal(asked, timeout=1000):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_other_workspaces_are_offered_and_not_this_one(theme: Theme, qtbot: QtBot) -> None:
    place = ExchangePlace(theme, FILE, [FILE, OTHER])
    qtbot.addWidget(place)
    lines = [button for button in place.findChildren(QPushButton) if button.property("kind") == "line"]
    assert [button.text() for button in lines] == ["Twente"]
    with qtbot.waitSignal(place.recent_asked, timeout=1000) as told:
        lines[0].click()
    assert told.args == [OTHER]
    assert place.subtitle().startswith("Werkmap Kennemerland")

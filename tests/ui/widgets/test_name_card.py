from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.name_card import NameCard

RESOURCES = Path(__file__).parents[3] / "resources"
Shown = tuple[NameCard, QPushButton]


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication) -> Iterator[Shown]:
    window = QWidget()
    column = QVBoxLayout(window)
    button = QPushButton("Vraag")
    card = NameCard(Theme(qapp, RESOURCES, choice="licht"), "Naam", "Bewaren")
    column.addWidget(button)
    column.addWidget(card)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield card, button
    window.close()


def test_a_suggestion_is_typed_over_and_told_with_enter(shown: Shown, qtbot: QtBot) -> None:
    card, button = shown
    assert not card.isVisible()
    card.ask("Voorstel", button)
    QTest.keyClicks(card.line, "Eigen naam")
    with qtbot.waitSignal(card.named) as told:
        QTest.keyClick(card.line, Qt.Key.Key_Return)

    assert told.args == ["Eigen naam"]
    assert card.isVisible()
    card.finish()
    assert not card.isVisible()
    assert button.hasFocus()


@pytest.mark.parametrize("way", ["esc", "button"])
def test_it_goes_away_and_gives_the_focus_back(shown: Shown, way: str) -> None:
    card, button = shown
    card.ask("Voorstel", button)
    if way == "esc":
        QTest.keyClick(card.line, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(card.cancel, Qt.MouseButton.LeftButton)

    assert not card.isVisible()
    assert button.hasFocus()

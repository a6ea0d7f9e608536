"""What was found in a report: lines that can be opened, and a name that can go everywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.findings_card import FindingsCard, Line
from bouwstenen_app.ui.widgets.line_button import LineButton

LINES = tuple(
    Line(f"RH-00{n}: telefoonnummer", f"block:{n}:title", grave=True, instead="[telefoonnummer]") for n in (1, 2, 3)
)
Ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> FindingsCard:
    made = FindingsCard(theme)
    qtbot.addWidget(made)
    made.ask("Gevonden", LINES)
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def lines_of(card: FindingsCard) -> list[LineButton]:
    return [one for one in card.findChildren(LineButton) if one.isVisible()]


def test_r03_one_key_asks_for_a_role_where_one_points(card: FindingsCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.replace_asked) as asked:
        QTest.keyClick(card.focusWidget(), Qt.Key.Key_H, Ctrl)
    assert asked.args == [LINES[0]]
    lines_of(card)[1].setFocus()
    with qtbot.waitSignal(card.replace_asked) as asked:
        QTest.keyClick(card.focusWidget(), Qt.Key.Key_H, Ctrl)
    assert asked.args == [LINES[1]]
    (button,) = (one for one in card.findChildren(KeyButton) if one.accessibleName().startswith(LINES[2].words))
    with qtbot.waitSignal(card.replace_asked) as asked:
        button.click()
    assert asked.args == [LINES[2]]


def test_what_is_left_is_shown_with_the_focus_where_it_was(card: FindingsCard) -> None:
    lines_of(card)[1].setFocus()
    card.follow("Nog twee", (LINES[0], LINES[2]))
    shown = lines_of(card)
    assert [one.text() for one in shown] == [f"Ernstig: {LINES[0].words}", f"Ernstig: {LINES[2].words}"]
    assert shown[1].hasFocus()
    card.follow("Nog een", LINES[:1])
    assert lines_of(card)[0].hasFocus()
    card.reason.setText("Een reden")
    card.follow("Niets meer", (), personal=False)
    assert card.go_on.hasFocus()
    assert card.go_on.text() == "Exporteren"
    assert not card.reason.isVisible()


def test_what_is_left_does_not_take_the_focus_from_elsewhere(
    card: FindingsCard, theme: Theme, qtbot: QtBot
) -> None:
    other = KeyButton(theme, "Elders")
    qtbot.addWidget(other)
    other.show()
    with qtbot.waitActive(other):
        other.activateWindow()
    other.setFocus()
    card.follow("Nog een", LINES[:1])
    assert other.hasFocus()


def test_a_line_that_has_to_be_changed_where_it_stands_offers_no_key(card: FindingsCard, qtbot: QtBot) -> None:
    card.ask("Gevonden", [Line("RH-001 (eerdere versie): telefoonnummer", "block:1", grave=True)])
    with qtbot.assertNotEmitted(card.replace_asked):
        QTest.keyClick(card.focusWidget(), Qt.Key.Key_H, Ctrl)
    with qtbot.waitSignal(card.source_asked) as asked:
        QTest.keyClick(card.focusWidget(), Qt.Key.Key_Space)
    assert asked.args == ["block:1"]


def test_r04_what_was_found_can_be_replaced_everywhere_where_that_is_offered(theme: Theme, qtbot: QtBot) -> None:
    card = FindingsCard(theme)
    qtbot.addWidget(card)
    line = Line("RH-001: naam “Jansen”", "block:1", name="Jansen", role="[naam]")
    card.ask("Gevonden", [line])
    assert [one for one in card.findChildren(KeyButton) if "overal" in one.accessibleName()] == []
    card.offers_everywhere = True
    card.ask("Gevonden", [line])
    (button,) = (one for one in card.findChildren(KeyButton) if "overal" in one.accessibleName())
    with qtbot.waitSignal(card.everywhere_asked) as asked:
        button.click()
    assert asked.args == ["Jansen", "[naam]"]


def test_it_is_as_high_as_its_words_in_a_wide_window(card: FindingsCard) -> None:
    long = "RH-001, toelichting: burgerservicenummer “123456782” bij de jeugdbeschermingsorganisatie"
    card.ask("Gevonden", [Line(long, f"block:{n}:title") for n in range(5)])
    layout = card.layout()
    assert layout is not None
    assert layout.minimumSize().height() <= layout.heightForWidth(900)

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.blocks import ADJUSTED, CONFIRMED, Block
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.privacy_row import PrivacyRow
from bouwstenen_app.ui.widgets.privacy_watch import REST
from bouwstenen_app.ui.widgets.read_back_card import PARKED, ReadBackCard

BLOCK = Block(
    id="b1", spoken_id="RH-001", number=1, workshop="w", title="Bellen", votes=1, round=2, cluster="Eerder"
)


def _card(qtbot: QtBot, theme: Theme) -> ReadBackCard:
    card = ReadBackCard(theme)
    qtbot.addWidget(card)
    card.show_block(BLOCK)
    with qtbot.waitActive(card):
        card.show()
    return card


def test_what_the_room_said_shows_in_words_and_not_by_colour_alone(qtbot: QtBot, theme: Theme) -> None:
    card = _card(qtbot, theme)
    assert card.buttons[CONFIRMED].text() == "Bevestigd"
    card.show_block(replace(BLOCK, read_back=CONFIRMED, parked=True))
    assert [button.text() for button in card.buttons.values()] == [
        "✓ Bevestigd", "Aangepast", "Niet herkend", "✓ Parkeerplaats",
    ]  # fmt: skip
    assert card._source.text() == "Bouwsteen 1 · ronde 2 · 1 stem · Eerder"


def test_a_button_asks_and_shows_what_is_stored(qtbot: QtBot, theme: Theme) -> None:
    card = _card(qtbot, theme)
    with qtbot.waitSignal(card.marked) as marked:
        QTest.mouseClick(card.buttons[ADJUSTED], Qt.MouseButton.LeftButton)
    assert marked.args == [ADJUSTED]
    assert not card.buttons[ADJUSTED].isChecked()
    with qtbot.waitSignal(card.parking_asked):
        QTest.mouseClick(card.buttons[PARKED], Qt.MouseButton.LeftButton)


def test_what_is_written_is_told_with_its_block_when_another_comes(qtbot: QtBot, theme: Theme) -> None:
    card = _card(qtbot, theme)
    card.write_minority()
    QTest.keyClicks(card.minority, "Niet altijd")
    with qtbot.waitSignal(card.edited) as edited:
        card.show_block(replace(BLOCK, id="b2", number=2))
    assert edited.args == ["b1", "minority", "Niet altijd"]
    assert card.minority.toPlainText() == ""


def test_enter_in_the_title_and_ctrl_enter_elsewhere_are_done(qtbot: QtBot, theme: Theme) -> None:
    card = _card(qtbot, theme)
    card.write_title()
    with qtbot.waitSignal(card.done):
        QTest.keyClick(card.title, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(card.done):
        QTest.keyClick(card.explanation, Qt.Key.Key_Return)
    with qtbot.waitSignal(card.done):
        QTest.keyClick(card.explanation, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_r02_what_is_written_while_the_room_listens_is_looked_at(qtbot: QtBot, theme: Theme) -> None:
    card = _card(qtbot, theme)
    card.write_minority()
    QTest.keyClicks(card.minority, "Bel mevrouw Zwanenburg op 06-12345678")
    qtbot.waitUntil(lambda: len(card.minority.extraSelections()) == 2)
    (row,) = card.findChildren(PrivacyRow)
    assert row.said.sentence.startswith("Telefoonnummer: niet nodig in een bouwsteen.")
    QTest.keyClick(card.minority, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(card.minority, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert card.minority.toPlainText() == "Bel mevrouw [naam] op [telefoonnummer]"


def test_names_of_places_and_codes_are_no_persons_there_either(qtbot: QtBot, theme: Theme) -> None:
    card = _card(qtbot, theme)
    card.set_no_persons(lambda: ["Zwanenburg"])
    card.write_minority()
    QTest.keyClicks(card.minority, "Bel mevrouw Zwanenburg")
    qtbot.wait(REST + 100)
    assert not card.minority.extraSelections()

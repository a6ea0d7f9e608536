from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.commands import Command, Hit, Palette
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.search_field import SearchField

Key = Qt.Key


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> Iterator[SearchField]:
    window = QMainWindow()
    page = QWidget()
    field = SearchField(theme)
    column = QVBoxLayout(page)
    column.addWidget(field)
    column.addStretch(1)
    window.setCentralWidget(page)
    window.resize(800, 500)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    field.clearFocus()
    yield field
    window.hide()


@pytest.fixture
def palette(field: SearchField, done: list[str]) -> Palette:
    commands = [
        Command("Klok starten", lambda: done.append("klok"), "Ctrl+T"),
        Command("Ga naar Rapport", lambda: done.append("rapport"), "Ctrl+5"),
    ]
    made = Palette(field, lambda: commands, field)
    made.set_finder(
        lambda text: [Hit(f"tekst:{text}", f"Toon “{text}”"), Hit("bouwsteen:7", "Wijkagent", "RH-007")]
    )
    made.found.connect(done.append)
    return made


def test_with_nothing_typed_it_offers_what_can_be_done(
    palette: Palette, field: SearchField, done: list[str]
) -> None:
    field.setFocus()
    assert field.offers_shown
    assert field.accessibleDescription() == "Klok starten, Ctrl T"
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Return)
    assert done == ["rapport"]
    assert not field.offers_shown


def test_the_beginning_of_any_word_of_a_command_is_enough(
    palette: Palette, field: SearchField, done: list[str]
) -> None:
    field.setFocus()
    QTest.keyClicks(field, "start")
    QTest.keyClick(field, Key.Key_Return)
    assert done == ["klok"]
    assert field.text() == ""


def test_enter_right_after_typing_takes_what_belongs_to_the_whole_text(
    palette: Palette, field: SearchField, done: list[str]
) -> None:
    field.setFocus()
    QTest.keyClicks(field, "wijkagent")
    QTest.keyClick(field, Key.Key_Return)
    assert done == ["tekst:wijkagent"]


def test_what_is_found_comes_after_a_moment_and_is_chosen_with_the_arrows(
    palette: Palette, field: SearchField, done: list[str], qtbot: QtBot
) -> None:
    field.setFocus()
    QTest.keyClicks(field, "wijk")
    qtbot.waitUntil(lambda: field.accessibleDescription() == "Toon “wijk”")
    QTest.keyClick(field, Key.Key_Down)
    assert field.accessibleDescription() == "Wijkagent, RH-007"
    QTest.keyClick(field, Key.Key_Return)
    assert done == ["bouwsteen:7"]


def test_nothing_stays_open_when_the_work_goes_on_elsewhere(palette: Palette, field: SearchField) -> None:
    field.setFocus()
    field.clearFocus()
    assert not field.offers_shown


def test_some_commands_come_only_when_someone_types_for_them(
    palette: Palette, field: SearchField, done: list[str]
) -> None:
    palette.set_more(lambda: [Command("Instellingen: Logboek", lambda: done.append("logboek"))])
    palette.set_finder(lambda _text: ())
    field.setFocus()
    for _ in range(3):
        QTest.keyClick(field, Key.Key_Down)
    assert "Logboek" not in field.accessibleDescription()
    QTest.keyClicks(field, "logb")
    QTest.keyClick(field, Key.Key_Return)
    assert done == ["logboek"]


def test_it_says_that_nothing_was_found(
    palette: Palette, field: SearchField, done: list[str], qtbot: QtBot
) -> None:
    palette.set_finder(lambda _text: ())
    field.setFocus()
    QTest.keyClicks(field, "xyz")
    qtbot.waitUntil(lambda: field.accessibleDescription() == "Niets gevonden")
    QTest.keyClick(field, Key.Key_Return)
    assert done == []
    assert field.text() == "xyz"

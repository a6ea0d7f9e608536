"""The card of a file from another program."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.given_blocks import Chosen, Given, GivenTable, Remark
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.import_card import ImportCard

FIELDS = (("", "Niet overnemen"), ("titel", "Titel"))
TABLES = (GivenTable("blad “A”", ("Wat",), ((2, ("Eén",)),)), GivenTable("blad “B”", ("Hoe",), ((2, ("Twee",)),)))


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> ImportCard:
    shown = ImportCard(theme)
    qtbot.addWidget(shown)
    shown.resize(700, 600)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def ask(card: ImportCard, *remarks: Remark, anything: bool = True) -> None:
    given = Given("a.xlsx", "d", TABLES)
    card.show_found(given, Chosen((("titel",), ("",)), title="Zuid"), FIELDS, [("id", "Proef")])
    card.show_plan(["1 nieuwe bouwsteen."], remarks, anything=anything, asks=True)


def test_it_explains_what_can_be_done(card: ImportCard) -> None:
    assert "Excel, Word of een tekst" in card.text
    assert card.choose.isVisible()
    assert not card.accept.isVisible()


def test_each_part_of_a_file_has_its_own_columns(card: ImportCard, qtbot: QtBot) -> None:
    ask(card)
    card.table.picked.emit(1)
    card.columns.choices[0].set_value("titel")
    with qtbot.waitSignal(card.changed, timeout=1_000):
        card.columns.choices[0].picked.emit("titel")
    assert card.chosen == Chosen((("titel",), ("titel",)), title="Zuid")


def test_what_was_not_understood_is_listed(card: ImportCard) -> None:
    ask(card, Remark("rij 2", "veel", "dat is geen aantal"), Remark("blad “B”", "", "leeg"))
    assert [card.remarks.item(row).text() for row in range(2)] == [
        "rij 2: “veel”: dat is geen aantal",
        "blad “B”: leeg",
    ]
    ask(card)
    assert not card.remarks.isVisible()


def test_what_points_to_a_person_is_listed_before_what_was_not_understood(card: ImportCard) -> None:
    ask(card)
    card.show_plan(
        ["1 nieuwe bouwsteen."], [Remark("rij 3", "veel", "dat is geen aantal")], anything=True, asks=True,
        noticed=["rij 2: telefoonnummer “06-12345678”"],
    )  # fmt: skip
    assert [card.remarks.item(row).text() for row in range(2)] == [
        "rij 2: telefoonnummer “06-12345678”",
        "rij 3: “veel”: dat is geen aantal",
    ]
    assert card.remarks.accessibleName() == "Wijst naar een persoon (1) · Niet begrepen (1)"
    card.show_plan(["1 nieuwe bouwsteen."], (), anything=True, asks=True, noticed=["rij 2: kenteken “x”"])
    assert card.remarks.accessibleName() == "Wijst naar een persoon (1)"


def test_nothing_new_cannot_be_taken_in(card: ImportCard) -> None:
    ask(card, anything=False)
    assert not card.accept.isEnabled()
    assert card.cancel.hasFocus()


def test_enter_takes_in_and_esc_declines_wherever_the_focus_is(card: ImportCard, qtbot: QtBot) -> None:
    ask(card)
    with qtbot.waitSignal(card.accepted, timeout=1_000):
        QTest.keyClick(card.title, Qt.Key.Key_Return)
    with qtbot.waitSignal(card.declined, timeout=1_000):
        QTest.keyClick(card.table, Qt.Key.Key_Escape)


def test_work_shows_how_far_it_is_and_can_be_stopped(card: ImportCard, qtbot: QtBot) -> None:
    card.show_progress(Progress(1, 2, "Bestand lezen"))
    assert card.text == "Bestand lezen…"
    with qtbot.waitSignal(card.declined, timeout=1_000):
        card.cancel.click()


def test_afterwards_it_says_what_came_in(card: ImportCard) -> None:
    card.show_choice(told=["1 nieuwe bouwsteen overgenomen."], remarks=[Remark("rij 2", "x", "y")])
    assert card.text == "1 nieuwe bouwsteen overgenomen."
    assert card.remarks.isVisible()
    assert card.choose.text() == "Nog een bestand kiezen…"

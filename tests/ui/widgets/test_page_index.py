"""The names of cards beside a long page lead to them."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.page_index import IndexedPage


def card(title: str) -> Card:
    """Return a high card with a field in it."""
    made = Card(title)
    made.column.addWidget(QLineEdit())
    made.setMinimumHeight(400)
    return made


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> IndexedPage:
    page = IndexedPage(theme)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    for title in ("Weergave", "", "Papieren"):
        page.add(card(title))
    page.show()
    return page


def names(page: IndexedPage) -> list[str]:
    return [line.text() for line in page.index.lines]


def test_every_card_with_a_name_has_a_line_in_the_order_of_the_cards(page: IndexedPage, qtbot: QtBot) -> None:
    page.add(card("Logboek"), 2)
    qtbot.waitUntil(lambda: names(page) == ["Weergave", "Logboek", "Papieren"])
    page.index.layout().activate()
    tops = [line.y() for line in page.index.lines]
    assert tops == sorted(tops)


def test_a_card_that_is_hidden_has_no_line_until_it_is_shown(page: IndexedPage) -> None:
    hidden = card("Codes van andere laptops")
    hidden.hide()
    page.add(hidden)
    assert names(page) == ["Weergave", "Papieren"]
    hidden.show()
    assert names(page)[-1] == "Codes van andere laptops"
    hidden.hide()
    assert names(page) == ["Weergave", "Papieren"]


def test_a_press_brings_the_card_to_the_top_with_the_focus_in_its_field(page: IndexedPage, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    page.index.lines[1].setFocus()
    QTest.keyClick(page.index.lines[1], " ")
    third = page.parts[-1]
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert third.isAncestorOf(focused)
    assert page._scroll.verticalScrollBar().value() > 0


def test_in_a_narrow_window_the_names_make_room_for_the_cards(page: IndexedPage) -> None:
    assert page.index.isVisible()
    page.resize(700, 600)
    assert not page.index.isVisible()

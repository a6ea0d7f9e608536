from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.codebook import THEME, Codebook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.chips import Chip
from bouwstenen_app.ui.widgets.sticky_row import StickyRow

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, RESOURCES, choice="licht")


@pytest.fixture
def row(qtbot: QtBot, theme: Theme, codebook: Codebook) -> StickyRow:
    row = StickyRow(theme, codebook)
    qtbot.addWidget(row)
    row.show()
    return row


def chips(row: StickyRow) -> list[str]:
    shown = [chip for chip in row.findChildren(Chip) if chip.isVisible()]
    return [chip.text() for chip in sorted(shown, key=lambda chip: (chip.y(), chip.x()))]


def test_a_table_stands_before_the_tags_and_goes_by_its_cross(
    row: StickyRow, codebook: Codebook, qtbot: QtBot
) -> None:
    row.resize(600, 30)
    row.set_codes([codebook.by_slug["domein", "politie"].id])
    row.set_table(4)
    qtbot.waitUntil(lambda: chips(row) == ["Tafel 4", "@ Politie", "+"])
    next(chip for chip in row.findChildren(Chip) if chip.text() == "Tafel 4").removed.emit()
    assert row.table is None
    qtbot.waitUntil(lambda: chips(row) == ["@ Politie", "+"])


def test_letting_go_says_whether_anything_stayed(row: StickyRow) -> None:
    assert not row.let_go()
    row.set_table(4)
    assert row.let_go()
    assert row.table is None


def test_the_menu_has_as_many_tables_as_the_session(row: StickyRow) -> None:
    row.set_tables(3)
    row.set_table(2)
    row._fill_menu()
    lines = {action.text(): action for action in row._menu.actions()}
    assert [text for text in lines if text.startswith("Tafel ") and "Ctrl" not in text] == [
        *("Tafel 1", "Tafel 2", "Tafel 3"),
    ]
    assert lines["Tafel 2"].isChecked()
    lines["Tafel 3"].trigger()
    assert row.table == 3


def test_a_favourite_keeps_its_digit_while_others_come(row: StickyRow, codebook: Codebook) -> None:
    codes = [code.id for code in codebook.of(THEME)[:12]]
    row.set_favourites(codes[:3])
    row.set_favourites([codes[2], codes[0], codes[3]])
    for digit in (1, 2, 4):
        row.toggle_favourite(digit)
    assert row.codes == (codes[0], codes[1], codes[3])
    row.toggle_favourite(9)
    assert len(row.codes) == 3
    row.toggle_favourite(0)
    assert row.codes == ()


def test_when_all_digits_are_taken_a_newcomer_takes_that_of_one_that_is_no_favourite_any_more(
    row: StickyRow, codebook: Codebook
) -> None:
    codes = [code.id for code in codebook.of(THEME)[:12]]
    row.set_favourites(codes[:9])
    row.set_favourites([codes[10], *codes[:4], *codes[5:9]])
    row.toggle_favourite(5)
    assert row.codes == (codes[10],)


def test_another_session_begins_anew(row: StickyRow, codebook: Codebook) -> None:
    codes = [code.id for code in codebook.of(THEME)[:4]]
    row.set_favourites(codes[:2])
    row.set_favourites(())
    row.set_favourites([codes[3], codes[0]])
    row.toggle_favourite(1)
    assert row.codes == (codes[3],)

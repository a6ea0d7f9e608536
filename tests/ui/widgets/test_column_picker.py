from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.board_column import Head
from bouwstenen_app.ui.widgets.column_picker import ColumnPicker

Key = Qt.Key
HEADS = (Head("a", "Kantelmomenten", 3), Head("b", "Meldpunt en melden", 1), Head("", "Zonder thema", 0))


@pytest.fixture
def picker(qtbot: QtBot, qapp: QApplication) -> Iterator[ColumnPicker]:
    made = ColumnPicker(Theme(qapp, Path(__file__).parents[3] / "resources", choice="licht"))
    qtbot.addWidget(made)
    made.choose(HEADS, frozenset({"a"}), QPoint(10, 10))
    yield made
    made.close()


def names(picker: ColumnPicker) -> list[str]:
    return [picker.found.item(row).text() for row in range(picker.found.count())]


def test_it_shows_all_columns_with_a_tick_before_where_the_cards_are(picker: ColumnPicker) -> None:
    assert names(picker) == ["Kantelmomenten", "Meldpunt en melden", "Zonder thema"]
    ticks = [picker.found.item(row).checkState() for row in range(3)]
    assert ticks == [Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.Unchecked]


def test_typing_narrows_it_and_enter_takes_the_first_that_begins_so(qtbot: QtBot, picker: ColumnPicker) -> None:
    QTest.keyClicks(picker.search, "m")
    assert names(picker)[0] == "Meldpunt en melden"
    with qtbot.waitSignal(picker.chosen) as chosen:
        QTest.keyClick(picker.search, Key.Key_Return)
    assert chosen.args == ["b", False]
    assert not picker.isVisible()


def test_the_arrows_move_and_with_ctrl_the_cards_stay_too(qtbot: QtBot, picker: ColumnPicker) -> None:
    QTest.keyClick(picker.search, Key.Key_Down)
    QTest.keyClick(picker.search, Key.Key_Down)
    QTest.keyClick(picker.search, Key.Key_Down)
    with qtbot.waitSignal(picker.chosen) as chosen:
        QTest.keyClick(picker.search, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert chosen.args == ["", True]


def test_enter_on_nothing_does_nothing(picker: ColumnPicker) -> None:
    QTest.keyClicks(picker.search, "xyz")
    QTest.keyClick(picker.search, Key.Key_Return)
    assert picker.isVisible()

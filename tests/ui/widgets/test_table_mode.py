import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.folders import resources_folder
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.capture_line import CaptureLine
from bouwstenen_app.ui.widgets.sticky_row import StickyRow
from bouwstenen_app.ui.widgets.table_mode import TableMode

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, resources_folder(), choice="licht")


@pytest.fixture
def mode(qtbot: QtBot, theme: Theme, codebook: Codebook) -> TableMode:
    line, row, sticky = CaptureLine(), QLabel(), StickyRow(theme, codebook)
    for widget in (line, row, sticky):
        qtbot.addWidget(widget)
    line.show()
    made = TableMode(line, row, sticky)
    made.row, made.sticky, made.line = row, sticky, line  # type: ignore[attr-defined]
    return made


def press(mode: TableMode, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(mode.line, key, held)  # type: ignore[attr-defined]


def text(mode: TableMode) -> str:
    return mode.line.toPlainText()  # type: ignore[attr-defined, no-any-return]


def test_two_different_digits_are_one_number(mode: TableMode) -> None:
    press(mode, Key.Key_B, held=Ctrl)
    press(mode, Key.Key_1, Key.Key_2)
    assert text(mode) == "tafel 12: "
    assert not mode.on


def test_ctrl_b_again_leaves_it(mode: TableMode) -> None:
    press(mode, Key.Key_B, Key.Key_B, held=Ctrl)
    press(mode, Key.Key_4)
    assert text(mode) == "4"


def test_the_cursor_stays_where_it_was_in_the_text(mode: TableMode) -> None:
    mode.line.put("belt 🙂")  # type: ignore[attr-defined]
    press(mode, Key.Key_Left, Key.Key_Left)
    mode.put(4)
    press(mode, Key.Key_X)
    assert text(mode) == "tafel 4: beltx 🙂"
    mode.put(12)
    press(mode, Key.Key_Y)
    assert text(mode) == "tafel 12: beltxy 🙂"
    mode.put(0)
    assert text(mode) == "beltxy 🙂"


def test_there_is_a_hint_only_when_the_number_of_tables_is_known_and_smaller(mode: TableMode) -> None:
    assert mode.hint(9) == ""
    mode.set_tables(6)
    assert mode.hint(9) == "Deze sessie heeft 6 tafels; tafel 9 wordt gewoon bewaard."
    assert (mode.hint(6), mode.hint(0), mode.hint(None)) == ("", "", "")

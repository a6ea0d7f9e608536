import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.looking_only import LookingOnly
from bouwstenen_app.ui.widgets.growing_text import GrowingText


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(GrowingText())
    column.addWidget(QLineEdit())
    qtbot.addWidget(page)
    return page


def test_a_text_field_takes_nothing_and_says_so_while_a_search_field_goes_on(page: QWidget, qtbot: QtBot) -> None:
    text, search = page.findChild(GrowingText), page.findChild(QLineEdit)
    assert isinstance(text, GrowingText)
    assert isinstance(search, QLineEdit)
    text.setPlainText("Staat er al")
    looking = LookingOnly(page)
    with qtbot.waitSignal(looking.refused):
        QTest.keyClicks(text, "x")
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    QTest.keyClicks(search, "zoek")

    assert text.toPlainText() == "Staat er al"
    assert search.text() == "zoek"
    with qtbot.assertNotEmitted(looking.refused):
        QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(text, Qt.Key.Key_Down)
    looking.stop()


def test_after_it_was_stopped_fields_are_typed_in_again(page: QWidget) -> None:
    LookingOnly(page).stop()
    text = page.findChild(GrowingText)
    assert isinstance(text, GrowingText)
    QTest.keyClicks(text, "x")
    assert text.toPlainText() == "x"

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.widgets.tab_order import order_tabs


def pair(first: QLineEdit, second: QLineEdit) -> QWidget:
    """Return a widget that gives its focus to the first of two lines."""
    both = QWidget()
    line = QHBoxLayout(both)
    line.addWidget(first)
    line.addWidget(second)
    both.setFocusProxy(first)
    return both


def test_tab_goes_through_a_page_as_it_is_read_and_comes_back_only_at_the_end(qtbot: QtBot) -> None:
    page = QWidget()
    lines = [QLineEdit(page) for _ in range(6)]
    pairs = [pair(*lines[:2]), pair(*lines[4:])]
    column = QVBoxLayout(page)
    for widget in (pairs[0], lines[2], lines[3], pairs[1]):
        column.addWidget(widget)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    for _ in range(2):
        order_tabs(page)
        lines[0].setFocus()
        gone: list[QWidget | None] = []
        for _ in range(7):
            gone.append(QApplication.focusWidget())
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert gone == [*lines, lines[0]]

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from bouwstenen_app.ui.widgets.tab_order import by_place, go_on, in_order, order_tabs


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


class Window(QWidget):
    """Two parts of a place below each other; what is seen first came in last. A line stands beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.beside = QLineEdit(self)
        self.place = QWidget(self)
        column = QVBoxLayout(self.place)
        self.below, self.above = QWidget(self.place), QWidget(self.place)
        column.addWidget(self.above)
        column.addWidget(self.below)
        self.lines = {part: QVBoxLayout(part) for part in (self.above, self.below)}

    def add(self, part: QWidget) -> QLineEdit:
        """Add a line to a part."""
        line = QLineEdit()
        self.lines[part].addWidget(line)
        return line

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return go_on(self, self.place, lambda: by_place(self.place), forward=next)


def test_tab_goes_through_the_parts_as_they_are_read_then_through_the_window_and_back(qtbot: QtBot) -> None:
    window = Window()
    third, fourth = window.add(window.below), window.add(window.below)
    first, second = window.add(window.above), window.add(window.above)
    qtbot.addWidget(window)
    window.show()
    order = [first, second, third, fourth, window.beside]
    first.setFocus()
    for line in (*order[1:], first):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is line
    for line in reversed(order):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
        assert window.focusWidget() is line

    later = window.add(window.above)
    later.show()
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Tab)
    assert window.focusWidget() is later
    third.setEnabled(False)
    QTest.keyClick(later, Qt.Key.Key_Tab)
    assert window.focusWidget() is fourth


def test_tab_brings_what_it_comes_to_into_sight(qtbot: QtBot) -> None:
    window = Window()
    area, page = QScrollArea(), QWidget()
    column = QVBoxLayout(page)
    lines = [QLineEdit() for _ in range(40)]
    for line in lines:
        column.addWidget(line)
    area.setWidget(page)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFixedHeight(100)
    window.lines[window.above].addWidget(area)
    qtbot.addWidget(window)
    window.resize(400, 400)
    window.place.resize(300, 300)
    window.show()
    lines[0].setFocus()
    for line in lines[1:]:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is line
        assert line.visibleRegion().boundingRect().height() == line.height()
    area.verticalScrollBar().setValue(0)
    window.beside.setFocus()
    QTest.keyClick(window.beside, Qt.Key.Key_Backtab)
    assert window.focusWidget() is lines[-1]
    assert lines[-1].visibleRegion().boundingRect().height() == lines[-1].height()


def test_what_is_not_laid_out_yet_is_in_the_order_of_its_layout(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    last, third, second, first = (QLineEdit(page) for _ in range(4))
    loose = QLineEdit(page)
    row = QHBoxLayout()
    row.addWidget(second)
    row.addWidget(third)
    column = QVBoxLayout(page)
    column.addWidget(first)
    column.addLayout(row)
    column.addWidget(last)
    assert list(in_order(page)) == [page, first, second, third, last, loose]

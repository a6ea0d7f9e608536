from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.widgets.segmented import SegmentedControl

CHOICES = [("bord", "Bord"), ("lijst", "Lijst"), ("kaart", "Kaart")]


def control(qtbot: QtBot) -> SegmentedControl:
    made = SegmentedControl(CHOICES, "Vorm")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_choosing_in_code_is_silent_and_by_a_person_is_told(qtbot: QtBot) -> None:
    shape = control(qtbot)
    with qtbot.assertNotEmitted(shape.chosen):
        shape.choose("bord")
    assert shape.current == "bord"
    with qtbot.waitSignal(shape.chosen, timeout=1000) as told:
        qtbot.mouseClick(shape.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert told.args == ["lijst"]
    assert shape.current == "lijst"


def test_arrow_keys_choose_too(qtbot: QtBot) -> None:
    shape = control(qtbot)
    shape.choose("bord")
    shape.focus_current()
    with qtbot.waitSignal(shape.chosen, timeout=1000):
        qtbot.keyClick(shape.findChildren(QPushButton)[0], Qt.Key.Key_Right)
    assert shape.current == "lijst"


def test_the_words_of_a_choice_can_change(qtbot: QtBot) -> None:
    shape = control(qtbot)
    shape.set_words("lijst", "Lijst 12")
    assert shape.findChildren(QPushButton)[1].text() == "Lijst 12"
    assert shape.current == ""


def test_tab_comes_to_the_choice_that_is_on_from_both_sides(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    before, shape, after = QLineEdit(), SegmentedControl(CHOICES, "Vorm"), QLineEdit()
    for widget in (before, shape, after):
        column.addWidget(widget)
    shape.choose("lijst")
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    chosen = shape.findChildren(QPushButton)[1]
    for start, key in ((before, Qt.Key.Key_Tab), (after, Qt.Key.Key_Backtab)):
        start.setFocus()
        qtbot.keyClick(start, key)
        assert page.focusWidget() is chosen
    qtbot.keyClick(chosen, Qt.Key.Key_Right)
    assert shape.current == "kaart"
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.focusWidget() is after

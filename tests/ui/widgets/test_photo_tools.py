import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.photo_tools import PhotoLabel, PhotoTools

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window around the tools: one of their own would not become smaller than its layout."""
    window = QWidget()
    window.resize(1000, 60)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def tools(window: QWidget, theme: Theme) -> PhotoTools:
    tools = PhotoTools(theme, window)
    tools.resize(900, 40)
    window.show()
    return tools


@pytest.fixture
def label(qtbot: QtBot, theme: Theme) -> PhotoLabel:
    label = PhotoLabel(theme)
    qtbot.addWidget(label)
    label.show_photo("Flap", 3)
    label.show()
    return label


def test_where_there_is_room_everything_is_shown_and_else_what_keys_do_too_goes_first(tools: PhotoTools) -> None:
    assert tools.full.isVisible()
    assert tools.larger.isVisible()
    tools.resize(470, 40)
    assert not tools.full.isVisible()
    assert tools.larger.isVisible()
    tools.resize(240, 40)
    assert not tools.larger.isVisible()
    assert tools.bin.isVisible()
    assert tools.more.isVisible()
    tools.resize(900, 40)
    assert tools.full.isVisible()


def test_the_steps_are_offered_only_where_the_small_photos_are_not(tools: PhotoTools) -> None:
    asked: list[int] = []
    tools.step_asked.connect(asked.append)
    assert not tools.after.isVisible()
    tools.show_place(1, 3)
    assert tools.after.isVisible()
    assert not tools.before.isEnabled()
    tools.after.click()
    tools.show_place(3, 3)
    tools.before.click()

    assert not tools.after.isEnabled()
    assert asked == [1, -1]


def test_a_name_is_told_once_at_enter_or_when_the_focus_goes(label: PhotoLabel) -> None:
    names: list[str] = []
    label.renamed.connect(names.append)
    label.renamed.connect(lambda name: label.show_photo(name, 3))
    label.name.setText("Flap tafel 2 ")
    QTest.keyClick(label.name, Key.Key_Return)
    label.name.settled.emit()

    assert names == ["Flap tafel 2"]


def test_an_empty_number_is_the_session(label: PhotoLabel) -> None:
    given: list[int] = []
    label.given.connect(given.append)
    label.number.clear()
    QTest.keyClick(label.number, Key.Key_Return)

    assert given == [0]


def test_only_digits_go_in_the_number(label: PhotoLabel) -> None:
    label.number.clear()
    QTest.keyClicks(label.number, "a1-2x")

    assert label.number.text() == "12"


def test_esc_puts_back_what_was_there_and_tells_nothing(label: PhotoLabel) -> None:
    heard: list[object] = []
    label.renamed.connect(heard.append)
    label.given.connect(heard.append)
    label.name.setText("anders")
    label.number.setText("9")
    QTest.keyClick(label.name, Key.Key_Escape)
    label.name.settled.emit()
    label.number.settled.emit()

    assert (label.name.text(), label.number.text()) == ("Flap", "3")
    assert heard == []

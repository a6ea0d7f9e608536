import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.password_field import PasswordField

Mode = QLineEdit.EchoMode


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> PasswordField:
    made = PasswordField(theme, "Wachtwoord")
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_typed_is_hidden_until_one_looks(field: PasswordField, qtbot: QtBot) -> None:
    QTest.keyClicks(field.line, "geheim")
    assert field.line.echoMode() == Mode.Password
    assert field.eye.accessibleName() == "Toon: Wachtwoord"
    field.eye.click()
    assert field.line.echoMode() == Mode.Normal
    assert field.eye.accessibleName() == "Verberg: Wachtwoord"
    field.clear()
    assert field.line.echoMode() == Mode.Password
    assert field.text == ""
    assert not field.line.isUndoAvailable()


def test_the_eye_is_reached_by_tab_and_pressed_with_the_space_bar(field: PasswordField, qtbot: QtBot) -> None:
    field.line.setFocus()
    QTest.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.eye.hasFocus()
    QTest.keyClick(field.eye, Qt.Key.Key_Space)
    assert field.line.echoMode() == Mode.Normal


def test_capitals_without_shift_tell_of_caps_lock(field: PasswordField) -> None:
    QTest.keyClick(field.line, "a")
    assert field.hint == ""
    QTest.keyEvent(QTest.KeyAction.Click, field.line, "A", Qt.KeyboardModifier.ShiftModifier)
    assert field.hint == ""
    QTest.keyEvent(QTest.KeyAction.Click, field.line, "B", Qt.KeyboardModifier.NoModifier)
    assert field.hint == "Caps Lock staat aan: je typt hoofdletters."
    QTest.keyClick(field.line, Qt.Key.Key_1)
    assert field.hint != ""
    QTest.keyClick(field.line, Qt.Key.Key_CapsLock)
    assert field.hint == ""


def test_a_screen_reader_hears_the_name_and_enter_submits(field: PasswordField, qtbot: QtBot) -> None:
    assert field.line.accessibleName() == "Wachtwoord"
    assert field.label.buddy() is field.line
    with qtbot.waitSignal(field.submitted, timeout=1000):
        QTest.keyClick(field.line, Qt.Key.Key_Return)


def test_to_type_it_anew_everything_is_selected(field: PasswordField) -> None:
    QTest.keyClicks(field.line, "fout")
    field.select()
    QTest.keyClicks(field.line, "goed")
    assert field.text == "goed"

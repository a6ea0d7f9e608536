from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.places.left_key import LeftKey

Ctrl, Plain = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def _taken(field: QPlainTextEdit, key: Qt.Key, held: Qt.KeyboardModifier, text: str = "") -> bool:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held, text)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_a_field_leaves_the_key_to_its_place_and_keeps_all_others(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    field = QPlainTextEdit(place)
    assert _taken(field, Qt.Key.Key_A, Ctrl)

    left = LeftKey("Ctrl+A", place)
    field.installEventFilter(left)
    assert not _taken(field, Qt.Key.Key_A, Ctrl)
    assert _taken(field, Qt.Key.Key_C, Ctrl)
    assert _taken(field, Qt.Key.Key_A, Plain, "a")


def test_fields_are_watched_only_where_the_system_gives_the_key_a_meaning(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    field = QPlainTextEdit(place)
    LeftKey("End", place).serve(place)
    assert not _taken(field, Qt.Key.Key_End, Plain)

    LeftKey("Ctrl+A", place).serve(place)
    assert _taken(field, Qt.Key.Key_A, Ctrl)

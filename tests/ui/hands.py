"""The hands and ears of a test in a window: keys go where the focus is, and what is told is heard."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget


def focused() -> QWidget:
    """Return the widget that gets the keys."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys where the focus is, after each other."""
    for key in keys:
        QTest.keyClick(focused(), key, held)


def told(source: Any) -> list[str]:
    """Return the sentences that a place (or what acts for it) tells from now on: good news and problems."""
    sentences: list[str] = []
    source.told.connect(lambda sentence, _: sentences.append(sentence))
    source.problem_told.connect(sentences.append)
    return sentences


def labels(inside: QWidget) -> list[str]:
    """Return the texts of the labels that are in sight; a new one is there at the next turn of the event loop."""
    QApplication.processEvents()
    return [label.text() for label in inside.findChildren(QLabel) if label.isVisible()]

"""What a person does at the capture line of *Vastleggen*, wherever the focus is."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

from bouwstenen_app.ui.places.capture import CapturePlace


def typed(place: CapturePlace, text: str) -> None:
    """Type a text, key by key."""
    QTest.keyClicks(place.page.bar.line, text)


def press(place: CapturePlace, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press one key."""
    QTest.keyClick(place.page.bar.line, key, held)


def paste(place: CapturePlace, text: str) -> None:
    """Paste a text."""
    data = QMimeData()
    data.setText(text)
    place.page.bar.line.insertFromMimeData(data)

"""A key that text fields leave to their place, where the system gives it another meaning inside a field."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

TAKEN = QKeySequence.StandardKey.MoveToEndOfLine
"""On Linux Ctrl+E goes to the end of a line, on macOS too."""


class LeftKey(QObject):
    """Makes the fields of a place leave one key to it."""

    def __init__(self, key: str, parent: QObject) -> None:
        super().__init__(parent)
        self._key = QKeySequence(key)

    def serve(self, place: QWidget) -> None:
        """Watch the fields that are in the place now, if fields would take the key on this system."""
        if self._key in QKeySequence.keyBindings(TAKEN):
            for field in (*place.findChildren(QLineEdit), *place.findChildren(QPlainTextEdit)):
                field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._is_it(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _is_it(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()) == self._key

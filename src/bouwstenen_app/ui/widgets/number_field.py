"""Fields for a number and for a time of day, with room before the digits that a stylesheet cannot give them."""

from typing import Final

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QSpinBox, QTimeEdit, QWidget

ROOM: Final = 8


class NumberField(QSpinBox):
    """A whole number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _give_room(self)


class TimeField(QTimeEdit):
    """A time of day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        _give_room(self)


def _give_room(field: QAbstractSpinBox) -> None:
    line: QLineEdit | None = field.findChild(QLineEdit)
    if line is not None:
        line.setTextMargins(ROOM, 0, 0, 0)

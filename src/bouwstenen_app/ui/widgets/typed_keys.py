"""Keys that were typed before the field they are meant for was there."""

from typing import Any, Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_TYPED: Final = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class TypedKeys:
    """Keeps key presses and releases, and types them again, in order."""

    def __init__(self) -> None:
        self._kept: list[tuple[Any, ...]] = []

    def take(self, event: QEvent) -> bool:
        """Keep an event if it is a key that was pressed or released; say whether it was."""
        if not isinstance(event, QKeyEvent) or event.type() not in _TYPED:
            return False
        # What it says, not the event itself: Qt destroys that, and a clone of it too.
        self._kept.append((event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat()))
        return True

    def hand_over(self, to: QWidget) -> None:
        """Type everything into what has the focus in the window of a widget, or else into the widget."""
        kept, self._kept = self._kept, []
        for parts in kept:
            focused: QWidget | None = to.window().focusWidget()
            QApplication.sendEvent(to if focused is None else focused, QKeyEvent(*parts))

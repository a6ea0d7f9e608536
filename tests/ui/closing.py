"""How a window of a test ends: nothing in it begins any more, as its store may be closed before it is gone."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget


def stop_timers(window: QWidget) -> None:
    """Let nothing in a window begin any more."""
    for timer in window.findChildren(QTimer):
        timer.stop()

"""Where a small window opens: under a point of the screen, above it where there is no room, never off it."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

GAP, LINE = 4, 28
"""Pixels between the point and what opens under it, or above the line of text that the point is under."""


def open_under(popup: QWidget, at: QPoint) -> None:
    """Show a window that has its size already, under a point of the screen."""
    area = popup.screen().availableGeometry()
    x = max(area.left(), min(at.x(), area.right() - popup.width()))
    below = at.y() + GAP
    fits = below + popup.height() <= area.bottom()
    popup.move(x, below if fits else max(area.top(), at.y() - popup.height() - LINE))
    popup.show()

"""Importing what will be needed soon, a little at a time, so that a first visit does not wait for it."""

from collections.abc import Iterable
from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer

FIRST: Final = 2000
"""Milliseconds after the start: first the window is there for whoever wants to type."""
PAUSE: Final = 150
"""Milliseconds between two modules."""


class Warming(QObject):
    """Imports modules by name, one at a time, on the thread of the window; each takes no longer than a frame."""

    def __init__(self, names: Iterable[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = list(names)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._import)

    @property
    def left(self) -> int:
        """How many modules are still to come."""
        return len(self._names)

    def start(self, after: int = FIRST) -> None:
        """Begin after so many milliseconds; what was begun already goes on."""
        if self._names and not self._timer.isActive():
            self._timer.start(after)

    def stop(self) -> None:
        """Leave the rest to whoever needs it."""
        self._timer.stop()

    def _import(self) -> None:
        import_module(self._names.pop(0))
        if self._names:
            self._timer.start(PAUSE)

"""Building a heavy page in parts, one at each turn of the event loop: no turn takes longer than a frame."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from typing_extensions import override

_PEOPLE: Final = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)
"""What a person does: then all parts must be there first."""


class Gradually(QObject):
    """Does steps in order: ``step`` the next one, ``start`` one at each turn, ``finish`` all that are left."""

    def __init__(self, steps: Iterable[Callable[[], None]], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = list(steps)
        self._busy = False
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self.step)

    @property
    def left(self) -> int:
        """How many steps are still to come."""
        return len(self._steps)

    def watch(self, focused: QObject) -> None:
        """Finish before a key or a click gets to this widget."""
        focused.installEventFilter(self)

    def start(self) -> None:
        """Do the rest from now on, without holding anybody up."""
        if self._steps:
            self._timer.start()

    def step(self) -> bool:
        """Do the next step; return whether more are to come. A step may call ``finish``."""
        if self._steps and not self._busy:
            self._busy = True
            try:
                self._steps.pop(0)()
            finally:
                self._busy = False
        if not self._steps:
            self._timer.stop()
        return bool(self._steps)

    def finish(self) -> None:
        """Do all that is left, now: someone needs it."""
        while not self._busy and self.step():
            pass

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _PEOPLE:
            self.finish()
        if not self._steps and not self._busy:
            watched.removeEventFilter(self)
        return False

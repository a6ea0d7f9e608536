"""Nobody there: how long no key was pressed and no mouse moved, and whether the laptop slept."""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from typing_extensions import override

EVERY: Final = 10
"""Seconds between two looks at the clock."""
SLEPT: Final = 60
"""Seconds between two looks that mean that the laptop slept: nothing keeps the window busy that long."""
_TOUCHES: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
    }
)


class IdleWatch(QObject):
    """Watches the windows, not every widget in them: that costs nothing while someone types.

    ``minutes`` gives how long is too long, 0 for never; ``clock`` seconds that go on while the laptop sleeps.
    """

    rested = Signal()
    """Nobody was there for so long. Told again at every look, until someone is."""
    slept = Signal()

    def __init__(
        self, minutes: Callable[[], int], clock: Callable[[], float] = time.time, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._clock = clock
        self._touched = self._looked = clock()
        self._watched: list[QWindow] = []
        self._timer = QTimer(self, interval=EVERY * 1000)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_focus_window)
            self._on_focus_window(app.focusWindow())

    def touch(self) -> None:
        """Someone is there."""
        self._touched = self._clock()

    @property
    def still_for(self) -> float:
        """Seconds in which nobody was there."""
        return self._clock() - self._touched

    def look(self) -> None:
        """Look at the clock."""
        now, limit = self._clock(), self._minutes() * 60
        slept = now - self._looked > SLEPT
        self._looked = now
        self._touched = min(self._touched, now)  # the clock was put back: begin to count anew
        if not limit:
            return
        if slept:
            self.slept.emit()
        elif now - self._touched >= limit:
            self.rested.emit()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        for window in self._watched:
            with suppress(RuntimeError):  # it is gone already
                window.removeEventFilter(self)
        self._watched.clear()

    def _on_focus_window(self, window: QWindow | None) -> None:
        self.touch()
        if self._timer.isActive() and window is not None and window not in self._watched:
            window.installEventFilter(self)
            window.destroyed.connect(self._on_destroyed)
            self._watched.append(window)

    def _on_destroyed(self, window: QObject) -> None:
        self._watched = [one for one in self._watched if one is not window]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return False

"""Doing what will be needed soon, a little at a time and while nobody types: a first visit need not wait."""

import time
from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

Task = Callable[[], object]
"""Something that takes no longer than a frame. When it returns True it is not done, and is called again."""

FIRST: Final = 2000
"""Milliseconds after the start: first the window is there for whoever wants to type."""
PAUSE: Final = 100
"""Milliseconds between two tasks."""
QUIET: Final = 1500
"""Milliseconds without a key before the hands are taken to rest."""
_KEYS: Final = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


def importing(names: Iterable[str]) -> list[Task]:
    """Return the tasks that import modules by name."""
    return [partial(import_module, name) for name in names]


class Warming(QObject):
    """Does tasks one at a time, on the thread of the window."""

    def __init__(self, tasks: Iterable[Task] = (), parent: QObject | None = None, *, quiet: int = QUIET) -> None:
        super().__init__(parent)
        self._tasks = list(tasks)
        self._quiet = quiet
        self._last_key = 0.0
        self._app = _application()
        self._watching = False
        self._watched: QWidget | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._do)

    @property
    def left(self) -> int:
        """How many tasks are still to come."""
        return len(self._tasks)

    def add(self, tasks: Iterable[Task]) -> None:
        """Have more to do, after the rest."""
        self._tasks += tasks

    def start(self, after: int = FIRST) -> None:
        """Begin after so many milliseconds; what was begun already goes on."""
        if self._tasks and not self._timer.isActive():
            self._watch()
            self._timer.start(after)

    def stop(self) -> None:
        """Leave the rest to whoever needs it."""
        self._timer.stop()
        self._unwatch()

    def _do(self) -> None:
        rest = self._quiet - round((time.monotonic() - self._last_key) * 1000)
        if rest > 0:
            self._timer.start(rest)
            return
        if self._tasks[0]() is not True:
            self._tasks.pop(0)
        if self._tasks:
            self._timer.start(PAUSE)
        else:
            self._unwatch()

    # ------------------------------------------------------------------ whether someone types

    def _watch(self) -> None:
        """Look at the widget that has the focus, and at no other: each event of a watched widget comes by here."""
        if not self._watching:
            self._watching = True
            self._app.focusChanged.connect(self._on_focus)
            self._on_focus(None, self._app.focusWidget())

    def _unwatch(self) -> None:
        if self._watching:
            self._watching = False
            self._app.focusChanged.disconnect(self._on_focus)
            self._on_focus(None, None)

    def _on_focus(self, _: QWidget | None, focused: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = focused
        if focused is not None:
            focused.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _KEYS:
            self._last_key = time.monotonic()
        return False


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError(type(app).__name__)
    return app

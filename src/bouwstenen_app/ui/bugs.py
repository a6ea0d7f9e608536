"""What goes wrong in the program itself, on any thread: written down, and told in one dialog that stacks never."""

import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.ui.bug_reports import Reports
from bouwstenen_app.ui.dialogs.bug import BugDialog
from bouwstenen_app.ui.theme import Theme

QUIET: Final = 60.0
"""Seconds after a dialog was closed in which the next bug is told in the notice only."""


class Bugs(QObject):
    """Listens where Python leaves what nobody caught. A Problem is passed on as one, all else is a bug.

    ``keep`` keeps half-typed text and says whether it could; ``clock`` gives seconds.
    """

    problem_met = Signal(object)
    """Problem."""
    begin_again_asked = Signal()
    """Close the workspace and open it again where one was."""
    met_again = Signal()
    """Another bug, so soon after the last dialog that there is no new one."""
    _met = Signal()

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        reports: Reports,
        keep: Callable[[], bool],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._reports = reports
        self._keep = keep
        self._clock = clock
        self._dialog: BugDialog | None = None
        self._closed_at = -QUIET
        # Never at once: a bug may come in the middle of painting, and on another thread.
        self._met.connect(self._on_met, Qt.ConnectionType.QueuedConnection)
        self._hooks = self._beyond = _hooks_now()

    @property
    def dialog(self) -> BugDialog | None:
        """The dialog while it is on the screen."""
        return self._dialog

    def listen(self) -> None:
        """Begin to listen."""
        self._hooks = _hooks_now()
        outer = getattr(self._hooks[0], "__self__", None)
        # What an outer program listens for (while someone rehearses) is told here only.
        self._beyond = outer._beyond if isinstance(outer, Bugs) else self._hooks
        sys.excepthook = self.on_exception
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable

    def stop(self) -> None:
        """Leave to others again what nobody caught."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
        if self._dialog is not None:
            self._dialog.reject()

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Meet what nobody caught."""
        if isinstance(error, Problem):
            self.problem_met.emit(error)
            return
        if not issubclass(kind, Exception):
            self._beyond[0](kind, error, trace)
            return
        self._reports.write(kind, error, trace)
        self._met.emit()
        # The hook of Python itself would print the message, and with it words of the user.
        if self._beyond[0] is not sys.__excepthook__:
            self._beyond[0](kind, error, trace)

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if isinstance(args.exc_value, Problem):
            self.problem_met.emit(args.exc_value)
            return
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self._reports.write(args.exc_type, args.exc_value, args.exc_traceback)
            self._met.emit()
        if self._beyond[1] is not threading.__excepthook__:
            self._beyond[1](args)

    def _on_unraisable(self, args: "sys.UnraisableHookArgs") -> None:
        """Write down what went wrong while something was put away: nobody's work waits for it."""
        self._reports.write(args.exc_type, args.exc_value, args.exc_traceback)
        if self._beyond[2] is not sys.__unraisablehook__:
            self._beyond[2](args)

    def _on_met(self) -> None:
        kept = self._keep()
        if self._dialog is not None:
            return
        if self._clock() - self._closed_at < QUIET:
            self.met_again.emit()
            return
        self._dialog = BugDialog(self._theme, self._reports.path, kept=kept, parent=self._window.window())
        self._dialog.begin_again_asked.connect(self.begin_again_asked)
        self._dialog.finished.connect(self._on_closed)
        self._dialog.open()

    def _on_closed(self) -> None:
        self._dialog = None
        self._closed_at = self._clock()


def _hooks_now() -> tuple[Any, Any, Any]:
    return sys.excepthook, threading.excepthook, sys.unraisablehook

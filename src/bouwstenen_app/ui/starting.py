"""What goes wrong before the program is there: written down, told in a plain box, and after that it ends."""

import sys
import threading
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.ui.bug_reports import Reports

STOPPED: Final = 1
"""Exit code of a program that could not begin."""


class AtStart(QObject):
    """Listens from the first moment, until the program itself does. ``over`` is for when that listens."""

    _met = Signal(str)

    def __init__(self, app: QApplication, reports: Reports) -> None:
        super().__init__()
        self._app = app
        self._reports = reports
        self._over = False
        self._told = ""
        self._box: QDialog | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)  # never in the middle of painting
        self._soon.timeout.connect(self._show)
        self._met.connect(self._on_met)
        self._hooks = sys.excepthook, threading.excepthook
        sys.excepthook = self.on_exception
        threading.excepthook = self._on_thread

    @property
    def box(self) -> QDialog | None:
        """What is on the screen, None while nothing went wrong."""
        return self._box

    def over(self) -> None:
        """The program is there."""
        self._over = True

    def stop(self) -> None:
        """Leave to others again what nobody caught."""
        sys.excepthook, threading.excepthook = self._hooks

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Meet what nobody caught."""
        if not self._over and issubclass(kind, Exception):
            self._meet(kind, error, trace)
        if self._hooks[0] is not sys.__excepthook__ or not issubclass(kind, Exception):
            self._hooks[0](kind, error, trace)

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if not self._over and args.exc_value is not None and issubclass(args.exc_type, Exception):
            self._meet(args.exc_type, args.exc_value, args.exc_traceback)
        if self._hooks[1] is not threading.__excepthook__:
            self._hooks[1](args)

    def _meet(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Problem):
            self._met.emit(str(error))
            return
        self._reports.write(kind, error, trace)
        told = self.tr(
            "Bouwstenen kon niet beginnen: er ging iets mis in het programma zelf. Aan je werkmap is niets "
            "veranderd. Het verslag staat in {log}; er staat niets in van wat jij hebt getypt."
        )
        self._met.emit(told.format(log=self._reports.path))

    def _on_met(self, told: str) -> None:
        if not self._told:
            self._told = told
            self._soon.start()

    def _show(self) -> None:
        from PySide6.QtCore import Qt  # slow, and the first paint waits for it
        from PySide6.QtWidgets import QMessageBox

        box = self._box = QMessageBox(self._app.activeWindow())
        box.setWindowTitle(self.tr("Bouwstenen"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self._told)
        if self._reports.path.exists():
            show = box.addButton(self.tr("Verslag tonen"), QMessageBox.ButtonRole.ActionRole)
            show.clicked.connect(self._on_show)
        box.addButton(self.tr("Sluiten"), QMessageBox.ButtonRole.RejectRole)
        box.finished.connect(lambda _: self._app.exit(STOPPED))
        box.open()

    def _on_show(self) -> None:
        from bouwstenen_app.ui.showing_folders import show_folder

        show_folder(self._reports.path.parent)

"""Builds the program and ties its parts together; alone knows all floors.

Only Qt is imported here: the window is painted first, everything heavy comes after that (``program``).
"""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from bouwstenen_app.folders import config_folder, resources_folder
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.windows.main import MainWindow

MARKS = "BOUWSTENEN_MARKS"
"""Environment variable: print when the window is painted and when the line is ready, and stop there."""


def run(file: str | None) -> int:
    """Open the window, on a file when one is given, and return when it is closed."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("Bouwstenen")
    app.setDesktopFileName("bouwstenen")
    settings = Settings(config_folder() / "bouwstenen.ini")
    theme = Theme(app, resources_folder(), choice=settings.theme, percent=settings.text_percent)
    window = MainWindow(theme, settings)
    start = Start(window, theme, settings, Path(file) if file else None)
    window.painted.connect(start.after_first_paint)
    window.show()
    code = app.exec()
    start.end()
    return code


class Start(QObject):
    """From a painted window to a working program."""

    ready = Signal()
    """The program can be worked with, or shows the welcome page."""

    def __init__(self, window: MainWindow, theme: Theme, settings: Settings, file: Path | None) -> None:
        super().__init__()
        self._window = window
        self._theme = theme
        self._settings = settings
        self._file = file
        self._end = lambda: None

    def after_first_paint(self) -> None:
        """Import what is heavy, and open the workspace."""
        mark("painted")
        from bouwstenen_app.program import Program

        program = Program(self._window, self._theme, self._settings)
        self._end = program.close
        program.begin(self._file)
        mark("ready")
        self.ready.emit()
        if os.environ.get(MARKS):
            QTimer.singleShot(0, self._window.close)

    def end(self) -> None:
        """Close what is open."""
        self._end()


def mark(name: str) -> None:
    """Print the time since the start of the process when someone measures, in seconds since the epoch."""
    if os.environ.get(MARKS):
        sys.stdout.write(f"{name} {time.time():.6f}\n")
        sys.stdout.flush()

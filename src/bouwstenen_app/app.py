"""Builds the program and ties its parts together; alone knows all floors.

The window is painted first, with as few imports as that takes (see ``FirstWindow``); then comes the rest of the
window, and after that everything heavy (``program``).
"""

import importlib
import os
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from bouwstenen_app.crash_reports import STOPPED, CrashReports, Watch
from bouwstenen_app.folders import config_folder, data_folder, resources_folder
from bouwstenen_app.ui.icons import Icons
from bouwstenen_app.ui.look import chosen_look
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.starting import AtStart
from bouwstenen_app.ui.windows.first import FirstWindow

MARKS = "BOUWSTENEN_MARKS"
"""Environment variable: print when the window is painted and when the line is ready, and stop there."""

HEAVY = (
    "sqlalchemy",
    "sqlalchemy.orm",
    "bouwstenen_app.storage.opening",
    "bouwstenen_app.services.backups",
    "bouwstenen_app.services.examples",
    "bouwstenen_app.services.retyping",
    "bouwstenen_app.services.first_looks",
)
"""What takes long to import and has no Qt in it."""


def run(file: str | None) -> int:
    """Open the window, on a file when one is given, and return when it is closed."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("Bouwstenen")
    app.setDesktopFileName("bouwstenen")
    reports = CrashReports(data_folder())
    watch = Watch(data_folder(), f"{time.time_ns()}-{os.getpid()}")
    at_start = AtStart(app, reports)
    settings = Settings(config_folder() / "bouwstenen.ini")
    resources = resources_folder()
    system_dark = app.palette().color(QPalette.ColorRole.Window).lightness() < 128
    # Whether the laptop asks for much contrast costs the enumerations of Qt, 25 ms: the theme asks it after this.
    look = chosen_look(resources, settings.theme, settings.text_percent, system_dark=system_dark)
    window = FirstWindow(look, Icons(resources / "icons"), settings)
    start = Start(app, window, settings, Path(file) if file else None)
    start.listening.connect(at_start.over)
    start.working.connect(lambda: _tell_of_ends(start, watch, reports))
    window.painted.connect(start.on_painted)
    window.show()
    code = app.exec()
    try:
        start.end()
    except Exception as error:  # the work is on disk: there is nothing left to tell a person
        reports.write(type(error), error, error.__traceback__)
    at_start.stop()
    watch.end()
    return code


def _tell_of_ends(start: "Start", watch: Watch, reports: CrashReports) -> None:
    """Say calmly of programs that stopped without goodbye that the work is there."""
    ends = watch.hold()
    for said in ends:
        reports.add(f"{STOPPED}\n{said}")
    if ends:
        start.tell_of_ends(reports.path if any(ends) else None)


class Start(QObject):
    """From a painted window to a working program."""

    ready = Signal()
    """The program can be worked with, or shows the welcome page."""
    listening = Signal()
    """The program itself listens from here on to what nobody caught."""
    working = Signal()
    """The workspace is open, or the welcome page is there."""

    def __init__(self, app: QApplication, first: FirstWindow, settings: Settings, file: Path | None) -> None:
        super().__init__()
        self._app = app
        self._first = first
        self._settings = settings
        self._file = file
        self._early: QObject | None = None
        self._imports = Imports(self)
        self._end: Callable[[], None] = _nothing

    def on_painted(self) -> None:
        """Build the real content of the window, and let it be painted before anything heavy."""
        mark("painted")
        from bouwstenen_app.ui.theme import Theme
        from bouwstenen_app.ui.windows.main import MainWindow

        settings = self._settings
        self._theme = Theme(self._app, resources_folder(), choice=settings.theme, percent=settings.text_percent)
        self._window = MainWindow(self._theme)
        self._first.setWindowIcon(self._theme.app_icon())
        self._first.closed.connect(self._window.closed)
        self._first.settle(self._window)
        mark("complete")
        QTimer.singleShot(0, self.after_first_paint)

    def after_first_paint(self) -> None:
        """Show the workspace as it was left, if that is known, and import what is heavy beside it."""
        from bouwstenen_app.storage.own_folder import is_there

        self._file = self._file or next(
            (path for path in self._settings.recent if is_there(data_folder(), path)), None
        )
        if self._file is not None:
            self._early = self._asked_early(self._file) or self._shown_early(self._file)
        if self._early is None:
            self._work()
            self._on_ready()
            return
        self._on_ready()
        self._imports.done.connect(self._work)
        self._imports.start()

    def _asked_early(self, file: Path) -> QObject | None:
        """Ask for the password of a protected file, of which nothing can be shown."""
        from bouwstenen_app.storage.keys import salt_of
        from bouwstenen_app.storage.own_folder import actual_file

        try:
            salt = salt_of(actual_file(data_folder(), file))
        except OSError:
            return None
        if salt is None:
            return None
        from bouwstenen_app.ui.windows.unlock import UnlockPage

        page = UnlockPage(self._theme)
        page.begin(file)
        page.can_leave(False)
        if self._settings.keeps_key(salt.hex()):
            page.look_up()
        self._window.show_page(page)
        page.activated()
        self._window.hand_over_typed(page)
        return page

    def _shown_early(self, file: Path) -> QObject | None:
        # Nothing of this is imported for the first paint, and no SQLAlchemy for this.
        from bouwstenen_app.domain import first_look
        from bouwstenen_app.storage import own_folder, peek

        # A working copy that was left is newer than the file; what is in it has to be looked at first.
        left = own_folder.working_file(data_folder(), file).is_file()
        seen = None if left else peek.glance(file)
        look = first_look.read(seen.first_look) if seen else None
        if seen is None or look is None or look.step != seen.step:
            return None
        from bouwstenen_app.ui.places.early_page import EarlyPage
        from bouwstenen_app.ui.widgets.workshop_words import who_is_there

        early = EarlyPage(self._theme, look, seen.remembered)
        self._window.show_early("capture", early.page, look.workshop.title, who_is_there(look.workshop))
        return early

    def _work(self) -> None:
        from bouwstenen_app.program import Program
        from bouwstenen_app.rehearsal import Rehearsals
        from bouwstenen_app.ui.places.early_page import EarlyPage
        from bouwstenen_app.ui.windows.unlock import UnlockPage

        program = Program(self._window, self._theme, self._settings)
        self.listening.emit()
        self._end = Rehearsals(self._first, self._window, self._theme, self._settings, program).close
        early = self._early
        program.begin(self._file, early if isinstance(early, (EarlyPage, UnlockPage)) else None)
        self.working.emit()
        mark("working")
        if os.environ.get(MARKS):
            QTimer.singleShot(0, self._first.close)

    def _on_ready(self) -> None:
        mark("ready")
        self.ready.emit()

    def tell_of_ends(self, log: Path | None) -> None:
        """Say that the program stopped unexpectedly the last time; with a report if a hard crash left one."""
        from bouwstenen_app.ui.showing_folders import show_folder

        notice = self._window.notice
        told = self.tr(
            "Bouwstenen is de vorige keer onverwacht gestopt. Je werk staat er nog, ook wat je aan het typen was."
        )
        if not notice.text:
            notice.offer(told, self.tr("Verslag tonen"), partial(show_folder, log.parent) if log else None)

    def end(self) -> None:
        """Close what is open."""
        self._end()


class Imports(QObject):
    """Imports what is heavy on another thread, while the line can be typed in already."""

    done = Signal()

    def start(self) -> None:
        """Begin; ``done`` comes when all of it is there."""
        threading.Thread(target=self._run, name="imports", daemon=True).start()

    def _run(self) -> None:
        for name in HEAVY:
            importlib.import_module(name)
        self.done.emit()


def _nothing() -> None:
    """Nothing is open yet."""


def mark(name: str) -> None:
    """Print the time since the start of the process when someone measures, in seconds since the epoch."""
    if os.environ.get(MARKS):
        sys.stdout.write(f"{name} {time.time():.6f}\n")
        sys.stdout.flush()

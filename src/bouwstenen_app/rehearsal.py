"""Oefenmodus: a copy of the open workspace to rehearse in, of which nothing stays.

A rehearsal is a second ``Program`` in the same window, on a copy, with a data folder and settings of its own. The
program itself waits meanwhile, out of sight and with its file open, so that it goes on exactly as it was.
"""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QMainWindow, QWidget

from bouwstenen_app.crash_reports import LOG
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.program import Program
from bouwstenen_app.storage.keys import Keys
from bouwstenen_app.storage.opening import SUFFIX
from bouwstenen_app.storage.scratch import Scratch, sweep
from bouwstenen_app.surroundings import format_folders, surroundings
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.rehearsal_band import RehearsalPage
from bouwstenen_app.ui.windows.main import MainWindow
from bouwstenen_app.ui.windows.main_keys import REHEARSAL_KEY

FOLDER: Final = "oefenen"
"""In the user's own folder: the copies, while they are there."""
OWN: Final = "eigen"
"""Beside a copy: what the program keeps for itself while someone rehearses."""
LONG: Final = 500
"""Milliseconds after which is said that the copy is being made."""
_COPYING: Final = "Kopie maken"


class Rehearsals(QObject):
    """Begins a rehearsal when the window asks for one, and ends it; sweeps what a crash left of earlier ones."""

    def __init__(
        self, frame: QMainWindow, window: MainWindow, theme: Theme, settings: Settings, program: Program
    ) -> None:
        super().__init__()
        self._frame = frame
        self._window = window
        self._theme = theme
        self._settings = settings
        self._program = program
        self._around = program.around
        self._jobs = Jobs(self)
        self._scratch: Scratch | None = None
        self._workshop = ""
        self._under_way: _Rehearsal | None = None
        self._ended: list[Program] = []
        """They stay: signals of their jobs may still be on their way."""
        self._title = ""
        self._focus: QWidget | None = None
        self._long = QTimer(self, singleShot=True, interval=LONG)
        self._long.timeout.connect(self._on_long)
        self._stop = QTimer(self, singleShot=True, interval=0)
        self._stop.timeout.connect(self.end)
        self._lock = QTimer(self, singleShot=True, interval=0)
        self._lock.timeout.connect(program.protecting.lock_now)
        program.protecting.locking.connect(self.end)
        window.rehearsal_asked.connect(self.begin)
        sweep(self._around.data / FOLDER)

    @property
    def program(self) -> Program | None:
        """The program of the rehearsal that is under way."""
        return self._under_way.program if self._under_way else None

    def begin(self, workshop: str = "") -> None:
        """Copy the open workspace and rehearse in the copy, in this session if there is one."""
        if self._scratch is not None or not self._program.has_workspace:
            return
        desk = self._program.desk
        try:
            self._scratch = scratch = Scratch(self._around.data / FOLDER, self._around.new_id())
        except Problem as problem:
            self._window.tell_problem(str(problem))
            return
        self._workshop = workshop
        copy = scratch.folder / f"{desk.path.stem}{SUFFIX}"
        job = self._jobs.start(self.tr("Oefenkopie"), lambda: _copied(desk, copy))
        job.finished.connect(self._on_copied)
        job.failed.connect(self._on_failed)
        job.crashed.connect(self._on_crashed)
        self._long.start()

    def end(self) -> None:
        """Throw the rehearsal away and go on in the workspace, if there is a rehearsal."""
        rehearsal, self._under_way = self._under_way, None
        if rehearsal is not None:
            self._put_back()
            rehearsal.close()
            self._ended.append(rehearsal.program)
            self._keep_log()
        self._forget()

    def close(self) -> None:
        """End the rehearsal and close the program."""
        self._jobs.cancel_all()
        self.end()
        self._program.close()

    def _on_copied(self) -> None:
        self._long.stop()
        if self._scratch is None:
            return
        settings, formats = self._settings.path, format_folders(self._around.data).own
        with suppress(OSError):  # without them it rehearses with the usual look and formats
            shutil.copy(settings, self._scratch.folder / settings.name)
            if formats.is_dir():
                shutil.copytree(formats, format_folders(self._scratch.folder / OWN).own)
        try:
            self._under_way = _Rehearsal(self._theme, self._scratch.folder, settings.name, self._around.keys)
        except Problem as problem:
            self._on_failed(problem)
            return
        self._under_way.page.stop_asked.connect(self._stop.start)
        self._under_way.window.rehearsal_asked.connect(self._stop.start)
        self._under_way.window.lock_asked.connect(self._on_lock_asked)
        self._come_to_the_front(self._under_way)

    def _come_to_the_front(self, rehearsal: "_Rehearsal") -> None:
        self._title = self._frame.windowTitle()
        self._focus = self._frame.focusWidget()
        self._window.notice.hide()  # what it said is over when the window comes back
        self._frame.takeCentralWidget()
        self._window.hide()
        self._frame.setCentralWidget(rehearsal.page)
        rehearsal.begin(self._scratch.folder if self._scratch else Path(), self._workshop)
        self._frame.setWindowTitle(self.tr("{title} (oefenen)").format(title=self._title))

    def _on_lock_asked(self) -> None:
        """Lock the workspace itself, if it can be; the rehearsal is over then."""
        if self._program.has_workspace and self._program.desk.protected:
            self._lock.start()
        elif self._under_way is not None:
            self._under_way.window.tell(self.tr("Deze werkmap heeft geen wachtwoord en kan dus niet op slot."))

    def _put_back(self) -> None:
        self._frame.takeCentralWidget()
        self._frame.setCentralWidget(self._window)
        self._window.show()
        self._frame.setWindowTitle(self._title)
        self._theme.choose(self._settings.theme)
        self._theme.scale_to(self._settings.text_percent)
        if self._focus is not None:
            self._focus.setFocus()

    def _on_failed(self, problem: Problem) -> None:
        self._forget()
        self._window.tell_problem(str(problem))

    def _on_crashed(self, error: Exception) -> None:
        self._forget()
        raise error

    def _forget(self) -> None:
        self._long.stop()
        scratch, self._scratch = self._scratch, None
        if scratch is not None:
            scratch.remove()

    def _keep_log(self) -> None:
        """A bug of ours is written down, also when it showed in a rehearsal; there is no text of the user in it."""
        log = self._scratch.folder / OWN / LOG if self._scratch else Path()
        if log.is_file():
            with (self._around.data / LOG).open("a", encoding="utf-8") as file:
                file.write(log.read_text(encoding="utf-8"))

    def _on_long(self) -> None:
        self._window.tell(self.tr("De kopie om in te oefenen wordt gemaakt…"))


class _Rehearsal:
    """A program on a copy, under its band."""

    def __init__(self, theme: Theme, folder: Path, settings: str, keys: Keys) -> None:
        self.window = MainWindow(theme, rehearsing=True)
        self.page = RehearsalPage(theme, self.window, REHEARSAL_KEY)
        own = Settings(folder / settings)
        around = replace(surroundings(folder / OWN), keys=keys)
        self.program = Program(self.window, theme, own, around, rehearsing=True)

    def begin(self, folder: Path, workshop: str) -> None:
        self.page.show()
        self.program.begin(next(folder.glob(f"*{SUFFIX}")))
        if workshop and self.program.has_workspace:
            self.program.open_workshop(workshop)

    def close(self) -> None:
        """Close the copy, and let nothing of the window be left to write in it."""
        self.page.hide()
        self.program.close()
        self.page.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _copied(desk: Desk, copy: Path) -> Iterator[Progress]:
    yield Progress(0, 1, _COPYING)
    desk.copy_to(copy, passing=True)
    yield Progress(1, 1, _COPYING)

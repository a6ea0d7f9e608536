"""Locking: the workspace closes, its keys are forgotten and the room sees nothing, until the password is given."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from bouwstenen_app.domain import audit
from bouwstenen_app.storage.keys import Keys
from bouwstenen_app.ui.gate import Gate
from bouwstenen_app.ui.host import Host, Left
from bouwstenen_app.ui.idle import IdleWatch
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.windows.main import MainWindow
from bouwstenen_app.ui.windows.main_keys import LOCK_KEY
from bouwstenen_app.ui.windows.rescue import keep_again, unwritten_in

AGAIN: Final = 50
"""Milliseconds until it is looked again whether everything is quiet."""


class Locking(QObject):
    """By hand at once; by itself after a while without anybody, and when the laptop slept."""

    begun = Signal()
    """It locks now: what is beside the workspace, a rehearsal, is to end."""

    def __init__(
        self,
        host: Host,
        gate: Gate,
        window: MainWindow,
        theme: Theme,
        settings: Settings,
        jobs: Jobs,
        keys: Keys,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(jobs)
        self._host = host
        self._gate = gate
        self._window = window
        self._theme = theme
        self._settings = settings
        self._jobs = jobs
        self._keys = keys
        self._left: Left | None = None
        self._covers: list[QWidget] = []
        self._copied = False
        """Something was put on the clipboard while one of our windows had the keyboard."""
        self.is_locked = False
        self.watch = IdleWatch(self._minutes, clock, self)
        self.watch.rested.connect(self._on_rested)
        self.watch.slept.connect(self.lock)
        self._quiet = QTimer(self, interval=AGAIN)
        self._quiet.timeout.connect(self._close_when_quiet)
        if isinstance(app := QGuiApplication.instance(), QGuiApplication):
            app.focusWindowChanged.connect(self._serve_dialog)
            app.clipboard().dataChanged.connect(self._on_copied)

    def lock(self) -> None:
        """Lock the open workspace, if it has a password; what is being written is finished behind the page."""
        if self.is_locked or not self._is_protected or not all_is_kept(self._host, self._window):
            return
        self.is_locked = True
        self.begun.emit()
        self._cover_beamers()
        self._gate.cover(self._host.desk.path)
        self._window.notice.hide()
        self._window.window().setWindowTitle(self.tr("Bouwstenen (vergrendeld)"))
        if self._copied or QGuiApplication.clipboard().ownsClipboard():
            QGuiApplication.clipboard().clear()
        self._quiet.start()
        self._close_when_quiet()

    def forget(self) -> None:
        """Another workspace is open, or none: nothing is locked any more."""
        self._quiet.stop()
        self.is_locked, self._left = False, None
        self._uncover_beamers()

    def stop(self) -> None:
        """Watch no longer: the program ends."""
        self.forget()
        self.watch.stop()

    @property
    def _is_protected(self) -> bool:
        return self._host.has_workspace and self._host.desk.protected and not self._host.desk.rehearsing

    def _minutes(self) -> int:
        return self._settings.lock_after if self._is_protected and not self.is_locked else 0

    def _on_rested(self) -> None:
        if not (self._jobs.busy() or _room_is_watching()):  # it is looked again soon
            self.lock()

    def _close_when_quiet(self) -> None:
        if _closed_dialogs() or QApplication.activeModalWidget() is not None or self._jobs.busy():
            return  # what waited for the answer of a dialog goes on first, in a workspace that is still there
        self._quiet.stop()
        if self._host.has_workspace:
            self._host.desk.note(audit.LOCKED)
        self._left = self._host.put_away()
        self._keys.forget()
        self._window.header.set_title("")
        self._window.header.set_undo(None)
        self._window.header.set_redo(None)
        self._window.header.search.forget()
        if self._left is not None:
            self._gate.ask(self._left.path, self._on_unlocked, locked=True)

    def _on_unlocked(self) -> None:
        left, self._left = self._left, None
        self.is_locked = False
        if left is not None:
            self._host.take_up(replace(left, act=audit.UNLOCKED))
        self._uncover_beamers()
        self.watch.touch()

    def _on_copied(self) -> None:
        self._copied = QGuiApplication.focusWindow() is not None

    def _serve_dialog(self) -> None:
        # The keys of the main window do not work while a dialog is open.
        dialog = QApplication.activeModalWidget()
        if dialog is not None and self._is_protected and dialog.findChild(QShortcut, LOCK_KEY) is None:
            shortcut = QShortcut(QKeySequence(LOCK_KEY), dialog, self.lock, autoRepeat=False)
            shortcut.setObjectName(LOCK_KEY)

    def _cover_beamers(self) -> None:
        """Put something empty before what the room sees, in the same place, until it is unlocked."""
        from bouwstenen_app.ui.widgets.beamer_canvas import BeamerCanvas  # nothing of the beamer is needed before
        from bouwstenen_app.ui.windows.beamer import BeamerWindow

        for shown in QApplication.topLevelWidgets():
            if isinstance(shown, BeamerWindow) and shown.isVisible():
                canvas = BeamerCanvas(self._theme)
                canvas.blank(on=True)
                cover = BeamerWindow(canvas, self._settings, self._window)
                if shown.isFullScreen():
                    cover.fill(shown.screen())
                else:
                    cover.setGeometry(shown.geometry())
                    cover.show()
                cover.raise_()
                self._covers.append(cover)

    def _uncover_beamers(self) -> None:
        covers, self._covers = self._covers, []
        for cover in covers:
            cover.hide()
            cover.deleteLater()


def _room_is_watching() -> bool:
    """Say whether a beamer shows something: who leads a talk beside it does not touch the laptop for long."""
    from bouwstenen_app.ui.windows.beamer import BeamerWindow

    beamers = (one for one in QApplication.topLevelWidgets() if isinstance(one, BeamerWindow))
    return any(beamer.isVisible() and not beamer.canvas.blanked for beamer in beamers)


def all_is_kept(host: Host, window: MainWindow) -> bool:
    """Keep what is half-typed before the workspace closes; say so when it cannot be kept."""
    host.keep_typed()
    keep_again(host.desk)
    unkept = host.desk.unkept or unwritten_in(window)
    if not unkept or host.desk.is_merging:  # it closes after that, and keeps it then
        return True
    window.tell_problem(
        QCoreApplication.translate(
            "Locking",
            "De werkmap blijft open: er staat nog tekst op het scherm die niet op schijf kon. Maak ruimte op de "
            "schijf, of sla de werkmap ergens anders op.",
        )
    )
    return False


def _closed_dialogs() -> bool:
    """Close what lies over the window; say whether there was anything."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    for dialog in dialogs:
        dialog.reject()
    return popup is not None or bool(dialogs)

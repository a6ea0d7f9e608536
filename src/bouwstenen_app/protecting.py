"""What the program has for passwords: the gate, the lock, another password, a new workspace with one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from bouwstenen_app.folders import word_list
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.ui.gate import Gate
from bouwstenen_app.ui.host import Host, Make
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.locking import Locking
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.windows.main import MainWindow
from bouwstenen_app.ui.windows.unlock import UnlockPage


class Protecting(QObject):
    """Ties them to the program that they serve."""

    locking = Signal()
    """The workspace is locked now: a rehearsal is to end."""
    settings_asked = Signal()
    mend_asked = Signal(object, bool)
    """Path of a file that is damaged, and whether that is sure."""

    def __init__(
        self,
        host: Host,
        window: MainWindow,
        theme: Theme,
        settings: Settings,
        around: Surroundings,
        jobs: Jobs,
    ) -> None:
        super().__init__(jobs)
        self._host = host
        self._window = window
        self._theme = theme
        self._settings = settings
        self._around = around
        self._jobs = jobs
        self._rekeying: Callable[[Key | None], None] | None = None
        self.gate = Gate(window, theme, settings, around, jobs)
        self.lock = Locking(host, self.gate, window, theme, settings, jobs, around.keys)
        self.gate.left.connect(self._on_left)
        self.gate.damaged.connect(self._on_damaged)
        self.lock.begun.connect(self.locking)

    def used(self) -> None:
        """Another workspace is open now: nothing of the one before is locked any more."""
        if self.lock.is_locked:
            self.lock.forget()

    def secure(self, key: Key | None) -> None:
        """Give the open workspace another key; None for no password."""
        from bouwstenen_app.ui.rekeying import Rekeying  # rarely needed

        if self._rekeying is None:
            made = Rekeying(self._host, self._window, self._theme, self._settings, self._around, self._jobs)
            made.sheet_asked.connect(self.show_sheet)
            self._rekeying = made.secure
        self._rekeying(key)

    def take_over(self, page: UnlockPage) -> None:
        """Go on with the page that was shown before the program was there."""
        self.gate.take_over(page)

    def ask(self, path: Path, then: Callable[[], None], called: str = "") -> None:
        """Ask for the password of a file, and do what comes then; ``called``: what that file is."""
        back = self._host.desk.path.stem if self._host.has_workspace else ""
        self.gate.ask(path, then, back=back, called=called)

    def new(self, path: Path, make: Make) -> None:
        """Ask for the password of a new workspace, and make it."""
        from bouwstenen_app.ui.creating import Creating  # rarely needed

        Creating(self._window, self._theme, self._jobs, word_list()).ask(path, make)

    def made(self) -> None:
        """A workspace was made with a password: offer its recovery sheet."""
        told = self.tr(
            "De werkmap is beveiligd. Maak een herstelblad: daarmee kom je erin als je het wachtwoord kwijt bent."
        )
        self._window.notice.offer(told, self.tr("Herstelblad…"), self.show_sheet)

    def lock_now(self) -> None:
        """Lock the workspace; one without a password says how to give it one."""
        if self._host.has_workspace and not self._host.desk.protected and not self.lock.is_locked:
            told = self.tr(
                "Deze werkmap heeft geen wachtwoord en kan dus niet op slot. Bij Instellingen kies je er een."
            )
            self._window.notice.offer(told, self.tr("Naar Instellingen"), self.settings_asked.emit)
        else:
            self.lock.lock()

    def show_sheet(self) -> None:
        """Offer the recovery sheet of the open workspace."""
        from bouwstenen_app.ui.showing_sheets import show_sheet  # rarely needed

        if self._host.has_workspace and self._host.desk.protected:
            show_sheet(self._host.desk, self._theme, self._window)

    def stop(self) -> None:
        """The program ends."""
        self.lock.stop()

    def _on_damaged(self, path: Path, sure: bool) -> None:
        if not self._host.has_workspace:
            self.lock.forget()
        self.mend_asked.emit(path, sure)

    def _on_left(self) -> None:
        if self._host.has_workspace:
            self._window.show_places()
        else:
            self.lock.forget()
            self._host.welcome()

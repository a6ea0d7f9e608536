"""The gate before a protected workspace: its page, the work of a password, and what the laptop remembers."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import backups, keyrings, unlocking
from bouwstenen_app.storage.failures import Damaged
from bouwstenen_app.storage.keys import WrongKey, salt_of
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.ui.jobs import Job, Jobs
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.windows.main import MainWindow
from bouwstenen_app.ui.windows.unlock import Given, UnlockPage


class Gate(QObject):
    """Asks until the key of a file is known, and then does what waits behind it."""

    left = Signal()
    """Not this file after all."""
    damaged = Signal(object, bool)
    """Path of a file that is damaged, and whether that is sure: else it can be another password as well."""

    def __init__(
        self, window: MainWindow, theme: Theme, settings: Settings, around: Surroundings, jobs: Jobs
    ) -> None:
        super().__init__(jobs)
        self._window = window
        self._theme = theme
        self._settings = settings
        self._around = around
        self._jobs = jobs
        self._page: UnlockPage | None = None
        self._is_early = False
        self._path = Path()
        self._then: Callable[[], None] = _nothing
        self._given: Given | None = None
        self._found: list[bool] = []
        self._salt = ""

    @property
    def page(self) -> UnlockPage:
        """Its page, made when it is first needed."""
        if self._page is None:
            self._adopt(UnlockPage(self._theme))
        assert self._page is not None
        return self._page

    def take_over(self, page: UnlockPage) -> None:
        """Go on with a page that is there already, for the file that will be asked for first."""
        self._adopt(page)
        self._is_early = True

    def cover(self, path: Path) -> None:
        """Stand before a workspace that is about to close."""
        self.page.begin(path, locked=True)
        self.page.can_leave(False)
        self.page.busy(self.tr("Bouwstenen maakt eerst af waar het mee bezig was…"))
        self._window.show_page(self.page)

    def ask(
        self, path: Path, then: Callable[[], None], *, locked: bool = False, back: str = "", called: str = ""
    ) -> None:
        """Ask for the password of a file; ``then`` comes after it.

        ``back``: the workspace that is open now. ``called``: what the file is, where its name does not say it.
        """
        page = self.page
        self._path, self._then = path, then
        early, self._is_early = self._is_early, False
        if not early:
            page.begin(path, locked=locked, back=back, called=called)
            self._window.show_page(page)
            page.activated()
            self._window.hand_over_typed(page)
        page.can_leave(True)
        self._salt = _salt(self._around.file(path))
        if page.typed is not None:
            self._on_given()
        elif not locked and self._settings.keeps_key(self._salt):
            self._look_up()
        elif seconds := unlocking.wait_for(path, self._around):
            page.refuse(self.tr("Het wachtwoord was net een paar keer fout."), seconds)

    def _adopt(self, page: UnlockPage) -> None:
        self._page = page
        page.given.connect(self._on_given)
        page.left.connect(self._on_left)
        page.mend_asked.connect(lambda: self._on_damaged(sure=False))

    def _on_given(self) -> None:
        given = self.page.take()
        if given is None or self._then is _nothing:
            self.page.typed = given  # nobody asks for it yet
            return
        self._given = given
        path, around, what = self._path, self._around, self.tr("Werkmap openen")
        self._found = kept = []

        def work() -> Iterator[Progress]:
            yield Progress(0, 0, what)
            key = (unlocking.recover if given.is_code else unlocking.unlock)(path, given.text, around)
            if given.keep:
                kept.append(keyrings.remember(key))

        job = self._start(what, work)
        job.finished.connect(self._on_unlocked)
        job.failed.connect(self._on_refused)

    def _look_up(self) -> None:
        path, around, what = self._path, self._around, self.tr("Sleutelring van de laptop")
        self._found = found = []

        def work() -> Iterator[Progress]:
            yield Progress(0, 0, what)
            found.append(keyrings.recall(path, around))

        self.page.look_up()
        job = self._start(what, work)
        job.finished.connect(self._on_looked_up)
        job.failed.connect(self._on_refused)

    def _start(self, what: str, work: Callable[[], Iterator[Progress]]) -> Job:
        job = self._jobs.start(what, work)
        job.cancelled.connect(self._on_cancelled)
        job.crashed.connect(self._on_crashed)
        return job

    def _on_looked_up(self) -> None:
        if self._found == [True]:
            self._go_on()
        else:
            self._settings.keep_key(self._salt, kept=False)
            self.page.rest(self.tr("Deze laptop weet het wachtwoord niet meer. Typ het zelf."))

    def _on_unlocked(self) -> None:
        given, self._given = self._given, None
        self._go_on()
        if given is None:
            return
        if given.keep:
            self._settings.keep_key(self._salt, kept=self._found == [True])
        if given.keep and self._found != [True]:
            self._window.tell_problem(
                self.tr("Deze laptop heeft geen sleutelring. Bouwstenen vraagt het wachtwoord elke keer.")
            )
        elif given.is_code:
            self._window.tell_problem(
                self.tr(
                    "De werkmap is open met de herstelcode. Weet je het wachtwoord niet meer? Kies dan een nieuw "
                    "bij Instellingen; als wachtwoord van nu mag je de code gebruiken."
                )
            )

    def _go_on(self) -> None:
        then, self._then = self._then, _nothing
        self.page.finish()
        then()

    def _on_refused(self, problem: Problem) -> None:
        self._given = None
        if isinstance(problem, Damaged):
            self._on_damaged(sure=True)
            return
        self.page.refuse(str(problem), unlocking.wait_for(self._path, self._around))
        if isinstance(problem, WrongKey) and backups.backups(self._around, self._path):
            self.page.doubt()

    def _on_cancelled(self) -> None:
        self._given = None
        self.page.rest()

    def _on_crashed(self, error: Exception) -> None:
        self._on_cancelled()
        raise error

    def _on_damaged(self, *, sure: bool) -> None:
        self._then = _nothing
        self.page.finish()
        self.damaged.emit(self._path, sure)

    def _on_left(self) -> None:
        self._then = _nothing
        self.page.finish()
        self.left.emit()


def _nothing() -> None:
    """Nothing waits behind the gate."""


def _salt(path: Path) -> str:
    try:
        return (salt_of(path) or b"").hex()
    except OSError:
        return ""

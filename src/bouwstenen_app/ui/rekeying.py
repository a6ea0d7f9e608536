"""Another password for the open workspace: it closes, is written anew with its backups, and opens where one was."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, Signal

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import keyrings, securing
from bouwstenen_app.services.securing import Secured
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.ui.host import Host, Left
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.locking import all_is_kept
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.windows.main import MainWindow
from bouwstenen_app.ui.windows.rewriting import RewritingPage

NAMES: Final = 3
"""Backups that are named when they could not follow."""


class Rekeying(QObject):
    """One at a time; nothing can be stopped half-way, and nothing is lost when it does not go."""

    sheet_asked = Signal()
    _progressed = Signal(object)

    def __init__(
        self, host: Host, window: MainWindow, theme: Theme, settings: Settings, around: Surroundings, jobs: Jobs
    ) -> None:
        super().__init__(jobs)
        self._host = host
        self._window = window
        self._theme = theme
        self._settings = settings
        self._around = around
        self._jobs = jobs
        self._page: RewritingPage | None = None
        self._left: Left | None = None
        self._said = Secured()
        self._key: Key | None = None
        self._salt = ""

    def secure(self, key: Key | None) -> None:
        """Give the open workspace this key from now on; None for no password."""
        if self._left is not None or not self._host.has_workspace:
            return
        if not all_is_kept(self._host, self._window):
            return
        self._salt, self._key = self._host.desk.salt, key
        self._left = left = self._host.put_away()
        if left is None:
            return
        self._show_page()
        self._said = said = Secured()
        kept, salt, around = self._settings.keeps_key(self._salt), bytes.fromhex(self._salt), self._around
        what = self.tr("Wachtwoord")

        def work() -> Iterator[Progress]:
            # All of it is one turn: who closes the window meanwhile waits until it is done.
            for progress in securing.secure(left.path, around, key, said):
                self._progressed.emit(progress)
            if kept:
                keyrings.forget(salt)
            yield Progress(1, 1, what)

        job = self._jobs.start(what, work)
        job.finished.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.crashed.connect(self._on_crashed)
        job.cancelled.connect(self._on_done)

    def _show_page(self) -> None:
        if self._page is None:
            self._page = RewritingPage(self._theme)
            self._progressed.connect(self._page.show_progress)
        self._page.begin()
        self._window.show_page(self._page)

    def _take_up(self) -> None:
        left, self._left = self._left, None
        if left is not None:
            self._host.take_up(left)

    def _on_done(self) -> None:
        self._settings.keep_key(self._salt, kept=False)
        self._take_up()
        if self._said.left or self._said.open:
            self._window.tell_problem(" ".join(filter(None, (self._words_of_left(), self._words_of_open()))))
        elif self._key is None:
            self._window.tell(self.tr("Het wachtwoord is weggehaald.") + " " + self._words_of_backups())
        else:
            told = self.tr("De werkmap is beveiligd met het nieuwe wachtwoord.") + " " + self._words_of_backups()
            self._window.notice.offer(told.strip(), self.tr("Herstelblad…"), self.sheet_asked.emit)

    def _words_of_backups(self) -> str:
        if not self._said.backups:
            return ""
        count = dutch.counted(self._said.backups, self.tr("reservekopie"), self.tr("reservekopieën"))
        return self.tr("Dat geldt ook voor {count}.").format(count=count)

    def _words_of_left(self) -> str:
        left = self._said.left
        if not left:
            return self.tr("De werkmap is beveiligd met het nieuwe wachtwoord.")
        count = dutch.counted(len(left), self.tr("reservekopie"), self.tr("reservekopieën"))
        names = ", ".join(path.name for path in left[:NAMES])
        told = self.tr(
            "De werkmap is klaar, maar {count} kon niet mee: {names}. Daar geldt het oude wachtwoord nog. "
            "Verwijder wat je niet meer nodig hebt uit {folder}."
        )
        return told.format(count=count, names=names, folder=left[0].parent)

    def _words_of_open(self) -> str:
        names = ", ".join(path.name for path in self._said.open[:NAMES])
        told = self.tr("Zonder wachtwoord te lezen blijft {names}, naast de werkmap. Gooi dat weg.")
        return told.format(names=names) if names else ""

    def _on_failed(self, problem: Problem) -> None:
        self._take_up()
        self._window.tell_problem(str(problem))

    def _on_crashed(self, error: Exception) -> None:
        self._take_up()
        raise error

"""A new workspace asks for a password before it is made; without one is a choice of its own."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.opening import USUAL_MONTHS
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import passphrases, unlocking
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.ui.dialogs.new_password import NewPasswordDialog
from bouwstenen_app.ui.host import Make
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.windows.main import MainWindow


class Creating(QObject):
    """Asks, makes the key beside the window, and then lets the workspace be made."""

    def __init__(self, window: MainWindow, theme: Theme, jobs: Jobs, word_list: Path) -> None:
        super().__init__(jobs)
        self._window = window
        self._theme = theme
        self._jobs = jobs
        self._words = word_list
        self._make: Make | None = None
        self._keys: list[Key] = []
        self.dialog: NewPasswordDialog | None = None
        """The dialog that is open."""

    def ask(self, path: Path, make: Make) -> None:
        """Ask for the password of a workspace that will be made here."""
        words = passphrases.word_list(self._words)
        told = self.tr(
            "In {name} komt te staan wat mensen in vertrouwen vertellen. Met een wachtwoord is het bestand "
            "versleuteld, ook als je laptop kwijtraakt.\n\n{months} na de laatste sessie vraagt Bouwstenen of de "
            "ruwe gegevens weg mogen; bij Instellingen kies je een andere datum."
        )
        without = self.tr(
            "Zonder wachtwoord kan iedereen die het bestand in handen krijgt, alles lezen. Je kunt later bij "
            "Instellingen alsnog een wachtwoord kiezen."
        )
        self._make = make
        self.dialog = dialog = NewPasswordDialog(
            self._theme,
            self.tr("Wachtwoord voor de nieuwe werkmap"),
            told.format(name=path.stem, months=dutch.counted(USUAL_MONTHS, self.tr("maand"), self.tr("maanden"))),
            lambda: passphrases.proposed(words),
            without=without,
            parent=self._window.window(),
        )
        dialog.given.connect(self._on_given)
        dialog.without_asked.connect(self._on_without)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_given(self) -> None:
        if self.dialog is None:
            return
        password, what = self.dialog.password, self.tr("Wachtwoord")
        self._keys = made = []

        def work() -> Iterator[Progress]:
            yield Progress(0, 0, what)
            made.append(unlocking.new_key(password, password))

        job = self._jobs.start(what, work)
        job.finished.connect(self._on_made)
        job.failed.connect(self._on_failed)
        job.crashed.connect(self._on_crashed)

    def _on_made(self) -> None:
        make, keys, self._keys = self._make, self._keys, []
        if self.dialog is None or make is None or not keys:
            return  # it was closed meanwhile: nothing is to be made
        self.dialog.finish()
        make(keys[0])

    def _on_without(self) -> None:
        if self._make is not None:
            self._make(None)

    def _on_closed(self) -> None:
        self.dialog = None

    def _on_failed(self, problem: Problem) -> None:
        if self.dialog is not None:
            self.dialog.refuse(str(problem))

    def _on_crashed(self, error: Exception) -> None:
        raise error

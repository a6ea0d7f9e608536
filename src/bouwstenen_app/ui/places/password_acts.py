"""The password of the open workspace: set, changed, taken away, and whether this laptop remembers it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import passphrases, unlocking
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.dialogs.new_password import NewPasswordDialog
from bouwstenen_app.ui.dialogs.password import PasswordDialog
from bouwstenen_app.ui.jobs import Job, Jobs
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.password_card import PasswordCard

Asking = NewPasswordDialog | PasswordDialog


class PasswordActs(QObject):
    """Does what the card asks. For another key (``secure_asked``) the workspace has to close."""

    told = Signal(str, bool)
    problem_told = Signal(str)
    secure_asked = Signal(object)
    """The new key of the workspace; None for no password."""
    sheet_asked = Signal()
    lock_asked = Signal()

    def __init__(
        self, desk: Desk, theme: Theme, jobs: Jobs, settings: Settings, word_list: Path, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._jobs = jobs
        self._settings = settings
        self._words = word_list
        self._window = parent
        self._key: list[object] = []
        self._kept = False
        self._job: Job | None = None
        self.dialog: Asking | None = None
        """The dialog that is open."""
        self.card = PasswordCard(theme, parent)
        self.card.set.clicked.connect(self.ask_new)
        self.card.change.clicked.connect(self.ask_new)
        self.card.remove.clicked.connect(self._on_remove)
        self.card.sheet.clicked.connect(self.sheet_asked)
        self.card.lock.clicked.connect(self.lock_asked)
        self.card.kept_chosen.connect(self._on_kept_chosen)
        self.card.lock_chosen.connect(self._on_lock_chosen)
        self._show()

    def ask_new(self) -> None:
        """Ask for a password, or for another one."""
        changing = self._desk.protected
        title = self.tr("Wachtwoord wijzigen") if changing else self.tr("Wachtwoord instellen")
        told = (
            self.tr(
                "Het nieuwe wachtwoord geldt ook voor de reservekopieën. Een ouder herstelblad werkt niet meer."
            )
            if changing
            else self.tr(
                "De werkmap en haar reservekopieën worden versleuteld. Alleen met het wachtwoord gaan ze nog open."
            )
        )
        words = passphrases.word_list(self._words)
        dialog = NewPasswordDialog(
            self._theme,
            title,
            told,
            lambda: passphrases.proposed(words),
            current=changing,
            parent=self._window.window(),
        )
        dialog.given.connect(self._on_new_given)
        self._open(dialog)

    def _on_remove(self) -> None:
        told = self.tr(
            "Zonder wachtwoord kan iedereen die het bestand of een reservekopie heeft, alles lezen. Typ het "
            "wachtwoord om dat toch te doen."
        )
        dialog = PasswordDialog(
            self._theme, self.tr("Wachtwoord weghalen"), told, self.tr("Weghalen"), self._window.window()
        )
        dialog.given.connect(self._on_current_given)
        self._open(dialog)

    def _open(self, dialog: Asking) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_dialog_closed)
        dialog.open()

    def _on_dialog_closed(self) -> None:
        self.dialog = None

    def _on_new_given(self) -> None:
        dialog = self.dialog
        if not isinstance(dialog, NewPasswordDialog):
            return
        current, new = dialog.typed_current, dialog.password
        self._start(self._checked(current if self._desk.protected else None, lambda: unlocking.new_key(new, new)))

    def _on_current_given(self) -> None:
        if self.dialog is not None:
            self._start(self._checked(self.dialog.typed_current, lambda: None))

    def _checked(self, current: str | None, make: Callable[[], object]) -> Callable[[], Iterator[Progress]]:
        what = self.tr("Wachtwoord nakijken")
        self._key = made = []

        def work() -> Iterator[Progress]:
            yield Progress(0, 0, what)
            if current is not None:
                self._desk.check_password(current)
            made.append(make())

        return work

    def _start(self, work: Callable[[], Iterator[Progress]]) -> None:
        self._job = job = self._jobs.start(self.tr("Wachtwoord"), work)
        job.finished.connect(self._on_checked)
        job.failed.connect(self._on_refused)
        job.crashed.connect(self._on_crashed)

    def _on_checked(self) -> None:
        dialog, made = self.dialog, self._key
        if dialog is None or not made:
            return  # it was closed meanwhile: nothing is to be done
        dialog.finish()
        self._key = []
        self.secure_asked.emit(made[0])

    def _on_refused(self, problem: Problem) -> None:
        if self.dialog is not None:
            self.dialog.refuse_current(str(problem))

    def _on_crashed(self, error: Exception) -> None:
        raise error

    # ------------------------------------------------------------------ what the laptop remembers

    def _on_kept_chosen(self, kept: bool) -> None:
        what = self.tr("Sleutelring van de laptop")

        def work() -> Iterator[Progress]:
            yield Progress(0, 0, what)
            if kept:
                self._kept = self._desk.keep_key()
            else:
                self._desk.forget_key()
                self._kept = False

        self.card.keep.setEnabled(False)
        job = self._jobs.start(what, work)
        job.finished.connect(self._on_kept if kept else self._on_forgotten)
        job.crashed.connect(self._on_crashed)

    def _on_kept(self) -> None:
        self._note_kept()
        if self._kept:
            told = self.tr(
                "Deze laptop onthoudt het wachtwoord. Bewaar het zelf ook: op een andere laptop heb je het nodig."
            )
            self.told.emit(told, False)
        else:
            self.problem_told.emit(
                self.tr("Deze laptop heeft geen sleutelring. Bouwstenen vraagt het wachtwoord elke keer.")
            )

    def _on_forgotten(self) -> None:
        self._note_kept()
        self.told.emit(self.tr("Deze laptop onthoudt het wachtwoord niet meer."), False)

    def _note_kept(self) -> None:
        self._settings.keep_key(self._desk.salt, kept=self._kept)
        self.card.keep.setEnabled(True)
        self._show()

    def _on_lock_chosen(self, minutes: int) -> None:
        self._settings.lock_after = minutes

    def _show(self) -> None:
        refused = ""
        if self._desk.rehearsing:
            refused = self.tr("Dit is een oefenkopie. Stop eerst met oefenen om iets aan het wachtwoord te doen.")
        elif self._desk.read_only:
            refused = self.tr("Je kunt hier alleen lezen: het wachtwoord blijft zoals het is.")
        self.card.show_state(
            protected=self._desk.protected,
            kept=self._settings.keeps_key(self._desk.salt),
            lock_after=self._settings.lock_after,
            refused=refused,
        )

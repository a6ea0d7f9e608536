"""A session, or what a filter finds, as a file to send: with or without photos or a password of its own."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.data_files import PARCEL
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import filters, passphrases, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.filters import Filter
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.dialogs.new_password import NewPasswordDialog
from bouwstenen_app.ui.jobs import Job, Jobs
from bouwstenen_app.ui.places.leaving_gate import Leaving, LeavingGate
from bouwstenen_app.ui.places.word_acts import Held
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.file_drop import SUFFIX
from bouwstenen_app.ui.widgets.findings_card import FindingsCard
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import words

FILES = f"Pakket (*{SUFFIX})"


@dataclass(frozen=True, slots=True)
class _Sent:
    """What goes along, and how."""

    selection: Selection
    photos: bool
    password: str = field(default="", repr=False)


class ParcelActs(QObject):
    """Writes a parcel in a job, through its gate. The card is not shown while there is no session."""

    told = Signal(str, bool)
    problem_told = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, jobs: Jobs, word_list: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._jobs = jobs
        self._words = word_list
        self._window = parent
        self._job: Job | None = None
        self._count = 0
        self._leaving = Leaving(Path())
        self._sent: _Sent | None = None
        self.dialog: NewPasswordDialog | None = None
        """The dialog that asks for the password of a parcel."""
        self.card = Card(self.tr("Een deel meegeven"), parent=parent)
        self.session = Choice()
        self.session.setAccessibleName(self.tr("Wat er meegaat"))
        self.photos = QCheckBox(self.tr("Met foto’s"))
        self.photos.setChecked(True)
        self.locked = QCheckBox(self.tr("Met een eigen wachtwoord"))
        self.locked.setToolTip(
            self.tr("Het pakket is dan versleuteld. De ontvanger typt dit wachtwoord bij het binnenhalen.")
        )
        self.locked.setChecked(desk.protected)
        self.save = KeyButton(theme, self.tr("Pakket opslaan…"), icon="export")
        self.gate = LeavingGate(desk, FindingsCard(theme), self)
        self._lay_out()
        self.save.clicked.connect(self._on_save)
        self.gate.told.connect(self.told)
        self.gate.problem_told.connect(self.problem_told)
        desk.changed.connect(self._on_changed)
        self._show_choices()

    def write(self, target: Path, password: str = "") -> None:
        """Write what is chosen to a file, in a job, when there is nothing red in it; ``password`` protects it."""
        self._write(Leaving(target), _Sent(self._selection(), self.photos.isChecked(), password))

    def _write(self, leaving: Leaving, sent: _Sent) -> None:
        if self._job is not None:
            self.told.emit(self.tr("Er wordt al een pakket geschreven. Wacht tot het klaar is."), False)
            return
        self.gate.dismiss()
        what = self.tr("Pakket schrijven")

        def work() -> Iterator[Progress]:
            yield Progress(0, 0, what)
            self._count = self._desk.send(
                leaving.target,
                sent.selection,
                photos=sent.photos,
                password=sent.password,
                passes=leaving.passes,
            )

        self._leaving, self._sent = leaving, sent
        self._job = job = self._jobs.start(what, work)
        job.finished.connect(self._on_written)
        job.failed.connect(self._on_failed)
        job.crashed.connect(self._on_crashed)
        job.ended.connect(self._on_ended)

    def _lay_out(self) -> None:
        told = self.tr(
            "Een pakket is een bestand met één sessie, of met wat een bewaard filter vindt: de bouwstenen, de tags "
            "en het draaiboek. Wie het binnenhaalt, heeft daarvan precies wat jij hebt. Andere bouwstenen staan er "
            "niet in. Ook wat er vroeger stond, gaat mee: persoonsgegevens daarin zie je eerst."
        )
        self.card.column.addWidget(words(told, "muted", wrap=True))
        self.card.column.addWidget(self.session)
        flow = FlowLayout(gap=10)
        flow.addWidget(self.save)
        flow.addWidget(self.photos)
        flow.addWidget(self.locked)
        self.card.column.addLayout(flow)
        self.card.column.addWidget(self.gate.card)

    def _on_save(self) -> None:
        # Nothing of the session: a name travels where the content is closed.
        name = self.tr("pakket {day}").format(day=f"{self._desk.around.now():%Y-%m-%d}") + SUFFIX
        start = str(self._desk.path.with_name(name))
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Pakket opslaan"), start, FILES)
        if not chosen:
            return
        target = Path(chosen if chosen.endswith(SUFFIX) else f"{chosen}{SUFFIX}")
        if target.resolve() == self._desk.path.resolve():
            self.problem_told.emit(self.tr("Dat is de werkmap zelf. Kies een andere naam voor het pakket."))
            return
        if self.locked.isChecked():
            self._ask_password(target)
        else:
            self.write(target)

    def _ask_password(self, target: Path) -> None:
        words = passphrases.word_list(self._words)
        told = self.tr(
            "Dit wachtwoord is alleen voor {name}. Geef het langs een andere weg door dan het pakket, "
            "bijvoorbeeld door te bellen."
        )
        self.dialog = dialog = NewPasswordDialog(
            self._theme,
            self.tr("Wachtwoord van het pakket"),
            told.format(name=target.name),
            lambda: passphrases.proposed(words),
            parent=self._window.window(),
        )
        dialog.given.connect(lambda: self._on_password_given(target))
        dialog.open()

    def _on_password_given(self, target: Path) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            password = dialog.password
            dialog.finish()
            self.write(target, password)

    def _selection(self) -> Selection:
        """Return what goes along: a session, or what a saved filter finds."""
        value = self.session.value
        if isinstance(value, Filter):
            return self._desk.read(filters.chosen, value.query)
        return Selection(workshops=(str(value),))

    def _show_choices(self) -> None:
        workshops = self._desk.read(preparing.workshops)
        kept = self.session.value
        named = self.tr("Filter: {name}")
        sessions: list[tuple[object, str]] = [(one.id, one.title) for one in workshops]
        found = [(one, named.format(name=one.name)) for one in self._desk.read(filters.filters)]
        choices = [*sessions, *found]
        self.session.set_choices(choices)
        known = [value for value, _ in choices]
        self.session.set_value(kept if kept in known else next(iter(known), None))
        self.card.setVisible(bool(workshops))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("workshop", "filter"):
            self._show_choices()

    def _on_written(self) -> None:
        leaving, sent = self._leaving, self._sent
        self._sent = None
        count = dutch.counted(self._count, self.tr("bouwsteen"), self.tr("bouwstenen"))
        told = (
            self.tr("Het pakket {name} is gemaakt, met {count}. Geef het wachtwoord langs een andere weg door.")
            if sent is not None and sent.password
            else self.tr("Het pakket {name} is gemaakt, met {count}.")
        )
        calm = self.gate.calm(leaving)[:1]
        self.told.emit(" ".join((told.format(name=leaving.target.name, count=count), *calm)), False)
        self.gate.note(leaving, PARCEL, self._count)

    def _on_failed(self, problem: Problem) -> None:
        sent, self._sent = self._sent, None
        if isinstance(problem, Held) and sent is not None:
            self.gate.hold(self._leaving, lambda leaving: self._write(leaving, sent))
        else:
            self.problem_told.emit(str(problem))

    def _on_crashed(self, error: Exception) -> None:
        raise error

    def _on_ended(self, _: Job) -> None:
        self._job = None

"""The library of the team: its address and key, publish and fetch. Shown only where its driver is installed."""

from collections.abc import Generator, Iterator
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QProgressBar, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.intakes import Intake
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import libraries
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Job, Jobs
from bouwstenen_app.ui.places.merge_acts import remember
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import words

ADDRESS: Final = "bibliotheek"
"""Under this key the file remembers the address that was used last; never a password."""


class LibraryActs(QObject):
    """Publishes and fetches in jobs. A password goes to the keyring of the operating system, when asked."""

    fetched = Signal()
    """Something came in: the workspace has to be opened anew."""
    told = Signal(str, bool)
    problem_told = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._job: Job | None = None
        self._result: list[Any] = []
        self.card = Card(self.tr("Bibliotheek van het team"), parent=parent)
        self.address = QLineEdit(desk.recall(ADDRESS))
        self.password = QLineEdit()
        self.keep = QCheckBox(self.tr("Wachtwoord onthouden op deze laptop"))
        self.publish = KeyButton(theme, self.tr("Publiceren"), icon="export")
        self.fetch = KeyButton(theme, self.tr("Ophalen"), icon="exchange")
        self.cancel = KeyButton(theme, self.tr("Stoppen"))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Voortgang"))
        self._lay_out()
        self._arrange(working=False)
        self.card.setVisible(libraries.is_installed())
        self.publish.clicked.connect(self._on_publish)
        self.fetch.clicked.connect(self._on_fetch)
        self.cancel.clicked.connect(self._on_cancel)
        self.address.editingFinished.connect(self._on_address)

    def _lay_out(self) -> None:
        told = self.tr(
            "Werkt je netwerk met een gedeelde bibliotheek (PostgreSQL)? Publiceer wat hier nieuw is en haal op "
            "wat anderen publiceerden. Alleen als je op een knop drukt, maakt het programma verbinding."
        )
        self.card.column.addWidget(words(told, "muted", wrap=True))
        self.address.setPlaceholderText("postgresql://naam@server/database")
        self.address.setAccessibleName(self.tr("Adres van de bibliotheek"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("Wachtwoord, leeg als deze laptop het onthoudt"))
        self.password.setAccessibleName(self.tr("Wachtwoord van de bibliotheek"))
        for widget in (self.address, self.password, self.keep, self._bar):
            self.card.column.addWidget(widget)
        flow = FlowLayout(gap=10)
        for button in (self.publish, self.fetch, self.cancel):
            flow.addWidget(button)
        self.card.column.addLayout(flow)

    def _on_publish(self) -> None:
        if not self._ready():
            return
        address, password = self.address.text().strip(), self._password()
        job = self._start(self.tr("Publiceren"), self._desk.publish(address, password))
        job.finished.connect(self._on_published)

    def _on_fetch(self) -> None:
        if not self._ready():
            return
        address, password = self.address.text().strip(), self._password()
        job = self._start(self.tr("Ophalen"), self._desk.fetch(address, password))
        job.finished.connect(self._on_fetched)

    def _ready(self) -> bool:
        if self._desk.read_only:
            self.problem_told.emit(self.tr("In deze kopie kun je niets binnenhalen: je kunt hier alleen lezen."))
            return False
        if not self.address.text().strip():
            self.problem_told.emit(self.tr("Vul eerst het adres van de bibliotheek in."))
            self.address.setFocus()
            return False
        return self._job is None

    def _password(self) -> str:
        address, typed = self.address.text().strip(), self.password.text()
        if typed and self.keep.isChecked() and not libraries.keep_password(address, typed):
            self.told.emit(self.tr("Deze laptop heeft geen sleutelring; het wachtwoord is niet onthouden."), False)
        return typed or libraries.kept_password(address)

    def _start(self, what: str, work: Generator[Progress, None, object]) -> Job:
        self._result = result = []

        def run() -> Iterator[Progress]:
            result.append((yield from work))

        self._show_progress(Progress(0, 0, what))
        self._arrange(working=True)
        self._job = job = self._jobs.start(what, run)
        job.progressed.connect(self._show_progress)
        job.failed.connect(self._on_failed)
        job.crashed.connect(self._on_crashed)
        job.ended.connect(self._on_ended)
        return job

    def _show_progress(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    def _arrange(self, *, working: bool) -> None:
        for widget in (self._bar, self.cancel):
            widget.setVisible(working)
        for widget in (self.publish, self.fetch):
            widget.setEnabled(not working)

    def _on_address(self) -> None:
        if not self._desk.read_only:
            self._desk.remember(ADDRESS, self.address.text().strip())

    def _on_published(self) -> None:
        self._settle()
        sent = self._result[0] if self._result else 0
        steps = dutch.counted(sent, self.tr("stap"), self.tr("stappen"))
        told = self.tr("Gepubliceerd: {steps}.").format(steps=steps)
        self.told.emit(told if sent else self.tr("Er was niets nieuws: de bibliotheek heeft alles al."), False)

    def _on_fetched(self) -> None:
        self._settle()
        intake = self._result[0] if self._result else None
        if not isinstance(intake, Intake):
            return
        self.told.emit(" ".join(intake.sentences()), False)
        if intake.steps:
            remember(self._desk, [self.tr("de bibliotheek van het team")], intake)
            self.fetched.emit()

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_failed(self, problem: Problem) -> None:
        self.problem_told.emit(str(problem))

    def _on_crashed(self, error: Exception) -> None:
        raise error

    def _on_ended(self, job: Job) -> None:
        if self._job is job:
            self._settle()

    def _settle(self) -> None:
        self._job = None
        self._arrange(working=False)

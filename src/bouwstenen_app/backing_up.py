"""Backups of the open workspace while one works: at opening, every hour in which something changed, at closing."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services.backups import Looked
from bouwstenen_app.storage.failures import Damaged
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.windows.main import MainWindow

HOUR: Final = 3_600_000
"""Milliseconds."""


class BackingUp(QObject):
    """Looks the workspace over in a job, and keeps what changed. Good news is not told."""

    damaged = Signal(object)
    """The Damaged that was met: what is open can not be trusted."""
    crashed = Signal(object)

    def __init__(self, desk: Desk, window: MainWindow, jobs: Jobs, opened_as: str) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = window
        self._jobs = jobs
        self._said = Looked()
        self._kept_until = desk.saved_at
        self._hour = QTimer(self, interval=HOUR)
        self._hour.timeout.connect(self.on_hour)
        self._hour.start()
        desk.closing.connect(self._hour.stop)
        self._look_over(opened_as)

    def on_hour(self) -> None:
        """Keep what changed since the last time, if anything did."""
        if self._desk.saved_at != self._kept_until:
            self._look_over()

    def _look_over(self, opened_as: str = "") -> None:
        self._said = said = Looked()
        self._kept_until = self._desk.saved_at
        job = self._jobs.start(self.tr("Reservekopie"), lambda: self._desk.back_up(said, opened_as=opened_as))
        job.finished.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.crashed.connect(self.crashed)

    def _on_done(self) -> None:
        if self._said.mended:
            self._window.tell(
                self.tr("De zoekindex liep niet gelijk met de teksten en is hersteld. Er is geen tekst veranderd.")
            )
        elif self._said.strange and not self._window.notice.text:
            self._window.tell(
                self.tr(
                    "Oudere reservekopieën hebben een ander wachtwoord of zijn niet te lezen. Je vindt ze bij "
                    "Instellingen."
                )
            )

    def _on_failed(self, problem: Problem) -> None:
        if isinstance(problem, Damaged):
            self.damaged.emit(problem)
        else:
            self._window.tell_problem(str(problem))

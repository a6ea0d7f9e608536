"""The log in *Instellingen*: shown as it is now, and exported in a job."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.log_card import LogCard

SUFFIX: Final = ".csv"


class LogActs(QObject):
    """Shows the log of the open workspace."""

    told = Signal(str, bool)
    problem_told = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._window = parent
        self._target = Path()
        self.card = LogCard(theme)
        self.card.export_asked.connect(self._on_export)
        self.show()

    def show(self) -> None:
        """Show the log as it is now."""
        here, elsewhere = self.tr("deze laptop"), self.tr("andere laptop of plek")
        self.card.show_lines(
            [
                (f"{dutch.weekday(one.at.date())}, {one.at:%H:%M}", one.line.told, here if one.here else elsewhere)
                for one in self._desk.log()
            ]
        )

    def write(self, target: Path) -> None:
        """Write the whole log to a table, in a job."""
        self._target = target

        def work() -> Iterator[Progress]:
            return self._desk.export_log(target)

        job = self._jobs.start(self.tr("Logboek exporteren"), work)
        job.finished.connect(self._on_written)
        job.failed.connect(self._on_failed)
        job.crashed.connect(self._on_crashed)

    def _on_export(self) -> None:
        start = self._desk.path.with_name(f"logboek {self._desk.around.now():%Y-%m-%d}{SUFFIX}")
        what, files = self.tr("Logboek opslaan"), self.tr("CSV-tabel (*.csv)")
        name, _ = QFileDialog.getSaveFileName(self._window, what, str(start), files)
        if name:
            self.write(Path(name if name.lower().endswith(SUFFIX) else f"{name}{SUFFIX}"))

    def _on_written(self) -> None:
        self.told.emit(self.tr("Het logboek staat in {name}.").format(name=self._target.name), False)

    def _on_failed(self, problem: Problem) -> None:
        self.problem_told.emit(str(problem))

    def _on_crashed(self, error: Exception) -> None:
        raise error

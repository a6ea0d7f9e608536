"""The house style of documents: a Word file of the user's own, or the one that comes with the program."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.word_acts import WordActs
from bouwstenen_app.ui.remembered import TEMPLATE
from bouwstenen_app.ui.widgets.recipe_panel import RecipePanel


class TemplateActs(QObject):
    """Chooses a template, looks it over, and says in the panel what is to be known of it."""

    changed = Signal()
    """Another template gives the look."""
    problem_told = Signal(str)

    def __init__(self, desk: Desk, jobs: Jobs, panel: RecipePanel, word: WordActs) -> None:
        super().__init__(panel)
        self._desk = desk
        self._jobs = jobs
        self._panel = panel
        self._word = word
        self._refusal = ""
        self._found: list[tuple[Sequence[str], Sequence[str]]] = []
        panel.template_asked.connect(self.choose)
        panel.own_template_dropped.connect(lambda: self.use(""))
        panel.check_template.toggled.connect(self._on_check_asked)
        self._show()

    def choose(self) -> None:
        """Ask for a Word file, and use it."""
        own = self._desk.recall(TEMPLATE)
        start = str(Path(own).parent if own else Path.home())
        files = self.tr("Word (*.docx *.dotx)")
        name, _ = QFileDialog.getOpenFileName(self._panel, self.tr("Sjabloon kiezen"), start, files)
        if name:
            self.use(name)

    def use(self, name: str) -> None:
        """Use this file for every document; for an empty name the one of the program."""
        self._desk.remember(TEMPLATE, name)
        self._show()
        self.changed.emit()

    def show_refusal(self, said: str) -> None:
        """Say why the template could not be used; empty when it was."""
        self._refusal = said
        self._say()

    def _show(self) -> None:
        own = self._desk.recall(TEMPLATE)
        self._panel.show_template(Path(own) if own else None)
        self._found, self._refusal = [], ""
        self._say()
        if own or self._panel.check_template.isChecked():
            self._look_over()

    def _on_check_asked(self, asked: bool) -> None:
        if asked and not self._found:
            self._look_over()
        self._say()

    def _look_over(self) -> None:
        template, what = self._word.template, self.tr("Sjabloon nakijken")
        own = self._desk.recall(TEMPLATE)
        found: list[tuple[Sequence[str], Sequence[str]]] = []
        self._found = found

        def work() -> Iterator[Progress]:
            from bouwstenen_app.export.template_check import check  # slow to import, and only needed here

            yield Progress(0, 1, what)
            checked = check(template)
            if not own:
                checked = replace(checked, name=self.tr("Standaard van Bouwstenen"))
            unknown = self.tr("Onbekend tekstveld: {name}")
            heeded = [
                *(f"{one.name}: {one.instead}" for one in checked.missing),
                *(unknown.format(name=name) for name in checked.unknown),
                *checked.warnings,
            ]
            found.append((heeded, [*checked.lines()]))

        job = self._jobs.start(what, work)
        job.finished.connect(self._say)
        job.failed.connect(self._on_failed)

    def _on_failed(self, problem: Problem) -> None:
        self.show_refusal(str(problem))

    def _say(self) -> None:
        """Say what needs attention, or everything when that was asked."""
        lines: Sequence[str] = ()
        if self._found:
            heeded, everything = self._found[0]
            lines = everything if self._panel.check_template.isChecked() else heeded
        elif self._refusal:
            lines = (self._refusal,)
        self._panel.show_template_check("\n".join(f"• {line}" for line in lines))

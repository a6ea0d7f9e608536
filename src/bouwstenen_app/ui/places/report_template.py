"""The house style of documents: a Word file of the user's own, or the one that comes with the program."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.word_acts import WordActs
from bouwstenen_app.ui.remembered import TEMPLATE
from bouwstenen_app.ui.widgets.recipe_panel import RecipePanel


class TemplateActs(QObject):
    """Chooses a template, and says in the panel what is to be known of it."""

    changed = Signal()
    """Another template gives the look."""
    problem_told = Signal(str)

    def __init__(self, desk: Desk, panel: RecipePanel, word: WordActs) -> None:
        super().__init__(panel)
        self._desk = desk
        self._panel = panel
        self._word = word
        panel.template_asked.connect(self.choose)
        panel.own_template_dropped.connect(lambda: self.use(""))
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
        self._panel.show_template_check(said)

    def _show(self) -> None:
        own = self._desk.recall(TEMPLATE)
        self._panel.show_template(Path(own) if own else None)
        self._panel.show_template_check("")

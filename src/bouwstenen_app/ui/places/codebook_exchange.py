"""The codebook to a file and from one: what comes in is shown before it does."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from bouwstenen_app.domain import audit, data_files, dutch
from bouwstenen_app.domain.codebook_given import Given
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import codebook_files
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.codebook_acts import CodebookActs
from bouwstenen_app.ui.widgets.codebook_page import CodebookPage

KINDS: Final = "CSV, voor een rekenblad (*.csv);;Bouwstenen (*.json);;REFI-QDA (*.qdc)"
READABLE: Final = "Codeboek (*.json *.csv *.qdc)"
FOLDER: Final = "codebook.folder"
"""Under this key the file remembers where its codebook was written last."""


class CodebookFiles(QObject):
    """Asks for files, shows what one would change, and takes it in as one step."""

    told = Signal(str, bool)
    problem_told = Signal(str)

    def __init__(self, desk: Desk, page: CodebookPage, acts: CodebookActs, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = page
        self._acts = acts
        self._given: Given | None = None
        page.ask_import.accepted.connect(self._on_take_in)

    def choose(self) -> None:
        """Ask for a file with a codebook, and show what it would change."""
        what = self.tr("Codeboek inlezen")
        name, _ = QFileDialog.getOpenFileName(self._page, what, self._folder(), READABLE)
        if name:
            self.preview(Path(name))

    def preview(self, source: Path) -> None:
        """Show what a file with a codebook would change."""
        self._page.finish()
        try:
            given = codebook_files.read(source)
            plan = self._desk.read(codebook_files.plan, given)
        except Problem as problem:
            self.problem_told.emit(str(problem))
            return
        self._given = given
        self._page.ask(self._page.ask_import)
        self._page.ask_import.ask(self._acts.book, plan, source.name)

    def choose_target(self) -> None:
        """Ask where the codebook is to be written, and in which format."""
        suggested = str(Path(self._folder()) / f"{self._desk.path.stem} codeboek.csv")
        name, kind = QFileDialog.getSaveFileName(self._page, self.tr("Codeboek bewaren"), suggested, KINDS)
        if name:
            self.write(_with_ending(Path(name), kind))

    def write(self, target: Path) -> None:
        """Write the codebook to a file; its ending says in which format."""
        self._page.finish()
        try:
            self._desk.read(codebook_files.refuse_red)
            codebook_files.write(self._desk.read(codebook_files.document, target.suffix), target)
        except Problem as problem:
            self.problem_told.emit(str(problem))
            return
        self._desk.note(audit.EXPORTED, data_files.CODEBOOK)
        if not self._desk.read_only:
            self._desk.remember(FOLDER, str(target.parent))
        self.told.emit(self.tr("Het codeboek staat in {name}.").format(name=target.name), False)

    def _on_take_in(self) -> None:
        if self._given is None:
            return
        try:
            done = self._desk.do(self._words, codebook_files.take_in, self._given)
        except Problem as problem:
            self.problem_told.emit(str(problem))
            return
        self._given = None
        self._page.close_question()
        self.told.emit(f"{self._words(done)}.", True)

    def _words(self, done: codebook_files.TakenIn) -> str:
        return self.tr("Codeboek ingelezen: {new} nieuw, {changed} gewijzigd").format(
            new=dutch.number(done.new), changed=dutch.number(done.changed)
        )

    def _folder(self) -> str:
        folder = self._desk.recall(FOLDER)
        return folder if folder and Path(folder).is_dir() else str(self._desk.path.parent)


def _with_ending(path: Path, kind: str) -> Path:
    """Return a file name with the ending of the kind that was chosen, if it has none of its own."""
    endings = (codebook_files.CSV, codebook_files.JSON, codebook_files.REFI)
    if path.suffix.lower() in endings:
        return path
    return path.with_name(path.name + next((one for one in endings if f"*{one}" in kind), codebook_files.CSV))

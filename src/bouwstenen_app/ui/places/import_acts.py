"""A file from another program: read in a job, shown with its guesses, and taken in as one step."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from bouwstenen_app.domain import audit, given_blocks
from bouwstenen_app.domain.given_blocks import ENDINGS, FIELDS, NOTHING, OF, Chosen, Given, GivenTable
from bouwstenen_app.domain.matching import key
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import erasing, importing, preparing
from bouwstenen_app.services.importing import Plan
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Job, Jobs
from bouwstenen_app.ui.places.place import Forms
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.import_card import ImportCard

COLUMNS: Final = "importeren.kolommen."
"""Under this key, with what stands above the columns, the file remembers what a person chose for them."""
FOLDER: Final = "importeren.map"
FORM: Final = "import"


class ImportActs(QObject):
    """Does what the card asks, one thing at a time, in jobs."""

    told = Signal(str, bool)
    problem_told = Signal(str)
    shown = Signal()
    """There is something to choose on the card."""
    reopen_asked = Signal()
    """What was erased elsewhere is gone here too: open the workspace anew."""

    def __init__(self, desk: Desk, theme: Theme, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._window = parent
        self._job: Job | None = None
        self._path = Path()
        self._given: Given | None = None
        self._result: list[Any] = []
        self._planning = self._again = self._wanted = False
        """Whether the plan is made, has to be made once more, and is to be taken in after that."""
        self.card = card = ImportCard(theme, parent)
        card.choose_asked.connect(self.choose)
        card.accepted.connect(self.take_in)
        card.declined.connect(self._on_declined)
        card.changed.connect(self._on_changed)
        card.reread_asked.connect(self._on_reread)

    def choose(self) -> None:
        """Ask for a file, and show what would come in."""
        kinds = self.tr("Bestanden ({endings})").format(endings=" ".join(f"*{one}" for one in ENDINGS))
        folder = self._desk.recall(FOLDER)
        start = folder if folder and Path(folder).is_dir() else str(self._desk.path.parent)
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Bestand kiezen"), start, kinds)
        if name:
            if not self._desk.read_only:
                self._desk.remember(FOLDER, str(Path(name).parent))
            self.look_at(Path(name))

    def look_at(self, path: Path, *, encoding: str = "", separator: str = "") -> None:
        """Read a file, guess what is in it, and show what would come in."""
        if self._busy():
            return
        self._path = path
        read, desk = self.tr("Bestand lezen"), self._desk

        def work() -> Iterator[Progress]:
            yield Progress(0, 0, read)
            given = importing.read(path, encoding=encoding, separator=separator)
            yield Progress(0, 0, read)
            chosen = self._remembered(given, desk.read(importing.guess, given))
            self._result = [given, chosen, desk.read(importing.plan, given, chosen)]
            yield Progress(1, 1, read)

        self._start(read, work).finished.connect(self._on_read)

    def keep_chosen(self) -> Path | None:
        """Remember what was chosen for the file that waits for an answer; return it, None when none waits."""
        if (given := self._given) is None:
            return None
        self._remember(given, self.card.chosen)
        return self._path

    def take_in(self) -> None:
        """Take in what was looked at, as one step."""
        given, chosen, desk = self._given, self.card.chosen, self._desk
        if self._planning:
            self._wanted = True
            return
        if given is None or self._busy():
            return
        what = self.tr("Overnemen uit {name}").format(name=given.name)

        def work() -> Iterator[Progress]:
            yield Progress(0, 2, what)
            ready = None if given.whole is not None else desk.read(importing.prepare, given, chosen)
            yield Progress(1, 2, what)  # the last place to stop: what is written is told
            done = desk.do_aside(self._words, importing.take_in, given, chosen, ready)
            self._result = [done, desk.erase_what_came_in(done)]

        self._remember(given, chosen)
        job = self._start(what, work)
        job.finished.connect(self._on_taken_in)

    def _start(self, what: str, work: Callable[[], Iterator[Progress]], *, quietly: bool = False) -> Job:
        self._result = []
        self._job = job = self._jobs.start(what, work)
        if not quietly:
            self.card.show_progress(Progress(0, 0, what))
            job.progressed.connect(self.card.show_progress)
        job.failed.connect(self._on_failed)
        job.crashed.connect(self._on_crashed)
        job.cancelled.connect(self._on_cancelled)
        job.ended.connect(self._on_ended)
        return job

    def _busy(self) -> bool:
        if self._desk.read_only:
            self.problem_told.emit(self.tr("In deze kopie kun je niets binnenhalen: je kunt hier alleen lezen."))
        elif self._job is not None:
            self.told.emit(self.tr("Er wordt al een bestand gelezen. Wacht tot dat klaar is."), False)
        else:
            return False
        return True

    def _on_read(self) -> None:
        self._job = None
        self._given, chosen, plan = self._result
        sessions = [(one.id, one.title) for one in self._desk.read(preparing.headings)]
        self.card.show_found(self._given, chosen, self._fields(), sessions)
        self._show_plan(plan)
        self.shown.emit()

    def _on_changed(self) -> None:
        """Make the plan anew; while one is being made, another is made after it."""
        given, chosen, desk = self._given, self.card.chosen, self._desk
        if given is None:
            return
        if self._job is not None:
            self._again = True
            return
        self._planning = True
        what = self.tr("Bestand bekijken")

        def work() -> Iterator[Progress]:
            yield Progress(0, 0, what)
            self._result = [desk.read(importing.plan, given, chosen)]

        self._start(what, work, quietly=True).finished.connect(self._on_planned)

    def _on_planned(self) -> None:
        self._job = None
        self._planning = False
        again, wanted = self._again, self._wanted
        self._again = self._wanted = False
        if again:
            self._on_changed()
            self._wanted = wanted
            return
        plan: Plan = self._result[0]
        self._show_plan(plan)
        if wanted and plan.anything:
            self.take_in()

    def _show_plan(self, plan: Plan) -> None:
        given = self._given
        asks = given is not None and given.whole is None and importing.asks_for_session(given, self.card.chosen)
        noticed = [one.words for one in plan.noticed]
        self.card.show_plan(plan.sentences(), plan.remarks, anything=plan.anything, asks=asks, noticed=noticed)

    def _on_reread(self, encoding: str, separator: str) -> None:
        self.look_at(self._path, encoding=encoding, separator=separator)

    def _on_taken_in(self) -> None:
        self._job = None
        done, erased = self._result
        self._given = None
        plan: Plan = done.result
        noticed = [one.words for one in plan.noticed]
        self.card.show_choice(told=plan.sentences(done=True), remarks=plan.remarks, noticed=noticed)
        self._desk.tell(done)
        if plan.erased:
            self._desk.note(audit.ERASED, erasing.ELSEWHERE, plan.erased)
        self._desk.note(audit.IMPORTED, count=plan.new)
        self.told.emit(f"{self._words(plan)}.", plan.anything and not erased)
        self.card.choose.setFocus()
        if erased:
            self.reopen_asked.emit()

    def _words(self, plan: Plan) -> str:
        words = self.tr("{n} bouwstenen overgenomen uit {name}")
        if plan.new == 1:
            words = self.tr("1 bouwsteen overgenomen uit {name}")
        return words.format(n=plan.new, name=self._path.name)

    def _on_declined(self) -> None:
        if self._job is not None:
            self._job.cancel()
            return
        self._given = None
        self.card.show_choice()
        self.card.choose.setFocus()

    def _on_failed(self, problem: Problem) -> None:
        self._on_cancelled()
        self.problem_told.emit(str(problem))

    def _on_crashed(self, error: Exception) -> None:
        self._on_cancelled()
        raise error

    def _on_cancelled(self) -> None:
        self._job = self._given = None
        self._planning = self._again = self._wanted = False
        self.card.show_choice()

    def _on_ended(self, job: Job) -> None:
        if self._job is job:
            self._job = None

    def _fields(self) -> list[tuple[str, str]]:
        """Return what a column can hold, with what that is called."""
        names = {
            given_blocks.EXAMPLE: self.tr("Praktijkvoorbeeld"),
            given_blocks.CONDITIONS: self.tr("Wat is nodig"),
            given_blocks.NEXT_STEP: self.tr("Eerste stap"),
            given_blocks.TAGS: self.tr("Tags"),
            given_blocks.LINE: self.tr("Regel zoals je die typt"),
            given_blocks.NOTE: self.tr("Notitie, alleen voor jou"),
        }
        plain = [(one, names.get(one, one.capitalize())) for one in FIELDS]
        tags = [(f"{OF}{one.slug}", one.name) for one in self._desk.book.dimensions]
        return [(NOTHING, self.tr("Niet overnemen")), *plain[:7], *tags, *plain[7:]]

    def _remembered(self, given: Given, guess: Chosen) -> Chosen:
        """Return the guess, with the columns as a person chose them before for the same heads."""
        known = {field for field, _ in self._fields()}
        columns = []
        for table, guessed in zip(given.tables, guess.columns, strict=True):
            try:
                kept = json.loads(self._desk.recall(_key(table)))
            except ValueError:
                kept = None
            fits = isinstance(kept, list) and len(kept) == len(guessed) and {*map(str, kept)} <= known
            columns.append(tuple(map(str, kept)) if fits and isinstance(kept, list) else guessed)
        return replace(guess, columns=tuple(columns))

    def _remember(self, given: Given, chosen: Chosen) -> None:
        for table, columns in zip(given.tables, chosen.columns, strict=True):
            if any(columns):
                self._desk.remember(_key(table), json.dumps(columns))


class ImportForms(Forms):
    """The file that is looked at, with what was chosen for its columns."""

    def __init__(self, acts: ImportActs) -> None:
        self._acts = acts

    @override
    def chosen(self) -> Sequence[tuple[str, str, str]]:
        return [(FORM, "", str(path))] if (path := self._acts.keep_chosen()) else []

    @override
    def open(self, name: str, text: str) -> bool:
        if name == FORM and Path(text).is_file():
            self._acts.look_at(Path(text))
        return name == FORM


def _key(table: GivenTable) -> str:
    """Return under which key the columns of tables with these heads are remembered."""
    heads = "\n".join(map(key, table.head))
    return COLUMNS + hashlib.sha256(heads.encode("utf-8", "surrogatepass")).hexdigest()[:24]

"""Documents that came back are read in a job, and each remark in them is taken over, left aside or answered."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.recipes import HANDLED
from bouwstenen_app.domain.report import Report
from bouwstenen_app.domain.reviews import COMMENT, Copy, Remark
from bouwstenen_app.services import reviewing
from bouwstenen_app.services.reports import handled_remarks
from bouwstenen_app.services.reviewing import ReadBack
from bouwstenen_app.services.reviews.belonging import Belonging
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Job, Jobs
from bouwstenen_app.ui.places.acts import Acts
from bouwstenen_app.ui.places.session_checks import SessionChecks, SessionDocument
from bouwstenen_app.ui.places.word_acts import WordActs
from bouwstenen_app.ui.remembered import FOLDER
from bouwstenen_app.ui.widgets.findings_card import FindingsCard
from bouwstenen_app.ui.widgets.remark_words import RemarkLine


@dataclass(slots=True)
class _Read:
    """What was read of the files that were asked for."""

    copies: list[tuple[str, Copy, Belonging]] = field(default_factory=list)
    """Name of the file, what stands in it, and what that belongs to here."""
    problems: list[str] = field(default_factory=list)


class ReviewActs(Acts):
    """Reads, decides and writes what was done; each act is one step that can be undone."""

    busy_changed = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, word: WordActs, card: FindingsCard, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self.checks = SessionChecks(desk, word, card, self)
        self._jobs = jobs
        self._word = word
        self._window = parent
        self._job: Job | None = None
        self._read = _Read()

    @property
    def busy(self) -> bool:
        """Whether a document is being read or written."""
        return self._job is not None or self._word.busy

    # -- documents that came back

    def choose(self) -> None:
        """Ask for documents that came back, and read them."""
        start = self._desk.recall(FOLDER) or str(self._desk.path.parent)
        title, files = self.tr("Gelezen document openen"), self.tr("Word (*.docx)")
        names, _ = QFileDialog.getOpenFileNames(self._window, title, start, files)
        if names:
            self.read([Path(name) for name in names])

    def read(self, files: Sequence[Path]) -> None:
        """Read documents that came back, in a job, and keep their remarks in one step."""
        if self._job is not None:
            self.told.emit(self.tr("Er wordt al een document gelezen. Wacht tot het klaar is."), False)
            return
        what, read = self.tr("Document teruglezen"), _Read()
        self._read = read
        self._job = job = self._jobs.start(what, lambda: self._reading(tuple(files), what, read))
        job.progressed.connect(self._word.bar.show_progress)
        job.finished.connect(self._on_read)
        job.crashed.connect(self._on_crashed)
        job.ended.connect(self._on_ended)
        self._word.bar.cancel_asked.connect(job.cancel)
        self.busy_changed.emit()

    def _reading(self, files: Sequence[Path], what: str, read: _Read) -> Iterator[Progress]:
        from bouwstenen_app.export import word_reading  # slow to import, and only needed here

        for number, file in enumerate(files):
            yield Progress(number, len(files), what)
            try:
                copy = word_reading.read(file)
                read.copies.append((file.name, copy, self._desk.read(reviewing.belongs, copy)))
            except Problem as problem:
                read.problems.append(self.tr("{file}: {problem}").format(file=file.name, problem=problem))
        yield Progress(len(files), len(files), what)

    def _on_read(self) -> None:
        read = self._read
        done = self._kept(read.copies) if read.copies else ()
        if read.problems:
            self.problem_told.emit("\n".join(read.problems))
        elif done:
            self.told.emit(self._says(done), any(one.new for one in done))

    def _kept(self, copies: Sequence[tuple[str, Copy, Belonging]]) -> Sequence[ReadBack]:
        names = [name for name, _, _ in copies]
        label = self.tr("“{file}” teruggelezen").format(file=names[0])
        if len(names) > 1:
            label = self.tr("{n} documenten teruggelezen").format(n=len(names))

        def keep(session: Any) -> Sequence[ReadBack]:
            return [reviewing.read_back(session, copy, name, belongs) for name, copy, belongs in copies]

        return self._made(label, keep) or ()

    def _says(self, done: Sequence[ReadBack]) -> str:
        gone = sum(one.gone for one in done)
        if not gone:
            return self._came(done)
        away = reviewing.stayed_away(gone)
        return f"{self._came(done)} {away}" if any(one.new or one.known for one in done) else away

    def _came(self, done: Sequence[ReadBack]) -> str:
        new, known = sum(one.new for one in done), sum(one.known for one in done)
        if not new and not known:
            return self.tr("Er staan geen opmerkingen in en er is niets veranderd.")
        if not new:
            return self.tr("Niets nieuws: wat erin staat is al teruggelezen.")
        remarks = dutch.counted(new, self.tr("opmerking"), self.tr("opmerkingen"))
        subjects = sum(one.subjects for one in done)
        places = dutch.counted(subjects, self.tr("plaats"), self.tr("plaatsen"))
        if not subjects:
            return self.tr("{remarks} teruggelezen.").format(remarks=remarks)
        return self.tr("{remarks} teruggelezen, bij {places}.").format(remarks=remarks, places=places)

    def _on_crashed(self, error: Exception) -> None:
        raise error

    def _on_ended(self, job: Job) -> None:
        self._word.bar.cancel_asked.disconnect(job.cancel)
        self._word.bar.hide()
        self._job = None
        self.busy_changed.emit()

    def forget(self, line: RemarkLine) -> None:
        """Put the document that a remark came in away, with all its remarks."""
        label = self.tr("Opmerkingen uit “{file}” weggehaald").format(file=line.file)
        self._tell(label, reviewing.forget, line.remark.review)

    # -- one remark

    def accept(self, line: RemarkLine, text: str | None = None) -> bool:
        """Take a remark over, in words of one's own or as it is."""
        label = self.tr("Overgenomen: {place}").format(place=_place(line))
        if line.remark.kind == COMMENT:
            said = self.tr("Genoteerd als overgenomen. De tekst pas je zelf aan.")
            return self._tell(label, reviewing.accept, line.remark.id, said=said)
        return self._tell(label, reviewing.accept, line.remark.id, text)

    def reject(self, line: RemarkLine) -> bool:
        """Leave a remark aside."""
        return self._tell(
            self.tr("Niet overgenomen: {place}").format(place=_place(line)), reviewing.reject, line.remark.id
        )

    def answer(self, line: RemarkLine, text: str) -> bool:
        """Answer a remark."""
        label = self.tr("Beantwoord: {place}").format(place=_place(line))
        return self._tell(label, reviewing.answer, line.remark.id, text)

    def reopen(self, line: RemarkLine) -> bool:
        """Take back what was decided about a remark."""
        return self._tell(
            self.tr("Weer open: {place}").format(place=_place(line)), reviewing.reopen, line.remark.id
        )

    def _tell(self, label: str, verb: Callable[..., Any], *args: Any, said: str = "") -> bool:
        """Do one step, and say that it was done: by its label, or in other words."""
        done = self._do(label, verb, *args)
        if done:
            self.told.emit(said or f"{label}.", True)
        return done

    # -- what was done with them

    def report(self) -> None:
        """Ask where the overview of what was done goes, and write it."""
        if self.checks.is_asking:
            self.checks.card.accept()
            return
        if self.busy:
            self._word.is_busy()
            return
        remarks = self._desk.read(reviewing.remarks)
        if not remarks:
            self.problem_told.emit(
                self.tr("Er zijn nog geen opmerkingen ingelezen. Open eerst een document van een meelezer.")
            )
            return
        target = self._word.ask_place(self.tr("Verwerking opslaan"), handled_remarks.TITLE)
        if target is not None:
            self.report_to(target)

    def report_to(self, target: Path) -> None:
        """Write the overview of what was done with each remark to this file, when nothing red is in it."""
        today = self._word.today

        def make() -> Report:
            remarks, reviews = self._desk.read(reviewing.remarks), self._desk.read(reviewing.reviews)
            return handled_remarks.report(remarks, reviews, today)

        authors = {one.author for one in self._desk.read(reviewing.remarks)}
        what = self.tr("Verwerking schrijven")
        self.checks.write(SessionDocument(HANDLED, what, None, make, target, authors))


def _place(line: RemarkLine) -> str:
    one: Remark = line.remark
    return one.spoken_id or line.about

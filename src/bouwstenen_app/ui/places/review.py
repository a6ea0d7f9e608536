"""Opmerkingen: what reviewers wrote in a report, beside what it is about, to take over, leave aside or answer."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.anchors import BLOCK, BUNDLE
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.reviews import OPEN, UNKNOWN_AUTHOR, Remark
from bouwstenen_app.services.differing import FIELDS
from bouwstenen_app.services.reports.handled_remarks import place as standing
from bouwstenen_app.services.reviews.fields import PASSAGE
from bouwstenen_app.services.reviews.subjects import Named
from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.place import Key, Place
from bouwstenen_app.ui.places.review_acts import ReviewActs
from bouwstenen_app.ui.places.review_drafts import RemarkDrafts
from bouwstenen_app.ui.places.review_found import FoundRemarks
from bouwstenen_app.ui.places.word_acts import WordActs
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Around
from bouwstenen_app.ui.widgets.export_bar import ExportBar
from bouwstenen_app.ui.widgets.file_drop import DocumentDrop
from bouwstenen_app.ui.widgets.findings_card import FindingsCard
from bouwstenen_app.ui.widgets.remark_card import ACCEPT, FORGET, REJECT, REOPEN, SHOW
from bouwstenen_app.ui.widgets.remark_page import OPEN_ONES, RemarkPage, Told
from bouwstenen_app.ui.widgets.remark_words import RemarkLine
from bouwstenen_app.ui.widgets.remark_writing import ANSWER


class ReviewPlace(Place):
    """Shows the remarks that were read back, and does what is asked of them."""

    narrowest = 560
    bundle_asked = Signal(str)
    """Id of a bundle that is to be shown."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        jobs: Jobs,
        *,
        template: Path,
        now: Callable[[], datetime.datetime] = datetime.datetime.now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found = FoundRemarks(desk)
        self._told = Told(0, 0, (), ())
        self.page = RemarkPage(theme)
        self.bar = ExportBar(theme)
        self.word = WordActs(desk, jobs, self.bar, template=template, now=now, parent=self)
        self.findings = FindingsCard(theme)
        self.acts = ReviewActs(desk, jobs, self.word, self.findings, self)
        self.acts.checks.block_asked.connect(self.block_asked)
        self.drafts = RemarkDrafts(desk, self.page.card.writing)
        self._back = KeyButton(theme, self.tr("Terug"), "Esc", bound=False)
        self._read = KeyButton(theme, self.tr("Openen…"), "Ctrl+O", icon="folder")
        self._read.setToolTip(self.tr("Een gelezen document openen; slepen mag ook"))
        self._report = KeyButton(theme, self.tr("Verwerking"), "Ctrl+E")
        self._report.setToolTip(self.tr("Een overzicht in Word van wat je met elke opmerking deed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(Around(self.findings))
        column.addWidget(self.page, 1)
        self._connect()

    # -- what the window asks

    @override
    def title(self) -> str:
        return self.tr("Opmerkingen")

    @override
    def subtitle(self) -> str:
        self._refresh_if_stale()
        if not self._told.files:
            return self.tr("Van meelezers, uit Word")
        documents = dutch.counted(len(self._told.files), self.tr("document"), self.tr("documenten"))
        told = self.tr("{open} van {all} open · {documents}")
        return told.format(open=self._told.open, all=self._told.all, documents=documents)

    @override
    def header_actions(self) -> list[QWidget]:
        return [self._back, self._read, *([self._report] if self._told.all else ())]

    @override
    def key_help(self) -> Sequence[Key]:
        return (
            Key("J, K of ↓, ↑", self.tr("Naar de volgende of de vorige opmerking")),
            Key("A of Enter", self.tr("Overnemen: de tekst komt in de bouwsteen, de bundel of het rapport")),
            Key("E", self.tr("Overnemen in je eigen woorden")),
            Key("W", self.tr("Afwijzen")),
            Key("T", self.tr("Antwoorden; Ctrl Enter bewaart je antwoord")),
            Key("H", self.tr("Weer open zetten")),
            Key("B", self.tr("De bouwsteen of de bundel tonen")),
            Key("O", self.tr("Alleen wat open is, of alles")),
            Key("Ctrl O", self.tr("Een gelezen document openen; slepen mag ook")),
            Key("Ctrl E", self.tr("De verwerking van opmerkingen naar Word")),
            Key("Esc", self.tr("Terug naar de lijst, en dan naar Rapport")),
        )

    @override
    def commands(self) -> Sequence[Command]:
        return (
            Command(self.tr("Gelezen document openen"), self.acts.choose, "Ctrl+O"),
            Command(self.tr("Verwerking van opmerkingen naar Word"), self.acts.report, "Ctrl+E"),
            Command(self.tr("Terug naar Rapport"), self._on_back, "Esc"),
        )

    @override
    def activated(self) -> None:
        self._refresh_if_stale()
        self.page.focus()

    def read(self, files: Sequence[Path]) -> None:
        """Read documents that came back."""
        self.acts.read(files)

    # -- how it is put together

    def _connect(self) -> None:
        page, acts = self.page, self.acts
        self._desk.changed.connect(self._on_changed)
        self._back.clicked.connect(self._on_back)
        self._read.clicked.connect(acts.choose)
        self._report.clicked.connect(acts.report)
        DocumentDrop(self).dropped.connect(self.read)
        page.filtered.connect(self._show)
        page.read_asked.connect(acts.choose)
        page.left.connect(self._on_back)
        page.card.asked.connect(self._on_asked)
        page.card.writing.written.connect(self._on_written)
        page.card.writing.paste_refused.connect(self._on_paste_refused)
        for told in (acts, self.word):
            told.told.connect(self.told)
            told.problem_told.connect(self.problem_told)
        acts.busy_changed.connect(self._show_busy)
        self.word.busy_changed.connect(self._show_busy)

    def _show_busy(self) -> None:
        for button in (self._read, self._report):
            button.setDisabled(self.acts.busy)

    # -- what is shown

    def _refresh_if_stale(self) -> None:
        if self._found.is_stale:
            self._show()

    def _show(self) -> None:
        if self._found.is_stale:
            self._found.refresh()
        found, reviews = self._found.remarks, self._found.reviews
        files = {one.id: one.name for one in reviews}
        readers = sorted({_reader(one) for one in found}, key=str.casefold)
        page = self.page
        wanted = [one for one in found if page.which.current != OPEN_ONES or one.outcome == OPEN]
        wanted = [one for one in wanted if page.reader.value in (None, "", _reader(one))]
        wanted = [one for one in wanted if page.file.value in (None, "", one.review)]
        lines = [self._line(one, self._found.name(one.subject), files[one.review]) for one in wanted]
        open_, before = sum(one.outcome == OPEN for one in found), self._told
        self._told = Told(open_, len(found), readers, [(one.id, one.name) for one in reviews])
        page.show_lines(lines, self._told)
        self.titles_changed.emit()
        if bool(before.all) != bool(found):
            self.actions_changed.emit()

    def _line(self, one: Remark, name: Named, file: str) -> RemarkLine:
        about = " ".join(filter(None, (name.spoken_id, name.title))) or standing(one)
        if name.removed:
            about = self.tr("{about} (in de prullenbak)").format(about=about)
        field = "" if one.field == PASSAGE else FIELDS.get(one.field, one.field)
        return RemarkLine(one, about, field, file)

    # -- what is asked

    def _on_asked(self, what: str) -> None:
        line = self.page.card.line
        if line is None:
            return
        acts = {ACCEPT: self.acts.accept, REJECT: self.acts.reject, REOPEN: self.acts.reopen}
        if what == SHOW:
            self._show_subject(line.remark)
        elif what == FORGET:
            self.acts.forget(line)
            self.page.focus()
        elif acts[what](line):
            self._go_on(what)

    def _on_written(self, what: str, text: str) -> None:
        line = self.page.card.line
        if line is None:
            return
        done = self.acts.answer(line, text) if what == ANSWER else self.acts.accept(line, text)
        if done:
            self.page.card.writing.finish()
            self._go_on(what)

    def _go_on(self, what: str) -> None:
        """Go to the next remark that is open."""
        if what != REOPEN:
            self.page.list.go_open()
        self.page.focus()

    def _show_subject(self, one: Remark) -> None:
        kind, _, identity = one.subject.partition(":")
        if kind == BLOCK:
            self.block_asked.emit(identity)
        elif kind == BUNDLE:
            self.bundle_asked.emit(identity)

    def _on_paste_refused(self, characters: int) -> None:
        said = self.tr("Deze tekst is te lang om te plakken ({n} tekens). Plak een korter stuk.")
        self.problem_told.emit(said.format(n=dutch.number(characters)))

    def _on_back(self) -> None:
        self.place_asked.emit("report")

    def _on_changed(self, changes: Changes) -> None:
        self._found.take_in(changes)
        if self.isVisible():
            self._refresh_if_stale()

    # -- Qt

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh_if_stale()


def _reader(one: Remark) -> str:
    return one.author or UNKNOWN_AUTHOR

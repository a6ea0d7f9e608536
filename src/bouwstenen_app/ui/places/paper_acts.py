"""The card *Papieren*: what comes with the program for privacy and security, each to Word, and how long is kept."""

import datetime
from collections.abc import Callable, Generator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from bouwstenen_app.domain import audit
from bouwstenen_app.domain.opening import MONTHS, months_of
from bouwstenen_app.domain.papers import PAPERS, Paper, fields_of
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.report import Report
from bouwstenen_app.services import papers
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.word_acts import WordActs
from bouwstenen_app.ui.remembered import KEEP_MONTHS
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.export_bar import ExportBar
from bouwstenen_app.ui.widgets.segmented import SegmentedControl
from bouwstenen_app.ui.widgets.words import words


class PaperActs(QObject):
    """Lists the papers that are in ``folder``, and writes the one that is asked for."""

    told = Signal(str, bool)
    problem_told = Signal(str)
    term_changed = Signal()
    """The opening card promises another term now."""

    def __init__(
        self, desk: Desk, theme: Theme, jobs: Jobs, folder: Path, *, template: Path, parent: QWidget
    ) -> None:
        """``parent`` is what the dialog that asks for a place stands above."""
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._folder = folder
        self.bar = ExportBar(theme)
        self._word = WordActs(desk, jobs, self.bar, template=template, parent=parent)
        self._word.told.connect(self.told)
        self._word.problem_told.connect(self.problem_told)
        self._word.written.connect(self._on_written)
        self._slug = ""
        """Of what is written now."""
        self.buttons: dict[str, KeyButton] = {}
        self.card = self._card()

    @property
    def months(self) -> int:
        """How long separate blocks are kept at most, as the opening card and the papers say."""
        return months_of(self._desk.recall(KEEP_MONTHS))

    def open(self, paper: Paper) -> None:
        """Ask where a paper is to come, and write it there."""
        months = self.months
        self.write(lambda: papers.made(self._folder, paper, months), paper.title, paper.slug)

    def write(self, make: Callable[[], Report], title: str, slug: str) -> None:
        """Ask where a document is to come, make it and write it there; the log calls it by its ``slug``."""
        if self._word.is_busy():
            return
        target = self._word.ask_place(self.tr("Papier opslaan"), title)
        if target is not None:
            self._slug = slug
            self._word.write(self.tr("Papier schrijven"), make, target, to_word)

    def _card(self) -> Card:
        card = Card(self.tr("Papieren"))
        about = self.tr(
            "Concepten voor wie over privacy en beveiliging gaat. Vul in wat tussen accolades staat, en laat een "
            "jurist of je functionaris gegevensbescherming ze nakijken."
        )
        card.column.addWidget(words(about, "muted", wrap=True))
        card.column.addSpacing(4)
        card.column.addWidget(words(self.tr("Hoe lang bewaar je losse bouwstenen hooguit?"), "label"))
        terms = [(str(months), self.tr("{n} maanden").format(n=months)) for months in MONTHS]
        self.term = SegmentedControl(terms, self.tr("Hoe lang je losse bouwstenen hooguit bewaart"))
        self.term.choose(str(self.months))
        self.term.chosen.connect(self._on_term)
        row = QHBoxLayout()
        row.addWidget(self.term)
        row.addStretch(1)
        card.column.addLayout(row)
        told = self.tr("Dit staat op de openingskaart en in de papieren. Het programma wist niets vanzelf.")
        card.column.addWidget(words(told, "small", wrap=True))
        for paper in PAPERS:
            card.column.addSpacing(2)
            card.column.addLayout(self._row(paper))
        return card

    def _row(self, paper: Paper) -> QHBoxLayout:
        button = KeyButton(self._theme, self.tr("Openen in Word"), icon="file")
        button.setAccessibleName(self.tr("Openen in Word: {title}").format(title=paper.title))
        button.clicked.connect(self._opener(paper))
        self.buttons[paper.slug] = button
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(words(paper.title, "label", wrap=True))
        texts.addWidget(words(paper.audience, "small", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(texts, 1)
        row.addWidget(button)
        return row

    def _opener(self, paper: Paper) -> Callable[[], None]:
        return lambda: self.open(paper)

    def _on_term(self, months: str) -> None:
        if self._desk.read_only:
            self.term.choose(str(self.months))
            self.told.emit(self.tr("In een kopie om in te kijken blijft deze keuze niet bewaard."), False)
            return
        self._desk.remember(KEEP_MONTHS, months)
        self.term_changed.emit()

    def _on_written(self) -> None:
        self._desk.note(audit.PAPER, self._slug)
        focused = QApplication.focusWidget()
        if focused is not None and self.card.isAncestorOf(focused):
            self.bar.open.setFocus()  # who pressed the button with a key can press the next one


def to_word(
    report: Report, target: Path, template: Path, now: datetime.datetime
) -> Generator[Progress, None, Sequence[str]]:
    """Write a paper as a Word file; return what the organisation has to fill in, when there is anything."""
    from bouwstenen_app.export import word  # slow to import, and only needed here

    yield from word.write(report, target, template=template, now=now)
    fields = fields_of(report.text())
    return (f"Nog in te vullen: {' · '.join(fields)}",) if fields else ()

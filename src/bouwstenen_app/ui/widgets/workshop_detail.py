"""Everything of one session: heading, agenda, who is there, and what is ready."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import readiness
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.pace import Pace
from bouwstenen_app.domain.workshops import DONE, RUNNING, Workshop
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.agenda_table import MINUTES, QUESTION, AgendaTable
from bouwstenen_app.ui.widgets.buttons import BIG, DANGER, KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.form_fields import in_form
from bouwstenen_app.ui.widgets.name_card import NameCard
from bouwstenen_app.ui.widgets.words import words
from bouwstenen_app.ui.widgets.workshop_exports import ExportsCard
from bouwstenen_app.ui.widgets.workshop_form import WorkshopForm
from bouwstenen_app.ui.widgets.workshop_pace import pace_words
from bouwstenen_app.ui.widgets.workshop_people import PeopleCard
from bouwstenen_app.ui.widgets.workshop_ready import ReadyCard
from bouwstenen_app.ui.widgets.workshop_words import agenda_words, buffer, facts

NARROW: Final = 680
"""Below this width, in pixels at 100 %, cards that stand beside each other go under each other."""
SIDE: Final = 28
"""Pixels on both sides."""


class WorkshopDetail(QWidget):
    """Shows a session; what a person changes it tells its place."""

    start_asked = Signal()
    """To the capture place, with this session."""
    went = Signal(QWidget)
    """The focus went to a part that may be out of sight."""
    finish_asked = Signal()
    """The session is over."""
    removal_asked = Signal()
    attendance_edited = Signal(str, int)
    """Type of organisation, how many people of it."""
    attendance_refused = Signal()
    """What was typed is not an organisation with a number."""
    copy_asked = Signal()
    format_asked = Signal(str)
    """Name under which its agenda is to be kept as a format."""

    def __init__(
        self, theme: Theme, book: Codebook, agenda: QAbstractItemModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._read_only = False
        self._workshop: Workshop | None = None
        self._heading = words("", "heading", wrap=True)
        self._facts = words("", "muted", wrap=True)
        self.start = KeyButton(theme, "", "Ctrl+Return", kind=BIG, icon="play")
        self.finish = KeyButton(theme, self.tr("Sessie afronden"), "Ctrl+Shift+E", icon="lock")
        self.check = KeyButton(theme, "", icon="check")
        self.check.setToolTip(self.tr("Wat is er klaar, en wat nog niet? Starten kan altijd."))
        self.rehearse = KeyButton(theme, self.tr("Oefenen"), icon="play")
        self.rehearse.setToolTip(self.tr("Deze sessie uitproberen in een kopie; niets daarvan wordt bewaard"))
        self.change = KeyButton(theme, self.tr("Gegevens wijzigen"), icon="edit")
        self.change.setCheckable(True)
        self.copy = KeyButton(theme, self.tr("Kopiëren"), icon="copy")
        self.copy.setToolTip(self.tr("Een nieuwe sessie met hetzelfde draaiboek, zonder bouwstenen en deelnemers"))
        self.keep = KeyButton(theme, self.tr("Bewaren als werkvorm"), icon="star")
        self.keep.setToolTip(self.tr("Het draaiboek gebruiken voor nieuwe sessies, in elke werkmap"))
        self.naming = NameCard(theme, self.tr("Naam van de werkvorm"), self.tr("Bewaren"))
        in_form(self.naming.line, "naam van een werkvorm")
        self.form = WorkshopForm()
        self.form.hide()
        self.agenda = AgendaTable(theme, agenda)
        self._agenda_title = words("", "muted", wrap=True)
        self._pace = words("", "muted", wrap=True)
        self.people = PeopleCard(theme, book)
        self.ready = ReadyCard(theme)
        self.exports = ExportsCard(theme)
        self._agreed = _AgreedCard()
        self.remove = KeyButton(theme, self.tr("Sessie naar de prullenbak"), kind=DANGER, icon="bin")
        self._lay_out()
        self.start.clicked.connect(self.start_asked)
        self.finish.clicked.connect(self.finish_asked)
        self.ready.asked.connect(self.go_to)
        self.check.clicked.connect(lambda: self.went.emit(self.ready.focus_first()))
        self.change.toggled.connect(self.form.setVisible)
        self.remove.clicked.connect(self.removal_asked)
        self.copy.clicked.connect(self.copy_asked)
        self.keep.clicked.connect(lambda: self.naming.ask(self._heading.text(), self.keep))
        self.naming.named.connect(self.format_asked)
        self.people.edited.connect(self.attendance_edited)
        self.people.refused.connect(self.attendance_refused)

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook, for the colours of organisations."""
        self.people.set_codebook(book)

    def set_read_only(self, read_only: bool) -> None:
        """Show without anything that changes the session."""
        self._read_only = read_only
        for part in (self.agenda, self.people, self.ready):
            part.set_read_only(read_only)
        for widget in (self.change, self.copy, self.remove):
            widget.setVisible(not read_only)

    def edit_title(self) -> None:
        """Open the particulars, with the title to be typed over."""
        self.change.setChecked(True)
        title = self.form.text_field("title")
        title.setFocus()
        title.selectAll()

    def go_to(self, point: str) -> None:
        """Take the focus to where a point of the checklist is settled."""
        step = self._open_step(point)
        if step >= 0:
            self.agenda.edit(step, QUESTION if point == readiness.QUESTIONS else MINUTES)
            self.went.emit(self.agenda)
            return
        field = self._field_of(point)
        if self.form.isAncestorOf(field):
            self.change.setChecked(True)
        field.setFocus()
        self.went.emit(field)

    def _open_step(self, point: str) -> int:
        """Return the row of the first step that lacks what a point asks for, -1 when none does."""
        for row, step in enumerate(self._workshop.rounds if self._workshop else ()):
            unasked = step.number is not None and not step.question.strip()
            if (point == readiness.QUESTIONS and unasked) or (point == readiness.AGENDA and not step.minutes):
                return row
        return -1

    def _field_of(self, point: str) -> QWidget:
        workshop = self._workshop
        if workshop is None or point == readiness.PEOPLE:
            return self.people.line
        if point == readiness.VOTES:
            return self.form.votes
        if point == readiness.MOMENT:
            return self.form.start.line if workshop.date else self.form.date.line
        if point == readiness.QUESTIONS or not workshop.rounds:
            return self.agenda.add_round
        if not workshop.minutes:
            return self.form.end.line if workshop.start_time else self.form.start.line
        return self.agenda.view

    def show_workshop(self, workshop: Workshop, facts_of_all: Sequence[str]) -> None:
        """Show a session; ``facts_of_all`` are lines of the checklist that are true whatever the session is."""
        self._workshop = workshop
        self._heading.setText(workshop.title)
        self._facts.setText(facts(workshop))
        self.start.setText(self._start_words(workshop))
        self.start.updateGeometry()
        self.finish.setVisible(workshop.state == RUNNING and not self._read_only)
        self.form.show_workshop(workshop)
        said = agenda_words(workshop)
        self._agenda_title.setText(f"· {said}" if said else "")
        _colour(self._agenda_title, warns=buffer(workshop) < 0)
        self.people.show_attendance(workshop.attendance, workshop.participants)
        self.ready.show_workshop(workshop, facts_of_all)
        for widget in (self.ready, self.check):
            widget.setVisible(workshop.state != DONE)
        self.check.setText(self.tr("Klaar? {n}").format(n=self.ready.how_far))
        self.check.updateGeometry()
        self.exports.show_workshop(workshop)
        self._agreed.show_workshop(workshop)

    def show_pace(self, pace: Pace | None, workshop: Workshop) -> None:
        """Say how a session that runs is doing beside its agenda; nothing when there is nothing to say."""
        self._pace.setText(pace_words(pace, workshop) if pace else "")
        self._pace.setVisible(pace is not None)
        _colour(self._pace, warns=pace is not None and pace.behind > 0)

    def _start_words(self, workshop: Workshop) -> str:
        if workshop.state == DONE:
            return self.tr("Bekijken in Vastleggen")
        return self.tr("Verder met vastleggen") if workshop.state == RUNNING else self.tr("Start sessie")

    def _lay_out(self) -> None:
        row = FlowLayout(gap=8)
        for button in (self.finish, self.check, self.rehearse, self.change, self.copy, self.keep):
            row.addWidget(button)
        left = QVBoxLayout()
        left.setSpacing(16)
        for card in (self.people, self.exports, self._agreed):
            left.addWidget(card)
        left.addStretch(1)
        under, self._pair = _beside()
        self._pair.addLayout(left, 1)
        self._pair.addWidget(self.ready, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 22, SIDE, 28)
        column.setSpacing(16)
        column.addWidget(self._names())
        column.addLayout(row)
        column.addWidget(self.naming)
        column.addWidget(self.form)
        column.addWidget(self._agenda_card())
        column.addWidget(under)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _names(self) -> QWidget:
        top, self._head = _beside()
        names = QVBoxLayout()
        names.setSpacing(4)
        names.addWidget(self._heading)
        names.addWidget(self._facts)
        self._head.addLayout(names, 1)
        self._head.addWidget(self.start, 0, Qt.AlignmentFlag.AlignTop)
        return top

    def _agenda_card(self) -> Card:
        card = Card()
        card.setAccessibleName(self.tr("Draaiboek"))
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(words(self.tr("Draaiboek"), "strong"))
        title.addWidget(self._agenda_title, 1)
        card.column.addLayout(title)
        card.column.addWidget(self._pace)
        card.column.addWidget(self.agenda)
        return card

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._theme.px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._pair.setDirection(way)
        self._head.setDirection(way)
        self.start.show_key(True)
        self.start.show_key(self.start.sizeHint().width() <= self.contentsRect().width() - 2 * SIDE)
        top = Qt.AlignmentFlag.AlignTop
        self._head.setAlignment(self.start, Qt.AlignmentFlag.AlignLeft if narrow else top)

    @override
    def minimumSizeHint(self) -> QSize:
        # The page never scrolls sideways: cards shrink before the window does.
        return QSize(0, super().minimumSizeHint().height())


def _beside() -> tuple[QWidget, QBoxLayout]:
    """Return a row and its layout; texts in it get the height they need, also where a button is wider than it."""
    row = QWidget()
    row.setMinimumWidth(1)
    made = QBoxLayout(QBoxLayout.Direction.LeftToRight, row)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(16)
    return row, made


def _colour(label: QLabel, *, warns: bool) -> None:
    kind = "warn" if warns else "muted"
    if label.property("kind") != kind:
        label.setProperty("kind", kind)
        label.style().polish(label)


class _AgreedCard(Card):
    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Vraag en afspraken"))
        self._question_title = words(self.tr("Hoofdvraag"), "strong")
        self._question = words("", wrap=True)
        self._title = words(self.tr("Afspraken"), "strong")
        self._text = words("", wrap=True)
        for widget in (self._question_title, self._question, self._title, self._text):
            self.column.addWidget(widget)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the main question and what was agreed; nothing when there is neither."""
        self._question.setText(workshop.main_question)
        self._text.setText("\n".join(f"•  {line}" for line in workshop.agreements))
        for title, text in ((self._question_title, self._question), (self._title, self._text)):
            title.setVisible(bool(text.text()))
            text.setVisible(bool(text.text()))
        self.setVisible(bool(workshop.main_question or workshop.agreements))

"""Everything of one session: heading, agenda, who is there, and what is ready."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import DOMAIN, Codebook, folded
from bouwstenen_app.domain.workshops import DONE, RUNNING, Attendance, Workshop
from bouwstenen_app.ui.look import Tone
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.agenda_table import AgendaTable
from bouwstenen_app.ui.widgets.buttons import BIG, DANGER, KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.chips import Chip, code_tone
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.name_card import NameCard
from bouwstenen_app.ui.widgets.words import words
from bouwstenen_app.ui.widgets.workshop_form import WorkshopForm
from bouwstenen_app.ui.widgets.workshop_words import agenda_words, buffer, facts

NARROW: Final = 680
"""Below this width, in pixels at 100 %, cards that stand beside each other go under each other."""


class WorkshopDetail(QWidget):
    """Shows a session; what a person changes it tells its place."""

    start_asked = Signal()
    """To the capture place, with this session."""
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
        self._heading = words("", "heading", wrap=True)
        self._facts = words("", "muted", wrap=True)
        self.start = KeyButton(theme, "", kind=BIG, icon="play")
        self.change = KeyButton(theme, self.tr("Gegevens wijzigen"), icon="edit")
        self.change.setCheckable(True)
        self.copy = KeyButton(theme, self.tr("Kopiëren"), icon="copy")
        self.copy.setToolTip(self.tr("Een nieuwe sessie met hetzelfde draaiboek, zonder bouwstenen en deelnemers"))
        self.keep = KeyButton(theme, self.tr("Bewaren als werkvorm"), icon="star")
        self.keep.setToolTip(self.tr("Het draaiboek gebruiken voor nieuwe sessies, in elke werkmap"))
        self.naming = NameCard(theme, self.tr("Naam van de werkvorm"), self.tr("Bewaren"))
        self.form = WorkshopForm()
        self.form.hide()
        self.agenda = AgendaTable(theme, agenda)
        self._agenda_title = words("", "muted", wrap=True)
        self.people = PeopleCard(theme, book)
        self._ready = _ReadyCard(theme)
        self._agreed = _AgreedCard()
        self.remove = KeyButton(theme, self.tr("Sessie naar de prullenbak"), kind=DANGER, icon="bin")
        self._lay_out()
        self.start.clicked.connect(self.start_asked)
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
        self.agenda.set_read_only(read_only)
        self.people.set_read_only(read_only)
        for widget in (self.change, self.copy, self.remove):
            widget.setVisible(not read_only)

    def edit_title(self) -> None:
        """Open the particulars, with the title to be typed over."""
        self.change.setChecked(True)
        title = self.form.text_field("title")
        title.setFocus()
        title.selectAll()

    def show_workshop(self, workshop: Workshop, checks: Sequence[tuple[bool, str]]) -> None:
        """Show a session, with what is ready (or not yet) in words."""
        self._heading.setText(workshop.title)
        self._facts.setText(facts(workshop))
        self.start.setText(self._start_words(workshop))
        self.start.updateGeometry()
        self.form.show_workshop(workshop)
        self._agenda_title.setText(agenda_words(workshop))
        self._agenda_title.setProperty("kind", "warn" if buffer(workshop) < 0 else "muted")
        self._agenda_title.style().polish(self._agenda_title)
        self.people.show_attendance(workshop.attendance, workshop.participants)
        self._ready.show_checks(checks)
        self._agreed.show_workshop(workshop)

    def _start_words(self, workshop: Workshop) -> str:
        if workshop.state == DONE:
            return self.tr("Bekijken in Vastleggen")
        return self.tr("Verder met vastleggen") if workshop.state == RUNNING else self.tr("Start sessie")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        names = QVBoxLayout()
        names.setSpacing(4)
        names.addWidget(self._heading)
        names.addWidget(self._facts)
        head.addLayout(names, 1)
        head.addWidget(self.start, 0, Qt.AlignmentFlag.AlignTop)
        self._head = head
        row = FlowLayout(gap=8)
        for button in (self.change, self.copy, self.keep):
            row.addWidget(button)
        agenda = Card()
        agenda.setAccessibleName(self.tr("Draaiboek"))
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(words(self.tr("Draaiboek"), "strong"))
        title.addWidget(self._agenda_title, 1)
        agenda.column.addLayout(title)
        agenda.column.addWidget(self.agenda)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(16)
        self._pair.addWidget(self.people, 1)
        self._pair.addWidget(self._ready, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 28)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(row)
        column.addWidget(self.naming)
        column.addWidget(self.form)
        column.addWidget(agenda)
        column.addLayout(self._pair)
        column.addWidget(self._agreed)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._theme.px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._pair.setDirection(way)
        self._head.setDirection(way)

    @override
    def minimumSizeHint(self) -> QSize:
        # The page never scrolls sideways: cards shrink before the window does.
        return QSize(0, super().minimumSizeHint().height())


class PeopleCard(Card):
    """Organisations as chips with how many people; one line takes another one in."""

    edited = Signal(str, int)
    refused = Signal()

    def __init__(self, theme: Theme, book: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._shown: Sequence[Attendance] = ()
        self._read_only = False
        self.setAccessibleName(self.tr("Deelnemers"))
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(words(self.tr("Deelnemers"), "strong"))
        self._note = words("", "muted", wrap=True)
        title.addWidget(self._note, 1)
        self._chips = FlowLayout(gap=5)
        self._none = words(self.tr("Nog niet ingevuld."), "muted", wrap=True)
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Organisatie en aantal, zoals: politie 4"))
        self.line.setAccessibleName(self.tr("Soort organisatie en aantal, geen namen"))
        self.line.returnPressed.connect(self._on_return)
        self.column.addLayout(title)
        self.column.addLayout(self._chips)
        self.column.addWidget(self._none)
        self.column.addWidget(self.line)
        self.column.addStretch(1)
        self.set_codebook(book)

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook: organisations that it knows have the colour of their domain."""
        self._codes = {
            folded(name): code
            for code in book.of(DOMAIN)
            for name in (*code.synonyms, *code.abbreviations, code.name)
        }

    def set_read_only(self, read_only: bool) -> None:
        """Show without anything that changes."""
        self._read_only = read_only
        self.line.setVisible(not read_only)

    def show_attendance(self, attendance: Sequence[Attendance], participants: int) -> None:
        """Show who is there."""
        note = self.tr("geen namen, wel organisaties")
        total = dutch.counted(participants, self.tr("deelnemer"), self.tr("deelnemers"))
        self._note.setText(f"· {total} · {note}" if participants else f"· {note}")
        if attendance == self._shown and self._chips.count():
            return
        self._shown = attendance
        self._chips.clear()
        self._none.setVisible(not attendance)
        last: QWidget = self.line
        for line in attendance:
            chip = self._chip(line)
            self._chips.addWidget(chip)
            QWidget.setTabOrder(last, chip)
            last = chip
        QWidget.setTabOrder(last, self.line)  # as it is read: the organisations first, then adding one

    def _chip(self, line: Attendance) -> Chip:
        chip = Chip(
            self._theme,
            f"{dutch.capitalised(line.organisation)} {line.count}",
            lambda: self._tone(line.organisation),
            parent=self,
        )
        chip.setAccessibleName(f"{dutch.capitalised(line.organisation)}, {line.count}")
        chip.setToolTip(self.tr("Klik om het aantal te wijzigen; met 0 gaat de organisatie weg"))
        chip.clicked.connect(lambda: self._change(line))
        chip.show()
        return chip

    def _tone(self, organisation: str) -> Tone:
        code = self._codes.get(folded(organisation))
        return code_tone(self._theme, code) if code else self._theme.look.neutral

    def _change(self, line: Attendance) -> None:
        if self._read_only:
            return
        self.line.setText(f"{line.organisation} {line.count}")
        self.line.setFocus()
        self.line.setSelection(len(line.organisation) + 1, len(str(line.count)))

    def _on_return(self) -> None:
        name, _, count = self.line.text().strip().rpartition(" ")
        if not name.strip() or not count.isdecimal() or len(count) > 4:
            self.refused.emit()
            return
        self.line.clear()
        self.edited.emit(name.strip(), int(count))


class _ReadyCard(Card):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(self.tr("Klaar?"))
        self.column.addWidget(words(self.tr("Klaar?"), "strong"))
        self._lines: list[tuple[QLabel, QLabel]] = []
        self._list = QGridLayout()
        self._list.setVerticalSpacing(8)
        self._list.setHorizontalSpacing(8)
        self._list.setColumnStretch(1, 1)
        self.column.addLayout(self._list)
        self.column.addStretch(1)

    def show_checks(self, checks: Sequence[tuple[bool, str]]) -> None:
        """Show what is ready and what is not yet."""
        while len(self._lines) < len(checks):
            mark, line = words(""), words("", wrap=True)
            row = len(self._lines)
            self._list.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
            self._list.addWidget(line, row, 1)
            self._lines.append((mark, line))
        for (mark, line), check in zip(self._lines, [*checks, *[None] * len(self._lines)], strict=False):
            mark.setVisible(check is not None)
            line.setVisible(check is not None)
            if check is not None:
                done, text = check
                mark.setText("✓" if done else "○")
                line.setText(text)
                line.setAccessibleName(
                    (self.tr("Klaar: {what}") if done else self.tr("Nog niet: {what}")).format(what=text)
                )


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

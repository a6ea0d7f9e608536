"""Who is there: types of organisation with how many people, never a name."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import DOMAIN, Codebook, folded
from bouwstenen_app.domain.workshops import Attendance
from bouwstenen_app.ui.look import Tone
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.chips import Chip, code_tone
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.form_fields import in_form
from bouwstenen_app.ui.widgets.words import words


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
        in_form(self.line, "deelnemers")
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

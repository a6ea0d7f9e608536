"""What the partners say of a bundle: a row for each, with the answer, the date and a note."""

import datetime
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.consents import STATES, Consent
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import IconButton, KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.edited_text import EditedText
from bouwstenen_app.ui.widgets.words import words

Row = tuple[Consent, str]
"""What a partner says, and the name of the partner."""


class ConsentTable(QWidget):
    """Shows the rows and asks for each change; ``bundle`` is the one they are about."""

    answered = Signal(str, str, object)
    """Id of the partner, ``state``, ``note`` or ``date``, and the new value."""
    withdrawn = Signal(str)
    partner_asked = Signal(QPoint)
    """A partner is to be added; where a choice may open."""
    date_refused = Signal(str)
    """What was typed is not a date."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[str, _ConsentRow] = {}
        self._order: list[str] = []
        self._bundle = ""
        self._nobody = words(self.tr("Nog aan niemand voorgelegd."), "muted", wrap=True)
        self.add = KeyButton(theme, self.tr("Voorleggen aan…"), "A", icon="plus", bound=False)
        self.add.clicked.connect(self.ask)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._nobody)
        column.addLayout(self._column)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        column.addLayout(row)

    @property
    def bundle(self) -> str:
        """Id of the bundle that the rows are about; also while an edit of it is told late."""
        return self._bundle

    def ask(self) -> None:
        """Ask for a partner."""
        self.partner_asked.emit(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def show_rows(self, bundle: str, rows: Sequence[Row]) -> None:
        """Show what partners say of a bundle."""
        partners = [consent.partner for consent, _ in rows]
        if bundle != self._bundle or partners != self._order:
            self.finish()
            for row in self._rows.values():
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._rows = {partner: self._row(partner) for partner in partners}
            self._bundle, self._order = bundle, partners
        for consent, name in rows:
            self._rows[consent.partner].show_consent(consent, name)
        self._nobody.setVisible(not rows)

    def finish(self) -> None:
        """Tell of an edit that is still under way."""
        for row in self._rows.values():
            row.finish()

    def row(self, partner: str) -> "_ConsentRow":
        """Return the row of a partner."""
        return self._rows[partner]

    def _row(self, partner: str) -> "_ConsentRow":
        row = _ConsentRow(self._theme)
        row.answered.connect(lambda name, value: self.answered.emit(partner, name, value))
        row.date_refused.connect(self.date_refused)
        row.withdrawn.connect(lambda: self.withdrawn.emit(partner))
        self._column.addWidget(row)
        row.show()
        return row


class _ConsentRow(Card):
    answered = Signal(str, object)
    withdrawn = Signal()
    date_refused = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.column.setContentsMargins(12, 8, 8, 10)
        self._date: datetime.date | None = None
        self.name = words("", "strong", wrap=True)
        self.state = Choice([(one, one.capitalize()) for one in STATES])
        self.state.picked.connect(lambda value: self.answered.emit("state", value))
        self.date = QLineEdit()
        self.date.setPlaceholderText(self.tr("Datum"))
        self.date.editingFinished.connect(self._on_date)
        self.note = EditedText()
        self.note.setPlaceholderText(self.tr("Toelichting of voorwaarde"))
        self.note.edited.connect(lambda text: self.answered.emit("note", text))
        self.out = IconButton(theme, "close", "", size=14)
        self.out.clicked.connect(self.withdrawn)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.out, 0, Qt.AlignmentFlag.AlignTop)
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.state, 0, 0)
        grid.addWidget(self.date, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.note, 1, 0, 1, 2)
        self.column.addLayout(head)
        self.column.addLayout(grid)

    def show_consent(self, consent: Consent, name: str) -> None:
        """Show what a partner says."""
        self.name.setText(name)
        self.state.set_value(consent.state)
        self._date = consent.date
        if not self.date.hasFocus() or not self.date.isModified():
            self._write_date()
        self.note.set_text(consent.note)
        for field, what in (
            (self.state, self.tr("Antwoord van {partner}")),
            (self.date, self.tr("Datum van {partner}")),
            (self.note, self.tr("Toelichting van {partner}")),
        ):
            field.setAccessibleName(what.format(partner=name))
        self.out.set_name(self.tr("{partner} uit de afstemming halen").format(partner=name))

    def finish(self) -> None:
        """Tell of an edit that is still under way."""
        self._on_date()
        self.note.finish()

    def _write_date(self) -> None:
        self.date.setText(dutch.day(self._date) if self._date else "")

    def _on_date(self) -> None:
        if not self.date.isModified():
            return
        text = self.date.text()
        found = dutch.read_date(text)
        self.date.setModified(False)
        if found is None:
            self._write_date()
            self.date_refused.emit(text)
        elif found != self._date:
            self.answered.emit("date", found)
        else:
            self._write_date()

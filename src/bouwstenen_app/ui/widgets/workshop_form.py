"""The particulars of a session as fields, each told as an edit of its own. No field asks for a person's name."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from bouwstenen_app.domain.formats import MOST_VOTES
from bouwstenen_app.domain.workshops import STATES, Workshop
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.choice import Choice, Count
from bouwstenen_app.ui.widgets.edited_text import EditedText
from bouwstenen_app.ui.widgets.moment_fields import ClockField, DateField
from bouwstenen_app.ui.widgets.words import labelled
from bouwstenen_app.ui.widgets.workshop_words import minutes_between, planned_end, state_words

MOST_TABLES: Final = 99


class WorkshopForm(Card):
    """Shows the particulars of a session and tells what a person changes in them."""

    edited = Signal(str, object)
    """Name of the field of ``Workshop``, new value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Gegevens van de sessie"))
        self._texts: dict[str, EditedText] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        self.column.addLayout(self._grid)
        self.date = DateField()
        self.start = ClockField()
        self.end = ClockField()
        self._starts = ""
        self.state = Choice([(state, state_words(state)) for state in STATES])
        self.tables = Count(MOST_TABLES, nothing=self.tr("niet ingevuld"))
        self.votes = Count(MOST_VOTES, nothing=self.tr("niet afgesproken"))
        self.stack = QCheckBox(self.tr("Meer stemmen op één bouwsteen mag"))
        self._build()
        self.date.dated.connect(lambda date: self.edited.emit("date", date))
        self.start.timed.connect(lambda time: self.edited.emit("start_time", time))
        self.end.timed.connect(self._on_ended)
        self.state.picked.connect(lambda state: self.edited.emit("state", state))
        self.tables.counted.connect(lambda count: self.edited.emit("tables", count or 0))
        self.votes.counted.connect(lambda count: self.edited.emit("votes_each", count or 0))
        self.stack.clicked.connect(lambda on: self.edited.emit("votes_stack", on))

    def show_workshop(self, workshop: Workshop) -> None:
        """Show a session."""
        for name, text in self._texts.items():
            value = getattr(workshop, name)
            text.set_text(value if isinstance(value, str) else "\n".join(value))
        self.date.set_date(workshop.date)
        self.start.set_time(workshop.start_time)
        self._starts = workshop.start_time
        self.end.setEnabled(bool(workshop.start_time))
        self.end.setToolTip("" if workshop.start_time else self.tr("Vul eerst in wanneer de sessie begint"))
        self.end.set_time(planned_end(workshop) if workshop.minutes else "")
        self.state.set_value(workshop.state)
        self.tables.set_value(workshop.tables)
        self.votes.set_value(workshop.votes_each)
        self.stack.setChecked(workshop.votes_stack)
        self.stack.setEnabled(workshop.votes_each != 1)

    def finish(self) -> None:
        """Tell of an edit that is still under way."""
        for text in self._texts.values():
            text.finish()

    def text_field(self, name: str) -> EditedText:
        """Return the field of a text, by the name of the field of ``Workshop``."""
        return self._texts[name]

    def _build(self) -> None:
        self._add(self.tr("Titel"), self._text("title"), 0, 0, wide=True)
        self._add(self.tr("Datum"), self.date, 1, 0)
        self._add(self.tr("Hoe ver is de sessie?"), self.state, 1, 1)
        self._add(self.tr("Begint om"), self.start, 2, 0)
        self._add(self.tr("Is klaar om"), self.end, 2, 1)
        self._add(self.tr("Plaats"), self._text("place"), 3, 0)
        self._add(self.tr("Locatie"), self._text("location"), 3, 1)
        self._add(self.tr("Regio"), self._text("region"), 4, 0)
        self._add(self.tr("Aantal tafels"), self.tables, 4, 1)
        self._add(self.tr("Hoofdvraag"), self._text("main_question"), 5, 0, wide=True)
        self._add(self.tr("Stemmen per deelnemer"), self.votes, 6, 0)
        self._grid.addWidget(self.stack, 13, 1, Qt.AlignmentFlag.AlignVCenter)
        self._add(self.tr("Verder over het stemmen"), self._text("vote_rule"), 7, 0, wide=True)
        agreements = self._text("agreements", lines=2)
        self._add(self.tr("Afspraken, één per regel"), agreements, 8, 0, wide=True)

    def _text(self, name: str, *, lines: int = 1) -> EditedText:
        text = EditedText(least=lines, single_line=lines == 1)
        text.edited.connect(lambda value: self._on_edited(name, value))
        self._texts[name] = text
        return text

    def _add(self, label: str, field: QWidget, row: int, column: int, *, wide: bool = False) -> None:
        span = 2 if wide else 1
        self._grid.addWidget(labelled(label, field, above=6), 2 * row, column, 1, span)
        self._grid.addWidget(field, 2 * row + 1, column, 1, span, Qt.AlignmentFlag.AlignTop)

    def _on_edited(self, name: str, text: str) -> None:
        lines = [line.strip() for line in text.split("\n")]
        self.edited.emit(name, list(filter(None, lines)) if name == "agreements" else text.strip())

    def _on_ended(self, time: str) -> None:
        self.edited.emit("minutes", minutes_between(self._starts, time))

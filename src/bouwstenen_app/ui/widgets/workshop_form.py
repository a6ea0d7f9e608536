"""The particulars of a session as fields, each told as an edit of its own; and the panel that makes a new one."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.formats import Format
from bouwstenen_app.domain.workshops import STATES, Workshop
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.edited_text import EditedText
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.growing_text import GrowingText
from bouwstenen_app.ui.widgets.moment_fields import ClockField, DateField
from bouwstenen_app.ui.widgets.word_choices import WordChoices
from bouwstenen_app.ui.widgets.words import words
from bouwstenen_app.ui.widgets.workshop_words import minutes_between, planned_end, state_words

LONGEST_TITLE: Final = 300
PANEL_WIDTH: Final = 620


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
        self._build()
        self.date.dated.connect(lambda date: self.edited.emit("date", date))
        self.start.timed.connect(lambda time: self.edited.emit("start_time", time))
        self.end.timed.connect(self._on_ended)
        self.state.picked.connect(lambda state: self.edited.emit("state", state))

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
        self._add(self.tr("Regio"), self._text("region"), 4, 0, wide=True)
        self._add(self.tr("Hoofdvraag"), self._text("main_question"), 5, 0, wide=True)
        agreements = self._text("agreements", lines=2)
        self._add(self.tr("Afspraken, één per regel"), agreements, 6, 0, wide=True)

    def _text(self, name: str, *, lines: int = 1) -> EditedText:
        text = EditedText(least=lines, single_line=lines == 1)
        text.edited.connect(lambda value: self._on_edited(name, value))
        self._texts[name] = text
        return text

    def _add(self, label: str, field: QWidget, row: int, column: int, *, wide: bool = False) -> None:
        span = 2 if wide else 1
        self._grid.addWidget(_label(label, field), 2 * row, column, 1, span)
        self._grid.addWidget(field, 2 * row + 1, column, 1, span, Qt.AlignmentFlag.AlignTop)

    def _on_edited(self, name: str, text: str) -> None:
        lines = [line.strip() for line in text.split("\n")]
        self.edited.emit(name, list(filter(None, lines)) if name == "agreements" else text.strip())

    def _on_ended(self, time: str) -> None:
        self.edited.emit("minutes", minutes_between(self._starts, time))


class NewWorkshopPanel(Card):
    """Asks for what a session needs; only the title must be there."""

    asked = Signal(str, object, str, object)
    """Title, date or None, region, and a ``Format`` or a list with the names of rounds."""
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._format: Format | None = None
        self.setAccessibleName(self.tr("Nieuwe sessie"))
        self.title = QLineEdit()
        self.title.setMaxLength(LONGEST_TITLE)
        self.title.setPlaceholderText(self.tr("Bijvoorbeeld: Werksessie zorg en straf"))
        self.date = DateField()
        self.region = QLineEdit()
        self._regions = WordChoices(self.region)
        self.format = Choice([(None, self.tr("Eigen rondes"))])
        self.rounds = GrowingText(least=3)
        self._preview = words("", wrap=True)
        self._about = words("", "muted", wrap=True)
        self._wrong = words(self.tr("Geef de sessie een titel."), "bad")
        self._wrong.hide()
        self.make = KeyButton(theme, self.tr("Sessie maken"), "Ctrl+Return", kind=PRIMARY)
        self.cancel = KeyButton(theme, self.tr("Annuleren"), "Esc")
        self._lay_out()
        self.make.clicked.connect(self._on_make)
        self.cancel.clicked.connect(self.cancelled)
        self.title.returnPressed.connect(self._on_make)
        self.region.returnPressed.connect(self._on_make)
        self.date.line.returnPressed.connect(self._on_make)
        self.title.textChanged.connect(self._wrong.hide)
        self.format.picked.connect(self._show_format)
        theme.changed.connect(self._fit)
        self._fit()

    def begin(self, regions: Sequence[str], formats: Sequence[Format] = ()) -> None:
        """Start empty, with the regions that are known as suggestions and the formats to choose from."""
        said = [(format, f"{format.name} · {self._minutes(format.minutes)}") for format in formats]
        self.format.set_choices([(None, self.tr("Eigen rondes")), *said])
        self.format.set_value(None)
        self._show_format(None)
        self.title.clear()
        self.date.set_date(None)
        self.date.line.clear()
        self.region.clear()
        self._regions.set_words(regions)
        self.rounds.setPlainText(self.tr("Wat werkt al?\nWaar knelt het?"))
        self._wrong.hide()
        self.title.setFocus()

    def _lay_out(self) -> None:
        self.column.addWidget(words(self.tr("Nieuwe sessie"), "heading"))
        self.column.addWidget(words(self.tr("Alleen een titel is nodig. De rest kan later."), "muted", wrap=True))
        fields: list[tuple[str, QWidget]] = [
            (self.tr("Titel"), self.title),
            (self.tr("Datum"), self.date),
            (self.tr("Regio"), self.region),
            (self.tr("Werkvorm"), self.format),
            (self.tr("Rondes, één per regel"), self.rounds),
        ]
        self._own = QWidget()
        for label, field in fields:
            block = QVBoxLayout(self._own) if field is self.rounds else QVBoxLayout()
            block.setContentsMargins(0, 0, 0, 0)
            block.setSpacing(3)
            block.addWidget(_label(label, field))
            block.addWidget(field)
            if field is self.title:
                block.addWidget(self._wrong)
            if field is self.rounds:
                self.column.addWidget(self._own)
            else:
                self.column.addLayout(block)
        self.column.addWidget(self._about)
        self.column.addWidget(self._preview)
        buttons = FlowLayout(gap=10)
        buttons.addWidget(self.make)
        buttons.addWidget(self.cancel)
        self.column.addSpacing(4)
        self.column.addLayout(buttons)

    def _on_make(self) -> None:
        if not self.title.text().strip():
            self._wrong.show()
            self.title.setFocus()
            return
        self.date.line.editingFinished.emit()
        if not self.date.readable:
            self.date.line.setFocus()
            return
        names = [line.strip() for line in self.rounds.toPlainText().split("\n") if line.strip()]
        self.asked.emit(self.title.text(), self.date.date, self.region.text(), self._format or names)

    def _show_format(self, chosen: object) -> None:
        self._format = chosen if isinstance(chosen, Format) else None
        self._own.setVisible(self._format is None)
        for label in (self._about, self._preview):
            label.setVisible(self._format is not None)
        if self._format is not None:
            self._about.setText(self._format.about)
            self._about.setVisible(bool(self._format.about))
            self._preview.setText("\n".join(self._lines(self._format)))

    def _lines(self, format: Format) -> Iterator[str]:
        number = 0
        for step in format.steps:
            number += step.gathers
            name = self.tr("Ronde {n}: {name}").format(n=number, name=step.name) if step.gathers else step.name
            yield self.tr("{n} min · {name}").format(n=step.minutes, name=name)
        if format.buffer > 0:
            yield self.tr("{n} min · speling").format(n=format.buffer)

    def _minutes(self, minutes: int) -> str:
        return dutch.counted(minutes, self.tr("minuut"), self.tr("minuten"))

    def _fit(self) -> None:
        self.setMaximumWidth(self._theme.px(PANEL_WIDTH))


def _label(text: str, field: QWidget) -> QWidget:
    label = words(text, "label")
    label.setBuddy(field)
    label.setContentsMargins(0, 6, 0, 0)
    field.setAccessibleName(text)
    return label

"""The particulars of a session as fields, each told as an edit of its own; and the panel that makes a new one."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

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
from bouwstenen_app.ui.widgets.workshop_words import state_words

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
        self.state = Choice([(state, state_words(state)) for state in STATES])
        self._build()
        self.date.dated.connect(lambda date: self.edited.emit("date", date))
        self.start.timed.connect(lambda time: self.edited.emit("start_time", time))
        self.state.picked.connect(lambda state: self.edited.emit("state", state))

    def show_workshop(self, workshop: Workshop) -> None:
        """Show a session."""
        for name, text in self._texts.items():
            value = getattr(workshop, name)
            text.set_text(value if isinstance(value, str) else "\n".join(value))
        self.date.set_date(workshop.date)
        self.start.set_time(workshop.start_time)
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
        self._add(self.tr("Begint om"), self.start, 1, 1)
        self._add(self.tr("Regio"), self._text("region"), 2, 0)
        self._add(self.tr("Plaats"), self._text("place"), 2, 1)
        self._add(self.tr("Locatie"), self._text("location"), 3, 0)
        self._add(self.tr("Hoe ver is de sessie?"), self.state, 3, 1)
        self._add(self.tr("Hoofdvraag"), self._text("main_question"), 4, 0, wide=True)
        agreements = self._text("agreements", lines=2)
        self._add(self.tr("Afspraken, één per regel"), agreements, 5, 0, wide=True)

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


class NewWorkshopPanel(Card):
    """Asks for what a session needs; only the title must be there."""

    asked = Signal(str, object, str, list)
    """Title, date or None, region, names of rounds."""
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Nieuwe sessie"))
        self.title = QLineEdit()
        self.title.setMaxLength(LONGEST_TITLE)
        self.title.setPlaceholderText(self.tr("Bijvoorbeeld: Werksessie zorg en straf"))
        self.date = DateField()
        self.region = QLineEdit()
        self._regions = WordChoices(self.region)
        self.rounds = GrowingText(least=3)
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
        theme.changed.connect(self._fit)
        self._fit()

    def begin(self, regions: Sequence[str]) -> None:
        """Start empty, with the regions that are known as suggestions."""
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
            (self.tr("Rondes, één per regel"), self.rounds),
        ]
        for label, field in fields:
            block = QVBoxLayout()
            block.setSpacing(3)
            block.addWidget(_label(label, field))
            block.addWidget(field)
            if field is self.title:
                block.addWidget(self._wrong)
            self.column.addLayout(block)
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
        self.asked.emit(self.title.text(), self.date.date, self.region.text(), names)

    def _fit(self) -> None:
        self.setMaximumWidth(self._theme.px(PANEL_WIDTH))


def _label(text: str, field: QWidget) -> QWidget:
    label = words(text, "label")
    label.setBuddy(field)
    label.setContentsMargins(0, 6, 0, 0)
    field.setAccessibleName(text)
    return label

"""The panel that makes a new session: a title, and a format to begin with."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.formats import Format
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import DANGER, PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.form_fields import in_form
from bouwstenen_app.ui.widgets.growing_text import GrowingText
from bouwstenen_app.ui.widgets.moment_fields import DateField
from bouwstenen_app.ui.widgets.name_card import NameCard
from bouwstenen_app.ui.widgets.word_choices import WordChoices
from bouwstenen_app.ui.widgets.words import labelled, words

FORM: Final = "nieuwe sessie/"
"""How the names of its fields begin."""
LONGEST_TITLE: Final = 300
PANEL_WIDTH: Final = 620


class NewWorkshopPanel(Card):
    """Asks for what a session needs; only the title must be there."""

    asked = Signal(str, object, str, object)
    """Title, date or None, region, and a ``Format`` or a list with the names of rounds."""
    cancelled = Signal()
    rename_asked = Signal(str, str)
    """Name of an own format, and the new one. The question stays until ``set_formats``: it may be refused."""
    removal_asked = Signal(str)
    """Name of an own format."""
    put_back_asked = Signal()
    """The format that was taken away last is wanted after all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._format: Format | None = None
        self._owned: Collection[str] = ()
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
        self.rename = KeyButton(theme, self.tr("Naam wijzigen"), icon="edit")
        self.remove = KeyButton(theme, self.tr("Werkvorm weghalen"), kind=DANGER, icon="bin")
        self.naming = NameCard(theme, self.tr("Nieuwe naam van de werkvorm"), self.tr("Wijzigen"))
        self._gone = words("", "muted", wrap=True)
        self.put_back = KeyButton(theme, self.tr("Terugzetten"), icon="undo")
        self._lay_out()
        self.make.clicked.connect(self._on_make)
        self.cancel.clicked.connect(self.cancelled)
        self.title.returnPressed.connect(self._on_make)
        self.region.returnPressed.connect(self._on_make)
        self.date.line.returnPressed.connect(self._on_make)
        self.title.textChanged.connect(self._wrong.hide)
        self.format.picked.connect(self._on_format_picked)
        self.rename.clicked.connect(self._on_rename)
        self.naming.named.connect(self._on_named)
        self.naming.finished.connect(self._on_named_or_not)
        self.remove.clicked.connect(self._on_remove)
        self.put_back.clicked.connect(self.put_back_asked)
        theme.changed.connect(self._fit)
        self._fit()

    def begin(self, regions: Sequence[str], formats: Sequence[Format] = (), owned: Collection[str] = ()) -> None:
        """Start empty, with the regions that are known as suggestions and the formats to choose from.

        Those whose names are ``owned`` can be renamed and taken away.
        """
        self._name_fields()
        self.set_formats(formats, owned)
        self.title.clear()
        self.date.set_date(None)
        self.date.line.clear()
        self.region.clear()
        self._regions.set_words(regions)
        self.rounds.setPlainText(self.tr("Wat werkt al?\nWaar knelt het?"))
        self._wrong.hide()
        self.title.setFocus()

    def choose(self, name: str) -> None:
        """Choose a format by its name, as a person does; nothing when there is none of that name."""
        for place in range(self.format.count()):
            self.format.setCurrentIndex(place)
            if isinstance(found := self.format.value, Format) and found.name == name:
                self._on_format_picked(found)
                return
        self.format.set_value(None)

    def set_formats(
        self, formats: Sequence[Format], owned: Collection[str], *, chosen: str = "", gone: str = ""
    ) -> None:
        """Offer other formats, with one chosen by its name, and say which one is gone; what is typed stays."""
        said = [(format, f"{format.name} · {self._minutes(format.minutes)}") for format in formats]
        found = next((format for format in formats if format.name == chosen), None)
        self._owned = owned
        self.naming.finish()
        self.format.set_choices([(None, self.tr("Eigen rondes")), *said])
        self.format.set_value(found)
        self._show_format(found)
        self._gone.setText(self.tr("Werkvorm “{name}” is weggehaald.").format(name=gone))
        for widget in (self._gone, self.put_back):
            widget.setVisible(bool(gone))

    def _name_fields(self) -> None:
        for name, line in (("titel", self.title), ("datum", self.date.line), ("regio", self.region)):
            in_form(line, FORM + name)
        in_form(self.rounds, f"{FORM}rondes")
        in_form(self.naming.line, f"{FORM}naam van de werkvorm")

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
        self._of_own = QWidget()
        for label, field in fields:
            block = QVBoxLayout(self._own) if field is self.rounds else QVBoxLayout()
            block.setContentsMargins(0, 0, 0, 0)
            block.setSpacing(3)
            block.addWidget(labelled(label, field, above=6))
            block.addWidget(field)
            if field is self.title:
                block.addWidget(self._wrong)
            if field is self.rounds:
                self.column.addWidget(self._own)
            else:
                self.column.addLayout(block)
        acts = FlowLayout(self._of_own, gap=8)
        for button in (self.rename, self.remove):
            acts.addWidget(button)
        self.column.addWidget(self._gone)
        self.column.addWidget(self.put_back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._about)
        self.column.addWidget(self._preview)
        self.column.addWidget(self._of_own)
        self.column.addWidget(self.naming)
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

    def _on_format_picked(self, chosen: object) -> None:
        self.naming.finish()
        self._show_format(chosen)

    def _on_rename(self) -> None:
        if self._format is not None:
            # While the name is asked, Esc and Enter are about the name.
            self.naming.ask(self._format.name, self.rename)
            for widget in (self._of_own, self.make, self.cancel):
                widget.hide()

    def _on_named_or_not(self) -> None:
        self._of_own.setVisible(self._is_owned())
        for button in (self.make, self.cancel):
            button.show()

    def _on_named(self, name: str) -> None:
        if self._format is not None:
            self.rename_asked.emit(self._format.name, name)

    def _on_remove(self) -> None:
        if self._format is not None:
            self.removal_asked.emit(self._format.name)
            (self.put_back if self.put_back.isVisible() else self.format).setFocus()

    def _show_format(self, chosen: object) -> None:
        self._format = chosen if isinstance(chosen, Format) else None
        self._own.setVisible(self._format is None)
        self._of_own.setVisible(self._is_owned())
        for label in (self._about, self._preview):
            label.setVisible(self._format is not None)
        if self._format is not None:
            self._about.setText(self._format.about)
            self._about.setVisible(bool(self._format.about))
            self._preview.setText("\n".join(self._lines(self._format)))

    def _is_owned(self) -> bool:
        return self._format is not None and self._format.name in self._owned

    def _lines(self, format: Format) -> Iterator[str]:
        number = 0
        for step in format.steps:
            number += step.gathers
            name = self.tr("Ronde {n}: {name}").format(n=number, name=step.name) if step.gathers else step.name
            yield self.tr("{n} min · {name}").format(n=step.minutes, name=name)
        if format.buffer > 0:
            yield self.tr("{n} min · speling").format(n=format.buffer)
        if format.votes_each:
            votes = dutch.counted(format.votes_each, self.tr("stem"), self.tr("stemmen"))
            yield self.tr("{votes} per deelnemer").format(votes=votes)

    def _minutes(self, minutes: int) -> str:
        return dutch.counted(minutes, self.tr("minuut"), self.tr("minuten"))

    def _fit(self) -> None:
        self.setMaximumWidth(self._theme.px(PANEL_WIDTH))

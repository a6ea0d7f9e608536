"""How long a workspace is kept, in *Instellingen*: until when, what can be wiped, and what was destroyed."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.keeping import Destroyed, Keeping
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.erase_question import EraseQuestion
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.moment_fields import DateField
from bouwstenen_app.ui.widgets.words import labelled, words


class KeepingCard(Card):
    """Shows the term; nothing is wiped without its question."""

    dated = Signal(object)
    """The date that was chosen; None when it follows from the last session again."""
    photos_asked = Signal()
    raw_asked = Signal()
    record_asked = Signal(object)
    """A Destroyed that is to be a document."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        title = self.tr("Bewaren")
        self.setAccessibleName(title)
        self.column.addWidget(words(title, "strong"))
        self._told = words("", wrap=True)
        self._warning = words("", "strong", wrap=True)
        self.until = DateField()
        self.usual = KeyButton(theme, "")
        self.photos = KeyButton(theme, self.tr("Eerst de foto’s wissen…"), icon="photo")
        self.raw = KeyButton(theme, self.tr("Rapport bewaren, ruwe gegevens wissen…"), icon="bin")
        self.question = EraseQuestion(theme)
        self._records = QVBoxLayout()
        self.documents: list[KeyButton] = []
        self._lay_out()
        self.until.dated.connect(self.dated)
        self.usual.clicked.connect(lambda: self.dated.emit(None))
        self.photos.clicked.connect(self.photos_asked)
        self.raw.clicked.connect(self.raw_asked)

    @property
    def text(self) -> str:
        """What it says of the term."""
        return "\n".join(label.text() for label in (self._told, self._warning) if label.text())

    def show_keeping(self, keeping: Keeping, today: date, months: int, *, photos: bool, raw: bool) -> None:
        """Show until when is kept, and what there is to wipe."""
        self._told.setText(self._words(keeping, months))
        self._warning.setText(keeping.warning(today))
        self._warning.setVisible(bool(self._warning.text()))
        self.until.set_date(keeping.until)
        self.usual.setText(self.tr("{n} maanden na de laatste sessie").format(n=months))
        self.usual.setVisible(keeping.chosen)
        self.photos.setVisible(photos)
        self.raw.setVisible(raw)

    def show_records(self, records: Sequence[Destroyed]) -> None:
        """Show what was destroyed, each with a way to a document."""
        while (item := self._records.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.documents = []
        for record in records:
            on = dutch.day(date.fromisoformat(record.at[:10]))
            said = self.tr("Gewist op {date}: {what}.").format(date=on, what=record.sentence())
            self._records.addWidget(words(said, "small", wrap=True))
            button = KeyButton(self._theme, self.tr("Verklaring van vernietiging in Word"), icon="file")
            button.setAccessibleName(self.tr("Verklaring van vernietiging in Word: {date}").format(date=on))
            button.clicked.connect(lambda _=False, record=record: self.record_asked.emit(record))
            self.documents.append(button)
            self._records.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _words(self, keeping: Keeping, months: int) -> str:
        if keeping.until is None:
            return self.tr("Zodra een sessie een datum heeft, staat hier tot wanneer je deze werkmap bewaart.")
        day = dutch.day(keeping.until)
        if keeping.chosen:
            return self.tr("Je bewaart deze werkmap tot en met {date}. Die datum is gekozen.").format(date=day)
        told = self.tr("Je bewaart deze werkmap tot en met {date}: {n} maanden na de laatste sessie.")
        return told.format(date=day, n=months)

    def _lay_out(self) -> None:
        self.column.addWidget(self._told)
        self.column.addWidget(self._warning)
        self.column.addWidget(labelled(self.tr("Bewaren tot en met"), self.until))
        self.column.addWidget(self.until)
        told = self.tr(
            "Er wordt niets vanzelf gewist. Een maand en een week ervoor, en daarna, zegt het programma het bij "
            "het openen."
        )
        self.column.addWidget(words(told, "small", wrap=True))
        flow = FlowLayout(gap=10)
        for button in (self.usual, self.photos, self.raw):
            flow.addWidget(button)
        self.column.addLayout(flow)
        self.column.addWidget(self.question)
        self.column.addLayout(self._records)

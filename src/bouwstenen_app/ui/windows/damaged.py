"""The page for a damaged workspace: calm, with what can be done about it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.announcing import announce
from bouwstenen_app.ui.widgets.buttons import BIG, QUIET, KeyButton
from bouwstenen_app.ui.widgets.cards import Card, ScrollPage
from bouwstenen_app.ui.widgets.drawn_icon import DrawnIcon
from bouwstenen_app.ui.widgets.words import words

WIDTH: Final = 560
MARK: Final = 40


@dataclass(frozen=True, slots=True)
class Ways:
    """What can be done, in words; an empty one cannot be done."""

    backup: str = ""
    """When the newest sound backup was made, and what is in it."""
    rescue: str = ""
    """What can still be read of the damaged file."""
    no_backup: str = ""
    no_rescue: str = ""
    """Why not."""
    rescue_first: bool = False
    """Whether more is left in the damaged file than there is in the backup."""


class DamagedPage(QWidget):
    """Tells that a file is damaged, then what was found, and asks what is to be done."""

    backup_asked = Signal()
    rescue_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = words("", "heading")
        self._title.setWordWrap(True)
        self._told = words(self._words(sure=True), "muted", wrap=True)
        self._found = words("", "muted", wrap=True)
        self._backup_words, self._rescue_words = words("", wrap=True), words("", wrap=True)
        after = self.tr("Het bestand van nu krijgt een andere naam en blijft ernaast staan.")
        self._backup_after = words(after, "small", wrap=True)
        after = self.tr("Wat er nog te lezen is, komt in een nieuw bestand ernaast.")
        self._rescue_after = words(after, "small", wrap=True)
        self.backup = KeyButton(theme, self.tr("Reservekopie terugzetten"), kind=BIG, icon="check")
        self.rescue = KeyButton(theme, self.tr("Redden wat er te redden is"), kind=BIG, icon="file")
        self.leave = KeyButton(theme, self.tr("Nu niet; andere werkmap openen"), kind=QUIET)
        self._lay_out()
        self.backup.clicked.connect(self.backup_asked)
        self.rescue.clicked.connect(self.rescue_asked)
        self.leave.clicked.connect(self.left)
        self._fit()
        theme.changed.connect(self._fit)

    @property
    def text(self) -> str:
        """Everything that it says."""
        labels = (self._title, self._told, self._found, self._backup_words, self._rescue_words)
        return "\n".join(label.text() for label in labels if label.text())

    def begin(self, path: Path, *, sure: bool = True) -> None:
        """Speak of this file; what can be done is being found out. Not ``sure``: it can be its password too."""
        title = self.tr("{name} is beschadigd") if sure else self.tr("{name} gaat niet open")
        self._title.setText(title.format(name=path.stem))
        self._told.setText(self._words(sure=sure))
        self._title.setToolTip(tip(str(path)))
        self.busy(self.tr("Bouwstenen kijkt wat er nog is…"))

    def busy(self, sentence: str) -> None:
        """Say what is going on; nothing can be chosen meanwhile."""
        self._found.setText(sentence)
        self._found.show()
        for card in (self._backup_card, self._rescue_card):
            card.hide()
        self.leave.setEnabled(False)
        announce(self, sentence)

    def show_ways(self, ways: Ways) -> None:
        """Show what can be done, the best way in front."""
        self._found.hide()
        self._show(self._backup_card, self._backup_words, self.backup, ways.backup, ways.no_backup)
        self._show(self._rescue_card, self._rescue_words, self.rescue, ways.rescue, ways.no_rescue)
        self._backup_after.setVisible(bool(ways.backup))
        self._rescue_after.setVisible(bool(ways.rescue))
        self.leave.setEnabled(True)
        buttons = [button for button in (self.backup, self.rescue) if button.isEnabled()]
        if ways.rescue_first and self.rescue.isEnabled():
            buttons = [self.rescue]
        best = (*buttons, self.leave)[0]
        self._put_first(self._rescue_card if best is self.rescue else self._backup_card)
        for button in (self.backup, self.rescue):
            button.show_kind(BIG if button is best else "")
        best.setFocus()
        announce(self, self.text)

    def _put_first(self, card: Card) -> None:
        self._cards.insertWidget(0, card)
        first, second = self.backup, self.rescue
        if card is self._rescue_card:
            first, second = second, first
        for one, next_one in ((first, second), (second, self.leave)):
            QWidget.setTabOrder(one, next_one)

    def _words(self, *, sure: bool) -> str:
        if sure:
            return self.tr(
                "Het bestand is niet meer helemaal te lezen. Bouwstenen heeft er niets aan veranderd en bewaart "
                "het zoals het is. Kies hoe je verder gaat; later kun je het ook nog anders doen."
            )
        return self.tr(
            "Het bestand is beschadigd, of het heeft een ander wachtwoord. Bouwstenen heeft er niets aan veranderd "
            "en bewaart het zoals het is. Kies hoe je verder gaat; later kun je het ook nog anders doen."
        )

    def _show(self, card: Card, label: QLabel, button: KeyButton, can: str, why_not: str) -> None:
        label.setText(can or why_not)
        button.setVisible(bool(can))
        button.setEnabled(bool(can))
        card.setVisible(bool(can or why_not))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(DrawnIcon(self._theme, "warning", MARK), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        newest, itself = self.tr("De nieuwste gave reservekopie"), self.tr("Het bestand zelf")
        self._backup_card = self._card(newest, self._backup_words, self._backup_after, self.backup)
        self._rescue_card = self._card(itself, self._rescue_words, self._rescue_after, self.rescue)
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        for card in (self._backup_card, self._rescue_card):
            self._cards.addWidget(card)
        column.addWidget(self._told)
        column.addWidget(self._found)
        column.addLayout(self._cards)
        column.addWidget(self.leave)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._middle, 1000)
        row.addStretch(1)
        page = QVBoxLayout()
        page.setContentsMargins(24, 24, 24, 24)
        page.addStretch(2)
        page.addLayout(row)
        page.addStretch(3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollPage(page))

    def _card(self, title: str, told: QWidget, after: QWidget, button: KeyButton) -> Card:
        card = Card(title)
        card.column.addWidget(told)
        card.column.addWidget(after)
        card.column.addSpacing(4)
        card.column.addWidget(button)
        return card

    def _fit(self) -> None:
        self._middle.setMaximumWidth(self._theme.px(WIDTH))

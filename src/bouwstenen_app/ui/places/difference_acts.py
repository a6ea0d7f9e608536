"""The differences that wait for a choice, as a column of cards."""

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.differing import Differing
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import differing
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.difference_card import DifferenceCard
from bouwstenen_app.ui.widgets.words import words

SHOWN: Final = 20
"""Differences that are shown at a time."""


class DifferenceActs(QObject):
    """Shows what waits for a choice and writes what is chosen, each as one step."""

    told = Signal(str, bool)
    problem_told = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self.card = Card("", parent=parent)
        title = self.tr("Verschillen")
        self.card.setAccessibleName(title)
        self._count = words("", "muted", wrap=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        self.card.column.addWidget(words(title, "strong"))
        self.card.column.addWidget(self._count)
        self.card.column.addLayout(self._cards)
        desk.changed.connect(self._on_changed)
        self.refresh()

    @property
    def shown(self) -> list[DifferenceCard]:
        """The cards that are there now."""
        return [card for card in self.card.findChildren(DifferenceCard) if not card.isHidden()]

    def refresh(self) -> None:
        """Ask again what waits for a choice."""
        for card in self.shown:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        found = self._desk.read(differing.differing, self._desk.laptop)
        self.card.setVisible(bool(found))
        count = dutch.counted(len(found), self.tr("verschil wacht"), self.tr("verschillen wachten"))
        told = self.tr(
            "{count} op een keuze: twee laptops wijzigden hetzelfde zonder het van elkaar te weten. Zolang je niet "
            "kiest, telt de laatste tekst. Je keuze gaat mee naar de andere laptops."
        )
        self._count.setText(told.format(count=count))
        for one in found[:SHOWN]:
            card = DifferenceCard(self._theme, one)
            card.chosen.connect(self._on_chosen)
            self._cards.addWidget(card)

    def _on_chosen(self, one: Differing, value: object) -> None:
        label = self.tr("Gekozen bij {subject}: {field}").format(subject=one.subject, field=one.field_name)
        try:
            self._desk.do(label, differing.choose, one.table, one.row, one.field, value)
        except Problem as problem:
            self.problem_told.emit(str(problem))
            self.refresh()
            return
        told = self.tr("Gekozen: {field} van {subject}.").format(field=one.field_name, subject=one.subject)
        self.told.emit(told + self._afterwards(one), True)

    def _afterwards(self, one: Differing) -> str:
        """Return what is left to do after a choice, with a space before it."""
        together = self._desk.read(differing.still_together, one.row) if one.table == "judgement" else ""
        left = self.tr(" Ze staan nog wel samen in {bundle}: haal er daar een uit.").format(bundle=together)
        return left if together else ""

    def _on_changed(self, changes: Changes) -> None:
        if self.shown or changes.kind != "do":
            self.refresh()

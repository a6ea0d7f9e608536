"""Codes that came in with files of others: keep each, or let it be the same as one of this codebook."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.arrivals import Arrival
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import arriving
from bouwstenen_app.ui.desk import CODEBOOK_TABLES, Desk
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import words

SHOWN: Final = 30
"""Codes that are shown at a time."""


class ArrivalActs(QObject):
    """Shows the codes with a proposal for each, and writes all choices as one step."""

    told = Signal(str, bool)
    problem_told = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, new: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._new = frozenset(new)
        self.choices: dict[str, Choice] = {}
        self.card = Card(self.tr("Codes van andere laptops"), parent=parent)
        told = self.tr(
            "Deze codes kende je codeboek niet, of je werkt er niet meer mee. Laat een code staan, of laat hem "
            "opgaan in een van jouw codes: de tags gaan dan mee, en zijn naam leidt voortaan daarheen."
        )
        self.card.column.addWidget(words(told, "muted", wrap=True))
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.card.column.addWidget(self._rows)
        self.accept = KeyButton(theme, self.tr("Zo overnemen"), icon="check")
        flow = FlowLayout(gap=10)
        flow.addWidget(self.accept)
        self.card.column.addLayout(flow)
        self.accept.clicked.connect(self._on_accept)
        desk.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Ask again which codes wait for a choice."""
        found = self._desk.read(arriving.arrivals, self._new)[:SHOWN]
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.choices = {}
        for row, one in enumerate(found):
            self._grid.addWidget(words(self._line(one), wrap=True), row, 0)
            choice = self.choices[one.code.id] = self._choice(one)
            self._grid.addWidget(choice, row, 1)
        self.card.setVisible(bool(found))

    def _line(self, one: Arrival) -> str:
        count = dutch.counted(one.blocks, self.tr("bouwsteen"), self.tr("bouwstenen"))
        return self.tr("{name} · {dimension} · {count}").format(
            name=one.code.name, dimension=one.dimension, count=count
        )

    def _choice(self, one: Arrival) -> Choice:
        others = [other for other in self._desk.book.of(one.code.dimension) if other.id != one.code.id]
        same = self.tr("Is hetzelfde als {name}")
        choice = Choice(
            [("", self.tr("Laten staan"))]
            + [(other.id, same.format(name=other.name)) for other in others if not other.retired]
        )
        choice.set_value(one.likely)
        choice.setAccessibleName(self.tr("Wat wordt {name}?").format(name=one.code.name))
        return choice

    def _on_accept(self) -> None:
        chosen = {code: str(choice.value) for code, choice in self.choices.items() if choice.value}
        self._new -= self.choices.keys()
        if not chosen:
            self.refresh()
            return
        count = dutch.counted(len(chosen), self.tr("code"), self.tr("codes"))
        try:
            self._desk.do(self.tr("{count} samengevoegd").format(count=count), arriving.bring_together, chosen)
        except Problem as problem:
            self.problem_told.emit(str(problem))
            return
        self.told.emit(self.tr("{count} opgegaan in je eigen codes.").format(count=count), True)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*CODEBOOK_TABLES):
            self.refresh()

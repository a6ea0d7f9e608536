"""The names of the cards of a long page, beside it: one press goes to a card."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.line_button import LineButton

WIDTH: Final = 170
"""Pixels at 100 %."""


class PageIndex(QWidget):
    """A line for each card; a card without a name has none."""

    asked = Signal(QWidget)
    """The card to go to."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Op deze pagina"))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self._fit()
        theme.changed.connect(self._fit)

    @property
    def lines(self) -> list[LineButton]:
        """The lines, from the top."""
        found = (self._column.itemAt(place).widget() for place in range(self._column.count() - 1))
        return [line for line in found if isinstance(line, LineButton)]

    def show_cards(self, cards: Iterable[QWidget]) -> None:
        """Show the names of these cards."""
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for card in cards:
            if name := card.accessibleName():
                line = LineButton(self._theme, name)
                line.clicked.connect(lambda _=False, card=card: self.asked.emit(card))
                self._column.insertWidget(self._column.count() - 1, line)

    def _fit(self) -> None:
        px = self._theme.px
        self.setFixedWidth(px(WIDTH) + 20)
        self._column.setContentsMargins(20, 16, 0, 16)

"""A long page of cards with their names beside it, when there is room: one press goes to a card."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.cards import Card, ScrollPage
from bouwstenen_app.ui.widgets.line_button import LineButton
from bouwstenen_app.ui.widgets.tab_order import tab_stops

WIDTH: Final = 760
INDEX: Final = 170
INDEXED: Final = 880
"""Pixels at 100 % from which the names stand beside the cards."""


class PageIndex(QWidget):
    """A line for each card that is in sight; a card without a name has none."""

    asked = Signal(QWidget)
    """The card to go to."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: dict[QObject, LineButton] = {}
        self._order: list[LineButton] = []
        self.setAccessibleName(self.tr("Op deze pagina"))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self._fit()
        theme.changed.connect(self._fit)

    @property
    def lines(self) -> list[LineButton]:
        """The lines of the cards in sight, from the top."""
        return [line for line in self._order if not line.isHidden()]

    def add_card(self, card: Card, place: int) -> None:
        """Take another card, that stands at a place among the cards."""
        if not card.accessibleName():
            return
        line = self._lines[card] = LineButton(self._theme, card.accessibleName())
        line.clicked.connect(lambda: self.asked.emit(card))
        self._column.insertWidget(place, line)
        line.setHidden(card.isHidden())  # only now: without a page around it, it would be a window of its own
        self._order.insert(place, line)
        card.installEventFilter(self)

    def _fit(self) -> None:
        px = self._theme.px
        self.setFixedWidth(px(INDEX) + 20)
        self._column.setContentsMargins(20, 16, 0, 16)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._lines[watched].setHidden(event.type() == QEvent.Type.HideToParent)
        return super().eventFilter(watched, event)


class IndexedPage(QWidget):
    """The cards below each other, not wider than is easy to read."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.index = PageIndex(theme)
        self.index.asked.connect(self.go_to)
        self._cards: list[Card] = []
        self._middle = QWidget()
        self._column = QVBoxLayout(self._middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._column.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(20, 16, 20, 20)
        row.addWidget(self._middle, 1000)
        row.addStretch(1)
        self._scroll = ScrollPage(row)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.index)
        beside.addWidget(self._scroll, 1)
        self._fit()
        theme.changed.connect(self._fit)

    @property
    def parts(self) -> list[QWidget]:
        """What is on it, as it is read."""
        return [*self.index.lines, *self._cards]

    @property
    def count(self) -> int:
        """How many cards there are."""
        return len(self._cards)

    def add(self, card: Card, place: int | None = None) -> None:
        """Add a card at the end, or at a place."""
        place = self.count if place is None else place
        self._cards.insert(place, card)
        self._column.insertWidget(place, card)
        named = sum(bool(one.accessibleName()) for one in self._cards[:place])
        self.index.add_card(card, named)

    def bring(self, card: QWidget) -> None:
        """Scroll until a card is in sight."""
        self._scroll.ensureWidgetVisible(card)

    def to_top(self, card: QWidget, above: int = 0) -> None:
        """Scroll until a card is at the top, with so many pixels above it."""
        top = card.mapTo(self._middle, QPoint()).y() + self._middle.y()
        self._scroll.verticalScrollBar().setValue(top - above)

    def show_card(self, name: str) -> None:
        """Go to the card with this name, as soon as it has its place."""
        for card in self._cards:
            if card.accessibleName() == name:
                QTimer.singleShot(0, card, lambda card=card: self.go_to(card))

    def go_to(self, card: QWidget) -> None:
        """Bring a card to the top, with the focus on its first field or button."""
        self.to_top(card, self._middle.y())
        if (first := next(tab_stops(card), None)) is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        px = self._theme.px
        self._middle.setMaximumWidth(px(WIDTH))
        self.index.setVisible(self.width() >= px(INDEXED))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

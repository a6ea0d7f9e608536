"""Planes to put things on: white cards, tinted and warm ones, and pages that scroll."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.widgets.words import words

TINTED = "tinted"
WARM = "warm"
CARD = "card"
AROUND_SHARE = 0.66
"""Of the height of what a card with white around it stands in, at most."""


class Card(QFrame):
    """A white plane with a thin edge; kind can be ``tinted`` (a proposal) or ``warm`` (a warning)."""

    def __init__(self, title: str = "", *, kind: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 14, 16, 14)
        self.column.setSpacing(8)
        if title:
            self.setAccessibleName(title)
            self.column.addWidget(words(title, "strong"))


def set_kind(card: QWidget, kind: str) -> None:
    """Give a card the look of another kind."""
    if card.property("kind") != kind:
        card.setProperty("kind", kind)
        card.style().unpolish(card)
        card.style().polish(card)


class Around(QScrollArea):
    """White around a card, as high as the card needs; it takes no room while the card is hidden.

    In a low window it takes a part of what it stands in, and scrolls.
    """

    turned = Signal()
    """The card is in sight now, or out of it."""

    def __init__(self, card: QWidget, margin: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        page = QWidget()
        column = self._column = QVBoxLayout(page)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(card)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(page)
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        card.installEventFilter(self)
        self.setVisible(not card.isHidden())

    def _fit(self) -> None:
        width = self.width()
        column = self._column
        high = column.heightForWidth(width) if column.hasHeightForWidth() else column.sizeHint().height()
        around = self.parentWidget()
        self.setFixedHeight(min(high, round(around.height() * AROUND_SHARE)) if around is not None else high)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(not self._card.isHidden())
            self.turned.emit()
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.LayoutRequest) and not self._card.isHidden():
            self._fit()
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class ScrollPage(QScrollArea):
    """A page that scrolls up and down when the window is low, and never sideways."""

    def __init__(self, layout: QLayout | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if layout is not None:
            self.fill(layout)

    def fill(self, layout: QLayout, kind: str = "plane") -> None:
        """Put something on the page. It is styled then: quicker when the page is in its place already."""
        page = QWidget(self.viewport())
        page.setProperty("kind", kind)
        page.setLayout(layout)
        self.setWidget(page)

    def keep_right(self, room: int) -> None:
        """Keep so much free on the right, in which the scroll bar comes: what is on the page stays as wide."""

        def fit(_least: int, most: int) -> None:
            shown = self.widget()
            page = shown.layout() if shown is not None else None
            if page is not None:
                edges = page.contentsMargins()
                edges.setRight(max(0, room - self.verticalScrollBar().sizeHint().width()) if most else room)
                page.setContentsMargins(edges)

        self.verticalScrollBar().rangeChanged.connect(fit)


def column_of(widget: QWidget, *, margin: int = 0) -> QVBoxLayout:
    """Return a layout for a page: the widget at the top, with white around it."""
    column = QVBoxLayout()
    column.setContentsMargins(margin, margin, margin, margin)
    column.addWidget(widget)
    column.addStretch(1)
    return column

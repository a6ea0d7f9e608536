"""Planes to put things on: white cards, tinted and warm ones, and pages that scroll."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.widgets.words import words

TINTED = "tinted"
WARM = "warm"


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


class Around(QWidget):
    """White around a card; it takes no room while the card is hidden."""

    def __init__(self, card: QWidget, margin: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(card)
        card.installEventFilter(self)
        self.setVisible(not card.isHidden())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(not self._card.isHidden())
        return super().eventFilter(watched, event)


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


def column_of(widget: QWidget, *, margin: int = 0) -> QVBoxLayout:
    """Return a layout for a page: the widget at the top, with white around it."""
    column = QVBoxLayout()
    column.setContentsMargins(margin, margin, margin, margin)
    column.addWidget(widget)
    column.addStretch(1)
    return column

"""Planes to put things on: white cards, tinted and warm ones, and pages that scroll."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

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


class ScrollPage(QScrollArea):
    """A page that scrolls up and down when the window is low, and never sideways."""

    def __init__(self, layout: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page = QWidget()
        page.setProperty("kind", "plane")
        page.setLayout(layout)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)

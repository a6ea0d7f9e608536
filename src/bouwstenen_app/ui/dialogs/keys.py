"""The overview of keys: those of the place one is in, then those of the whole window."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Card, ScrollPage
from bouwstenen_app.ui.widgets.words import words

KeyLine = tuple[str, str]
"""A key as it is written, and what it does."""


def keys_card(title: str, lines: Iterable[KeyLine]) -> Card:
    """Return a card with keys in the first column and what they do in the second."""
    card = Card(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(1, 1)
    for row, (key, does) in enumerate(lines):
        grid.addWidget(words(key, "key"), row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(words(does, wrap=True), row, 1)
    card.column.addLayout(grid)
    return card


class KeysDialog(QDialog):
    """Shows groups of keys; Esc, F1 or *Sluiten* closes it."""

    def __init__(
        self, theme: Theme, groups: Sequence[tuple[str, Sequence[KeyLine]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Toetsen"))
        cards = QVBoxLayout()
        cards.setContentsMargins(0, 0, 8, 0)
        cards.setSpacing(12)
        for title, lines in groups:
            if lines:
                cards.addWidget(keys_card(title, lines))
        cards.addStretch(1)
        close = KeyButton(theme, self.tr("Sluiten"), "Esc")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(14)
        page = ScrollPage(cards)
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows, PgUp and PgDn go through the list
        column.addWidget(page, 1)
        column.addLayout(foot)
        page.setFocus()
        room = self.screen().availableSize()
        self.resize(min(theme.px(600), room.width() - 40), min(theme.px(620), room.height() - 60))

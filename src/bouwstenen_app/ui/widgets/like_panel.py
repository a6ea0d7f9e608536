"""*Lijkt op*: under the fields of a block, another that seems to say the same, to bundle with or to ignore."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import QUIET, KeyButton
from bouwstenen_app.ui.widgets.cards import TINTED, Card
from bouwstenen_app.ui.widgets.marked_text import MarkedText
from bouwstenen_app.ui.widgets.words import words


class LikePanel(QWidget):
    """Hidden while there is nothing to say."""

    joined = Signal()
    """The two are the same: in one bundle."""
    ignored = Signal()
    """The two are not the same; do not ask again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = MarkedText(theme)
        self.why = MarkedText(theme, size=13, muted=True)
        self.join = KeyButton(theme, self.tr("Bundelen"))
        self.ignore = KeyButton(theme, self.tr("Negeren"), kind=QUIET)
        self._card = Card(kind=TINTED)
        self._card.column.addWidget(words(self.tr("Lijkt op"), "strong"))
        for text in (self.title, self.why):
            self._card.column.addWidget(text)
        row = QHBoxLayout()
        row.addWidget(self.join)
        row.addWidget(self.ignore)
        row.addStretch(1)
        self._card.column.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 8, 18, 14)
        column.addWidget(self._card)
        self.join.clicked.connect(self.joined)
        self.ignore.clicked.connect(self.ignored)
        self.hide()

    def show_like(self, title: str, why: str) -> None:
        """Say which block it is like, where that is from and what they share."""
        self.title.show_text(title)
        self.why.show_text(why)
        self.show()

"""*Lijkt op*: under the fields of a block, another that seems to say the same, to bundle with or to ignore."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.buttons import QUIET, KeyButton
from bouwstenen_app.ui.widgets.cards import TINTED, Card
from bouwstenen_app.ui.widgets.marked_text import MarkedText
from bouwstenen_app.ui.widgets.words import words

ROOMY: Final = 560
"""Pixels at 100 % that the inspector has to be high to say it in full."""


class LikePanel(QWidget):
    """Hidden while there is nothing to say."""

    joined = Signal()
    """The two are the same: in one bundle."""
    ignored = Signal()
    """The two are not the same; do not ask again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._said = "", ""
        self.title = MarkedText(theme)
        self.why = MarkedText(theme, size=13, muted=True)
        self.join = KeyButton(theme, self.tr("Bundelen"))
        self.ignore = KeyButton(theme, self.tr("Negeren"), kind=QUIET)
        self._card = Card(kind=TINTED)
        self._heading = words(self.tr("Lijkt op"), "strong")
        for text in (self._heading, self.title, self.why):
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
        theme.changed.connect(self._fit)
        self.hide()

    def show_like(self, title: str, why: str) -> None:
        """Say which block it is like, where that is from and what they share; in short with little room."""
        self._said = title, why
        self._fit()
        self.show()

    def _fit(self) -> None:
        title, why = self._said
        above = self.parentWidget()
        short = above is not None and above.height() < self._theme.px(ROOMY)
        self._heading.setHidden(short)
        self.title.show_text(self.tr("Lijkt op: {title}").format(title=title) if short else title)
        self.title.setToolTip(tip(why))
        self.why.show_text("" if short else why)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

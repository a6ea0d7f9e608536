"""The hint before a vote that two blocks seem to say the same: vote on them as one, or leave them apart."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from bouwstenen_app.domain.voting import Ballot
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import QUIET, KeyButton
from bouwstenen_app.ui.widgets.vote_words import alike_words
from bouwstenen_app.ui.widgets.words import ElidedLabel, words


class LookAlikeCard(QFrame):
    """Shows one pair at a time, with how many there are; hidden when there is none."""

    combined = Signal(str, str)
    """Ids of the block that stays and of the one that goes along with it."""
    left_apart = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pair: tuple[Ballot, Ballot] | None = None
        self.setProperty("kind", "warm")
        self._words = words("", wrap=True)
        self._titles = ElidedLabel("strong"), ElidedLabel("strong")
        self._more = words("", "muted")
        self.combine = KeyButton(theme, self.tr("Samen stemmen"))
        self.combine.setToolTip(
            self.tr("De tekst komt bij de toelichting van de eerste; de tweede gaat naar de prullenbak.")
        )
        self.leave = KeyButton(theme, self.tr("Laat apart"), kind=QUIET)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        for label in self._titles:
            titles.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addLayout(titles, 1)
        for widget in (self._more, self.combine, self.leave):
            row.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._words)
        self._column.addLayout(row)
        self.combine.clicked.connect(self._on_combine)
        self.leave.clicked.connect(self._on_leave)
        theme.changed.connect(self._fit)
        self._fit()
        self.hide()

    def offer(self, pairs: tuple[tuple[Ballot, Ballot], ...]) -> None:
        """Show the first of these pairs."""
        self._pair = pairs[0] if pairs else None
        self.setVisible(bool(pairs))
        if self._pair is None:
            return
        self._words.setText(alike_words(*self._pair))
        for label, ballot in zip(self._titles, self._pair, strict=True):
            label.setText(f"{ballot.number}  {ballot.title}")
        self._more.setText(self.tr("1 van {n}").format(n=len(pairs)))
        self._more.setVisible(len(pairs) > 1)

    def _on_combine(self) -> None:
        if self._pair is not None:
            self.combined.emit(self._pair[0].block, self._pair[1].block)

    def _on_leave(self) -> None:
        if self._pair is not None:
            self.left_apart.emit(self._pair[0].block, self._pair[1].block)

    def _fit(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(14), px(10), px(14), px(10))
        self._column.setSpacing(px(5))

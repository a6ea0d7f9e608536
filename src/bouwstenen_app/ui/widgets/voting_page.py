"""The page of the vote: its rule, how it adds up, what is better put together first, and the table."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from bouwstenen_app.domain.voting import Ballot, Tally
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.empty import EmptyState
from bouwstenen_app.ui.widgets.look_alike_card import LookAlikeCard
from bouwstenen_app.ui.widgets.segmented import SegmentedControl
from bouwstenen_app.ui.widgets.vote_rule_bar import VoteRuleBar
from bouwstenen_app.ui.widgets.vote_table import VoteTable
from bouwstenen_app.ui.widgets.vote_words import above_words, total_words
from bouwstenen_app.ui.widgets.votes_model import VotesModel
from bouwstenen_app.ui.widgets.words import words

REVEAL_KEY: Final = "Shift+F8"
BY_NUMBER: Final = "nummer"
BY_VOTES: Final = "stemmen"
SCROLL_BAR: Final = 12
LOWEST_TABLE: Final = 150
NARROW: Final = 700
LOW: Final = 360
"""Pixels at 100 %: in a smaller page the words that explain give their room to the numbers."""


class VotingPage(QScrollArea):
    """Lays its parts out; they are public, the way connects them.

    It scrolls where large text in a small window leaves the table no room.
    """

    reveal_asked = Signal(bool)
    """Whether the room is to see the votes."""
    line_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.model = VotesModel(self)
        self.rule = VoteRuleBar(theme)
        self.reveal = KeyButton(theme, self.tr("Onthullen"), REVEAL_KEY, kind=PRIMARY, icon="eye")
        self.hide_again = KeyButton(theme, self.tr("Weer verbergen"), REVEAL_KEY, icon="eye-off")
        self.order = SegmentedControl(
            [(BY_NUMBER, self.tr("Op nummer")), (BY_VOTES, self.tr("Meeste stemmen eerst"))], self.tr("Volgorde")
        )
        self.total = words("", "count", wrap=True)
        self.hint = words("", "warn", wrap=True)
        self.look_alikes = LookAlikeCard(theme)
        self.table = VoteTable(theme, self.model)
        why = self.tr("Er is nog niets om op te stemmen. Leg eerst bouwstenen vast.")
        self.empty = EmptyState(theme, "capture", why, self.tr("Naar vastleggen"))
        self._seen = words("", "muted")
        how = self.tr("Typ het aantal en druk op Enter. Roept iemand “14: 7”? Typ 14, spatie, 7.")
        self._how = words(how, "small", wrap=True)
        self._middle = QStackedWidget()
        self._inner = QWidget()
        self._inner.setProperty("kind", "plane")
        self._column = QVBoxLayout(self._inner)
        self._build()
        self._put_in_tab_order()
        self._connect()
        self._fit()

    def show_votes(self, ballots: tuple[Ballot, ...], tally: Tally) -> None:
        """Show the votes as they are."""
        self.model.set_ballots(ballots, tally.above)
        self.rule.show_rule(tally.rule)
        self._say(self.total, total_words(tally), _kind(tally))
        self.hint.setText(above_words(tally.above))
        self.hint.setVisible(bool(tally.above))
        self._middle.setCurrentIndex(0 if ballots else 1)
        self.order.setEnabled(bool(ballots))
        self._fit()

    def show_revealed(self, shown: bool) -> None:
        """Show whether the room sees the votes."""
        self.reveal.setVisible(not shown)
        self.hide_again.setVisible(shown)
        self._seen.setText(self.tr("De zaal ziet de stemmen") if shown else self.tr("Nog verborgen voor de zaal"))

    def put_in_order(self, *, by_votes: bool) -> None:
        """Put the most votes first, or go by number."""
        self.order.choose(BY_VOTES if by_votes else BY_NUMBER)
        self.model.put_in_order(by_votes=by_votes)
        self.table.fit()
        if by_votes:
            self.table.go_to_top()

    def take_focus(self) -> None:
        """Take the focus to where the work is."""
        if self.model.ballots:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self._on_row_changed(self.table.currentIndex())
        elif self.empty.button is not None:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self.empty.button)

    def _build(self) -> None:
        self.rule.add_end(self.order)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.total)
        said.addWidget(self.hint)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(said, 1)
        for widget in (self._seen, self.reveal, self.hide_again):
            row.addWidget(widget)
        card = QFrame()
        card.setProperty("kind", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.table)
        self._middle.addWidget(card)
        self._middle.addWidget(self.empty)
        self._column.addWidget(self.rule)
        self._column.addLayout(row)
        self._column.addWidget(self.look_alikes)
        self._column.addWidget(self._middle, 1)
        self._column.addWidget(self._how)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _connect(self) -> None:
        self.reveal.clicked.connect(lambda: self.reveal_asked.emit(True))
        self.hide_again.clicked.connect(lambda: self.reveal_asked.emit(False))
        self.order.chosen.connect(lambda key: self.put_in_order(by_votes=key == BY_VOTES))
        self.rule.done.connect(self.take_focus)
        self.empty.accepted.connect(self.line_asked)
        self.table.selectionModel().currentChanged.connect(self._on_row_changed)
        self._theme.changed.connect(self._fit)

    def _put_in_tab_order(self) -> None:
        rule, alike = self.rule, self.look_alikes
        parts = (rule.each, rule.participants, rule.stack, *self.order.findChildren(QPushButton))
        parts = (*parts, self.reveal, self.hide_again, alike.combine, alike.leave, self.table)
        for one, next_one in pairwise(parts):
            QWidget.setTabOrder(one, next_one)

    def _on_row_changed(self, index: QModelIndex) -> None:
        """Keep the row that is counted in sight, where the page scrolls as well."""
        rect = self.table.visualRect(index).translated(self.table.viewport().mapTo(self._inner, QPoint()))
        self.ensureVisible(0, rect.center().y(), 0, rect.height())

    def _say(self, label: QLabel, text: str, kind: str) -> None:
        label.setText(text)
        if label.property("kind") != kind:
            label.setProperty("kind", kind)
            label.style().unpolish(label)
            label.style().polish(label)

    def _fit(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, px(SCROLL_BAR), px(6))
        self._column.setSpacing(px(10))
        self._middle.setMinimumHeight(px(LOWEST_TABLE))
        self._seen.setVisible(self.width() >= px(NARROW))
        self._how.setVisible(self.height() >= px(LOW) and bool(self.model.ballots))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _kind(tally: Tally) -> str:
    if tally.surplus:
        return "count-warn"
    return "count-good" if tally.complete else "count"

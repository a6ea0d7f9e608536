"""The page on which a session is grouped: how far it is, the board, and the keys that are used most."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.services.grouping import Board
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cluster_board import ClusterBoard
from bouwstenen_app.ui.widgets.empty import EmptyState
from bouwstenen_app.ui.widgets.words import words

LOW: Final = 230
"""Pixels at 100 %: in a lower page the hint gives its room to the board."""


class GroupingPage(QWidget):
    """Its board is public; the way connects it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.board = ClusterBoard(theme)
        self.new = KeyButton(theme, self.tr("Nieuw cluster"), "N", icon="plus", bound=False)
        self._state = words("", "strong", wrap=True)
        self._hint = words("", "muted", wrap=True)
        self._board = Board()
        why = self.tr("Er is nog niets om te groeperen. Leg eerst bouwstenen vast.")
        self.empty = EmptyState(theme, "organise", why, self.tr("Terug naar de regel"), "Esc")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.board)
        head = QHBoxLayout()
        head.setSpacing(12)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(self._state)
        told.addWidget(self._hint)
        head.addLayout(told, 1)
        head.addWidget(self.new)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.board.marks_changed.connect(self._show_hint)
        theme.changed.connect(self._fit)
        self._fit()
        self._show_hint(0)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to group."""
        return self._stack.currentWidget() is self.empty

    def show_board(self, board: Board) -> None:
        """Show the blocks as they are grouped now."""
        self._board = board
        total = len(board.loose) + len(board.parked) + sum(len(group.blocks) for group in board.groups)
        self._stack.setCurrentWidget(self.board if total or board.groups else self.empty)
        self.new.setVisible(not self.is_empty)
        self._fit()
        self._state.setText("" if self.is_empty else self._progress())
        self.board.show_board(board)

    def _progress(self) -> str:
        board = self._board
        clusters = dutch.counted(len(board.groups), self.tr("cluster"), self.tr("clusters"))
        if not board.loose:
            return self.tr("Alles is gegroepeerd, in {clusters}").format(clusters=clusters)
        loose = dutch.counted(len(board.loose), self.tr("bouwsteen"), self.tr("bouwstenen"))
        return self.tr("Nog {loose} te groeperen, {clusters}").format(loose=loose, clusters=clusters)

    def _show_hint(self, marked: int) -> None:
        if marked:
            what = dutch.counted(marked, self.tr("bouwsteen"), self.tr("bouwstenen"))
            told = self.tr("{what} gekozen. Een cijfer zet ze in dat cluster, N in een nieuw. Esc laat ze los.")
            self._hint.setText(told.format(what=what))
        else:
            self._hint.setText(
                self.tr("Spatie kiest er meer tegelijk. Een cijfer zet ze in dat cluster, P op de parkeerplaats.")
            )

    def _fit(self) -> None:
        self._hint.setVisible(not self.is_empty and self.height() >= self._theme.px(LOW))
        self._column.setContentsMargins(0, 0, self._theme.px(12), 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

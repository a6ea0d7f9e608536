"""The table in which a scribe counts: a number typed on a row, Enter, the next row."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QTableView, QWidget
from typing_extensions import override

from bouwstenen_app.domain.voting import Ballot
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.plain_table import dress
from bouwstenen_app.ui.widgets.vote_delegate import VoteDelegate
from bouwstenen_app.ui.widgets.votes_model import BALLOT_ROLE, CLUSTER, NUMBER, PLACE, TITLE, VOTES, VotesModel

MOST_DIGITS: Final = 4
NARROW: Final = 640
"""Below this width, in pixels at 100 %, the clusters give their room to the titles."""
JUMPS: Final = (" ", ":", "=")
"""After a number: it is not the votes of this row, but the row to go to. People call out “14: 7”."""

_Key = Qt.Key
_STEPS: Final = {_Key.Key_Return: 1, _Key.Key_Enter: 1, _Key.Key_Down: 1, _Key.Key_Up: -1}
_FAR: Final = (_Key.Key_Home, _Key.Key_End, _Key.Key_PageUp, _Key.Key_PageDown)

Index = QModelIndex | QPersistentModelIndex


class VoteTable(QTableView):
    """Takes numbers for the current row. It changes nothing itself: it tells what was counted."""

    counted = Signal(str, int)
    """Id of a block, and how many votes it got."""
    unknown_called = Signal(int)
    """A number that was called out, and no block has."""
    left = Signal()
    """Escape: the user is done here."""

    def __init__(self, theme: Theme, model: VotesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._votes = model
        self._typed: str | None = None
        self._kept = ""
        self._stale = True
        self.setAccessibleName(self.tr("Stemmen per bouwsteen"))
        self.setModel(model)
        self.setItemDelegate(VoteDelegate(theme, self, lambda: self._typed))
        self._dress()
        model.modelAboutToBeReset.connect(self._keep_current)
        model.modelReset.connect(self._on_reset)
        theme.changed.connect(self.fit)

    @property
    def typed(self) -> str | None:
        """What is typed on the current row so far; None when nothing is."""
        return self._typed

    def show_block(self, block: str) -> None:
        """Make a block the current one."""
        row = self._votes.row_of(block)
        if row >= 0:
            self._go(row)

    def go_to_top(self) -> None:
        """Make the first row the current one."""
        self._go(0)
        self.scrollToTop()

    def finish(self) -> None:
        """Take what is typed as the votes of the current row."""
        ballot, typed = self._ballot(), self._typed
        self._set_typed(None)
        if ballot is not None and typed is not None and int(typed or "0") != ballot.votes:
            self.counted.emit(ballot.block, int(typed or "0"))

    def fit(self) -> None:
        """Divide the width over the columns, and give every row the height that its title needs."""
        self._stale = not self.isVisible()
        if self._stale:
            return  # measuring every title takes longest, and how wide they may be is only known when it is shown
        px, width = self._theme.px, self.viewport().width()
        self.setColumnHidden(PLACE, not self._votes.by_votes)
        self.setColumnHidden(CLUSTER, width < px(NARROW) or not self._votes.has_clusters)
        fixed = {PLACE: px(64), NUMBER: px(56), VOTES: px(108)}
        shown = [size for column, size in fixed.items() if not self.isColumnHidden(column)]
        rest = max(width - sum(shown), 100)
        fixed[CLUSTER] = 0 if self.isColumnHidden(CLUSTER) else int(rest * 0.28)
        fixed[TITLE] = rest - fixed[CLUSTER]
        for column, size in fixed.items():
            self.setColumnWidth(column, size)
        self.resizeRowsToContents()

    def _dress(self) -> None:
        dress(self)

    def _ballot(self) -> Ballot | None:
        ballot = self.currentIndex().data(BALLOT_ROLE)
        return ballot if isinstance(ballot, Ballot) else None

    def _set_typed(self, typed: str | None) -> None:
        if typed != self._typed:
            self._typed = typed
            self.update(self.currentIndex().siblingAtColumn(VOTES))

    def _go(self, row: int) -> None:
        if 0 <= row < self._votes.rowCount():
            self.setCurrentIndex(self._votes.index(row, VOTES))

    def _step(self, by: int) -> None:
        """Take what is typed, and go on. Where the most votes come first, a row that moved is followed."""
        row, typed = self.currentIndex().row(), self._typed
        self.finish()
        if typed is None or not self._votes.by_votes:
            self._go(row + by)

    def _jump(self) -> None:
        number = int(self._typed or "0")
        self._set_typed(None)
        row = self._votes.row_numbered(number)
        if row < 0:
            self.unknown_called.emit(number)
        else:
            self._go(row)

    def _add(self, by: int) -> None:
        ballot = self._ballot()
        if ballot is not None:
            votes = int(self._typed) if self._typed else ballot.votes
            self._set_typed(None)
            if max(0, votes + by) != ballot.votes:
                self.counted.emit(ballot.block, max(0, votes + by))

    def _keep_current(self) -> None:
        ballot = self._ballot()
        self._kept = ballot.block if ballot is not None else ""
        self._typed = None

    def _on_reset(self) -> None:
        self.fit()
        self._go(max(0, self._votes.row_of(self._kept)))

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters mean nothing here."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = _Key(event.key()), event.text()
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if held:
            super().keyPressEvent(event)
        elif text.isascii() and text.isdigit():
            self._set_typed(((self._typed or "").lstrip("0") + text)[:MOST_DIGITS])
        elif key in _STEPS:
            self._step(_STEPS[key])
        elif text in JUMPS and self._typed:
            self._jump()
        elif text in ("+", "-", "−"):
            self._add(1 if text == "+" else -1)
        elif key in (_Key.Key_Backspace, _Key.Key_Delete):
            self._set_typed(self._typed[:-1] if self._typed and key == _Key.Key_Backspace else "")
        elif key == _Key.Key_Escape:
            self._on_escape()
        elif key in _FAR:
            self.finish()
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _on_escape(self) -> None:
        if self._typed is None:
            self.left.emit()
        else:
            self._set_typed(None)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.finish()
        super().mousePressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self._go(0)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.finish()
        super().focusOutEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
        self.scrollTo(self.currentIndex())

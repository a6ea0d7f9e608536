"""A small window to choose the column that cards go to: type its first letters, Enter."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.board_column import Head
from bouwstenen_app.ui.widgets.picker import Offered, Picker, begins, fits


class ColumnPicker(Picker):
    """Shows the columns of a board; Enter takes the marked one, with Ctrl the cards stay where they were too."""

    chosen = Signal(str, bool)
    """Key of a column, and whether the cards keep the one they were in."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Verplaats naar"), self.tr("Verplaats naar…"), self.tr("Kolommen"), parent)
        self._heads: Sequence[Head] = ()
        self._inside: frozenset[str] = frozenset()

    def choose(self, heads: Sequence[Head], inside: frozenset[str], at: QPoint) -> None:
        """Open at a point of the screen; ``inside`` are the columns that the cards are in."""
        self._heads, self._inside = tuple(heads), inside
        self.open_at(at)

    @override
    def offers(self, typed: str) -> Iterable[Offered]:
        fitting = sorted(
            (head for head in self._heads if fits(typed, head.name)), key=lambda head: not begins(typed, head.name)
        )
        return [Offered(head.name, head.key, head.key in self._inside, head.detail) for head in fitting]

    @override
    def taken(self, what: str, typed: str, *, add: bool) -> None:
        self.chosen.emit(what, add)

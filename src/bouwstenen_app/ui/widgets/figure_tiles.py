"""Key figures as tiles: a large number with a few words under it."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.cards import WARM
from bouwstenen_app.ui.widgets.words import words

NARROW = 760
"""Below this width, in pixels at 100 %, tiles stand two by two."""


class FigureTiles(QWidget):
    """Shows tiles as (number, words, whether it asks for attention)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tiles: list[_Tile] = []
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)

    def show_figures(self, figures: Sequence[tuple[str, str, bool]]) -> None:
        """Show these figures."""
        while len(self._tiles) < len(figures):
            self._tiles.append(_Tile())
            self._across = 0
        for tile, figure in zip(self._tiles, figures, strict=True):
            tile.show_figure(*figure)
        self._arrange()

    def _arrange(self) -> None:
        across = 2 if self.width() < self._theme.px(NARROW) else max(1, len(self._tiles))
        if across == self._across:
            return
        self._across = across
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // across, place % across)
        for column in range(max(across, self._grid.columnCount())):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


class _Tile(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self._number = words("", "number")
        self._words = words("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(0)
        column.addWidget(self._number)
        column.addWidget(self._words)

    def show_figure(self, number: str, text: str, attention: bool) -> None:
        self._number.setText(number)
        self._words.setText(text)
        self.setAccessibleName(f"{number} {text}")
        kind = WARM if attention else "card"
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self._words.setProperty("kind", "warn" if attention else "muted")
            for widget in (self, self._words, self._number):
                widget.style().unpolish(widget)
                widget.style().polish(widget)

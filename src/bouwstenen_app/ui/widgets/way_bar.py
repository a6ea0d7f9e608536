"""The bar under *Vastleggen* with the ways of working: which one is in front, and the key of each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import key_words
from bouwstenen_app.ui.widgets.segmented import SegmentedControl


class WayBar(QFrame):
    """Shows the ways as (key, words, shortcut). At its right end there is room for what others put there."""

    chosen = Signal(str)
    """Key of the way that a person chose."""

    def __init__(self, theme: Theme, ways: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "way-bar")
        self._names = {key: name for key, name, _ in ways}
        self._keyed = {key: f"{name}  {key_words(shortcut)}".rstrip() for key, name, shortcut in ways}
        self._ways = SegmentedControl(self._keyed.items(), self.tr("Manier van werken"))
        self._optional: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._ways)
        self._row.addStretch(1)
        self._ways.chosen.connect(self._on_chosen)
        self._current = ways[0][0]
        self._ways.choose(self._current)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def current(self) -> str:
        """Key of the way that is in front."""
        return self._current

    def choose(self, key: str) -> None:
        """Show which way is in front, without a signal."""
        self._current = key
        self._ways.choose(key)

    def add_end(self, widget: QWidget, *, optional: bool = False) -> None:
        """Put a widget at the right end; an optional one stays away when the ways need its room."""
        self._row.addWidget(widget)
        if optional:
            self._optional.append(widget)

    def _on_chosen(self, key: str) -> None:
        if key != self._current:
            self.chosen.emit(key)

    def _fit(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(20), px(6), px(20), px(6))
        self._row.setSpacing(px(10))
        self._leave_room()

    def _leave_room(self) -> None:
        """Leave out the keys, and then what is optional, where the ways would need a second line."""
        room = self._room(self._keyed)
        if room < 0:
            room = self._room(self._names)
        for widget in self._optional:
            room -= widget.sizeHint().width()
            widget.setVisible(room >= 0)

    def _room(self, words: Mapping[str, str]) -> int:
        """Show these words, and return how many pixels are left beside them."""
        for key, name in words.items():
            self._ways.set_words(key, name)
        return self.width() - self._ways.sizeHint().width() - self._theme.px(50)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_room()

"""A button that folds something open and closed, with an arrow that says which it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import QUIET, KeyButton


class FoldButton(KeyButton):
    """Closed at first; says to a screen reader how it is."""

    turned = Signal(bool)
    """Whether it is open now."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, words, kind=QUIET, icon="chevron-right", parent=parent)
        self.is_open = False
        self.clicked.connect(self._turn)
        self._say()

    def _turn(self) -> None:
        self.is_open = not self.is_open
        self._say()
        self.turned.emit(self.is_open)

    def _say(self) -> None:
        self.show_icon("chevron-down" if self.is_open else "chevron-right")
        said = self.tr("{what}, open") if self.is_open else self.tr("{what}, dicht")
        self.setAccessibleName(said.format(what=self.text()))

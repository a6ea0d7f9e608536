"""The way from *Ordenen* to the de-duplication round and back."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedLayout

from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.deduplicating import DeduplicationRound
from bouwstenen_app.ui.places.place import Key, Place
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton

KEY: Final = "Ctrl+Shift+D"


class DeduplicatingDoor(QObject):
    """Has the button and the command of the round, and brings it to the front of a place; made when first asked."""

    left = Signal()
    """The round is done: the place comes to the front again."""

    def __init__(self, desk: Desk, theme: Theme, place: Place, stack: QStackedLayout) -> None:
        super().__init__(place)
        self._desk = desk
        self._theme = theme
        self._place = place
        self._stack = stack
        self._round: DeduplicationRound | None = None
        self.button = KeyButton(theme, self.tr("Ontdubbelen"), KEY)
        self.button.setToolTip(self.tr("Paren die hetzelfde lijken te zeggen, naast elkaar, om te beoordelen"))
        self.button.clicked.connect(self.go)

    @property
    def round(self) -> DeduplicationRound | None:
        """The round; None when it was never asked for."""
        return self._round

    @property
    def is_open(self) -> bool:
        """Whether the round is in front."""
        return self._round is not None and self._stack.currentWidget() is self._round.page

    def go(self) -> None:
        """Bring the round to the front and let it compare the blocks as they are now."""
        if self.is_open:
            return
        if self._round is None:
            self._round = DeduplicationRound(self._desk, self._theme, self)
            self._round.told.connect(self._place.told)
            self._round.problem_told.connect(self._place.problem_told)
            self._round.left.connect(self._on_left)
            self._stack.addWidget(self._round.page)
        self._stack.setCurrentWidget(self._round.page)
        self._round.begin()
        self._round.page.focus()
        self._tell()

    def close(self) -> None:
        """Bring the place to the front again, if the round was."""
        if self.is_open:
            self._stack.setCurrentIndex(0)
            self._tell()

    def focus(self) -> None:
        """Take the focus to where the keys of the round are."""
        if self._round is not None:
            self._round.page.focus()

    def commands(self) -> Sequence[Command]:
        """Return the command that opens the round."""
        return () if self.is_open else (Command(self.tr("Ontdubbelen: wat lijkt op elkaar?"), self.go, KEY),)

    def key_help(self) -> Sequence[Key]:
        """Return the keys of the round."""
        return () if self._round is None else self._round.key_help()

    def _on_left(self) -> None:
        if self.is_open:
            self.close()
            self.left.emit()

    def _tell(self) -> None:
        self._place.titles_changed.emit()
        self._place.actions_changed.emit()

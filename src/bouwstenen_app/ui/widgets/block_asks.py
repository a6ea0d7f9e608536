"""What a view of blocks asks of its place, by key: the same in the list of cards and in the table."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent

from bouwstenen_app.domain.codebook import KIND, THEME

CHORD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""With one of these held a key is no letter."""
Key = Qt.Key


class BlockAsks:
    """To be mixed into a view, which asks; its place acts.

    Every signal with ``list`` gives the ids of the marked blocks, or of the current one.
    """

    current_changed = Signal(str)
    """The id of the block that is current now, empty when there is none."""
    marks_changed = Signal(list)
    opened = Signal(str)
    left = Signal()
    """Back to the line: Esc, or Up on the first block."""
    voted = Signal(list, int)
    domain_asked = Signal(list, int)
    """Digit 1 … 9: this domain on or off."""
    codes_asked = Signal(list, str, QPoint)
    """A choice of codes of this dimension is wanted, at a point on the screen."""
    recent_asked = Signal(list, QPoint)
    """The tags that were used last are wanted, at a point on the screen."""
    same_asked = Signal(list)
    """The same tags as were put on the last time."""
    exemplary_asked = Signal(list)
    held_back_asked = Signal(list)
    cluster_asked = Signal(list, QPoint)
    """These are to go in a cluster, chosen at a point on the screen."""
    bundle_asked = Signal(list, QPoint)
    """These are to go in a bundle together; what is meant may be asked at a point on the screen."""
    status_asked = Signal(list, QPoint)
    """Their status or release is to be chosen, at a point on the screen."""
    parking_asked = Signal(list)
    removal_asked = Signal(list)
    menu_asked = Signal(list, QPoint)

    def marked(self) -> list[str]:
        """Return the ids of the marked blocks in their order, or of the current one."""
        raise NotImplementedError

    def clear_marks(self) -> None:
        """Leave only the current block marked."""
        raise NotImplementedError

    def drop_marks(self) -> None:
        """Leave only the current block marked: someone pressed Esc."""
        self.clear_marks()

    def below_current(self) -> QPoint:
        """Return the point on the screen where something about the current block may open."""
        raise NotImplementedError

    def is_first(self) -> bool:
        """Say whether no block stands above the current one."""
        raise NotImplementedError

    def ask(self, event: QKeyEvent) -> bool:
        """Ask what a key means for the marked blocks; False when it means nothing here."""
        key, ids = event.key(), self.marked()
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        if key == Key.Key_Escape and len(ids) > 1:
            self.drop_marks()
        elif key == Key.Key_Escape or (key == Key.Key_Up and self.is_first() and not event.modifiers()):
            self._emit("left")
        elif not ids:
            return False
        elif event.text() in ("+", "-", "="):
            self._emit("voted", ids, -1 if event.text() == "-" else 1)
        elif Key.Key_1 <= key <= Key.Key_9:
            self._emit("domain_asked", ids, key - Key.Key_0)
        elif key in (Key.Key_T, Key.Key_S):
            self._emit("codes_asked", ids, THEME if key == Key.Key_T else KIND, self.below_current())
        elif key in _ASKS_AT:
            self._emit(_ASKS_AT[key], ids, self.below_current())
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._emit("opened", ids[0])
        elif key in _ASKS:
            self._emit(_ASKS[key], ids)
        else:
            return False
        return True

    def _emit(self, asked: str, *values: object) -> None:
        getattr(self, asked).emit(*values)  # only in a view is it a signal of an object


def moving(event: QKeyEvent) -> QKeyEvent | None:
    """Return the key as Qt's view is to hear it: J and K are arrows; None for a letter that is for the window."""
    if event.key() in _ARROWS and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
        event = QKeyEvent(event.type(), _ARROWS[event.key()], event.modifiers())
    letter = event.text().isprintable() and event.text() not in ("", " ") and not event.modifiers() & CHORD
    return None if letter else event


_ARROWS: Final[dict[int, Qt.Key]] = {Key.Key_J: Key.Key_Down, Key.Key_K: Key.Key_Up}
_ASKS_AT: Final[dict[int, str]] = {
    Key.Key_B: "bundle_asked",
    Key.Key_G: "cluster_asked",
    Key.Key_R: "recent_asked",
    Key.Key_V: "status_asked",
}
_ASKS: Final[dict[int, str]] = {
    Key.Key_E: "exemplary_asked",
    Key.Key_H: "held_back_asked",
    Key.Key_P: "parking_asked",
    Key.Key_Q: "same_asked",
    Key.Key_Delete: "removal_asked",
}

"""Watches a text field for what may point to a person: looks when the fingers rest, never on the way of a key."""

from collections.abc import Callable, Collection, Sequence
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme

REST: Final = 250
"""Milliseconds without a key after which a text is looked at: a word that is half typed is no name yet."""
_HELD: Final = Qt.KeyboardModifier.ControlModifier
_HELD_NEXT: Final = _HELD | Qt.KeyboardModifier.ShiftModifier

Names = Callable[[], Collection[str]]
"""Gives the names that are no person's."""


class Guard(Protocol):
    """What looks, marks and replaces. It is imported at the first rest: the first paint need not wait for it."""

    @property
    def text(self) -> str:
        """The text that was looked at last."""

    @property
    def findings(self) -> Sequence[object]:
        """What was found in it."""

    def set_names(self, names: Names) -> None:
        """Take what gives the names that are no person's."""

    def look(self) -> None:
        """Look at the text of the field now."""

    def show_current(self) -> None:
        """Say what is found at the cursor."""

    def replace(self) -> None:
        """Put what is marked in the place of the finding."""

    def mark_next(self) -> None:
        """Mark the next choice."""


class PrivacyWatch(QObject):
    """Ctrl+H puts a role in the place of a finding, Ctrl+Shift+H marks the next choice. Typing always goes on.

    ``show_row`` puts the row with words under the field, when the first thing is found; narrower than ``least``
    (pixels at 100 %) it is one line.
    """

    shown = Signal()
    """The row is there now, or gone."""

    def __init__(
        self, field: QPlainTextEdit, theme: Theme, show_row: Callable[[QWidget], None], *, least: int = 0
    ) -> None:
        super().__init__(field)
        self._least = least
        self._field = field
        self._theme = theme
        self._show_row = show_row
        self._names: Names = tuple
        self._guard: Guard | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.look)
        field.textChanged.connect(self._on_text_changed)
        field.cursorPositionChanged.connect(self._on_cursor_moved)
        field.installEventFilter(self)

    @property
    def warns(self) -> bool:
        """Whether something was found that is said now."""
        return self._guard is not None and bool(self._guard.findings)

    def set_names(self, names: Names) -> None:
        """Take what gives the names that are no person's; they are asked for when a name is found."""
        self._names = names
        if self._guard is not None:
            self._guard.set_names(names)

    def look(self) -> None:
        """Look at the text now."""
        self._rest.stop()
        self._ready().look()

    def _ready(self) -> Guard:
        if self._guard is None:
            from bouwstenen_app.ui.widgets.privacy_guard import PrivacyGuard

            guard = PrivacyGuard(self._field, self._theme, self._show_row, least=self._least)
            guard.set_names(self._names)
            guard.shown.connect(self.shown)
            self._guard = guard
        return self._guard

    def _on_text_changed(self) -> None:
        text = self._field.toPlainText()
        seen = self._guard.text if self._guard is not None else ""
        if text == seen:
            self._rest.stop()
        elif text:
            self._rest.start()
        elif self._guard is not None:
            self.look()
        else:
            self._rest.stop()

    def _on_cursor_moved(self) -> None:
        if self._guard is not None and not self._rest.isActive():
            self._guard.show_current()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_H:
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held not in (_HELD, _HELD_NEXT):
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._rest.stop()
            if held == _HELD:
                self._ready().replace()
            else:
                self._ready().mark_next()
        event.accept()
        return True


def watched(field: QPlainTextEdit, theme: Theme, column: QVBoxLayout, names: Names) -> PrivacyWatch:
    """Return the watch of a field that stands in a column: its row comes right under it."""
    watch = PrivacyWatch(field, theme, lambda row: column.insertWidget(column.indexOf(field) + 1, row))
    watch.set_names(names)
    return watch

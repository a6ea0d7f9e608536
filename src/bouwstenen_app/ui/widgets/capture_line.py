"""The text edit of the capture line: its keys, and what may be pasted into it."""

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bouwstenen_app.domain.capture import lines
from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.ui.widgets.growing_text import MOST_PASTED, GrowingText
from bouwstenen_app.ui.widgets.photo_drop import has_photos

MOST_LINES: Final = 6
MOST_IN_ALL: Final = 2_000_000
"""Characters of many lines that may be pasted to become blocks: about five thousand."""

Key = Qt.Key
Modifier = Qt.KeyboardModifier


class CaptureLine(GrowingText):
    """Grows to six lines. While ``choosing`` the arrows, Tab, Enter and Esc are for the suggestions."""

    entered = Signal(bool)
    """Enter: store; True when it is to be opened too."""
    escaped = Signal()
    last_asked = Signal()
    """Up in the empty line."""
    undo_asked = Signal()
    """Undo in the empty line: there is no text to undo."""
    redo_asked = Signal()
    step_asked = Signal(int)
    """To the next (1) or previous (-1) suggestion."""
    take_asked = Signal()
    domain_mode_asked = Signal()
    """Ctrl+D."""
    domain_asked = Signal(int)
    """A digit after Ctrl+D."""
    table_mode_asked = Signal()
    """Ctrl+B."""
    table_asked = Signal(int)
    """A digit after Ctrl+B."""
    favourite_asked = Signal(int)
    """Alt and a digit; 0 lets all go."""
    suggestion_asked = Signal()
    """Ctrl+Space or Alt+Right: take the first code that the text names."""
    like_asked = Signal()
    """Ctrl+M: add the text to the block that is like it."""
    lines_pasted = Signal(str)
    """A text of several lines was pasted; it is not in the line."""
    photo_pasted = Signal()
    """There is a photo on the clipboard, not a text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(least=1, most=MOST_LINES, parent=parent)
        self.choosing = False
        self.enter_takes = False
        """Whether Enter takes a suggestion; Tab always does."""
        self.picking_domain = False
        self.picking_table = False

    def put(self, text: str) -> None:
        """Set another text, with nothing left to undo, and the cursor at its end."""
        self.setPlainText(text)
        self.to_end()

    def replace_all(self, text: str, place: int) -> None:
        """Change the text as one edit that can be undone, with the cursor at a place (in UTF-16 units)."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()
        cursor.setPosition(place)
        self.setTextCursor(cursor)

    def _is_mine(self, event: QKeyEvent) -> bool:
        """Say whether a key belongs to the line even if the window has a shortcut for it."""
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            return True
        digit = Key.Key_0 <= event.key() <= Key.Key_9
        if (self.picking_domain or self.picking_table) and digit:
            return True
        held = event.modifiers() & ~Modifier.KeypadModifier
        if held == Modifier.AltModifier and (digit or event.key() == Key.Key_Right):
            return True
        return held == Modifier.ControlModifier and event.key() in _MINE

    def _choose(self, event: QKeyEvent) -> bool:
        if not self.choosing or event.modifiers() & ~Modifier.KeypadModifier:
            return False
        if event.key() in (Key.Key_Down, Key.Key_Up):
            self.step_asked.emit(1 if event.key() == Key.Key_Down else -1)
        elif event.key() == Key.Key_Tab or (self.enter_takes and event.key() in _ENTER):
            self.take_asked.emit()
        else:
            return False
        return True

    def _command(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & ~Modifier.KeypadModifier
        digit = key - Key.Key_0
        if key in _ENTER and held in (Modifier.NoModifier, Modifier.ControlModifier):
            self.entered.emit(held == Modifier.ControlModifier)
        elif key == Key.Key_Escape:
            self.escaped.emit()
        elif key == Key.Key_Up and not held and self.document().isEmpty():
            self.last_asked.emit()
        elif held == Modifier.ControlModifier and key in (Key.Key_B, Key.Key_D, Key.Key_M):
            asked = {
                Key.Key_B: self.table_mode_asked,
                Key.Key_D: self.domain_mode_asked,
                Key.Key_M: self.like_asked,
            }
            asked[Key(key)].emit()
        elif self.picking_table and 0 <= digit <= 9 and held in (Modifier.NoModifier, Modifier.ControlModifier):
            self.table_asked.emit(digit)
        elif self.picking_domain and 1 <= digit <= 9 and held in (Modifier.NoModifier, Modifier.ControlModifier):
            self.domain_asked.emit(digit)
        elif held == Modifier.AltModifier and 0 <= digit <= 9:
            self.favourite_asked.emit(digit)
        elif (held, key) in _TAKE_SUGGESTION:
            self.suggestion_asked.emit()
        else:
            return self._undo(event)
        return True

    def _undo(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable():
            self.undo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable():
            self.redo_asked.emit()
        else:
            return False
        return True

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_mine(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._choose(event) or self._command(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, following: bool) -> bool:
        return False if self.choosing and following else super().focusNextPrevChild(following)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # A photo that is dropped on the line is for whoever is around it, not a path to type.
        return not has_photos(source) and super().canInsertFromMimeData(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if has_photos(source):
            self.photo_pasted.emit()
            return
        text = source.text()
        if "\n" not in text and "\r" not in text:
            super().insertFromMimeData(source)
            return
        if len(text) > MOST_IN_ALL or max(map(len, text.splitlines()), default=0) > MOST_PASTED:
            self.paste_refused.emit(len(text))
        elif len(lines(text)) > 1:
            self.lines_pasted.emit(text)
        else:
            self.accept_pasted(clean(text).text.strip("\n"))


_MINE: Final = (Key.Key_B, Key.Key_D, Key.Key_M, Key.Key_Space)
"""Keys that with Ctrl are for the line."""
_ENTER: Final = (Key.Key_Return, Key.Key_Enter)
_TAKE_SUGGESTION: Final = {
    (Modifier.ControlModifier, Key.Key_Space),
    (Modifier.AltModifier, Key.Key_Right),
}

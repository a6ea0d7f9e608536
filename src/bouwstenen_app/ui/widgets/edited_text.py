"""A text field of an existing thing: tells of an edit when the fingers rest, and follows changes from outside."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bouwstenen_app.ui.widgets.growing_text import GrowingText

PAUSE: Final = 800
"""Milliseconds without a key after which an edit counts as done."""


class EditedText(GrowingText):
    """An edit is told once: when the focus leaves or no key came for a while, never half-way a composition."""

    edited = Signal(str)
    """The new text."""
    dropped = Signal(str)
    """A text that could not be written gives way to that of another thing."""

    def __init__(
        self, *, least: int = 1, most: int = 0, single_line: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(least=least, most=most, parent=parent)
        self._single_line = single_line
        self._told = ""
        self._telling = False
        self._unwritten = False
        self._composing = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.finish)
        self.textChanged.connect(self._on_text_changed)

    def set_text(self, text: str, *, fresh: bool = False) -> None:
        """Show a text from outside; the cursor stays where it is.

        An edit under way in the field that has the focus is kept, and everywhere one that could not be written,
        unless the text is of another thing (``fresh``).
        """
        under_way = self.toPlainText() != self._told and self.hasFocus()
        if fresh and self.unwritten:
            self.dropped.emit(self.toPlainText())
        self._told = text
        if text == self.toPlainText() or ((under_way or self._unwritten) and not fresh):
            return
        self._unwritten = False
        self._pause.stop()
        place = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def finish(self) -> None:
        """Tell of the edit now, if there is one."""
        self._pause.stop()
        text = self.toPlainText()
        if text != self._told and not self._composing:
            before, self._told = self._told, text
            self._unwritten, self._telling = False, True
            self.edited.emit(text)
            self._telling = False
            if self._unwritten:
                self._told = before

    def keep_unwritten(self) -> None:
        """Keep what is being told, and tell it again later: it could not be written."""
        self._unwritten = self._unwritten or self._telling

    @property
    def unwritten(self) -> bool:
        """Whether what stands here was told and could not be written."""
        return self._unwritten and self.toPlainText() != self._told

    def _on_text_changed(self) -> None:
        if self.toPlainText() != self._told:
            self._pause.start()
        else:
            self._pause.stop()

    @override
    def accept_pasted(self, text: str) -> None:
        super().accept_pasted(" ".join(text.split("\n")) if self._single_line else text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._single_line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        else:
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._composing:
            self._on_text_changed()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()

"""A text field that is as high as its text, and tells of an edit when the fingers rest."""

from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from bouwstenen_app.domain.cleaning import clean

PAUSE: Final = 800
"""Milliseconds without a key after which an edit counts as done."""
MOST_PASTED: Final = 20_000
"""Characters that may be pasted at once; a line of a million freezes Qt's text edits for 46 seconds."""


class GrowingText(QPlainTextEdit):
    """Grows from ``least`` to ``most`` lines (0: no limit). An edit is told once, never half-way a composition."""

    edited = Signal(str)
    """The new text, when the focus leaves or no key came for a while."""
    paste_refused = Signal(int)
    """A paste was too long to take in: how many characters it has."""

    def __init__(
        self, *, least: int = 1, most: int = 0, single_line: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._single_line = single_line
        self._told = ""
        self._composing = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.finish)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._on_text_changed)

    def set_text(self, text: str) -> None:
        """Show a text that came from outside; the cursor stays where it is, an edit under way is not lost."""
        if text == self._told and (self._pause.isActive() or self.toPlainText() == text):
            return
        self._told = text
        self._pause.stop()
        if text == self.toPlainText():
            return
        cursor = self.textCursor()
        place = cursor.position()
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.fit()

    def finish(self) -> None:
        """Tell of the edit now, if there is one."""
        self._pause.stop()
        text = self.toPlainText()
        if text != self._told and not self._composing:
            self._told = text
            self.edited.emit(text)

    def fit(self) -> None:
        """Take the height that the text needs."""
        line = self.fontMetrics().lineSpacing()
        lines = max(self._least, round(self.document().size().height()))
        if self._most:
            policy = Qt.ScrollBarPolicy
            self.setVerticalScrollBarPolicy(
                policy.ScrollBarAsNeeded if lines > self._most else policy.ScrollBarAlwaysOff
            )
            lines = min(lines, self._most)
        around = self.height() - self.viewport().height()
        wanted = lines * line + max(0, around)
        if wanted != self.height() or self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)

    def to_end(self) -> None:
        """Put the cursor behind the last character."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def _on_text_changed(self) -> None:
        self.fit()
        if self.toPlainText() != self._told:
            self._pause.start()
        else:
            self._pause.stop()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._single_line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
            return
        super().keyPressEvent(event)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if len(text) > MOST_PASTED:
            self.paste_refused.emit(len(text))
            return
        text = clean(text).text
        self.insertPlainText(" ".join(text.split("\n")) if self._single_line else text)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())
        if not self._composing and self.toPlainText() != self._told:
            self._pause.start()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

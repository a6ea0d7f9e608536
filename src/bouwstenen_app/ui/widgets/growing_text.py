"""A text field that is as high as its text."""

from math import ceil
from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from bouwstenen_app.domain.cleaning import clean

MOST_PASTED: Final = 20_000
"""Characters that may be pasted at once; a line of a million freezes Qt's text edits for 46 seconds."""
SLACK: Final = 2
"""Pixels more than the lines need: Qt rounds the height of each line up."""


class GrowingText(QPlainTextEdit):
    """Grows from ``least`` to ``most`` lines (0: no limit). What is pasted is cleaned, and never too long."""

    paste_refused = Signal(int)
    """A paste was too long to take in: how many characters it has."""
    paste_cleaned = Signal(int)
    """So many characters of a paste were left out, which no document can hold."""

    def __init__(self, *, least: int = 1, most: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self.fit)

    def fit(self) -> None:
        """Take the height that the text needs."""
        lines = max(self._least, round(self.document().size().height()))
        if self._most:
            policy = Qt.ScrollBarPolicy
            too_many = lines > self._most
            self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if too_many else policy.ScrollBarAlwaysOff)
            lines = min(lines, self._most)
        margins = self.contentsMargins()
        wanted = ceil(lines * QFontMetricsF(self.font()).lineSpacing()) + SLACK + margins.top() + margins.bottom()
        if wanted != self.minimumHeight():
            self.setFixedHeight(wanted)
        if lines <= self._most or not self._most:
            # The cursor was kept in sight while there was one line too few.
            self.verticalScrollBar().setValue(0)

    def set_most(self, most: int) -> None:
        """Grow up to so many lines from now on; 0: no limit."""
        if most != self._most:
            self._most = most
            self.fit()

    def to_end(self) -> None:
        """Put the cursor behind the last character."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def accept_pasted(self, text: str) -> None:
        """Insert a pasted text that is not too long."""
        self.insertPlainText(text)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if len(text) > MOST_PASTED:
            self.paste_refused.emit(len(text))
            return
        cleaned = clean(text)
        self.accept_pasted(cleaned.text)
        if cleaned.removed:
            self.paste_cleaned.emit(cleaned.removed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

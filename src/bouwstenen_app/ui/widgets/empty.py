"""An empty place: one sentence about what belongs here, and the next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.words import words

ICON = 40
LOW = 240
"""Pixels at 100 %: with less height the words and the step go before the picture."""


class EmptyState(QWidget):
    """Stands in the middle of an empty place. Its key is only shown, the header listens to it."""

    accepted = Signal()
    """The next step was taken."""

    def __init__(
        self, theme: Theme, icon: str, sentence: str, step: str = "", key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sentence = words(sentence, "muted", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(14)
        column.addStretch(2)
        self.picture = _Picture(theme, icon)
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._sentence, 4)
        line.addStretch(1)
        column.addLayout(line)
        self.button: KeyButton | None = None
        if step:
            self.button = KeyButton(theme, step, key, kind=PRIMARY, bound=False)
            self.button.clicked.connect(self.accepted)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def set_sentence(self, sentence: str) -> None:
        """Say something else: why a search found nothing, for instance."""
        self._sentence.setText(sentence)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = event.size().height() < self._theme.px(LOW)
        self.picture.setHidden(low)
        self._column.setContentsMargins(32, 8 if low else 32, 32, 8 if low else 32)


class _Picture(QWidget):
    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._fit()
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedSize(self._theme.px(ICON), self._theme.px(ICON))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, self._theme.pixmap(self._icon, "line-strong", ICON, self))

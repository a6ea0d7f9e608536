"""The quiet line under the capture line: a block that is there already says nearly this."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.widgets.words import ElidedLabel, words

LEAST_SHARE: Final = 3
"""So many times as wide as the words about the key is the row at least, or they are left out."""


class LikeRow(QWidget):
    """Says it on one line, with the key that adds the text to that block; a click does the same."""

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = ElidedLabel("muted")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sentence, 1)
        row.addWidget(words("Ctrl M", "key"))
        self._means = words(self.tr("voegt je tekst daaraan toe"), "muted")
        row.addWidget(self._means)
        self.setToolTip(self.tr("Ctrl+M of een klik voegt je tekst toe aan die bouwsteen."))
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said now, empty when there is nothing to say."""
        return self._sentence.text()

    def offer(self, sentence: str) -> None:
        """Say which block is like what is typed; empty says nothing."""
        if sentence != self.sentence:
            self._sentence.setText(sentence)
            self._sentence.setFixedHeight(self._sentence.sizeHint().height())
            self.setVisible(bool(sentence))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Which block it is matters most: in a narrow window the rest can be read by pointing at it.
        self._means.setVisible(self._means.sizeHint().width() * LEAST_SHARE <= event.size().width())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.taken.emit()

"""Labels in the kinds of the stylesheet: plain text always, so that nothing typed by a person is read as markup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.wrapped_text import together


def words(text: str, kind: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Return a label; kind is one of the QLabel kinds of the stylesheet: title, strong, muted, label, key …"""
    label = _Wrapped(parent) if wrap else QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if kind:
        label.setProperty("kind", kind)
    return label


def labelled(text: str, field: QWidget, *, above: int = 0) -> QLabel:
    """Return the words above a field, with some room over them; they are the name of the field too."""
    label = words(text, "label")
    label.setBuddy(field)
    label.setContentsMargins(0, above, 0, 0)
    field.setAccessibleName(text)
    return label


class _Wrapped(QLabel):
    """Lines that never end between a number and its word; what was said is what it tells."""

    _said = ""

    @override
    def setText(self, text: str) -> None:
        self._said = text
        super().setText(together(text))

    @override
    def clear(self) -> None:
        self.setText("")

    @override
    def text(self) -> str:
        return self._said


class ElidedLabel(QLabel):
    """One line that ends in … when there is no room, and then tells the whole on hover and to a screen reader."""

    def __init__(self, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def full_width(self) -> int:
        """Return how wide the whole line is."""
        self.ensurePolished()
        return self.fontMetrics().horizontalAdvance(self.text()) + 2

    @override
    def setText(self, text: str) -> None:
        super().setText(" ".join(text.split()))
        self._hint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        line = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), line)

    def _hint(self) -> None:
        self.setToolTip(tip(self.text()) if self.full_width() > self.width() + 2 else "")

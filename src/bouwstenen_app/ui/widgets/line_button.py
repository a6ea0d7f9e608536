"""A button that is a line in a list: its words wrap, and it lights up under the pointer."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.wrapped_text import draw_text, text_height

TEXT: Final = 13.5
SIDE, TOP = 6, 5
"""Room around the words, in pixels at 100 %."""


class LineButton(QAbstractButton):
    """Enter, Space or a click presses it."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.px(260)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self.heightForWidth(10_000))

    @override
    def heightForWidth(self, width: int) -> int:
        px = self._theme.px
        return text_height(self.text(), self._theme.font(TEXT), width - 2 * px(SIDE)) + 2 * px(TOP)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        px = self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plane = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(self._theme.colour("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        lit = self.underMouse() or self.isDown()
        painter.setBrush(self._theme.colour("selected") if lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(plane, px(6), px(6))
        painter.setPen(self._theme.colour("selected-text" if lit else "text"))
        inner = self.rect().adjusted(px(SIDE), px(TOP), -px(SIDE), -px(TOP))
        draw_text(painter, inner, self.text(), self._theme.font(TEXT))

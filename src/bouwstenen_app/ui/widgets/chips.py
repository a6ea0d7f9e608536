"""Chips: the codes of a block as small coloured words, and the dashed ones that are not a code yet."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from bouwstenen_app.domain.codebook import DOMAIN, Code
from bouwstenen_app.ui.look import Tone
from bouwstenen_app.ui.paper import Paper
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip

SIZE: Final = 12
HEIGHT: Final = 20
PADDING: Final = 8
CROSS: Final = 7
"""The size of the × of a chip that can be taken away; sizes in pixels at 100 %."""


def code_tone(theme: Theme | Paper, code: Code) -> Tone:
    """Return the colours of a code: domains have their own, everything else is calm grey."""
    if code.dimension == DOMAIN:
        return theme.tone(code.colour, code.colour_dark, code.colour_tint)
    return theme.look.neutral


def code_words(code: Code) -> str:
    """Return how a code is written on a chip: a theme with its #, a domain as its name."""
    return code.name if code.dimension == DOMAIN else f"# {code.name}"


class Chip(QAbstractButton):
    """One chip. With ``removable`` it has a ×, and the Delete and Backspace keys do the same.

    ``tone`` gives its colours at the moment of painting, so that a change of theme needs nothing more.
    A dashed chip has no plane: it is something that is missing, or a proposal.
    """

    removed = Signal()

    def __init__(
        self,
        theme: Theme,
        words: str,
        tone: Callable[[], Tone] | None = None,
        *,
        dashed: bool = False,
        removable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone or (lambda: theme.look.neutral)
        self._dashed = dashed
        self._removable = removable
        self.setText(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if removable:
            self.setAccessibleDescription(self.tr("Delete haalt deze tag weg"))
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._font())
        cross = self._theme.px(CROSS + 5) if self._removable else 0
        width = metrics.horizontalAdvance(self.text()) + 2 * self._theme.px(PADDING) + cross + 2
        return QSize(round(width + 0.5), max(self._theme.px(HEIGHT), round(metrics.height()) + 4))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.px(60)), self.sizeHint().height())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._removable and self.isDown() and self._cross().contains(event.position()):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = self._tone()
        self._paint_plane(painter, tone)
        ink = self._theme.colour("text-muted") if self._dashed else QColor(tone.ink)
        painter.setPen(ink)
        painter.setFont(self._font())
        padding = self._theme.px(PADDING)
        rect = QRectF(self.rect()).adjusted(padding, 0, -padding, 0)
        if self._removable:
            self._paint_cross(painter, ink)
            rect.setRight(self._cross().left() + self._theme.px(2))
        words = QFontMetricsF(self._font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width() + 2)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)

    def _paint_plane(self, painter: QPainter, tone: Tone) -> None:
        rect = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self._dashed:
            hovered = self.underMouse()
            painter.setBrush(self._theme.colour("hover") if hovered else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("line-dashed"), 1, Qt.PenStyle.DashLine))
            rect.adjust(0.5, 0.5, -0.5, -0.5)
        else:
            painter.setBrush(QColor(tone.fill))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)

    def _paint_cross(self, painter: QPainter, ink: QColor) -> None:
        middle, reach = self._cross().center(), self._theme.px(CROSS) / 2 - 0.5
        pen = QPen(ink, 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(middle - QPointF(reach, reach), middle + QPointF(reach, reach))
        painter.drawLine(middle - QPointF(reach, -reach), middle + QPointF(reach, -reach))

    def _cross(self) -> QRectF:
        width = self._theme.px(CROSS + PADDING + 4)
        return QRectF(self.width() - width, 0, width - self._theme.px(3), self.height())

    def _font(self) -> QFont:
        return self._theme.font(SIZE, QFont.Weight.Normal if self._dashed else QFont.Weight.DemiBold)


class CodeChip(Chip):
    """The chip of a code in the codebook; ``code`` says which."""

    def __init__(self, theme: Theme, code: Code, *, removable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, code_words(code), lambda: code_tone(theme, code), removable=removable, parent=parent
        )
        self.code = code
        self.setToolTip(tip(code.definition))

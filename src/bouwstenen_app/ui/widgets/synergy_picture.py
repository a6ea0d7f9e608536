"""Domains as dots with arcs between them: the thicker the arc, the more blocks have both."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bouwstenen_app.domain.codebook import Code
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.chips import code_tone

HEIGHT: Final = 270
THICKEST, THINNEST = 22.0, 1.5
BIGGEST, SMALLEST = 22.0, 7.0
"""Sizes in pixels at 100 %."""

Pair = tuple[Code, Code, int]


class SynergyPicture(QWidget):
    """Paints the pairs; the same numbers stand beside it as text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._groups: Sequence[tuple[Code, int]] = ()
        self._pairs: Sequence[Pair] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_pairs(self, groups: Sequence[tuple[Code, int]], pairs: Sequence[Pair], description: str) -> None:
        """Show main groups with their number of blocks, and the pairs, the strongest first."""
        self._groups = [group for group in groups if group[1]]
        self._pairs = pairs
        self.setAccessibleName(self.tr("Samenhang tussen domeinen"))
        self.setAccessibleDescription(description)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._groups:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spots = self._spots()
        for one, other, count in reversed(self._pairs):
            self._paint_arc(painter, spots[one.id], spots[other.id], one, count)
        for code, count in self._groups:
            self._paint_dot(painter, spots[code.id], code, count)

    def _spots(self) -> dict[str, QPointF]:
        middle = QPointF(self.width() / 2, self.height() / 2)
        label = self._theme.px(34)
        metrics = QFontMetricsF(self._label_font())
        names = max(metrics.horizontalAdvance(code.name) for code, _ in self._groups)
        wide = min(self.width() / 2 - names - self._theme.px(34), self._theme.px(190))
        high = self.height() / 2 - label
        count = len(self._groups)
        return {
            code.id: middle
            + QPointF(wide * sin(2 * pi * (place + 0.5) / count), -high * cos(2 * pi * (place + 0.5) / count))
            for place, (code, _) in enumerate(self._groups)
        }

    def _label_font(self) -> QFont:
        return self._theme.font(12.5, QFont.Weight.DemiBold)

    def _paint_arc(self, painter: QPainter, start: QPointF, end: QPointF, code: Code, count: int) -> None:
        most = self._pairs[0][2]
        width = max(THINNEST, THICKEST * count / most) * self._theme.percent / 100
        colour = QColor(code_tone(self._theme, code).stripe)
        colour.setAlphaF(0.34)
        middle = QPointF(self.width() / 2, self.height() / 2)
        path = QPainterPath(start)
        path.quadTo((start + end) / 2 * 0.55 + middle * 0.45, end)
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.strokePath(path, pen)

    def _paint_dot(self, painter: QPainter, spot: QPointF, code: Code, count: int) -> None:
        most = max(number for _, number in self._groups)
        radius = (SMALLEST + (BIGGEST - SMALLEST) * count / most) * self._theme.percent / 100
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(code_tone(self._theme, code).stripe))
        painter.drawEllipse(spot, radius, radius)
        painter.setFont(self._label_font())
        painter.setPen(self._theme.colour("text"))
        metrics = QFontMetricsF(painter.font())
        width = metrics.horizontalAdvance(code.name) + 2
        gap, side = self._theme.px(6), spot.x() - self.width() / 2
        if abs(side) < self._theme.px(60):
            above = spot.y() < self.height() / 2
            top = spot.y() - radius - gap - metrics.height() if above else spot.y() + radius + gap
            left = spot.x() - width / 2
        else:
            top = spot.y() - metrics.height() / 2
            left = spot.x() + radius + gap if side > 0 else spot.x() - radius - gap - width
        left = min(max(0.0, left), self.width() - width)
        painter.drawText(QRectF(left, top, width, metrics.height()), int(Qt.AlignmentFlag.AlignCenter), code.name)

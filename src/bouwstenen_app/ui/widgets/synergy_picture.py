"""Domains as dots with arcs between them: the thicker the arc, the more blocks have both."""

from collections.abc import Sequence
from math import ceil, cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import Code
from bouwstenen_app.ui.paper import Paper
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.chips import code_tone
from bouwstenen_app.ui.widgets.wrapped_text import draw_text, text_height

HEIGHT: Final = 290
LABEL: Final = 112
"""Longer names go on at the next line."""
DRAWN: Final = (760, 430)
THICKEST, THINNEST = 22.0, 1.5
BIGGEST, SMALLEST = 22.0, 7.0
TITLE, NOTE, MARGIN = 17, 11.5, 20
"""Sizes in pixels at 100 %."""

Pair = tuple[Code, Code, int]


class Arcs:
    """Draws the pairs in a rectangle that begins at the top left corner; every dot has its number by its name."""

    def __init__(self, groups: Sequence[tuple[Code, int]], pairs: Sequence[Pair], dress: Theme | Paper) -> None:
        """Main groups with their number of blocks, and the pairs, the strongest first."""
        self.groups = [group for group in groups if group[1]]
        self.pairs = pairs
        self._dress = dress
        self._size = QSizeF()

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        """Draw them in this much room."""
        if not self.groups:
            return
        self._size = size
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spots = self._spots()
        for one, other, count in reversed(self.pairs):
            self._paint_arc(painter, spots[one.id], spots[other.id], one, count)
        for code, count in self.groups:
            self._paint_dot(painter, spots[code.id], code, count)

    def _middle(self) -> QPointF:
        return QPointF(self._size.width() / 2, self._size.height() / 2)

    def _spots(self) -> dict[str, QPointF]:
        middle, px = self._middle(), self._dress.px
        metrics = QFontMetricsF(self._label_font())
        names = min(px(LABEL), max(metrics.horizontalAdvance(_label(*group)) for group in self.groups))
        wide = max(px(40), min(middle.x() - names - px(34), px(190)))
        high = middle.y() - px(46)
        count = len(self.groups)
        return {
            code.id: middle
            + QPointF(wide * sin(2 * pi * (place + 0.5) / count), -high * cos(2 * pi * (place + 0.5) / count))
            for place, (code, _) in enumerate(self.groups)
        }

    def _label_font(self) -> QFont:
        return self._dress.font(12.5, QFont.Weight.DemiBold)

    def _paint_arc(self, painter: QPainter, start: QPointF, end: QPointF, code: Code, count: int) -> None:
        most = self.pairs[0][2]
        width = max(THINNEST, THICKEST * count / most) * self._dress.percent / 100
        colour = QColor(code_tone(self._dress, code).stripe)
        colour.setAlphaF(0.34)
        path = QPainterPath(start)
        path.quadTo((start + end) / 2 * 0.55 + self._middle() * 0.45, end)
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.strokePath(path, pen)

    def _paint_dot(self, painter: QPainter, spot: QPointF, code: Code, count: int) -> None:
        dress, middle = self._dress, self._middle()
        most = max(number for _, number in self.groups)
        radius = (SMALLEST + (BIGGEST - SMALLEST) * count / most) * dress.percent / 100
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(code_tone(dress, code).stripe))
        painter.drawEllipse(spot, radius, radius)
        painter.setFont(self._label_font())
        painter.setPen(dress.colour("text"))
        metrics = QFontMetricsF(painter.font())
        words, font = _label(code, count), painter.font()
        width = min(float(dress.px(LABEL)), metrics.horizontalAdvance(words) + 2)
        height = text_height(words, font, int(width))
        gap, side = dress.px(6), spot.x() - middle.x()
        centre = abs(side) < dress.px(60)
        if centre:
            above = spot.y() < middle.y()
            top = spot.y() - radius - gap - height if above else spot.y() + radius + gap
            outward = 0.5 if abs(side) < dress.px(10) else 0.15 if side > 0 else 0.85
            left = spot.x() - outward * width
        else:
            top = spot.y() - height / 2
            left = spot.x() + radius + gap if side > 0 else spot.x() - radius - gap - width
        left = min(max(0.0, left), self._size.width() - width)
        rect = QRect(round(left), round(top), ceil(width), height)
        draw_text(painter, rect, words, font, centre=centre, right=not centre and side < 0)


class SynergyPicture(QWidget):
    """Paints the pairs; the same numbers stand beside it as text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._arcs = Arcs((), (), theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_pairs(self, groups: Sequence[tuple[Code, int]], pairs: Sequence[Pair], description: str) -> None:
        """Show main groups with their number of blocks, and the pairs, the strongest first."""
        self._arcs = Arcs(groups, pairs, self._theme)
        self.setAccessibleName(self.tr("Samenhang tussen domeinen"))
        self.setAccessibleDescription(description)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._arcs.paint(QPainter(self), QSizeF(self.size()))


class DrawnSynergy:
    """The same picture with its title and note, to take along."""

    def __init__(self, title: str, note: str, groups: Sequence[tuple[Code, int]], pairs: Sequence[Pair]) -> None:
        self._title = title
        self._note = note
        self._groups = groups
        self._pairs = pairs

    def size(self, dress: Theme | Paper) -> QSize:
        """Return the room it takes."""
        width, height = map(dress.px, DRAWN)
        margin = dress.px(MARGIN)
        note = text_height(self._note, dress.font(NOTE), width)
        return QSize(width + 2 * margin, self._head(dress) + height + dress.px(10) + note + 2 * margin)

    def paint(self, painter: QPainter, dress: Theme | Paper) -> None:
        """Draw all of it from the top left corner."""
        px, margin = dress.px, dress.px(MARGIN)
        width, height = map(px, DRAWN)
        painter.setPen(dress.colour("text"))
        title = QRect(margin, margin, width, 0)
        draw_text(painter, title, self._title, dress.font(TITLE, QFont.Weight.Bold))
        painter.save()
        painter.translate(margin, margin + self._head(dress))
        Arcs(self._groups, self._pairs, dress).paint(painter, QSizeF(width, height))
        painter.restore()
        painter.setPen(dress.colour("text-muted"))
        below = QRect(margin, margin + self._head(dress) + height + px(10), width, 0)
        draw_text(painter, below, self._note, dress.font(NOTE))

    def _head(self, dress: Theme | Paper) -> int:
        return dress.px(34) if self._title else 0


def _label(code: Code, count: int) -> str:
    return f"{code.name} {dutch.number(count)}"

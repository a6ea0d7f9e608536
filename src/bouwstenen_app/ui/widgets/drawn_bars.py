"""Bars beside each other in two parts: what is new and what was known, with their numbers."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from bouwstenen_app.ui.paper import Paper
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.wrapped_text import draw_text, text_height

HEIGHT, BAR, LEAST_BAR = 190, 56, 22
TEXT, TITLE = 11.5, 17
LEGEND, FOOT, MARGIN = 26, 24, 20
"""Sizes in pixels at 100 %."""
STEPS: Final = 16
"""With more bars than this they are as narrow as they may be."""


class DrawnBars:
    """Draws pairs of numbers: the first solid at the bottom, the second as an outline above it."""

    def __init__(
        self, title: str, names: tuple[str, str], bars: Sequence[tuple[str, int, int]], note: str = ""
    ) -> None:
        """Each of the bars has a short label and its two numbers."""
        self.title = title
        self.note = note
        self.names = names
        self.bars = tuple(bars)

    def size(self, dress: Theme | Paper) -> QSize:
        """Return the room it takes."""
        px = dress.px
        wide = max(px(420), self._bar(dress) * len(self.bars))
        note = text_height(self.note, dress.font(TEXT), wide) + px(8) if self.note else 0
        return QSize(wide + 2 * px(MARGIN), px(HEIGHT + LEGEND + FOOT) + self._head(dress) + note + 2 * px(MARGIN))

    def paint(self, painter: QPainter, dress: Theme | Paper) -> None:
        """Draw all of it from the top left corner."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, left, top = dress.px, dress.px(MARGIN), dress.px(MARGIN)
        width = self.size(dress).width() - 2 * left
        painter.setPen(dress.colour("text"))
        draw_text(painter, QRect(left, top, width, 0), self.title, dress.font(TITLE, QFont.Weight.Bold))
        top += self._head(dress)
        self._paint_legend(painter, dress, left, top)
        floor = top + px(LEGEND + HEIGHT)
        most = max((new + known for _, new, known in self.bars), default=0) or 1
        room = px(HEIGHT - 22) / most
        step = self._bar(dress)
        for place, bar in enumerate(self.bars):
            self._paint_bar(painter, dress, QRectF(left + place * step, floor, step, 0), bar, room)
        painter.setPen(QPen(dress.colour("line-strong"), 1))
        painter.drawLine(left, floor, left + step * len(self.bars), floor)
        painter.setPen(dress.colour("text-muted"))
        draw_text(painter, QRect(left, floor + px(FOOT + 8), width, 0), self.note, dress.font(TEXT))

    def _head(self, dress: Theme | Paper) -> int:
        return dress.px(34) if self.title else 0

    def _bar(self, dress: Theme | Paper) -> int:
        return dress.px(BAR if len(self.bars) <= STEPS else LEAST_BAR + 10)

    def _paint_legend(self, painter: QPainter, dress: Theme | Paper, left: int, top: int) -> None:
        px, x = dress.px, left
        painter.setFont(dress.font(TEXT))
        for solid, name in zip((True, False), self.names, strict=True):
            self._dip(painter, dress, solid=solid)
            painter.drawRect(QRectF(x + 0.5, top + 2.5, px(11), px(11)))
            painter.setPen(dress.colour("text"))
            wide = painter.fontMetrics().horizontalAdvance(name)
            box = QRectF(x + px(17), top, wide + 4, px(16))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), name)
            x += px(17 + 18) + wide

    def _paint_bar(
        self, painter: QPainter, dress: Theme | Paper, at: QRectF, bar: tuple[str, int, int], room: float
    ) -> None:
        px, (label, new, known) = dress.px, bar
        gap = at.width() * 0.14
        x, wide, floor = at.left() + gap, at.width() - 2 * gap, at.top()
        low, high = new * room, known * room
        if known:
            self._dip(painter, dress, solid=False)
            painter.drawRect(QRectF(x, floor - low - high, wide, high))
        if new:
            self._dip(painter, dress, solid=True)
            painter.drawRect(QRectF(x, floor - low, wide, low))
        painter.setFont(dress.font(TEXT, QFont.Weight.DemiBold))
        painter.setPen(dress.colour("text"))
        above = QRectF(at.left(), floor - low - high - px(18), at.width(), px(16))
        painter.drawText(above, int(Qt.AlignmentFlag.AlignCenter), str(new) if new else "0")
        painter.setFont(dress.font(TEXT))
        painter.setPen(dress.colour("text-muted"))
        below = QRectF(at.left(), floor + px(4), at.width(), px(18))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), label)

    def _dip(self, painter: QPainter, dress: Theme | Paper, *, solid: bool) -> None:
        painter.setPen(QPen(dress.colour("primary" if solid else "line-dashed"), 1))
        painter.setBrush(dress.colour("primary" if solid else "chip"))

"""A figure as a drawing: title, table with tints where they say something, and its note."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from bouwstenen_app.domain.figures import FigureTable, Value, shown
from bouwstenen_app.ui.paper import Paper
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.wrapped_text import SOFT_HYPHEN, breakable, draw_text, text_height

NAMES, WORDS = 250, 190
LEAST, MOST = 58, 150
ROW = 32
MARGIN = 20
TITLE, TEXT, HEAD, NOTE = 17, 13, 11.5, 11.5
LEAST_WIDTH = 460
"""Sizes in pixels at 100 %."""


class DrawnTable:
    """Draws a FigureTable; the numbers stand in the cells, the tints only repeat them."""

    def __init__(self, table: FigureTable) -> None:
        self.table = table

    def size(self, dress: Theme | Paper) -> QSize:
        """Return the room it takes."""
        widths = self._widths(dress)
        width = max(dress.px(LEAST_WIDTH), dress.px(NAMES) + sum(widths)) + 2 * dress.px(MARGIN)
        inner = width - 2 * dress.px(MARGIN)
        height = self._title(dress, inner) + self._head(dress, widths) + self._note(dress, inner)
        return QSize(width, height + sum(self._rows(dress, widths)) + 2 * dress.px(MARGIN))

    def paint(self, painter: QPainter, dress: Theme | Paper) -> None:
        """Draw all of it from the top left corner."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, table, size = dress.px, self.table, self.size(dress)
        left, top, inner = px(MARGIN), px(MARGIN), size.width() - 2 * px(MARGIN)
        painter.setPen(dress.colour("text"))
        draw_text(painter, QRect(left, top, inner, 0), table.title, dress.font(TITLE, QFont.Weight.Bold))
        top += self._title(dress, inner)
        widths = self._widths(dress)
        top = self._paint_head(painter, dress, left, top, widths)
        for row, height in enumerate(self._rows(dress, widths)):
            self._paint_row(painter, dress, QRect(left, top, inner, height), row, widths)
            top += height
        painter.setPen(dress.colour("text-muted"))
        draw_text(painter, QRect(left, top + px(10), inner, 0), table.note, dress.font(NOTE))

    # -- how much room

    def _title(self, dress: Theme | Paper, width: int) -> int:
        return text_height(self.table.title, dress.font(TITLE, QFont.Weight.Bold), width) + dress.px(12)

    def _note(self, dress: Theme | Paper, width: int) -> int:
        return text_height(self.table.note, dress.font(NOTE), width) + dress.px(10) if self.table.note else 0

    def _head(self, dress: Theme | Paper, widths: list[int]) -> int:
        names = zip(self.table.columns, widths, strict=True)
        font = dress.font(HEAD, QFont.Weight.DemiBold)
        heights = [text_height(name, font, width - dress.px(8)) for name, width in names]
        corner = text_height(self.table.corner, font, dress.px(NAMES))
        return max([corner, *heights]) + dress.px(10)

    def _widths(self, dress: Theme | Paper) -> list[int]:
        metrics = QFontMetricsF(dress.font(HEAD, QFont.Weight.DemiBold))

        def wide(name: str) -> int:
            parts = breakable(name).replace(SOFT_HYPHEN, "- ").split() or [""]
            longest = max(metrics.horizontalAdvance(part) for part in parts)
            return int(min(dress.px(MOST), max(dress.px(LEAST), longest + dress.px(12))))

        return [
            dress.px(WORDS) if self.table.is_words(place) else wide(name)
            for place, name in enumerate(self.table.columns)
        ]

    def _rows(self, dress: Theme | Paper, widths: list[int]) -> list[int]:
        px, heights = dress.px, []
        for row, name in enumerate(self.table.rows):
            tall = [text_height(name, self._name_font(dress, row), px(NAMES) - self._indent(dress, row) - px(8))]
            tall += [
                text_height(value, dress.font(TEXT), width - px(12))
                for value, width in zip(self.table.values[row], widths, strict=True)
                if isinstance(value, str)
            ]
            heights.append(max(px(ROW), max(tall) + px(8)))
        return heights

    def _indent(self, dress: Theme | Paper, row: int) -> int:
        return dress.px(14) * self.table.depth(row)

    def _name_font(self, dress: Theme | Paper, row: int) -> QFont:
        return dress.font(TEXT, QFont.Weight.Normal if self.table.depth(row) else QFont.Weight.DemiBold)

    # -- painting

    def _paint_head(self, painter: QPainter, dress: Theme | Paper, left: int, top: int, widths: list[int]) -> int:
        px, height = dress.px, self._head(dress, widths)
        font = dress.font(HEAD, QFont.Weight.DemiBold)
        painter.setPen(dress.colour("text-muted"))
        corner = text_height(self.table.corner, font, px(NAMES))
        corner_top = top + height - px(6) - corner
        draw_text(painter, QRect(left, corner_top, px(NAMES), corner), self.table.corner, font)
        x = left + px(NAMES)
        for place, (name, width) in enumerate(zip(self.table.columns, widths, strict=True)):
            inner = width - px(8)
            tall = text_height(name, font, inner)
            rect = QRect(x + px(4), top + height - px(6) - tall, inner, tall)
            draw_text(painter, rect, name, font, centre=not self.table.is_words(place))
            x += width
        return top + height

    def _paint_row(self, painter: QPainter, dress: Theme | Paper, rect: QRect, row: int, widths: list[int]) -> None:
        px, indent = dress.px, self._indent(dress, row)
        painter.setPen(dress.colour("text"))
        names = QRect(rect.left() + indent, rect.top(), px(NAMES) - indent - px(8), rect.height())
        draw_text(painter, names, self.table.rows[row], self._name_font(dress, row), middle=True)
        x = rect.left() + px(NAMES)
        for place, (value, width) in enumerate(zip(self.table.values[row], widths, strict=True)):
            cell = QRect(x, rect.top(), width, rect.height())
            if self.table.is_words(place):
                painter.setPen(dress.colour("text"))
                words = cell.adjusted(px(4), 0, -px(8), 0)
                draw_text(painter, words, shown(value), dress.font(TEXT), middle=True)
            else:
                self._paint_number(painter, dress, QRectF(cell).adjusted(1.5, 1.5, -1.5, -1.5), value)
            x += width
        if not self.table.heat:
            painter.setPen(QPen(dress.colour("line"), 1))
            painter.drawLine(rect.left(), rect.bottom(), x, rect.bottom())

    def _paint_number(self, painter: QPainter, dress: Theme | Paper, cell: QRectF, value: Value) -> None:
        ink = dress.colour("text")
        if self.table.heat and value != "":
            if value is None:
                painter.setPen(QPen(dress.colour("line-dashed"), 1, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                ink = dress.colour("text-muted")
            else:
                share = float(value) / self.table.highest if self.table.highest else 0.0
                tone = dress.look.heat(share)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tone.fill))
                ink = QColor(tone.ink)
            painter.drawRoundedRect(cell, dress.px(4), dress.px(4))
        painter.setPen(ink)
        painter.setFont(dress.font(TEXT, QFont.Weight.DemiBold if self.table.heat else QFont.Weight.Normal))
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), shown(value))

"""How a code looks with its colours: its chip in the light theme, in the dark one, and behind words on paper."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bouwstenen_app.domain.colours import BLACK, NIGHT, WHITE, Colours, mixed, readable
from bouwstenen_app.ui.theme import Theme

HIGH, GAP, PADDING = 46, 8, 9
"""Pixels at 100 %."""


class CodeSample(QWidget):
    """Two planes, light and dark, each with the chip of the code as it would look there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = ""
        self._colours = Colours()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_code(self, name: str, colours: Colours) -> None:
        """Show a name in colours; without colours it is calm grey."""
        self._name, self._colours = name, colours
        self.setAccessibleName(self.tr("Zo ziet “{name}” eruit in licht en in donker").format(name=name))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(HIGH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = self._theme.px(GAP)
        half = (self.width() - gap) / 2
        light, dark, tint = self._colours
        light, tint = light or "#36424e", tint or "#edeff1"
        dark = dark or "#c5ccd2"
        night = mixed(dark, NIGHT, 0.2)
        self._paint(painter, QRectF(0, 0, half, self.height()), WHITE, tint, readable(light, tint, BLACK))
        rect = QRectF(half + gap, 0, half, self.height())
        self._paint(painter, rect, NIGHT, night, readable(dark, night, WHITE))

    def _paint(self, painter: QPainter, rect: QRectF, plane: str, fill: str, ink: str) -> None:
        px = self._theme.px
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(QColor(plane))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8))
        font = self._theme.font(12, QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        room = rect.width() - 4 * px(PADDING)
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        width, high = metrics.horizontalAdvance(name) + 2 * px(PADDING), metrics.height() + px(6)
        chip = QRectF(rect.left() + px(PADDING), rect.center().y() - high / 2, width, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(chip, high / 2, high / 2)
        painter.setPen(QColor(ink))
        painter.setFont(font)
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), name)

"""Type for the beamer: sizes that grow with the picture, and text that is set whole, whatever its length."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from bouwstenen_app.ui.look import FAMILIES

WIDE, HIGH = 1440, 900
"""The picture in which sizes are given; they grow and shrink with the real one."""
SMALLEST: Final = 22
"""The smallest type of a list of blocks: a fortieth of the height, to be read at the back of the room."""
LAST_RESORT: Final = (19, 16, 13, 10, 8)
"""Only for one text that does not fit on a picture of its own: it is never cut."""
LEADING: Final = 1.06
KEPT: Final = 3000
LONG_WORD: Final = 9
"""Words with fewer letters fit in every column."""

NORMAL, DEMI, BOLD = QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold
LEFT, CENTRE, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class SetText:
    """A text with its lines broken, ready to paint."""

    text: str
    size: float
    layout: QTextLayout
    width: float
    """Of its widest line."""
    height: float

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it in the colour of the pen, its top left at this point."""
        self.layout.draw(painter, QPointF(x, y))


class Typesetter:
    """Sets text for a picture of one size, and keeps what it set: a list that grows by one is not set anew."""

    def __init__(self, width: int, height: int) -> None:
        self.scale = min(width / WIDE, height / HIGH)
        self._set: dict[tuple[object, ...], SetText] = {}
        self.heights: dict[tuple[object, ...], float | None] = {}
        """What was measured of cards, by whatever it depends on; None for what does not fit."""
        self._words: dict[tuple[str, float, int], float] = {}

    def px(self, size: float) -> float:
        """Return a size of the design in pixels of this picture."""
        return size * self.scale

    def font(self, size: float, weight: QFont.Weight = NORMAL) -> QFont:
        """Return the font of a size and weight; digits are all as wide, so that a clock does not dance."""
        font = QFont(list(FAMILIES))
        font.setPixelSize(max(4, round(self.px(size))))
        font.setWeight(weight)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def set(
        self,
        text: str,
        size: float,
        width: float,
        weight: QFont.Weight = NORMAL,
        align: Qt.AlignmentFlag = LEFT,
    ) -> SetText:
        """Return a text in lines of at most this many pixels."""
        key = (text, size, round(width), weight, align)
        found = self._set.get(key)
        if found is None:
            if len(self._set) >= KEPT:
                self._set.clear()
                self.heights.clear()
            found = self._set[key] = _set(text, size, self.font(size, weight), width, align)
        return found

    def fit(
        self,
        text: str,
        sizes: Sequence[float],
        width: float,
        height: float,
        weight: QFont.Weight = NORMAL,
        align: Qt.AlignmentFlag = LEFT,
    ) -> SetText:
        """Return a text in the first of these sizes (large ones first) in which it fits; else smaller still."""
        for size in (*sizes, *(size for size in LAST_RESORT if size < sizes[-1])):
            made = self.set(text, size, width, weight, align)
            if made.height <= height and (self.widest_word(text, size, weight) <= width or size <= sizes[-1]):
                break
        return made

    def widest_word(self, text: str, size: float, weight: QFont.Weight = NORMAL) -> float:
        """Return how many pixels the widest word takes, 0 when all of them are short."""
        key = (text, size, weight)
        found = self._words.get(key)
        if found is None:
            if len(self._words) >= KEPT:
                self._words.clear()
            long = sorted((word for word in text.split() if len(word) > LONG_WORD), key=len)[-3:]
            metrics = QFontMetricsF(self.font(size, weight)) if long else None
            found = max((metrics.horizontalAdvance(word) for word in long), default=0.0) if metrics else 0.0
            self._words[key] = found
        return found

    def width_of(self, text: str, size: float, weight: QFont.Weight = NORMAL) -> float:
        """Return how many pixels one line takes."""
        return QFontMetricsF(self.font(size, weight)).horizontalAdvance(text)


def _set(text: str, size: float, font: QFont, width: float, align: Qt.AlignmentFlag) -> SetText:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    step = QFontMetricsF(font).height() * LEADING
    y = widest = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, y))
        widest = max(widest, line.naturalTextWidth())
        y += step
    layout.endLayout()
    return SetText(text, size, layout, widest, y)

"""Text painted over several lines: words that are longer than a line are broken, so that nothing is cut off."""

import re
from math import ceil
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QStaticText, QTextOption, QTransform

SOFT_HYPHEN: Final = "\u00ad"
_COMPOUND: Final = re.compile(
    "(?<=[a-z]{3})(?=(?:bescherming|samenwerking|ondersteuning|organisatie|ontwikkeling|reclassering|onveiligheid"
    "|gezondheidszorg|hulpverlening|afhankelijke?|bereidheid|deskundigheid|handelingen|momenten|interventies|onderwijs|opvang|meldpunt)\\b)"
)
"""Where long Dutch compounds may be broken: before a last part that is a word of its own."""

_COUNT: Final = re.compile(r"(?<![\w.,])(?!(?:19|20)\d\d\b)(\d[\d.]*) (?=[^\W\d_])")
"""A number and what it counts, or the day of a month; a year is neither."""
NO_BREAK: Final = "\u00a0"
LINE_END: Final = "\u2028"
WIDE: Final = 1000


def together(text: str) -> str:
    """Return a text in which a line never ends between a number and its word: *20 november*, *8 stemmen*."""
    return _COUNT.sub(rf"\1{NO_BREAK}", text)


def breakable(text: str) -> str:
    """Return a text with soft hyphens in its long compounds; they show only where a line ends."""
    return _COMPOUND.sub(SOFT_HYPHEN, text)


def text_height(text: str, font: QFont, width: int) -> int:
    """Return how high a text is in a column of this width, in pixels."""
    return ceil(_laid_out(text, font, width).size().height())


def lines_height(lines: int, font: QFont) -> int:
    """Return how high so many lines are, in pixels; Qt rounds each of them up."""
    return text_height(LINE_END.join("x" * lines), font, WIDE)


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    *,
    right: bool = False,
    centre: bool = False,
    middle: bool = False,
) -> None:
    """Draw a text in a rectangle with the pen of the painter.

    It is aligned left, ``right`` or to the ``centre``, and stands at the top or in the ``middle``.
    """
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    laid_out = _laid_out(text, font, rect.width(), Qt.AlignmentFlag.AlignHCenter if centre else side)
    painter.setFont(font)
    room = rect.height() - laid_out.size().height()
    painter.drawStaticText(rect.left(), rect.top() + max(0, int(room / 2) if middle else 0), laid_out)


def _laid_out(
    text: str, font: QFont, width: int, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> QStaticText:
    option = QTextOption(side)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    laid_out = QStaticText(breakable(together(text)))
    laid_out.setTextFormat(Qt.TextFormat.PlainText)
    laid_out.setTextOption(option)
    laid_out.setTextWidth(max(1, width))
    laid_out.prepare(QTransform(), font)
    return laid_out

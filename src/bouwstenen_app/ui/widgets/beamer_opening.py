"""The opening card for the room: a few large lines, each beside a mark, in the largest type in which all fit."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF

from bouwstenen_app.domain.stage import Stage
from bouwstenen_app.ui.widgets.beamer_pieces import Page, Piece, Plane, Words
from bouwstenen_app.ui.widgets.beamer_type import SMALLEST, SetText, Typesetter

SIZES: Final = (44, 40, 37, 34, 31, 28, 26, 24, SMALLEST)
GAP, INDENT, DOT = 0.55, 1.2, 0.4
"""Between lines, before a line, and how wide its mark is: parts of the size of the type."""


def opening_pages(stage: Stage, type: Typesetter, area: QRectF) -> Sequence[Page]:
    """Return the lines on one page."""
    size, texts = _fitting(stage.lines, type, area)
    px, top = type.px(size), area.top() + type.px(12)
    pieces: list[Piece] = []
    for text in texts:
        first = text.height / max(1, round(text.height / (px * 1.3)))
        dot = QRectF(area.left(), top + (first - DOT * px) / 2, DOT * px, DOT * px)
        pieces += [Plane(dot, "stage-accent", DOT * px / 2), Words(text, area.left() + INDENT * px, top)]
        top += text.height + GAP * px
    return (Page(tuple(pieces), 0),)


def _fitting(lines: Sequence[str], type: Typesetter, area: QRectF) -> tuple[float, list[SetText]]:
    """Return the largest size in which all lines fit, with the lines in it; else the smallest."""
    for size in SIZES:
        px = type.px(size)
        texts = [type.set(line, size, area.width() - INDENT * px) for line in lines]
        if sum(text.height + GAP * px for text in texts) <= area.height() or size == SIZES[-1]:
            return size, texts
    return SIZES[-1], []

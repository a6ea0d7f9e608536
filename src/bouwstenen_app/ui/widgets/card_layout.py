"""How a card is laid out: where its title, text, chips and votes stand, and what is under a point."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from bouwstenen_app.domain.blocks import Block

DOMAIN, THEME, UNKNOWN, MISSING, WORD = "domain", "theme", "unknown", "missing", "word"
"""The looks of a chip."""

CODE, ADD, VOTES, MORE, FEWER = "code", "add", "votes", "more", "fewer"
"""What can be under the pointer."""

NUMBER_COLUMN: Final = 59
VOTES_COLUMN: Final = 92
NARROW_LEFT: Final = 15
PADDING: Final = 12
LINE_GAP: Final = 3
CHIP_GAP: Final = 6
EXPLANATION_LINES: Final = 3
"""More of an explanation is for the inspector; a title is never cut."""
LONGEST_EXPLANATION: Final = 1200
LINE_SPACING: Final = 1.08


@dataclass(frozen=True, slots=True)
class Spot:
    """Something on a card that can be pressed."""

    kind: str
    value: str = ""
    """Id of a code, or slug of a dimension."""


@dataclass(frozen=True, slots=True)
class ChipText:
    """A chip before it has a place. ``code`` gives its colours."""

    text: str
    look: str
    spot: Spot | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """A chip with its place on the card."""

    text: str
    look: str
    rect: QRectF
    spot: Spot | None
    code: str


@dataclass(frozen=True, slots=True)
class CardFonts:
    """The fonts of a card, at the text size in use."""

    title: QFont
    text: QFont
    number: QFont
    chip: QFont
    votes: QFont
    small: QFont


@dataclass(frozen=True, slots=True)
class CardLayout:
    """A card as it is painted: every place is relative to its own top left."""

    block: Block
    width: int
    height: int
    title: QTextLayout
    explanation: QTextLayout | None
    chips: tuple[Chip, ...]
    votes: QRectF
    edge: str
    """Id of the code that colours its left edge, or empty."""

    def spot_at(self, point: QPoint) -> Spot | None:
        """Return what can be pressed at a point of the card."""
        at = QPointF(point)
        if self.votes.contains(at):
            lower = at.y() > self.votes.center().y()
            right = at.x() > self.votes.center().x()
            return Spot(VOTES) if not lower else Spot(MORE if right else FEWER)
        return next((chip.spot for chip in self.chips if chip.rect.contains(at)), None)


def lay_out(
    block: Block,
    chips: Iterable[ChipText],
    edge: str,
    *,
    width: int,
    fonts: CardFonts,
    scaled: Callable[[float], int],
    narrow: bool = False,
) -> CardLayout:
    """Return the layout of a card of this width; a narrow one has no columns for the number and the votes."""
    left = scaled(NARROW_LEFT if narrow else NUMBER_COLUMN)
    column = max(scaled(80), width - left - scaled(PADDING if narrow else VOTES_COLUMN))
    top = float(scaled(PADDING))
    title = _wrapped(block.title or "…", fonts.title, column, 0)
    title.setPosition(QPointF(left, top))
    top += _height(title)
    explanation = None
    if block.explanation and not narrow:
        explanation = _wrapped(block.explanation, fonts.text, column, EXPLANATION_LINES)
        explanation.setPosition(QPointF(left, top + scaled(LINE_GAP)))
        top += scaled(LINE_GAP) + _height(explanation)
    placed = _flow(chips, QPointF(left, top + scaled(CHIP_GAP)), column, fonts, scaled)
    if placed:
        top = placed[-1].rect.bottom()
    votes = (
        QRectF()
        if narrow
        else QRectF(width - scaled(VOTES_COLUMN - 12), scaled(9), scaled(VOTES_COLUMN - 24), scaled(40))
    )
    height = max(top, votes.bottom()) + scaled(PADDING - 1)
    return CardLayout(block, width, round(height), title, explanation, placed, votes, edge)


def _wrapped(text: str, font: QFont, width: int, most_lines: int) -> QTextLayout:
    """Return text broken into lines; with ``most_lines`` what does not fit ends in an ellipsis."""
    if not most_lines:
        return _broken(text, font, width, 0)
    text = text[:LONGEST_EXPLANATION]
    layout = _broken(text, font, width, most_lines)
    last = layout.lineAt(layout.lineCount() - 1)
    units = text.encode("utf-16-le")
    if 2 * (last.textStart() + last.textLength()) >= len(units):
        return layout
    kept = units[: 2 * last.textStart()].decode("utf-16-le")
    rest = units[2 * last.textStart() :].decode("utf-16-le").replace("\n", " ")
    ending = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return _broken(kept + ending, font, width, most_lines)


def _broken(text: str, font: QFont, width: int, most_lines: int) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top = 0.0
    while not most_lines or layout.lineCount() < most_lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height() * LINE_SPACING
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> float:
    last = layout.lineAt(layout.lineCount() - 1)
    return last.y() + last.height()


def _flow(
    chips: Iterable[ChipText], start: QPointF, width: int, fonts: CardFonts, scaled: Callable[[float], int]
) -> tuple[Chip, ...]:
    """Return chips beside each other, on as many lines as they need."""
    coloured, plain = QFontMetricsF(fonts.chip), QFontMetricsF(fonts.small)
    height, gap, padding = coloured.height() + scaled(5), scaled(CHIP_GAP), scaled(9)
    x, y = start.x(), start.y()
    placed: list[Chip] = []
    for chip in chips:
        metrics, room = (coloured, 2 * padding) if chip.look != WORD else (plain, scaled(4))
        text = metrics.elidedText(chip.text, Qt.TextElideMode.ElideRight, width - room)
        wide = metrics.horizontalAdvance(text) + room
        if x > start.x() and x + wide > start.x() + width:
            x, y = start.x(), y + height + gap
        placed.append(Chip(text, chip.look, QRectF(x, y, wide, height), chip.spot, chip.code))
        x += wide + gap
    return tuple(placed)

"""How much space things take on paper: an estimate, for page numbers in the contents before Word has counted.

Measures are points. The figures are those of our own styles (``word_look``) in Calibri; in another house style
the page numbers are off until Word updates the contents.
"""

from collections.abc import Sequence
from functools import cache

from bouwstenen_app.domain.report import (
    GROUPED,
    LINES,
    MINORITY,
    Card,
    Figure,
    Item,
    Listing,
    Paragraph,
    Run,
    Table,
)
from bouwstenen_app.export.word_tables import column_widths, stays_together

POINT = 20
"""Twips."""
LETTER = 0.415
"""The width of an average letter of running Dutch text in Calibri, as part of its size."""
LOSS = 2.5
"""Letters of a line that stay empty, on average, because the next word does not fit."""
LINE = 15.45
"""A line of 11 points at 1.15."""
BESIDE = 0.62
"""How much of the page a card takes that has a column beside it."""
BAR = 18.0
"""The height that one bar of a chart takes."""
CHART_MARGIN = 14.0
LEGEND = 24.0
LABEL, SECOND_LINE = 30, 12.0
"""Letters beside a bar that go on one line, and the height of a second one."""
LINE_CHART = 220.0
_HEADINGS = {1: (22.0, 25.6, 20.0), 2: (15.0, 19.2, 15.0), 3: (10.0, 16.0, 12.5), 4: (9.0, 14.8, 11.5)}
"""Space around (of two distances that meet, Word keeps the larger), height of a line and size, by level."""
_ROLES = {"lead": (6.0, 19.0, 13.0, 0), "label": (6.0, 16.2, 11.5, 0), "note": (8.0, LINE, 11.0, 0)}
_ASIDE = (8.0, LINE, 11.0, 34)
_BODY = (4.0, LINE, 11.0, 0)
_ROW_LINE = 14.1
_ROW_MARGIN = 6.4
_CAPTION = 25.5
_AFTER_TABLE = 10.0
KEPT = 160.0
"""A card in a row of a table that is higher than this may go on on the next page."""
_LAST_LINES = 1
"""Lines of the last part of a card that stay with what stands under it, at least."""
_AT_LEAST = 64.0
"""What must fit on a page below a heading, or of a card, before it starts there."""


class Flow:
    """Fills pages from top to bottom and says on which page something lands."""

    def __init__(self, height: float, page: int) -> None:
        self.page = page
        self._height = height
        self._y = 0.0

    def turn(self, height: float) -> None:
        """Begin a new page of another height."""
        self.new_page()
        self._height = height

    def new_page(self) -> None:
        """Begin a new page, unless this one is still empty."""
        if self._y:
            self.page += 1
            self._y = 0.0

    def place(self, height: float, together: float, tail: float = 0.0) -> int:
        """Take ``height``, its first ``together`` and last ``tail`` each on one page; return where it begins."""
        if self._y + min(together, self._height) > self._height:
            self.new_page()
        begins = self.page
        self._y += height
        while self._y > self._height:
            self.page += 1
            self._y -= self._height
        if self.page > begins:
            self._y = max(self._y, min(tail, height))
        return begins


def heading_height(title: str, level: int, width: float) -> float:
    """Return the height of a heading on lines ``width`` wide."""
    around, line, size = _HEADINGS[level]
    return around + _lines(round(len(title) * 1.06), size, width) * line


def contents_height(text: str, level: int, width: float) -> float:
    """Return the height of a line of the contents."""
    around, indent, size = (7.0, 23.0, 11.7) if level == 1 else (1.0, 51.0, 11)
    return around + _lines(len(text), size, width - indent - 23) * LINE


def item_height(item: Item, width: float) -> tuple[float, float, float]:
    """Return the height of an item, and how much of its begin and of its end must stay together."""
    match item:
        case Card():
            return _beside(item, width) if item.beside else _card(item, width)
        case Paragraph():
            return *_paragraph(item, width), 2 * LINE
        case Listing():
            height = sum(2 + _lines(_length(runs), 11, width - 20) * LINE for runs in item.items)
            return height, 2 * LINE, 2 * LINE
        case Table():
            return *_table(item, width), _ROW_LINE + _ROW_MARGIN
        case Figure():
            height = chart_height(item) + 10 + _CAPTION
            return height, height, height


def chart_height(figure: Figure) -> float:
    """Return the height of a chart."""
    if figure.kind == LINES:
        return LINE_CHART
    bars = len(figure.columns) if figure.kind == GROUPED else 1
    legend = LEGEND if len(figure.columns) > 1 else 0.0
    long = any(len(name) > LABEL for name in figure.names)
    bar = BAR * (1 + (bars - 1) * 0.6) + (SECOND_LINE if long and bars == 1 else 0.0)
    return min(len(figure.names) * bar + CHART_MARGIN + legend, 600.0)


@cache
def _letters_on_a_line(size: float, width: float) -> int:
    return max(int(width / (size * LETTER) - LOSS), 2)


def _lines(letters: int, size: float, width: float) -> int:
    """Return the lines that a text takes, at least one."""
    return -(-letters // _letters_on_a_line(size, width)) or 1


def _length(runs: Sequence[Run]) -> int:
    return sum(len(run.text) for run in runs)


def _paragraph(item: Paragraph, width: float) -> tuple[float, float]:
    asides = item.role in {"quote", "summary", "interpretation", "minority"}
    around, line, size, indent = _ASIDE if asides else _ROLES.get(item.role, _BODY)
    height = around + _lines(_length(item.runs), size, width - indent) * line
    return height, min(height, _AT_LEAST if item.role == "label" or item.keep_with_next else 2 * LINE)


def _card(card: Card, width: float) -> tuple[float, float, float]:
    height = heading_height(f"{card.spoken_id} {card.title}", 3, width)
    on_a_line = _letters_on_a_line(11, width)
    lines = 0
    for label, text in card.parts:
        if "\n" in text:
            said = [line for line in text.splitlines() if line.strip()]
            lines += sum(-(-len(line) // on_a_line) for line in said)
            height += 4 * len(said)
        else:
            lines += -(-(len(label) + 2 + len(text)) // on_a_line)
            height += 4
    if card.minority:
        height += _paragraph(Paragraph((Run(f"{MINORITY} {card.minority}"),), "minority"), width)[0]
    before = lines
    if card.tags:
        lines += -(-len(card.tags) // on_a_line)
        height += 1
    if card.provenance:
        lines += -(-len(card.provenance) // on_a_line)
        height += 4
    last = -(-len(card.parts[-1][1]) // on_a_line) if card.parts else 0
    tail = (min(last, _LAST_LINES) + lines - before) * LINE + 10
    height += lines * LINE
    return height, min(height, _AT_LEAST), min(height, tail)


def _beside(card: Card, width: float) -> tuple[float, float, float]:
    """Return the height of a card in a row of a table, which mostly stays on one page."""
    height = _card(card, width * BESIDE)[0] + _ROW_MARGIN
    return height, min(height, KEPT), min(height, KEPT)


def _table(table: Table, width: float) -> tuple[float, float]:
    widths = [twips / POINT - 10 for twips in column_widths(table, round(width * POINT))]
    height = _CAPTION + _row(table.header, widths)
    for row in table.rows:
        height += _row([cell.text for cell in row], widths)
    height += _AFTER_TABLE
    return height, height if stays_together(table) else _CAPTION + 3 * (_ROW_LINE + _ROW_MARGIN)


def _row(texts: Sequence[str], widths: Sequence[float]) -> float:
    most = max((_lines(len(text), 11, width + 2) for text, width in zip(texts, widths, strict=False)), default=1)
    return most * _ROW_LINE + _ROW_MARGIN

"""Sheets of paper below each other: which pieces of text share a sheet, and where everything is."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from bouwstenen_app.ui.widgets.page_edges import FIRST, Numbers, PageEdges, numbered
from bouwstenen_app.ui.widgets.page_sheets import Laid

ROOM, GAP = 28, 22
"""Around the sheets and between them, in pixels on the screen."""
Where = tuple[Laid | None, int, float]
"""A place in the text: a piece, its number among them, and how far down from the top of its first sheet."""
NOWHERE: Final[Where] = (None, 0, 0.0)


class Sheet(NamedTuple):
    """One sheet, with the pages of pieces that stand on it."""

    parts: tuple[tuple[Laid, int], ...]
    size: QSizeF
    top: float
    """On the screen, from the top of the first."""
    scale: float
    numbers: Numbers
    """Which page it is."""

    def spots(self) -> Iterator[tuple[str, QRectF]]:
        """Yield the passages on it, with where, from its corner."""
        for laid, page in self.parts:
            yield from laid.on(page)

    def at(self, point: QPointF) -> str:
        """Return the source of the passage at a point; empty when there is none."""
        return next((source for source, rect in self.spots() if rect.contains(point)), "")

    def paint(self, painter: QPainter, edges: PageEdges) -> None:
        """Draw what stands on it, with its corner at the origin."""
        edges.paint(painter, self.numbers)
        for laid, page in self.parts:
            painter.save()
            laid.paint(painter, page)
            painter.restore()


class Stack:
    """All sheets; ``scale`` gives how large a piece is shown, ``edges`` where sections count their pages anew."""

    def __init__(
        self,
        laid: Sequence[Laid] = (),
        scale: Callable[[Laid], float] = lambda _: 1.0,
        edges: PageEdges | None = None,
    ) -> None:
        self.laid = laid
        self.sheets: list[Sheet] = []
        self._first: list[int] = []
        top = float(ROOM)
        for one in laid:
            start = 0
            if one.down and self.sheets:
                last = self.sheets[-1]
                self.sheets[-1] = last._replace(parts=(*last.parts, (one, 0)))
                start = 1
            self._first.append(len(self.sheets) - start)
            for page in range(start, one.pages):
                sheet = Sheet(((one, page),), one.size, top, scale(one), FIRST)
                self.sheets.append(sheet)
                top += one.size.height() * sheet.scale + GAP
        self.height = top - GAP + ROOM if self.sheets else 0.0
        sections = [sheet.parts[0][0] for sheet in self.sheets]
        counted = numbered([(one.section, one.landscape, one.bare) for one in sections], edges)
        self.sheets = [sheet._replace(numbers=each) for sheet, each in zip(self.sheets, counted, strict=True)]

    def where(self, value: float) -> Where:
        """Return what is at this height."""
        found = NOWHERE
        for place, (one, first) in enumerate(zip(self.laid, self._first, strict=True)):
            sheet = self.sheets[first]
            begin = sheet.top + one.down * sheet.scale
            if found[0] is not None and begin - GAP > value:
                break
            found = (one, place, (value - sheet.top) / sheet.scale)
        return found

    def height_of(self, where: Where) -> float:
        """Return at which height a place is now: of the same piece, or of the one that came in its place."""
        laid, place, down = where
        if laid is None or not self.laid:
            return 0.0
        same = next((at for at, one in enumerate(self.laid) if one is laid), min(place, len(self.laid) - 1))
        sheet = self.sheets[self._first[same]]
        return sheet.top + down * sheet.scale

    def sheet_at(self, value: float) -> int:
        """Return the number of the sheet at this height, from 1; 0 when there is none."""
        return sum(sheet.top <= value for sheet in self.sheets)

    def places(self, source: str) -> list[tuple[Sheet, QRectF]]:
        """Return the sheets that a passage stands on, with where."""
        return [(sheet, rect) for sheet in self.sheets for one, rect in sheet.spots() if one == source]

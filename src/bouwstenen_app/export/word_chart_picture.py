"""A chart as a drawing of lines and letters (EMF), for programs that lose the description of a chart of Word.

LibreOffice 7.4 loses the alternative text of a chart, and not that of a picture (measured with a tagged PDF). Word
shows the chart itself. Measures are twips; records are those of [MS-EMF].
"""

import struct
import textwrap
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bouwstenen_app.domain.report import GROUPED, LINES, STACKED, Figure
from bouwstenen_app.export.word_chart_paint import Paint
from bouwstenen_app.export.word_text import clean

LETTERS: Final = 220
"""Eleven points."""
_LABELS, _VALUES = 0.32, 0.08
"""How much of the width is for labels beside the bars, and for values behind them."""
_LEGEND: Final = 400
_GAP: Final = 0.3
"""How much of the place of a bar stays empty."""
_A_LETTER: Final = 0.5
"""The width of a letter, as part of its height."""
_LEFT, _RIGHT, _CENTRE = 24, 26, 30
"""How text stands at its place, always on its base line."""
_TWIPS_IN_INCH, _HUNDREDTHS = 1440, 2540
_FONT, _THIN = 1, 12


class _Canvas:
    """Collects the records of one drawing."""

    def __init__(self, width: int, height: int, font: str) -> None:
        self._size = width, height
        self._records: list[bytes] = []
        self._handles = 1
        self._align = -1
        self._add(17, struct.pack("<I", 8))
        for kind, pair in ((10, (0, 0)), (9, self._size), (12, (0, 0)), (11, self._size)):
            self._add(kind, struct.pack("<ii", *pair))
        self._add(18, struct.pack("<I", 1))
        face = font[:31].encode("utf-16-le").ljust(64, b"\0")
        letters = struct.pack("<iiiii8B", -LETTERS, 0, 0, 0, 400, 0, 0, 0, 1, 0, 0, 0, 0) + face
        self._add(82, struct.pack("<I", self._handle()) + letters.ljust(320, b"\0"))
        self.use(_FONT)

    def _handle(self) -> int:
        self._handles += 1
        return self._handles - 1

    def _add(self, kind: int, data: bytes) -> None:
        self._records.append(struct.pack("<II", kind, len(data) + 8) + data)

    def use(self, handle: int) -> None:
        """Draw with this font, brush or pen from now on."""
        self._add(37, struct.pack("<I", handle))

    def brush(self, colour: str, *, hatched: bool) -> int:
        """Return a brush to fill with."""
        handle = self._handle()
        self._add(39, struct.pack("<IIII", handle, 2 if hatched else 0, _colour(colour), 3))
        return handle

    def pen(self, colour: str, width: int = _THIN, style: int = 0) -> int:
        """Return a pen to draw lines with."""
        handle = self._handle()
        self._add(38, struct.pack("<IIiiI", handle, style, width, 0, _colour(colour)))
        return handle

    def ink(self, colour: str) -> None:
        """Write in this colour from now on."""
        self._add(24, struct.pack("<I", _colour(colour)))

    def box(self, left: float, top: float, right: float, bottom: float) -> None:
        """Draw a rectangle."""
        self._add(43, struct.pack("<iiii", *map(round, (left, top, right, bottom))))

    def line(self, points: Sequence[tuple[float, float]]) -> None:
        """Draw lines from point to point."""
        flat = [round(value) for point in points for value in point]
        bounds = struct.pack("<iiiiI", 0, 0, *self._size, len(points))
        self._add(4, bounds + struct.pack(f"<{len(flat)}i", *flat))

    def text(self, x: float, y: float, said: str, align: int) -> None:
        """Write a text with its base line at ``y``."""
        if align != self._align:
            self._align = align
            self._add(22, struct.pack("<I", align))
        letters = clean(said).encode("utf-16-le", "replace")
        data = struct.pack("<iiiiIff", 0, 0, *self._size, 1, 1.0, 1.0)
        data += struct.pack("<iiIIIiiiiI", round(x), round(y), len(letters) // 2, 76, 0, 0, 0, 0, 0, 0)
        self._add(84, data + letters + b"\0" * (-len(letters) % 4))

    def picture(self) -> bytes:
        """Return the drawing as a file."""
        width, height = self._size
        end = struct.pack("<IIIII", 14, 20, 0, 16, 20)
        body = b"".join(self._records) + end
        frame = (0, 0, width * _HUNDREDTHS // _TWIPS_IN_INCH, height * _HUNDREDTHS // _TWIPS_IN_INCH)
        numbers = (88 + len(body), len(self._records) + 2)
        header = struct.pack("<II4i4iIIIIHHIII", 1, 88, 0, 0, width, height, *frame, 0x464D4520, 0x10000, *numbers,
                             self._handles, 0, 0, 0, 0)  # fmt: skip
        return header + struct.pack("<iiii", 14400, 14400, 254, 254) + body


def picture(figure: Figure, width: int, height: int, paint: Paint) -> bytes:
    """Return the chart of a figure as a drawing of ``width`` by ``height`` twips."""
    canvas = _Canvas(width, height, paint.font)
    canvas.ink(paint.ink)
    several = len(figure.columns) > 1
    floor = height - (_LEGEND if several else 0)
    if figure.kind == LINES:
        _draw_lines(canvas, figure, width, floor, paint)
    else:
        _draw_bars(canvas, figure, width, floor, paint)
    if several:
        _draw_legend(canvas, figure, width, height, paint)
    return canvas.picture()


def _draw_bars(canvas: _Canvas, figure: Figure, width: int, floor: int, paint: Paint) -> None:
    left, across = width * _LABELS, width * (1 - _LABELS - _VALUES)
    most = _most(figure) or 1
    brushes = [canvas.brush(paint.of(n), hatched=paint.is_hatched(n)) for n in range(len(figure.columns))]
    pens = [canvas.pen(paint.of(n)) for n in range(len(figure.columns))]
    step = floor / max(len(figure.names), 1)
    for row, name in enumerate(figure.names):
        top = row * step
        lines = textwrap.wrap(name, int(left / (LETTERS * _A_LETTER)), max_lines=2, placeholder="…") or [""]
        for number, line in enumerate(lines):
            middle = top + step / 2 + LETTERS * (0.35 + number - (len(lines) - 1) / 2)
            canvas.text(left - 80, middle, line, _RIGHT)
        begin = 0.0
        bar = step * (1 - _GAP) / (len(figure.columns) if figure.kind == GROUPED else 1)
        for n, column in enumerate(figure.columns):
            value, y = column.values[row], top + step * _GAP / 2 + (bar * n if figure.kind == GROUPED else 0)
            canvas.use(brushes[n])
            canvas.use(pens[n])
            canvas.box(left + begin, y, left + begin + across * value / most, y + bar)
            if figure.kind == STACKED:
                begin += across * value / most
            else:
                canvas.text(left + across * value / most + 60, y + bar / 2 + LETTERS * 0.35, str(value), _LEFT)


def _draw_lines(canvas: _Canvas, figure: Figure, width: int, floor: int, paint: Paint) -> None:
    top, bottom, left = LETTERS * 2, floor - LETTERS * 2, LETTERS * 2
    most, step = _most(figure) or 1, (width - 2 * left) / max(len(figure.names), 1)
    canvas.use(canvas.pen(paint.ink))
    canvas.line([(left, bottom), (width - left, bottom)])
    for n, name in enumerate(figure.names):
        short = textwrap.shorten(name, max(int(step / (LETTERS * _A_LETTER)), 2), placeholder="…") or name[:2]
        canvas.text(left + step * (n + 0.5), bottom + LETTERS * 1.3, short, _CENTRE)
    for n, column in enumerate(figure.columns):
        points = [
            (left + step * (place + 0.5), bottom - (bottom - top) * value / most)
            for place, value in enumerate(column.values)
        ]
        canvas.use(canvas.brush(paint.of(n), hatched=False))
        canvas.use(canvas.pen(paint.of(n), 45, n % 4))
        for one, other in pairwise(points):
            canvas.line([one, other])
        for (x, y), value in zip(points, column.values, strict=True):
            canvas.box(x - 50, y - 50, x + 50, y + 50)
            canvas.text(x, y - LETTERS * 0.5, str(value), _CENTRE)


def _draw_legend(canvas: _Canvas, figure: Figure, width: int, height: int, paint: Paint) -> None:
    x, y = width * 0.1, height - _LEGEND * 0.3
    for n, column in enumerate(figure.columns):
        canvas.use(canvas.brush(paint.of(n), hatched=paint.is_hatched(n) and figure.kind != LINES))
        canvas.use(canvas.pen(paint.of(n)))
        canvas.box(x, y - 150, x + 150, y)
        canvas.text(x + 210, y, column.name, _LEFT)
        x += 400 + len(column.name) * LETTERS * _A_LETTER


def _most(figure: Figure) -> int:
    """Return the highest value that is drawn."""
    if figure.kind == STACKED:
        return max((sum(values) for values in zip(*(c.values for c in figure.columns), strict=True)), default=0)
    return max((value for column in figure.columns for value in column.values), default=0)


def _colour(colour: str) -> int:
    """Return a colour of six hexadecimal digits as Windows counts it."""
    return int(colour[4:6] + colour[2:4] + colour[:2], 16)

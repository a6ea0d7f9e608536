"""A figure of a report drawn as SVG, for the pages on the screen: bars, or lines, as Word has them."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import Final

from bouwstenen_app.domain.report import GROUPED, LINES, STACKED, Figure, Series

LABELS, VALUES = 0.32, 0.08
"""How much of the width is for labels beside the bars, and for values behind them."""
BAR: Final = 24
"""Pixels of a bar with what is around it."""
LEGEND: Final = 30
LINE_CHART: Final = 300
MARGIN: Final = 8
LETTERS: Final = 14
LONGEST: Final = 44
"""Characters of a label that fit beside a bar on one line."""
INKS: Final = ("{accent}", "#16202A", "#8FB6B5", "#8A9699")
"""The colours of series by their place; lines have dashes and markers besides."""
DASHES: Final = ("", "8 5", "2 4", "9 4 2 4")


def chart_svg(figure: Figure, width: int, accent: str) -> tuple[str, int]:
    """Return the drawing of a figure and its height, in pixels; ``accent`` is the colour of the template."""
    inks = [ink.format(accent=f"#{accent}") for ink in INKS]
    several = len(figure.columns) > 1
    if figure.kind == LINES:
        high, parts = LINE_CHART, list(_lines(figure, width, inks))
    else:
        high, parts = _bars(figure, width, inks)
    if several:
        parts += _legend(figure.columns, high + LEGEND - 10, inks)
        high += LEGEND
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{2 * width}" height="{2 * high}" '
        f'viewBox="0 0 {width} {high}" font-family="Calibri, Carlito, Inter, sans-serif" font-size="{LETTERS}">'
        f"{''.join(parts)}</svg>",
        high,
    )


def _bars(figure: Figure, width: int, inks: Sequence[str]) -> tuple[int, list[str]]:
    left, room = width * LABELS, width * (1 - LABELS - VALUES)
    grouped = figure.kind == GROUPED
    row = BAR * (len(figure.columns) if grouped else 1)
    totals = [sum(values) for values in zip(*(one.values for one in figure.columns), strict=True)]
    most = max((value for one in figure.columns for value in one.values), default=0)
    most = max(totals, default=0) if figure.kind == STACKED else most
    parts: list[str] = []
    for place, name in enumerate(figure.names):
        top = MARGIN + place * row
        parts.append(_text(left - 8, top + row / 2 + 5, _shortened(name), "end"))
        across = left
        for number, one in enumerate(figure.columns):
            long = room * one.values[place] / max(most, 1)
            down = top + (number * BAR if grouped else 0)
            parts.append(
                f'<rect x="{across:.1f}" y="{down + 4:.1f}" width="{long:.1f}" height="{BAR - 8}" '
                f'fill="{inks[number % len(inks)]}"/>'
            )
            if figure.kind == STACKED:
                across += long
            else:
                parts.append(_text(left + long + 6, down + BAR / 2 + 5, str(one.values[place])))
        if figure.kind == STACKED:
            parts.append(_text(across + 6, top + BAR / 2 + 5, str(totals[place])))
    return round(2 * MARGIN + row * len(figure.names)), parts


def _lines(figure: Figure, width: int, inks: Sequence[str]) -> Iterator[str]:
    left, right, top, floor = 46.0, width - 20.0, 16.0, LINE_CHART - 34.0
    most = max((value for one in figure.columns for value in one.values), default=0) or 1
    steps = max(len(figure.names) - 1, 1)
    xs = [left + (right - left) * place / steps for place in range(len(figure.names))]
    for part in range(5):
        y = floor - (floor - top) * part / 4
        yield f'<line x1="{left}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}" stroke="#D4DADA"/>'
        yield _text(left - 6, y + 5, f"{most * part / 4:g}", "end")
    every = max(1, round(len(xs) * 90 / max(right - left, 1)))
    for place, (x, name) in enumerate(zip(xs, figure.names, strict=True)):
        if place % every == 0:
            yield _text(x, LINE_CHART - 10, _shortened(name, 16), "middle")
    for number, one in enumerate(figure.columns):
        ink, dash = inks[number % len(inks)], DASHES[number % len(DASHES)]
        points = [(x, floor - (floor - top) * value / most) for x, value in zip(xs, one.values, strict=True)]
        for (x1, y1), (x2, y2) in pairwise(points):
            yield (
                f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{ink}" stroke-width="2.5" '
                f'stroke-dasharray="{dash}"/>'
            )
        yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{ink}"/>' for x, y in points)


def _legend(columns: Sequence[Series], y: float, inks: Sequence[str]) -> Iterator[str]:
    x = 20.0
    for number, one in enumerate(columns):
        yield f'<rect x="{x}" y="{y - 11:.1f}" width="12" height="12" fill="{inks[number % len(inks)]}"/>'
        yield _text(x + 18, y, one.name)
        x += 40 + len(one.name) * LETTERS * 0.55


def _text(x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="#16202A">{escape(text)}</text>'


def _shortened(text: str, longest: int = LONGEST) -> str:
    return f"{text[: longest - 1].rstrip()}…" if len(text) > longest else text

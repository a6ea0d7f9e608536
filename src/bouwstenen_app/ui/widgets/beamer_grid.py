"""How many columns, which size of type, which page: where a list of texts finds room on the beamer."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

Height = Callable[[int, "Choice"], float | None]
"""The pixels that an item takes, gap included; None when a word of it is wider than a column.

For the last choice there is always an answer.
"""
Heights = Callable[["Choice", float], Sequence[float] | None]
"""The same of all items together; None also when they are certainly more than so many pixels."""


class Choice(NamedTuple):
    """One way to set a list: the size of its type and the number of its columns."""

    size: float
    columns: int


class Spot(NamedTuple):
    """Where an item stands."""

    item: int
    page: int
    column: int
    top: float
    height: float
    """As high as its row, gap included."""


def in_rows(
    count: int, height_of: Height, room: float, choices: Sequence[Choice], least: Callable[[Choice], float]
) -> tuple[Choice, list[Spot]] | None:
    """Return the first choice in which all items fit, row by row, with their spots; None when none does.

    ``least`` is what a row takes at least: with it most choices are passed over without setting any text.
    """
    for choice in choices:
        if -(-count // choice.columns) * least(choice) <= room:
            spots = _rows(count, height_of, room, choice, pages=False)
            if spots is not None:
                return choice, spots
    return None


def over_pages(count: int, height_of: Height, room: float, choice: Choice) -> list[Spot]:
    """Return the spots of all items, row by row, over as many pages as it takes."""
    return _rows(count, height_of, room, choice, pages=True) or []


def in_columns(heights_of: Heights, room: float, choices: Sequence[Choice]) -> tuple[Choice, list[Spot]]:
    """Return as :func:`in_rows` does, with the items down the columns, that are as even as can be."""
    for choice in choices[:-1]:
        heights = heights_of(choice, room * choice.columns)
        if heights is not None and _packed(heights, room, choice.columns) is not None:
            return choice, _evened(heights, room, choice.columns)
    choice = choices[-1]
    return choice, _columns(heights_of(choice, float("inf")) or (), room, choice.columns)


def _rows(count: int, height_of: Height, room: float, choice: Choice, *, pages: bool) -> list[Spot] | None:
    spots: list[Spot] = []
    page, top = 0, 0.0
    for first in range(0, count, choice.columns):
        items = range(first, min(first + choice.columns, count))
        heights = [height_of(item, choice) for item in items]
        known = [height if height is not None else room for height in heights]
        if not pages and (None in heights or top + max(known) > room):
            return None
        if top and top + max(known) > room:
            page, top = page + 1, 0.0
        spots += [Spot(item, page, item - first, top, max(known)) for item in items]
        top += max(known)
    return spots


def _packed(heights: Sequence[float], room: float, columns: int) -> list[Spot] | None:
    """Return the spots of items that all fit on one page, None when they do not."""
    spots = _columns(heights, room, columns)
    tall = any(spot.top + spot.height > room for spot in spots)
    return None if tall or (spots and spots[-1].page) else spots


def _evened(heights: Sequence[float], room: float, columns: int) -> list[Spot]:
    """Return the spots in columns as short as they can be."""
    lowest = max(sum(heights) / columns, max(heights, default=0.0))
    for step in range(20):
        spots = _packed(heights, lowest + (room - lowest) * step / 20, columns)
        if spots is not None:
            return spots
    return _columns(heights, room, columns)


def _columns(heights: Sequence[float], room: float, columns: int) -> list[Spot]:
    spots: list[Spot] = []
    page, column, top = 0, 0, 0.0
    for item, height in enumerate(heights):
        if top and top + height > room + 0.5:
            column, top = column + 1, 0.0
            if column == columns:
                page, column = page + 1, 0
        spots.append(Spot(item, page, column, top, height))
        top += height
    return spots

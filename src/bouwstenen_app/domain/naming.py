"""Naming: which letters and numbers blocks and bundles of several laptops get, so that each has one of its own.

They follow from the journal alone, so every laptop with the same steps calls everything the same. What was in use
after an earlier merge goes first: it keeps its name when an older laptop comes back later.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import count, product
from string import ascii_uppercase
from typing import Final, NamedTuple

from bouwstenen_app.domain.settled import Settled

LETTERED: Final = "-[A-Z]+$"
"""The letter of a laptop behind the letters of a region."""
_LETTERED: Final = re.compile(LETTERED)
Shown = tuple[str, str, int]
"""A block: its id, its letters and its number."""


class Made(NamedTuple):
    """When a row was made, and by whom: a writer, and what that had seen (a run without a merge in between)."""

    stamp: str
    run: tuple[str, str | None]
    step: int
    given: int
    """The number that it got when it was made."""


Making = tuple[str, int, str, str, str | None, int]
"""A line of the journal that makes a row: id, its number, stamp, writer, what that had seen, number of the step."""


def making(lines: Iterable[Making]) -> dict[str, Made]:
    """Return of rows when and by whom they were made; the first time counts."""
    found: dict[str, Made] = {}
    for row, given, stamp, laptop, seen, number in lines:
        if row not in found or stamp < found[row].stamp:
            found[row] = Made(stamp, (laptop, seen), number, given)
    return found


def spoken_id(prefix: str, number: int) -> str:
    """Return how a block is called in the room: ``RH-017``, or ``RH-B04`` with the letter of a second laptop."""
    return f"{prefix}{number:02d}" if "-" in prefix else f"{prefix}-{number:03d}"


@cache
def base(prefix: str) -> str:
    """Return the letters of the region without the letter of a laptop: ``RH`` of ``RH-B``."""
    return _LETTERED.sub("", prefix)


def is_doubled(numbers: Sequence[int]) -> bool:
    """Say whether two of these numbers are the same."""
    return len(set(numbers)) < len(numbers)


def lettered(prefix: str, rows: Sequence[Shown], made: Mapping[str, Made], settled: Settled) -> Mapping[str, str]:
    """Return the letters of blocks: with a letter of their laptop where another has their number.

    A run is what one writer captured between two merges. It keeps its numbers if nobody had them before; otherwise
    all of it gets the letter of its writer. The numbers of one writer always go up, so a letter makes them unique.
    """
    runs: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    first: dict[tuple[str, str | None], tuple[str, str]] = {}
    for row, one in made.items():
        runs[one.run].append(row)
        rank = (settled.since(one.run[0], one.step), one.stamp)
        first[one.run] = min(first.get(one.run, rank), rank)
    in_order = sorted(runs, key=lambda one: first[one])
    letters = dict(zip(dict.fromkeys(writer for writer, _ in in_order), _names(), strict=False))
    numbers = {row: number for row, _, number in rows}
    taken: set[int] = set()
    wanted = {row: shown for row, shown, _ in rows}
    for run in in_order:
        own = {numbers[row] for row in runs[run]}
        name = prefix if own.isdisjoint(taken) else f"{prefix}-{letters[run[0]]}"
        taken |= own if name == prefix else set()
        wanted |= dict.fromkeys(runs[run], name)
    return wanted


def numbered(made: Mapping[str, Made], settled: Settled) -> Mapping[str, int]:
    """Return the number of every bundle: the later made of several with one number get the lowest that is free."""
    together: dict[str, list[str]] = defaultdict(list)
    for row, one in made.items():
        together[settled.since(one.run[0], one.step)].append(row)
    taken: set[int] = set()
    wanted: dict[str, int] = {}
    for since in sorted(together):  # of those that came together later, nothing here may depend
        given = {row: made[row].given for row in together[since]}
        free = (number for number in count(1) if number not in taken and number not in given.values())
        for row in sorted(given, key=lambda one: (made[one].stamp, one)):
            wanted[row] = next(free) if given[row] in taken else given[row]
            taken.add(wanted[row])
    return wanted


def _names() -> Iterator[str]:
    """Yield A to Z, then AA, AB, …"""
    for length in count(1):
        yield from map("".join, product(ascii_uppercase, repeat=length))

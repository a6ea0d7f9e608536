"""Measures and counts in a template, as a stranger typed them: one that is none says nothing, none is endless."""

import re
from typing import Final

TWIPS: Final = 20
EMU: Final = 12_700
"""How many of these units of Word are in a point."""
LARGEST: Final = 3_000.0
"""Points: what is wider, higher or further than this is on no paper."""
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]{1,15}(?:\.[0-9]{0,15})?|\.[0-9]{1,15})")
_COUNT: Final = re.compile("[0-9]{1,9}")


def number(text: str | None) -> float | None:
    """Return a number of at most fifteen digits; None when it is none."""
    found = _NUMBER.fullmatch((text or "").strip())
    return float(found[0]) if found else None


def points(text: str | None, in_a_point: float, otherwise: float = 0.0) -> float:
    """Return a measure in points, with ``in_a_point`` of its units in one; ``otherwise`` when it is no number."""
    measure = number(text)
    return otherwise if measure is None else held(measure / in_a_point)


def held(measure: float) -> float:
    """Return a measure that is on some paper, to either side."""
    return max(-LARGEST, min(LARGEST, measure))


def count(text: str | None, most: int, otherwise: int) -> int:
    """Return a whole number of at most ``most``; ``otherwise`` when it is none."""
    return min(int(text), most) if text and _COUNT.fullmatch(text) else otherwise

"""Small counts of people: in what leaves the circle that made it they are told as *<3* (privacy.md, R-16)."""

from typing import Final

from bouwstenen_app.domain import dutch

SMALL: Final = 3
"""Counts of people, per organisation or per region, below this are not told outside."""
FEW: Final = f"<{SMALL}"
FEW_IN_WORDS: Final = f"minder dan {SMALL}"


def told(count: int, *, outside: bool) -> str:
    """Return a count for in a table: ``1.284``; outside ``<3`` for one or two. Nobody is nobody: that stays 0."""
    return FEW if outside and 0 < count < SMALL else dutch.number(count)


def counted(count: int, one: str, many: str, *, outside: bool) -> str:
    """Return a count in a sentence: ``7 deelnemers``; outside ``minder dan 3 deelnemers`` for one or two."""
    if outside and 0 < count < SMALL:
        return f"{FEW_IN_WORDS} {many}"
    return dutch.counted(count, one, many)

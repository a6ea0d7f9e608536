"""Colours that can be read: tints of one accent colour, each with the text colour that stands out on it."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, repeat

ACCENT = "0B5A5E"
WHITE = "FFFFFF"
BLACK = "000000"
READABLE = 4.5
"""The least contrast for text (WCAG 2.1, 1.4.3)."""
_STEPS = (0.10, 0.25, 0.42, 0.80, 1.0)


@dataclass(frozen=True, slots=True)
class Palette:
    """An accent that white text can stand on, and ``shades``: for step 0 to 5 a background and its text colour."""

    accent: str
    shades: tuple[tuple[str, str], ...]


@lru_cache(16)
def palette(accent: str = ACCENT) -> Palette:
    """Return the palette for an accent colour of six hexadecimal digits, darkened until white can be read on it."""
    dark = next(
        colour
        for colour in chain((mixed(accent, BLACK, step / 20) for step in range(20)), repeat(BLACK))
        if contrast(colour, WHITE) >= READABLE
    )
    tints = (WHITE, *(mixed(WHITE, dark, step) for step in _STEPS))
    return Palette(
        dark, tuple((tint, max((BLACK, WHITE), key=lambda text: contrast(tint, text))) for tint in tints)
    )


def mixed(one: str, other: str, part: float) -> str:
    """Return ``one`` with ``part`` (0 to 1) of ``other`` in it."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "".join(f"{round(a + (b - a) * part):02X}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """Return the contrast between two colours, 1 to 21 (WCAG 2.1, "contrast ratio")."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:6], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

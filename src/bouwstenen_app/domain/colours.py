"""Colours as they are written (``#rrggbb``): how well one is read on another, and what to take instead."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from bouwstenen_app.domain.problems import Problem

ENOUGH: Final = 4.5
"""The contrast that text needs with what is behind it (WCAG 2.2, 1.4.3)."""
WHITE, BLACK, NIGHT = "#ffffff", "#000000", "#1e1e1e"
"""What the words of a code stand on in the light and the dark theme; black are the words on a tint."""
TINTED: Final = 0.12
"""The share of its colour in a tint."""

_WRITTEN: Final = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")


class Colours(NamedTuple):
    """The three colours of a code: on white, on night, and the plane behind black words. All empty: calm grey."""

    light: str = ""
    dark: str = ""
    tint: str = ""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour between two, with this share of the first."""
    return "#" + "".join(
        f"{round(a * share + b * (1 - share)):02x}" for a, b in zip(_parts(one), _parts(other), strict=True)
    )


@lru_cache(maxsize=1024)
def readable(ink: str, fill: str, towards: str) -> str:
    """Return the ink, as little closer to another colour as needed to be read on this plane."""
    for share in range(21):
        candidate = mixed(towards, ink, share / 20)
        if contrast(candidate, fill) >= ENOUGH:
            return candidate
    return towards


def written(text: str) -> str:
    """Return a colour as ``#rrggbb``; empty stays empty. Problem when it is no colour."""
    text = text.strip()
    if not text:
        return ""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise Problem("{text} is geen kleur. Schrijf een kleur als #BB4341.", text=text)
    digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
    return f"#{digits.upper()}"


def colours_of(light: str) -> Colours:
    """Return the three colours that go with one: readable on white and on night, and a tint behind black words."""
    if not light:
        return Colours()
    dark = readable(mixed(WHITE, light, 0.35), NIGHT, WHITE)
    return Colours(_upper(readable(light, WHITE, BLACK)), _upper(dark), _upper(mixed(light, WHITE, TINTED)))


def better(colours: Colours) -> Colours:
    """Return the colours as they can be read: the same where they are good, the nearest where they are not."""
    return Colours(
        _near(colours.light, WHITE, BLACK), _near(colours.dark, NIGHT, WHITE), _near(colours.tint, BLACK, WHITE)
    )


def check(colours: Colours) -> None:
    """Raise a Problem, with what to take instead, when one of the colours cannot be read."""
    good = better(colours)
    for now, instead, told in zip(colours, good, _TOLD, strict=True):
        if now.lower() != instead.lower():
            raise Problem(told, instead=instead)


_TOLD: Final = (
    "Deze kleur is te licht voor tekst. Neem {instead}.",
    "Deze kleur is te donker voor het donkere thema. Neem {instead}.",
    "Deze tint is te donker achter zwarte tekst. Neem {instead}.",
)


def _near(colour: str, other: str, towards: str) -> str:
    return _upper(readable(colour, other, towards)) if colour else ""


def _upper(colour: str) -> str:
    return colour.upper()


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@lru_cache(maxsize=1024)
def _luminance(colour: str) -> float:
    linear = [
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

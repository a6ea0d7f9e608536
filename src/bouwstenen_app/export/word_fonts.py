"""How wide the letters of a font are, so that the words of a table fit in its columns in a house style as well."""

from typing import Final

UNKNOWN: Final = 1.12
_USUAL_SIZE: Final = 11.0
_WIDTHS: Final = {
    "garamond": 0.93,
    "times new roman": 0.98,
    "calibri": 1.0,
    "carlito": 1.0,
    "lato": 1.05,
    "aptos": 1.06,
    "cambria": 1.06,
    "trebuchet ms": 1.07,
    "roboto": 1.08,
    "tahoma": 1.08,
    "arial": 1.09,
    "helvetica": 1.09,
    "liberation sans": 1.09,
    "segoe ui": 1.1,
    "georgia": 1.13,
    "open sans": 1.17,
    "century gothic": 1.2,
    "dejavu sans": 1.28,
    "verdana": 1.28,
}
"""Of running Dutch text, beside Calibri of the same size."""


def letter_width(font: str, size: float) -> float:
    """Return how wide letters are beside Calibri of 11 points; of a font that is not known rather too wide."""
    return _WIDTHS.get(font.strip().lower(), UNKNOWN if font else 1.0) * size / _USUAL_SIZE

"""Text that is written from right to left, such as a name in Arabic or Hebrew, in a document that is not."""

import re
from typing import Final

_LETTERS: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_STRETCH: Final = re.compile(f"([{_LETTERS}](?:[{_LETTERS}\\s\\d.,'’-]*[{_LETTERS}])?)")
"""From the first to the last such letter, with what stands between them."""
_LETTER: Final = re.compile(f"[{_LETTERS}]")
_TEXT: Final = 30
"""Letters from which something is a text and no name."""
_TAG = re.compile("<[^>]*>|&[a-z]+;")
_MARK: Final = "<w:rtl/>"


def stretches(escaped: str) -> list[str]:
    """Return a text in pieces: by turns from left to right (perhaps empty) and from right to left."""
    return [escaped] if escaped.isascii() else _STRETCH.split(escaped)


def turned(properties: str) -> str:
    """Return the properties of a run with that it goes from right to left."""
    return properties.replace("</w:rPr>", f"{_MARK}</w:rPr>") if properties else f"<w:rPr>{_MARK}</w:rPr>"


def direction(inner: str, properties: str) -> str:
    """Return the properties of a paragraph; a text that is mostly from right to left goes that way as a whole.

    A name alone does not turn its line: it stands in a Dutch list or table.
    """
    if _MARK not in inner:
        return properties
    letters = list(filter(str.isalpha, _TAG.sub("", inner)))
    turning = sum(map(bool, map(_LETTER.match, letters)))
    if turning < _TEXT or turning * 2 < len(letters):
        return properties
    for later in ("<w:spacing", "<w:jc", "<w:sectPr"):
        if later in properties:
            return properties.replace(later, f"<w:bidi/>{later}", 1)
    return f"{properties}<w:bidi/>"

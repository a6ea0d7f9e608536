"""The one function that every text goes through on its way in: typed, pasted, imported or merged."""

import re
from dataclasses import dataclass
from typing import Final

MARK: Final = "\ufffd"
"""U+FFFD REPLACEMENT CHARACTER: shows where something stood that could not be kept."""

_LINE_END: Final = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_SPLIT_PAIR: Final = re.compile("([\ud800-\udbff])([\udc00-\udfff])")
_LAST_TWO_OF_PLANES: Final = "".join(chr((plane << 16) + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_UNFIT: Final = re.compile(f"[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{_LAST_TWO_OF_PLANES}]")
_CHANGES: Final = re.compile(f"{_LINE_END.pattern}|{_UNFIT.pattern}")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text that any document can hold, and how many characters had to go for that."""

    text: str
    removed: int = 0


def clean(text: str, *, mark: str = "") -> Cleaned:
    """Return a text with line ends as LF and without the characters that a document cannot hold.

    Those are control characters (Unicode category Cc, but for tab and LF), noncharacters such as U+FFFE, and lone
    surrogates: what XML 1.0 refuses or discourages. They are taken out and counted, so that the line can say so.
    For what comes from a file, where nobody is there to be told, ``mark=MARK`` keeps a visible trace instead.

    Every other line end (CRLF, CR, NEL, VT, FF, U+2028, U+2029) becomes LF, and a surrogate pair that was split is
    put together again; that is no loss and does not count. All else stays as it is: emoji and their joiners,
    combining accents, and the marks of right-to-left writing.
    """
    if not _CHANGES.search("".join(set(text))):
        return Cleaned(text)
    joined = _SPLIT_PAIR.sub(_whole, _LINE_END.sub("\n", text))
    return Cleaned(*_UNFIT.subn(lambda _: mark, joined))


def _whole(pair: re.Match[str]) -> str:
    high, low = (ord(half) & 0x3FF for half in pair.groups())
    return chr(0x10000 + (high << 10) + low)

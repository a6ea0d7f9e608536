"""Text files as people bring them: UTF-8, with or without a mark, UTF-16, or the old Windows page."""

import codecs
import re
from typing import Final

from bouwstenen_app.domain.cleaning import MARK, clean

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FOREIGN: Final = (
    b"PK\x03\x04",
    b"%PDF",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"SQLite format 3",
    b"{\\rtf",
)
"""How documents, pictures and databases begin."""
_LOOKED_AT: Final = 4_096
_MOST_BROKEN: Final = 0.1
"""Characters from the start, and which part of them may be no text before the whole is noise."""
_WHOLE: Final = re.compile("[\u0080-\U0010ffff]")
_ESCAPED: Final = re.compile("[\udc80-\udcff]")


def decode(data: bytes) -> str:
    """Return the text of a file. What is not UTF-8 is read as Windows-1252, so that é and € come in whole.

    UTF-8 with some broken bytes stays UTF-8: each of them becomes U+FFFD. A lone surrogate is returned as it is,
    for ``cleaning`` to take out and tell.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    try:
        return data.decode("utf-8", errors="surrogatepass")
    except UnicodeDecodeError:
        broken = len(_ESCAPED.findall(data.decode("utf-8", errors="surrogateescape")))
        whole = len(_WHOLE.findall(data.decode("utf-8", errors="ignore")))
        return data.decode("utf-8" if whole >= broken else "cp1252", errors="replace")


def is_foreign(data: bytes) -> bool:
    """Say whether a file is a document, a picture or a database, whatever its name says."""
    return data.startswith(_FOREIGN)


def is_noise(text: str) -> bool:
    """Say whether what was decoded is no text at all, as of a program or a file with a password."""
    start = text[:_LOOKED_AT]
    return clean(start).removed + start.count(MARK) > max(_LOOKED_AT // 128, _MOST_BROKEN * len(start))

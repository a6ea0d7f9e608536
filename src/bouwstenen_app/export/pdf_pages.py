"""On which page each heading of a PDF is, by its bookmarks: LibreOffice laid out the pages, so it knows."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

_KIDS: Final = re.compile(rb"/Type/Pages\b[^>]{0,2000}?/Kids\[([^\]]*)\]")
_REFERENCE: Final = re.compile(rb"(\d{1,10}) 0 R")
_BOOKMARK: Final = re.compile(rb"/Title<([0-9A-Fa-f]{4,20000})>\s{0,4}/Dest\[(\d{1,10}) 0 R")


def pages_of(pdf: bytes, titles: Sequence[str]) -> tuple[int, ...]:
    """Return the page of each of these headings, with numbers and in this order; nothing when one is not found.

    They must be the same letter by letter: a number that may be of another heading is worse than none.
    """
    found = []
    marks = _bookmarks(pdf)
    for title in titles:
        wanted = _squeezed(title)
        page = next((page for said, page in marks if _squeezed(said) == wanted), None)
        if page is None:
            return ()
        found.append(page)
    return tuple(found)


def _bookmarks(pdf: bytes) -> Iterator[tuple[str, int]]:
    """Yield the text and the page of each bookmark, in the order of the document."""
    kids = _KIDS.search(pdf)
    places = {kid: page for page, kid in enumerate(_REFERENCE.findall(kids[1]) if kids else (), 1)}
    for title, place in _BOOKMARK.findall(pdf):
        if place in places:
            yield bytes.fromhex(title.decode()).decode("utf-16", "replace"), places[place]


def _squeezed(text: str) -> str:
    """Return a text without blanks: a program may write others than it was given."""
    return "".join(text.split())

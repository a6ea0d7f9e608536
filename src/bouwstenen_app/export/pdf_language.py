"""The language and the title bar of a PDF that was written without them, added behind what is there."""

import re
from typing import Final

_ROOT: Final = re.compile(rb"/Root (\d{1,10}) 0 R")
_SIZE: Final = re.compile(rb"/Size (\d{1,10})")
_INFO: Final = re.compile(rb"/Info \d{1,10} 0 R")
_DICTIONARY: Final = re.compile(rb"\n\d{1,10} 0 obj\s{0,4}<<(.*?)>>\s{0,4}endobj", re.DOTALL)
_START: Final = re.compile(rb"startxref\s{1,4}(\d{1,12})\s{1,4}%%EOF")


def with_language(pdf: bytes, language: str) -> bytes:
    """Return a PDF that says its language and shows its title (an incremental update, ISO 32000-1, 7.5.6).

    One that is built in another way than expected is returned as it is.
    """
    trailer = pdf[pdf.rfind(b"trailer") :] if b"trailer" in pdf else b""
    root, size, start = _ROOT.search(trailer), _SIZE.search(trailer), _START.search(trailer)
    catalog = _object(pdf, root[1]) if root else None
    if not (root and size and start and catalog) or b"/Lang" in catalog[1]:
        return pdf
    info = _INFO.search(trailer)
    begin = len(pdf) + (not pdf.endswith(b"\n"))
    said = f"/Lang ({language})\n/ViewerPreferences << /DisplayDocTitle true >>\n".encode("ascii")
    body = b"%s 0 obj\n<<%s\n%s>>\nendobj\n" % (root[1], catalog[1].rstrip(), said)
    table = b"xref\n%s 1\n%010d 00000 n \n" % (root[1], begin)
    end = b"trailer\n<<\n/Size %s\n/Root %s 0 R\n%s\n/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n" % (
        size[1],
        root[1],
        info[0] if info else b"",
        start[1],
        begin + len(body),
    )
    return pdf + (b"" if pdf.endswith(b"\n") else b"\n") + body + table + end


def _object(pdf: bytes, number: bytes) -> re.Match[bytes] | None:
    """Return the last version of an object that is a dictionary."""
    place = pdf.rfind(b"\n%s 0 obj" % number)
    return _DICTIONARY.match(pdf, place) if place >= 0 else None

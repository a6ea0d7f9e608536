"""Text on its way into a cell of a spreadsheet: cleaned, no longer than a cell can hold, and never a formula."""

import re
from typing import Final

LONGEST: Final = 32_767
"""Characters that fit in one cell of Excel."""
CUT: Final = " […]"
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_END: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ESCAPE: Final = re.compile(r"_(?=x[0-9a-fA-F]{4}_)")
_FORMULA: Final = re.compile(r"\s*[=+\-@＝＋－＠|%]|[\t\r]")
"""How a text begins that a spreadsheet may run: also behind spaces, and in the wide letters of Asian keyboards."""


def cleaned(text: str) -> str:
    """Return a text with line ends as LF and U+FFFD for what a document cannot hold."""
    return text if text.isprintable() else _NOT_XML.sub("\ufffd", _LINE_END.sub("\n", text))


def cell_text(text: str) -> str:
    """Return a text for a cell of a workbook; what reads as an escape of Excel (``_x0041_``) stays as it is."""
    clean = cleaned(text)
    if len(clean) > LONGEST:
        clean = clean[: LONGEST - len(CUT)] + CUT
    return _ESCAPE.sub("_x005F_", clean)


def guarded(text: str) -> str:
    """Return a text for a cell of a text file; one that a spreadsheet could run gets an apostrophe before it."""
    clean = cleaned(text)
    return f"'{clean}" if _FORMULA.match(clean) else clean

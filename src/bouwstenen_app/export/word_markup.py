"""The smallest pieces of a Word document: paragraphs, runs, bookmarks, fields, and lists that begin at 1."""

from collections.abc import Sequence

from bouwstenen_app.export.word_direction import direction, stretches, turned
from bouwstenen_app.export.word_text import escape

TEXT = '<w:t xml:space="preserve">'
UNNUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
KEEP_WITH_NEXT = "<w:keepNext/>"


def paragraph(style: str, inner: str, properties: str = "") -> str:
    """Return a paragraph in a style (its id); ``properties`` follow in the order of the standard."""
    if not inner.isascii():
        properties = direction(inner, properties)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'


def run(text: str, properties: str = "") -> str:
    """Return a run of text, escaped here."""
    return raw(escape(text), properties)


def raw(escaped: str, properties: str = "") -> str:
    """Return a run of text that is escaped already; what goes from right to left gets runs of its own."""
    if escaped.isascii() or len(pieces := stretches(escaped)) == 1:
        return f"<w:r>{properties}{TEXT}{escaped}</w:t></w:r>"
    return "".join(
        f"<w:r>{turned(properties) if place % 2 else properties}{TEXT}{piece}</w:t></w:r>"
        for place, piece in enumerate(pieces)
        if piece
    )


def styled(style: str) -> str:
    """Return the properties of a run in a character style (its id)."""
    return f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>'


def field(instruction: str, shown: str) -> str:
    """Return a field with the result it shows until Word renews it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{shown}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


class Marks:
    """Puts bookmarks around text, each with an id of its own; of two with one name, Word keeps the first."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def around(self, names: Sequence[str], inner: str) -> str:
        """Return ``inner`` between bookmarks."""
        before = after = ""
        for name in names:
            start, end = self.pair(name)
            before, after = before + start, after + end
        return before + inner + after

    def pair(self, name: str) -> tuple[str, str]:
        """Return the start and the end of a bookmark, for text in more paragraphs; nothing for a name in use."""
        if name in self._used:
            return "", ""
        self._used.add(name)
        number = len(self._used)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'


class Lists:
    """Hands out numbered lists that each begin at 1; ``first`` is the first numbering id that is free."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._next = first

    def start(self) -> str:
        """Return the paragraph property of the items of a new list."""
        number = self._next
        self._next += 1
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'

    def numberings(self, kind: int) -> str:
        """Return the numberings of the lists handed out, in the abstract numbering ``kind``."""
        return "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            for number in range(self._first, self._next)
        )

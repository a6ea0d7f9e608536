"""The paragraphs of a Word file that came back: each a row of pieces of text, tracked or not, and of marks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from typing_extensions import override

from bouwstenen_app.domain import anchors
from bouwstenen_app.domain.anchors import Anchor
from bouwstenen_app.domain.cleaning import MARK, clean
from bouwstenen_app.export.word_xml import Reader

MOST_LINES: Final = 1_000_000
_LONGEST_NAME: Final = 200
_DATE: Final = re.compile(r"[12]\d{3}-[01]\d-[0-3]\d")
_HEADING: Final = re.compile(r"(?:heading|kop)\s*[1-9]", re.IGNORECASE)
_SEQUENCE: Final = re.compile(r"\s*SEQ\b")
_CONTENTS: Final = re.compile(r"\s*TOC\b")
_GALLERY: Final = "Table of Contents"
_OLD: Final = frozenset(
    {"w:pPrChange", "w:rPrChange", "w:sectPrChange", "w:tblPrChange", "w:trPrChange", "mc:Fallback"}
)
"""What is inside these is how something looked before, or a copy for older programs."""
_ADDING: Final = frozenset({"w:ins", "w:moveTo"})
_REMOVING: Final = frozenset({"w:del", "w:moveFrom"})
_SIGNS: Final = {"w:tab": " ", "w:cr": "\n", "w:noBreakHyphen": "-"}


class Stamp(NamedTuple):
    """Who changed something, and when."""

    author: str
    date: str


class Piece(NamedTuple):
    """Text, with who added it and who took it away (None: nobody, as far as was tracked)."""

    text: str
    added: Stamp | None = None
    removed: Stamp | None = None


_END: Final = Piece("\n")


class Mark(NamedTuple):
    """A place between two pieces: ``open`` or ``close`` of an anchor, ``from``, ``to`` or ``at`` of a comment.

    ``end`` stands behind the last text of ours.
    """

    kind: str
    id: str
    anchor: Anchor | None = None


@dataclass(slots=True)
class Line:
    """One paragraph."""

    parts: list[Piece | Mark] = field(default_factory=list)
    end: Piece = _END
    """Its end, which can be added or taken away as well."""
    style: str = ""
    level: bool = False
    """It has an outline level of its own."""
    cell: tuple[int, int, int] | None = None
    """The table, row and column that it stands in."""
    counted: bool = False
    """It is a caption, or stands in the contents."""
    comment: str = ""
    """The id of the comment that it is part of."""
    id: str = ""


class Lines(Reader):
    """Reads the paragraphs of a part: of the document, or of its comments."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self.edition = ""
        self.comments: dict[str, Stamp] = {}
        """Who wrote which comment, by its id."""
        self._comment = ""
        self._stack: list[str] = []
        self._open: list[Line] = []
        self._waiting: list[Mark] = []
        self._old = 0
        self._collecting = ""
        self._added: list[Stamp] = []
        self._removed: list[Stamp] = []
        self._fields: list[str] = []
        self._tables: list[list[int]] = []
        self._last_table = 0
        self._contents = 0
        """How deep the block of the contents is that this stands in; 0 for none."""

    @override
    def on_start(self, name: str, attributes: Mapping[str, str]) -> None:
        above = self._stack[-1] if self._stack else ""
        self._stack.append(name)
        if name in _OLD:
            self._old += 1
        if self._old or not name.startswith("w:"):
            return
        if name in _ADDING or name in _REMOVING:
            self._tracked(name, above, attributes)
        elif name in ("w:t", "w:delText", "w:instrText"):
            self._collecting = name
        elif name == "w:p":
            self._begin(attributes)
        elif name in _SIGNS and above == "w:r":
            self._say(_SIGNS[name])
        elif name == "w:br" and attributes.get("w:type", "textWrapping") == "textWrapping":
            self._say("\n")
        elif name in ("w:pStyle", "w:outlineLvl"):
            self._describe(name, attributes)
        else:
            self._note(name, attributes)

    @override
    def on_end(self, name: str) -> None:
        above = self._stack[-2] if len(self._stack) > 1 else ""
        self._stack.pop()
        if name in _OLD:
            self._old -= 1
        elif self._old or not name.startswith("w:"):
            return
        elif name in ("w:t", "w:delText", "w:instrText"):
            self._collecting = ""
        elif name == "w:p":
            self.lines.append(self._open.pop())
        elif name in _ADDING and above not in ("w:rPr", "w:trPr"):
            self._added.pop()
        elif name in _REMOVING and above not in ("w:rPr", "w:trPr"):
            self._removed.pop()
        elif name == "w:tbl":
            self._tables.pop()
        elif name == "w:sdt" and self._stack.count("w:sdt") < self._contents:
            self._contents = 0

    @override
    def on_text(self, text: str) -> None:
        if self._collecting == "w:instrText":
            self._instruct(text)
        elif self._collecting:
            self._say(text)

    def _begin(self, attributes: Mapping[str, str]) -> None:
        if len(self.lines) > MOST_LINES:
            raise ValueError("too many paragraphs")
        table = self._tables[-1] if self._tables else None
        cell = (table[0], table[1], table[2]) if table else None
        line = Line(list(self._waiting), cell=cell, comment=self._comment, id=attributes.get("w14:paraId", ""))
        line.counted = self._contents > 0 or any(map(_CONTENTS.match, self._fields))
        self._waiting = []
        self._open.append(line)

    def _tracked(self, name: str, above: str, attributes: Mapping[str, str]) -> None:
        stamp = _stamp(attributes)
        if above == "w:rPr" and self._open:
            text, added, removed = self._open[-1].end
            self._open[-1].end = Piece(text, stamp, removed) if name in _ADDING else Piece(text, added, stamp)
        elif above not in ("w:rPr", "w:trPr"):
            (self._added if name in _ADDING else self._removed).append(stamp)

    def _say(self, text: str) -> None:
        if self._open:
            added = self._added[-1] if self._added else None
            removed = self._removed[-1] if self._removed else None
            self._open[-1].parts.append(Piece(text, added, removed))

    def _describe(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._open and name == "w:pStyle":
            self._open[-1].style = attributes.get("w:val", "")
        elif self._open:
            self._open[-1].level = attributes.get("w:val", "9") < "9"

    def _instruct(self, text: str) -> None:
        if self._fields:
            self._fields[-1] += text[:100]
        if self._open and (_SEQUENCE.match(text) or _CONTENTS.match(text)):
            self._open[-1].counted = True

    def _note(self, name: str, attributes: Mapping[str, str]) -> None:
        identity = attributes.get("w:id", "")
        match name:
            case "w:bookmarkStart":
                self._bookmark(identity, attributes.get("w:name", ""))
            case "w:bookmarkEnd":
                self._mark(Mark("close", identity))
            case "w:commentRangeStart" | "w:commentRangeEnd" | "w:commentReference":
                kind = {"w:commentRangeStart": "from", "w:commentRangeEnd": "to"}.get(name, "at")
                self._mark(Mark(kind, identity))
            case "w:comment":
                self._comment = identity
                self.comments[identity] = _stamp(attributes)
            case "w:docPartGallery" if attributes.get("w:val") == _GALLERY:
                self._contents = self._contents or self._stack.count("w:sdt")
            case "w:fldChar":
                self._turn(attributes.get("w:fldCharType", ""))
            case "w:fldSimple":
                self._instruct(attributes.get("w:instr", ""))
            case "w:tbl":
                self._last_table += 1
                self._tables.append([self._last_table, -1, -1])
            case "w:tr" if self._tables:
                self._tables[-1][1:] = [self._tables[-1][1] + 1, -1]
            case "w:tc" if self._tables:
                self._tables[-1][2] += 1

    def _bookmark(self, identity: str, name: str) -> None:
        self.edition = self.edition or anchors.edition_of(name)
        if anchor := anchors.read(name):
            self._mark(Mark("open", identity, anchor))
        elif name.lower() == anchors.END:
            self._mark(Mark("end", identity))

    def _mark(self, mark: Mark) -> None:
        (self._open[-1].parts if self._open else self._waiting).append(mark)

    def _turn(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append("")
        elif kind == "end" and self._fields:
            self._fields.pop()


def dated(text: str) -> str:
    """Return a moment as it stands in a file (ISO 8601), empty when it is none: some programs write zeros."""
    return text[:25] if _DATE.match(text) else ""


def _stamp(attributes: Mapping[str, str]) -> Stamp:
    author = " ".join(clean(attributes.get("w:author", ""), mark=MARK).text.split())[:_LONGEST_NAME]
    return Stamp(author, dated(attributes.get("w:date", "")))


class Styles(Reader):
    """Reads which styles are those of headings."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: set[str] = set()
        self._style = ""

    @override
    def on_start(self, name: str, attributes: Mapping[str, str]) -> None:
        value = attributes.get("w:val", "")
        if name == "w:style":
            self._style = attributes.get("w:styleId", "")
        elif (name == "w:name" and _HEADING.match(value)) or (name == "w:outlineLvl" and value < "9"):
            self.headings.add(self._style)

    def is_heading(self, line: Line) -> bool:
        """Return whether a paragraph is a heading."""
        return line.level or line.style in self.headings or bool(_HEADING.match(line.style))

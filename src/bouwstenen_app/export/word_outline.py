"""A Word file of somebody's notes as blocks: headings, paragraphs and list items, and the tables in it."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from typing_extensions import override

from bouwstenen_app.domain.given_blocks import MOST_COLUMNS, MOST_ROWS, GivenTable
from bouwstenen_app.domain.given_csv import too_long, too_wide
from bouwstenen_app.domain.given_text import LOWEST, Outline
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.export.word_file import read_package
from bouwstenen_app.export.word_xml import BrokenXmlError, Reader

LARGEST_TEXT: Final = 60_000_000
"""Bytes of the text of a document."""
_MAIN: Final = "word/document.xml"
_HEADING: Final = re.compile(r"(?:heading|kop)\s*([1-9])", re.IGNORECASE)
_TITLE: Final = re.compile(r"title|titel", re.IGNORECASE)
_LIST: Final = re.compile(r"list|lijst|opsomming", re.IGNORECASE)
_CONTENTS: Final = re.compile(
    r"(?:toc|inhopg|inhoudsopgave)\b|(?:toc|inhopg)\s*\d|caption|bijschrift|footer|header", re.IGNORECASE
)
_GONE: Final = frozenset({"w:del", "w:moveFrom", "w:pPrChange", "w:rPrChange", "mc:Fallback", "w:instrText"})
"""What was taken away or is not said."""


@dataclass(slots=True)
class _Paragraph:
    number: int
    text: str = ""
    style: str = ""
    level: int = -1
    """Outline level of its own, from 0."""
    indent: int = -1
    """How deep the list is that it stands in, from 0."""


@dataclass(slots=True)
class _Table:
    number: int
    rows: list[list[str]] = field(default_factory=list)


def read(path: Path) -> tuple[Outline, tuple[GivenTable, ...], str]:
    """Return what stands in a Word file, its tables without a head yet, and a digest of its text."""
    parts = read_package(path)
    try:
        if len(parts[_MAIN]) > LARGEST_TEXT:
            raise too_long(path.name)
        styles, document = _Styles(), _Document(path.name)
        if "word/styles.xml" in parts:
            styles.read(parts["word/styles.xml"])
        document.read(parts[_MAIN])
    except (BrokenXmlError, KeyError, ValueError, IndexError, RecursionError) as error:
        raise Problem(
            "“{name}” is beschadigd of geen Word-document: er is niets overgenomen. Open het in Word, bewaar het "
            "opnieuw als .docx en kies het nog eens.",
            name=path.name,
        ) from error
    outline, tables = _outlined(document.found, styles.names, path.name)
    return outline, tables, hashlib.sha256(parts[_MAIN]).hexdigest()


def _outlined(
    found: Sequence["_Paragraph | _Table"], styles: Mapping[str, str], name: str
) -> tuple[Outline, tuple[GivenTable, ...]]:
    outline = Outline(name)
    tables: list[GivenTable] = []
    in_list = False
    for place, one in enumerate(found):
        if isinstance(one, _Table):
            if len(one.rows) > 1 and max(map(len, one.rows)) > 1:
                rows = tuple((at, tuple(cells)) for at, cells in enumerate(one.rows, start=1) if any(cells))
                tables.append(GivenTable(f"tabel {one.number}", (), rows))
            else:
                for text in (cell for row in one.rows for cell in row if cell):
                    outline.add(text, f"tabel {one.number}")
            continue
        style = styles.get(one.style, one.style)
        text = one.text.strip()
        if not text or _CONTENTS.match(style):
            continue
        following = found[place + 1] if place + 1 < len(found) else None
        if _is_head(outline, one, style, text, following, styles):
            in_list = False
        elif not (in_list and one.indent > 0 and outline.more(text)):
            outline.add(text, f"alinea {one.number}")
            in_list = _is_item(one, style)
    return outline, tuple(tables)


def _is_head(
    outline: Outline,
    one: _Paragraph,
    style: str,
    text: str,
    following: "_Paragraph | _Table | None",
    styles: Mapping[str, str],
) -> bool:
    """Go on under a heading: of Word's own, or a line that ends with a colon above a list."""
    heading = _HEADING.match(style)
    if _TITLE.fullmatch(style):
        outline.title = outline.title or " ".join(text.split())
    elif heading or 0 <= one.level < LOWEST:
        outline.head(int(heading[1]) if heading else one.level + 1, text)
    elif text.endswith(":") and isinstance(following, _Paragraph) and not _is_item(one, style):
        if not _is_item(following, styles.get(following.style, following.style)):
            return False
        outline.head(LOWEST, text.rstrip(":"))
    else:
        return False
    return True


def _is_item(one: _Paragraph, style: str) -> bool:
    return one.indent >= 0 or bool(_LIST.match(style))


class _Styles(Reader):
    """Reads what styles are called, by their id."""

    def __init__(self) -> None:
        super().__init__()
        self.names: dict[str, str] = {}
        self._style = ""

    @override
    def on_start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "w:style":
            self._style = attributes.get("w:styleId", "")
        elif name == "w:name":
            self.names.setdefault(self._style, attributes.get("w:val", ""))


class _Document(Reader):
    """Reads the paragraphs and tables of the text, in their order; a table within a table is part of its cell."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.found: list[_Paragraph | _Table] = []
        self._file = name
        self._open: list[_Paragraph] = []
        self._tables: list[_Table] = []
        self._gone = 0
        self._saying = False
        self._count = self._tables_met = 0

    @override
    def on_start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._gone += name in _GONE
        paragraph = self._open[-1] if self._open else None
        match name:
            case "w:p":
                self._begin()
            case "w:t":
                self._saying = not self._gone
            case "w:tab" | "w:br" | "w:cr" if paragraph is not None and not self._gone:
                paragraph.text += "\n" if name != "w:tab" else " "
            case "w:pStyle" if paragraph is not None:
                paragraph.style = attributes.get("w:val", "")
            case "w:outlineLvl" | "w:ilvl" if paragraph is not None:
                value = attributes.get("w:val", "")
                level = int(value) if value.isdecimal() and len(value) < 3 else 0
                paragraph.level, paragraph.indent = (
                    (level, paragraph.indent) if name == "w:outlineLvl" else (paragraph.level, level)
                )
            case "w:tbl":
                self._begin_table()
            case "w:tr" | "w:tc" if len(self._tables) == 1:
                self._begin_cell(name)

    @override
    def on_end(self, name: str) -> None:
        self._gone -= name in _GONE
        if name == "w:t":
            self._saying = False
        elif name == "w:p":
            self._end_paragraph(self._open.pop())
        elif name == "w:tbl":
            self._tables.pop()

    @override
    def on_text(self, text: str) -> None:
        if self._saying and self._open:
            self._open[-1].text += text

    def _begin(self) -> None:
        self._count += 1
        self._open.append(_Paragraph(self._count))

    def _begin_table(self) -> None:
        if not self._tables:
            self._tables_met += 1
            self.found.append(table := _Table(self._tables_met))
            self._tables.append(table)
        else:
            self._tables.append(self._tables[-1])

    def _begin_cell(self, name: str) -> None:
        rows = self._tables[0].rows
        if name == "w:tr":
            rows.append([])
        else:
            rows[-1].append("")
            if len(rows[-1]) > MOST_COLUMNS:
                raise too_wide(self._file, f"tabel {self._tables[0].number}")

    def _end_paragraph(self, paragraph: _Paragraph) -> None:
        if self._tables:
            row = self._tables[0].rows[-1]
            row[-1] = "\n".join(filter(None, (row[-1], paragraph.text.strip())))
        elif paragraph.text.strip():
            self.found.append(paragraph)
            if len(self.found) > MOST_ROWS:
                raise too_long(self._file)

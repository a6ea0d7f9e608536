"""Paragraphs, tables and pictures of a template are read as plain values, from the elements that Word gets too."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]

from bouwstenen_app.export.page_blocks import COUNTED, Block, Box, Cell, Grid, Line, Picture, Place, Text
from bouwstenen_app.export.page_drawings import Drawings
from bouwstenen_app.export.page_letters import Letters, letters_of

_TWIPS: Final = 20
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_INLINE: Final = frozenset(map(qn, ("w:hyperlink", "w:sdtContent", "w:sdt", "w:smartTag", "w:ins")))
_DRAWN: Final = frozenset((*map(qn, ("w:drawing", "w:pict", "w:object")), f"{_MC}AlternateContent"))
_BREAKS: Final = {qn("w:tab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011", qn("w:ptab"): "\t"}
_MOST_LETTERS, _MOST_BLOCKS, _MOST_COLUMNS = 20_000, 500, 63
"""What is read of one part: more is a mistake, or meant to hold up the window. Word has no more columns."""
_DEEPEST: Final = 8
"""Tables and text boxes in each other: what is deeper is a mistake, or meant to be one."""


class Reader:
    """Reads the elements of one part of a template; ``related`` gives the bytes of a picture by its id."""

    def __init__(
        self, sheet: Any, fonts: Mapping[str, str], colours: Mapping[str, str], related: Mapping[str, bytes]
    ) -> None:
        self._sheet = sheet
        self._fonts = fonts
        self._drawings = Drawings(colours, related, self.blocks)
        self._known: dict[tuple[str, str | bytes], Letters] = {}
        self._normal = _normal(sheet)
        self._deep = 0
        self._letters_left, self._blocks_left = _MOST_LETTERS, _MOST_BLOCKS

    def blocks(self, elements: Sequence[Any]) -> tuple[Block, ...]:
        """Return the paragraphs and tables among these elements, also those in content controls."""
        if self._deep >= _DEEPEST:
            return ()
        self._deep += 1
        found = tuple(self._blocks(elements))
        self._deep -= 1
        return found

    def _blocks(self, elements: Sequence[Any]) -> Iterator[Block]:
        for element in elements:
            self._blocks_left -= 1
            if self._blocks_left < 0:
                return
            if element.tag == qn("w:p"):
                yield self._line(element)
            elif element.tag == qn("w:tbl"):
                yield self._grid(element)
            elif element.tag == qn("w:sdt"):
                content = element.find(qn("w:sdtContent"))
                yield from self._blocks(list(content) if content is not None else ())

    # -- paragraphs

    def _line(self, paragraph: Any) -> Line:
        properties = paragraph.find(qn("w:pPr"))
        style = _value(properties, "w:pStyle") or self._normal
        pieces = tuple(_joined(self._pieces(paragraph, style, [])))
        frame = None if properties is None else properties.find(qn("w:framePr"))
        line = Line(
            self._letters(style, paragraph, "w:pPr"),
            pieces,
            tuple(self._tabs(style, properties)),
            new_page=properties is not None and properties.find(qn("w:pageBreakBefore")) is not None,
        )
        return line if frame is None else _framed(line, frame)

    def _pieces(self, element: Any, style: str, fields: list[list[str]]) -> Iterator[Text | Picture | Box]:
        """Yield what stands in a paragraph; ``fields`` are those that are open: their codes, and what is shown."""
        for child in element:
            if child.tag == qn("w:r"):
                yield from self._run(child, style, fields)
            elif child.tag == qn("w:fldSimple"):
                code = child.get(qn("w:instr"), "")
                if counted := _counted(code, self._letters(style, child.find(qn("w:r")))):
                    yield counted
                else:
                    yield from self._pieces(child, style, fields)
            elif child.tag in _INLINE:
                yield from self._pieces(child, style, fields)

    def _run(self, run: Any, style: str, fields: list[list[str]]) -> Iterator[Text | Picture | Box]:
        letters = self._letters(style, run)
        for child in run:
            if child.tag == qn("w:fldChar"):
                yield from _field(child.get(qn("w:fldCharType"), ""), fields, letters)
            elif child.tag == qn("w:instrText") and fields:
                fields[-1][0] += child.text or ""
            elif any(shown != "yes" for _, shown in fields):
                continue
            elif child.tag == qn("w:t"):
                said = (child.text or "")[: self._letters_left]
                self._letters_left -= len(said)
                yield Text(said, letters)
            elif child.tag == qn("w:br"):
                yield Text("\f" if child.get(qn("w:type")) == "page" else "\n", letters)
            elif child.tag in _BREAKS:
                yield Text(_BREAKS[child.tag], letters)
            elif child.tag in _DRAWN:
                yield from self._drawings.read(child)

    def _letters(self, style: str, element: Any, kind: str = "w:rPr") -> Letters:
        """Return the letters of a run or a paragraph; those that look the same are worked out once."""
        properties = element.find(qn(kind)) if element is not None else None
        direct = () if properties is None else (properties,)
        key = (style, "" if properties is None else etree.tostring(properties))
        if key not in self._known:
            self._known[key] = letters_of(self._sheet, style, self._fonts, *direct)
        return self._known[key]

    def _tabs(self, style: str, properties: Any) -> Iterator[tuple[float, str]]:
        """Yield where tabs stand: those of the paragraph with those of its style, without what it clears."""
        own = properties.find(qn("w:tabs")) if properties is not None else None
        styles = {one.get(qn("w:styleId")): one for one in self._sheet.findall(qn("w:style"))}
        found: dict[float, str] = {}
        of_style = styles.get(style)
        for tabs in (of_style.find(f"{qn('w:pPr')}/{qn('w:tabs')}") if of_style is not None else None, own):
            for tab in tabs if tabs is not None else ():
                place, kind = _twips(tab.get(qn("w:pos"))), tab.get(qn("w:val"), "left")
                found.pop(place, None)
                if kind in ("left", "start", "center", "right", "end"):
                    found[place] = {"start": "left", "end": "right"}.get(kind, kind)
        yield from sorted(found.items())

    # -- tables

    def _grid(self, table: Any) -> Grid:
        found = table.findall(qn("w:tr"))[: max(0, self._blocks_left)]
        rows = tuple(tuple(map(self._cell, row.findall(qn("w:tc"))[:_MOST_COLUMNS])) for row in found)
        columns = table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")[:_MOST_COLUMNS]
        heights = (row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}") for row in found)
        return Grid(
            tuple(_twips(column.get(qn("w:w"))) for column in columns),
            rows,
            self._edge(table),
            tuple(_twips(one.get(qn("w:val"))) if one is not None else 0.0 for one in heights),
        )

    def _cell(self, cell: Any) -> Cell:
        properties = cell.find(qn("w:tcPr"))
        if properties is None:
            return Cell(self.blocks(list(cell)))
        span = _value(properties, "w:gridSpan")
        shade = properties.find(qn("w:shd"))
        fill = shade.get(qn("w:fill"), "") if shade is not None else ""
        return Cell(
            self.blocks(list(cell)),
            min(int(span), _MOST_COLUMNS) if span.isdecimal() else 1,
            fill if len(fill) == 6 else "",
        )

    def _edge(self, table: Any) -> str:
        """Return the colour of the lines of a table, or of its style."""
        named = _value(table.find(qn("w:tblPr")), "w:tblStyle")
        styles = (one for one in self._sheet.findall(qn("w:style")) if one.get(qn("w:styleId")) == named)
        for holder in (table, next(styles, None)):
            borders = holder.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}") if holder is not None else None
            for side in borders if borders is not None else ():
                if side.get(qn("w:val")) not in ("nil", "none"):
                    colour = side.get(qn("w:color"), "")
                    return colour if len(colour) == 6 else "000000"
        return ""


def _field(mark: str, fields: list[list[str]], letters: Letters) -> Iterator[Text]:
    """Follow the marks of a field; yield it when it is counted, and let what it showed last be."""
    if mark == "begin":
        fields.append(["", ""])
    elif mark == "separate" and fields:
        if counted := _counted(fields[-1][0], letters):
            yield counted
            fields[-1][1] = "no"
        else:
            fields[-1][1] = "yes"
    elif mark == "end" and fields:
        code, shown = fields.pop()
        if not shown and (counted := _counted(code, letters)):
            yield counted


def _counted(code: str, letters: Letters) -> Text | None:
    words = code.replace("\\*", " ").split()
    if not words or words[0].upper() not in COUNTED:
        return None
    forms = (word for word in words[1:] if word.lower() in ("roman", "alphabetic"))
    return Text("", letters, words[0].upper(), next(forms, ""))


def _joined(pieces: Iterator[Text | Picture | Box]) -> Iterator[Text | Picture | Box]:
    """Yield pieces, those that were cut up joined again."""
    last: Text | None = None
    for piece in pieces:
        if isinstance(piece, Text) and not piece.field:
            same = last is not None and last.letters == piece.letters
            if last is not None and not same:
                yield last
            last = Text(last.said + piece.said, piece.letters) if same and last is not None else piece
            continue
        if last is not None:
            yield last
            last = None
        yield piece
    if last is not None:
        yield last


def _framed(line: Line, frame: Any) -> Line:
    """Return an empty line with a box in it, in which the line stands: how Word places a lone page number."""
    size = (_twips(frame.get(qn("w:w"))), _twips(frame.get(qn("w:h"))))
    place = Place(
        {"text": "column"}.get(frame.get(qn("w:hAnchor"), "text"), frame.get(qn("w:hAnchor"), "page")),
        _twips(frame.get(qn("w:x"))),
        frame.get(qn("w:xAlign"), ""),
        {"text": "paragraph"}.get(frame.get(qn("w:vAnchor"), "text"), frame.get(qn("w:vAnchor"), "page")),
        _twips(frame.get(qn("w:y"))),
        frame.get(qn("w:yAlign"), "").replace("inline", ""),
    )
    return Line(line.letters, (Box(size, place, (line,)),))


def _normal(sheet: Any) -> str:
    """Return the id of the style of paragraphs without one."""
    for style in sheet.findall(qn("w:style")):
        if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true", "on"):
            return str(style.get(qn("w:styleId"), ""))
    return ""


def _value(properties: Any, tag: str) -> str:
    found = properties.find(qn(tag)) if properties is not None else None
    return "" if found is None else str(found.get(qn("w:val"), ""))


def _twips(text: str | None) -> float:
    return float(text) / _TWIPS if text and text.lstrip("-").isdigit() else 0.0

"""Paragraphs, tables and pictures of a template are read as plain values, from the elements that Word gets too."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]

from bouwstenen_app.export.page_blocks import COUNTED, Block, Box, Cell, Grid, Line, Picture, Place, Text
from bouwstenen_app.export.page_drawings import Drawings
from bouwstenen_app.export.page_letters import Letters, colour_of, is_on, letters_of
from bouwstenen_app.export.page_measures import TWIPS, count, points

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_INLINE: Final = frozenset(map(qn, ("w:hyperlink", "w:sdtContent", "w:sdt", "w:smartTag", "w:ins")))
_DRAWN: Final = frozenset((*map(qn, ("w:drawing", "w:pict", "w:object")), f"{_MC}AlternateContent"))
_BREAKS: Final = {qn("w:tab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011", qn("w:ptab"): "\t"}
_MOST_LETTERS, _MOST_PIECES, _MOST_BLOCKS, _MOST_CELLS = 20_000, 5_000, 500, 1_000
"""What is read of one part: more is a mistake, or meant to hold up the window."""
_USUAL: Final = 24.0
"""Points: larger letters count for as many as would stand in their place."""
_TABLE: Final = 10
"""As many paragraphs a table counts for: it takes so much longer to lay out."""
_MOST_COLUMNS, _MOST_TABS, _HIGHEST_ROW = 63, 64, 1_584.0
"""Word has no more, and no higher ones."""
_LONGEST_CODE: Final = 200
"""Characters of what a field asks: those that say a number of a page are short."""
_DEEPEST: Final = 8
"""Tables and text boxes in each other: what is deeper is a mistake, or meant to be one."""


class Reader:
    """Reads the elements of one part of a template; ``related`` gives the bytes of a picture by its id.

    A part that is ``small`` has room for an eighth of what others have.
    """

    def __init__(
        self,
        sheet: Any,
        fonts: Mapping[str, str],
        colours: Mapping[str, str],
        related: Mapping[str, bytes],
        *,
        small: bool = False,
    ) -> None:
        self._sheet = sheet
        self._fonts = fonts
        self._drawings = Drawings(colours, related, self.blocks)
        self._known: dict[tuple[str, str | bytes], Letters] = {}
        self._styles = {one.get(qn("w:styleId")): one for one in sheet.findall(qn("w:style"))}
        self._normal = _normal(sheet)
        self._deep = 0
        part = 8 if small else 1
        self._letters_left, self._pieces_left = _MOST_LETTERS / part, _MOST_PIECES // part
        self._blocks_left, self._cells_left = _MOST_BLOCKS // part, _MOST_CELLS // part

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
                self._blocks_left -= _TABLE - 1
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
            new_page=is_on(properties, "w:pageBreakBefore"),
        )
        return line if frame is None else _framed(line, frame)

    def _pieces(self, element: Any, style: str, fields: list[list[str]]) -> Iterator[Text | Picture | Box]:
        """Yield what stands in a paragraph; ``fields`` are those that are open: their codes, and what is shown."""
        for child in self._first(element):
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
        for child in self._first(run):
            if child.tag == qn("w:fldChar"):
                yield from _field(child.get(qn("w:fldCharType"), ""), fields, letters)
            elif child.tag == qn("w:instrText") and fields:
                fields[-1][0] = f"{fields[-1][0]}{child.text or ''}"[:_LONGEST_CODE]
            elif any(shown != "yes" for _, shown in fields):
                continue
            elif child.tag == qn("w:t"):
                yield self._text(child.text or "", letters)
            elif child.tag == qn("w:br"):
                yield self._text("\f" if child.get(qn("w:type")) == "page" else "\n", letters)
            elif child.tag in _BREAKS:
                yield self._text(_BREAKS[child.tag], letters)
            elif child.tag in _DRAWN:
                yield from self._drawings.read(child)

    def _text(self, said: str, letters: Letters) -> Text:
        """Return what is said, as far as there is room for it."""
        room = max(1.0, (letters.size / _USUAL) ** 2)
        said = said[: int(self._letters_left / room)]
        self._letters_left -= len(said) * room
        return Text(said, letters)

    def _first(self, holder: Any) -> Iterator[Any]:
        """Yield what is in a paragraph or a run, as long as it is not too much."""
        for child in holder:
            self._pieces_left -= 1
            if self._pieces_left < 0:
                return
            yield child

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
        found: dict[float, str] = {}
        of_style = self._styles.get(style)
        for tabs in (of_style.find(f"{qn('w:pPr')}/{qn('w:tabs')}") if of_style is not None else None, own):
            for tab in tabs[:_MOST_TABS] if tabs is not None else ():
                place, kind = points(tab.get(qn("w:pos")), TWIPS), tab.get(qn("w:val"), "left")
                found.pop(place, None)
                if kind in ("left", "start", "center", "right", "end"):
                    found[place] = {"start": "left", "end": "right"}.get(kind, kind)
        yield from sorted(found.items())

    # -- tables

    def _grid(self, table: Any) -> Grid:
        columns = table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")[:_MOST_COLUMNS]
        rows, heights, wide = list[tuple[Cell, ...]](), list[float](), max(1, len(columns))
        for row in table.findall(qn("w:tr")):
            if self._blocks_left <= 0 or self._cells_left <= 0:
                break
            cells = tuple(self._cells(row))
            wide = max(wide, sum(cell.span for cell in cells))
            self._cells_left -= wide
            rows.append(cells)
            height = row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}")
            high = points(height.get(qn("w:val")), TWIPS) if height is not None else 0.0
            heights.append(min(_HIGHEST_ROW, max(0.0, high)))
        shown = max(1, _MOST_CELLS // wide)
        widths = tuple(max(0.0, points(column.get(qn("w:w")), TWIPS)) for column in columns)
        return Grid(widths, tuple(rows[:shown]), self._edge(table), tuple(heights[:shown]))

    def _cells(self, row: Any) -> Iterator[Cell]:
        room = _MOST_COLUMNS
        for cell in row.findall(qn("w:tc")):
            if room < 1:
                return
            properties = cell.find(qn("w:tcPr"))
            shade = properties.find(qn("w:shd")) if properties is not None else None
            span = min(room, max(1, count(_value(properties, "w:gridSpan"), _MOST_COLUMNS, 1)))
            room -= span
            fill = colour_of(shade.get(qn("w:fill"))) if shade is not None else ""
            yield Cell(self.blocks(list(cell)), span, fill)

    def _edge(self, table: Any) -> str:
        """Return the colour of the lines of a table, or of its style."""
        named = _value(table.find(qn("w:tblPr")), "w:tblStyle")
        for holder in (table, self._styles.get(named)):
            borders = holder.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}") if holder is not None else None
            for side in borders if borders is not None else ():
                if side.get(qn("w:val")) not in ("nil", "none"):
                    return colour_of(side.get(qn("w:color"))) or "000000"
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
    wide, high, across, down = (points(frame.get(qn(f"w:{name}")), TWIPS) for name in ("w", "h", "x", "y"))
    place = Place(
        {"text": "column"}.get(frame.get(qn("w:hAnchor"), "text"), frame.get(qn("w:hAnchor"), "page")),
        across,
        frame.get(qn("w:xAlign"), ""),
        {"text": "paragraph"}.get(frame.get(qn("w:vAnchor"), "text"), frame.get(qn("w:vAnchor"), "page")),
        down,
        frame.get(qn("w:yAlign"), "").replace("inline", ""),
    )
    return Line(line.letters, (Box((max(0.0, wide), max(0.0, high)), place, (line,)),))


def _normal(sheet: Any) -> str:
    """Return the id of the style of paragraphs without one."""
    for style in sheet.findall(qn("w:style")):
        if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true", "on"):
            return str(style.get(qn("w:styleId"), ""))
    return ""


def _value(properties: Any, tag: str) -> str:
    found = properties.find(qn(tag)) if properties is not None else None
    return "" if found is None else str(found.get(qn("w:val"), ""))

"""The text of a Word file is walked through once, from top to bottom, for what stands between it and a reader."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element, iterparse

from bouwstenen_app.export.checks_look import Header, Looks, colour_of_run, q, value
from bouwstenen_app.export.findings import ERROR, WARNING
from bouwstenen_app.export.word_colours import READABLE, contrast

LONGEST_DESCRIPTION: Final = 400
"""Characters of an alternative text; a screen reader reads it in one go."""
_SHOWN = 60
_BARE_LINK = re.compile(r"(https?://|www\.)\S+")
_EMPTY_WORDS = frozenset(
    {"hier", "klik hier", "lees meer", "lees verder", "link", "deze link", "meer", "meer info"}
)
"""Links that say nothing when they are read without the sentence around them."""
_TYPED_BULLET = re.compile(r"[-–•*]\s")
_FIELD = re.compile(r"\{\{[^{}]{1,40}\}\}")
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_MERGED = ("gridSpan", "vMerge", "hMerge")
_CHANGES = frozenset(map(q, ("ins", "del", "moveFrom", "moveTo")))
_FRONT = "vóór de eerste kop"

Found = tuple[str, str, str]
"""How bad, what, and where."""


class Text:
    """Walks through the text once and forgets what it has seen."""

    def __init__(self, looks: Looks) -> None:
        self.styles: set[str] = set()
        """The styles that are used."""
        self._looks = looks
        self._level = 0
        self._titles = 0
        self._caption = ""
        self._heading = ""
        self._empty = 0

    def findings(self, body: bytes, title: str) -> Iterator[Found | int]:
        """Yield what is wrong with headings, tables, pictures, links and colours; numbers say how far it is.

        ``title`` is that of the properties, to find one that does not have the style of a title.
        """
        source = BytesIO(body)
        depth = 0
        said = False
        for event, element in iterparse(source, events=("start", "end")):
            depth += 1 if event == "start" else -1
            if event == "end" and depth == 2:
                said = said or (not self._level and bool(title) and title[:_SHOWN] in _text(element))
                yield from self._block(element)
                yield source.tell()
                element.clear()
        if self._titles == 0 and said:
            yield WARNING, "De titel staat er wel, maar niet in de stijl Titel.", _FRONT
        elif self._titles != 1:
            yield ERROR, f"Het document heeft {self._titles} regels in de stijl Titel in plaats van één.", ""

    @property
    def _place(self) -> str:
        return self._heading or _FRONT

    def _block(self, element: Element) -> Iterator[Found]:
        if element.tag == q("sdt"):
            for content in element.findall(q("sdtContent")):
                for inner in content:
                    yield from self._block(inner)
        elif element.tag == q("tbl"):
            self._empty = 0
            yield from self._table(element)
            self._caption = ""
        elif element.tag == q("p"):
            yield from self._paragraph(element)
            if next(element.iter(q("txbxContent")), None) is not None:
                yield from self._inside(element)
        if element.tag in (q("p"), q("tbl")):
            yield from self._pictures(element)
            yield from self._links(element)
            yield from self._left_over(element)

    def _paragraph(self, paragraph: Element) -> Iterator[Found]:
        style = value(paragraph, "pPr/pStyle")
        text = _text(paragraph)
        level = self._looks.heading_level(style)
        name = self._looks.name(style)
        self.styles.add(style)
        self._titles += self._looks.is_title(style)
        self._caption = text if self._looks.is_caption(style) else ""
        if level:
            yield from self._heading_found(level, text)
        elif not text.strip() and not _holds(paragraph) and not self._takes_no_room(paragraph, style):
            self._empty += 1
            if self._empty == 1:
                yield WARNING, "Er staat een lege alinea. Geef de stijl ruimte erboven of eronder.", self._place
            return
        self._empty = 0
        if level == 0 and _TYPED_BULLET.match(text) and not self._looks.is_list(paragraph, style):
            yield WARNING, f"Een opsomming is met de hand getypt: “{text[:_SHOWN]}”.", self._place
        if text.strip() and name != "title":
            yield from self._readable(paragraph, style, text)

    def _readable(self, paragraph: Element, style: str, text: str) -> Iterator[Found]:
        fill = value(paragraph, "pPr/shd", "fill") or self._looks.fill(style)
        own = {colour for run in paragraph.iter(q("r")) if (colour := colour_of_run(run))}
        if any(contrast(colour, fill) < self._looks.least_contrast(style) for colour in own or ()):
            yield ERROR, f"Letters hebben te weinig contrast: “{text[:_SHOWN]}”.", self._place

    def _heading_found(self, level: int, text: str) -> Iterator[Found]:
        if not text.strip():
            yield ERROR, "Er is een lege kop.", self._place
        self._heading = text or self._heading
        if level > self._level + 1:
            yield ERROR, f"Een kop slaat een niveau over (van {self._level} naar {level}).", text
        self._level = level

    def _table(self, table: Element) -> Iterator[Found]:
        rows = table.findall(q("tr"))
        headed = bool(rows) and rows[0].find(f"{q('trPr')}/{q('tblHeader')}") is not None
        layout = value(table, "tblPr/tblLook", "firstRow") == "0" or (self._level == 0 and not headed)
        place = self._caption or self._place
        if sum(1 for _ in table.iter(q("tbl"))) > 1:
            yield ERROR, "In een tabel staat een tabel.", place
        if layout and headed:
            yield ERROR, "Een opmaaktabel heeft een koprij.", place
        if layout:
            yield from self._inside(table)
        else:
            yield from self._data_table(table, place, headed=headed)
        yield from self._contrast(table, place, Header() if layout else self._header_of(table))

    def _header_of(self, table: Element) -> Header:
        return self._looks.header_of(value(table, "tblPr/tblStyle"))

    def _inside(self, element: Element) -> Iterator[Found]:
        """Yield what is wrong with the headings in a layout table or in text boxes; a title there is a title."""
        said = set()
        for paragraph in element.iter(q("p")):
            style = value(paragraph, "pPr/pStyle")
            if paragraph is not element and self._looks.is_title(style):
                said.add(_text(paragraph))
            if paragraph is not element and (level := self._looks.heading_level(style)):
                self.styles.add(style)
                yield from self._heading_found(level, _text(paragraph))
        self._titles += len(said)

    def _data_table(self, table: Element, place: str, *, headed: bool) -> Iterator[Found]:
        if not self._caption:
            yield ERROR, "Een tabel heeft geen bijschrift erboven.", place
        if not headed:
            yield ERROR, "Een tabel heeft geen koprij.", place
        if any(next(table.iter(q(name)), None) is not None for name in _MERGED):
            yield ERROR, "Een tabel heeft samengevoegde cellen.", place
        if not value(table, "tblPr/tblCaption") and not value(table, "tblPr/tblDescription"):
            yield WARNING, "Een tabel heeft geen alternatieve tekst.", place
        if any(not _text(cell).strip() for cell in table.iter(q("tc"))):
            yield ERROR, "Een tabel heeft een lege cel.", place

    def _contrast(self, table: Element, place: str, header: Header) -> Iterator[Found]:
        for number, row in enumerate(table.findall(q("tr"))):
            for cell in row.findall(q("tc")):
                fill = self._looks.shown(value(cell, "tcPr/shd", "fill")) or (header.fill if number == 0 else "")
                if any(
                    contrast(colour, fill or "FFFFFF") < READABLE
                    for colour in self._colours(cell, number, header.colour)
                ):
                    yield ERROR, "Een cel heeft te weinig contrast.", f"{place}: {_text(cell)[:_SHOWN]}"

    def _colours(self, cell: Element, row: int, header: str) -> set[str]:
        """Return the colours of the text in a cell."""
        if row == 0 and header:
            return {header}
        return {
            colour_of_run(run) or self._looks.colour_of(run) or self._looks.colour(value(paragraph, "pPr/pStyle"))
            for paragraph in cell.iter(q("p"))
            for run in paragraph.iter(q("r"))
        }

    def _pictures(self, element: Element) -> Iterator[Found]:
        pictures = list(element.iter(f"{_WP}docPr"))
        boxes = _text_boxes(element) if pictures else ()
        for picture in pictures:
            described = picture.get("descr", "").strip()
            decorative = any(mark.get("val") == "1" for mark in picture.iter(_DECORATIVE))
            if not described and not decorative and picture not in boxes:
                yield ERROR, "Een figuur heeft geen alternatieve tekst.", picture.get("name", "") or self._place
            if len(described) > LONGEST_DESCRIPTION:
                yield WARNING, f"Een alternatieve tekst is langer dan {LONGEST_DESCRIPTION} tekens.", self._place
        if next(element.iter(f"{_WP}anchor"), None) is not None:
            yield WARNING, "Een figuur zweeft boven de tekst; zet hem in de regel.", self._place
        for shape in element.iter(f"{_VML}shape"):
            if next(shape.iter(f"{_VML}imagedata"), None) is not None and not shape.get("alt", "").strip():
                yield ERROR, "Een figuur heeft geen alternatieve tekst.", self._place

    def _links(self, element: Element) -> Iterator[Found]:
        for link in element.iter(q("hyperlink")):
            text = _text(link).strip()
            if not text or _BARE_LINK.fullmatch(text) or text.lower() in _EMPTY_WORDS:
                yield ERROR, f"Een link zegt niet waarheen hij gaat: “{text[:_SHOWN]}”.", self._place

    def _left_over(self, element: Element) -> Iterator[Found]:
        """Yield what was to be gone before the document was handed in."""
        if "{{" in (text := _text(element)):
            for name in _FIELD.findall(text):
                yield WARNING, f"Er staat nog een invulveld dat niet is gevuld: {name}.", self._place
        if any(child.tag in _CHANGES for child in element.iter()):
            yield WARNING, "Er staan nog wijzigingen in die niet zijn aanvaard of verworpen.", self._place

    def _takes_no_room(self, paragraph: Element, style: str) -> bool:
        """Return whether a line is one point high: Word wants one around a table that fills its pages."""
        spacing = [value(paragraph, "pPr/spacing", name) for name in ("lineRule", "line")]
        return spacing == ["exact", "20"] or self._looks.takes_no_room(style)


def _text_boxes(element: Element) -> tuple[Element, ...]:
    """Return what describes the text boxes in an element: they have their text."""
    return tuple(
        described
        for drawing in element.iter(q("drawing"))
        if next(drawing.iter(q("txbxContent")), None) is not None
        for described in drawing.iter(f"{_WP}docPr")
    )


def _text(element: Element) -> str:
    return "".join(piece.text or "" for piece in element.iter(q("t")))


def _holds(paragraph: Element) -> bool:
    """Return whether a paragraph without text holds a picture, ends a page, or ends a section."""
    return any(next(paragraph.iter(q(name)), None) is not None for name in ("drawing", "pict", "sectPr", "br"))

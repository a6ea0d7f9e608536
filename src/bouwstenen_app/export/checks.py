"""Our own check of a Word report: can everyone read it, and does it tell nothing about its makers (R-13, R-23)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring, iterparse

from bouwstenen_app.export.checks_look import Looks, colour_of_run, q, value
from bouwstenen_app.export.word_colours import READABLE, contrast
from bouwstenen_app.export.word_file import read_package, reading

ERROR = "fout"
WARNING = "waarschuwing"
_BODY = "word/document.xml"
_TRACES = ("python-docx", "Microsoft Macintosh Word")
_LINK_SHOWN = 60
_BARE_LINK = re.compile(r"(https?://|www\.)\S+")
_TYPED_BULLET = re.compile(r"[-•*]\s")
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend: how bad it is (``ERROR`` or ``WARNING``), what it is in Dutch, and where."""

    kind: str
    message: str
    place: str = ""


def findings(path: Path) -> tuple[Finding, ...]:
    """Return what stands between a Word file and every reader; Problem when it cannot be read."""
    members = read_package(path)
    with reading(path):
        looks = Looks(members)
        return (*_about_file(members, looks), *_Text(looks).findings(members[_BODY]))


def _about_file(members: dict[str, bytes], looks: Looks) -> Iterator[Finding]:
    core = fromstring(members.get("docProps/core.xml", b"<none/>"))
    said = {element.tag.rpartition("}")[2]: (element.text or "").strip() for element in core}
    if not said.get("title"):
        yield Finding(ERROR, "Het document heeft geen titel in zijn eigenschappen.")
    if not said.get("language") or not looks.language:
        yield Finding(ERROR, "Het document zegt niet in welke taal het is.")
    if said.get("lastModifiedBy") or said.get("description"):
        yield Finding(ERROR, "De eigenschappen noemen wie het document bewaarde, of een opmerking.")
    if any(trace in said.values() for trace in _TRACES):
        yield Finding(ERROR, "De eigenschappen noemen het programma in plaats van de opsteller.")
    yield from _traces(members)
    settings = members.get("word/settings.xml", b"")
    if b"<w:updateFields" in settings or b'w:dirty="' in members[_BODY]:
        yield Finding(ERROR, "Word zal vragen of velden moeten worden bijgewerkt.")
    for name, size in looks.small_styles():
        yield Finding(WARNING, f"De stijl {name} is kleiner dan 11 punten ({size:g}).")


def _traces(members: dict[str, bytes]) -> Iterator[Finding]:
    for name in members:
        if "thumbnail" in name or name in ("docProps/custom.xml", "word/comments.xml", "word/vbaProject.bin"):
            yield Finding(
                ERROR, "Het document bevat een voorbeeldplaatje, opmerking, macro of eigen eigenschap.", name
            )
    app = members.get("docProps/app.xml", b"")
    if any(f"<{name}>".encode() in app for name in ("Company", "Manager", "Template")):
        yield Finding(
            ERROR, "De eigenschappen noemen een organisatie, leidinggevende of sjabloon.", "docProps/app.xml"
        )
    if b"<w:rsid" in members.get("word/settings.xml", b""):
        yield Finding(ERROR, "Het document bevat nummers van bewerkingen (rsid).", "word/settings.xml")


class _Text:
    """Walks through the text once, from top to bottom, and forgets what it has seen."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._level = 0
        self._titles = 0
        self._caption = ""
        self._heading = ""

    def findings(self, body: bytes) -> Iterator[Finding]:
        """Yield what is wrong with headings, tables, pictures, links and colours."""
        depth = 0
        for event, element in iterparse(BytesIO(body), events=("start", "end")):
            depth += 1 if event == "start" else -1
            if event == "end" and depth == 2:
                yield from self._block(element)
                element.clear()
        if self._titles != 1:
            yield Finding(ERROR, f"Het document heeft {self._titles} regels in de stijl Titel in plaats van één.")

    def _block(self, element: Element) -> Iterator[Finding]:
        if element.tag == q("tbl"):
            layout = value(element, "tblPr/tblLook", "firstRow") == "0"
            yield from self._layout(element) if layout else self._table(element)
            self._caption = ""
        elif element.tag == q("p"):
            yield from self._paragraph(element)
        elif element.tag == q("sdt"):
            for paragraph in element.iter(q("p")):
                yield from self._paragraph(paragraph)
        if element.tag in (q("p"), q("tbl")):
            yield from self._pictures(element)
            yield from self._links(element)

    def _paragraph(self, paragraph: Element) -> Iterator[Finding]:
        style = value(paragraph, "pPr/pStyle")
        text = _text(paragraph)
        level = self._looks.heading_level(style)
        name = self._looks.name(style)
        self._titles += name == "title"
        self._caption = text if name == "caption" else ""
        if level:
            yield from self._heading_found(level, text)
        elif not text.strip() and not _holds(paragraph) and not _takes_no_room(paragraph):
            yield Finding(WARNING, "Er staat een lege alinea.", self._heading)
        if level == 0 and _TYPED_BULLET.match(text) and not self._looks.is_list(paragraph, style):
            yield Finding(WARNING, f"Een opsomming is met de hand getypt: “{text[:_LINK_SHOWN]}”.", self._heading)

    def _heading_found(self, level: int, text: str) -> Iterator[Finding]:
        self._heading = text
        if not text.strip():
            yield Finding(ERROR, "Er is een lege kop.")
        if level > self._level + 1:
            yield Finding(ERROR, f"Een kop slaat een niveau over (van {self._level} naar {level}).", text)
        self._level = level

    def _table(self, table: Element) -> Iterator[Finding]:
        place = self._caption or self._heading
        rows = table.findall(q("tr"))
        if not self._caption:
            yield Finding(ERROR, "Een tabel heeft geen bijschrift erboven.", place)
        if not rows or rows[0].find(f"{q('trPr')}/{q('tblHeader')}") is None:
            yield Finding(ERROR, "Een tabel heeft geen koprij.", place)
        if any(next(table.iter(q(name)), None) is not None for name in ("gridSpan", "vMerge", "hMerge")):
            yield Finding(ERROR, "Een tabel heeft samengevoegde cellen.", place)
        if sum(1 for _ in table.iter(q("tbl"))) > 1:
            yield Finding(ERROR, "In een tabel staat een tabel.", place)
        for cell in table.iter(q("tc")):
            if not _text(cell).strip():
                yield Finding(ERROR, "Een tabel heeft een lege cel.", place)
        yield from self._contrast(table, place)

    def _layout(self, table: Element) -> Iterator[Finding]:
        """Yield what is wrong with a table that only puts things in their place, such as a sheet of cards."""
        if sum(1 for _ in table.iter(q("tbl"))) > 1:
            yield Finding(ERROR, "In een tabel staat een tabel.", self._heading)
        if next(table.iter(q("tblHeader")), None) is not None:
            yield Finding(ERROR, "Een opmaaktabel heeft een koprij.", self._heading)
        yield from self._contrast(table, self._heading)

    def _contrast(self, table: Element, place: str) -> Iterator[Finding]:
        header = self._looks.header_of(value(table, "tblPr/tblStyle"))
        for number, row in enumerate(table.findall(q("tr"))):
            for cell in row.findall(q("tc")):
                fill = value(cell, "tcPr/shd", "fill") or (header.fill if number == 0 else "")
                colours = {
                    colour_of_run(run) or self._looks.colour(value(paragraph, "pPr/pStyle"))
                    for paragraph in cell.iter(q("p"))
                    for run in paragraph.iter(q("r"))
                }
                if number == 0 and header.colour:
                    colours = {header.colour}
                if any(contrast(colour, fill or "FFFFFF") < READABLE for colour in colours):
                    yield Finding(
                        ERROR, "Een cel heeft te weinig contrast.", f"{place}: {_text(cell)[:_LINK_SHOWN]}"
                    )

    def _pictures(self, element: Element) -> Iterator[Finding]:
        for picture in element.iter(f"{_WP}docPr"):
            if not picture.get("descr", "").strip():
                yield Finding(ERROR, "Een figuur heeft geen alternatieve tekst.", picture.get("name", ""))
        if next(element.iter(f"{_WP}anchor"), None) is not None:
            yield Finding(WARNING, "Een figuur zweeft boven de tekst; zet hem in de regel.", self._heading)

    def _links(self, element: Element) -> Iterator[Finding]:
        for link in element.iter(q("hyperlink")):
            text = _text(link)
            if not text.strip() or _BARE_LINK.fullmatch(text.strip()):
                yield Finding(
                    ERROR, f"Een link zegt niet waarheen hij gaat: “{text[:_LINK_SHOWN]}”.", self._heading
                )


def _text(element: Element) -> str:
    return "".join(piece.text or "" for piece in element.iter(q("t")))


def _holds(paragraph: Element) -> bool:
    """Return whether a paragraph without text holds a picture, or ends a section."""
    return any(next(paragraph.iter(q(name)), None) is not None for name in ("drawing", "pict", "sectPr"))


def _takes_no_room(paragraph: Element) -> bool:
    """Return whether a line is one point high: Word wants one around a table that fills its pages."""
    spacing = [value(paragraph, "pPr/spacing", name) for name in ("lineRule", "line", "before", "after")]
    return spacing == ["exact", "20", "0", "0"]

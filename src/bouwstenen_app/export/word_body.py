"""The text of the report as WordprocessingML: prepared pieces, with each text escaped once and put in between."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from bouwstenen_app.domain.report import (
    Card,
    Figure,
    Item,
    Listing,
    Paragraph,
    Report,
    Run,
    Section,
    Table,
    TitlePage,
)
from bouwstenen_app.export.word_contents import Heading, Plan, card_level, contents_xml, field_xml
from bouwstenen_app.export.word_pages import TWIPS, Pages
from bouwstenen_app.export.word_space import chart_height
from bouwstenen_app.export.word_styles import Look
from bouwstenen_app.export.word_tables import table_xml
from bouwstenen_app.export.word_text import attribute, bookmark, escape, lines

ROLES = {
    "body": "Body Text",
    "lead": "Inleiding",
    "quote": "Quote",
    "summary": "Samengevat",
    "interpretation": "Duiding",
    "provenance": "Herkomst",
    "note": "Opmerking",
    "label": "Tussenkop",
}
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_OPENING = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" xmlns:c="{_DRAWING}/chart"><w:body>'
)
_CLOSING = "</w:body></w:document>"
_UNNUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
_TEXT = '<w:t xml:space="preserve">'
_BULLET = re.compile(r"[-–•*·]\s+")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+")
_EMU = 12700
"""English metric units in a point."""
_AFTER_TABLE = '<w:spacing w:before="200"/>'


class Body:
    """Writes the text of one report, piece by piece; afterwards ``started`` holds its numbered lists."""

    def __init__(self, look: Look, plan: Plan, pages: Pages, charts: Mapping[int, str]) -> None:
        self.started: list[int] = []
        self._look = look
        self._plan = plan
        self._pages = pages
        self._charts = charts
        self._ids = look.ids
        self._roles = {role: look.ids[name] for role, name in ROLES.items()}
        self._marks = 0
        self._tables = 0
        self._figures = 0
        self._first_section = True

    def pieces(self, report: Report) -> Iterator[str]:
        """Yield the whole document; one piece for each card, paragraph, list or figure, some for a table."""
        yield _OPENING
        yield self._cover(report.cover)
        yield contents_xml(self._plan, self._look, self._pages.size(landscape=False)[0])
        held = ""
        turned = False
        for section, heading in zip(report.sections, self._plan.headings, strict=True):
            if heading.landscape != turned:
                held = self._with_break(held, landscape=turned)
                turned = heading.landscape
            for piece in self._section(section, heading):
                yield held
                held = piece
        yield held
        yield self._section_properties(landscape=turned)
        yield _CLOSING

    def _section_properties(self, *, landscape: bool) -> str:
        first, self._first_section = self._first_section, False
        return self._pages.xml(landscape=landscape, first=first)

    def _with_break(self, piece: str, *, landscape: bool) -> str:
        """Return the last piece before another way up, ending its pages there."""
        properties = self._section_properties(landscape=landscape)
        start = piece.rfind("<w:p>")
        if piece.endswith("</w:p>") and start >= 0:
            end = piece.find("</w:pPr>", start)
            return f"{piece[:end]}{properties}{piece[end:]}"
        return f'{piece}<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/>{properties}</w:pPr></w:p>'

    def _cover(self, cover: TitlePage) -> str:
        ids = self._ids
        facts = (
            ("Status", cover.status),
            ("Datum", cover.date),
            ("Opgesteld door", cover.author),
            ("Verspreiding", cover.circulation),
        )
        return "".join(
            (
                f'<w:p><w:pPr><w:pStyle w:val="{ids["Title"]}"/></w:pPr>{_run(cover.title)}</w:p>',
                *(_paragraph(ids["Subtitle"], _run(line)) for line in _said(cover.subtitle)),
                *(
                    _paragraph(ids["Titelgegevens"], f"{_run(f'{label}: ', self._styled('Strong'))}{_run(text)}")
                    for label, text in facts
                    if text.strip()
                ),
                *(_paragraph(ids["Melding"], _run(line)) for line in _said(cover.notice)),
            )
        )

    def _section(self, section: Section, heading: Heading) -> Iterator[str]:
        yield self._heading(section, heading)
        after_table = False
        for item in section.items:
            yield from self._item(item, heading, after_table=after_table)
            after_table = isinstance(item, Table)

    def _heading(self, section: Section, heading: Heading) -> str:
        page = "<w:pageBreakBefore/>" if heading.new_page else ""
        number = "" if section.numbered else _UNNUMBERED
        names = [heading.bookmark, *([bookmark(section.anchor)] if section.anchor else [])]
        inner = self._marked(names, _run(section.title))
        return _paragraph(self._ids[f"heading {heading.level}"], inner, page + number)

    def _item(self, item: Item, heading: Heading, *, after_table: bool) -> Iterable[str]:
        width = self._pages.size(landscape=heading.landscape)[0]
        space = _AFTER_TABLE if after_table else ""
        match item:
            case Card():
                return (self._card(item, card_level(heading.level)),)
            case Paragraph():
                return (self._paragraph(item, space),)
            case Listing():
                return (self._listing(item, space),)
            case Table():
                return self._table(item, width)
            case Figure():
                return (self._figure(item, width),)

    def _card(self, card: Card, level: int) -> str:
        ids = self._ids
        number = f"{_run(f'{card.spoken_id} ', self._styled('Bouwsteennummer'))}" if card.spoken_id else ""
        title = number + _run(card.title)
        pieces = [
            _paragraph(
                ids[f"heading {level}"],
                self._marked([bookmark(card.anchor)], title) if card.anchor else title,
                _UNNUMBERED,
            )
        ]
        for label, text in card.parts:
            pieces.append(self._part(label, text))
        if card.tags:
            pieces.append(_paragraph(ids["Trefwoorden"], _run(card.tags)))
        if card.provenance:
            pieces.append(_paragraph(ids["Herkomst"], _run(card.provenance)))
        return "".join(pieces)

    def _part(self, label: str, text: str) -> str:
        """Return one part of a card, its label in the first line; lines that begin with a dash become a list."""
        before = ""
        if label:
            stop = " " if label[-1] in ".:?!" else ". "
            before = f"{self._styled_run(label + stop)}"
        said = lines(text)
        body = self._ids["Body Text"]
        if len(said) == 1:
            return f'<w:p><w:pPr><w:pStyle w:val="{body}"/></w:pPr>{before}<w:r>{_TEXT}{said[0]}</w:t></w:r></w:p>'
        return self._many(said, before, body)

    def _many(self, said: list[str], before: str, body: str) -> str:
        pieces = []
        for kind, group in groupby(said, key=_kind):
            texts = list(group)
            if kind and before:
                pieces.append(_paragraph(body, before, "<w:keepNext/>"))
                before = ""
            if kind == "bullet":
                pieces += [
                    _paragraph(self._ids["List Bullet"], _raw(_BULLET.sub("", text, count=1))) for text in texts
                ]
            elif kind == "number" and len(texts) > 1 and texts[0].startswith("1"):
                start = self._new_list()
                pieces += [
                    _paragraph(self._ids["List Number"], _raw(_NUMBER.sub("", text, count=1)), start)
                    for text in texts
                ]
            else:
                pieces.append(_paragraph(body, before + _raw(texts[0])))
                pieces += [_paragraph(body, _raw(text)) for text in texts[1:]]
                before = ""
        return "".join(pieces)

    def _paragraph(self, paragraph: Paragraph, space: str) -> str:
        keep = "<w:keepNext/>" if paragraph.keep_with_next else ""
        inner = self._runs(paragraph.runs)
        if paragraph.anchor:
            inner = self._marked([bookmark(paragraph.anchor)], inner)
        return _paragraph(self._roles.get(paragraph.role, self._roles["body"]), inner, keep + space)

    def _listing(self, listing: Listing, space: str) -> str:
        style = self._ids["List Number" if listing.numbered else "List Bullet"]
        start = self._new_list() if listing.numbered else ""
        return "".join(
            _paragraph(style, self._runs(runs), start + (space if first else ""))
            for first, runs in zip((True, *(False,) * len(listing.items)), listing.items, strict=False)
        )

    def _new_list(self) -> str:
        number = self._look.first_number + len(self.started)
        self.started.append(number)
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'

    def _table(self, table: Table, width: int) -> Iterator[str]:
        self._tables += 1
        yield self._caption("Tabel", self._tables, table.caption, "<w:keepNext/>")
        yield "".join(table_xml(table, self._look, width, self._plan.anchors))

    def _figure(self, figure: Figure, width: int) -> str:
        self._figures += 1
        number = self._figures
        across, down = width * _EMU // TWIPS, round(chart_height(figure) * _EMU)
        drawing = (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{across}" cy="{down}"/>'
            f'<wp:docPr id="{number}" name="Figuur {number}" descr="{attribute(figure.description or figure.caption)}"/>'
            f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_DRAWING}/chart">'
            f'<c:chart r:id="{self._charts[number]}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        )
        caption = self._caption("Figuur", number, figure.caption, '<w:spacing w:before="80" w:after="240"/>')
        return _paragraph(self._ids["Figuur"], drawing) + caption

    def _caption(self, kind: str, number: int, text: str, properties: str) -> str:
        counter = field_xml(f"SEQ {kind} \\* ARABIC", str(number))
        return _paragraph(self._ids["caption"], f"{_run(f'{kind} ')}{counter}{_run(f'. {text}')}", properties)

    def _runs(self, runs: Sequence[Run]) -> str:
        return "".join(map(self._one_run, runs))

    def _one_run(self, run: Run) -> str:
        linked = run.link in self._plan.anchors if run.link else False
        properties = self._properties(run, linked=linked)
        if linked:
            return f'<w:hyperlink w:anchor="{bookmark(run.link)}" w:history="1">{_run(run.text, properties)}</w:hyperlink>'
        return _run(run.text, properties)

    def _properties(self, run: Run, *, linked: bool) -> str:
        style = f'<w:rStyle w:val="{self._ids["Hyperlink"]}"/>' if linked else ""
        inner = style + ("<w:b/><w:bCs/>" if run.bold else "") + ("<w:i/><w:iCs/>" if run.italic else "")
        return f"<w:rPr>{inner}</w:rPr>" if inner else ""

    def _styled(self, name: str) -> str:
        return f'<w:rPr><w:rStyle w:val="{self._ids[name]}"/></w:rPr>'

    def _styled_run(self, label: str) -> str:
        return _run(label, self._styled("Deel van bouwsteen"))

    def _marked(self, names: Sequence[str], inner: str) -> str:
        """Return ``inner`` between bookmarks."""
        before = after = ""
        for name in names:
            self._marks += 1
            before += f'<w:bookmarkStart w:id="{self._marks}" w:name="{name}"/>'
            after += f'<w:bookmarkEnd w:id="{self._marks}"/>'
        return before + inner + after


def new_lists(kind: int, numbers: Sequence[int]) -> str:
    """Return the numberings of lists that each begin at 1, in the abstract numbering ``kind``."""
    return "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in numbers
    )


def _paragraph(style: str, inner: str, properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'


def _run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}{_TEXT}{escape(text)}</w:t></w:r>"


def _raw(escaped: str) -> str:
    return f"<w:r>{_TEXT}{escaped}</w:t></w:r>"


def _said(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _kind(line: str) -> str:
    if _BULLET.match(line):
        return "bullet"
    return "number" if _NUMBER.match(line) else ""

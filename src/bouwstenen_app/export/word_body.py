"""The text of the report as WordprocessingML: prepared pieces, with each text escaped once and put in between."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import repeat, zip_longest

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
)
from bouwstenen_app.domain.spots import label_runs
from bouwstenen_app.export.word_anchors import NO_EDGES, Edges, Sources
from bouwstenen_app.export.word_beside import Beside
from bouwstenen_app.export.word_card_sheets import section_xml, sheets_xml
from bouwstenen_app.export.word_cards import Cards
from bouwstenen_app.export.word_chart import Drawn
from bouwstenen_app.export.word_contents import Heading, Plan, card_level, contents_xml
from bouwstenen_app.export.word_cover import cover_xml
from bouwstenen_app.export.word_figure import figure_size, figure_xml
from bouwstenen_app.export.word_frame import NO_FRAME, Frame
from bouwstenen_app.export.word_markup import (
    KEEP_WITH_NEXT,
    UNNUMBERED,
    Lists,
    Marks,
    field,
    paragraph,
    run,
    styled,
)
from bouwstenen_app.export.word_pages import Pages
from bouwstenen_app.export.word_roles import ROLES
from bouwstenen_app.export.word_styles import Look
from bouwstenen_app.export.word_tables import table_xml
from bouwstenen_app.export.word_text import bookmark

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_OPENING = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" xmlns:c="{_DRAWING}/chart"><w:body>'
)
_CLOSING = "</w:body></w:document>"
_WEIGHTS = {
    (False, False): "",
    (True, False): "Strong",
    (False, True): "Emphasis",
    (True, True): "Zwaar en nadruk",
}
"""The style of text that is bold, or italic."""
_NO_EDGES: Iterator[Edges] = repeat(NO_EDGES)


class Body:
    """Writes the text of one report, piece by piece; afterwards ``lists`` knows its numbered lists.

    ``card_pages`` are the references to the headers and footers of pages with cards, ``frame`` is what stays of the
    template around the text.
    """

    def __init__(
        self,
        report: Report,
        look: Look,
        plan: Plan,
        pages: Pages,
        charts: Mapping[int, Drawn],
        card_pages: str = "",
        frame: Frame = NO_FRAME,
    ) -> None:
        self.lists = Lists(look.first_number)
        self._report = report
        self._look = look
        self._plan = plan
        self._pages = pages
        self._charts = charts
        self._card_pages = card_pages
        self._frame = frame
        self._ids = look.ids
        self._roles = {role: look.ids[name] for role, name in ROLES.items()}
        self._marks = Marks()
        self._sources = Sources(self._marks, report)
        self._cards = Cards(look, self._marks, self.lists, self._sources)
        self._beside = Beside(self._cards, look)
        self._tables = 0
        self._figures = 0
        self._first_section = True

    def pieces(self) -> Iterator[str]:
        """Yield the whole document; one piece for each card, paragraph, list or figure, some for a table."""
        report = self._report
        yield _OPENING.replace("><w:body>", f"{self._frame.namespaces}><w:body>{self._frame.front}")
        yield self._cover()
        yield contents_xml(self._plan, self._look)
        held = ""
        turned = False
        for section, heading in zip(report.sections, self._plan.headings, strict=True):
            if heading.landscape != turned:
                held = self._with_break(held, landscape=turned)
                turned = heading.landscape
            for piece in self._section(section, heading):
                yield held
                held = piece
        if turned and self._frame.back:
            held, turned = self._with_break(held, landscape=True), False
        held += f"{self._sources.end()}{self._frame.back}" if self._frame.back else ""
        if not report.cards:
            yield held + (self._frame.last or self._section_properties(landscape=turned))
        else:
            yield self._with_break(held, landscape=turned, apart=bool(self._frame.back))
            yield from sheets_xml(report.cards, self._look, report.cover.title)
            yield section_xml(self._card_pages)
        yield _CLOSING

    def _section_properties(self, *, landscape: bool) -> str:
        first, self._first_section = self._first_section, False
        title = self._pages.title or not self._frame.front
        return self._pages.xml(landscape=landscape, first=first, title=title)

    def _cover(self) -> str:
        """Return the title page, unless that of the template says the title."""
        frame, report = self._frame, self._report
        if frame.titled:
            return "".join(self._sources.edition)
        return cover_xml(report.cover, self._look, self._sources, compact=report.compact, new_page=frame.new_page)

    def _with_break(self, piece: str, *, landscape: bool, apart: bool = False) -> str:
        """Return the last piece before another way up, ending its pages there: ``apart``, in a line of its own."""
        properties = self._section_properties(landscape=landscape)
        start = piece.rfind("<w:p>")
        if piece.endswith("</w:p>") and start >= 0 and not apart:
            end = piece.find("</w:pPr>", start)
            return f"{piece[:end]}{properties}{piece[end:]}"
        return piece + paragraph(self._ids["Geen ruimte"], "", properties)

    def _section(self, section: Section, heading: Heading) -> Iterator[str]:
        yield self._heading(section, heading)
        edges = self._sources.items(section)
        after_table = False
        inside = False
        for place, (item, following) in enumerate(zip_longest(section.items, section.items[1:])):
            if isinstance(item, Paragraph) and isinstance(following, Table | Figure):
                item = replace(item, keep_with_next=True)
            if isinstance(item, Card) and item.beside:
                width = self._pages.size(landscape=heading.landscape)[0]
                first, inside = not inside, isinstance(following, Card) and bool(following.beside)
                yield self._beside.row(item, card_level(heading.level), width, first=first, last=not inside)
                continue
            yield from self._item(item, heading, edges.get(place, _NO_EDGES), after_table=after_table)
            after_table = isinstance(item, Table)

    def _heading(self, section: Section, heading: Heading) -> str:
        page = "<w:pageBreakBefore/>" if heading.new_page else ""
        number = "" if section.numbered else UNNUMBERED
        names = [heading.bookmark, *([bookmark(section.anchor)] if section.anchor else [])]
        inner = self._marks.around(names, run(section.title).join(self._sources.heading(section)))
        return paragraph(self._ids[f"heading {heading.level}"], inner, page + number)

    def _item(self, item: Item, heading: Heading, edges: Iterator[Edges], *, after_table: bool) -> Iterable[str]:
        width = self._pages.size(landscape=heading.landscape)[0]
        match item:
            case Card():
                return (self._cards.xml(item, card_level(heading.level)),)
            case Paragraph():
                return (self._paragraph(item, edges, after_table=after_table),)
            case Listing():
                return (self._listing(item, edges),)
            case Table():
                return self._table(item, width, edges)
            case Figure():
                return (self._figure(item, landscape=heading.landscape),)

    def _paragraph(self, item: Paragraph, edges: Iterator[Edges], *, after_table: bool) -> str:
        keep = KEEP_WITH_NEXT if item.keep_with_next else ""
        style = self._roles.get(item.role, self._roles["body"])
        if after_table and style == self._roles["body"]:
            style = self._ids["Tekst na tabel"]
        label = label_runs(item)
        said = self._runs(item.runs[:label]) + self._runs(item.runs[label:]).join(next(edges))
        inner = self._marks.around([bookmark(item.anchor)] if item.anchor else [], said)
        return paragraph(style, inner, keep)

    def _listing(self, listing: Listing, edges: Iterator[Edges]) -> str:
        style = self._ids["List Number" if listing.numbered else "List Bullet"]
        start = self.lists.start() if listing.numbered else ""
        return "".join(paragraph(style, self._runs(runs).join(next(edges)), start) for runs in listing.items)

    def _table(self, table: Table, width: int, edges: Iterator[Edges]) -> Iterator[str]:
        self._tables += 1
        yield self._caption("Tabel", self._tables, table.caption, KEEP_WITH_NEXT, next(edges))
        yield "".join(table_xml(table, self._look, width, self._plan.anchors))

    def _figure(self, figure: Figure, *, landscape: bool) -> str:
        self._figures += 1
        number = self._figures
        size = figure_size(figure, self._pages, landscape=landscape)
        caption = self._caption("Figuur", number, figure.caption, "")
        return paragraph(self._ids["Figuur"], figure_xml(figure, number, self._charts[number], size)) + caption

    def _caption(self, kind: str, number: int, text: str, properties: str, edges: Edges = NO_EDGES) -> str:
        counted = run(f"{kind} ") + field(f"SEQ {kind} \\* ARABIC", str(number)) + run(". ")
        return paragraph(self._ids["caption"], counted + run(text).join(edges), properties)

    def _runs(self, runs: Sequence[Run]) -> str:
        return "".join(map(self._one_run, runs))

    def _one_run(self, piece: Run) -> str:
        linked = bool(piece.link) and piece.link in self._plan.anchors
        weight = _WEIGHTS[piece.bold, piece.italic]
        style = "Hyperlink" if linked else weight
        said = run(piece.text, styled(self._ids[style]) if style else "")
        if linked:
            return f'<w:hyperlink w:anchor="{bookmark(piece.link)}" w:history="1">{said}</w:hyperlink>'
        return said

"""The package around the text: python-docx makes everything that exists once, from the template."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from bouwstenen_app.domain.report import Figure, Report
from bouwstenen_app.export.word_chart import XML, Drawn, add_chart
from bouwstenen_app.export.word_chart_paint import DEFAULT_FONT, Paint
from bouwstenen_app.export.word_cleaning import clean as clean_element
from bouwstenen_app.export.word_cleaning import used
from bouwstenen_app.export.word_contents import Plan
from bouwstenen_app.export.word_fields import LONGEST_TITLE, fill, values
from bouwstenen_app.export.word_figure import figure_size
from bouwstenen_app.export.word_file import reading
from bouwstenen_app.export.word_frame import Kept, kept_of, references
from bouwstenen_app.export.word_look import INK
from bouwstenen_app.export.word_numbering import W
from bouwstenen_app.export.word_pages import Pages, page_setup
from bouwstenen_app.export.word_settings import modernise, speak
from bouwstenen_app.export.word_styles import Look, look_of
from bouwstenen_app.export.word_template import open_template
from bouwstenen_app.export.word_text import escape, shortened

_KEPT = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.THEME,
}
_TELLTALES = {
    "rsids",
    "attachedTemplate",
    "linkStyles",
    "docVars",
    "mailMerge",
    "updateFields",
    "documentProtection",
    "writeProtection",
    "trackRevisions",
    "footnotePr",
    "endnotePr",
    "docId",
    "removePersonalInformation",
}
"""Settings that say who made a template and how, or that would question or hinder the reader."""
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject>'
    "<dc:creator>{author}</dc:creator><cp:keywords>{keywords}</cp:keywords>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified><dc:language>{language}</dc:language>'
    "</cp:coreProperties>"
)
_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Bouwstenen</Application></Properties>"
)
_FOOTER = (
    f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="{{style}}"/></w:pPr><w:r><w:t xml:space="preserve">Pagina '
    "</w:t></w:r>"
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> van '
    "</w:t></w:r>"
    '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>'
)
_BLANK = f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="{{style}}"/></w:pPr></w:p>'


@dataclass(frozen=True, slots=True)
class Shell:
    """A Word document without its text, with what must be known to write that text."""

    document: WordDocument
    look: Look
    pages: Pages
    kept: Kept
    """What stays of its text."""
    edges: tuple[Any, ...]
    """The parts with its headers and footers."""


def opened(template: Path, language: str) -> Shell:
    """Return an empty document in the look of a template; Problem if that cannot be used."""
    with reading(template):
        document = open_template(template)
        look = look_of(document)
        kept = kept_of(document)
        pages = replace(page_setup(kept.sections), letter=look.letter)
        _empty(document, {*pages.references, *references(kept)})
        edges = tuple(_edges(document))
        speak(document, language)
        modernise(document)
        if not any("footerReference" in reference for reference in pages.references.values()):
            pages = pages.with_reference("footer", _footer(document, look))
        return Shell(document, look, pages, kept, edges)


def charts(shell: Shell, report: Report, plan: Plan) -> dict[int, Drawn]:
    """Add the chart of every figure; return how the text refers to it, by the place of the figure in the report."""
    paint = Paint(shell.look.palette.accent, INK, shell.look.font or DEFAULT_FONT)
    found = (
        (item, heading.landscape)
        for section, heading in zip(report.sections, plan.headings, strict=True)
        for item in section.items
        if isinstance(item, Figure)
    )
    return {
        number: add_chart(shell.document, figure, number, paint, figure_size(figure, shell.pages, landscape=turned))
        for number, (figure, turned) in enumerate(found, 1)
    }


def blank_edges(shell: Shell) -> str:
    """Add a header and a footer that say nothing; return the references to them, for every kind of page."""
    part = shell.document.part
    made: dict[str, tuple[Any, str]] = {
        "header": part.add_header_part(),  # type: ignore[no-untyped-call]
        "footer": part.add_footer_part(),  # type: ignore[no-untyped-call]
    }
    for edge, _ in made.values():
        for child in list(edge.element):
            edge.element.remove(child)
        edge.element.append(parse_xml(_BLANK.format(style=shell.look.ids["Geen ruimte"])))
    return "".join(
        f'<w:{kind}Reference w:type="{page}" r:id="{rel_id}"/>'
        for kind, (_, rel_id) in made.items()
        for page in ("even", "default", "first")
    )


def members(shell: Shell, report: Report, now: datetime, pages: int) -> dict[str, bytes]:
    """Return every file of the package by name; ``pages`` is the number shown until Word counts for itself."""
    document = shell.document
    for edge in shell.edges:
        fill(edge.element, values(report), str(pages))
    _describe(document, report, now)
    target = BytesIO()
    document.save(target)
    with ZipFile(target) as package:
        return {name: package.read(name) for name in package.namelist()}


def _empty(document: WordDocument, needed: Collection[str]) -> None:
    """Leave nothing of the template but its look and what is ``needed``: no other text, no traces of its maker."""
    body = document.element.body
    for child in list(body):
        body.remove(child)
    part = document.part
    for rel_id, rel in list(part.rels.items()):
        if rel.reltype not in _KEPT and rel_id not in needed:
            del part.rels[rel_id]
    package = part.package
    for rel_id, rel in list(package.rels.items()):
        if rel.reltype != RELATIONSHIP_TYPE.OFFICE_DOCUMENT:
            del package.rels[rel_id]
    settings = document.settings.element
    for element in list(settings):
        if str(element.tag).rpartition("}")[2] in _TELLTALES:
            settings.remove(element)
    part._settings_part.rels.clear()


def _footer(document: WordDocument, look: Look) -> str:
    """Add a footer with page numbers and return its relationship id."""
    made: tuple[Any, str] = document.part.add_footer_part()  # type: ignore[no-untyped-call]
    part, rel_id = made
    footer = part.element
    for child in list(footer):
        footer.remove(child)
    footer.append(parse_xml(_FOOTER.format(style=look.ids["footer"])))
    return rel_id


def _edges(document: WordDocument) -> Iterator[Any]:
    """Yield the parts with headers and footers, cleaned of what a reader should not get."""
    for rel in document.part.rels.values():
        if rel.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
            part = rel.target_part
            clean_element(part.element, part.rels)
            for rel_id in set(part.rels) - used([part.element]):
                del part.rels[rel_id]
            yield part


def _describe(document: WordDocument, report: Report, now: datetime) -> None:
    """Say what the document is, by whom as an organisation, and nothing else."""
    moment = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    core = _CORE.format(
        title=escape(shortened(report.cover.title, LONGEST_TITLE)),
        subject=escape(report.subject or report.cover.subtitle),
        author=escape(report.cover.author),
        keywords=escape(", ".join(report.keywords)),
        language=escape(report.language),
        moment=moment,
    )
    package = document.part.package
    for name, content_type, kind, text in (
        ("core", CONTENT_TYPE.OPC_CORE_PROPERTIES, RELATIONSHIP_TYPE.CORE_PROPERTIES, core),
        ("app", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, _APP),
    ):
        part = Part(PackURI(f"/docProps/{name}.xml"), content_type, (XML + text).encode(), package)
        package.relate_to(part, kind)

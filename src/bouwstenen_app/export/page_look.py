"""How the pages of a template look, to show them on a screen: paper, colours, letters, where pages begin."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from bouwstenen_app.domain.report import Report
from bouwstenen_app.export.page_letters import Letters, letters_of, theme_fonts

STYLES: Final = (
    "Normal", "Body Text", "Title", "Titel boven tekst", "Subtitle", "Titelgegevens", "Melding",
    "heading 1", "heading 2", "heading 3", "heading 4", "TOC Heading", "toc 1", "toc 2",
    "Inleiding", "Quote", "Samengevat", "Duiding", "Minderheidsstandpunt", "Herkomst", "Trefwoorden", "Opmerking",
    "Tussenkop", "caption", "Figuur", "List Bullet", "List Number", "Tabeltekst", "Tabelkop", "header",
)  # fmt: skip
_TITLE: Final = "TITLE"
"""The field of Word that says the title of a document."""


@dataclass(frozen=True, slots=True)
class PageLook:
    """What one template makes of a page. Measures are points."""

    paper: tuple[float, float]
    margins: tuple[float, float, float, float]
    """Left, top, right, bottom."""
    accent: str
    shades: tuple[tuple[str, str], ...]
    """For step 0 to 5 a background and the colour of text on it."""
    letters: Mapping[str, Letters]
    """By the name of the style: those of ``STYLES``."""
    head: str = ""
    """What stands above every page but the first, with its text fields; empty for nothing."""
    head_down: float = 0.0
    """How far from the edge of the paper."""
    letter: float = 1.0
    """How wide its letters are in tables, as Word's renderer counts."""

    def across(self, *, landscape: bool) -> float:
        """Return how wide the text is, in points."""
        return self.paper[1 if landscape else 0] - self.margins[0] - self.margins[2]


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known of a heading before it is written."""

    title: str
    level: int
    number: str
    new_page: bool
    landscape: bool


@dataclass(frozen=True, slots=True)
class PagePlan:
    """The headings of a report in reading order, one for each section, and the lines of its contents."""

    headings: tuple[Heading, ...]
    contents: tuple[Heading, ...] = ()
    front: tuple[str, ...] = ()
    """The lines on the cover of the template."""
    titled: bool = False
    """The cover of the template is the title page."""
    head: str = ""
    """What stands above every page but the first."""


def page_look(template: Path) -> PageLook:
    """Return how the pages of a template look; Problem when it cannot be used."""
    return _opened(*_stamped(template))[0]


def planned(report: Report, template: Path) -> PagePlan:
    """Return how Word numbers a report, what its contents say and where pages begin."""
    from bouwstenen_app.export.word_contents import plan_for
    from bouwstenen_app.export.word_fields import filled, values

    look, pages, kept = _opened(*_stamped(template))
    plan = plan_for(report, pages)
    front = _front(kept, report)
    headings, contents = (tuple(map(_heading, those)) for those in (plan.headings, plan.contents))
    return PagePlan(
        headings, contents, front, titled=bool(front) and kept.says_title, head=filled(look.head, values(report))
    )


def _heading(one: Any) -> Heading:
    return Heading(one.title, one.level, one.number, one.new_page, one.landscape)


def _stamped(template: Path) -> tuple[Path, int]:
    """Return a template with the time of its last change, so that it is read anew when it was changed."""
    return template, template.stat().st_mtime_ns if template.exists() else 0


@lru_cache(maxsize=4)
def _opened(template: Path, _changed: int) -> tuple[PageLook, Any, Any]:
    from bouwstenen_app.export.word_package import opened
    from bouwstenen_app.export.word_pages import TWIPS

    shell = opened(template, "nl-NL")
    pages = shell.pages
    sides = (pages.margins[side] / TWIPS for side in ("left", "top", "right", "bottom"))
    left, top, right, bottom = sides
    palette = shell.look.palette
    styles = {name: shell.look.ids[name] for name in STYLES if name in shell.look.ids}
    sheet = shell.document.part._styles_part.element
    fonts = theme_fonts(shell.document)
    letters = {name: letters_of(sheet, style, fonts) for name, style in styles.items()}
    paper = (pages.paper[0] / TWIPS, pages.paper[1] / TWIPS)
    head, down = _head(shell.document, pages), pages.margins["header"] / TWIPS
    look = PageLook(
        paper, (left, top, right, bottom), palette.accent, palette.shades, letters, head, down, pages.letter
    )
    return look, pages, shell.kept


def _head(document: Any, pages: Any) -> str:
    """Return the text above the pages of a document."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    said: list[str] = []
    for identity, reference in pages.references.items():
        known = document.part.rels.get(identity)
        if known is None or "headerReference" not in reference or 'w:type="default"' not in reference:
            continue
        for element in parse_xml(known.target_part.blob).iter(qn("w:fldSimple"), qn("w:t")):
            if element.tag == qn("w:fldSimple"):
                said.append("{{titel}}" if _TITLE in element.get(qn("w:instr"), "").split() else "")
            elif element.getparent().getparent().tag != qn("w:fldSimple"):
                said.append(element.text or "")
    return "".join(said).strip()


def _front(kept: Any, report: Report) -> tuple[str, ...]:
    """Return the lines of text on the cover of a template, filled in for a report; none when it is left out."""
    if not kept.front or (report.compact and not kept.marked):
        return ()
    from docx.oxml.ns import qn
    from lxml import etree  # type: ignore[import-untyped]

    from bouwstenen_app.export.word_fields import fill, values

    body = etree.Element(qn("w:body"))
    body.extend(map(deepcopy, kept.front))
    fill(body, values(report))
    lines = ("".join(one.text or "" for one in line.iter(qn("w:t"))).strip() for line in body.iter(qn("w:p")))
    return tuple(filter(None, lines))

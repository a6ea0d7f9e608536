"""How the pages of a template look, to show them on a screen: paper, colours, letters, where pages begin."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from bouwstenen_app.domain.report import Report

STYLES: Final = ("Normal", "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "heading 4", "Caption")
_STEPS_UP: Final = 12
"""Styles that a style can be based on, one on the other: a circle in a broken template ends here."""
_USUAL_SIZE: Final = 11.0
_INK: Final = "16202A"
_FONT_OF_THEME: Final = re.compile(rb'<a:(major|minor)Font>\s*<a:latin typeface="([^"]+)"')
_PART_OF_THEME: Final = len("major")
"""A font of the theme is called ``majorHAnsi``, ``minorAscii`` and so on."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How a style sets its letters."""

    size: float
    """In points."""
    colour: str
    """Six hexadecimal digits."""
    bold: bool
    family: str
    """Empty when the style names no font of its own."""


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


def page_look(template: Path) -> PageLook:
    """Return how the pages of a template look; Problem when it cannot be used."""
    return _opened(*_stamped(template))[0]


def planned(report: Report, template: Path) -> PagePlan:
    """Return how Word numbers a report, what its contents say and where pages begin."""
    from bouwstenen_app.export.word_contents import plan_for

    plan = plan_for(report, _opened(*_stamped(template))[1])
    return PagePlan(tuple(map(_heading, plan.headings)), tuple(map(_heading, plan.contents)))


def _heading(one: Any) -> Heading:
    return Heading(one.title, one.level, one.number, one.new_page, one.landscape)


def _stamped(template: Path) -> tuple[Path, int]:
    """Return a template with the time of its last change, so that it is read anew when it was changed."""
    return template, template.stat().st_mtime_ns if template.exists() else 0


@lru_cache(maxsize=4)
def _opened(template: Path, _changed: int) -> tuple[PageLook, Any]:
    from bouwstenen_app.export.word_package import opened
    from bouwstenen_app.export.word_pages import TWIPS

    shell = opened(template, "nl-NL")
    pages = shell.pages
    sides = (pages.margins[side] / TWIPS for side in ("left", "top", "right", "bottom"))
    left, top, right, bottom = sides
    palette = shell.look.palette
    styles = {name: shell.look.ids[name] for name in STYLES if name in shell.look.ids}
    sheet = shell.document.part._styles_part.element
    fonts = _theme_fonts(shell.document)
    letters = {name: _letters(sheet, style, fonts) for name, style in styles.items()}
    paper = (pages.paper[0] / TWIPS, pages.paper[1] / TWIPS)
    return PageLook(paper, (left, top, right, bottom), palette.accent, palette.shades, letters), pages


def _letters(sheet: Any, style: str, theme_fonts: Mapping[str, str]) -> Letters:
    """Return the letters of a style, with what it takes over from the styles below it."""
    from docx.oxml.ns import qn

    found: dict[str, str] = {}
    for properties in _properties(sheet, style):
        size, colour, bold, fonts = (properties.find(qn(name)) for name in ("w:sz", "w:color", "w:b", "w:rFonts"))
        for name, element, attribute in (("size", size, "w:val"), ("colour", colour, "w:val")):
            if element is not None and element.get(qn(attribute)):
                found.setdefault(name, element.get(qn(attribute)))
        if bold is not None:
            found.setdefault("bold", _is_on(bold.get(qn("w:val"))))
        if fonts is not None:
            named = fonts.get(qn("w:asciiTheme"), "")[:_PART_OF_THEME]
            if family := theme_fonts.get(named, "") or fonts.get(qn("w:ascii"), ""):
                found.setdefault("family", family)
    size = found.get("size", "")
    colour = found.get("colour", "")
    return Letters(
        size=int(size) / 2 if size.isdigit() else _USUAL_SIZE,
        colour=colour if len(colour) == len(_INK) and colour != "auto" else _INK,
        bold=found.get("bold") == "1",
        family=found.get("family", ""),
    )


def _theme_fonts(document: Any) -> dict[str, str]:
    """Return the fonts of the theme: ``major`` for headings and ``minor`` for text."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    for rel in document.part.rels.values():
        if rel.reltype == RELATIONSHIP_TYPE.THEME and not rel.is_external:
            found = _FONT_OF_THEME.findall(rel.target_part.blob)
            return {kind.decode(): family.decode() for kind, family in found}
    return {}


def _is_on(value: str | None) -> str:
    """Return whether a property that is there is on: without a value it is."""
    return "0" if value in ("0", "false", "off") else "1"


def _properties(sheet: Any, style: str) -> Iterator[Any]:
    """Yield the character properties of a style, of the styles that it is based on, and of the whole document."""
    from docx.oxml.ns import qn

    by_id = {one.get(qn("w:styleId")): one for one in sheet.findall(qn("w:style"))}
    for _ in range(_STEPS_UP):
        element = by_id.get(style)
        if element is None:
            break
        if (properties := element.find(qn("w:rPr"))) is not None:
            yield properties
        based = element.find(qn("w:basedOn"))
        style = based.get(qn("w:val"), "") if based is not None else ""
    defaults = sheet.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None:
        yield defaults

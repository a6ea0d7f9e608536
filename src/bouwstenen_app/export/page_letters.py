"""How the styles of a template set letters and paragraphs, with what each takes over from the styles below it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bouwstenen_app.export.page_measures import TWIPS, points

_STEPS_UP: Final = 12
"""Styles that a style can be based on, one on the other: a circle in a broken template ends here."""
_USUAL_SIZE: Final = 11.0
_LARGEST: Final = 400.0
"""Points: larger letters are on no cover."""
_INK: Final = "000000"
"""What Word makes of a colour that it may choose."""
_COLOUR: Final = re.compile("[0-9A-Fa-f]{6}")
_ALIGNED: Final = {"center": "center", "right": "right", "end": "right", "both": "justify", "distribute": "justify"}
_FONT_OF_THEME: Final = re.compile(rb'<a:(major|minor)Font>\s*<a:latin typeface="([^"]+)"')
_PART_OF_THEME: Final = len("major")
"""A font of the theme is called ``majorHAnsi``, ``minorAscii`` and so on."""
_SINGLE, _EIGHTHS = 240, 8
"""What a line of single height is, and the parts of a point in which an edge is given."""
_LINES: Final = (0.1, 5.0)
"""The least and the most of what a line takes, beside a single one."""
_HIGHEST_LINE, _MOST_ROOM = 600.0, 1_584.0
"""Points, at most: of a line, and above or below a paragraph."""
_WIDEST_EDGE, _EDGE_ROOM = 12.0, 31.0
"""Points, at most: Word draws no wider line beside a paragraph, and none further from it."""
_LETTERS: Final = {"size": ("w:sz", "w:val"), "colour": ("w:color", "w:val")}
_ROOM: Final = {"before": "w:before", "after": "w:after", "line": "w:line", "rule": "w:lineRule"}


@dataclass(frozen=True, slots=True)
class Edge:
    """A line along one side of a paragraph."""

    side: str
    colour: str
    width: float
    """In points, as is the room between it and the text."""
    room: float = 0.0


@dataclass(frozen=True, slots=True)
class Letters:
    """How a style sets its letters and its paragraphs. Measures are points."""

    size: float
    colour: str
    """Six hexadecimal digits."""
    bold: bool
    family: str
    """Empty when the style names no font of its own."""
    italic: bool = False
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    """Times the height of a line of these letters."""
    left: float = 0.0
    right: float = 0.0
    hanging: float = 0.0
    """How far the first line begins before the others; behind them when it is below 0."""
    fill: str = ""
    """The colour behind the paragraph, empty for none."""
    edges: tuple[Edge, ...] = ()
    align: str = ""
    """``center``, ``right`` or ``justify``; empty for the left."""
    caps: bool = False
    """Written in capitals, whatever is typed."""
    height: float = 0.0
    """What each line takes, in points; 0 for what its letters ask."""
    least: bool = False
    """Whether that is the least that a line takes, not exactly what."""
    keep: bool = False
    """It stays on the page of what comes after it."""
    close: bool = False
    """There is no room between two of the same style."""


def letters_of(sheet: Any, style: str, theme_fonts: Mapping[str, str], *direct: Any, under: Any = None) -> Letters:
    """Return the letters of a style, by its id in the part with the styles.

    ``direct`` are properties of a run or a paragraph that has this style: they go before what the style says.
    ``under`` are those of its numbering: they hold where the style says nothing.
    """
    found: dict[str, str] = {}
    edges: tuple[Edge, ...] = ()
    for properties in _properties(sheet, style, "w:rPr", direct):
        _read_letters(properties, theme_fonts, found)
    for properties in _properties(sheet, style, "w:pPr", direct, under):
        _read_paragraph(properties, found)
        edges = edges or tuple(_edges(properties))
    auto = found.get("rule", "auto") == "auto"
    line = points(found.get("line"), _SINGLE if auto else TWIPS, 1.0 if auto else _SINGLE / TWIPS)
    return Letters(
        size=min(_LARGEST, max(1.0, points(found.get("size"), 2, _USUAL_SIZE))),
        colour=colour_of(found.get("colour")) or _INK,
        bold=found.get("bold") == "1",
        family=found.get("family", ""),
        italic=found.get("italic") == "1",
        caps=found.get("caps") == "1",
        line=min(_LINES[1], max(_LINES[0], line)) if auto else 1.0,
        height=0.0 if auto else min(_HIGHEST_LINE, max(0.0, line)),
        least=found.get("rule") == "atLeast",
        keep=found.get("keep") == "1",
        close=found.get("close") == "1",
        hanging=points(found.get("hanging"), TWIPS) or -points(found.get("firstLine"), TWIPS),
        fill=colour_of(found.get("fill")),
        edges=edges,
        align=_ALIGNED.get(found.get("align", ""), ""),
        **{name: min(_MOST_ROOM, max(0.0, points(found.get(name), TWIPS))) for name in ("before", "after")},
        **{name: points(found.get(name), TWIPS) for name in ("left", "right")},
    )


def theme_fonts(document: Any) -> dict[str, str]:
    """Return the fonts of the theme: ``major`` for headings and ``minor`` for text."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    for rel in document.part.rels.values():
        if rel.reltype == RELATIONSHIP_TYPE.THEME and not rel.is_external:
            found = _FONT_OF_THEME.findall(rel.target_part.blob)
            return {kind.decode(): family.decode() for kind, family in found}
    return {}


def numbering_of(sheet: Any, style: str) -> tuple[str | None, str]:
    """Return level (None when the numbering says it) and number of the numbering of a style; empty for none."""
    level: str | None = None
    for properties in _properties(sheet, style, "w:pPr", ()):
        found = properties.find(_qn("w:numPr"))
        if found is not None:
            level = level or _of(found, "w:ilvl", "w:val") or None
            if number := _of(found, "w:numId", "w:val"):
                return level, "" if number == "0" else number
    return None, ""


def _read_letters(properties: Any, theme: Mapping[str, str], found: dict[str, str]) -> None:
    for name, (tag, attribute) in _LETTERS.items():
        _note(found, name, _of(properties, tag, attribute))
    _read_switches(properties, found, {"bold": "w:b", "italic": "w:i", "caps": "w:caps"})
    named = _of(properties, "w:rFonts", "w:asciiTheme")[:_PART_OF_THEME]
    _note(found, "family", theme.get(named, "") or _of(properties, "w:rFonts", "w:ascii"))


def _read_switches(properties: Any, found: dict[str, str], tags: Mapping[str, str]) -> None:
    for name, tag in tags.items():
        if properties.find(_qn(tag)) is not None:
            found.setdefault(name, "1" if is_on(properties, tag) else "0")


def is_on(properties: Any, tag: str) -> bool:
    """Return whether properties have this switch, and do not say that it is off."""
    element = properties.find(_qn(tag)) if properties is not None else None
    return element is not None and element.get(_qn("w:val")) not in ("0", "false", "off")


def _read_paragraph(properties: Any, found: dict[str, str]) -> None:
    _read_switches(properties, found, {"keep": "w:keepNext", "close": "w:contextualSpacing"})
    for name, attribute in _ROOM.items():
        _note(found, name, _of(properties, "w:spacing", attribute))
    for name, other in (("left", "start"), ("right", "end")):
        _note(found, name, _of(properties, "w:ind", f"w:{name}") or _of(properties, "w:ind", f"w:{other}"))
    if not {"hanging", "firstLine"} & found.keys():
        _note(found, "hanging", _of(properties, "w:ind", "w:hanging"))
        _note(found, "firstLine", _of(properties, "w:ind", "w:firstLine"))
    _note(found, "fill", _of(properties, "w:shd", "w:fill"))
    _note(found, "align", _of(properties, "w:jc", "w:val"))


def _edges(properties: Any) -> Iterator[Edge]:
    for side in ("top", "right", "bottom", "left"):
        line = properties.find(f"{_qn('w:pBdr')}/{_qn(f'w:{side}')}")
        if line is not None and line.get(_qn("w:val")) not in ("nil", "none"):
            width = min(_WIDEST_EDGE, max(0.0, points(line.get(_qn("w:sz")), _EIGHTHS, 0.5)))
            room = min(_EDGE_ROOM, max(0.0, points(line.get(_qn("w:space")), 1)))
            yield Edge(side, colour_of(line.get(_qn("w:color"))) or _INK, width, room)


def _note(found: dict[str, str], name: str, value: str) -> None:
    if value:
        found.setdefault(name, value)


def _of(properties: Any, tag: str, attribute: str) -> str:
    element = properties.find(_qn(tag))
    return "" if element is None else element.get(_qn(attribute), "")


def colour_of(value: str | None) -> str:
    """Return six hexadecimal digits; empty when this is no colour."""
    return value if value and _COLOUR.fullmatch(value) else ""


def _properties(sheet: Any, style: str, kind: str, direct: Sequence[Any], under: Any = None) -> Iterator[Any]:
    """Yield the properties of a style, of the styles that it is based on, and of the whole document."""
    by_id = {one.get(_qn("w:styleId")): one for one in sheet.findall(_qn("w:style"))}
    for properties in (one for one in direct if one.tag == _qn(kind)):
        yield properties
        yield from _of_style(by_id, _of(properties, "w:rStyle", "w:val"), kind)
    yield from _of_style(by_id, style, kind)
    if under is not None:
        yield under
    defaults = sheet.find(f"{_qn('w:docDefaults')}/{_qn(f'{kind}Default')}/{_qn(kind)}")
    if defaults is not None:
        yield defaults


def _of_style(by_id: Mapping[str, Any], style: str, kind: str) -> Iterator[Any]:
    for _ in range(_STEPS_UP):
        element = by_id.get(style)
        if element is None:
            return
        if (properties := element.find(_qn(kind))) is not None:
            yield properties
        based = element.find(_qn("w:basedOn"))
        style = based.get(_qn("w:val"), "") if based is not None else ""


def _qn(tag: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(tag))

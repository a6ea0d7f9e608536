"""The styles of a template are found by name, and the ones it lacks are added from ours."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from bouwstenen_app.export.checks_look import Looks
from bouwstenen_app.export.word_colours import ACCENT, Palette, palette
from bouwstenen_app.export.word_fonts import letter_width
from bouwstenen_app.export.word_look import Style, styles
from bouwstenen_app.export.word_numbering import NUMBERED_LEVELS, W, abstract_numbers, numbered

_HEADINGS = tuple(f"heading {level}" for level in range(1, NUMBERED_LEVELS + 1))
_NUMBERED = (*_HEADINGS, "List Bullet", "List Number")
_ACCENT_OF_THEME = re.compile(rb'<a:accent1>\s*<a:srgbClr val="([0-9A-Fa-f]{6})"')


@dataclass(frozen=True, slots=True)
class Look:
    """What the renderer must know of a template: style ids by style name, colours, and how lists are numbered."""

    ids: Mapping[str, str]
    palette: Palette
    number_kind: int
    """The abstract numbering that a numbered list starts anew."""
    first_number: int
    """The first numbering id that is free."""
    font: str = ""
    """The font of the text; empty when the template names none."""
    letter: float = 1.0
    """How wide its letters are, beside Calibri of 11 points."""


def look_of(document: WordDocument) -> Look:
    """Return the look of a document, after adding the styles and numberings that it lacks."""
    colours = palette(_accent(document))
    sheet = document.part._styles_part.element
    numbering = _numbering(document)
    present = present_styles(document)
    ids = _ids(present)
    bare = {name for name in _NUMBERED if _number_of(sheet, ids[name]) is None}
    kinds = _add_numberings(numbering, ids, headings="heading 1" in bare) if bare else (0, 0, 0)
    named = {ours.id: ids[ours.name] for ours in styles(colours)}
    for style in styles(colours, kinds):
        if style.name not in present:
            sheet.append(parse_xml(_linked(style, ids, named).xml()))
    _number(sheet, {name: ids[name] for name in bare}, kinds)
    kind = _kind_of(numbering, _number_of(sheet, ids["List Number"]))
    looks = _looks(document)
    font, size = looks.font(ids["Tabeltekst"]), looks.size(ids["Tabeltekst"])
    free = max(_values(numbering, "w:num", "w:numId")) + 1
    return Look(ids, colours, kind, free, font, letter_width(font, size))


def _looks(document: WordDocument) -> Looks:
    """Return what the styles of a document look like, with the fonts that its theme names."""
    parts = document.part.rels.values()
    themes = (
        rel.target_part.blob for rel in parts if rel.reltype == RELATIONSHIP_TYPE.THEME and not rel.is_external
    )
    sheet = serialize_part_xml(document.part._styles_part.element)
    return Looks({"word/styles.xml": sheet, "word/theme/theme1.xml": next(themes, b"")})


def present_styles(document: WordDocument) -> dict[str, Any]:
    """Return the styles of a document by name, built-in names in the spelling of the standard."""
    return {_name(style): style for style in document.part._styles_part.element.findall(qn("w:style"))}


def _accent(document: WordDocument) -> str:
    for rel in document.part.rels.values():
        if rel.reltype == RELATIONSHIP_TYPE.THEME and not rel.is_external:
            found = _ACCENT_OF_THEME.search(rel.target_part.blob)
            return found[1].decode() if found else ACCENT
    return ACCENT


def _name(style: Any) -> str:
    name = style.find(qn("w:name"))
    text = name.get(qn("w:val"), "") if name is not None else ""
    return _SPELLINGS.get(text.lower(), text)


_SPELLINGS = {style.name.lower(): style.name for style in styles(palette())}


def _ids(present: Mapping[str, Any]) -> dict[str, str]:
    """Return the id of every style of ours: the template's own, or a new one that it does not use yet."""
    taken = {style.get(qn("w:styleId")) for style in present.values()}
    found = {}
    for style in styles(palette()):
        if style.name in present:
            found[style.name] = present[style.name].get(qn("w:styleId"))
            continue
        style_id = next(name for name in _variants(style.id) if name not in taken)
        taken.add(style_id)
        found[style.name] = style_id
    return found


def _variants(style_id: str) -> Iterator[str]:
    yield style_id
    number = 2
    while True:
        yield f"{style_id}{number}"
        number += 1


def _linked(style: Style, ids: Mapping[str, str], named: Mapping[str, str]) -> Style:
    """Return the style with the ids of this template: ``ids`` by name, ``named`` by the id that we give a style."""
    return replace(style, id=ids[style.name], based=named.get(style.based, ""), next=named.get(style.next, ""))


def _numbering(document: WordDocument) -> Any:
    """Return the numbering of a document, made when it has none."""
    for rel in document.part.rels.values():
        if rel.reltype == RELATIONSHIP_TYPE.NUMBERING and not rel.is_external:
            return rel.target_part.element
    element = parse_xml(f'<w:numbering xmlns:w="{W}"/>')
    name = PackURI("/word/numbering.xml")
    part = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, element, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return element


def _add_numberings(numbering: Any, ids: Mapping[str, str], *, headings: bool) -> tuple[int, int, int]:
    """Add our three numberings (the first tied to the headings if asked) and return their ids."""
    kind = max(_values(numbering, "w:abstractNum", "w:abstractNumId")) + 1
    number = max(_values(numbering, "w:num", "w:numId")) + 1
    anchor = numbering.find(qn("w:num"))
    for text in abstract_numbers(kind, tuple(ids[name] for name in _HEADINGS) if headings else ()):
        if anchor is None:
            numbering.append(parse_xml(text))
        else:
            anchor.addprevious(parse_xml(text))
    for offset in range(3):
        use = f'<w:num xmlns:w="{W}" w:numId="{number + offset}"><w:abstractNumId w:val="{kind + offset}"/></w:num>'
        _append_number(numbering, parse_xml(use))
    return number, number + 1, number + 2


def _append_number(numbering: Any, element: Any) -> None:
    last = numbering.find(qn("w:numIdMacAtCleanup"))
    if last is None:
        numbering.append(element)
    else:
        last.addprevious(element)


def _values(parent: Any, child: str, attribute: str) -> list[int]:
    return [0, *(int(element.get(qn(attribute))) for element in parent.findall(qn(child)))]


def _number(sheet: Any, ids: Mapping[str, str], kinds: tuple[int, int, int]) -> None:
    """Number the headings and lists that a template has without a numbering."""
    for name, style_id in ids.items():
        if _number_of(sheet, style_id) is None:
            level, kind = (int(name[-1]), kinds[0]) if name in _HEADINGS else (1, kinds[_NUMBERED.index(name) - 2])
            properties = _style(sheet, style_id).get_or_add_pPr()
            properties._insert_numPr(
                parse_xml(numbered(level, kind).replace("<w:numPr>", f'<w:numPr xmlns:w="{W}">'))
            )


def _style(sheet: Any, style_id: str) -> Any:
    return next((style for style in sheet.findall(qn("w:style")) if style.get(qn("w:styleId")) == style_id), None)


def _number_of(sheet: Any, style_id: str) -> int | None:
    """Return the numbering that a style has, or inherits."""
    seen: set[str] = set()
    while style_id not in seen:
        seen.add(style_id)
        style = _style(sheet, style_id)
        if style is None:
            return None
        number = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if number is not None:
            return int(number.get(qn("w:val"))) or None
        based = style.find(qn("w:basedOn"))
        style_id = based.get(qn("w:val")) if based is not None else style_id
    return None


def _kind_of(numbering: Any, number: int | None) -> int:
    for element in numbering.findall(qn("w:num")):
        if int(element.get(qn("w:numId"))) == number:
            return int(element.find(qn("w:abstractNumId")).get(qn("w:val")))
    return max(_values(numbering, "w:abstractNum", "w:abstractNumId"))

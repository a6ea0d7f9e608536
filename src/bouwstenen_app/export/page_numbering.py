"""How the styles of a template number their headings and lists: the mark before each, and how far it stands."""

from dataclasses import dataclass
from typing import Any, Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from bouwstenen_app.export.page_letters import numbering_of

_SYMBOLS: Final = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0a8": "▫",
    "\uf02d": "–",
    "\uf0e0": "→",
}
"""What the signs of Symbol and Wingdings look like in other fonts."""
_OWN: Final = range(0xE000, 0xF900)
"""Signs that only mean something in one font."""
_BETWEEN: Final = {"space": " ", "nothing": ""}
_LONGEST: Final = 60
"""Characters of a mark: what is longer stands before no heading."""


@dataclass(frozen=True, slots=True)
class Marking:
    """The mark of one level of a numbering."""

    text: str
    """With ``%1`` and so on for the numbers of the levels."""
    forms: tuple[str, ...]
    """How the number of each level is written, as Word calls it."""
    between: str = "\t"
    """What stands between the mark and the text."""
    properties: Any = None
    """Where the paragraph stands, when its style says nothing about that."""


def marking(sheet: Any, numbering: Any, style: str) -> Marking | None:
    """Return how a style marks its paragraphs; None when it does not, or its numbering is not there."""
    level, number = numbering_of(sheet, style)
    if not number or numbering is None:
        return None
    use = _found(numbering, "w:num", "w:numId", number)
    kind = _value(use, "w:abstractNumId") if use is not None else ""
    abstract = _found(numbering, "w:abstractNum", "w:abstractNumId", kind)
    levels = {} if abstract is None else {one.get(qn("w:ilvl"), "0"): one for one in abstract.findall(qn("w:lvl"))}
    linked = (one for one in levels.values() if _value(one, "w:pStyle") == style)
    found = next(linked, None) if level is None else levels.get(level)
    found = levels.get("0") if found is None else found
    if found is None:
        return None
    forms = tuple(_value(levels[name], "w:numFmt") or "decimal" for name in sorted(levels))
    between = _BETWEEN.get(_value(found, "w:suff"), "\t")
    if _value(found, "w:numFmt") == "bullet":
        return Marking(_sign(_value(found, "w:lvlText")[:_LONGEST]), (), between, found.find(qn("w:pPr")))
    if _value(found, "w:numFmt") == "none":
        return None
    return Marking(_value(found, "w:lvlText")[:_LONGEST], forms, between, found.find(qn("w:pPr")))


def numbering_part(document: Any) -> Any:
    """Return the numberings of a document; None when it has none."""
    for rel in document.part.rels.values():
        if rel.reltype == RELATIONSHIP_TYPE.NUMBERING and not rel.is_external:
            return rel.target_part.element
    return None


def _sign(text: str) -> str:
    sign = _SYMBOLS.get(text, text)
    return "•" if sign and ord(sign[0]) in _OWN else sign


def _found(parent: Any, tag: str, attribute: str, value: str) -> Any:
    return next((one for one in parent.findall(qn(tag)) if one.get(qn(attribute)) == value), None)


def _value(element: Any, tag: str) -> str:
    found = element.find(qn(tag))
    return "" if found is None else str(found.get(qn("w:val"), ""))

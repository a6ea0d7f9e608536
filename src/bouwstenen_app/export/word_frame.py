"""What of a template stands around the report: its cover, and what comes after the marked place of the text."""

from collections.abc import Collection, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from docx.document import Document as WordDocument
from docx.oxml.ns import nsmap, qn
from lxml import etree  # type: ignore[import-untyped]

from bouwstenen_app.domain.report import Report
from bouwstenen_app.export.word_cleaning import clean, used
from bouwstenen_app.export.word_fields import (
    TITLE,
    empty_place,
    fill,
    is_known,
    names,
    place,
    shown_by_word,
    values,
)

MOST_LINES: Final = 80
MOST_LETTERS: Final = 4_000
"""A cover is short: what goes on for longer is a text that a template was made from."""
_FIRST_DRAWING: Final = 900_001
"""Drawings of a template are numbered from here, so that none has the number of one of ours."""
_PLACE: Final = "<!--place-->"
_CONTENTS: Final = "Table of Contents"
_COVERS: Final = "Cover Pages"


@dataclass(frozen=True, slots=True)
class Kept:
    """The elements of a template that stay, cleaned; ``sections`` are the section properties up to the text."""

    front: tuple[Any, ...] = ()
    back: tuple[Any, ...] = ()
    sections: tuple[Any, ...] = ()
    last: Any = None
    """The properties of the last section, when what stays behind the text has sections of its own."""
    marked: bool = False
    """Whether the template says itself where the text comes."""
    fields: tuple[str, ...] = ()
    """The names of the text fields in what stays."""

    @property
    def says_title(self) -> bool:
        """Whether the title of the report stands on the cover."""
        return TITLE in self.fields


@dataclass(frozen=True, slots=True)
class Frame:
    """What is written around one report: XML in front of and behind it, with the namespaces that this needs."""

    namespaces: str = ""
    front: str = ""
    back: str = ""
    last: str = ""
    titled: bool = False
    """Whether the title is said already."""
    new_page: bool = False
    """Whether the report must begin a new page itself."""


NO_FRAME: Final = Frame()


def kept_of(document: WordDocument) -> Kept:
    """Return what stays of the text of a template: a cover, or everything around the place that it marks."""
    body = document.element.body
    children = [child for child in body if child.tag != qn("w:sectPr") and isinstance(child.tag, str)]
    sections = list(body.iter(qn("w:sectPr")))
    at = next((n for n, child in enumerate(children) if any(map(place, child.iter(qn("w:p"))))), None)
    if at is None:
        end = _cover_end(children, _headings(document))
        front, back = children[:end], list[Any]()
    else:
        front, back = _around(children, at)
    inside = [section for child in front for section in child.iter(qn("w:sectPr"))]
    governing = sections[: len(inside) + 1]
    found = (name for child in (*front, *back) for name in (*names(child), *shown_by_word(child)))
    fields = tuple(dict.fromkeys(found))
    relationships = document.part.rels
    for child in (*front, *back):
        clean(child, relationships)
    front = [child for child in front if not _is_contents(child)]
    own_sections = any(next(child.iter(qn("w:sectPr")), None) is not None for child in back)
    last = sections[-1] if own_sections else None
    return Kept(tuple(front), tuple(back), tuple(governing), last, at is not None, fields)


def framed(kept: Kept, document: WordDocument, report: Report, needed: Collection[str] = ()) -> Frame:
    """Return what is written around a report. A short piece has no cover, unless the template marks a place.

    What the cover refers to leaves with it, but for the relationships that are ``needed`` on other pages.
    """
    body = around(kept, document, report)
    if body is None:
        for rel_id in references(kept) - set(needed):
            document.part.rels.pop(rel_id, None)
        return NO_FRAME
    root = body.getparent()
    text = etree.tostring(root, encoding="unicode").partition("<w:body>")[2].rpartition("</w:body>")[0]
    front, _, back = text.partition(_PLACE)
    last = etree.tostring(kept.last, encoding="unicode") if kept.last is not None else ""
    return Frame(_namespaces(document), front, back, last, kept.says_title, begins_page(kept))


def around(kept: Kept, document: WordDocument, report: Report) -> Any:
    """Return a body with what stands around a report, filled in, and a comment where the report comes; or None.

    What is kept stays as it is: it can be filled again for another report.
    """
    if not kept.marked and (report.compact or not kept.front):
        return None
    root = etree.Element(qn("w:document"), nsmap={**_others(document), **_OURS})
    body = etree.SubElement(root, qn("w:body"))
    body.extend([*map(deepcopy, kept.front), etree.Comment("place"), *map(deepcopy, kept.back)])
    fill(body, values(report))
    for number, drawing in enumerate(body.iter(qn("wp:docPr")), _FIRST_DRAWING):
        drawing.set("id", str(number))
    _leave_room(body, marked=kept.marked)
    return body


def begins_page(kept: Kept) -> bool:
    """Return whether the report must begin a new page itself, below a cover that does not end its own."""
    return not kept.marked and next(kept.front[-1].iter(qn("w:sectPr")), None) is None


def references(kept: Kept) -> set[str]:
    """Return the ids of the relationships that what stays refers to."""
    last = [] if kept.last is None else [kept.last]
    return used([*kept.front, *kept.back, *last])


def unknown(kept: Kept) -> tuple[str, ...]:
    """Return the text fields in what stays that nothing is known for; they are left as they are."""
    return tuple(name for name in kept.fields if not is_known(name))


def _around(children: list[Any], at: int) -> tuple[list[Any], list[Any]]:
    """Return what stands before and behind the marked place; a section that ends there still ends there."""
    marked = children[at]
    alone = marked.tag == qn("w:p") and not _text(marked).replace(" ", "").lower().replace("{{inhoud}}", "")
    if not alone:
        for paragraph in marked.iter(qn("w:p")):
            empty_place(paragraph)
        return children[: at + 1], children[at + 1 :]
    section = marked.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    if section is None:
        return children[:at], children[at + 1 :]
    for child in list(marked):
        if child.tag != qn("w:pPr"):
            marked.remove(child)
    return children[:at], children[at:]


def _cover_end(children: Sequence[Any], headings: dict[str, bool]) -> int:
    """Return how many elements make up the cover; 0 when there is none."""
    letters = 0
    filled = False
    for at, child in enumerate(children[:MOST_LINES]):
        style = _style(child)
        if at and (_has(child, "w:pPr/w:pageBreakBefore") or headings.get(style)):
            return at
        if style in headings:
            return at if filled else 0
        letters += len(_text(child))
        if letters > MOST_LETTERS:
            return 0
        filled = filled or any(map(is_known, names(child)))
        if _ends_page(child):
            return at + 1
    return len(children) if filled and len(children) <= MOST_LINES else 0


def _ends_page(child: Any) -> bool:
    if child.tag == qn("w:sdt"):
        return _gallery(child) == _COVERS
    breaks = (one.get(qn("w:type")) == "page" for one in child.iter(qn("w:br")))
    return child.tag == qn("w:p") and (_has(child, "w:pPr/w:sectPr") or any(breaks))


def _leave_room(body: Any, *, marked: bool) -> None:
    """Take the page break off the end of the cover, for the report begins a new page itself."""
    place_node = next(node for node in body if not isinstance(node.tag, str))
    last = place_node.getprevious()
    if last is not None and last.tag == qn("w:sdt"):
        last = next(reversed(last.findall(f"{qn('w:sdtContent')}/{qn('w:p')}")), None)
    if marked or last is None or last.tag != qn("w:p"):
        return
    for one in list(last.iter(qn("w:br"))):
        if one.get(qn("w:type")) == "page":
            one.getparent().remove(one)
    alone = last.getparent().tag != qn("w:body") and len(last.getparent()) == 1
    if not _text(last) and not alone and not any(_holds(last, name) for name in _HOLDING):
        last.getparent().remove(last)


def _holds(element: Any, name: str) -> bool:
    return next(element.iter(qn(f"w:{name}")), None) is not None


_HOLDING: Final = ("drawing", "pict", "sectPr", "sdt")


def _headings(document: WordDocument) -> dict[str, bool]:
    """Return the ids of the styles of headings, with whether each begins a new page."""
    found = {}
    for style in document.part._styles_part.element.findall(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None and name.get(qn("w:val"), "").lower().startswith("heading "):
            found[style.get(qn("w:styleId"), "")] = _has(style, "w:pPr/w:pageBreakBefore")
    return found


def _is_contents(child: Any) -> bool:
    """Return whether this is the contents of the template, in the place of which ours come."""
    return child.tag == qn("w:sdt") and _gallery(child) == _CONTENTS


def _gallery(child: Any) -> str:
    found = child.find("/".join(map(qn, ("w:sdtPr", "w:docPartObj", "w:docPartGallery"))))
    return found.get(qn("w:val"), "") if found is not None else ""


def _style(child: Any) -> str:
    found = child.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return found.get(qn("w:val"), "") if found is not None else ""


def _has(element: Any, path: str) -> bool:
    found = element.find("/".join(map(qn, path.split("/"))))
    return found is not None and found.get(qn("w:val"), "1") not in ("0", "false", "off")


def _text(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def _namespaces(document: WordDocument) -> str:
    """Return the declarations that what stays needs, and which of them an older Word may ignore."""
    known = _others(document)
    ignorable = " ".join(word for word in document.element.get(f"{{{_MC}}}Ignorable", "").split() if word in known)
    if ignorable:
        known["mc"] = _MC
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in known.items())
    return declared + (f' mc:Ignorable="{ignorable}"' if ignorable else "")


def _others(document: WordDocument) -> dict[str, str]:
    """Return the namespaces that a template declares beside those of ours."""
    ours = {*_OURS.values()}
    return {
        name: uri for name, uri in document.element.nsmap.items() if name and name not in _OURS and uri not in ours
    }


_MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OURS: Final = {prefix: nsmap[prefix] for prefix in ("w", "r", "wp", "a", "c")}

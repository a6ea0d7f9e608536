"""What is kept of a template tells nothing of its makers and asks nothing of its readers: it is cleaned here."""

from collections.abc import Iterator
from typing import Any, Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap, qn

PICTURE: Final = "Beeld uit het sjabloon"
"""What a picture of a template is called that has no alternative text of its own."""
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_GONE: Final = frozenset(
    {
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
        "annotationRef",
        "footnoteReference",
        "endnoteReference",
        "proofErr",
        "permStart",
        "permEnd",
        "del",
        "moveFrom",
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
        "lastRenderedPageBreak",
        "altChunk",
        "subDoc",
        "object",
        "control",
        "bookmarkStart",
        "bookmarkEnd",
        "customXmlPr",
    }
)
"""What leaves with everything in it: remarks, what was struck out, and what comes from elsewhere."""
_OPENED: Final = frozenset({"ins", "moveTo", "smartTag", "customXml"})
"""What leaves, while what is in it stays."""
_ASKING: Final = frozenset(
    {
        "ASK",
        "DATABASE",
        "DDE",
        "DDEAUTO",
        "FILLIN",
        "IMPORT",
        "INCLUDE",
        "INCLUDEPICTURE",
        "INCLUDETEXT",
        "LINK",
        "MACROBUTTON",
        "RD",
    }
)
"""Fields that fetch something or ask something; what they show stays as text."""
_ALLOWED: Final = frozenset(
    {RELATIONSHIP_TYPE.IMAGE, RELATIONSHIP_TYPE.HYPERLINK, RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}
)
_SAFE_LINKS: Final = ("http://", "https://", "mailto:")
_HOLDERS: Final = frozenset({"drawing", "pict", "AlternateContent", "object", "control"})
_CORE: Final = "coreProperties"


def clean(element: Any, relationships: Any) -> None:
    """Take out of an element, which stays, whatever a reader of the report should not get from a template.

    ``relationships`` are those of its part; what refers to another kind of thing than pictures, links, headers and
    footers goes.
    """
    _drop_asking(element)
    for child in list(element.iter()):
        if not isinstance(child.tag, str):
            _remove(child)
            continue
        name = child.tag.rpartition("}")[2]
        if child is not element and (name in _GONE or name.endswith("Change")):
            _remove(child)
        elif child is not element and (name in _OPENED or _leads_inside(child)):
            _open(child)
        else:
            _forget(child)
    _drop_foreign(element, relationships)
    _describe(element)


def used(elements: list[Any]) -> set[str]:
    """Return the ids of the relationships that elements refer to."""
    return {value for element in elements for _, value in _references(element)}


def _references(element: Any) -> Iterator[tuple[Any, str]]:
    for child in element.iter():
        if isinstance(child.tag, str):
            yield from ((child, value) for name, value in child.attrib.items() if name.startswith(_R) and value)


def _remove(child: Any) -> None:
    if (parent := child.getparent()) is not None:
        parent.remove(child)


def _open(child: Any) -> None:
    """Put what is in a node in its place."""
    parent = child.getparent()
    if parent is not None:
        place = parent.index(child)
        for inner in reversed(list(child)):
            parent.insert(place, inner)
        parent.remove(child)


def _leads_inside(child: Any) -> bool:
    """Return whether this is a link to a place in the template, which is not there any more."""
    return child.tag == qn("w:hyperlink") and not child.get(f"{_R}id")


def _forget(child: Any) -> None:
    """Drop the numbers of editing sessions, and bindings to data that does not come along."""
    for name in [name for name in child.attrib if "rsid" in name.rpartition("}")[2]]:
        del child.attrib[name]
    if child.tag == qn("w:dataBinding") and _CORE not in child.get(qn("w:xpath"), ""):
        _remove(child)


def _drop_asking(element: Any) -> None:
    """Leave only the shown text of fields that fetch or ask something, and of those that are not whole."""
    for field in list(element.iter(qn("w:fldSimple"))):
        if _verb(field.get(qn("w:instr"), "")) in _ASKING:
            _open(field)
    kept = {mark for marks, code in fields(element) if _verb(code) not in _ASKING for mark in marks}
    for mark in [mark for mark in _marks(element) if mark not in kept]:
        _remove(mark)


def _verb(code: str) -> str:
    return (code.split() or [""])[0].upper()


def fields(element: Any) -> list[tuple[list[Any], str]]:
    """Return every whole complex field in an element: its marks and codes in order, and what it asks."""
    found: list[tuple[list[Any], str]] = []
    open_ones: list[list[Any]] = []
    for mark in _marks(element):
        kind = mark.get(qn("w:fldCharType"))
        if kind == "begin":
            open_ones.append([])
        if open_ones:
            open_ones[-1].append(mark)
            if kind == "end":
                marks = open_ones.pop()
                found.append((marks, "".join(each.text or "" for each in marks if each.tag == qn("w:instrText"))))
    return found


def _marks(element: Any) -> Iterator[Any]:
    return iter(element.iter(qn("w:fldChar"), qn("w:instrText")))


def _drop_foreign(element: Any, relationships: Any) -> None:
    for child, rel_id in list(_references(element)):
        rel = relationships.get(rel_id)
        if rel is None or rel.reltype not in _ALLOWED:
            _remove_holder(child, element)
        elif rel.is_external and rel.reltype == RELATIONSHIP_TYPE.HYPERLINK:
            if not rel.target_ref.lower().startswith(_SAFE_LINKS):
                _open_link(child)
        elif rel.is_external:
            _remove_holder(child, element)


def _open_link(child: Any) -> None:
    if child.tag == qn("w:hyperlink"):
        _open(child)
    else:
        _remove(child)


def _remove_holder(child: Any, root: Any) -> None:
    """Take out the drawing or object that a reference stands in, or the element itself."""
    holder = child
    found = None
    while holder is not None and holder is not root:
        if holder.tag.rpartition("}")[2] in _HOLDERS:
            found = holder
        holder = holder.getparent()
    if child.tag == qn("w:hyperlink"):
        _open(child)
    elif found is not None or child is not root:
        _remove(found if found is not None else child)


def _describe(element: Any) -> None:
    """Give every picture an alternative text; a text box has its text."""
    for properties in element.iter(f"{{{nsmap['wp']}}}docPr"):
        if (
            properties.get("descr", "").strip()
            or next(properties.getparent().iter(qn("w:txbxContent")), None) is not None
        ):
            continue
        properties.set("descr", properties.get("title", "").strip() or PICTURE)

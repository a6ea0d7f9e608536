"""A codebook as other programs for qualitative analysis exchange it (REFI-QDA Codebook 1.0, ``.qdc``).

Dimensions are main codes that cannot be used themselves, and sets with their codes: programs without sets see the
same order. What the standard has no room for, synonyms and abbreviations, stands as last lines in the description.
"""

import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final
from xml.etree import ElementTree as ET

from typing_extensions import override

from bouwstenen_app.domain.cleaning import MARK, clean
from bouwstenen_app.domain.codebook import Code, Codebook
from bouwstenen_app.domain.codebook_given import MOST_CODES, Given, GivenCode, GivenDimension
from bouwstenen_app.domain.codebook_order import in_tree_order
from bouwstenen_app.domain.colours import written
from bouwstenen_app.domain.problems import Problem

NAMESPACE: Final = "urn:QDA-XML:codebook:1.0"
SCHEMA: Final = "http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd"
ORIGIN: Final = "Bouwstenen"
LARGEST: Final = 10_000_000
"""Bytes. A larger file is no codebook."""
DEEPEST: Final = 40
OTHERS: Final = "Overig"
"""The dimension of codes without a group above them, in a file without a name."""
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_SYNONYMS: Final = "Synoniemen: "
_ABBREVIATIONS: Final = "Afkortingen: "
_GUID: Final = re.compile(r"\{?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\}?")


def write(book: Codebook) -> bytes:
    """Return the codebook as a ``.qdc`` document; Problem when it is empty: the standard wants a code at least."""
    if not book.dimensions:
        raise Problem("Dit codeboek is leeg. Maak eerst een dimensie met codes.")
    ET.register_namespace("xsi", _XSI)
    root = ET.Element("CodeBook", {"xmlns": NAMESPACE, "origin": ORIGIN})
    root.set(f"{{{_XSI}}}schemaLocation", f"{NAMESPACE} {SCHEMA}")
    sets = ET.Element("Sets")
    root.append(codes_of(book))
    for dimension in book.dimensions:
        one = ET.SubElement(sets, "Set", {"guid": guid(f"set/{dimension.id}"), "name": _plain(dimension.name)})
        _describe(one, dimension.definition)
        for code in in_tree_order(book.of(dimension.slug)):
            ET.SubElement(one, "MemberCode", {"guid": guid(code.id)})
    root.append(sets)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def codes_of(book: Codebook) -> ET.Element:
    """Return all codes as the element that a codebook and a project have in common, dimensions as main codes."""
    codes = ET.Element("Codes")
    for dimension in book.dimensions:
        group = ET.SubElement(codes, "Code", _attributes(dimension.id, dimension.name, codable=False))
        _describe(group, dimension.definition)
        _write_codes(group, in_tree_order(book.of(dimension.slug)))
    return codes


def guid(identity: str) -> str:
    """Return the guid of an identity: itself, written with hyphens; another text always gives the same one."""
    try:
        return str(uuid.UUID(identity))
    except ValueError:
        return str(uuid.uuid5(uuid.NAMESPACE_URL, identity))


def read(data: bytes, title: str = "") -> Given:
    """Return the codebook in a ``.qdc`` document; Problem when it is none, too large, or has a DOCTYPE."""
    root = _parsed(data)
    if _local(root) != "CodeBook":
        raise Problem("Dit is geen REFI-QDA-codeboek. Kies een bestand dat op .qdc eindigt.")
    lines = list(_lines(root))
    if len(lines) > MOST_CODES:
        raise Problem("Dit bestand heeft meer dan {most} codes. Kies een codeboek.", most=MOST_CODES)
    return _given(root, lines, title)


def _write_codes(group: ET.Element, codes: Sequence[Code]) -> None:
    elements: dict[str, ET.Element] = {}
    for code in codes:
        above = elements.get(code.parent or "", group)
        element = ET.SubElement(above, "Code", _attributes(code.id, code.name, colour=code.colour))
        _describe(element, code.definition, code.synonyms, code.abbreviations)
        elements[code.id] = element


def _attributes(identity: str, name: str, *, codable: bool = True, colour: str = "") -> dict[str, str]:
    said = {"guid": guid(identity), "name": _plain(name), "isCodable": "true" if codable else "false"}
    return said | ({"color": colour} if colour else {})


def _describe(
    element: ET.Element, text: str, synonyms: Sequence[str] = (), abbreviations: Sequence[str] = ()
) -> None:
    lines = [_plain(text)] if text else []
    for begin, words in ((_SYNONYMS, synonyms), (_ABBREVIATIONS, abbreviations)):
        if words:
            lines.append(
                begin + "; ".join(_plain(word).replace("\\", "\\\\").replace(";", "\\;") for word in words)
            )
    if lines:
        ET.SubElement(element, "Description").text = "\n".join(lines)


def _plain(text: str) -> str:
    return clean(text, mark=MARK).text


class _Builder(ET.TreeBuilder):
    """Builds the tree of a document; one with a DOCTYPE, which could name other files, is refused at once."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def doctype(self, *_said: str | None) -> None:
        raise Problem("Dit bestand heeft een DOCTYPE en wordt daarom niet gelezen. Sla het opnieuw op als .qdc.")

    @override
    def start(self, tag: Any, attrs: Any, /) -> ET.Element:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Problem("De codes in dit bestand liggen te diep onder elkaar. Kies een ander bestand.")
        return super().start(tag, attrs)

    @override
    def end(self, tag: str, /) -> ET.Element:
        self._depth -= 1
        return super().end(tag)


def _parsed(data: bytes) -> ET.Element:
    if len(data) > LARGEST:
        raise Problem("Dit bestand is te groot voor een codeboek. Kies een kleiner bestand.")
    parser = ET.XMLParser(target=_Builder())
    try:
        parser.feed(data)
        root = parser.close()
    except (ET.ParseError, ValueError, LookupError) as error:
        raise Problem("Dit bestand kan niet worden gelezen als REFI-QDA-codeboek. Maak het opnieuw.") from error
    return root


def _local(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _lines(root: ET.Element) -> Iterator[tuple[ET.Element, int | None]]:
    """Yield every code with the place of the one above it."""
    tops = [code for codes in _children(root, "Codes") for code in _children(codes, "Code")]
    waiting: list[tuple[ET.Element, int | None]] = [(code, None) for code in reversed(tops)]
    row = 0
    while waiting:
        element, above = waiting.pop()
        yield element, above
        waiting.extend((code, row) for code in reversed(list(_children(element, "Code"))))
        row += 1


def _children(element: ET.Element, name: str) -> Iterator[ET.Element]:
    return (child for child in element if _local(child) == name)


def _given(root: ET.Element, lines: Sequence[tuple[ET.Element, int | None]], title: str) -> Given:
    """Return main codes that are only a heading as dimensions; what stands outside them is of its set."""
    tops = _tops([above for _, above in lines])
    members = _members(root)
    dimensions: list[GivenDimension] = []
    homes: dict[int | str, int] = {}
    codes: list[GivenCode] = []
    rows: dict[int, int] = {}
    for row, (element, above) in enumerate(lines):
        if above is None and _is_group(element):
            homes[row] = len(dimensions)
            dimensions.append(GivenDimension(_name(element), id=_id(element), values=_definition(element)))
            continue
        home: int | str = (
            tops[row] if tops[row] in homes else members.get(_id(lines[tops[row]][0]), title or OTHERS)
        )
        if home not in homes:
            homes[home] = len(dimensions)
            dimensions.append(GivenDimension(str(home)))
        rows[row] = len(codes)
        parent = None if above is None else rows.get(above)
        codes.append(replace(_code(element), dimension=homes[home], parent=parent))
    return Given(title, tuple(dimensions), tuple(codes))


def _tops(above: Sequence[int | None]) -> list[int]:
    tops: list[int] = []
    for row, one in enumerate(above):
        tops.append(row if one is None else tops[one])
    return tops


def _is_group(element: ET.Element) -> bool:
    return element.get("isCodable", "true") in ("false", "0")


def _members(root: ET.Element) -> dict[str, str]:
    """Return in which set each code is (id → name of the set), the first that has it."""
    found: dict[str, str] = {}
    for one in (one for sets in _children(root, "Sets") for one in _children(sets, "Set")):
        for member in _children(one, "MemberCode"):
            found.setdefault(_hex(member.get("guid", "")), _name(one))
    return found


def _code(element: ET.Element) -> GivenCode:
    text, synonyms, abbreviations = _said(element)
    values: dict[str, Any] = {"definition": text, "synonyms": synonyms, "abbreviations": abbreviations}
    try:
        values["colour"] = written(element.get("color", ""))
    except Problem:
        values["colour"] = ""
    return GivenCode(_name(element), 0, id=_id(element), values=values)


def _said(element: ET.Element) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    text = "\n".join(clean(child.text or "", mark=MARK).text for child in _children(element, "Description")).strip()
    lines = text.split("\n") if text else []
    words: dict[str, tuple[str, ...]] = {}
    for begin in (_ABBREVIATIONS, _SYNONYMS):
        if lines and lines[-1].startswith(begin):
            parts = re.findall(r"(?:\\.|[^;\\])+", lines.pop().removeprefix(begin))
            words[begin] = tuple(filter(None, (re.sub(r"\\(.)", r"\1", part).strip() for part in parts)))
    return "\n".join(lines).strip(), words.get(_SYNONYMS, ()), words.get(_ABBREVIATIONS, ())


def _definition(element: ET.Element) -> dict[str, Any]:
    return {"definition": _said(element)[0]}


def _name(element: ET.Element) -> str:
    return " ".join(clean(element.get("name", ""), mark=MARK).text.split()) or "?"


def _id(element: ET.Element) -> str:
    return _hex(element.get("guid", ""))


def _hex(text: str) -> str:
    found = _GUID.fullmatch(text.strip())
    return found[1].replace("-", "").lower() if found else ""

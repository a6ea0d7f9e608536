"""A workspace as other programs for qualitative analysis exchange it (REFI-QDA Project 1.0, ``.qdpx``).

A session is a text source and a case, a block a selection in it, a tag a coding. What the standard has no room for
stands in descriptions and notes. Every guid is derived from an identity of ours: the same workspace gives the same.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook_order import in_tree_order
from bouwstenen_app.domain.codebook_refi import ORIGIN, codes_of, guid
from bouwstenen_app.domain.everything import Everything, facts
from bouwstenen_app.domain.session_text import SessionText, plain, session_text
from bouwstenen_app.domain.sessions_markdown import bundle_parts
from bouwstenen_app.domain.workshops import Workshop

NAMESPACE: Final = "urn:QDA-XML:project:1.0"
SCHEMA: Final = "http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd"
PROJECT: Final = "project.qde"
FOLDER: Final = "sources/"
"""Where the texts stand in the package; a path ``internal://…`` begins there."""
USER: Final = guid("user/bouwstenen")
"""One user for everything: who captured a block is nowhere, also not here."""
LONGEST_NAME: Final = 80
_INDENT: Final = "  "
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_NO_NAME: Final = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))
TEXT, INTEGER, DATE, BOOLEAN = "Text", "Integer", "Date", "Boolean"
VARIABLES: Final = (
    ("Datum", DATE),
    ("Regio", TEXT),
    ("Plaats", TEXT),
    ("Deelnemers", INTEGER),
    ("Fase", TEXT),
    ("Fictief", BOOLEAN),
)
ATTENDED: Final = "Aanwezig: "
"""Before the type of organisation, in the name of the variable that says how many of them were there."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one session, and how it is called in the project."""

    workshop: Workshop
    name: str
    """Unlike that of every other, and a name that a file can have."""
    said: SessionText

    @property
    def file(self) -> str:
        """The name of its file in the package."""
        return f"{guid(self.workshop.id)}.txt"


def sources(every: Everything) -> Iterator[Source]:
    """Yield the text of each session."""
    taken: set[str] = set()
    for workshop in every.workshops:
        name = own = _line(workshop.title).replace(": ", " - ").translate(_NO_NAME) or "Sessie"
        number = 1
        while own.casefold() in taken:
            number += 1
            own = f"{name} ({number})"
        taken.add(own.casefold())
        yield Source(workshop, own, session_text(workshop, every.of(workshop)))


def pieces(every: Everything, texts: Sequence[Source]) -> Iterator[str]:
    """Yield ``project.qde`` in pieces, a session at a time: all but the texts themselves."""
    ET.register_namespace("xsi", _XSI)
    root = ET.Element("Project", {"xmlns": NAMESPACE, "name": _line(every.title) or ORIGIN, "origin": ORIGIN})
    root.set(f"{{{_XSI}}}schemaLocation", f"{NAMESPACE} {SCHEMA}")
    root.attrib |= {"creatingUserGUID": USER} | _moment(every.made)
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield ET.tostring(root, encoding="unicode").removesuffix(" />") + ">\n"
    users = ET.Element("Users")
    ET.SubElement(users, "User", {"guid": USER, "name": ORIGIN})
    yield _written(users)
    if every.book.dimensions:
        codes = ET.Element("CodeBook")
        codes.append(codes_of(every.book))
        yield _written(codes)
    if texts:
        yield _written(_variables(every))
        yield _written(_cases(texts))
        yield f"{_INDENT}<Sources>\n"
        yield from (_written(source, level=2) for source in _sources(every, texts))
        yield f"{_INDENT}</Sources>\n"
    yield from (_written(group) for group in (_notes(every), _sets(every)) if len(group))
    yield "</Project>\n"


def _written(element: ET.Element, *, level: int = 1) -> str:
    ET.indent(element, _INDENT, level)
    return f"{_INDENT * level}{ET.tostring(element, encoding='unicode')}\n"


def _variables(every: Everything) -> ET.Element:
    group = ET.Element("Variables")
    organisations = dict.fromkeys(one.organisation for w in every.workshops for one in w.attendance)
    for name, kind in (*VARIABLES, *((f"{ATTENDED}{one}", INTEGER) for one in organisations)):
        said = {"guid": guid(f"variable/{name}"), "name": _line(name), "typeOfVariable": kind}
        ET.SubElement(group, "Variable", said)
    return group


def _cases(texts: Sequence[Source]) -> ET.Element:
    group = ET.Element("Cases")
    for source in texts:
        workshop = source.workshop
        case = ET.SubElement(group, "Case", {"guid": guid(f"case/{workshop.id}"), "name": source.name})
        for name, (kind, value) in _values(workshop).items():
            one = ET.SubElement(case, "VariableValue")
            ET.SubElement(one, "VariableRef", {"targetGUID": guid(f"variable/{name}")})
            ET.SubElement(one, f"{kind}Value").text = plain(value)
        ET.SubElement(case, "SourceRef", {"targetGUID": guid(workshop.id)})
    return group


def _values(workshop: Workshop) -> Mapping[str, tuple[str, str]]:
    """Return what is known of a session by the name of the variable: its kind and its value. Nothing empty."""
    values = (
        workshop.date.isoformat() if workshop.date else "",
        workshop.region,
        workshop.place,
        str(workshop.participants or ""),
        workshop.state,
        "true" if workshop.fictional else "false",
    )
    found = {name: (kind, value) for (name, kind), value in zip(VARIABLES, values, strict=True) if value}
    for one in workshop.attendance:
        before = int(found.get(f"{ATTENDED}{one.organisation}", (INTEGER, "0"))[1])
        found[f"{ATTENDED}{one.organisation}"] = (INTEGER, str(before + one.count))
    return found


def _sources(every: Everything, texts: Sequence[Source]) -> Iterator[ET.Element]:
    known = {code.id for dimension in every.book.dimensions for code in every.book.of(dimension.slug)}
    bundled: dict[str, list[str]] = {}
    for bundle in every.bundles:
        for one in bundle.contributions:
            bundled.setdefault(one, []).append(bundle.id)
    for source in texts:
        said = {"guid": guid(source.workshop.id), "name": source.name, "plainTextPath": f"internal://{source.file}"}
        date = source.workshop.date
        began = _moment(f"{date}T{source.workshop.start_time or '00:00'}") if date else {}
        element = ET.Element("TextSource", said | _by(began or _moment(every.made)))
        for spot in source.said.spots:
            places = {"startPosition": str(spot.start), "endPosition": str(spot.end)}
            _selection(element, spot.block, places, known, bundled.get(spot.block.id, ()))
        yield element


def _selection(
    element: ET.Element, block: Block, places: Mapping[str, str], known: set[str], bundles: Sequence[str]
) -> None:
    name = _line(f"{block.spoken_id} {block.title}")[:LONGEST_NAME]
    made = _by(_moment(block.captured_at))
    selection = ET.SubElement(
        element, "PlainTextSelection", {"guid": guid(block.id), "name": name} | dict(places) | made
    )
    ET.SubElement(selection, "Description").text = plain(" · ".join(facts(block)))
    for code in dict.fromkeys(block.codes):
        if code in known:
            coding = ET.SubElement(selection, "Coding", {"guid": guid(f"coding/{block.id}/{code}")} | made)
            ET.SubElement(coding, "CodeRef", {"targetGUID": guid(code)})
    notes = [guid(f"note/{block.id}")] if block.note else []
    for note in (*notes, *map(guid, bundles)):
        ET.SubElement(selection, "NoteRef", {"targetGUID": note})


def _notes(every: Everything) -> ET.Element:
    """Return what the facilitator noted with a block, and the bundles: texts beside what was said in the room."""
    spoken = {block.id: block.spoken_id for block in every.blocks}
    notes = [(f"note/{b.id}", f"Aantekening bij {b.spoken_id}", b.note) for b in every.blocks if b.note]
    notes += [
        (one.id, f"{one.spoken_id} {one.title}", "\n\n".join(bundle_parts(one, every.book, spoken)))
        for one in every.bundles
    ]
    group = ET.Element("Notes")
    for identity, name, text in notes:
        said = {"guid": guid(identity), "name": _line(name)[:LONGEST_NAME]}
        note = ET.SubElement(group, "Note", said | _by(_moment(every.made)))
        ET.SubElement(note, "PlainTextContent").text = plain(text)
    return group


def _sets(every: Everything) -> ET.Element:
    """Return a set for each dimension, as in a codebook alone."""
    group = ET.Element("Sets")
    for dimension in every.book.dimensions:
        one = ET.SubElement(group, "Set", {"guid": guid(f"set/{dimension.id}"), "name": _line(dimension.name)})
        for code in in_tree_order(every.book.of(dimension.slug)):
            ET.SubElement(one, "MemberCode", {"targetGUID": guid(code.id)})
    return group


def _by(made: Mapping[str, str]) -> dict[str, str]:
    return {"creatingUser": USER, **made}


def _moment(text: str) -> dict[str, str]:
    """Return a moment as an attribute; none for what is no moment."""
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        return {}
    return {"creationDateTime": moment.isoformat(timespec="seconds")}


def _line(text: str) -> str:
    return " ".join(plain(text).split())

"""A project in the exchange format REFI-QDA: by the rules of the standard, and every block where it says it is."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from lxml import etree
from tests.domain.everythings import everythings

from bouwstenen_app.domain.codebook_refi import guid
from bouwstenen_app.domain.everything import Everything
from bouwstenen_app.domain.refi_project import pieces, sources
from bouwstenen_app.domain.session_text import words

NS = "{urn:QDA-XML:project:1.0}"
POINTS_TO = {
    "CodeRef": "Code",
    "MemberCode": "Code",
    "SourceRef": "TextSource",
    "VariableRef": "Variable",
    "NoteRef": "Note",
}


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(Path(__file__).with_name("refi_project.xsd"))))


def check_standard(data: bytes, texts: dict[str, str]) -> ET.Element:
    """Check a project by the rules of Project 1.0, and return its root; ``texts`` are the files beside it.

    What the schema cannot say: each guid is there once, each reference finds an element of its kind, a text stands
    either in the project or beside it, positions lie inside the text, a user is one of the users.
    """
    _schema().assertValid(etree.fromstring(data))
    root = ET.fromstring(data)
    kinds: dict[str, str] = {}
    for element in root.iter():
        if identity := element.get("guid"):
            assert identity not in kinds
            kinds[identity] = element.tag.removeprefix(NS)
    for element in root.iter():
        tag = element.tag.removeprefix(NS)
        if target := element.get("targetGUID"):
            assert kinds[target] == POINTS_TO[tag]
        assert all(
            kinds[element.get(name, "")] == "User" for name in element.attrib if name.startswith("creatingUser")
        )
        if tag in ("TextSource", "Note"):
            assert (element.get("plainTextPath") is None) != (element.find(f"{NS}PlainTextContent") is None)
    for source in root.iter(f"{NS}TextSource"):
        text = texts[source.get("plainTextPath", "").removeprefix("internal://")]
        for one in source.iter(f"{NS}PlainTextSelection"):
            assert 0 <= int(one.get("startPosition", "")) < int(one.get("endPosition", "")) <= len(text)
    assert all(code.get("isCodable") == "true" for code in _coded(root))
    return root


def written(every: Everything) -> bytes:
    return "".join(pieces(every, list(sources(every)))).encode()


def _coded(root: ET.Element) -> list[ET.Element]:
    codes = {code.get("guid", ""): code for code in root.iter(f"{NS}Code")}
    return [codes[one.get("targetGUID", "")] for one in root.iter(f"{NS}CodeRef")]


@settings(max_examples=30)
@given(everythings())
def test_what_is_written_follows_the_standard(every: Everything) -> None:
    texts = list(sources(every))
    check_standard(written(every), {one.file: one.said.text for one in texts})


@settings(max_examples=30)
@given(everythings())
def test_every_block_is_found_at_its_positions_with_its_codes_and_its_notes(every: Everything) -> None:
    texts = list(sources(every))
    root = ET.fromstring(written(every))
    files = {guid(one.workshop.id): one.said.text for one in texts}
    places = {
        one.get("guid"): (
            files[source.get("guid", "")],
            int(one.get("startPosition", "")),
            int(one.get("endPosition", "")),
            one,
        )
        for source in root.iter(f"{NS}TextSource")
        for one in source.iter(f"{NS}PlainTextSelection")
    }
    notes = {note.get("guid"): note.findtext(f"{NS}PlainTextContent") or "" for note in root.iter(f"{NS}Note")}

    assert len(places) == len(every.blocks)
    for block in every.blocks:
        text, start, end, selection = places[guid(block.id)]
        assert text[start:end] == (words(block) or block.spoken_id)
        assert [one.get("targetGUID") for one in selection.iter(f"{NS}CodeRef")] == [
            guid(code) for code in block.codes
        ]
        said = "\n".join(notes[one.get("targetGUID")] for one in selection.iter(f"{NS}NoteRef"))
        assert block.note in said
        assert (every.bundles[0].explanation in said) or block.id not in every.bundles[0].contributions


@settings(max_examples=30)
@given(everythings())
def test_the_same_workspace_gives_the_same_project(every: Everything) -> None:
    assert written(every) == written(replace(every))


@settings(max_examples=30)
@given(everythings())
def test_names_of_sources_differ_and_can_be_names_of_files(every: Everything) -> None:
    names = [one.name for one in sources(every)]

    assert len({name.casefold() for name in names}) == len(names)
    assert not set('\\/:*?"<>|\n') & set("".join(names))
    assert all(names)

"""A codebook in the exchange format REFI-QDA: by the rules of the standard, and back."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from tests.domain.books import EMPTY, books, built

from bouwstenen_app.domain import codebook_refi
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.codebook_given import NEW, SAME, compare
from bouwstenen_app.domain.problems import Problem

NS = "{urn:QDA-XML:codebook:1.0}"
KNOWN = ("CodeBook", "Codes", "Code", "Description", "Sets", "Set", "MemberCode")
GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def check_standard(data: bytes) -> ET.Element:
    """Check the structure by the rules of Codebook.xsd 1.0, and return the root.

    CodeBook (origin?) holds Codes, then Sets?; both hold one at least. A Code (guid, name, isCodable, color?) holds
    Description?, then Code*; a Set (guid, name) holds Description?, then MemberCode* (guid). Nothing else is known.
    """
    root = ET.fromstring(data)
    assert {child.tag for child in root.iter()} <= {f"{NS}{name}" for name in KNOWN}
    assert {name for name in root.attrib if not name.startswith("{")} == {"origin"}
    assert all(len(group) for group in root)
    assert all(not (one.text or "").strip() for one in root.iter() if one.tag != f"{NS}Description")
    assert root.tag == f"{NS}CodeBook"
    assert [child.tag for child in root] in ([f"{NS}Codes"], [f"{NS}Codes", f"{NS}Sets"])
    guids: list[str] = []
    for code in root.find(f"{NS}Codes").iter(f"{NS}Code"):  # type: ignore[union-attr]
        assert {"guid", "name", "isCodable"} <= set(code.attrib) <= {"guid", "name", "isCodable", "color"}
        assert code.attrib["name"]
        assert code.attrib["isCodable"] in ("true", "false")
        assert re.fullmatch(r"#[0-9A-Fa-f]{6}", code.get("color", "#000000"))
        tags = [child.tag.removeprefix(NS) for child in code]
        assert tags == sorted(tags, key=("Description", "Code").index)
        assert tags.count("Description") <= 1
        guids.append(code.attrib["guid"])
    codes = set(guids)
    for one in root.iter(f"{NS}Set"):
        assert set(one.attrib) == {"guid", "name"}
        tags = [child.tag.removeprefix(NS) for child in one]
        assert tags == sorted(tags, key=("Description", "MemberCode").index)
        guids.append(one.attrib["guid"])
    assert all(set(member.attrib) == {"guid"} and not len(member) for member in root.iter(f"{NS}MemberCode"))
    assert all(member.attrib["guid"] in codes for member in root.iter(f"{NS}MemberCode"))
    assert len(set(guids)) == len(guids)
    assert all(map(GUID.fullmatch, guids))
    return root


@given(books())
def test_what_is_written_follows_the_standard(book: Codebook) -> None:
    check_standard(codebook_refi.write(book))


@given(books())
def test_what_the_format_can_hold_comes_back(book: Codebook) -> None:
    back = built(compare(EMPTY, codebook_refi.read(codebook_refi.write(book), "Boek")))

    def seen(one: Codebook) -> list[tuple[object, ...]]:
        return sorted(
            (
                (
                    code.name,
                    one.dimension(code.dimension).name,
                    one.by_id[code.parent].name if code.parent else "",
                    code.definition,
                    code.colour,
                    code.synonyms,
                )
                for code in one.codes
            ),
            key=repr,
        )

    assert seen(back) == seen(book)


def test_the_built_in_codebook_is_the_same_again_with_the_same_guids(codebook: Codebook) -> None:
    data = codebook_refi.write(codebook)
    plan = compare(codebook, codebook_refi.read(data))

    assert {one.kind for one in plan.all} == {SAME}
    assert {one.id for one in plan.codes} == {code.id for code in codebook.codes}
    assert data == codebook_refi.write(codebook)
    check_standard(data)


def test_a_file_of_another_program_comes_in_with_its_layers(codebook: Codebook) -> None:
    data = f"""<?xml version="1.0" encoding="utf-8"?>
    <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Ander">
      <Codes>
        <Code guid="{"1" * 8}-1111-1111-1111-{"1" * 12}" name="Ouders" isCodable="true" color="#ff0">
          <Description>Wat ouders zeggen</Description>
          <Code guid="{"2" * 8}-1111-1111-1111-{"1" * 12}" name="Moeders" isCodable="true">
            <Code guid="{"3" * 8}-1111-1111-1111-{"1" * 12}" name="Jonge moeders" isCodable="true"/>
          </Code>
        </Code>
      </Codes>
    </CodeBook>""".encode()

    plan = compare(codebook, codebook_refi.read(data, "Interviews"))

    assert [(one.kind, one.name) for one in plan.dimensions] == [(NEW, "Interviews")]
    top, child, grandchild = plan.codes
    assert (top.values["definition"], child.parent, grandchild.parent) == ("Wat ouders zeggen", top.id, top.id)


def test_both_ways_of_writing_a_guid_and_a_colour_are_read_and_the_namespace_of_nvivo_too() -> None:
    """The schema allows braces and three digits; NVivo writes ``1:0`` for the ``1.0`` of the standard."""
    data = (
        b'<CodeBook xmlns="urn:QDA-XML:codebook:1:0" origin="NVivo"><Codes>'
        b'<Code guid="{6F0C3F0E-5B1D-4A52-9D7C-0B5A7E0E5E11}" name="Drempels" isCodable="true" color="#b43"/>'
        b"</Codes></CodeBook>"
    )
    (code,) = codebook_refi.read(data).codes
    assert code.id == "6f0c3f0e5b1d4a529d7c0b5a7e0e5e11"
    assert code.values["colour"] == "#BB4433"


def test_an_empty_codebook_is_not_written_for_the_standard_wants_a_code() -> None:
    with pytest.raises(Problem, match="leeg"):
        codebook_refi.write(EMPTY)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused_in_any_encoding(encoding: str) -> None:
    data = f"""<?xml version="1.0" encoding="{encoding}"?>
    <!DOCTYPE CodeBook [<!ENTITY x SYSTEM "file:///etc/passwd">]>
    <CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>""".encode(encoding)

    with pytest.raises(Problem, match="DOCTYPE"):
        codebook_refi.read(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"<CodeBook>",
        b"<Project/>",
        b"<a/>" * 3,
        b"<?xml version='1.0' encoding='x-mac'?><a/>",
    ],
)
def test_what_is_no_codebook_is_told(data: bytes) -> None:
    with pytest.raises(Problem):
        codebook_refi.read(data)


def test_a_bomb_of_layers_or_bytes_is_refused() -> None:
    deep = b"<CodeBook><Codes>" + b"<Code name='x'>" * 100_000
    with pytest.raises(Problem, match="te diep"):
        codebook_refi.read(deep)
    with pytest.raises(Problem, match="te groot"):
        codebook_refi.read(b" " * (codebook_refi.LARGEST + 1))

import random
import re
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.shared import Cm

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.report import Report
from bouwstenen_app.export import word
from bouwstenen_app.export.checks import ERROR, findings

TEMPLATE = Path(__file__).parents[2] / "resources/templates/report.docx"
NOW = datetime(2026, 3, 3, tzinfo=UTC)


def write(report: Report, target: Path, template: Path) -> Path:
    for _ in word.write(report, target, template=template, now=NOW):
        pass
    return target


def changed(template: Path, target: Path, changes: dict[str, bytes]) -> Path:
    with ZipFile(template) as package:
        members = {name: package.read(name) for name in package.namelist()} | changes
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return target


@pytest.fixture
def house_style(tmp_path: Path) -> Path:
    """Return a Word file as others make it: without our styles, with text, a maker, and a wide margin."""
    document = Document()
    document.add_paragraph("Tekst van het sjabloon")
    document.sections[0].left_margin = Cm(4)
    document.sections[0].header.paragraphs[0].text = "Huisstijl van de gemeente"
    document.core_properties.author = "Jan de Vries"
    path = tmp_path / "huisstijl.docx"
    document.save(str(path))
    return path


def test_a_house_style_without_our_styles_gets_them(report: Report, house_style: Path, tmp_path: Path) -> None:
    path = write(report, tmp_path / "rapport.docx", house_style)
    document = Document(str(path))
    names = {style.name for style in document.styles}

    assert {"Herkomst", "Bouwstenen tabel", "toc 1", "Tussenkop"} <= names
    assert {finding.message for finding in findings(path) if finding.kind == ERROR} == {
        f"De letters van de stijl {name} hebben te weinig contrast (4,0 in plaats van 4,5)."
        for name in ("Caption", "Heading 2", "Heading 3", "Subtitle")
    }


def test_a_house_style_keeps_its_paper_and_header_and_loses_its_text(
    report: Report, house_style: Path, tmp_path: Path
) -> None:
    path = write(report, tmp_path / "rapport.docx", house_style)
    document = Document(str(path))
    with ZipFile(path) as package:
        everything = b"".join(package.read(name) for name in package.namelist())

    assert round(document.sections[0].left_margin.cm, 2) == 4
    assert document.sections[0].header.paragraphs[0].text == "Huisstijl van de gemeente"
    assert "Pagina " in document.sections[0].footer.paragraphs[0].text
    assert b"Jan de Vries" not in everything
    assert b"Tekst van het sjabloon" not in everything


def test_styles_are_found_by_name_in_a_file_of_dutch_word(small_report: Report, tmp_path: Path) -> None:
    with ZipFile(TEMPLATE) as package:
        sheet = (
            package.read("word/styles.xml")
            .replace(b'"Heading1"', b'"Kop1"')
            .replace(b'"heading 1"', b'"Heading 1"')
        )
        numbering = package.read("word/numbering.xml").replace(b'"Heading1"', b'"Kop1"')
    template = changed(TEMPLATE, tmp_path / "nl.docx", {"word/styles.xml": sheet, "word/numbering.xml": numbering})
    path = write(small_report, tmp_path / "rapport.docx", template)
    with ZipFile(path) as package:
        body = package.read("word/document.xml")

    assert b'<w:pStyle w:val="Kop1"/>' in body
    assert not [finding for finding in findings(path) if finding.kind == ERROR]


def test_headings_are_numbered_in_a_house_style_that_does_not(
    house_style: Path, small_report: Report, tmp_path: Path
) -> None:
    path = write(small_report, tmp_path / "rapport.docx", house_style)
    with ZipFile(path) as package:
        numbering = package.read("word/numbering.xml").decode()

    assert '<w:pStyle w:val="Heading1"/>' in numbering
    assert Document(str(path)).styles["Heading 1"].element.find(".//{*}numPr/{*}numId") is not None


def test_a_template_of_word_is_a_template_too(small_report: Report, tmp_path: Path) -> None:
    with ZipFile(TEMPLATE) as package:
        types = package.read("[Content_Types].xml").replace(b"document.main+xml", b"template.main+xml")
    template = changed(TEMPLATE, tmp_path / "huisstijl.dotx", {"[Content_Types].xml": types})

    path = write(small_report, tmp_path / "rapport.docx", template)

    assert Document(str(path)).paragraphs[0].text == "Klein verslag"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"geen zip", "is geen leesbaar Word-bestand"),
        (b"", "is geen leesbaar Word-bestand"),
        (b"\xd0\xcf\x11\xe0 oud", "van de oude soort"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "met een wachtwoord beveiligd"),
        (b"%PDF-1.7", "is een pdf, geen Word-bestand"),
        (b"{\\rtf1 x}", "is een RTF-bestand"),
        (b"\x89PNG\r\n", "is een afbeelding"),
        (b"\n<!doctype html><p>x</p>", "is een webpagina"),
        (b"PK\x03\x04 kapot", "is beschadigd"),
    ],
)
def test_what_is_no_word_file_is_told(small_report: Report, tmp_path: Path, data: bytes, sentence: str) -> None:
    template = tmp_path / "sjabloon.docx"
    template.write_bytes(data)
    target = tmp_path / "rapport.docx"
    target.write_bytes(b"het vorige rapport")

    with pytest.raises(Problem, match=sentence):
        write(small_report, target, template)

    assert target.read_bytes() == b"het vorige rapport"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["rapport.docx", "sjabloon.docx"]


def test_a_zip_without_a_document_is_told(small_report: Report, tmp_path: Path) -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        package.writestr("iets.txt", "tekst")
    (tmp_path / "s.docx").write_bytes(buffer.getvalue())

    with pytest.raises(Problem, match="geen leesbaar Word-bestand"):
        write(small_report, tmp_path / "rapport.docx", tmp_path / "s.docx")


@pytest.mark.parametrize(
    ("member", "sentence"),
    [
        ("xl/workbook.xml", "een Excel-bestand"),
        ("ppt/presentation.xml", "een PowerPoint-bestand"),
        ("content.xml", "een OpenDocument-bestand"),
        ("word/vbaProject.bin", "bevat macro’s"),
    ],
)
def test_another_package_or_macros_are_told(
    small_report: Report, tmp_path: Path, member: str, sentence: str
) -> None:
    template = changed(TEMPLATE, tmp_path / "s.docx", {member: b"<x/>"})

    with pytest.raises(Problem, match=sentence):
        write(small_report, tmp_path / "rapport.docx", template)


@pytest.mark.parametrize("kind", [b"document.macroEnabled.main+xml", b"template.macroEnabledTemplate.main+xml"])
def test_a_file_that_may_hold_macros_is_refused(small_report: Report, tmp_path: Path, kind: bytes) -> None:
    with ZipFile(TEMPLATE) as package:
        types = package.read("[Content_Types].xml")
    types = types.replace(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", b"vnd.ms-word." + kind
    )
    template = changed(TEMPLATE, tmp_path / "s.docm", {"[Content_Types].xml": types})

    with pytest.raises(Problem, match="bevat macro’s"):
        write(small_report, tmp_path / "rapport.docx", template)


def test_a_part_that_is_missing_is_named(small_report: Report, tmp_path: Path) -> None:
    with ZipFile(TEMPLATE) as package:
        members = {name: package.read(name) for name in package.namelist() if name != "word/header1.xml"}
    with ZipFile(tmp_path / "s.docx", "w") as package:
        for name, data in members.items():
            package.writestr(name, data)

    with pytest.raises(Problem, match=r"ontbreekt een onderdeel \(word/header1.xml\)"):
        write(small_report, tmp_path / "rapport.docx", tmp_path / "s.docx")


@pytest.mark.parametrize("part", ["styles", "numbering", "settings"])
def test_a_part_that_the_package_calls_something_else_is_named(
    small_report: Report, tmp_path: Path, part: str
) -> None:
    with ZipFile(TEMPLATE) as package:
        types = package.read("[Content_Types].xml")
    called = f"wordprocessingml.{part}+xml".encode()
    assert called in types
    changes = {"[Content_Types].xml": types.replace(called, b"wordprocessingml.iets-anders+xml")}

    with pytest.raises(Problem, match=f"word/{part}"):
        write(small_report, tmp_path / "rapport.docx", changed(TEMPLATE, tmp_path / "ander.docx", changes))


def test_a_part_of_which_there_are_two_is_told(small_report: Report, tmp_path: Path) -> None:
    where = "word/_rels/document.xml.rels"
    with ZipFile(TEMPLATE) as package:
        rels = package.read(where)
    found = re.search(rb'<Relationship [^>]*relationships/styles"[^>]*/>', rels)
    assert found is not None
    twice = found[0] + re.sub(rb'Id="[^"]+"', b'Id="rIdTwee"', found[0])
    changes = {where: rels.replace(found[0], twice)}

    with pytest.raises(Problem, match=r"ander\.docx"):
        write(small_report, tmp_path / "rapport.docx", changed(TEMPLATE, tmp_path / "ander.docx", changes))


def test_strict_open_xml_is_told(small_report: Report, tmp_path: Path) -> None:
    with ZipFile(TEMPLATE) as package:
        body = package.read("word/document.xml")
    strict = body.replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    template = changed(TEMPLATE, tmp_path / "s.docx", {"word/document.xml": strict})

    with pytest.raises(Problem, match="Strict Open XML"):
        write(small_report, tmp_path / "rapport.docx", template)


def test_a_part_that_grows_too_much_is_refused_before_it_is_read(small_report: Report, tmp_path: Path) -> None:
    template = changed(TEMPLATE, tmp_path / "s.docx", {"word/media/x.bin": bytes(20_000_000)})

    with pytest.raises(Problem, match="keer zo groot"):
        write(small_report, tmp_path / "rapport.docx", template)


def test_a_locked_package_is_told(small_report: Report, tmp_path: Path) -> None:
    data = bytearray(TEMPLATE.read_bytes())
    place = data.find(b"PK\x01\x02")
    data[place + 8] |= 1
    (tmp_path / "s.docx").write_bytes(bytes(data))

    with pytest.raises(Problem, match="met een wachtwoord beveiligd"):
        write(small_report, tmp_path / "rapport.docx", tmp_path / "s.docx")


def test_a_text_under_another_name_is_found(small_report: Report, tmp_path: Path) -> None:
    with ZipFile(TEMPLATE) as package:
        members = {
            name.replace("document.xml", "document2.xml"):
            package.read(name).replace(b"word/document.xml", b"word/document2.xml")
            for name in package.namelist()
        }  # fmt: skip
    with ZipFile(tmp_path / "s.docx", "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    path = write(small_report, tmp_path / "rapport.docx", tmp_path / "s.docx")

    with ZipFile(path) as package:
        assert [name for name in package.namelist() if "document" in name and "rels" not in name] == [
            "word/document.xml"
        ]
    assert Document(str(path)).paragraphs[0].text == "Klein verslag"


def test_a_template_that_is_not_there_is_told(small_report: Report, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="is niet gevonden"):
        write(small_report, tmp_path / "rapport.docx", tmp_path / "weg.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_document_type_is_refused(small_report: Report, tmp_path: Path, encoding: str) -> None:
    with ZipFile(TEMPLATE) as package:
        styles = package.read("word/styles.xml")
    bomb = '<!DOCTYPE x [<!ENTITY a "b">]>'.encode(encoding) + styles
    template = changed(TEMPLATE, tmp_path / "s.docx", {"word/styles.xml": bomb})

    with pytest.raises(Problem, match="documenttype"):
        write(small_report, tmp_path / "rapport.docx", template)


def test_a_zip_bomb_is_refused_before_it_is_read(small_report: Report, tmp_path: Path) -> None:
    template = changed(TEMPLATE, tmp_path / "s.docx", {"word/media/x.bin": bytes(201_000_000)})

    with pytest.raises(Problem, match="te groot"):
        write(small_report, tmp_path / "rapport.docx", template)


def test_a_damaged_template_gives_a_report_or_a_problem_and_nothing_else(
    small_report: Report, tmp_path: Path
) -> None:
    chance = random.Random(7)
    with ZipFile(TEMPLATE) as package:
        members = {name: package.read(name) for name in package.namelist()}
    for round_ in range(150):
        name = chance.choice(sorted(members))
        data = bytearray(members[name])
        for _ in range(chance.randint(1, 6)):
            place = chance.randrange(len(data))
            data[place : place + chance.choice((0, 1, 30))] = chance.randbytes(chance.choice((0, 1, 3)))
        template = changed(TEMPLATE, tmp_path / f"s{round_}.docx", {name: bytes(data)})
        with suppress(Problem):
            write(small_report, tmp_path / "rapport.docx", template)

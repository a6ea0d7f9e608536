import re
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.export.checks import ERROR, WARNING, Finding, findings


def spoiled(written: Path, target: Path, member: str, pattern: str, replacement: str) -> tuple[Finding, ...]:
    """Return what is found after one part of the good report is spoiled."""
    with ZipFile(written) as package:
        members = {name: package.read(name) for name in package.namelist()}
    text, count = re.subn(pattern, replacement, members[member].decode(), count=1)
    assert count == 1
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, text.encode() if name == member else data)
    return findings(target)


BODY = "word/document.xml"


@pytest.mark.parametrize(
    ("member", "pattern", "replacement", "message"),
    [
        ("docProps/core.xml", "<dc:title>.*?</dc:title>", "", "geen titel"),
        ("docProps/core.xml", "<dc:language>.*?</dc:language>", "", "in welke taal"),
        ("word/styles.xml", '<w:lang w:val="nl-NL"[^>]*/>', "", "in welke taal"),
        ("docProps/core.xml", "</dc:creator>", "</dc:creator><cp:lastModifiedBy>x</cp:lastModifiedBy>", "wie het"),
        ("docProps/core.xml", "<dc:creator>.*?</dc:creator>", "<dc:creator>python-docx</dc:creator>", "programma"),
        ("docProps/app.xml", "<Application>", "<Company>x</Company><Application>", "organisatie"),
        ("word/settings.xml", "<w:compat>", '<w:updateFields w:val="true"/><w:compat>', "Word zal vragen"),
        (BODY, '"Title"/>(.*?)<w:t(.*?)>Bouw', r'"BodyText"/>\1<w:t\2>X', "0 regels in de stijl Titel"),
        (BODY, '"Heading1"', '"Title"', "2 regels in de stijl Titel"),
        (BODY, '"Heading2"', '"Heading4"', "slaat een niveau over"),
        (BODY, "<w:tblHeader/>", "", "geen koprij"),
        (BODY, '"Caption"', '"BodyText"', "geen bijschrift"),
        (BODY, "(<w:tcPr>)", r'\1<w:gridSpan w:val="2"/>', "samengevoegde cellen"),
        (BODY, r"<w:t>Sessie</w:t>", "<w:t></w:t>", "lege cel"),
        (BODY, 'descr="[^"]+"', 'descr=""', "geen alternatieve tekst"),
        (BODY, r'<w:shd [^>]*w:fill="\w+"/>', '<w:shd w:val="clear" w:fill="EEEEEE"/>', "te weinig contrast"),
        (BODY, ">V1-003<", ">https://example.org<", "zegt niet waarheen"),
        (BODY, ">V1-003<", ">klik hier<", "zegt niet waarheen"),
        (BODY, "De meeste stemmen", '</w:t></w:r><w:r><w:rPr><w:color w:val="CCCCCC"/></w:rPr><w:t>', "contrast"),
        (
            "word/styles.xml",
            '(w:styleId="BodyText".*?<w:spacing[^>]*/>)</w:pPr>',
            r'\1</w:pPr><w:rPr><w:color w:val="AAAAAA"/></w:rPr>',
            "stijl Body text hebben te weinig contrast",
        ),
    ],
)
def test_what_is_spoiled_is_found(
    written: Path, tmp_path: Path, member: str, pattern: str, replacement: str, message: str
) -> None:
    found = spoiled(written, tmp_path / "a.docx", member, pattern, replacement)

    assert [finding for finding in found if message in finding.message and finding.kind == ERROR], found


@pytest.mark.parametrize(
    ("pattern", "replacement", "message"),
    [
        ("(<w:sdt>)", r"<w:p/>\1", "lege alinea"),
        ("De meeste stemmen kreeg ", "- De meeste stemmen kreeg ", "met de hand getypt"),
        ("De meeste stemmen kreeg ", "De meeste {{stemmen}} kreeg ", "invulveld dat niet is gevuld: {{stemmen}}"),
        ("</w:p>", "<w:ins/></w:p>", "nog wijzigingen in"),
        ('"Title"', '"BodyText"', "niet in de stijl Titel"),
        ("<w:tblCaption[^>]*/><w:tblDescription[^>]*/>", "", "tabel heeft geen alternatieve tekst"),
        ('descr="', f'descr="{"lang " * 100}', "langer dan 400 tekens"),
    ],
)
def test_what_could_be_better_is_a_warning(
    written: Path, tmp_path: Path, pattern: str, replacement: str, message: str
) -> None:
    found = spoiled(written, tmp_path / "a.docx", BODY, pattern, replacement)

    assert [finding.message for finding in found if message in finding.message]
    assert not [finding for finding in found if finding.kind == ERROR]


def test_numbers_of_editing_sessions_are_a_warning(written: Path, tmp_path: Path) -> None:
    found = spoiled(written, tmp_path / "a.docx", "word/settings.xml", "<w:compat>", "<w:rsids/><w:compat>")

    assert [(finding.kind, finding.place) for finding in found] == [(WARNING, "word/settings.xml")]


def test_what_is_found_says_where(written: Path, tmp_path: Path) -> None:
    found = spoiled(written, tmp_path / "a.docx", BODY, ">V1-003<", "> <")

    assert [finding.place for finding in found] == ["Kernboodschap"]


def test_small_letters_are_a_warning(written: Path, tmp_path: Path) -> None:
    found = spoiled(
        written, tmp_path / "a.docx", "word/styles.xml", '(<w:style .*?)<w:sz w:val="22"/>', r'\1<w:sz w:val="18"/>'
    )

    assert [finding.message for finding in found] == ["De stijl Normal is kleiner dan 11 punten (9)."]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"geen zip")

    with pytest.raises(Problem, match="geen leesbaar Word-bestand"):
        findings(tmp_path / "a.docx")

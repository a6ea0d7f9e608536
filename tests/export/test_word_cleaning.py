from types import SimpleNamespace

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from bouwstenen_app.export.word_cleaning import PICTURE, clean, fields, used

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
RELS = {
    "rId1": SimpleNamespace(reltype=RELATIONSHIP_TYPE.IMAGE, is_external=False, target_ref="media/x.png"),
    "rId2": SimpleNamespace(reltype=RELATIONSHIP_TYPE.IMAGE, is_external=True, target_ref="http://spion/x.png"),
    "rId3": SimpleNamespace(reltype=RELATIONSHIP_TYPE.HYPERLINK, is_external=True, target_ref="https://a.nl"),
    "rId4": SimpleNamespace(reltype=RELATIONSHIP_TYPE.HYPERLINK, is_external=True, target_ref="file:///c:/x"),
    "rId5": SimpleNamespace(reltype=RELATIONSHIP_TYPE.OLE_OBJECT, is_external=False, target_ref="embeddings/x.bin"),
}


def cleaned(inner: str) -> tuple[str, str]:
    """Return what is said after cleaning, and the names of the elements that are left."""
    element = parse_xml(f"<w:p {NS}>{inner}</w:p>")
    clean(element, RELS)
    text = "".join(text.text or "" for text in element.iter("{*}t"))
    return text, " ".join(str(child.tag).rpartition("}")[2] for child in element.iter())


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def drawing(rel_id: str) -> str:
    return f'<w:r><w:drawing><wp:docPr id="1" name="x"/><a:blip r:embed="{rel_id}"/></w:drawing></w:r>'


def test_remarks_and_changes_are_gone_and_what_was_put_in_stays() -> None:
    text, names = cleaned(
        f'<w:commentRangeStart w:id="1"/>{run("a")}<w:del>{run("weg")}</w:del><w:ins>{run("b")}</w:ins>'
        '<w:r><w:rPr><w:b/><w:rPrChange/></w:rPr><w:commentReference w:id="1"/></w:r><w:proofErr/>'
    )

    assert text == "ab"
    assert names == "p r t r t r rPr b"


def test_numbers_of_editing_sessions_are_gone() -> None:
    element = parse_xml(f'<w:p {NS} w:rsidR="00A1"><w:r w:rsidRPr="00A2"/></w:p>')
    clean(element, {})

    assert not [name for child in element.iter() for name in child.attrib]


def test_pictures_stay_with_a_description_and_those_from_elsewhere_go() -> None:
    element = parse_xml(f"<w:p {NS}>{drawing('rId1')}{drawing('rId2')}{drawing('rId5')}{drawing('rId9')}</w:p>")
    clean(element, RELS)

    assert used([element]) == {"rId1"}
    assert [found.get("descr") for found in element.iter("{*}docPr")] == [PICTURE]


def test_links_to_the_web_stay_and_other_links_become_text() -> None:
    links = "".join(
        f"<w:hyperlink {target}>{run(text)}</w:hyperlink>"
        for target, text in (
            ('r:id="rId3"', "a"),
            ('r:id="rId4"', "b"),
            ('w:anchor="x"', "c"),
            ('r:id="rId8"', "d"),
        )
    )
    text, names = cleaned(links)

    assert text == "abcd"
    assert names.count("hyperlink") == 1


def test_fields_that_fetch_something_leave_their_text() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText> {} </w:instrText></w:r>"
    text, names = cleaned(
        mark("begin") + code.format("INCLUDETEXT c:\\geheim") + mark("separate") + run("tekst") + mark("end")
        + mark("begin") + code.format("PAGE") + mark("separate") + run("1") + mark("end") + mark("end")
        + f'<w:fldSimple w:instr="LINK x">{run("cijfer")}</w:fldSimple>'
    )  # fmt: skip

    assert text == "tekst1cijfer"
    assert names.count("fldChar") == 3
    assert "fldSimple" not in names


def test_a_field_in_a_field_is_found() -> None:
    kinds = ("begin", "begin", "end", "end")
    marks = "".join(f'<w:fldChar w:fldCharType="{kind}"/>' for kind in kinds)

    assert len(fields(parse_xml(f"<w:p {NS}>{marks}</w:p>"))) == 2

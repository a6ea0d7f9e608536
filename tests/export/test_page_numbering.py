"""The marks of headings and lists are read from the numberings of a template."""

from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from bouwstenen_app.export.page_look import Mark, page_look

TEMPLATE = Path(__file__).parents[2] / "resources" / "templates" / "report.docx"


def test_ours_are_numbers_bullets_and_numbers_with_a_point() -> None:
    marks = page_look(TEMPLATE).marks

    assert marks["heading 2"] == Mark("%1.%2", ("decimal",) * 3, " ")
    assert marks["List Bullet"] == Mark("•", (), "\t")
    assert marks["List Number"] == Mark("%1.", ("decimal",), "\t")


def test_the_dash_and_the_indent_of_a_house_style_are_read(tmp_path: Path) -> None:
    document = Document(str(TEMPLATE))
    numbering = document.part.numbering_part.element
    level = (
        '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf02d"/>'
        '<w:pPr><w:ind w:left="1000" w:hanging="500"/></w:pPr></w:lvl>'
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{level}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="90"/></w:num>'))
    properties = document.styles["List Bullet"].element.pPr
    properties.numPr.numId.val = 91
    properties.remove(properties.ind)
    own = tmp_path / "huisstijl.docx"
    document.save(str(own))
    look = page_look(own)

    assert look.marks["List Bullet"] == Mark("–", (), "\t")
    assert (look.letters["List Bullet"].left, look.letters["List Bullet"].hanging) == (50, 25)

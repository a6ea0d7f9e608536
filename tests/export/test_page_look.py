from collections.abc import Callable, Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor
from tests.export import house_styles

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.report import Report, Section, TitlePage
from bouwstenen_app.export.page_blocks import Block, Line, Text, pictures_in
from bouwstenen_app.export.page_look import page_look, planned

TEMPLATE = Path(__file__).parents[2] / "resources" / "templates" / "report.docx"


def test_our_template_is_a4_with_our_accent() -> None:
    look = page_look(TEMPLATE)

    assert look.paper == pytest.approx((595.3, 841.9), abs=0.2)
    assert look.margins[0] == pytest.approx(68, abs=1)
    assert look.accent == "0B5A5E"
    assert look.letters["heading 1"].bold
    assert (look.letters["Normal"].size, look.letters["Normal"].family) == (11, "Calibri")


def test_the_letters_of_a_house_style_are_read_with_what_they_are_based_on(tmp_path: Path) -> None:
    document = Document(str(TEMPLATE))
    normal, heading = document.styles["Normal"].font, document.styles["Heading 1"].font
    normal.name, normal.size = "Verdana", Pt(9.5)
    heading.size, heading.color.rgb = Pt(28), RGBColor(0xAA, 0, 0)
    own = tmp_path / "huisstijl.docx"
    document.save(str(own))
    look = page_look(own)

    assert (look.letters["Normal"].family, look.letters["Normal"].size) == ("Verdana", 9.5)
    assert (look.letters["heading 1"].size, look.letters["heading 1"].colour) == (28, "AA0000")
    assert look.letters["heading 1"].family == "Verdana"


def test_a_template_that_was_changed_is_read_anew(tmp_path: Path) -> None:
    own = tmp_path / "huisstijl.docx"
    own.write_bytes(TEMPLATE.read_bytes())
    before = page_look(own)
    document = Document(str(own))
    document.styles["Normal"].font.size = Pt(14)
    document.save(str(own))

    assert page_look(own).letters["Normal"].size == 14 != before.letters["Normal"].size


def test_a_file_that_is_no_template_is_a_problem(tmp_path: Path) -> None:
    own = tmp_path / "huisstijl.docx"
    own.write_bytes(b"geen Word")
    with pytest.raises(Problem):
        page_look(own)


def test_the_plan_has_a_heading_for_every_section() -> None:
    report = Report(TitlePage("Titel"), (Section("Een"), Section("Een A", 2), Section("Bijlage", numbered=False)))
    plan = planned(report, TEMPLATE)

    assert [(one.number, one.title, one.level) for one in plan.headings] == [
        ("1", "Een", 1), ("1.1", "Een A", 2), ("", "Bijlage", 1)
    ]  # fmt: skip
    assert len(plan.contents) == 3


def test_the_room_the_frame_and_the_head_of_a_template_are_read(tmp_path: Path) -> None:
    look = page_look(TEMPLATE)
    notice, quote = look.letters["Melding"], look.letters["Quote"]

    assert (look.letters["Title"].before, look.letters["Title"].line) == (180, 0.95)
    assert (notice.fill, {edge.side for edge in notice.edges}) == ("FDF3E3", {"top", "right", "bottom", "left"})
    assert (quote.left, quote.italic, [edge.side for edge in quote.edges]) == (17, True, ["left"])
    assert look.across(landscape=True) > look.across(landscape=False)


def said(blocks: Iterable[Block]) -> list[str]:
    """Return the text of each paragraph, with the fields in it as Word calls them."""
    lines = (block for block in blocks if isinstance(block, Line))
    return ["".join(one.field or one.said for one in line.pieces if isinstance(one, Text)) for line in lines]


def test_the_plan_has_what_stands_above_and_below_the_pages(tmp_path: Path) -> None:
    report = Report(TitlePage("Samen optrekken"), (Section("Een"),))
    (setup,) = planned(report, TEMPLATE).setups
    assert [(kind, said(blocks)) for kind, blocks in setup.heads] == [("default", ["Samen optrekken"])]
    assert [(kind, said(blocks)) for kind, blocks in setup.feet] == [("default", ["Pagina PAGE van NUMPAGES"])]
    assert (setup.titled, setup.head_down) == (True, 34)

    document = Document(str(TEMPLATE))
    document.sections[-1].header.paragraphs[0].clear().add_run("Gemeente Voorbeeld")
    own = tmp_path / "huisstijl.docx"
    document.save(str(own))
    assert said(dict(planned(report, own).setups[-1].heads)["default"]) == ["Gemeente Voorbeeld"]


def test_the_plan_has_the_cover_of_a_house_style_with_its_picture(tmp_path: Path) -> None:
    report = Report(TitlePage("Samen optrekken", subtitle="Voor de stuurgroep"), (Section("Een"),))
    cover = house_styles.municipality(tmp_path / "gemeente.docx")
    plan = planned(report, cover)

    front, rest = plan.fronts
    assert "Samen optrekken" in said(front)
    assert rest == ()
    assert [(round(one.size[0]), one.data) for one in pictures_in(front)] == [
        (round(6 * 72 / 2.54), house_styles.picture().getvalue())
    ]
    assert plan.titled
    head = dict(plan.setups[-1].heads)["default"]
    assert said(head) == ["", "Samen optrekken · –"]
    assert [round(one.size[0]) for one in pictures_in(head)] == [round(3 * 72 / 2.54)]
    assert (planned(report, TEMPLATE).fronts, planned(report, TEMPLATE).titled) == ((), False)
    short = replace(report, compact=True)
    assert planned(short, cover).fronts == ()


def changed(tmp_path: Path, change: Callable[[WordDocument], None]) -> Path:
    """Return our template with something else in it."""
    document = Document(str(TEMPLATE))
    change(document)
    own = tmp_path / "huisstijl.docx"
    document.save(str(own))
    return own


def test_measures_that_are_none_do_not_keep_a_template_from_being_shown(tmp_path: Path) -> None:
    def strange(document: WordDocument) -> None:
        normal = document.styles["Normal"].element.get_or_add_pPr()
        normal.append(parse_xml(f'<w:spacing {nsdecls("w")} w:before="--5" w:line="²" w:after="{"9" * 400}"/>'))
        letters = document.styles["Heading 1"].element.get_or_add_rPr()
        letters.insert(0, parse_xml(f'<w:sz {nsdecls("w")} w:val="{"9" * 15}"/>'))
        document.part.numbering_part.element.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="91"/>'))
        document.styles["List Bullet"].element.pPr.numPr.numId.val = 91

    look = page_look(changed(tmp_path, strange))
    assert look.letters["Normal"].before == 0
    assert look.letters["heading 1"].size <= 400
    assert "List Bullet" not in look.marks


def test_what_cannot_be_understood_of_a_template_is_a_problem_not_a_bug(tmp_path: Path) -> None:
    def broken(document: WordDocument) -> None:
        for rel in document.part.rels.values():
            if rel.reltype == RELATIONSHIP_TYPE.THEME:
                theme = b'<a:theme><a:majorFont><a:latin typeface="\xff\xfe"/>'
                rel.target_part._blob = theme
                return
        raise AssertionError

    own = changed(tmp_path, broken)
    with pytest.raises(Problem, match="huisstijl"):
        page_look(own)


def test_pages_have_room_for_text_whatever_margins_a_template_asks(tmp_path: Path) -> None:
    def narrow(document: WordDocument) -> None:
        section = document.sections[-1]
        section.left_margin = section.right_margin = Pt(400)

    look = page_look(changed(tmp_path, narrow))
    assert look.across(landscape=False) == 100

    def small(document: WordDocument) -> None:
        document.sections[-1].page_width, document.sections[-1].page_height = Pt(1), Pt(1500_000 // 20)

    look = page_look(changed(tmp_path, small))
    assert look.paper == (100, 3_000)


def test_the_gutter_of_a_template_is_left_of_the_text_as_in_word(tmp_path: Path) -> None:
    def bound(document: WordDocument) -> None:
        document.sections[-1].gutter = Pt(20)

    own = changed(tmp_path, bound)
    report = Report(TitlePage("Samen optrekken"), (Section("Een"),))
    assert page_look(own).margins[0] == pytest.approx(page_look(TEMPLATE).margins[0] + 20)
    assert planned(report, own).setups[-1].margins[0] == pytest.approx(page_look(own).margins[0])


def test_even_pages_are_as_the_others_where_the_template_switches_that_off(tmp_path: Path) -> None:
    def off(document: WordDocument) -> None:
        switch = parse_xml(f'<w:evenAndOddHeaders {nsdecls("w")} w:val="0"/>')
        document.settings.element.insert(0, switch)

    report = Report(TitlePage("Samen optrekken"), (Section("Een"),))
    assert not planned(report, changed(tmp_path, off)).setups[-1].two_sided


def test_a_cover_of_many_sections_and_a_page_of_a_very_high_number_are_bounded(tmp_path: Path) -> None:
    def many(document: WordDocument) -> None:
        for _ in range(60):
            document.add_section()
        document.add_paragraph("{{inhoud}}")
        number = parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="2000000000" w:fmt="lowerRoman"/>')
        document.sections[-1]._sectPr.append(number)

    own = changed(tmp_path, many)
    plan = planned(Report(TitlePage("Samen optrekken"), (Section("Een"),)), own)
    assert len(plan.setups) == len(plan.fronts) == 10
    assert max(setup.start for setup in plan.setups) <= 32_767


def test_a_template_shows_no_more_pictures_than_are_kept_as_they_were_decoded(tmp_path: Path) -> None:
    def many(document: WordDocument) -> None:
        paragraph = document.add_paragraph("{{titel}}")
        for number in range(30):
            image = BytesIO(house_styles.picture().getvalue() + bytes([number]))
            paragraph.add_run().add_picture(image, width=Pt(20))
        document.add_paragraph("{{inhoud}}")

    plan = planned(Report(TitlePage("Samen optrekken"), (Section("Een"),)), changed(tmp_path, many))
    shown = [picture for blocks in plan.fronts for picture in pictures_in(blocks)]
    assert len(shown) == 30
    assert len({picture.data for picture in shown if picture.data}) == 20

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
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

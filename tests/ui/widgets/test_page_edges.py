"""What stands above and below the pages of the preview is what the template gives, with true numbers."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from tests.export import house_styles

from bouwstenen_app.domain.report import Paragraph, Report, Run, Section, TitlePage
from bouwstenen_app.export.page_blocks import Line, Setup, Text
from bouwstenen_app.export.page_letters import Letters
from bouwstenen_app.export.page_look import page_look, planned
from bouwstenen_app.ui.widgets.page_edges import KEPT, Numbers, PageEdges, numbered, written
from bouwstenen_app.ui.widgets.page_sheets import TOP, Laid, lay_out
from bouwstenen_app.ui.widgets.page_stack import Sheet, Stack
from bouwstenen_app.ui.widgets.report_html import chapters
from bouwstenen_app.ui.widgets.report_style import FINE, PIXELS

pytestmark = pytest.mark.usefixtures("qapp")
TEMPLATE = Path(__file__).parents[3] / "resources" / "templates" / "report.docx"
TEXT = tuple(Paragraph((Run("Een alinea die een paar regels op de bladzijde vult. " * 12),)) for _ in range(12))
REPORT = Report(TitlePage("Samen optrekken"), (Section("Een", items=TEXT), Section("Twee", items=TEXT)))
CM = 72 / 2.54 * PIXELS
BLUE = QColor("#1f4e79")


def stacked(report: Report, template: Path) -> tuple[Stack, PageEdges]:
    """Lay a report out as the preview does."""
    look, plan = page_look(template), planned(report, template)
    edges = PageEdges(plan.setups)
    found: list[Laid] = []
    for chapter in chapters(report, look, plan, pieces=True):
        down = found[-1].follower() if chapter.follows and found else TOP
        found.append(lay_out(chapter, look, down, edges))
    return Stack(found, edges=edges), edges


def painted(sheet: Sheet, edges: PageEdges) -> QImage:
    """Return a page as it is shown."""
    image = QImage(sheet.size.toSize(), QImage.Format.Format_RGB32)
    image.fill("#ffffff")
    painter = QPainter(image)
    sheet.paint(painter, edges)
    painter.end()
    return image


def said(sheet: Sheet, edges: PageEdges) -> list[str]:
    """Return what stands above and below a page."""
    return [one.made.document.toPlainText().strip() for one in edges.around(sheet.numbers)]


def test_every_page_but_the_first_says_which_it_is_of_how_many() -> None:
    stack, edges = stacked(REPORT, TEMPLATE)
    many = len(stack.sheets)

    assert many > 3
    assert said(stack.sheets[0], edges) == []
    assert said(stack.sheets[1], edges) == ["Samen optrekken", f"Pagina 2 van {many}"]
    assert said(stack.sheets[-1], edges) == ["Samen optrekken", f"Pagina {many} van {many}"]


def test_the_logo_and_the_picture_on_the_cover_stand_where_word_has_them(tmp_path: Path) -> None:
    template = house_styles.municipality(tmp_path / "gemeente.dotx")
    stack, edges = stacked(REPORT, template)
    cover, page = painted(stack.sheets[0], edges), painted(stack.sheets[2], edges)
    left, top = 3 * CM, edges.setups[0].margins[1] * PIXELS

    assert (
        cover.pixelColor(round(left + 3 * CM), round(top + 1.5 * CM)) == BLUE
    )  # 6 by 3 cm, at the top of the text
    assert cover.pixelColor(round(left + 6.2 * CM), round(top + 1.5 * CM)) != BLUE
    assert cover.pixelColor(round(left + 3 * CM), round(edges.setups[0].head_down * PIXELS + 5)) != BLUE
    down = edges.setups[1].head_down * PIXELS
    assert page.pixelColor(round(left + 1.5 * CM), round(down + 0.75 * CM)) == BLUE  # 3 by 1.5 cm, in the head
    assert page.pixelColor(round(left + 3.2 * CM), round(down + 0.75 * CM)) != BLUE
    assert said(stack.sheets[2], edges) == ["\ufffc\nSamen optrekken · –", "– – {{onbekend veld}}"]


def test_a_high_head_pushes_the_text_down(tmp_path: Path) -> None:
    document = Document(str(TEMPLATE))
    document.sections[-1].header.paragraphs[0].add_run().add_picture(house_styles.picture(), height=Cm(5))
    own = tmp_path / "hoog.docx"
    document.save(str(own))
    stack, edges = stacked(REPORT, own)

    head = edges.setups[-1].head_down * PIXELS
    assert edges.margins(0, landscape=False)[1] > head + 5 * CM
    assert stack.sheets[1].parts[0][0].room < stack.sheets[1].size.height() - head - 5 * CM


def test_first_even_and_odd_pages_have_their_own_heads_where_the_template_has_them(tmp_path: Path) -> None:
    document = Document(str(TEMPLATE))
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[-1]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Voorblad"
    section.even_page_header.paragraphs[0].text = "Links"
    section.header.paragraphs[0].text = "Rechts"
    own = tmp_path / "tweezijdig.docx"
    document.save(str(own))
    stack, edges = stacked(REPORT, own)

    assert [said(sheet, edges)[0] for sheet in stack.sheets[:4]] == ["Voorblad", "Links", "Rechts", "Links"]


def test_sections_count_anew_and_in_letters_where_the_template_says_so(tmp_path: Path) -> None:
    document = house_styles.darkened(Document())
    document.sections[0].footer.paragraphs[0].text = "Blad "
    for name in ("PAGE", "SECTIONPAGES"):
        field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {name} "><w:r><w:t>9</w:t></w:r></w:fldSimple>')
        document.sections[0].footer.paragraphs[0]._p.append(field)
    document.add_paragraph("{{titel}}")
    document.add_section(WD_SECTION.NEW_PAGE)
    for section, kind in zip(document.sections, ("lowerRoman", "decimal"), strict=True):
        section._sectPr.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:fmt="{kind}" w:start="4"/>'))
    own = tmp_path / "nummers.docx"
    document.save(str(own))
    stack, edges = stacked(REPORT, own)
    many = len(stack.sheets) - 1

    assert [said(sheet, edges)[-1] for sheet in stack.sheets[:2]] == ["Blad iv1", f"Blad 4{many}"]


def test_a_page_on_its_side_has_the_head_over_its_whole_width() -> None:
    wide = Report(TitlePage("Breed"), (Section("Een"), Section("Breed", landscape=True, items=TEXT[:1])))
    stack, edges = stacked(wide, TEMPLATE)
    sheet = stack.sheets[-1]
    head, foot = edges.around(sheet.numbers)

    assert sheet.size.width() > sheet.size.height()
    assert head.made.document.textWidth() / FINE == pytest.approx(
        sheet.size.width() - 2 * edges.setups[0].margins[0] * PIXELS
    )
    assert foot.made.document.toPlainText() == f"Pagina {len(stack.sheets)} van {len(stack.sheets)}"


def test_a_floating_picture_and_a_text_box_stand_at_their_place(tmp_path: Path) -> None:
    template = house_styles.word_cover(tmp_path / "omslag.docx")
    stack, _ = stacked(REPORT, template)
    (box,) = (plate for plate in stack.sheets[0].parts[0][0].plates if plate.inside is not None)

    emu = PIXELS / 12_700
    assert (box.rect.left(), box.rect.top()) == pytest.approx((900_000 * emu, 6_000_000 * emu))
    assert (box.rect.width(), box.rect.height()) == pytest.approx((3_600_000 * emu, 900_000 * emu))
    assert box.inside is not None
    assert box.inside.made.document.toPlainText() == "Op –"


def test_a_template_on_its_side_has_its_own_margins(tmp_path: Path) -> None:
    stack, edges = stacked(REPORT, house_styles.landscape(tmp_path / "liggend.docx"))

    assert stack.sheets[0].size.width() > stack.sheets[0].size.height()
    assert edges.margins(0, landscape=False)[0] == pytest.approx(1.5 * CM, abs=1)


def test_pages_are_counted_by_section() -> None:
    pages = [(0, False, False), (0, False, False), (1, True, False), (2, False, True)]

    assert [(one.first, one.page, one.pages, one.in_section) for one in numbered(pages, None)] == [
        (True, 1, 4, 2), (False, 2, 4, 2), (True, 3, 4, 1), (True, 4, 4, 1)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "form", "said"),
    [
        (9, "", "9"), (9, "lowerRoman", "ix"), (44, "ROMAN", "XLIV"), (1_994, "upperRoman", "MCMXCIV"),
        (28, "upperLetter", "BB"), (780, "lowerLetter", "z" * 30), (781, "alphabetic", "a"), (0, "roman", "0"),
    ],
)  # fmt: skip
def test_a_number_is_written_as_word_writes_it(number: int, form: str, said: str) -> None:
    assert written(number, form) == said


def test_a_picture_that_cannot_be_read_leaves_its_place(tmp_path: Path) -> None:
    document = Document(str(TEMPLATE))
    document.sections[-1].header.paragraphs[0].add_run().add_picture(house_styles.picture(), width=Cm(3))
    header = document.sections[-1].header.part
    (picture,) = (rel.target_part for rel in header.rels.values() if "image" in rel.reltype)
    picture._blob = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40
    own = tmp_path / "stuk.docx"
    document.save(str(own))
    stack, edges = stacked(REPORT, own)

    assert edges.margins(0, landscape=False)[1] > 1.5 * CM
    assert not painted(stack.sheets[1], edges).isNull()


def test_nothing_stands_around_cards() -> None:
    edges = PageEdges(())

    assert edges.around(Numbers(0, True, 1, 1, 1, bare=True)) == []


@pytest.mark.parametrize("form", ["lowerRoman", "upperLetter", "decimal"])
def test_no_number_of_a_page_is_a_text_without_end(form: str) -> None:
    assert len(written(32_767 + 2_000, form)) < 100


def test_text_has_room_between_margins_that_leave_none(qapp: QApplication) -> None:
    setup = Setup((595.0, 842.0), (500.0, 700.0, 400.0, 900.0), head_down=2_000.0, foot_up=2_000.0)
    for one in (setup, replace(setup, paper=(100.0, 100.0))):
        edges = PageEdges((one,))
        for turned in (False, True):
            size = edges.size(0, landscape=turned)
            left, top, right, bottom = edges.margins(0, landscape=turned)
            assert size.width() - left - right >= 100 * PIXELS - 0.01
            assert size.height() - top - bottom >= 100 * PIXELS - 0.01


def test_another_paper_is_another_shape_also_with_the_same_margins(qapp: QApplication) -> None:
    setup = Setup((595.0, 842.0), (70.0, 70.0, 70.0, 70.0))
    turned = replace(setup, paper=(842.0, 595.0))
    assert PageEdges((setup,)).shape() == PageEdges((replace(setup),)).shape()
    assert PageEdges((setup, setup)).shape() != PageEdges((turned, setup)).shape()


def test_a_foot_ends_as_far_above_the_edge_as_the_template_says(qapp: QApplication) -> None:
    letters = Letters(11, "000000", bold=False, family="")
    lines = tuple(Line(letters, (Text(said, letters),)) for said in ("een", "twee"))
    edges = PageEdges(
        (Setup((595.0, 842.0), (70.0,) * 4, 30.0, 40.0, (("default", lines),), (("default", lines),)),)
    )
    head, foot = edges.around(Numbers(0, False, 2, 3, 3))

    assert head.origin.y() == pytest.approx(30 * PIXELS)
    assert foot.origin.y() + foot.made.high == pytest.approx((842 - 40) * PIXELS)


def test_of_a_long_report_only_the_heads_of_pages_around_are_kept(qapp: QApplication) -> None:
    letters = Letters(11, "000000", bold=False, family="")
    edges = PageEdges((Setup((595.0, 842.0), (70.0,) * 4, 30.0, 40.0, (("default", (Line(letters),)),)),))
    for page in range(1, 2 * KEPT):
        edges.around(Numbers(0, False, page, 2 * KEPT, 2 * KEPT))
    assert 0 < len(edges._known) <= KEPT

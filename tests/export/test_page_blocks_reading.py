"""Paragraphs, fields, tables and drawings of a template are read as they stand in its XML."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml

from bouwstenen_app.export.page_blocks import Block, Box, Grid, Line, Picture, Text
from bouwstenen_app.export.page_blocks_reading import Reader

TEMPLATE = Path(__file__).parents[2] / "resources" / "templates" / "report.docx"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessing"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    f'xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:a="{DRAWING}/main" xmlns:pic="{DRAWING}/picture" '
    f'xmlns:wps="{SHAPE}Shape" xmlns:wpg="{SHAPE}Group" xmlns:v="urn:schemas-microsoft-com:vml"'
)
CM = 360_000
POINTS = 72 / 2.54


@pytest.fixture(scope="module")
def sheet() -> Any:
    return Document(str(TEMPLATE)).part._styles_part.element


def read(sheet: Any, xml: str) -> tuple[Block, ...]:
    """Return what is read of this text, with one picture and one colour of the theme."""
    root = parse_xml(f"<w:hdr {SPACES}>{xml}</w:hdr>")
    return Reader(sheet, {}, {"accent1": "204060"}, {"rId1": b"beeld"}).blocks(list(root))


def pieces(blocks: tuple[Block, ...]) -> Iterator[Text | Picture | Box]:
    for block in blocks:
        assert isinstance(block, Line)
        yield from block.pieces


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_text_that_was_cut_up_is_joined_and_looks_as_its_runs_say(sheet: Any) -> None:
    bold = run(" Rijn", '<w:b/><w:sz w:val="31"/>')
    first, second = pieces(read(sheet, f"<w:p>{run('Ge')}{run('meente')}{bold}</w:p>"))

    assert isinstance(first, Text)
    assert isinstance(second, Text)
    assert (first.said, first.letters.bold, first.letters.size) == ("Gemeente", False, 11)
    assert (second.said, second.letters.bold, second.letters.size) == (" Rijn", True, 15.5)


@pytest.mark.parametrize("code", ["PAGE", " PAGE \\* roman ", "NUMPAGES", "SECTIONPAGES \\* MERGEFORMAT"])
def test_fields_of_pages_are_told_apart_from_what_they_showed_last(sheet: Any, code: str) -> None:
    whole = (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("99")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        f"{run(' eind')}</w:p>"
    )
    simple = f'<w:p><w:fldSimple w:instr="{code}">{run("99")}</w:fldSimple>{run(" eind")}</w:p>'

    for xml in (whole, simple):
        field, rest = pieces(read(sheet, xml))
        assert isinstance(field, Text)
        assert isinstance(rest, Text)
        assert (field.field, field.form) == (code.split()[0], "roman" if "roman" in code else "")
        assert rest.said == " eind"


def test_another_field_says_what_it_shows(sheet: Any) -> None:
    (said,) = pieces(read(sheet, f'<w:p><w:fldSimple w:instr=" FILENAME ">{run("brief.docx")}</w:fldSimple></w:p>'))
    assert isinstance(said, Text)
    assert said.said == "brief.docx"


def test_tabs_of_a_paragraph_and_its_style_are_read(sheet: Any) -> None:
    tabs = '<w:tabs><w:tab w:val="center" w:pos="4536"/><w:tab w:val="right" w:pos="9072"/></w:tabs>'
    (line,) = read(sheet, f"<w:p><w:pPr>{tabs}</w:pPr>{run('a')}<w:r><w:tab/></w:r>{run('b')}</w:p>")

    assert isinstance(line, Line)
    assert line.tabs == ((226.8, "center"), (453.6, "right"))
    assert [piece.said for piece in line.pieces if isinstance(piece, Text)] == ["a\tb"]


def test_a_lone_page_number_in_a_frame_floats(sheet: Any) -> None:
    frame = '<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="right" w:y="1"/>'
    number = f'<w:fldSimple w:instr="PAGE">{run("1")}</w:fldSimple>'
    (box,) = pieces(read(sheet, f"<w:p><w:pPr>{frame}</w:pPr>{number}</w:p>"))

    assert isinstance(box, Box)
    assert (box.place.beside, box.place.aligned, box.place.below) == ("margin", "right", "paragraph")


def test_a_table_has_its_columns_heights_and_colours(sheet: Any) -> None:
    cells = (
        f'<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:shd w:fill="AABBCC"/></w:tcPr><w:p>{run("links")}</w:p></w:tc>'
    )
    (grid,) = read(
        sheet,
        '<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single" w:color="112233"/></w:tblBorders></w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="1000"/></w:tblGrid>'
        f'<w:tr><w:trPr><w:trHeight w:val="600"/></w:trPr>{cells}</w:tr></w:tbl>',
    )

    assert isinstance(grid, Grid)
    assert (grid.widths, grid.heights, grid.edge) == ((100, 50), (30,), "112233")
    assert (grid.rows[0][0].span, grid.rows[0][0].fill) == (2, "AABBCC")


def anchored(inner: str, kind: str = "picture") -> str:
    uri = f"{DRAWING}/picture" if kind == "picture" else f"{SHAPE}{kind}"
    return (
        '<w:p><w:r><w:drawing><wp:anchor behindDoc="1"><wp:positionH relativeFrom="page"><wp:align>right</wp:align>'
        f'</wp:positionH><wp:positionV relativeFrom="margin"><wp:posOffset>{2 * CM}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{4 * CM}" cy="{3 * CM}"/><wp:docPr id="1" name="x" descr="Logo"/>'
        f'<a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic></wp:anchor>'
        "</w:drawing></w:r></w:p>"
    )


def test_a_floating_picture_has_its_size_its_place_and_what_is_cut_off(sheet: Any) -> None:
    fill = '<pic:blipFill><a:blip r:embed="rId1"/><a:srcRect l="10000" b="25000"/></pic:blipFill>'
    (found,) = pieces(read(sheet, anchored(f"<pic:pic>{fill}</pic:pic>")))

    assert isinstance(found, Picture)
    assert found.size == pytest.approx((4 * POINTS, 3 * POINTS))
    assert (found.data, found.described, found.crop) == (b"beeld", "Logo", (0.1, 0, 0, 0.25))
    place = found.place
    assert place is not None
    assert (place.beside, place.aligned, place.below, place.behind) == ("page", "right", "margin", True)
    assert place.down == pytest.approx(2 * POINTS)


def test_shapes_in_a_group_stand_where_the_group_puts_them(sheet: Any) -> None:
    def area(x: int, y: int, wide: int, high: int) -> str:
        return f'<a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/>'

    fill = '<a:solidFill><a:schemeClr val="accent1"><a:lumMod val="50000"/></a:schemeClr></a:solidFill>'
    shape = f"<wps:wsp><wps:spPr><a:xfrm>{area(50, 0, 50, 100)}</a:xfrm>{fill}</wps:spPr></wps:wsp>"
    within = '<a:chOff x="0" y="0"/><a:chExt cx="100" cy="100"/>'
    frame = f"<wpg:grpSpPr><a:xfrm>{area(0, 0, 1, 1)}{within}</a:xfrm></wpg:grpSpPr>"
    (found,) = pieces(read(sheet, anchored(f"<wpg:wgp>{frame}{shape}</wpg:wgp>", "Group")))

    assert isinstance(found, Box)
    assert found.size == pytest.approx((2 * POINTS, 3 * POINTS))
    assert found.place.across == pytest.approx(2 * POINTS)
    assert found.fill == "102030"


def test_what_is_drawn_in_the_old_way_is_read_too(sheet: Any) -> None:
    style = "position:absolute;margin-left:2cm;margin-top:10pt;width:3cm;height:1in;"
    style += "mso-position-horizontal-relative:page"
    shape = f'<v:shape style="{style}"><v:imagedata r:id="rId1"/></v:shape>'
    (found,) = pieces(read(sheet, f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"))

    assert isinstance(found, Picture)
    assert found.size == pytest.approx((3 * 28.35, 72))
    assert found.place is not None
    assert (found.place.beside, found.place.across) == ("page", pytest.approx(56.7))


def test_very_much_is_not_read_to_its_end(sheet: Any) -> None:
    long = read(sheet, f"<w:p>{run('x' * 50_000)}</w:p>" + "<w:p/>" * 2_000)
    (said,) = pieces(long[:1])

    assert isinstance(said, Text)
    assert len(said.said) == 20_000
    assert len(long) == 500
    deep = "<w:tbl><w:tr><w:tc>" * 30 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 30
    assert len(read(sheet, deep)) == 1


@pytest.mark.parametrize(
    "piece",
    ["<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", "<w:r><w:t/></w:r>", '<w:fldSimple w:instr="PAGE"/>'],
)
def test_what_says_hardly_anything_is_not_read_without_end(sheet: Any, piece: str) -> None:
    (line,) = read(sheet, f"<w:p>{piece * 30_000}</w:p>")
    assert isinstance(line, Line)
    said = sum(len(one.said) or 1 for one in line.pieces if isinstance(one, Text))
    assert 0 < said <= 5_000

    run_of_many = f"<w:p><w:r>{'<w:br/><w:tab/>' * 30_000}</w:r></w:p>"
    (said_at_once,) = pieces(read(sheet, run_of_many))
    assert isinstance(said_at_once, Text)
    assert len(said_at_once.said) < 5_000


def test_a_table_has_no_more_cells_than_a_window_can_lay_out(sheet: Any) -> None:
    rows = f"<w:tr>{'<w:tc/>' * 100}</w:tr>" * 400
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr></w:tc>'
    spans = f"<w:tr>{wide * 63}</w:tr>" * 400
    last = "<w:tr><w:tc/></w:tr>" * 1_000 + f"<w:tr>{'<w:tc/>' * 63}</w:tr>"
    for xml in (rows, spans, last):
        (grid,) = read(sheet, f"<w:tbl>{xml}</w:tbl>")
        assert isinstance(grid, Grid)
        columns = max(sum(cell.span for cell in row) for row in grid.rows)
        assert columns <= 63
        assert 0 < columns * len(grid.rows) <= 1_000
        assert len(grid.heights) == len(grid.rows)
    many = read(sheet, f"<w:tbl>{'<w:tr><w:tc/></w:tr>' * 30}</w:tbl>" * 300)
    assert len(many) <= 50


def test_no_more_is_drawn_than_a_page_can_have_and_nothing_larger_than_paper(sheet: Any) -> None:
    def area(x: int, y: int, wide: int, high: int) -> str:
        return f'<a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/>'

    shape = f"<wps:wsp><wps:spPr><a:xfrm>{area(-9, 9, 10**9, 10**14)}</a:xfrm></wps:spPr></wps:wsp>"
    within = '<a:chOff x="0" y="0"/><a:chExt cx="1" cy="1"/>'
    frame = f"<wpg:grpSpPr><a:xfrm>{area(0, 0, 1, 1)}{within}</a:xfrm></wpg:grpSpPr>"
    group = anchored(f"<wpg:wgp>{frame}{shape * 5_000}</wpg:wgp>", "Group")
    old = "<w:p><w:r><w:pict>" + '<v:rect style="width:-5pt;height:99999999in"><v:imagedata/></v:rect>' * 5_000
    for xml in (group, f"{old}</w:pict></w:r></w:p>"):
        found = [one for one in pieces(read(sheet, xml)) if isinstance(one, (Box, Picture))]
        assert 0 < len(found) <= 200
        for one in found:
            assert all(0 <= side <= 3_000 for side in one.size)
            assert one.place is None or max(abs(one.place.across), abs(one.place.down)) <= 6_000


@pytest.mark.parametrize("number", ["--5", "²", "9" * 5_000, "1.2.3", "-", "veel"])
def test_a_number_that_is_none_is_no_reason_to_read_no_further(sheet: Any, number: str) -> None:
    tab = f'<w:tabs><w:tab w:pos="{number}"/></w:tabs><w:spacing w:before="{number}" w:line="{number}"/>'
    frame = f'<w:framePr w:w="{number}" w:y="{number}"/>'
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{number}"/><w:shd w:fill="GEEN06"/></w:tcPr><w:p/></w:tc>'
    crop = f'<pic:blipFill><a:srcRect l="{number}"/></pic:blipFill>'
    style = f"position:absolute;width:{number}pt;margin-left:{number}"
    size = f'<w:sz w:val="{number}"/>'
    blocks = read(
        sheet,
        f"<w:p><w:pPr>{tab}</w:pPr>{run('zo', size)}</w:p><w:p><w:pPr>{frame}</w:pPr></w:p>"
        f'<w:tbl><w:tr><w:trPr><w:trHeight w:val="{number}"/></w:trPr>{cell}</w:tr></w:tbl>'
        + anchored(f"<pic:pic>{crop}</pic:pic>")
        + f'<w:p><w:r><w:pict><v:rect style="{style}"><v:imagedata/></v:rect></w:pict></w:r></w:p>',
    )

    assert len(blocks) == 5
    grid = blocks[2]
    assert isinstance(grid, Grid)
    assert (grid.rows[0][0].span, grid.rows[0][0].fill, len(grid.rows[0][0].blocks)) == (1, "", 1)


def test_a_page_break_that_is_switched_off_is_none(sheet: Any) -> None:
    on, off = read(
        sheet,
        '<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p><w:p><w:pPr><w:pageBreakBefore w:val="0"/></w:pPr></w:p>',
    )
    assert isinstance(on, Line)
    assert isinstance(off, Line)
    assert (on.new_page, off.new_page) == (True, False)


def test_of_a_head_less_is_read_than_of_a_cover(sheet: Any) -> None:
    root = parse_xml(f"<w:hdr {SPACES}>{'<w:p/>' * 200}</w:hdr>")
    assert len(Reader(sheet, {}, {}, {}, small=True).blocks(list(root))) == 62


def test_of_two_ways_to_draw_the_same_the_newer_is_read(sheet: Any) -> None:
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    extent = f'<wp:extent cx="{CM}" cy="{CM}"/>'
    newer = f"<wp:inline>{extent}<a:graphic><a:graphicData><wps:wsp/></a:graphicData></a:graphic></wp:inline>"
    older = '<v:rect style="width:9cm;height:9cm"><v:imagedata r:id="rId1"/></v:rect>'
    both = (
        f"<mc:AlternateContent {space}><mc:Choice><w:drawing>{newer}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{older}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    (found,) = pieces(read(sheet, f"<w:p><w:r>{both}</w:r></w:p>"))

    assert isinstance(found, Box)
    assert found.size == pytest.approx((POINTS, POINTS))


def test_a_tab_that_is_cleared_is_none(sheet: Any) -> None:
    tabs = '<w:tabs><w:tab w:val="left" w:pos="2000"/><w:tab w:val="clear" w:pos="2000"/></w:tabs>'
    (line,) = read(sheet, f"<w:p><w:pPr>{tabs}</w:pPr></w:p>")
    assert isinstance(line, Line)
    assert line.tabs == ()

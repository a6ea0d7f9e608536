"""The paragraphs of a Word file, as rows of pieces and marks."""

import pytest
from tests.export.word_copies import ID, NAMES, added, anchor, comment, ends, mark, para, removed, run

from bouwstenen_app.domain.anchors import edition_name
from bouwstenen_app.export.word_reading_lines import Line, Lines, Mark, Piece, Stamp, Styles, dated

ANNET = Stamp("Annet", "2026-03-04T10:00:00Z")


def lines_of(body: str) -> list[Line]:
    reader = Lines()
    reader.read(f"<w:document {NAMES}><w:body>{body}</w:body></w:document>".encode())
    return reader.lines


def test_text_is_in_pieces_with_who_added_it_or_took_it_away() -> None:
    [line] = lines_of(para(run("a") + added(run("b")) + removed("c")))

    assert line.parts == [Piece("a"), Piece("b", ANNET), Piece("c", None, ANNET)]


def test_the_end_of_a_paragraph_is_a_piece_too() -> None:
    first, second = lines_of(para("", properties=ends("ins")) + para("", properties=ends("del")))

    assert (first.end.added, first.end.removed) == (ANNET, None)
    assert (second.end.added, second.end.removed) == (None, ANNET)


def test_signs_that_are_elements_are_text_and_a_break_of_a_page_is_not() -> None:
    signs = (
        "<w:r><w:t>a</w:t><w:tab/><w:noBreakHyphen/><w:br/><w:softHyphen/><w:t>b</w:t><w:br w:type='page'/></w:r>"
    )

    [line] = lines_of(para(signs))

    assert "".join(part.text for part in line.parts if isinstance(part, Piece)) == "a -\nb"


def test_only_bookmarks_of_ours_are_marks_also_between_paragraphs() -> None:
    given = anchor("a")
    foreign = '<w:bookmarkStart w:id="7" w:name="_Toc1"/>'
    between = f'<w:bookmarkStart w:id="8" w:name="{given.name}"/>'

    [line] = lines_of(between + para(foreign + mark(given, run("a"))))

    assert line.parts == [
        Mark("open", "8", given), Mark("open", "1", given), Piece("a"), Mark("close", "1"),
    ]  # fmt: skip


def test_the_first_edition_that_is_named_counts() -> None:
    reader = Lines()
    names = "".join(f'<w:bookmarkStart w:id="1" w:name="{edition_name(one)}"/>' for one in (ID, "f" * 32))
    reader.read(f"<w:document {NAMES}>{para(names)}</w:document>".encode())

    assert reader.edition == ID


def test_a_cell_is_known_by_its_table_row_and_column_also_in_a_table_in_a_table() -> None:
    def cell(inner: str) -> str:
        return f"<w:tc>{inner}</w:tc>"

    inside = f"<w:tbl><w:tr>{cell(para(run('c')))}</w:tr></w:tbl>"
    row = f"<w:tr>{cell(para(run('a')))}{cell(para(run('b')) + inside + para(run('d')))}</w:tr>"
    lines = lines_of(f"<w:tbl>{row}{row}</w:tbl>" + para(run("e")))

    assert [line.cell for line in lines] == [
        (1, 0, 0), (1, 0, 1), (2, 0, 0), (1, 0, 1), (1, 1, 0), (1, 1, 1), (3, 0, 0), (1, 1, 1), None,
    ]  # fmt: skip


def test_what_the_program_counts_is_known() -> None:
    caption = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> SEQ Tabel </w:instrText></w:r>'
    contents = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> TOC \\o </w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lines = lines_of(
        para(caption + end) + para(contents) + para(run("Kop")) + para(run("Kop") + end) + para(run("x"))
    )

    assert [line.counted for line in lines] == [True, True, True, True, False]


def test_a_comment_knows_who_wrote_it_and_its_paragraphs() -> None:
    reader = Lines()
    reader.read(f"<w:comments {NAMES}>{comment(3, 'Mooi', para_id='0A')}</w:comments>".encode())

    assert reader.comments == {"3": Stamp("Annet", "2026-03-05T09:00:00Z")}
    assert [(line.comment, line.id) for line in reader.lines] == [("3", "0A")]


@pytest.mark.parametrize(
    ("style", "properties", "is_heading"),
    [("Kop1", "", True), ("K2", "", True), ("Tekst", "", False), ("", '<w:outlineLvl w:val="1"/>', True),
     ("", '<w:outlineLvl w:val="9"/>', False), ("Heading3", "", True)],
)  # fmt: skip
def test_a_heading_is_known_by_its_style_or_its_level(style: str, properties: str, *, is_heading: bool) -> None:
    styles = Styles()
    named = '<w:style w:styleId="K2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Tekst"/>'
    styles.read(f"<w:styles {NAMES}>{named}</w:styles>".encode())

    [line] = lines_of(para(run("a"), style, properties))

    assert styles.is_heading(line) is is_heading


@pytest.mark.parametrize("date", ["", "0-00-00T00:00:00Z", "gisteren", "26-01-01"])
def test_a_date_that_is_none_is_nothing(date: str) -> None:
    assert dated(date) == ""

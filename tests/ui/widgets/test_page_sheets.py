from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QTextBlock

from bouwstenen_app.domain.report import Paragraph, Report, Run, Section, TitlePage, WallCard
from bouwstenen_app.export.page_look import PageLook, page_look, planned
from bouwstenen_app.ui.widgets.page_sheets import TOP, Laid, lay_out
from bouwstenen_app.ui.widgets.page_stack import Stack
from bouwstenen_app.ui.widgets.report_html import Chapter, chapters
from bouwstenen_app.ui.widgets.report_style import PIXELS, above

pytestmark = pytest.mark.usefixtures("qapp")
TEMPLATE = Path(__file__).parents[3] / "resources" / "templates" / "report.docx"
LINE = "Een alinea die een paar regels op de bladzijde vult, en dan ophoudt. "


@pytest.fixture(scope="module")
def look() -> PageLook:
    return page_look(TEMPLATE)


def laid(chapters: list[Chapter], look: PageLook) -> list[Laid]:
    """Lay chapters out as the preview does."""
    found: list[Laid] = []
    for chapter in chapters:
        down = found[-1].follower() if chapter.follows and found else TOP
        found.append(lay_out(chapter, look, down))
    return found


def report(paragraphs: int, sections: int) -> Report:
    items = tuple(Paragraph((Run(LINE * 5),), source=f"text:deel:{n}") for n in range(paragraphs))
    return Report(TitlePage("Titel"), tuple(Section(f"Kop {n}", items=items) for n in range(sections)))


def test_pieces_of_a_chapter_share_pages_and_say_what_the_whole_says(look: PageLook) -> None:
    made = report(14, 9)
    plan = planned(made, TEMPLATE)
    whole = laid(list(chapters(made, look, plan)), look)
    pieces = laid(list(chapters(made, look, plan, pieces=True)), look)

    assert len(pieces) > len(whole)
    assert abs(len(Stack(pieces).sheets) - len(Stack(whole).sheets)) <= 1
    said = ["".join(one.document.toPlainText().split()) for one in (*whole, *pieces)]
    assert "".join(said[: len(whole)]) == "".join(said[len(whole) :])


def test_headings_have_the_size_of_their_style(look: PageLook) -> None:
    label = Paragraph((Run("Dit werkt al"),), role="label")
    made = Report(TitlePage("Titel"), (Section("Een", items=(label,)), Section("Een A", 2)))
    sizes = {}
    for one in laid(list(chapters(made, look, planned(made, TEMPLATE))), look):
        block = one.document.begin()
        while block.isValid():
            if level := block.blockFormat().headingLevel():
                sizes[level] = block.begin().fragment().charFormat().font().pixelSize()
            block = block.next()
    assert sizes == {1: 160, 2: 120, 5: 92}  # 20, 15 and 11.5 points, eight units each


@pytest.mark.parametrize("paragraphs", range(6, 13))
def test_no_heading_stands_alone_at_the_foot_of_a_page(look: PageLook, paragraphs: int) -> None:
    made = report(paragraphs, 1)
    (section,) = made.sections
    made = replace(made, sections=(section, Section("Een tweede kop", 2, section.items[:1])))
    for one in laid(list(chapters(made, look, planned(made, TEMPLATE))), look):
        block, high = one.document.begin(), one.size.height() * one.fine
        while block.next().isValid():
            after = block.next()
            if block.blockFormat().headingLevel():
                assert _page_of(block, high) == _page_of(after, high)
            block = after


def _page_of(block: QTextBlock, high: float) -> int:
    layout = block.layout()
    return int(layout.lineAt(0).rect().translated(layout.position()).top() // high)


def test_every_line_is_laid_out_where_headings_went_to_a_next_page(look: PageLook) -> None:
    made = report(3, 40)
    for one in laid(list(chapters(made, look, planned(made, TEMPLATE), pieces=True)), look):
        block = one.document.begin()
        while block.isValid():
            assert block.layout().lineCount() > 0
            block = block.next()


def test_a_heading_stands_on_the_page_of_its_text(look: PageLook) -> None:
    made = report(3, 40)
    for one in laid(list(chapters(made, look, planned(made, TEMPLATE))), look):
        block = one.document.begin()
        while block.isValid():
            after = block.next()
            if block.blockFormat().headingLevel() and after.isValid():
                places = [each.layout().position().y() + each.layout().lineAt(0).y() for each in (block, after)]
                assert places[0] // (one.size.height() * one.fine) == places[1] // (one.size.height() * one.fine)
            block = after


def test_a_passage_is_found_where_it_stands(look: PageLook) -> None:
    made = report(14, 2)
    stack = Stack(laid(list(chapters(made, look, planned(made, TEMPLATE), pieces=True)), look))
    sheet, rect = stack.places("text:deel:9")[0]

    assert sheet.at(rect.center()) == "text:deel:9"
    assert sheet.at(rect.topLeft() - rect.bottomRight()) == ""


def test_a_place_in_the_text_is_found_again_when_what_is_above_it_grows(look: PageLook) -> None:
    made = report(14, 6)
    pieces = laid(list(chapters(made, look, planned(made, TEMPLATE), pieces=True)), look)
    before = Stack(pieces)
    value = before.height * 0.6
    where = before.where(value)
    longer = lay_out(Chapter("<p>Titel</p>" * 200), look)
    after = Stack([longer, *pieces[1:]])

    assert before.height_of(where) == pytest.approx(value, abs=1)
    moved = after.height - before.height
    assert after.height_of(where) == pytest.approx(value + moved, abs=2)


def test_four_cards_stand_on_one_sheet_to_its_edges(look: PageLook) -> None:
    cards = tuple(
        WallCard("Een kaart met een titel " * 4, spoken_id=f"RH-{n}", theme="Wonen", boxes=8) for n in range(4)
    )
    made = Report(TitlePage("Kaarten"), (Section("Uitleg"),), compact=True, cards=cards)
    sheet = laid(list(chapters(made, look, planned(made, TEMPLATE))), look)[-1]

    assert sheet.pages == 1
    assert sheet.end > sheet.room * 0.9


def test_what_goes_on_on_a_page_stands_below_what_is_there_and_stays_what_it_is(look: PageLook) -> None:
    made = report(2, 1)
    *_, chapter = chapters(made, look, planned(made, TEMPLATE))
    chapter = chapter._replace(html=chapter.html.replace(above(look, "heading 1"), ""))
    alone, below = lay_out(chapter, look), lay_out(chapter, look, (200.0, 30.0))
    first, moved = alone.document.begin(), below.document.begin().next()

    assert moved.text() == first.text() != ""
    assert moved.userState() == first.userState()
    tops = [block.layout().position().y() / below.fine for block in (first, moved)]
    assert tops[1] == pytest.approx(
        look.margins[1] * PIXELS + 200 + max(30, tops[0] - look.margins[1] * PIXELS), abs=2
    )


def test_no_piece_is_a_heading_or_room_alone(look: PageLook) -> None:
    items = tuple(Paragraph((Run("woord " * 2_000),)) for _ in range(3))
    made = Report(TitlePage("Titel"), tuple(Section(f"Kop {n}", 1 + n % 2, items) for n in range(4)))
    pieces = list(chapters(made, look, planned(made, TEMPLATE), pieces=True))[2:]

    assert len(pieces) > 4
    assert all("woord" in piece.html for piece in pieces)

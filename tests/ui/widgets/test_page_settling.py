"""What Word keeps together on a page, the preview keeps together: tables, rows, headings, short paragraphs."""

from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt
from PySide6.QtGui import QTextBlock, QTextTable

from bouwstenen_app.domain.report import Card, Cell, Listing, Paragraph, Report, Run, Section, Table, TitlePage
from bouwstenen_app.export.page_look import page_look, planned
from bouwstenen_app.ui.widgets.page_settling import SLACK, table_of
from bouwstenen_app.ui.widgets.page_sheets import TOP, Laid, lay_out
from bouwstenen_app.ui.widgets.report_html import chapters
from bouwstenen_app.ui.widgets.report_style import STATES, UNIT

pytestmark = pytest.mark.usefixtures("qapp")
TEMPLATE = Path(__file__).parents[3] / "resources" / "templates" / "report.docx"
LINE = "Een alinea die een paar regels op de bladzijde vult, en dan ophoudt. "


def laid(items: tuple[object, ...], template: Path = TEMPLATE) -> Laid:
    """Return a chapter with these items, laid out."""
    report = Report(TitlePage("Titel"), (Section("Een", items=items),))  # type: ignore[arg-type]
    *_, chapter = chapters(report, page_look(template), planned(report, template))
    return lay_out(chapter, page_look(template), TOP)


def table(rows: int, text: str = "Zorg") -> Table:
    return Table("Tabel", ("Wat", "Aantal"), tuple((Cell(text), Cell(str(n))) for n in range(rows)))


def pages_of(made: Laid, block: QTextBlock) -> tuple[int, int]:
    """Return the pages on which a paragraph begins and ends."""
    rect = made.document.documentLayout().blockBoundingRect(block)
    high = made.size.height() * made.fine
    return int(rect.top() // high), int((rect.bottom() - 1) // high)


def blocks(made: Laid) -> list[QTextBlock]:
    found = []
    block = made.document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def tables(made: Laid) -> list[QTextTable]:
    return [one for one in made.document.rootFrame().childFrames() if isinstance(one, QTextTable)]


@pytest.mark.parametrize("before", range(9, 14))
def test_a_short_table_stays_on_one_page_with_its_caption(before: int) -> None:
    filling = tuple(Paragraph((Run(LINE * 4),)) for _ in range(before))
    made = laid((*filling, table(11), Paragraph((Run("Erna."),))))
    inside = [block for block in blocks(made) if table_of(block) is not None]
    caption = next(block for block in blocks(made) if block.text().startswith("Tabel 1."))

    assert len({page for block in (caption, *inside) for page in pages_of(made, block)}) == 1


@pytest.mark.parametrize("before", range(3))
def test_no_row_of_a_long_table_is_parted_and_its_header_is_repeated(before: int) -> None:
    filling = tuple(Paragraph((Run(LINE * 4),)) for _ in range(before))
    made = laid((*filling, table(40, LINE * 4)))
    (found,) = tables(made)

    assert made.pages > 2
    assert found.format().headerRowCount() == 1
    for row in range(found.rows()):
        begins, ends = pages_of(made, found.cellAt(row, 0).firstCursorPosition().block())
        lines = found.cellAt(row, 0).firstCursorPosition().block().layout()
        high = made.size.height() * made.fine
        rect = made.document.documentLayout().blockBoundingRect(found.cellAt(row, 0).firstCursorPosition().block())
        down = [rect.top() + lines.lineAt(n).y() - lines.lineAt(0).y() for n in range(lines.lineCount())]
        assert (begins, len({int(each // high) for each in down})) == (ends, 1)


@pytest.mark.parametrize("before", range(9, 14))
def test_a_paragraph_of_three_lines_is_never_parted(before: int) -> None:
    filling = tuple(Paragraph((Run(LINE * 4 if n % 2 else LINE * 3),)) for n in range(before * 3))
    made = laid(filling)

    for block in blocks(made):
        if 1 < block.layout().lineCount() <= 3:
            begins, ends = pages_of(made, block)
            assert begins == ends


def test_the_last_lines_of_a_block_stay_together() -> None:
    cards = tuple(
        Card(f"Kaart {n}", f"RH-{n:03d}", "", (("", LINE * 3), ("Nodig.", LINE)), tags=LINE, provenance=LINE * 2)
        for n in range(14)
    )
    made = laid(cards)
    found = blocks(made)

    tags = [place for place, block in enumerate(found) if block.userState() == STATES["Trefwoorden"]]
    assert made.pages > 2
    assert len(tags) == len(cards)
    for place in tags:
        assert pages_of(made, found[place - 1])[1] == pages_of(made, found[place + 1])[0]


def test_lists_stand_as_far_to_the_right_as_the_template_says_and_close_together() -> None:
    made = laid((Listing(((Run("een"),), (Run("twee " * 60),))),))
    first, second = (block for block in blocks(made) if block.text().startswith("•"))
    layout = second.layout()

    assert first.blockFormat().bottomMargin() == second.blockFormat().topMargin() == 0
    assert second.blockFormat().bottomMargin() == pytest.approx(7 * UNIT)
    assert layout.lineAt(1).x() == pytest.approx(19.85 * UNIT, abs=1)
    at = layout.lineAt(0).cursorToX(2)
    assert (at[0] if isinstance(at, tuple) else at) == pytest.approx(19.85 * UNIT, abs=1)


def test_measures_are_those_of_the_style_to_half_a_point(tmp_path: Path) -> None:
    document = Document(str(TEMPLATE))
    body = document.styles["Body Text"]
    body.font.size, body.paragraph_format.space_after = Pt(9.5), Pt(3.5)
    body.paragraph_format.line_spacing = Pt(14)
    own = tmp_path / "huisstijl.docx"
    document.save(str(own))
    made = laid((Paragraph((Run(LINE * 4),)), Paragraph((Run("Erna."),))), own)
    block = next(block for block in blocks(made) if block.text().startswith("Een alinea"))

    assert block.begin().fragment().charFormat().font().pixelSize() == 9.5 * UNIT
    assert block.blockFormat().bottomMargin() == 3.5 * UNIT
    lines = [block.layout().lineAt(n).y() for n in range(2)]
    assert lines[1] - lines[0] == pytest.approx(14 * UNIT, abs=0.1)


def test_no_room_stands_above_what_begins_a_page(tmp_path: Path) -> None:
    document = Document(str(TEMPLATE))
    document.styles["Body Text"].paragraph_format.space_before = Pt(40)
    own = tmp_path / "huisstijl.docx"
    document.save(str(own))
    made = laid(tuple(Paragraph((Run(LINE * (3 + n % 4)),)) for n in range(40)), own)
    high, first = made.size.height() * made.fine, made.document.rootFrame().frameFormat().topMargin()

    tops = [block.layout().position().y() + block.layout().lineAt(0).y() for block in blocks(made)]
    begun = [top % high for before, top in pairwise(tops) if top // high > before // high]
    assert len(begun) > 3
    assert begun == pytest.approx([first] * len(begun), abs=SLACK)


def test_below_a_paragraph_that_goes_on_on_a_next_page_there_is_room_as_below_others() -> None:
    made = laid(tuple(Paragraph((Run(LINE * (4 + n % 5)),)) for n in range(40)))
    high = made.size.height() * made.fine
    gaps, parted = set[int](), 0
    for before, block in pairwise(block for block in blocks(made) if block.text().startswith("Een alinea")):
        lines = [before.layout().lineAt(n) for n in range(before.layout().lineCount())]
        ends, begins = (one.layout().position().y() for one in (before, block))
        ends += lines[-1].y()
        if ends // high == begins // high:
            gaps.add(round((begins - ends - lines[-1].height()) / UNIT))
            parted += before.layout().position().y() // high < ends // high
    assert parted > 2
    assert len(gaps) == 1

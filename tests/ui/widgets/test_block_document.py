"""Paragraphs and tables of a template stand in a document of Qt as they do in Word."""

import pytest
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QApplication

from bouwstenen_app.export.page_blocks import Block, Cell, Grid, Line, Text
from bouwstenen_app.export.page_letters import Letters
from bouwstenen_app.ui.widgets.block_document import BlockDocument
from bouwstenen_app.ui.widgets.report_style import FINE, PIXELS, UNIT

LETTERS = Letters(11, "000000", bold=False, family="Calibri", before=6, after=10)
WIDE = 600.0


def made(qapp: QApplication, *blocks: Block) -> BlockDocument:
    return BlockDocument(blocks, WIDE, lambda field: field.field)


def line(text: str, letters: Letters = LETTERS) -> Line:
    return Line(letters, (Text(text, letters),))


def top(found: BlockDocument, text: str) -> float:
    """Return where the paragraph with this text begins, in points."""
    found.document.documentLayout().documentSize()
    block: QTextBlock = found.document.begin()
    while block.text() != text:
        block = block.next()
    return found.document.documentLayout().blockBoundingRect(block).top() / UNIT


def test_the_first_paragraph_has_room_above_it(qapp: QApplication) -> None:
    assert top(made(qapp, line("een")), "een") == pytest.approx(6, abs=0.5)


def test_a_row_is_at_least_as_high_as_the_template_says(qapp: QApplication) -> None:
    rows = ((Cell((line("boven"),)),), (Cell((line("onder"),)),))
    found = made(qapp, Grid((100.0,), rows, heights=(80.0, 0.0)), line("erna"))

    assert top(found, "onder") - top(found, "boven") == pytest.approx(80, abs=1)


def test_a_table_keeps_the_room_of_the_paragraphs_around_it(qapp: QApplication) -> None:
    plain = Letters(11, "000000", bold=False, family="Calibri")
    grid = Grid((100.0,), ((Cell((line("cel", plain),)),),))
    with_room = made(qapp, line("boven"), grid, line("onder"))
    without = made(qapp, line("boven", plain), grid, line("onder", plain))

    moved = [top(with_room, text) - top(without, text) - top(with_room, "boven") for text in ("cel", "onder")]
    assert moved == pytest.approx([10, 16], abs=0.5)


def test_fields_say_what_they_count_and_tabs_are_measured_from_the_margin(qapp: QApplication) -> None:
    letters = Letters(11, "000000", bold=False, family="Calibri", left=20, hanging=20)
    pieces = (Text("a\tb", letters), Text("", letters, "PAGE"))
    found = made(qapp, Line(letters, pieces, ((200.0, "left"),)))
    block = found.document.begin()

    assert block.text() == "a\tbPAGE"
    found.document.documentLayout().documentSize()
    at = block.layout().lineAt(0).cursorToX(2)
    assert (at[0] if isinstance(at, tuple) else at) / UNIT == pytest.approx(200, abs=1)
    assert found.high * FINE == pytest.approx(found.document.size().height())
    assert UNIT == PIXELS * FINE


@pytest.mark.parametrize(("left", "hanging"), [(40, 10), (30, -10)])
def test_a_tab_is_measured_from_the_margin_wherever_the_line_begins(
    qapp: QApplication, left: float, hanging: float
) -> None:
    letters = Letters(11, "000000", bold=False, family="Calibri", left=left, hanging=hanging)
    found = made(qapp, Line(letters, (Text("a\tb", letters),), ((200.0, "left"),)))
    found.document.documentLayout().documentSize()
    layout = found.document.begin().layout()
    at = layout.lineAt(0).cursorToX(2)

    across = layout.position().x() + (at[0] if isinstance(at, tuple) else at)
    assert across / UNIT == pytest.approx(200, abs=1)


def test_a_row_with_a_table_in_it_is_no_higher_than_both_say(qapp: QApplication) -> None:
    inner = Grid((100.0,), ((Cell((line("binnen"),)),),), heights=(80.0,))
    rows = ((Cell((inner,)),), (Cell((line("onder"),)),))
    found = made(qapp, line("boven"), Grid((200.0,), rows, heights=(120.0, 0.0)))

    assert top(found, "onder") - top(found, "boven") < 120 + 11 * 2 + 10 + 6

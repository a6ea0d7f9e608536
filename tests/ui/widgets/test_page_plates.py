"""What floats on a page of a template is painted where Word has it, before or behind the text."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from bouwstenen_app.export.page_blocks import Block, Box, Line, Place, Text
from bouwstenen_app.export.page_letters import Edge, Letters
from bouwstenen_app.ui.widgets.block_document import BlockDocument
from bouwstenen_app.ui.widgets.page_plates import Composed, Ground, composed
from bouwstenen_app.ui.widgets.report_style import FINE, PIXELS

pytestmark = pytest.mark.usefixtures("qapp")
LETTERS = Letters(11, "000000", bold=False, family="")
GROUND = Ground(QSizeF(600, 800), QRectF(50, 60, 500, 650))
WIDE, HIGH = 75.0, 30.0
"""Points of what floats: 100 by 40 pixels."""


def made(*blocks: Block) -> Composed:
    """Return blocks as they stand on the page, from the corner of its text on."""
    document = BlockDocument(blocks, GROUND.text.width(), lambda _: "")
    return composed(document, GROUND, lambda _: "", GROUND.text.topLeft())


def floating(place: Place, *inside: Block, fill: str = "FF0000") -> Line:
    return Line(LETTERS, (Box((WIDE, HIGH), place, inside, fill),))


def line(said: str, letters: Letters = LETTERS) -> Line:
    return Line(letters, (Text(said, letters),))


def painted(found: Composed) -> QImage:
    image = QImage(GROUND.size.toSize(), QImage.Format.Format_RGB32)
    image.fill("#ffffff")
    painter = QPainter(image)
    found.paint(painter)
    painter.end()
    return image


@pytest.mark.parametrize(
    ("place", "left"),
    [
        (Place("page", aligned="right"), 500),
        (Place("page", aligned="center"), 250),
        (Place("margin", aligned="left"), 50),
        (Place("margin", aligned="right"), 450),
        (Place("leftMargin", across=15), 20),
        (Place("rightMargin", aligned="left"), 550),
        (Place("column", across=30), 90),
    ],
)
def test_across_it_stands_beside_the_page_its_margins_or_its_text(place: Place, left: float) -> None:
    (plate,) = made(floating(place)).plates
    assert (plate.rect.left(), plate.rect.width()) == pytest.approx((left, 100))


@pytest.mark.parametrize(
    ("place", "top"),
    [
        (Place(below="page", upright="bottom"), 760),
        (Place(below="page", upright="center"), 380),
        (Place(below="margin", upright="top"), 60),
        (Place(below="margin", upright="bottom"), 670),
        (Place(below="bottomMargin", upright="top"), 710),
        (Place(below="page", down=75), 100),
    ],
)
def test_down_it_stands_below_the_page_or_its_margins(place: Place, top: float) -> None:
    (plate,) = made(floating(place)).plates
    assert (plate.rect.top(), plate.rect.height()) == pytest.approx((top, 40))


def test_what_belongs_to_a_paragraph_goes_down_with_it() -> None:
    (plate,) = made(line("een"), line("twee"), floating(Place(down=30))).plates
    assert plate.rect.top() > 60 + 2 * 11 * PIXELS + 40


def test_text_begins_below_what_no_text_stands_beside() -> None:
    apart = Place(apart=True)
    for place in (Place(), apart):
        line_with_it = Line(LETTERS, (Box((WIDE, HIGH), place), Text("naast of onder", LETTERS)))
        found = made(line_with_it)
        (plate,) = found.plates
        found.made.document.documentLayout().documentSize()
        begins = found.origin.y() + found.made.document.lastBlock().layout().position().y() / FINE
        assert (begins >= plate.rect.bottom() - 1) == place.apart


def test_a_text_box_is_as_high_as_its_text() -> None:
    (plate,) = made(floating(Place("page", below="page"), *(line(f"regel {n}") for n in range(10)))).plates
    assert plate.rect.height() > 10 * 11 * PIXELS
    assert plate.inside is not None
    assert plate.inside.made.document.toPlainText().startswith("regel 0\nregel 1")


@pytest.mark.parametrize("behind", [True, False])
def test_it_is_painted_behind_the_text_or_before_it(behind: bool) -> None:
    place = Place("margin", below="margin", upright="top", behind=behind)
    large = Letters(40, "000000", bold=True, family="")
    image = painted(made(Line(large, (Box((WIDE, HIGH), place, fill="FF0000"), Text("WMWM", large)))))
    area = [image.pixelColor(x, y) for x in range(52, 148) for y in range(62, 98)]
    assert QColor("#ff0000") in area
    assert (min(colour.red() for colour in area) < 100) == behind


def test_a_colour_and_a_line_go_along_all_lines_of_a_paragraph() -> None:
    letters = Letters(11, "000000", bold=False, family="", fill="FDF3E3", edges=(Edge("left", "AA0000", 3.0, 4.0),))
    long = "Een alinea die een paar regels op de bladzijde vult, en dan ophoudt. " * 6
    colour, edge = made(line("ervoor"), line(long, letters)).plates
    lines = made(line("ervoor"), line(long, letters)).made.document
    lines.documentLayout().documentSize()
    count = lines.begin().next().layout().lineCount()

    assert count > 3
    assert colour.behind
    assert colour.rect.height() > count * 11 * PIXELS
    assert colour.rect.top() > 60 + 11 * PIXELS
    assert (edge.behind, edge.fill) == (False, "AA0000")
    assert edge.rect.width() == pytest.approx(3 * PIXELS)
    assert edge.rect.right() == pytest.approx(50 - 4 * PIXELS)
    assert edge.rect.height() == pytest.approx(colour.rect.height())


def test_a_box_in_a_box_stands_in_its_corner() -> None:
    inner = floating(Place("column", across=9, below="paragraph"), fill="00FF00")
    (plate,) = made(floating(Place("page", across=150, below="page", down=150), inner)).plates
    image = painted(Composed(BlockDocument((), 500, lambda _: ""), (plate,), QPointF()))
    assert image.pixelColor(205, 210) == QColor("#ff0000")
    assert image.pixelColor(220, 210) == QColor("#00ff00")

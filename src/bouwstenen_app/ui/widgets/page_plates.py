"""What floats on a page of a template: pictures, text boxes, colours behind text and lines beside it, each painted
at its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QImage, QPainter, QPen, QTextBlock, QTextCursor

from bouwstenen_app.export.page_blocks import Box, Picture, Place
from bouwstenen_app.export.page_letters import Letters
from bouwstenen_app.ui.widgets.block_document import BlockDocument, Count, image_of
from bouwstenen_app.ui.widgets.report_style import FINE, PIXELS


@dataclass(frozen=True, slots=True)
class Ground:
    """A page and the part of it where text stands, in pixels."""

    size: QSizeF
    text: QRectF


@dataclass(frozen=True, slots=True)
class Plate:
    """One thing at its place on a page of a document."""

    page: int
    rect: QRectF
    behind: bool
    fill: str = ""
    edge: str = ""
    image: QImage | None = None
    inside: "Composed | None" = None

    def paint(self, painter: QPainter) -> None:
        """Draw it, with the corner of its page at the origin."""
        if self.fill:
            painter.fillRect(self.rect, QColor(f"#{self.fill}"))
        if self.edge:
            painter.setPen(QPen(QColor(f"#{self.edge}"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect)
        if self.image is not None:
            painter.drawImage(self.rect, self.image)
        if self.inside is not None:
            painter.save()
            painter.translate(self.rect.topLeft())
            self.inside.paint(painter)
            painter.restore()


@dataclass(frozen=True, slots=True)
class Composed:
    """A document of blocks with all that floats on its pages."""

    made: BlockDocument
    plates: tuple[Plate, ...]
    origin: QPointF
    """Where its text stands on the page; of a document that has pages itself, their corner."""

    def paint(self, painter: QPainter) -> None:
        """Draw its text and all that floats, with the corner of the page at the origin."""
        paint_plates(self.plates, painter, 0, behind=True)
        painter.save()
        painter.translate(self.origin)
        painter.scale(1 / FINE, 1 / FINE)
        self.made.document.documentLayout().draw(painter, QAbstractTextDocumentLayout.PaintContext())
        painter.restore()
        paint_plates(self.plates, painter, 0, behind=False)


def paint_plates(plates: Iterable[Plate], painter: QPainter, page: int, *, behind: bool) -> None:
    """Draw what floats on a page, behind the text or before it."""
    for plate in plates:
        if plate.page == page and plate.behind == behind:
            plate.paint(painter)


def composed(made: BlockDocument, ground: Ground, count: Count, origin: QPointF | None = None) -> Composed:
    """Return a document with its plates.

    ``origin`` is where its text stands on the page; without it the document has pages itself, one below the other.
    """
    plates: list[Plate] = []
    made.document.documentLayout().documentSize()  # it is laid out now
    for position, floating in made.floats:
        place = floating.place or Place()
        block = made.document.findBlock(position)
        page, above = _above(block, ground, origin)
        plate = _plate(floating, place, page, above, ground, count)
        if place.apart:
            _move_below(block, plate, above)
        plates.append(plate)
    for position, letters in made.lines:
        plates += edges_of(made.document.findBlock(position), letters, ground, origin)
    return Composed(made, tuple(plates), origin or QPointF())


def _above(block: QTextBlock, ground: Ground, origin: QPointF | None) -> tuple[int, float]:
    """Return on which page a paragraph begins, and how far from its top."""
    down = block.layout().position().y() / FINE
    if origin is not None:
        return 0, down + origin.y()
    high = ground.size.height()
    return int(down // high), down % high


def _plate(floating: Picture | Box, place: Place, page: int, above: float, ground: Ground, count: Count) -> Plate:
    wide, high = (side * PIXELS for side in floating.size)
    inside = None
    if isinstance(floating, Box) and floating.blocks:
        inner = BlockDocument(floating.blocks, wide or ground.text.width(), count)
        if not wide:
            wide = inner.document.idealWidth() / FINE
            inner.document.setTextWidth(wide * FINE)
        area = Ground(QSizeF(wide, high), QRectF(0, 0, wide, high))
        inside = composed(inner, area, count, QPointF())
        high = max(high, inner.high)
    rect = QRectF(_across(place, wide, ground), _down(place, high, above, ground), wide, high)
    if isinstance(floating, Picture):
        return Plate(page, rect, place.behind, image=image_of(floating))
    return Plate(page, rect, place.behind, floating.fill, floating.edge, inside=inside)


def _across(place: Place, wide: float, ground: Ground) -> float:
    text, whole = ground.text, ground.size.width()
    areas = {
        "page": (0.0, whole),
        "leftMargin": (0.0, text.left()),
        "insideMargin": (0.0, text.left()),
        "rightMargin": (text.right(), whole),
        "outsideMargin": (text.right(), whole),
    }
    left, right = areas.get(place.beside, (text.left(), text.right()))
    return _along(place.aligned, left, right, wide, place.across)


def _down(place: Place, high: float, above: float, ground: Ground) -> float:
    text, whole = ground.text, ground.size.height()
    areas = {
        "page": (0.0, whole),
        "margin": (text.top(), text.bottom()),
        "topMargin": (0.0, text.top()),
        "bottomMargin": (text.bottom(), whole),
    }
    top, bottom = areas.get(place.below, (above, above + high))
    return _along(place.upright, top, bottom, high, place.down)


def _along(aligned: str, start: float, end: float, size: float, offset: float) -> float:
    """Return where something of a size begins between two edges: where Word aligned it, or so many points on."""
    match aligned:
        case "center":
            return (start + end - size) / 2
        case "right" | "bottom" | "outside":
            return end - size
        case "left" | "top" | "inside":
            return start
    return start + offset * PIXELS


def _move_below(block: QTextBlock, plate: Plate, above: float) -> None:
    """Let a paragraph begin below what no text may stand beside."""
    if plate.rect.top() <= above + 1 and plate.rect.bottom() > above:
        look = block.blockFormat()
        look.setTopMargin(look.topMargin() + (plate.rect.bottom() - above) * FINE)
        QTextCursor(block).setBlockFormat(look)


def edges_of(block: QTextBlock, letters: Letters, ground: Ground, origin: QPointF | None = None) -> Iterator[Plate]:
    """Yield the colour behind a paragraph and the lines along its sides, on each page that it stands on."""
    layout = block.layout()
    pages: dict[int, QRectF] = {}
    for number in range(layout.lineCount()):
        line = layout.lineAt(number).rect().translated(layout.position())
        line = QRectF(line.topLeft() / FINE, line.size() / FINE)
        page = 0 if origin is not None else int(line.top() // ground.size.height())
        line.translate(origin if origin is not None else QPointF(0, -page * ground.size.height()))
        pages[page] = pages.get(page, QRectF()).united(line)
    rooms = {edge.side: edge.room * PIXELS for edge in letters.edges}
    sides = [rooms.get(side, 0.0) for side in ("left", "top", "right", "bottom")]
    for page, rect in pages.items():
        whole = rect.adjusted(-sides[0], -sides[1], sides[2], sides[3])
        if letters.fill:
            yield Plate(page, whole, behind=True, fill=letters.fill)
        for edge in letters.edges:
            shape = _side(edge.side, whole, max(1.0, edge.width * PIXELS))
            yield Plate(page, shape, behind=False, fill=edge.colour)


def _side(side: str, whole: QRectF, thick: float) -> QRectF:
    """Return a line along a side of a paragraph."""
    match side:
        case "top":
            return QRectF(whole.left(), whole.top() - thick, whole.width(), thick)
        case "bottom":
            return QRectF(whole.left(), whole.bottom(), whole.width(), thick)
        case "left":
            return QRectF(whole.left() - thick, whole.top(), thick, whole.height())
    return QRectF(whole.right(), whole.top(), thick, whole.height())

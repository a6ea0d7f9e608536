"""Sheets of paper: a chapter of HTML laid out on pages in the look of a template, and where its passages stand."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)

from bouwstenen_app.export.page_blocks import Setup, Text
from bouwstenen_app.export.page_look import PageLook
from bouwstenen_app.ui.look import FAMILIES
from bouwstenen_app.ui.widgets.block_document import BlockDocument
from bouwstenen_app.ui.widgets.page_edges import PageEdges
from bouwstenen_app.ui.widgets.page_plates import Ground, Plate, composed, edges_of, paint_plates
from bouwstenen_app.ui.widgets.page_settling import Settling, refine, style_of_block
from bouwstenen_app.ui.widgets.report_chapters import Chapter
from bouwstenen_app.ui.widgets.report_style import FINE, PIXELS, UNIT, families

EDGE: Final = 24.0
"""Pixels around a sheet of cards."""
LEAST_ROOM: Final = 70.0
"""Pixels that must be left on a page for something to follow there."""
CARDS_ON: Final = (595.3, 841.9)
"""The paper that cards are cut from, in points: A4 in every template."""
Down = tuple[float, float]
"""How far down on a page a text begins, and the room that what is above it asks below itself."""
TOP: Final[Down] = (0.0, 0.0)
INK: Final = "#16202a"
ANCHOR: Final = "<a name="


@dataclass(frozen=True, slots=True)
class Laid:
    """A chapter on its pages."""

    document: QTextDocument
    size: QSizeF
    """Of a page, in pixels at 96 dots per inch."""
    right: float
    """Where the text ends, from the left of the page."""
    spots: tuple[tuple[str, QRectF], ...]
    """Sources of passages, and where each stands in the document: pages one below the other."""
    pages: int
    down: float = 0.0
    """How far down its text begins on its first page, below what stands there already."""
    end: float = 0.0
    """Where its text ends on its last page, from the top of where text can stand."""
    after: float = 0.0
    """The room that its last paragraph asks below it."""
    room: float = 0.0
    """How high the part of a page is where text can stand."""
    section: int = 0
    """The place among the sections of the document of the one that its pages are in, from 0."""
    landscape: bool = False
    bare: bool = False
    """Nothing stands above or below its pages."""
    fine: int = 1
    """How many times larger its text is laid out than it is shown."""
    plates: tuple[Plate, ...] = ()
    """What floats on its pages, and the edges and colours of paragraphs."""

    def follower(self) -> Down:
        """Return how far down what follows begins on the last page; 0 when it begins a new one."""
        return (float(round(self.end)), self.after) if self.room - self.end > LEAST_ROOM else TOP

    def paint(self, painter: QPainter, page: int) -> None:
        """Draw one page with its corner at the origin."""
        paint_plates(self.plates, painter, page, behind=True)
        top = page * self.size.height()
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(INK))
        context.clip = QRectF(QPointF(0, top) * self.fine, self.size * self.fine)
        painter.save()
        painter.translate(QPointF(0, -top))
        painter.scale(1 / self.fine, 1 / self.fine)
        self.document.documentLayout().draw(painter, context)
        painter.restore()
        paint_plates(self.plates, painter, page, behind=False)

    def on(self, page: int) -> Iterator[tuple[str, QRectF]]:
        """Yield the passages that stand on a page, with where, from its corner."""
        high = self.size.height()
        for source, rect in self.spots:
            place = rect.translated(0, -page * high)
            if place.bottom() > 0 and place.top() < high:
                yield source, place


def lay_out(chapter: Chapter, look: PageLook, down: Down = TOP, edges: PageEdges | None = None) -> Laid:
    """Return a chapter on pages; its text begins so far ``down`` on the first, below what stands there already.

    ``edges`` know the pages of its section, with what stands above and below them.
    """
    steps = laying_out(chapter, look, down, edges)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            laid: Laid = end.value
            return laid


def laying_out(
    chapter: Chapter, look: PageLook, down: Down = TOP, edges: PageEdges | None = None
) -> Generator[None, None, Laid]:
    """Lay a chapter out as ``lay_out`` does, and stop every few hundredths of a second.

    The document has no parent: it goes with what was laid out, when other pages take its place.
    """
    edges = edges or PageEdges((Setup(look.paper, look.margins),))
    ground = _ground(chapter, edges)
    fine = 1 if chapter.bare else FINE
    blocks = BlockDocument(chapter.blocks, ground.text.width(), _no_number) if chapter.blocks else None
    document = blocks.document if blocks is not None else _of_html(chapter, look)
    yield
    if blocks is None and not chapter.bare:
        refine(document, look)
        yield
    size, text = ground.size, ground.text
    page = document.rootFrame().frameFormat()
    page.setLeftMargin(text.left() * fine)
    page.setTopMargin(text.top() * fine)
    page.setRightMargin((size.width() - text.right()) * fine)
    page.setBottomMargin((size.height() - text.bottom()) * fine)
    document.rootFrame().setFrameFormat(page)
    document.setPageSize(size * fine)
    if down[0] > 0:
        _move_down(document, down, fine)
    document.pageCount()  # it is laid out now; before that no line has its place
    yield
    high = size.height() * fine
    if not chapter.bare:
        yield from Settling(document, look, high, page.bottomMargin()).settling()
    plates = _plates(document, blocks, look, ground) if not chapter.bare else ()
    count = document.pageCount() if chapter.bare else _pages(document, high)
    spots = _spots(document, fine) if ANCHOR in chapter.html else ()
    end = _end(document, count, high) / fine - text.top()
    after = document.lastBlock().blockFormat().bottomMargin() / fine
    pages = chapter.section, chapter.landscape, chapter.bare
    return Laid(
        document, size, text.right(), spots, count, down[0], end, after, text.height(), *pages, fine, plates
    )


def _ground(chapter: Chapter, edges: PageEdges) -> Ground:
    """Return the pages of a chapter."""
    if chapter.bare:
        size = QSizeF(*CARDS_ON) * PIXELS
        return Ground(size, QRectF(QPointF(), size).adjusted(EDGE, EDGE, -EDGE, -EDGE))
    kind = "first" if chapter.blocks and edges.of(chapter.section).titled else "default"
    left, top, right, bottom = edges.margins(chapter.section, landscape=chapter.landscape, kind=kind)
    size = edges.size(chapter.section, landscape=chapter.landscape)
    return Ground(size, QRectF(QPointF(), size).adjusted(left, top, -right, -bottom))


def _of_html(chapter: Chapter, look: PageLook) -> QTextDocument:
    document = QTextDocument()
    normal = look.letters.get("Normal")
    font = QFont(families(normal) if normal is not None else list(FAMILIES))
    font.setPixelSize(round((normal.size if normal else 11) * (PIXELS if chapter.bare else UNIT)))
    document.setDefaultFont(font)
    document.setUndoRedoEnabled(False)
    document.setHtml(chapter.html)
    return document


def _plates(
    document: QTextDocument, blocks: BlockDocument | None, look: PageLook, ground: Ground
) -> tuple[Plate, ...]:
    """Return what floats on the pages, and the edges and colours of paragraphs."""
    if blocks is not None:
        return composed(blocks, ground, _no_number).plates
    found: list[Plate] = []
    block = document.begin()
    while block.isValid():
        letters = style_of_block(block, look)
        if letters is not None and (letters.edges or letters.fill):
            found += edges_of(block, letters, ground)
        block = block.next()
    return tuple(found)


def _no_number(_: Text) -> str:
    """Return what a cover says of its page: it is the first."""
    return "1"


def _move_down(document: QTextDocument, down: Down, fine: int) -> None:
    """Put an empty line of this height before the text, with the room below it that what is above it asks."""
    cursor = QTextCursor(document)
    state = document.begin().userState()
    cursor.insertBlock()
    document.begin().setUserState(-1)
    document.begin().next().setUserState(state)  # Qt leaves it with what is now the empty line
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    high = QTextBlockFormat()
    high.setBottomMargin(down[1] * fine)
    high.setLineHeight(down[0] * fine, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor.setBlockFormat(high)


def _pages(document: QTextDocument, high: float) -> int:
    """Return how many pages there is text on: Qt still counts those that emptied."""
    return max(1, min(document.pageCount(), int(max(0.0, _lines(document.lastBlock()).bottom() - 1) // high) + 1))


def _end(document: QTextDocument, pages: int, high: float) -> float:
    """Return where the last text ends, from the top of the last page; behind a table there is always a line."""
    return max(0.0, _lines(document.lastBlock()).bottom() - (pages - 1) * high)


def _lines(block: QTextBlock) -> QRectF:
    """Return where the lines of a block of running text stand: also when they went on to a next page."""
    layout = block.layout()
    found = QRectF()
    for number in range(layout.lineCount()):
        found = found.united(layout.lineAt(number).rect())
    return found.translated(layout.position())


def _spots(document: QTextDocument, fine: int) -> tuple[tuple[str, QRectF], ...]:
    """Return where passages stand; one that stands there twice has two places."""
    found: list[tuple[str, QRectF]] = []
    last = ""
    block = document.begin()
    while block.isValid():
        source = _source(block)
        if source and source == last:
            found[-1] = (source, found[-1][1].united(_lines(block)))
        elif source:
            found.append((source, _lines(block)))
        last = source
        block = block.next()
    return tuple((source, QRectF(rect.topLeft() / fine, rect.size() / fine)) for source, rect in found)


def _source(block: QTextBlock) -> str:
    pieces = block.begin()
    while not pieces.atEnd():
        for name in pieces.fragment().charFormat().anchorNames():
            return str(name)
        pieces += 1
    return ""

"""Sheets of paper: a chapter of HTML laid out on pages in the look of a template, and where its passages stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF
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
    QTextFormat,
)

from bouwstenen_app.export.page_blocks import Setup, Text
from bouwstenen_app.export.page_look import PageLook
from bouwstenen_app.ui.look import FAMILIES
from bouwstenen_app.ui.widgets.block_document import BlockDocument
from bouwstenen_app.ui.widgets.page_edges import PageEdges
from bouwstenen_app.ui.widgets.page_plates import Composed, Ground, composed
from bouwstenen_app.ui.widgets.report_chapters import Chapter
from bouwstenen_app.ui.widgets.report_style import INDENT, PIXELS, families

EDGE: Final = 24.0
"""Pixels around a sheet of cards."""
LEAST_ROOM: Final = 70.0
"""Pixels that must be left on a page for something to follow there."""
USUAL_INDENT: Final = 18.0
"""Points that a list stands to the right."""
MOST_BREAKS: Final = 30
"""Headings of one piece that are brought to a next page."""
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
    room: float = 0.0
    """How high the part of a page is where text can stand."""
    section: int = 0
    """The how manieth section of the document its pages are in."""
    landscape: bool = False
    bare: bool = False
    """Nothing stands above or below its pages."""
    around: Composed | None = None
    """What floats on its pages, when they are of the template."""

    def follower(self) -> float:
        """Return how far down what follows begins on the last page; 0 when it begins a new one."""
        return float(round(self.end)) if self.room - self.end > LEAST_ROOM else 0.0

    def paint(self, painter: QPainter, page: int) -> None:
        """Draw one page with its corner at the origin."""
        if self.around is not None:
            self.around.paint_plates(painter, page, behind=True)
        top = page * self.size.height()
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(INK))
        context.clip = QRectF(QPointF(0, top), self.size)
        painter.save()
        painter.translate(QPointF(0, -top))
        self.document.documentLayout().draw(painter, context)
        painter.restore()
        if self.around is not None:
            self.around.paint_plates(painter, page, behind=False)

    def on(self, page: int) -> Iterator[tuple[str, QRectF]]:
        """Yield the passages that stand on a page, with where, from its corner."""
        high = self.size.height()
        for source, rect in self.spots:
            place = rect.translated(0, -page * high)
            if place.bottom() > 0 and place.top() < high:
                yield source, place


def lay_out(
    chapter: Chapter, look: PageLook, parent: QObject, down: float = 0.0, edges: PageEdges | None = None
) -> Laid:
    """Return a chapter on pages; its text begins so far ``down`` on the first, below what stands there already.

    ``edges`` know the pages of its section, with what stands above and below them.
    """
    edges = edges or PageEdges((Setup(look.paper, look.margins),))
    kind = "first" if chapter.blocks and edges.of(chapter.section).titled else "default"
    left, top, right, bottom = edges.margins(chapter.section, landscape=chapter.landscape, kind=kind)
    if chapter.bare:
        left = top = right = bottom = EDGE
    size = edges.size(chapter.section, landscape=chapter.landscape)
    text = QRectF(left, top, size.width() - left - right, size.height() - top - bottom)
    blocks = BlockDocument(chapter.blocks, text.width(), _no_number) if chapter.blocks else None
    document = blocks.document if blocks is not None else _of_html(chapter.html, look)
    document.setParent(parent)
    page = document.rootFrame().frameFormat()
    page.setLeftMargin(left)
    page.setTopMargin(top)
    page.setRightMargin(right)
    page.setBottomMargin(bottom)
    document.rootFrame().setFrameFormat(page)
    document.setPageSize(size)
    if down > 0:
        _move_down(document, down)
    document.pageCount()  # it is laid out now; before that no line has its place
    _keep_together(document, size.height())
    around = composed(blocks, Ground(size, text), _no_number) if blocks is not None else None
    count = document.pageCount()
    spots = _spots(document) if ANCHOR in chapter.html else ()
    end = _end(document, count, size.height()) - top
    pages = chapter.section, chapter.landscape, chapter.bare
    return Laid(document, size, text.right(), spots, count, down, end, text.height(), *pages, around)


def _of_html(html: str, look: PageLook) -> QTextDocument:
    document = QTextDocument()
    normal = look.letters.get("Normal")
    font = QFont(families(normal) if normal is not None else list(FAMILIES))
    font.setPixelSize(round((normal.size if normal else 11) * PIXELS))
    document.setDefaultFont(font)
    document.setUndoRedoEnabled(False)
    document.setIndentWidth(_indent(look) * PIXELS)
    document.setHtml(html)
    _size_headings(document)
    return document


def _no_number(_: Text) -> str:
    """Return what a cover says of its page: it is the first."""
    return "1"


def _indent(look: PageLook) -> float:
    """Return how far lists stand to the right, in points; a numbering says it where the style does not."""
    return (look.letters[INDENT].left if INDENT in look.letters else 0) or USUAL_INDENT


def _size_headings(document: QTextDocument) -> None:
    """Let headings have the size of their style; Qt makes each so much larger or smaller than the text."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        pieces = block.begin() if block.blockFormat().headingLevel() else block.end()
        while not pieces.atEnd():
            piece = pieces.fragment()
            letters = piece.charFormat()
            letters.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
            cursor.setPosition(piece.position())
            cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(letters)
            pieces += 1
        block = block.next()


def _move_down(document: QTextDocument, down: float) -> None:
    """Put an empty line of this height before the text."""
    cursor = QTextCursor(document)
    cursor.insertBlock()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    high = QTextBlockFormat()
    high.setLineHeight(down, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor.setBlockFormat(high)


def _end(document: QTextDocument, pages: int, high: float) -> float:
    """Return where the last text ends, from the top of the last page."""
    frames = (document.documentLayout().frameBoundingRect(one) for one in document.rootFrame().childFrames())
    last = max(_lines(document.lastBlock()).bottom(), max((rect.bottom() for rect in frames), default=0.0))
    return max(0.0, last - (pages - 1) * high)


def _lines(block: QTextBlock) -> QRectF:
    """Return where the lines of a block of running text stand: also when they went on to a next page."""
    layout = block.layout()
    found = QRectF()
    for number in range(layout.lineCount()):
        found = found.united(layout.lineAt(number).rect())
    return found.translated(layout.position())


def _keep_together(document: QTextDocument, high: float) -> None:
    """Let headings, and captions of tables, go to the page of what comes after them, as they do in Word."""
    for _ in range(MOST_BREAKS):
        block = next(_parted(document, high), None)
        if block is None:
            break
        look = QTextBlockFormat()
        look.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        QTextCursor(block).mergeBlockFormat(look)
        document.markContentsDirty(0, document.characterCount())  # else Qt leaves what is below without lines
        document.pageCount()


def _parted(document: QTextDocument, high: float) -> Iterator[QTextBlock]:
    """Yield what stands at the foot of a page and belongs to what stands on the next."""
    root = document.rootFrame()
    block = document.begin()
    while block.isValid():
        after = block.next()
        if after.isValid() and document.frameAt(block.position()) is root:
            in_table = document.frameAt(after.position()) is not root
            if in_table or block.blockFormat().headingLevel():
                below = document.documentLayout().blockBoundingRect(after) if in_table else _lines(after)
                here = _lines(block)
                if below.top() // high > here.top() // high and here.top() % high > high / 2:
                    yield block
        block = after


def _spots(document: QTextDocument) -> tuple[tuple[str, QRectF], ...]:
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
    return tuple(found)


def _source(block: QTextBlock) -> str:
    pieces = block.begin()
    while not pieces.atEnd():
        for name in pieces.fragment().charFormat().anchorNames():
            return str(name)
        pieces += 1
    return ""

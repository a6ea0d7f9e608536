"""Sheets of paper: a chapter of HTML laid out on pages in the look of a template, and where its passages stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Qt
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

from bouwstenen_app.export.page_look import PageLook
from bouwstenen_app.ui.look import FAMILIES
from bouwstenen_app.ui.widgets.report_html import Chapter
from bouwstenen_app.ui.widgets.report_style import INDENT, LINE, PIXELS, QUIET

EDGE: Final = 24.0
"""Pixels around a sheet of cards."""
LEAST_ROOM: Final = 70.0
"""Pixels that must be left on a page for something to follow there."""
HEAD: Final = 24.0
"""Pixels from the top of what stands above a page to the line below it."""
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
    head: str = ""
    """What stands above its pages."""
    first: bool = False
    """Its first page has nothing above it."""
    above: QRectF = field(default_factory=QRectF)
    """Where that stands on a page."""

    def follower(self) -> float:
        """Return how far down what follows begins on the last page; 0 when it begins a new one."""
        return float(round(self.end)) if self.room - self.end > LEAST_ROOM else 0.0

    def paint(self, painter: QPainter, page: int) -> None:
        """Draw one page with its corner at the origin."""
        top = page * self.size.height()
        painter.translate(QPointF(0, -top))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(INK))
        context.clip = QRectF(QPointF(0, top), self.size)
        self.document.documentLayout().draw(painter, context)
        if self.head and (page or not self.first):
            self._paint_head(painter, self.above.translated(0, top))

    def _paint_head(self, painter: QPainter, above: QRectF) -> None:
        painter.setFont(self.document.defaultFont())
        painter.setPen(QColor(QUIET))
        text = painter.fontMetrics().elidedText(self.head, Qt.TextElideMode.ElideRight, int(above.width()))
        painter.drawText(above, Qt.AlignmentFlag.AlignTop, text)
        painter.setPen(QColor(LINE))
        painter.drawLine(above.bottomLeft(), above.bottomRight())

    def on(self, page: int) -> Iterator[tuple[str, QRectF]]:
        """Yield the passages that stand on a page, with where, from its corner."""
        high = self.size.height()
        for source, rect in self.spots:
            place = rect.translated(0, -page * high)
            if place.bottom() > 0 and place.top() < high:
                yield source, place


def lay_out(chapter: Chapter, look: PageLook, parent: QObject, down: float = 0.0) -> Laid:
    """Return a chapter on pages; its text begins so far ``down`` on the first, below what stands there already."""
    left, top, right, bottom = (EDGE,) * 4 if chapter.bare else (side * PIXELS for side in look.margins)
    size = QSizeF(look.paper[0] * PIXELS, look.paper[1] * PIXELS)
    if chapter.landscape:
        size.transpose()
    document = QTextDocument(parent)
    normal = look.letters.get("Normal")
    font = QFont([normal.family, *FAMILIES] if normal and normal.family else list(FAMILIES))
    font.setPixelSize(round((normal.size if normal else 11) * PIXELS))
    document.setDefaultFont(font)
    document.setUndoRedoEnabled(False)
    document.setIndentWidth(_indent(look) * PIXELS)
    document.setHtml(chapter.html)
    _size_headings(document)
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
    count = document.pageCount()
    spots = _spots(document) if ANCHOR in chapter.html else ()
    end = _end(document, count, size.height()) - top
    room = size.height() - top - bottom
    above = QRectF(left, look.head_down * PIXELS, size.width() - left - right, HEAD)
    return Laid(
        document, size, size.width() - right, spots, count, down, end, room, chapter.head, chapter.first, above
    )


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

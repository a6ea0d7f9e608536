"""Text on pages is set as its styles say to a part of a point, and what belongs together is kept on one page."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
    QTextTable,
    QTextTableCellFormat,
)

from bouwstenen_app.export.page_letters import Letters
from bouwstenen_app.export.page_look import PageLook
from bouwstenen_app.ui.widgets.block_document import block_format
from bouwstenen_app.ui.widgets.report_style import CELLS, KEPT, ROOM, STATES, UNIT

MOST_BREAKS: Final = 80
"""Places in one piece where what belongs together is brought to a next page."""
TAB: Final = 35.4
"""Points between tabs, where a paragraph says nothing about them."""
_NAMES: Final = {state: name for name, state in STATES.items()}
_BREAK: Final = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
HARDLY: Final = 60.0
"""What an empty row leaves of a page: it must fit itself, and no row fits below it."""
NEAR: Final = 0.1
"""The part of a page below its top where what stands there does not go to a next one."""
SLACK: Final = 6.0
"""How far below the top of a page a line can stand without having room above it."""
_SHORT: Final = 3
"""Lines of a paragraph that is never parted: of its first or last part at least two lines stay together."""


class Mend(NamedTuple):
    """Something that does not stand as it does in Word."""

    position: int
    """Of the paragraph, or of the first one in a row."""
    row: tuple[QTextTable, int] | None = None
    """A row that goes to a next page."""
    rises: bool = False
    """A paragraph that begins a page and has room above it; others go to a next page."""


def style_of_block(block: QTextBlock, look: PageLook) -> Letters | None:
    """Return how the style of a paragraph sets it; None when it has none."""
    return look.letters.get(_NAMES.get(block.userState() % KEPT, "")) if block.userState() > ROOM else None


def refine(document: QTextDocument, look: PageLook) -> None:
    """Give every paragraph what its style says: a style sheet knows whole pixels, and too little of Word."""
    option = document.defaultTextOption()
    option.setTabStopDistance(TAB * UNIT)
    document.setDefaultTextOption(option)
    last: tuple[QTextBlock, int] | None = None
    block = document.begin()
    while block.isValid():
        letters, state = style_of_block(block, look), block.userState() % KEPT
        if block.userState() == ROOM:
            make_thin(block)
        elif letters is not None:
            close = letters.close and last is not None and last[1] == state
            if close and last is not None:
                above = last[0].blockFormat()
                above.setBottomMargin(0)
                QTextCursor(last[0]).setBlockFormat(above)
            _set(block, letters, close=close, in_cell=state in CELLS)
        if block.blockFormat().headingLevel():
            _size(block)
        if letters is None and not block.text() and table_of(block.previous()) is not None:
            make_thin(block)  # Qt wants a line behind a table
        last = (block, state) if letters is not None else None
        block = block.next()
    _part_tables(document)


def make_thin(block: QTextBlock) -> None:
    """Let a line stand so that it is hardly there."""
    letters, look = QTextCharFormat(), QTextBlockFormat()
    letters.setProperty(QTextFormat.Property.FontPixelSize.value, 1)
    look.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor = QTextCursor(block)
    cursor.setBlockFormat(look)
    cursor.setBlockCharFormat(letters)


def _part_tables(document: QTextDocument) -> None:
    """Give tables the room that the paragraphs above them ask: beside a table Qt forgets it, not beside a line."""
    for frame in document.rootFrame().childFrames():
        above = document.findBlock(frame.firstPosition() - 1)
        if above.isValid() and above.blockFormat().bottomMargin() and table_of(above) is None:
            cursor = QTextCursor(above)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertBlock()
            make_thin(cursor.block())
            cursor.block().setUserState(KEPT)


def _set(block: QTextBlock, letters: Letters, *, close: bool, in_cell: bool) -> None:
    asked = block_format(letters)
    if letters.hanging > 0:  # Qt counts tabs from where the line begins
        asked.setTabPositions([QTextOption.Tab(letters.hanging * UNIT, QTextOption.TabType.LeftTab)])
    if close or (in_cell and not _goes_on(block)):
        asked.setTopMargin(0)
    if in_cell:
        asked.setBottomMargin(0)
        asked.setAlignment(block.blockFormat().alignment())
    QTextCursor(block).mergeBlockFormat(asked)


def _goes_on(block: QTextBlock) -> bool:
    """Return whether a paragraph in a table is not the first in its cell."""
    table, before = table_of(block), block.previous()
    if table is None or table_of(before) is None:
        return False
    return bool(table.cellAt(block.position()) == table.cellAt(before.position()))


def _size(block: QTextBlock) -> None:
    """Let a heading have the size of its style; Qt makes each so much larger or smaller than the text."""
    cursor = QTextCursor(block)
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        letters = piece.charFormat()
        letters.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
        cursor.setPosition(piece.position())
        cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(letters)
        pieces += 1


def table_of(block: QTextBlock) -> QTextTable | None:
    """Return the table that a paragraph stands in."""
    return QTextCursor(block).currentTable()


class Settling:
    """Keeps together what Word keeps together, in a document that is laid out on pages ``high`` high."""

    def __init__(self, document: QTextDocument, look: PageLook, high: float, bottom: float) -> None:
        self._document = document
        self._layout = document.documentLayout()
        self._look = look
        self._high = high
        self._bottom = bottom
        self._first = document.rootFrame().frameFormat().topMargin()
        self._broken: set[int] = set()
        self._risen: set[int] = set()

    def settling(self) -> Iterator[None]:
        """Bring to a next page what is parted now, from the first page to the last, one at a time."""
        begin = 0
        for _ in range(MOST_BREAKS):
            mend = next(self._parted(self._document.findBlock(begin)), None)
            if mend is None:
                return
            begin = mend.position
            block = self._document.findBlock(begin)
            (self._risen if mend.rises else self._broken).add(begin)
            edit = QTextCursor(self._document)
            edit.beginEditBlock()  # else Qt lays out after each of these
            if mend.row is not None:
                self._push(*mend.row)
                begin = mend.row[0].firstPosition()
            elif mend.rises:
                self._rise(block)
            else:
                self._break_before(block)
            edit.endEditBlock()
            rest = self._document.characterCount() - begin
            self._document.markContentsDirty(begin, rest)  # else Qt leaves what is below without lines
            self._document.pageCount()
            yield

    def _parted(self, block: QTextBlock) -> Iterator[Mend]:
        """Yield what must go to a next page, from a paragraph on."""
        chain: QTextBlock | None = None
        while block.isValid():
            table = table_of(block)
            if table is not None:
                yield from self._table(table, chain)
                chain = None
                block = self._document.findBlock(table.lastPosition() + 1)
                continue
            first = self._top(block)
            if self._has_risen(block):
                yield Mend(block.position(), rises=True)
            if chain is not None and self._page(first) > self._page(self._top(chain)):
                yield from self._mend(chain)
            if self._is_parted(block):
                yield from self._mend(chain or block)
            chain = (chain or block) if self._keeps(block) else None
            block = block.next()

    def _table(self, table: QTextTable, chain: QTextBlock | None) -> Iterator[Mend]:
        """Yield what of a table, with the heading or caption above it, must go to a next page."""
        rows = [self._row(table, row) for row in range(table.rows())]
        first = table.cellAt(0, 0).firstCursorPosition().block()
        begins = chain if chain is not None else first
        top = self._top(begins)
        body = table.cellAt(min(1, table.rows() - 1), 0).firstCursorPosition().block()
        is_data = body.userState() % KEPT in CELLS
        whole = is_data and body.userState() >= KEPT
        together = rows[-1][1] if whole else rows[min(table.format().headerRowCount(), len(rows) - 1)][1]
        if not is_data:  # cards with a column beside them: the first lines stay with what is above
            together = self._layout.blockBoundingRect(first).bottom()
        if self._page(top) < self._page(together - 1) and together - top < self._high - 2 * self._bottom:
            yield from self._mend(begins)
        split = is_data or first.userState() >= KEPT
        for row, (above, below) in enumerate(rows if split else ()):
            if self._page(above) < self._page(below - 1) and below - above < self._high / 2:
                place = table.cellAt(row, 0).firstPosition()
                if place not in self._broken:
                    yield Mend(place, (table, row))

    def _mend(self, block: QTextBlock) -> Iterator[Mend]:
        """Yield a paragraph that can go to a next page: not one that stands at the top of its page already."""
        if block.position() not in self._broken and self._top(block) % self._high > self._first + NEAR * self._high:
            yield Mend(block.position())

    def _has_risen(self, block: QTextBlock) -> bool:
        """Return whether a paragraph begins a page with room above it, which Word forgets there."""
        before = block.previous()
        if not before.isValid() or block.position() in self._risen or block.userState() <= ROOM:
            return False
        top = self._top(block)
        return self._page(top) > self._page(self._last(before)) and top % self._high > self._first + SLACK

    def _rise(self, block: QTextBlock) -> None:
        """Take away the room above a paragraph, also that of the one before it, which Qt takes along."""
        look, above = block.blockFormat(), block.previous().blockFormat()
        look.setTopMargin(0)
        QTextCursor(block).setBlockFormat(look)
        if table_of(block.previous()) is None:
            above.setBottomMargin(0)
            QTextCursor(block.previous()).setBlockFormat(above)

    def _is_parted(self, block: QTextBlock) -> bool:
        """Return whether a short paragraph stands on two pages, or one line of a longer one stands alone below."""
        layout = block.layout()
        count = layout.lineCount()
        if count < 2:
            return False
        down = layout.position().y()
        pages = [self._page(down + layout.lineAt(number).y()) for number in (0, 1, count - 1)]
        whole = count <= _SHORT or self._keeps(block)
        return pages[0] != pages[1] or (whole and pages[0] != pages[2])

    def _keeps(self, block: QTextBlock) -> bool:
        if block.userState() >= KEPT:
            return True
        letters = style_of_block(block, self._look)
        return letters is not None and letters.keep

    def _break_before(self, block: QTextBlock) -> None:
        table = table_of(block)
        if table is not None:
            look = table.format()
            look.setPageBreakPolicy(_BREAK)
            table.setFormat(look)
            return
        broken = QTextBlockFormat()
        broken.setPageBreakPolicy(_BREAK)
        QTextCursor(block).mergeBlockFormat(broken)

    def _push(self, table: QTextTable, row: int) -> None:
        """Let a row of a table begin on the next page: an empty row takes what is left of this one."""
        above, _ = self._row(table, row)
        above -= max(
            table.cellAt(row, column).format().toTableCellFormat().topPadding() for column in range(table.columns())
        )
        table.insertRows(row, 1)
        empty = QTextTableCellFormat()
        empty.setProperty(QTextFormat.Property.FontPixelSize.value, 1)
        empty.setTopPadding(max(0.0, self._high - self._bottom - above % self._high - HARDLY))
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            make_thin(cell.firstCursorPosition().block())
            cell.setFormat(empty)  # last: Qt keeps it as the look of the letters of that line

    def _row(self, table: QTextTable, row: int) -> tuple[float, float]:
        """Return where a row begins and where it ends."""
        cells = [table.cellAt(row, column) for column in range(table.columns())]
        tops = (self._layout.blockBoundingRect(cell.firstCursorPosition().block()).top() for cell in cells)
        ends = (self._layout.blockBoundingRect(cell.lastCursorPosition().block()).bottom() for cell in cells)
        return min(tops), max(ends)

    def _top(self, block: QTextBlock) -> float:
        if table_of(block) is not None:
            return self._layout.blockBoundingRect(block).top()
        layout = block.layout()
        return layout.position().y() + (layout.lineAt(0).y() if layout.lineCount() else 0.0)

    def _last(self, block: QTextBlock) -> float:
        """Return where the last line of a paragraph begins."""
        layout = block.layout()
        if table_of(block) is not None or not layout.lineCount():
            return self._top(block)
        return layout.position().y() + layout.lineAt(layout.lineCount() - 1).y()

    def _page(self, down: float) -> int:
        return int(down // self._high)

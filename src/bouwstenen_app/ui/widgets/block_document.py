"""Paragraphs and tables of a template are written into a document of Qt, so that they stand as they do in Word."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableCell,
    QTextTableCellFormat,
    QTextTableFormat,
)

from bouwstenen_app.export.page_blocks import Block, Box, Cell, Grid, Line, Picture, Text
from bouwstenen_app.export.page_letters import Letters
from bouwstenen_app.ui.pictures import of_template
from bouwstenen_app.ui.widgets.report_style import FINE, PIXELS, UNIT, families

CELL: Final = 5.4 * UNIT
"""What is between the side of a cell and its text, as Word has them."""
SHARP: Final = 2 * PIXELS
"""Pixels of a picture for each point that it takes: enough for the largest size of the pages."""
SIZES: Final = (64, 128, 256, 512, 1024, 2048)
"""Pixels that pictures are made: so few sizes that each is kept from the job that decoded it, until it is shown."""
MISSING: Final = "#E6EBEB"
"""What stands in the place of a picture that this program cannot read."""
_ALIGNED: Final = {"center": "AlignHCenter", "right": "AlignRight", "justify": "AlignJustify"}
_TABS: Final = {"left": "LeftTab", "center": "CenterTab", "right": "RightTab"}
_LINE: Final = QTextBlockFormat.LineHeightTypes

Count = Callable[[Text], str]
"""Gives what a field of pages says."""


class BlockDocument:
    """A document with blocks of a template, so many pixels wide; it is laid out ``FINE`` times as large."""

    def __init__(self, blocks: Sequence[Block], wide: float, count: Count) -> None:
        self.document = QTextDocument()
        self.floats: list[tuple[int, Picture | Box]] = []
        """What floats, and the position in the document that it belongs to."""
        self.lines: list[tuple[int, Letters]] = []
        """Paragraphs with edges or a colour behind them, by their position."""
        self._count = count
        self._pictures = 0
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.document.setTextWidth(wide * FINE)
        self._cursor = QTextCursor(self.document)
        self._fresh = True
        self._tables: list[tuple[QTextTable, tuple[float, ...]]] = []
        self._write(blocks, wide * FINE)
        for table, heights in reversed(self._tables):  # what is inside another table first
            self._stretch(table, heights)

    @property
    def high(self) -> float:
        """How high it is, in pixels."""
        return self.document.size().height() / FINE

    def _write(self, blocks: Sequence[Block], wide: float) -> None:
        for block in blocks:
            if isinstance(block, Line):
                self._line(block)
            else:
                self._grid(block, wide)

    # -- paragraphs

    def _line(self, line: Line) -> None:
        look, letters = block_format(line.letters), char_format(line.letters)
        begins = line.letters.left - line.letters.hanging  # Qt counts tabs from where the line begins
        look.setTabPositions([QTextOption.Tab((at - begins) * UNIT, _tab(kind)) for at, kind in line.tabs])
        if line.new_page:
            look.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        moved = any(not isinstance(piece, Text) and piece.place and piece.place.apart for piece in line.pieces)
        self._begin(look, letters, room=moved or look.topMargin() > 0)
        if line.letters.edges or line.letters.fill:
            self.lines.append((self._cursor.position(), line.letters))
        for piece in line.pieces:
            if isinstance(piece, Text):
                self._text(piece, look)
            elif piece.place is None:
                self._picture(piece)
            else:
                self.floats.append((self._cursor.position(), piece))

    def _begin(self, look: QTextBlockFormat, letters: QTextCharFormat, *, room: bool = False) -> None:
        """Begin a paragraph; the first of a document or a cell is there already. ``room``: some stands above it."""
        if self.document.isEmpty() and room:  # Qt gives none above what comes first
            self._cursor.setBlockFormat(_no_room())
            self._cursor.setBlockCharFormat(_no_letters())
            self._fresh = False
        if self._fresh:
            self._cursor.setBlockFormat(look)
            self._cursor.mergeBlockCharFormat(letters)  # of a first line in a cell that is how the cell looks too
            self._cursor.setCharFormat(letters)
        else:
            self._cursor.insertBlock(look, letters)
        self._fresh = False

    def _text(self, text: Text, look: QTextBlockFormat) -> None:
        letters = char_format(text.letters)
        said = self._count(text) if text.field else text.said
        for number, part in enumerate(said.split("\f")):
            if number:  # a break of the page within a paragraph
                broken = QTextBlockFormat(look)
                broken.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                self._cursor.insertBlock(broken, letters)
            self._cursor.insertText(part.replace("\n", "\u2028"), letters)

    def _picture(self, picture: Picture) -> None:
        self._pictures += 1
        name = f"picture:{self._pictures}"
        self.document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image_of(picture))
        shown = QTextImageFormat()
        shown.setName(name)
        shown.setWidth(picture.size[0] * UNIT)
        shown.setHeight(picture.size[1] * UNIT)
        self._cursor.insertImage(shown)

    # -- tables

    def _grid(self, grid: Grid, wide: float) -> None:
        columns = len(grid.widths) or max((sum(cell.span for cell in row) for row in grid.rows), default=0)
        if not columns or not grid.rows:
            return
        self._begin(_no_room(), _no_letters())  # Qt wants a line before a table, and room above it is lost without
        table = self._cursor.insertTable(len(grid.rows), columns, _table_format(grid, wide))
        self._tables.append((table, grid.heights))
        for number, row in enumerate(grid.rows):
            column = 0
            for cell in row:
                if column < columns:
                    span = min(cell.span, columns - column)
                    if span > 1:
                        table.mergeCells(number, column, 1, span)
                    within = sum(grid.widths[column : column + span]) * UNIT or wide / columns
                    self._cell(table.cellAt(number, column), cell, within)
                    column += span
        self._cursor.setPosition(table.lastPosition() + 1)
        self._cursor.setBlockFormat(_no_room())  # the line that Qt put there
        self._cursor.setBlockCharFormat(_no_letters())
        self._fresh = False

    def _stretch(self, table: QTextTable, heights: Sequence[float]) -> None:
        """Make rows as high as they are at least: Qt knows no height of a row."""
        if not any(heights):
            return
        self.document.documentLayout().documentSize()  # it is laid out now
        lacks = [least * UNIT - self._high(table, row) for row, least in enumerate(heights)]
        edit = QTextCursor(self.document)
        edit.beginEditBlock()  # else Qt lays out after each of these
        for row, lack in enumerate(lacks):
            if heights[row] and lack > 0:
                cell = table.cellAt(row, 0)
                look = cell.format().toTableCellFormat()
                look.setBottomPadding(look.bottomPadding() + lack)
                cell.setFormat(look)
        edit.endEditBlock()
        self.document.markContentsDirty(0, self.document.characterCount())

    def _high(self, table: QTextTable, row: int) -> float:
        """Return how high a row is now."""
        layout = self.document.documentLayout()
        cells = [table.cellAt(row, column) for column in range(table.columns())]
        looks = [cell.format().toTableCellFormat() for cell in cells]
        tops = (layout.blockBoundingRect(cell.firstCursorPosition().block()).top() for cell in cells)
        ends = (layout.blockBoundingRect(cell.lastCursorPosition().block()).bottom() for cell in cells)
        top = min(top - look.topPadding() for top, look in zip(tops, looks, strict=True))
        return max(end + look.bottomPadding() for end, look in zip(ends, looks, strict=True)) - top

    def _cell(self, place: QTextTableCell, cell: Cell, wide: float) -> None:
        look = QTextTableCellFormat()
        look.setLeftPadding(CELL)
        look.setRightPadding(CELL)
        first, last = cell.blocks[:1], cell.blocks[-1:]
        look.setTopPadding(sum(one.letters.before for one in first if isinstance(one, Line)) * UNIT)
        look.setBottomPadding(sum(one.letters.after for one in last if isinstance(one, Line)) * UNIT)
        if cell.fill:
            look.setBackground(QBrush(QColor(f"#{cell.fill}")))
        place.setFormat(look)
        self._cursor = place.firstCursorPosition()
        self._fresh = True
        self._write(cell.blocks, max(UNIT, wide - 2 * CELL))


def block_format(letters: Letters) -> QTextBlockFormat:
    """Return how a paragraph of these letters stands."""
    look = QTextBlockFormat()
    edges = {edge.side: edge.width + edge.room for edge in letters.edges}
    look.setTopMargin((letters.before + edges.get("top", 0)) * UNIT)
    look.setBottomMargin((letters.after + edges.get("bottom", 0)) * UNIT)
    look.setLeftMargin(letters.left * UNIT)
    look.setRightMargin(letters.right * UNIT)
    look.setTextIndent(-letters.hanging * UNIT)
    if letters.align:
        look.setAlignment(Qt.AlignmentFlag[_ALIGNED[letters.align]])
    if letters.height:
        kind = _LINE.MinimumHeight if letters.least else _LINE.FixedHeight
        look.setLineHeight(letters.height * UNIT, kind.value)
    else:
        look.setLineHeight(100 * letters.line, _LINE.ProportionalHeight.value)
    return look


def char_format(letters: Letters) -> QTextCharFormat:
    """Return how these letters look."""
    look = QTextCharFormat()
    look.setFontFamilies(families(letters))
    look.setProperty(QTextFormat.Property.FontPixelSize.value, max(1, round(letters.size * UNIT)))
    look.setFontWeight(QFont.Weight.Bold if letters.bold else QFont.Weight.Normal)
    look.setFontItalic(letters.italic)
    look.setForeground(QBrush(QColor(f"#{letters.colour}")))
    if letters.caps:
        look.setFontCapitalization(QFont.Capitalization.AllUppercase)
    return look


def image_of(picture: Picture) -> QImage:
    """Return a picture as it is shown, cut as it asks; a plain one when this program cannot read it."""
    wanted = max(picture.size) * SHARP
    image = of_template(picture.data, next((size for size in SIZES if size >= wanted), SIZES[-1]))
    if image.isNull():
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        image.fill(QColor(MISSING))
        return image
    if not any(picture.crop):
        return image
    left, top, right, bottom = picture.crop
    wide, high = image.width(), image.height()
    rest = (max(1, round(wide * (1 - left - right))), max(1, round(high * (1 - top - bottom))))
    return image.copy(round(wide * left), round(high * top), *rest)


def _tab(kind: str) -> QTextOption.TabType:
    return QTextOption.TabType[_TABS[kind]]


def _no_room() -> QTextBlockFormat:
    look = QTextBlockFormat()
    look.setLineHeight(1, _LINE.FixedHeight.value)
    return look


def _no_letters() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setProperty(QTextFormat.Property.FontPixelSize.value, 1)
    return look


def _table_format(grid: Grid, wide: float) -> QTextTableFormat:
    look = QTextTableFormat()
    look.setCellSpacing(0)
    look.setCellPadding(0)
    look.setBorder(0)
    look.setMargin(0)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    if grid.edge:
        look.setBorder(UNIT / 2)
        look.setBorderCollapse(True)
        look.setBorderBrush(QBrush(QColor(f"#{grid.edge}")))
    if grid.widths:
        fixed = QTextLength.Type.FixedLength
        look.setColumnWidthConstraints([QTextLength(fixed, width * UNIT) for width in grid.widths])
    else:
        look.setWidth(wide)
    return look

"""A list that shows blocks as cards: only what is in sight is measured and painted, however long the list."""

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.ui.widgets.card_layout import CardLayout, Spot
from bouwstenen_app.ui.widgets.card_painter import CardPainter, CardState
from bouwstenen_app.ui.widgets.row_heights import RowHeights

BLOCK_ROLE: Final = int(Qt.ItemDataRole.UserRole)
GAP: Final = 12
"""Between two cards, in pixels at 100 %."""
WHEEL_STEP: Final = 40
TRIES: Final = 4

Index = QModelIndex | QPersistentModelIndex
Command = QItemSelectionModel.SelectionFlag


class CardView(QListView):
    """Lays cards under each other, finds them, scrolls and paints them.

    Its model gives a Block under ``Qt.UserRole``. It is a QListView for screen readers, which know only Qt's own
    views; the layout of QListView itself asks every row for its size and is never used.
    """

    def __init__(self, painter: CardPainter, parent: QWidget | None = None) -> None:
        self._rows: QAbstractItemModel | None = None
        super().__init__(parent)
        self._painter = painter
        self._heights = RowHeights(painter.usual_height + self._gap)
        self._marking = False
        """Whether cards are being marked: then moving leaves the marks alone."""
        self._hover: tuple[str, Spot | None] = ("", None)
        self.setProperty("kind", "plane")
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)

    def refresh_look(self) -> None:
        """Measure and paint everything anew, after the theme, the text size or the codebook changed."""
        self._painter.forget()
        self._heights.estimate = self._painter.usual_height + self._gap
        self._heights.reset(self._count())
        self._settle()
        self.viewport().update()

    def current_block(self) -> Block | None:
        """Return the block that is current."""
        return self._block(self.currentIndex())

    # -- the cards

    @property
    def _gap(self) -> int:
        return self._painter.scaled(GAP)

    def _count(self) -> int:
        return self._rows.rowCount() if self._rows is not None else 0

    def _block(self, index: Index) -> Block | None:
        block = index.data(BLOCK_ROLE) if index.isValid() else None
        return block if isinstance(block, Block) else None

    def _block_in(self, row: int) -> Block:
        block: Block = self.model().index(row, 0).data(BLOCK_ROLE)
        return block

    def _card(self, row: int) -> CardLayout:
        return self._painter.layout(self._block_in(row), self._card_width())

    def _card_width(self) -> int:
        """Return the width of the cards: the same whether there is a scroll bar or not."""
        bar = self.verticalScrollBar()
        room = 0 if bar.isVisible() else bar.sizeHint().width()
        return self.viewport().width() - room

    def _measure(self, row: int) -> int:
        return self._heights.set(row, self._card(row).height + self._gap)

    def _settle(self) -> None:
        """Measure the cards in sight, so that what is in sight stays where it is while others get their height."""
        if not self._count() or self._card_width() < 1:
            self._update_range()
            return
        bar = self.verticalScrollBar()
        row = self._heights.row_at(bar.value())
        cut_off = self._heights.top(row) < bar.value()
        moved = 0
        bottom = bar.value() + self.viewport().height()
        first = True
        while row < len(self._heights) and self._heights.top(row) < bottom + moved:
            if not self._heights.known(row):
                change = self._measure(row)
                moved += change if first and cut_off else 0
            first = False
            row += 1
        self._update_range()
        if moved and bar.value() > 0:
            bar.setValue(bar.value() + moved)

    def _update_range(self) -> None:
        bar = self.verticalScrollBar()
        page = self.viewport().height()
        bar.setPageStep(page)
        bar.setSingleStep(self._painter.scaled(WHEEL_STEP))
        bar.setRange(0, max(0, self._heights.total - self._gap - page) if self._count() else 0)

    # -- what the model tells

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        if self._rows is not None:
            self._rows.rowsRemoved.disconnect(self._on_rows_removed)
            self._rows.rowsInserted.disconnect(self._on_rows_inserted)
            self._rows.dataChanged.disconnect(self._on_data_changed)
        self._rows = model  # before Qt resets the view, which measures the rows
        super().setModel(model)
        if model is not None:
            model.rowsRemoved.connect(self._on_rows_removed)
            model.rowsInserted.connect(self._on_rows_inserted)
            model.dataChanged.connect(self._on_data_changed)
        self._heights.reset(self._count())
        self._settle()

    @override
    def reset(self) -> None:
        super().reset()
        self._marking = False
        self._heights.reset(self._count())
        self._settle()
        self.viewport().update()

    def _on_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        bar = self.verticalScrollBar()
        at_top = bar.value() == 0
        before = self._heights.top(first) < bar.value() if first < len(self._heights) else False
        self._heights.insert(first, last - first + 1)
        added = 0
        if before and not at_top:  # what comes below is measured when it comes in sight
            arrived = range(first, min(last + 1, first + 50))
            added = sum(self._measure(row) + self._heights.estimate for row in arrived)
        self._settle()
        if added:
            bar.setValue(bar.value() + added)
        self.viewport().update()

    def _on_rows_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._heights.remove(first, last - first + 1)
        self._settle()
        self.viewport().update()

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            if self._heights.known(row):
                self._heights.set(row, 0)
        self._settle()
        self.viewport().update()

    # -- geometry that Qt asks for

    @override
    def visualRect(self, index: Index) -> QRect:
        row = index.row()
        if not index.isValid() or row >= len(self._heights):
            return QRect()
        top = self._heights.top(row) - self.verticalScrollBar().value()
        return QRect(0, top, self._card_width(), self._heights.height(row) - self._gap)

    @override
    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if not index.isValid() or index.row() >= len(self._heights):
            return
        if not self._heights.known(index.row()):
            self._measure(index.row())
            self._update_range()
        bar, page = self.verticalScrollBar(), self.viewport().height()
        for _ in range(TRIES):
            # Scrolling brings cards in sight that get their height only then, and that moves what is below them.
            rect, before = self.visualRect(index), bar.value()
            if rect.top() < 0 or rect.height() > page:
                bar.setValue(before + rect.top())
            elif rect.bottom() >= page:
                bar.setValue(before + rect.bottom() - page + 1)
            if bar.value() == before:
                return

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        height = point.y() + self.verticalScrollBar().value()
        if not 0 <= height < self._heights.total:
            return QModelIndex()
        row = self._heights.row_at(height)
        inside = height - self._heights.top(row) < self._heights.height(row) - self._gap
        return self.model().index(row, 0) if inside else QModelIndex()

    @override
    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        last = self._count() - 1
        if last < 0:
            return QModelIndex()
        row = self.currentIndex().row()
        page = row if row < 0 else self._page(row, down=action == QAbstractItemView.CursorAction.MovePageDown)
        moves = {
            QAbstractItemView.CursorAction.MoveUp: row - 1,
            QAbstractItemView.CursorAction.MovePrevious: row - 1,
            QAbstractItemView.CursorAction.MoveDown: row + 1,
            QAbstractItemView.CursorAction.MoveNext: row + 1,
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: last,
            QAbstractItemView.CursorAction.MovePageUp: page,
            QAbstractItemView.CursorAction.MovePageDown: page,
        }
        return self.model().index(min(last, max(0, moves.get(action, row))), 0)

    def _page(self, row: int, *, down: bool) -> int:
        page = self.viewport().height() * (1 if down else -1)
        return self._heights.row_at(self._heights.top(row) + page)

    @override
    def horizontalOffset(self) -> int:
        return 0

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    def isIndexHidden(self, index: Index) -> bool:
        return False

    @override
    def setSelection(self, rect: QRect, command: Command) -> None:
        offset = self.verticalScrollBar().value()
        rows = [self._heights.row_at(height + offset) for height in (rect.top(), rect.bottom())]
        if min(rows) >= 0:
            first, last = (self.model().index(row, 0) for row in rows)
            self.selectionModel().select(QItemSelection(first, last), command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    @override
    def updateGeometries(self) -> None:
        QAbstractItemView.updateGeometries(self)
        self._update_range()

    @override
    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._settle()
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._heights.reset(self._count())
        QAbstractItemView.resizeEvent(self, event)
        self._settle()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        offset = self.verticalScrollBar().value()
        row = self._heights.row_at(event.rect().top() + offset)
        while 0 <= row < self._count():
            top = self._heights.top(row) - offset
            if top > event.rect().bottom():
                break
            index = self.model().index(row, 0)
            self._painter.paint(painter, QPoint(0, top), self._card(row), self._state(index))
            row += 1
        painter.end()

    def _state(self, index: QModelIndex) -> CardState:
        block, spot = self._hover
        return CardState(
            selected=self.selectionModel().isSelected(index),
            current=index == self.currentIndex() and self.hasFocus(),
            marked=self._marking and self.selectionModel().isSelected(index),
            hovered=bool(block) and index.data(BLOCK_ROLE).id == block,
            spot=spot,
        )

"""A board: columns beside each other that scroll by themselves; only those in sight are made."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.board_card import BoardCardPainter
from bouwstenen_app.ui.widgets.board_column import BoardColumn, Head
from bouwstenen_app.ui.widgets.board_list import BoardList

LEAST, WIDEST, GAP = 176, 300, 12
"""Pixels at 100 %: how wide a column is, at least and at most, and between two."""
NEAR_EDGE, SCROLLED = 40, 24
"""Cards held this near the edge scroll the board, and how far at a time."""


class Board(QAbstractScrollArea):
    """Asks; its place acts. ``model_of`` gives the cards of a column by its key, when it comes in sight."""

    column_made = Signal(object)
    """The BoardList of a column that was made just now: to be served."""
    current_changed = Signal(str)
    marks_changed = Signal(list)
    opened = Signal(str)
    left = Signal()
    dropped = Signal(str, bool)
    """The marked cards are to go to the column with this key; whether they keep the one they were in."""
    move_asked = Signal(QPoint)

    def __init__(
        self,
        theme: Theme,
        painter: BoardCardPainter,
        model_of: Callable[[str], QAbstractItemModel],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painter = painter
        self._model_of = model_of
        self._heads: Sequence[Head] = ()
        self._columns: dict[str, BoardColumn] = {}
        self._focused: str | None = None
        """Key of the column where the work was last; that of the last column is empty."""
        self._quiet = False
        self.setProperty("kind", "plane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self.refresh_look)

    def show_columns(self, heads: Sequence[Head]) -> None:
        """Show these columns; those that were there already keep where they are."""
        keys = {head.key for head in heads}
        lost = False
        for key in [key for key in self._columns if key not in keys]:
            column = self._columns.pop(key)
            lost = lost or column.cards.hasFocus()
            column.hide()
            column.deleteLater()
        self._heads = tuple(heads)
        for head in heads:
            if head.key in self._columns:
                self._columns[head.key].show_head(head)
        self._lay_out()
        if lost:
            self.focus()

    def clear(self) -> None:
        """Throw all columns away: others come."""
        self._heads = ()
        for column in self._columns.values():
            column.hide()
            column.deleteLater()
        self._columns.clear()
        self._focused = None
        self.horizontalScrollBar().setValue(0)

    def refresh_look(self) -> None:
        """Measure and paint everything anew."""
        self._painter.forget()
        for column in self._columns.values():
            column.show_head(column.head)
            column.cards.refresh_look()
        self._lay_out()

    # -- what is current and marked

    @property
    def heads(self) -> Sequence[Head]:
        """What stands above the columns."""
        return self._heads

    def column(self, key: str) -> BoardColumn:
        """Return a column, made when it was not there yet."""
        if key not in self._columns:
            cards = BoardList(self._painter, self.marked)
            column = BoardColumn(self._theme, cards, self._model_of(key), self.viewport())
            self._columns[key] = column
            column.show_head(next(head for head in self._heads if head.key == key))
            self._connect(key, column)
            self.column_made.emit(cards)
        return self._columns[key]

    def marked(self) -> list[str]:
        """Return the ids of the marked cards, or of the current one."""
        return list(dict.fromkeys(identity for identity, _ in self.moves()))

    def moves(self) -> list[tuple[str, str]]:
        """Return the marked cards, or the current one: id of the block and key of the column it is in."""
        found = [
            (one, head.key) for head in self._heads if head.key in self._columns for one in self._own(head.key)
        ]
        key = self._focused
        current = self._columns[key].cards.current_block() if key is not None and key in self._columns else None
        return found or ([(current.id, key)] if current is not None and key is not None else [])

    def clear_marks(self) -> None:
        """Leave only the current card selected."""
        self._keep_alone(self._focused)
        if self._focused is not None and self._focused in self._columns:
            self._columns[self._focused].cards.clear_marks()

    def focus(self) -> None:
        """Take the focus to the column where it was last, or to the first with cards."""
        filled = [head.key for head in self._heads if head.count]
        key = self._focused if self._focused in filled else next(iter(filled), None)
        if key is not None:
            self._show_column(key)
            self.column(key).cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Make a card current, when none is: where it was last, or else the first."""
        if self.marked():
            return
        filled = [head.key for head in self._heads if head.count]
        if filled:
            key = self._focused = self._focused if self._focused in filled else filled[0]
            self._show_column(key)
            cards = self.column(key).cards
            cards.show_block(cards.model().index(min(cards.last_row, cards.model().rowCount() - 1), 0))

    def has_cards(self) -> bool:
        """Say whether any column has cards."""
        return any(head.count for head in self._heads)

    def _own(self, key: str) -> list[str]:
        return self._columns[key].cards.own()

    def _keep_alone(self, key: str | None) -> None:
        self._quiet = True
        for other, column in self._columns.items():
            column.cards.set_marking(False)
            if other != key:
                column.cards.forget_marks()
        self._quiet = False

    def _on_marking_begun(self) -> None:
        for column in self._columns.values():
            column.cards.set_marking(True)

    def _on_marks(self) -> None:
        if not self._quiet:
            self.marks_changed.emit(self.marked())

    def _on_current(self, key: str, identity: str) -> None:
        if self._columns[key].cards.hasFocus() or key == self._focused:
            self._focused = key
            self.current_changed.emit(identity)

    def _on_step(self, key: str, by: int) -> None:
        """Go to the nearest column with cards on that side, at the same height."""
        keys = [head.key for head in self._heads if head.count or head.key == key]
        place = keys.index(key) + by
        if not 0 <= place < len(keys):
            return
        here = self._columns[key].cards
        height = here.visualRect(here.currentIndex()).center().y()
        self._show_column(keys[place])
        there = self.column(keys[place]).cards
        there.set_marking(here.marking)
        index = there.indexAt(QPoint(there.viewport().width() // 2, max(0, height)))
        if not index.isValid():
            index = there.indexAt(QPoint(there.viewport().width() // 2, max(0, height) + self._theme.px(GAP) + 1))
        if not index.isValid():
            index = there.model().index(there.model().rowCount() - 1, 0)
        self._focused = keys[place]
        if not here.marking:
            self._keep_alone(keys[place])
        there.enter(index)
        there.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_marks()

    # -- where the columns stand

    def _width(self) -> int:
        """Return how wide the columns are: as many as fit share the room."""
        px, count, room = self._theme.px, len(self._heads), self.viewport().width()
        least = min(px(LEAST), max(1, room))
        fitting = max(1, min(count, (room + px(GAP)) // (least + px(GAP))))
        return min(px(WIDEST), (room - px(GAP) * (fitting - 1)) // fitting)

    def _rect(self, place: int, width: int) -> QRect:
        left = place * (width + self._theme.px(GAP)) - self.horizontalScrollBar().value()
        return QRect(left, 0, width, self.viewport().height())

    def _lay_out(self) -> None:
        bar, width, gap = self.horizontalScrollBar(), self._width(), self._theme.px(GAP)
        room = self.viewport().width()
        bar.setPageStep(room)
        bar.setSingleStep(width // 3)
        bar.setRange(0, max(0, len(self._heads) * (width + gap) - gap - room))
        for place, head in enumerate(self._heads):
            rect = self._rect(place, width)
            seen = rect.right() >= 0 and rect.left() < room
            if seen or head.key in self._columns:
                column = self.column(head.key)
                column.setGeometry(rect)
                column.setVisible(seen)

    def _show_column(self, key: str) -> None:
        place = next(place for place, head in enumerate(self._heads) if head.key == key)
        rect, bar = self._rect(place, self._width()), self.horizontalScrollBar()
        if rect.left() < 0:
            bar.setValue(bar.value() + rect.left())
        elif rect.right() > self.viewport().width():
            bar.setValue(bar.value() + rect.right() - self.viewport().width() + 1)

    def _on_dragged_over(self, at: QPoint) -> None:
        x, bar = self.viewport().mapFromGlobal(at).x(), self.horizontalScrollBar()
        if x < NEAR_EDGE:
            bar.setValue(bar.value() - SCROLLED)
        elif x > self.viewport().width() - NEAR_EDGE:
            bar.setValue(bar.value() + SCROLLED)

    def _connect(self, key: str, column: BoardColumn) -> None:
        cards = column.cards
        cards.stepped.connect(lambda by: self._on_step(key, by))
        cards.current_changed.connect(lambda identity: self._on_current(key, identity))
        cards.marks_changed.connect(lambda _: self._on_marks())
        cards.pressed_alone.connect(lambda: self._on_pressed(key))
        cards.marking_begun.connect(self._on_marking_begun)
        cards.marks_dropped.connect(self.clear_marks)
        cards.focused.connect(lambda by_mouse: self._on_focused(key, by_mouse=by_mouse))
        cards.opened.connect(self.opened)
        cards.left.connect(self.left)
        cards.move_asked.connect(self.move_asked)
        column.dropped.connect(lambda add: self.dropped.emit(key, add))
        column.dragged_over.connect(self._on_dragged_over)

    def _on_pressed(self, key: str) -> None:
        self._focused = key
        self._keep_alone(key)

    def _on_focused(self, key: str, *, by_mouse: bool) -> None:
        cards = self._columns[key].cards
        if key == self._focused and (cards.own() or cards.marking):
            return
        self._focused = key
        if not by_mouse and not cards.marking:
            self._keep_alone(key)
            cards.clear_marks()
        block = cards.current_block()
        self.current_changed.emit(block.id if block else "")

    # -- what Qt calls

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._lay_out()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        if self._focused is not None and any(head.key == self._focused for head in self._heads):
            self._show_column(self._focused)  # the columns are of another width now

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        sideways = event.angleDelta().x() or (
            event.angleDelta().y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0
        )
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - sideways)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

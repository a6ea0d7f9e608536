"""Blocks as a table: columns to choose, widen, move and sort by; rows to mark and copy as text."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.block_asks import CHORD, BlockAsks, moving

BLOCK_ROLE: Final = int(Qt.ItemDataRole.UserRole)
ROW, LEAST = 34, 60
"""Pixels at 100 %: the height of a row, the least width of a column."""
Index = QModelIndex | QPersistentModelIndex
Command = QItemSelectionModel.SelectionFlag
Key = Qt.Key
State = list[tuple[str, int, bool]]
"""Key, width in pixels at 100 % and whether it is shown, of each column from left to right."""


class BlockTable(BlockAsks, QTableView):
    """Asks as the list of cards does. Its model gives a Block under ``Qt.UserRole``.

    ``keys`` are those of its columns, in the order of the model; the first cannot be hidden.
    """

    sort_asked = Signal(str)
    """Key of the column to sort by; once more turns the order round."""
    copy_asked = Signal(str, int)
    """A text is to be on the clipboard: so many rows."""
    columns_changed = Signal()

    def __init__(
        self, theme: Theme, model: QAbstractItemModel, keys: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = tuple(keys)
        self._marking = False
        self._silent = False
        self._scale = theme.px(100) / 100
        """The text size that the widths of the columns are of."""
        self._column = 0
        """The column in which the current cell was last: it stays there when the rows are others."""
        self._mark: Callable[[str], str] = lambda _: ""
        self.setAccessibleName(self.tr("Bouwstenen in een tabel"))
        self.setModel(model)
        self.setItemDelegate(_Cells(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionsMovable(True)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(lambda at: self.choose_columns(head.mapToGlobal(at)))
        head.sectionClicked.connect(lambda section: self.sort_asked.emit(self._keys[section]))
        head.sectionMoved.connect(self._on_columns)
        head.sectionResized.connect(self._on_columns)
        self._menu = QMenu(self)
        theme.changed.connect(self._fit)
        self._fit()

    def set_marks(self, mark: Callable[[str], str]) -> None:
        """Take how to find the bundle that a block is in, for what stands after its number."""
        self._mark = mark

    def mark(self, index: Index) -> str:
        """Return the name of the bundle that the block of a row is in; empty for none, and in other columns."""
        return self._mark(index.data(BLOCK_ROLE).id) if index.column() == 0 else ""

    # -- the columns

    def show_columns_state(self, state: Sequence[tuple[str, int, bool]]) -> None:
        """Lay the columns out as they were: those that are not named come last, hidden."""
        self._silent = True
        head = self.horizontalHeader()
        for place, (key, width, shown) in enumerate(one for one in state if one[0] in self._keys):
            section = self._keys.index(key)
            head.moveSection(head.visualIndex(section), place)
            head.resizeSection(section, self._theme.px(max(LEAST, width)))
            head.setSectionHidden(section, not shown and section > 0)
        named = {key for key, _, _ in state}
        for section, key in enumerate(self._keys):
            if key not in named and section:
                head.setSectionHidden(section, True)
        self._silent = False

    def columns_state(self) -> State:
        """Return how the columns are laid out."""
        head, scale = self.horizontalHeader(), self._scale
        found: State = []
        for place in range(head.count()):
            section = head.logicalIndex(place)
            hidden = head.isSectionHidden(section)
            width = LEAST if hidden else head.sectionSize(section)
            found.append((self._keys[section], round(width / scale), not hidden))
        return found

    def choose_columns(self, at: QPoint) -> None:
        """Let a person choose which columns are shown."""
        self._menu.clear()
        for section in range(1, len(self._keys)):
            name = str(self.model().headerData(section, Qt.Orientation.Horizontal))
            action = self._menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(section))
            action.toggled.connect(lambda on, section=section: self._show_column(section, on=on))
        self._menu.popup(at)

    def show_order(self, key: str, *, down: bool) -> None:
        """Show at the head of a column that the rows are in its order; an unknown key shows none."""
        head = self.horizontalHeader()
        known = key in self._keys
        head.setSortIndicatorShown(known)
        if known:
            order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
            head.setSortIndicator(self._keys.index(key), order)

    def _show_column(self, section: int, *, on: bool) -> None:
        self.setColumnHidden(section, not on)
        if on and self.columnWidth(section) < self._theme.px(LEAST):
            self.setColumnWidth(section, self._theme.px(2 * LEAST))
        self._on_columns()

    def _on_columns(self, *_: int) -> None:
        if not self._silent:
            self.columns_changed.emit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW))
        self.horizontalHeader().setMinimumSectionSize(self._theme.px(LEAST))
        scale = self._theme.px(100) / 100
        if scale != self._scale:
            state = self.columns_state()
            self._scale = scale
            self.show_columns_state(state)

    # -- the rows

    def show_row(self, row: int) -> None:
        """Make a row the current one and bring it into sight."""
        self._marking = False
        index = self.model().index(row, 0 if self.isColumnHidden(self._column) else self._column)
        self.selectionModel().setCurrentIndex(index, Command.ClearAndSelect | Command.Rows)
        self.scrollTo(index)

    def current_block(self) -> Block | None:
        """Return the block that is current."""
        block = self.currentIndex().data(BLOCK_ROLE) if self.currentIndex().isValid() else None
        return block if isinstance(block, Block) else None

    @override
    def marked(self) -> list[str]:
        ids = [index.data(BLOCK_ROLE).id for index in self._marked_rows()]
        current = self.current_block()
        return ids or ([current.id] if current else [])

    @override
    def clear_marks(self) -> None:
        self._marking = False
        self.selectionModel().select(self.currentIndex(), Command.ClearAndSelect | Command.Rows)

    def text(self) -> str:
        """Return the marked rows as text under the names of the columns: a tab between cells, a line for each."""
        head = self.horizontalHeader()
        order = [head.logicalIndex(place) for place in range(head.count())]
        shown = [section for section in order if not head.isSectionHidden(section)]
        model = self.model()
        lines = ["\t".join(str(model.headerData(section, Qt.Orientation.Horizontal)) for section in shown)]
        for index in self._marked_rows() or [self.currentIndex()]:
            lines.append("\t".join(str(model.index(index.row(), section).data() or "") for section in shown))
        return "\n".join(lines) + "\n"

    def _marked_rows(self) -> list[QModelIndex]:
        return sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())

    def _copy(self) -> None:
        if self.currentIndex().isValid():
            self.copy_asked.emit(self.text(), len(self._marked_rows()) or 1)

    @override
    def below_current(self) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

    @override
    def is_first(self) -> bool:
        return self.currentIndex().row() <= 0

    @override
    def ask(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        if key == Key.Key_C and held == Qt.KeyboardModifier.ControlModifier:
            self._copy()
        elif key == Key.Key_O and not held & CHORD and self.marked():
            self.sort_asked.emit(self._keys[self.currentIndex().column()])
        else:
            return super().ask(event)
        return True

    # -- what Qt calls

    @override
    def reset(self) -> None:
        super().reset()
        self._marking = False

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._column = current.column() if current.isValid() else self._column
        if current.row() != previous.row():
            block = self.current_block()
            self.current_changed.emit(block.id if block else "")

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.marks_changed.emit([])

    @override
    def selectionCommand(self, index: Index, event: QEvent | None = None) -> Command:
        rows = Command.Rows
        if isinstance(event, QKeyEvent) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if event.key() == Key.Key_Space:
                first = not self._marking
                self._marking = True
                return (Command.Select if first else Command.Toggle) | rows
            return Command.NoUpdate if self._marking else Command.ClearAndSelect | rows
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self._marking = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.button() == Qt.MouseButton.RightButton:
                keep = index.isValid() and self.selectionModel().isSelected(index)
                return Command.NoUpdate if keep else Command.ClearAndSelect | rows
        return super().selectionCommand(index, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.ask(event):
            event.accept()
        elif (moved := moving(event)) is None:
            event.ignore()
        else:
            super().keyPressEvent(moved)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not a search for a title."""

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (block := self.current_block()) is not None:
            self.opened.emit(block.id)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if ids := self.marked():
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            self.menu_asked.emit(ids, self.below_current() if by_key else event.globalPos())


class _Cells(QStyledItemDelegate):
    """Paints a cell; the row that is current has a frame, one that is marked a tint and bold words."""

    def __init__(self, theme: Theme, parent: BlockTable) -> None:
        super().__init__(parent)
        self._theme = theme
        self._table = parent

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect, theme.colour("selected" if marked else "surface"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        current = self._table.currentIndex()
        if current.row() == index.row() and self._table.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawLine(option.rect.topLeft() + QPoint(0, 1), option.rect.topRight() + QPoint(0, 1))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
            if current.column() == index.column():
                painter.setPen(QPen(theme.colour("focus"), 1, Qt.PenStyle.DotLine))
                painter.drawRect(option.rect.adjusted(3, 4, -4, -4))
        painter.setPen(theme.colour("selected-text" if marked else "text"))
        painter.setFont(theme.font(13))
        rect = option.rect.adjusted(theme.px(8), 0, -theme.px(8), 0)
        words = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), words)
        painter.restore()

"""The agenda of a session: a table as high as its steps, edited in place, with the buttons under it."""

import re
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QSpinBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from bouwstenen_app.domain.workshops import Round
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import IconButton, KeyButton
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.plain_table import dress
from bouwstenen_app.ui.widgets.wrapped_text import SOFT_HYPHEN, breakable, draw_text, text_height

TIME, NAME, QUESTION, METHOD, MINUTES = range(5)
NOW_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""Its model says under this role whether the room is in a step now."""
TEXT: Final = 14
MOST_MINUTES: Final = 600
LONGEST: Final = 500
NARROW: Final = 520
"""Below this width, in pixels at 100 %, the column of the method gives its room to the question."""
_BREAKS: Final = re.compile(f"[-{SOFT_HYPHEN}]")

Index = QModelIndex | QPersistentModelIndex


class AgendaTable(QWidget):
    """The steps with their times. Enter or F2 edits a cell, Alt with an arrow moves a step, Delete takes it out.

    A step can be dragged to another place as well.
    """

    step_asked = Signal(bool)
    """A new step is wanted; whether it gathers blocks."""
    move_asked = Signal(str, int)
    """Id of a step, and how many places down (negative: up)."""
    removal_asked = Signal(str)

    def __init__(self, theme: Theme, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = _AgendaView(theme, model)
        self.view.moved.connect(self._move)
        self.view.removed.connect(self._remove)
        self.add_round = KeyButton(theme, self.tr("Ronde"), icon="plus")
        self.add_round.setAccessibleName(self.tr("Ronde toevoegen"))
        self.add_round.setToolTip(self.tr("Een ronde waarin je bouwstenen ophaalt"))
        self.add_break = KeyButton(theme, self.tr("Onderdeel zonder bouwstenen"), icon="plus")
        self.add_break.setToolTip(self.tr("Bijvoorbeeld de opening, een pauze of de afsluiting"))
        self.up = IconButton(theme, "chevron-up", self.tr("Onderdeel omhoog (Alt+↑)"), framed=True, size=14)
        self.down = IconButton(theme, "chevron-down", self.tr("Onderdeel omlaag (Alt+↓)"), framed=True, size=14)
        self.remove = IconButton(theme, "bin", self.tr("Onderdeel weghalen (Delete)"), framed=True, size=14)
        self.add_round.clicked.connect(lambda: self.step_asked.emit(True))
        self.add_break.clicked.connect(lambda: self.step_asked.emit(False))
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._remove)
        buttons = FlowLayout(gap=8)
        for button in (self.add_round, self.add_break, self.up, self.down, self.remove):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.view)
        column.addLayout(buttons)
        self.view.selectionModel().currentChanged.connect(self._enable)
        model.modelReset.connect(self._enable)
        self._enable()

    def set_read_only(self, read_only: bool) -> None:
        """Show the agenda without anything that changes it."""
        for widget in (self.add_round, self.add_break, self.up, self.down, self.remove):
            widget.setVisible(not read_only)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers if read_only else EDITS)
        self.view.setDragEnabled(not read_only)
        self.view.setAcceptDrops(not read_only)

    def edit(self, row: int, column: int = NAME) -> None:
        """Begin to edit a cell: the name of a step, unless another column is given."""
        index = self.view.model().index(row, column)
        self.view.setFocus()
        self.view.setCurrentIndex(index)
        self.view.edit(index)

    def show_step(self, row: int) -> None:
        """Make a step the current one."""
        self.view.setCurrentIndex(self.view.model().index(row, NAME))

    def _step(self) -> Round | None:
        step = self.view.currentIndex().data(Qt.ItemDataRole.UserRole)
        return step if isinstance(step, Round) else None

    def _move(self, by: int) -> None:
        if (step := self._step()) is not None:
            self.move_asked.emit(step.id, by)

    def _remove(self) -> None:
        if (step := self._step()) is not None:
            self.removal_asked.emit(step.id)

    def _enable(self) -> None:
        row = self.view.currentIndex().row()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.view.model().rowCount() - 1)
        self.remove.setEnabled(row >= 0)


EDITS: Final = (
    QAbstractItemView.EditTrigger.DoubleClicked
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.SelectedClicked
)


class _AgendaView(QTableView):
    moved = Signal(int)
    removed = Signal()

    def __init__(self, theme: Theme, model: QAbstractItemModel) -> None:
        super().__init__()
        self._theme = theme
        self._landing: int | None = None
        self.setAccessibleName(self.tr("Draaiboek"))
        self.setModel(model)
        self.setItemDelegate(_StepDelegate(theme, self))
        dress(self)
        self.setEditTriggers(EDITS)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(False)  # Qt's own is as wide as one cell
        self.setAutoScroll(False)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)
        theme.changed.connect(self.fit)

    def fit(self) -> None:
        """Divide the width over the columns, and take the height that the rows need."""
        px, width = self._theme.px, self.viewport().width()
        fixed = {TIME: px(62), MINUTES: px(78)}
        rest = max(width - sum(fixed.values()), 100)
        needs = {column: min(self._widest_word(column), rest // 2) for column in (NAME, QUESTION, METHOD)}
        narrow = width < px(NARROW) or sum(needs.values()) > rest
        self.setColumnHidden(METHOD, narrow)
        name = max(int(rest * (0.42 if narrow else 0.26)), needs[NAME])
        left = rest - name
        method = 0 if narrow else max(min(int(left * 0.42), left - needs[QUESTION]), needs[METHOD])
        widths = fixed | {NAME: name, QUESTION: left - method, METHOD: method}
        for column, size in widths.items():
            self.setColumnWidth(column, size)
        self.resizeRowsToContents()
        height = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + 2
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def _widest_word(self, column: int) -> int:
        """Return how wide a column has to be, so that no word in it is broken where it may not be."""
        metrics = QFontMetrics(self._theme.font(TEXT, QFont.Weight.Bold if column == NAME else QFont.Weight.Normal))
        texts = (str(self.model().index(row, column).data() or "") for row in range(self._rows()))
        parts = (part for text in texts for part in _BREAKS.sub("- ", breakable(text)).split())
        return max(map(metrics.horizontalAdvance, parts), default=0) + 2 * self._theme.px(8) + 2

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def _dragged(self, event: QDropEvent) -> int:
        """Return the row of the step that is dragged, -1 when something else is."""
        identity = bytes(event.mimeData().data(self.model().mimeTypes()[0]).data()).decode()
        steps = [self.model().index(row, NAME).data(Qt.ItemDataRole.UserRole).id for row in range(self._rows())]
        return steps.index(identity) if identity in steps else -1

    def _rows(self) -> int:
        return self.model().rowCount()

    def _mark(self, before: int | None) -> None:
        """Draw a line before the row where a dragged step would land."""
        if before != self._landing:
            self._landing = before
            self.viewport().update()

    def _row_before(self, point: QPoint) -> int:
        """Return before which row a step lands at a point; the number of rows when after the last."""
        row = self.rowAt(point.y())
        if row < 0:
            return self._rows() if point.y() >= 0 else 0
        return row + (point.y() > self.rowViewportPosition(row) + self.rowHeight(row) // 2)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._dragged(event) < 0:
            event.ignore()
            return
        self._mark(self._row_before(event.position().toPoint()))
        event.accept()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark(None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._mark(None)
        row = self._dragged(event)
        if row < 0:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the store moves the step; the view takes nothing out
        event.accept()
        before = self._row_before(event.position().toPoint())
        self.setCurrentIndex(self.model().index(row, NAME))
        if by := before - row - (before > row):
            self.moved.emit(by)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._landing is None:
            return
        last = self._landing == self._rows()
        y = self.verticalHeader().length() - 1 if last else self.rowViewportPosition(self._landing)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._theme.colour("focus"), self._theme.px(3)))
        painter.drawLine(0, y, self.viewport().width(), y)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        # A key that ends an edit comes by here as well: it must not begin the next one.
        editable = (
            self.editTriggers() != QAbstractItemView.EditTrigger.NoEditTriggers
            and self.state() != QAbstractItemView.State.EditingState
        )
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and editable:
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete and editable:
            self.removed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and editable:
            if self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _StepDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._theme.px
        width = self._view.columnWidth(index.column())
        if width == 0:
            return QSize(0, 0)
        height = text_height(str(index.data() or ""), self._font(index), width - 2 * px(8))
        return QSize(width, height + 2 * px(9))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px = self._theme.px
        step = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.colour("selected"))
        if index.data(NOW_ROLE):
            painter.fillRect(option.rect, self._theme.colour("selected"))
            if index.column() == TIME:
                stripe = QRect(option.rect.topLeft(), QSize(px(4), option.rect.height()))
                painter.fillRect(stripe, self._theme.colour("accent"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        quiet = isinstance(step, Round) and step.number is None and index.column() in (QUESTION, METHOD)
        painter.setPen(self._theme.colour("text-muted" if quiet else "text"))
        inner = option.rect.adjusted(px(8), 0, -px(8), 0)
        text = str(index.data() or "")
        draw_text(painter, inner, text, self._font(index), right=index.column() == MINUTES, middle=True)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -2), px(4), px(4))
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.column() == MINUTES:
            spin = QSpinBox(parent)
            spin.setRange(0, MOST_MINUTES)
            spin.setSingleStep(5)
            spin.setSuffix(self.tr(" min"))
            spin.setAccessibleName(self.tr("Duur in minuten"))
            return spin
        line = QLineEdit(parent)
        line.setMaxLength(LONGEST)
        line.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return line

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QSpinBox):
            editor.setValue(int(value))
        elif isinstance(editor, QLineEdit):
            editor.setText(str(value))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QSpinBox):
            editor.interpretText()
            model.setData(index, editor.value())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        height = max(editor.sizeHint().height(), self._theme.px(34))
        editor.setGeometry(
            rect.left(), rect.center().y() - height // 2, max(rect.width(), self._theme.px(84)), height
        )
        if index.column() == MINUTES:
            editor.move(rect.right() - editor.width() + 1, editor.y())

    def _font(self, index: Index) -> QFont:
        return self._theme.font(TEXT, QFont.Weight.Bold if index.column() == NAME else QFont.Weight.Normal)

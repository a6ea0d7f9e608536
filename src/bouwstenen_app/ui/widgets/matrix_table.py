"""A table of numbers in tints: where the blocks are, and where there are none."""

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.wrapped_text import SOFT_HYPHEN, breakable, draw_text, text_height

COUNT_ROLE: Final = int(Qt.ItemDataRole.UserRole)
SHARE_ROLE: Final = COUNT_ROLE + 1
FOLD_ROLE: Final = SHARE_ROLE + 1
DEPTH_ROLE: Final = FOLD_ROLE + 1
SPOT_ROLE: Final = DEPTH_ROLE + 1
ROW: Final = 37
TEXT: Final = 13
INDENT, MARK = 12, 14
"""The room before the name of a code under a group, and for the mark of a group that folds."""
LEAST_COLUMN: Final = 52
NAMES: Final = 0.25
"""The part of the width that the names of the rows may take."""

Index = QModelIndex | QPersistentModelIndex


class MatrixTable(QTableView):
    """The arrows move over the cells; Enter or a click asks for the blocks of one; Ctrl+C copies the table.

    Its model gives the number of a cell under ``Qt.UserRole`` and its part of the fullest cell under the next role.
    A header of which it gives under ``FOLD_ROLE`` whether it is open, folds: a click, or R (rows) and K (columns).
    """

    cell_asked = Signal(QModelIndex)
    copy_asked = Signal()
    fold_asked = Signal(int, Qt.Orientation)
    """The place of a row or a column that is to fold open or close, or that stands under one that is."""

    def __init__(
        self,
        theme: Theme,
        model: QAbstractItemModel,
        name: str,
        *,
        most: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """With ``most`` it is no higher than so many pixels at 100 %, and scrolls under its names."""
        super().__init__(parent)
        self._theme = theme
        self._most = most
        self.setAccessibleName(name)
        self.setHorizontalHeader(_Names(Qt.Orientation.Horizontal, theme, self))
        self.setVerticalHeader(_Names(Qt.Orientation.Vertical, theme, self))
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        if not most:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionsClickable(True)
        self.verticalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionClicked.connect(lambda at: self._on_head(at, Qt.Orientation.Horizontal))
        self.verticalHeader().sectionClicked.connect(lambda at: self._on_head(at, Qt.Orientation.Vertical))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self.cell_asked)
        model.modelReset.connect(self.fit)
        theme.changed.connect(self.fit)

    def fit(self) -> None:
        """Divide the width over the columns, and take the height that the rows need."""
        px, model = self._theme.px, self.model()
        if not model.columnCount():
            return
        names = max(px(110), int(self.width() * NAMES))
        room = self.width() - names - 2 - (self.style().pixelMetric(_SCROLL_BAR) if self._most else 0)
        self.verticalHeader().setFixedWidth(names)
        column = max(px(LEAST_COLUMN), room // model.columnCount())
        head = self.horizontalHeader()
        for section in range(model.columnCount()):
            self.setColumnWidth(section, column)
        head.setFixedHeight(head.sizeHint().height())
        height = 0
        for row in range(model.rowCount()):
            name = str(model.headerData(row, Qt.Orientation.Vertical))
            indent = px(INDENT) * int(model.headerData(row, Qt.Orientation.Vertical, DEPTH_ROLE) or 0)
            mark = px(MARK) if self._folds(row, Qt.Orientation.Vertical) else 0
            wanted = text_height(
                name, self._theme.font(12.5, QFont.Weight.DemiBold), names - px(10) - indent - mark
            )
            self.setRowHeight(row, max(px(ROW), wanted + px(8)))
            height += self.rowHeight(row)
        bar = self.horizontalScrollBar()
        too_wide = column * model.columnCount() > room
        whole = height + head.height() + 2 + (bar.sizeHint().height() if too_wide else 0)
        self.setFixedHeight(min(whole, px(self._most)) if self._most else whole)

    def _folds(self, section: int, way: Qt.Orientation) -> bool:
        return self.model().headerData(section, way, FOLD_ROLE) is not None

    def _on_head(self, section: int, way: Qt.Orientation) -> None:
        if self._folds(section, way):
            self.fold_asked.emit(section, way)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self.cell_asked.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.copy_asked.emit()
        elif event.key() in _FOLDS and not event.modifiers() and self.currentIndex().isValid():
            way = _FOLDS[Qt.Key(event.key())]
            down = way == Qt.Orientation.Vertical
            self.fold_asked.emit(self.currentIndex().row() if down else self.currentIndex().column(), way)
        else:
            super().keyPressEvent(event)


_SCROLL_BAR: Final = QStyle.PixelMetric.PM_ScrollBarExtent
_FOLDS: Final = {Qt.Key.Key_R: Qt.Orientation.Vertical, Qt.Key.Key_K: Qt.Orientation.Horizontal}


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px = self._theme.px
        count, share = int(index.data(COUNT_ROLE) or 0), float(index.data(SHARE_ROLE) or 0)
        cell = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        tone = self._theme.look.heat(share)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spot = index.data(SPOT_ROLE)
        filled = bool(count) if spot is None else not spot
        if filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tone.fill))
        else:
            painter.setPen(QPen(self._theme.colour("line-dashed"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(self._theme.colour("hover") if hovered else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
        painter.setFont(self._theme.font(TEXT, QFont.Weight.DemiBold))
        painter.setPen(QColor(tone.ink) if filled else self._theme.colour("text-muted"))
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), str(index.data()))
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused or (hovered and count):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("surface"), 4))
            painter.drawRoundedRect(cell.adjusted(2, 2, -2, -2), px(4), px(4))
            painter.setPen(QPen(self._theme.colour("focus" if focused else "line-strong"), 2))
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), px(4), px(4))
        painter.restore()


class _Names(QHeaderView):
    """Names that wrap: over the columns in the middle, before the rows at the left."""

    def __init__(self, orientation: Qt.Orientation, theme: Theme, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)

    @override
    def sizeHint(self) -> QSize:
        if self.orientation() == Qt.Orientation.Vertical or self.model() is None:
            return super().sizeHint()
        names = [self._name(section) for section in range(self.count())]
        room = self._room()
        if self._upright():
            return QSize(
                room, round(max(self._metrics().horizontalAdvance(name) for name in names)) + self._theme.px(12)
            )
        heights = [text_height(name, self._font(), room) for name in names]
        return QSize(room, max(heights, default=0) + self._theme.px(10))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        px = self._theme.px
        down = self.orientation() == Qt.Orientation.Vertical
        painter.save()
        painter.fillRect(rect, self._theme.colour("surface"))
        painter.setPen(self._theme.colour("text" if down else "text-muted"))
        if down:
            inner = rect.adjusted(px(4) + px(INDENT) * self._depth(section), 0, -px(6), 0)
            if mark := self._mark(section):
                painter.setFont(self._font())
                painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), mark)
                inner.setLeft(inner.left() + px(MARK))
            draw_text(painter, inner, self._name(section), self._font(), middle=True)
        elif self._upright():
            painter.translate(rect.center().x(), rect.bottom() - px(5))
            painter.rotate(-90)
            painter.setFont(self._font())
            painter.drawText(0, self._metrics().ascent() // 2, self._name(section).replace(SOFT_HYPHEN, ""))
        else:
            inner = rect.adjusted(px(2), px(4), -px(2), -px(4))
            height = text_height(self._name(section), self._font(), inner.width())
            inner.setTop(max(inner.top(), inner.bottom() - height))
            draw_text(painter, inner, self._name(section), self._font(), centre=True)
        painter.restore()

    def _upright(self) -> bool:
        """Say whether a word is too long for its column: then all names stand on end."""
        names = [self._name(section) for section in range(self.count())]
        parts = [part for name in names for part in name.replace(SOFT_HYPHEN, "- ").split()]
        return any(self._metrics().horizontalAdvance(part) > self._room() for part in parts)

    def _room(self) -> int:
        return self.sectionSize(0) - self._theme.px(4) if self.count() else 60

    def _depth(self, section: int) -> int:
        return int(self.model().headerData(section, self.orientation(), DEPTH_ROLE) or 0)

    def _mark(self, section: int) -> str:
        is_open = self.model().headerData(section, self.orientation(), FOLD_ROLE)
        return "" if is_open is None else ("▾" if is_open else "▸")

    def _font(self) -> QFont:
        return self._theme.font(
            12.5 if self.orientation() == Qt.Orientation.Vertical else 11, QFont.Weight.DemiBold
        )

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font())

    def _name(self, section: int) -> str:
        name = str(self.model().headerData(section, self.orientation(), Qt.ItemDataRole.DisplayRole) or "")
        mark = self._mark(section) if self.orientation() == Qt.Orientation.Horizontal else ""
        return f"{mark} {breakable(name)}" if mark else breakable(name)

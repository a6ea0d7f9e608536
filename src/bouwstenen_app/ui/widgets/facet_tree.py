"""Facets: what a person can choose, with beside it how many blocks the choice will give."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.wrapped_text import draw_text, text_height

CHOICE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
TEXT, SMALL = 13, 12
INDENT, DOT, TOP, COUNT_ROOM, COUNT_GAP, COUNT_EDGE = 15, 11, 4, 44, 9, 7
"""Pixels at 100 %."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a facet. ``stripe`` gives the colour of its dot, if it has one."""

    value: str
    name: str
    count: int | None = 0
    """None while it is not known."""
    on: bool = False
    stripe: Callable[[], str] | None = field(default=None, compare=False)
    below: tuple["Choice", ...] = ()
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A heading with its choices."""

    key: str
    name: str
    choices: tuple[Choice, ...]


class FacetTree(QTreeWidget):
    """Space, Enter or a click puts a choice on or off; the right and left arrows open and close a group."""

    toggled = Signal(str, str)
    """Key of the facet, value of the choice."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shape: object = None
        self._highest = 0
        self._measured = (-1, -1), 0
        """For which number and text size there is how much room."""
        self._lines: dict[tuple[str, str], QTreeWidgetItem] = {}
        self.setAccessibleName(self.tr("Filters"))
        self.setColumnCount(1)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_LineDelegate(theme, self))
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_facets(self, facets: Sequence[Facet]) -> None:
        """Show these facets. As long as the lines are the same, what is open and where the cursor is stays so."""
        shape = [(facet.key, [(c.value, [b.value for b in c.below]) for c in facet.choices]) for facet in facets]
        if shape != self._shape:
            self._shape = shape
            self._rebuild(facets)
        lines = [(facet.key, line) for facet in facets for one in facet.choices for line in (one, *one.below)]
        for key, line in lines:
            self._set(self._lines[key, line.value], line)
        room, self._highest = self.count_room, max(self._highest, *(line.count or 0 for _, line in lines), 0)
        if room != self.count_room:
            self.scheduleDelayedItemsLayout()
        self.viewport().update()

    @property
    def count_room(self) -> int:
        """Pixels for the numbers on the right: what the highest so far needs: the names stay as they are."""
        known = self._highest, self._theme.percent
        if known != self._measured[0]:
            widest = QFontMetrics(self._theme.font(TEXT)).horizontalAdvance(dutch.number(self._highest))
            room = max(self._theme.px(COUNT_ROOM), widest + self._theme.px(COUNT_GAP + COUNT_EDGE))
            self._measured = known, room
        return self._measured[1]

    def _rebuild(self, facets: Sequence[Facet]) -> None:
        opened = {key for key, item in self._lines.items() if item.isExpanded()}
        current = next((key for key, item in self._lines.items() if item is self.currentItem()), None)
        self._lines.clear()
        self.clear()
        for facet in facets:
            heading = QTreeWidgetItem(self, [facet.name])
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            heading.setData(0, CHOICE_ROLE, None)
            heading.setExpanded(True)
            for choice in facet.choices:
                item = self._add(heading, facet.key, choice)
                for below in choice.below:
                    self._add(item, facet.key, below)
                item.setExpanded((facet.key, choice.value) in opened)
        if current in self._lines:
            self.setCurrentItem(self._lines[current])

    def _add(self, parent: QTreeWidgetItem, facet: str, choice: Choice) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [choice.name])
        item.setData(0, CHOICE_ROLE + 1, facet)
        self._lines[facet, choice.value] = item
        return item

    def _set(self, item: QTreeWidgetItem, choice: Choice) -> None:
        if item.data(0, CHOICE_ROLE) == choice:
            return
        item.setData(0, CHOICE_ROLE, choice)
        item.setText(0, choice.name)
        item.setToolTip(0, tip(choice.explanation))
        said = choice.name
        if choice.count is not None:
            said += f", {dutch.counted(choice.count, self.tr('bouwsteen'), self.tr('bouwstenen'))}"
        said = self.tr("{line}, gekozen").format(line=said) if choice.on else said
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)

    def _press(self, item: QTreeWidgetItem | None) -> None:
        choice = item.data(0, CHOICE_ROLE) if item is not None else None
        if item is not None and isinstance(choice, Choice):
            self.toggled.emit(str(item.data(0, CHOICE_ROLE + 1)), choice.value)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if item.childCount() and event.position().x() < self._theme.px(INDENT):
            item.setExpanded(not item.isExpanded())
        else:
            self._press(item)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press(self.currentItem())
        else:
            super().keyPressEvent(event)


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, tree: FacetTree) -> None:
        super().__init__(tree)
        self._theme = theme
        self._tree = tree

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px, width = self._theme.px, self._tree.viewport().width()
        choice = index.data(CHOICE_ROLE)
        if not isinstance(choice, Choice):
            return QSize(width, QFontMetrics(self._font(choice)).height() + px(18 if index.row() else 10))
        name = QRect(0, 0, width, 10)
        room = self._name_rect(name, choice, index).width()
        return QSize(width, text_height(choice.name, self._font(choice), room) + 2 * px(TOP))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px = self._theme.px
        choice = index.data(CHOICE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not isinstance(choice, Choice):
            painter.setFont(self._font(choice))
            painter.setPen(self._theme.colour("text-muted"))
            rect = option.rect.adjusted(px(4), 0, 0, -px(4))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignBottom), str(index.data()))
        else:
            self._paint_choice(painter, option, index, choice)
        painter.restore()

    def _paint_choice(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, choice: Choice) -> None:
        px, rect = self._theme.px, option.rect
        plane = QRectF(rect).adjusted(1, 0.5, -1, -0.5)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(self._theme.colour("focus"), 2) if focused else Qt.PenStyle.NoPen)
        fill = "selected" if choice.on else "hover"
        painter.setBrush(self._theme.colour(fill) if choice.on or hovered else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(plane.adjusted(1, 1, -1, -1) if focused else plane, px(5), px(5))
        if choice.below:
            self._paint_arrow(painter, rect, opened=bool(option.state & QStyle.StateFlag.State_Open))
        name = self._name_rect(rect, choice, index)
        if choice.stripe is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(choice.stripe()))
            painter.drawRoundedRect(
                QRectF(name.left() - px(DOT + 7), rect.center().y() - px(DOT) / 2 + 1, px(DOT), px(DOT)), 3, 3
            )
        quiet = choice.count == 0 and not choice.on
        painter.setPen(self._theme.colour("text-muted" if quiet else "selected-text" if choice.on else "text"))
        draw_text(painter, name, choice.name, self._font(choice), middle=True)
        painter.setPen(self._theme.colour("text-muted"))
        painter.setFont(self._theme.font(TEXT))
        room = self._tree.count_room
        count = QRect(rect.right() - room, rect.top(), room - px(COUNT_EDGE), rect.height())
        number = "" if choice.count is None else dutch.number(choice.count)
        painter.drawText(count, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), number)

    def _paint_arrow(self, painter: QPainter, rect: QRect, *, opened: bool) -> None:
        size = 11
        name = "chevron-down" if opened else "chevron-right"
        pixmap = self._theme.pixmap(name, "text-muted", size, self._tree)
        painter.drawPixmap(
            rect.left() + self._theme.px(2), rect.center().y() - self._theme.px(size) // 2 + 1, pixmap
        )

    def _name_rect(self, rect: QRect, choice: Choice, index: Index) -> QRect:
        px = self._theme.px
        deep = index.parent().parent().isValid()
        left = px(INDENT) + (px(10) if deep else 0) + (px(DOT + 7) if choice.stripe is not None else 0)
        return rect.adjusted(left, 0, -self._tree.count_room, 0)

    def _font(self, choice: object) -> QFont:
        if not isinstance(choice, Choice):
            return self._theme.font(SMALL, QFont.Weight.DemiBold)
        return self._theme.font(TEXT, QFont.Weight.DemiBold if choice.on else QFont.Weight.Normal)

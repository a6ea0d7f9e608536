"""The list of bundles: number, title, how widely carried, and a star at the key bundles."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.bundles import Bundle, Support
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.wrapped_text import draw_text, text_height

LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
NUMBER, SIDE, GAP = 62, 14, 8
"""Pixels at 100 %: the column of the number, the room at the sides, the room between two rows."""
LINE: Final = 22
"""How high the line of the number is."""
ROOMY: Final = 230
"""Pixels at 100 % from which the number stands beside the title; in a narrower list it stands above it."""
Line = tuple[Bundle, Support]
Index = QModelIndex | QPersistentModelIndex
Key = Qt.Key


def line_words(bundle: Bundle, carried: Support) -> str:
    """Return what stands under a title: the fixed words for its support, its votes, contributions and status."""
    parts = [
        dutch.capitalised(carried.words) if bundle.contributions else _tr("Nog geen bijdragen"),
        dutch.counted(carried.votes, _tr("stem"), _tr("stemmen")),
        dutch.counted(len(bundle.contributions), _tr("bijdrage"), _tr("bijdragen")),
        bundle.status,
    ]
    shown = parts if bundle.contributions else [parts[0], parts[3]]
    return "\u00a0· ".join(part.replace(" ", "\u00a0") for part in shown)  # a count stays with what it counts


class BundleList(QListWidget):
    """Moves with the arrows; its place does what its keys ask. Signals with ``list`` give ids of bundles."""

    current_changed = Signal(str)
    """Id of the bundle that is looked at now; empty for none."""
    opened = Signal()
    left = Signal()
    dissolving_asked = Signal(list)
    status_asked = Signal(list, QPoint)
    key_asked = Signal(list)
    """These are to be key bundles, or no longer."""
    joining_asked = Signal(str)
    adding_asked = Signal(str)
    partner_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "plane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Bundels"))
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(BundleRows(theme, self))
        self.currentItemChanged.connect(lambda item, _: self.current_changed.emit(_id(item)))
        theme.changed.connect(self._lay_out)

    @property
    def current(self) -> str:
        """Id of the bundle that is looked at."""
        return _id(self.currentItem())

    def marked(self) -> list[str]:
        """Return the ids of the chosen bundles, in order."""
        rows = sorted(self.row(item) for item in self.selectedItems())
        return [_id(self.item(row)) for row in rows] or ([self.current] if self.current else [])

    def show_lines(self, lines: Sequence[Line], current: str) -> None:
        """Show bundles; the one with the id ``current`` is looked at, or the one that took its place."""
        if [_id(self.item(row)) for row in range(self.count())] != [bundle.id for bundle, _ in lines]:
            row = self.currentRow()
            self.blockSignals(True)
            self.clear()
            for _ in lines:
                self.addItem(QListWidgetItem())
            self._fill(lines)
            ids = [bundle.id for bundle, _ in lines]
            self.setCurrentRow(ids.index(current) if current in ids else min(max(0, row), len(lines) - 1))
            self.blockSignals(False)
        else:
            self._fill(lines)
        self.doItemsLayout()

    def show_bundle(self, identity: str) -> None:
        """Look at this bundle."""
        for row in range(self.count()):
            if _id(self.item(row)) == identity:
                self.setCurrentRow(row)

    def _lay_out(self) -> None:
        """Measure every row again; the bundle that is looked at stays in sight."""
        self.doItemsLayout()
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    def _fill(self, lines: Sequence[Line]) -> None:
        for row, (bundle, carried) in enumerate(lines):
            item = self.item(row)
            item.setData(LINE_ROLE, (bundle, carried))
            star = self.tr("kernbouwsteen") if bundle.key else ""
            said = filter(None, (bundle.spoken_id, bundle.title, star, line_words(bundle, carried)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(said))

    def _below_current(self) -> QPoint:
        return self.viewport().mapToGlobal(self.visualItemRect(self.currentItem()).bottomLeft() + QPoint(20, 0))

    def _on_key(self, key: int) -> bool:
        ids = self.marked()
        if key == Key.Key_Escape:
            self.left.emit()
        elif not ids:
            return False
        elif key in (Key.Key_Return, Key.Key_Enter):
            self.opened.emit()
        elif key == Key.Key_Delete:
            self.dissolving_asked.emit(ids)
        elif key == Key.Key_E:
            self.key_asked.emit(ids)
        elif key == Key.Key_V:
            self.status_asked.emit(ids, self._below_current())
        elif key in (Key.Key_M, Key.Key_N, Key.Key_A):
            asked = {Key.Key_M: self.joining_asked, Key.Key_N: self.adding_asked, Key.Key_A: self.partner_asked}
            asked[Key(key)].emit(self.current)
        else:
            return False
        return True

    # -- what Qt calls

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if plain and self._on_key(event.key()):
            event.accept()
        elif plain and event.text().isprintable() and event.text() not in ("", " "):
            event.ignore()  # a letter without a meaning here may have one in the window: ? shows the keys
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if ids := self.marked():
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            self.status_asked.emit(ids, self._below_current() if by_key else event.globalPos())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()


class BundleRows(QStyledItemDelegate):
    """Paints a bundle as a card, as high as its title needs."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._list = parent

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._list.viewport().width()
        bundle, carried = index.data(LINE_ROLE)
        text = self._text_width(width)
        high = text_height(bundle.title, self._title_font(), text)
        high += text_height(line_words(bundle, carried), self._small_font(), text)
        high += 0 if self._roomy(width) else self._theme.px(LINE)
        return QSize(width, high + self._theme.px(2 * 10 + 4 + GAP))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, theme = self._theme.px, self._theme
        bundle, carried = index.data(LINE_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        current = index.row() == self._list.currentRow()
        rect = option.rect.adjusted(1, 1, -px(6), -px(GAP))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2.0 if current and self._list.hasFocus() else 1.0
        painter.setPen(QPen(theme.colour("accent" if chosen or current else "line"), wide))
        painter.setBrush(theme.colour("selected" if chosen else "surface"))
        painter.drawRoundedRect(QRectF(rect), px(8), px(8))
        top = rect.top() + px(10)
        painter.setPen(theme.colour("text-muted"))
        number = QRect(rect.left() + px(SIDE), top, px(NUMBER - SIDE), rect.height())
        draw_text(painter, number, bundle.spoken_id, theme.font(13))
        roomy = self._roomy(option.rect.width())
        if bundle.key:
            star = (SIDE, LINE) if roomy else (NUMBER, 0)
            painter.drawPixmap(
                rect.left() + px(star[0]), top + px(star[1]), theme.pixmap("star-full", "accent", 15, self._list)
            )
        text = self._text_width(option.rect.width())
        left = rect.left() + px(NUMBER if roomy else SIDE)
        top += 0 if roomy else px(LINE)
        painter.setPen(theme.colour("text"))
        draw_text(painter, QRect(left, top, text, rect.height()), bundle.title, self._title_font())
        top += text_height(bundle.title, self._title_font(), text) + px(4)
        painter.setPen(theme.colour("text-muted"))
        draw_text(painter, QRect(left, top, text, rect.height()), line_words(bundle, carried), self._small_font())
        painter.restore()

    def _text_width(self, width: int) -> int:
        return max(40, width - self._theme.px((NUMBER if self._roomy(width) else SIDE) + SIDE + 6))

    def _roomy(self, width: int) -> bool:
        return width >= self._theme.px(ROOMY)

    def _title_font(self) -> QFont:
        return self._theme.font(14, QFont.Weight.DemiBold)

    def _small_font(self) -> QFont:
        return self._theme.font(12.5)


def _id(item: QListWidgetItem | None) -> str:
    line = item.data(LINE_ROLE) if item is not None else None
    return str(line[0].id) if line else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("BundleList", text)

"""A layout that sets its widgets one after the other and goes on at the next line when a line is full."""

from typing import Final

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QWidget
from typing_extensions import override

LEAST: Final = 12
"""Letters of a button that are seen, where a line has no room for all of its words."""


class FlowLayout(QLayout):
    """Lays out chips and buttons as words in a text."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(QMargins())
        self.setSpacing(gap)

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Set a widget before the one that is at this place now."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def widgets(self) -> list[QWidget]:
        """Return its widgets, in order."""
        return [widget for item in self._items if (widget := item.widget()) is not None]

    def clear(self) -> None:
        """Take all widgets out and throw them away."""
        while (item := self.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        # Layouts around this one ask it hundreds of times for what they show once.
        if width not in self._heights:
            self._heights[width] = self._lay_out(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    @override
    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay_out(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        shown = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        margins = self.contentsMargins()
        width = sum(shown) + self.spacing() * max(0, len(shown) - 1) + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(_least(item))
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _lay_out(self, rect: QRect, *, move: bool) -> int:
        inner = rect.marginsRemoved(self.contentsMargins())
        x, y, line = inner.x(), inner.y(), 0
        row: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(inner.width(), _least(item).width())))
            if x > inner.x() and x + size.width() > inner.right() + 1:
                _place(row, line, move=move)
                x, y, line = inner.x(), y + line + self.spacing(), 0
            row.append((item, QRect(QPoint(x, y), size)))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        _place(row, line, move=move)
        return y + line - rect.y() + self.contentsMargins().bottom()


def _least(item: QLayoutItem) -> QSize:
    """Return how small an item may be: a button ends its words in … before it falls out of its line."""
    size, widget = item.minimumSize(), item.widget()
    if isinstance(widget, QPushButton):
        size.setWidth(min(size.width(), widget.fontMetrics().averageCharWidth() * LEAST))
    return size


def _place(row: list[tuple[QLayoutItem, QRect]], high: int, *, move: bool) -> None:
    """Set the items of a line beside each other, the lower ones in the middle of it, and begin a new line."""
    if move:
        for item, rect in row:
            item.setGeometry(rect.translated(0, (high - rect.height()) // 2))
    row.clear()

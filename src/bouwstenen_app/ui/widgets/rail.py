"""The rail at the left: the places of the window, in the order of the work."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme

WIDTH: Final = 84
ITEM: Final = 63
ITEM_LOW: Final = 41
"""The height of an item when the window is low."""
ICON: Final = 22
LABEL: Final = 11
EDGE: Final = 3
MARK: Final = 28


class RailItem(QAbstractButton):
    """One place in the rail: an icon with its name; the one that is in front has a light plane and a mint edge."""

    def __init__(self, theme: Theme, key: str, name: str, icon: str, shortcut: str) -> None:
        super().__init__()
        self.key = key
        self._theme = theme
        self._icon_name = icon
        self.setText(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setToolTip(f"{name} ({shortcut})" if shortcut else name)
        self.setAccessibleName(name)

    def name_width(self) -> int:
        """Return how wide the name is."""
        return round(QFontMetricsF(self._font()).horizontalAdvance(self.text()) + 0.5)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), self._theme.px(ITEM))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.name_width(), self._theme.px(ITEM_LOW))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, on = self._theme, self.isChecked()
        lit = on or self.underMouse()
        if on:
            painter.fillRect(self.rect(), theme.colour("rail-active"))
            painter.fillRect(0, 0, theme.px(EDGE), self.height(), theme.colour("rail-edge"))
        icon, gap = theme.px(ICON), theme.px(5)
        height = QFontMetricsF(self._font()).height()
        top = (self.height() - icon - gap - height) / 2
        role = "rail-text-active" if lit else "rail-text"
        drawing = theme.pixmap(self._icon_name, role, ICON, self)
        painter.drawPixmap(round((self.width() - icon) / 2), round(top), drawing)
        painter.setPen(theme.colour(role))
        painter.setFont(self._font())
        under = QRectF(0, top + icon + gap, self.width(), height)
        painter.drawText(under, int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("rail-edge"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 3, -3, -3), 6, 6)

    def _font(self) -> QFont:
        return self._theme.font(LABEL, QFont.Weight.Normal)


class Rail(QWidget):
    """Shows the places; the ones ``below`` stand at the bottom."""

    chosen = Signal(str)
    """Key of the place a person went for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: dict[str, RailItem] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self.setAccessibleName(self.tr("Plekken"))
        self._mark = _Mark(theme)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self._column.addWidget(self._mark)
        self._column.addStretch(1)
        self._below = 0
        self._fit()
        theme.changed.connect(self._fit)

    def add(self, key: str, name: str, icon: str, shortcut: str = "", *, below: bool = False) -> None:
        """Add a place."""
        item = RailItem(self._theme, key, name, icon, shortcut)
        self._items[key] = item
        self._group.addButton(item)
        if below:
            self._column.addWidget(item)
            self._below += 1
        else:
            self._column.insertWidget(self._column.count() - 1 - self._below, item)
        self._fit()

    def choose(self, key: str) -> None:
        """Show which place is in front, without a signal."""
        self._items[key].setChecked(True)

    def item(self, key: str) -> RailItem:
        """Return the item of a place."""
        return self._items[key]

    @property
    def current(self) -> str:
        """Key of the place that is in front; empty when none is."""
        return next((key for key, item in self._items.items() if item.isChecked()), "")

    def _fit(self) -> None:
        names = [item.name_width() + self._theme.px(14) for item in self._items.values()]
        self.setFixedWidth(max(WIDTH, *names) if names else self._theme.px(WIDTH))
        self._column.setContentsMargins(0, 0, 0, self._theme.px(10))
        self._mark.setMinimumHeight(self._theme.px(32))
        for item in self._items.values():
            item.updateGeometry()

    def _on_clicked(self, item: QAbstractButton) -> None:
        if isinstance(item, RailItem):
            self.chosen.emit(item.key)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("rail"))


class _Mark(QWidget):
    """The two bricks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), self._theme.px(54))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        size = self._theme.px(MARK)
        drawing = self._theme.pixmap("mark", "rail-text-active", MARK, self)
        QPainter(self).drawPixmap((self.width() - size) // 2, (self.height() - size) // 2, drawing)

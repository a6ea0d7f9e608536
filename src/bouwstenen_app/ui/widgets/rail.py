"""The rail at the left: the places of the window, in the order of the work."""

from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets import rail_look
from bouwstenen_app.ui.widgets.rail_look import BOTTOM, EDGE, GAP, ICON, ITEM, MARK_ROOM, WIDTH, RailPlace

ITEM_LOW: Final = 41
"""The height of an item when the window is low."""


class RailItem(QAbstractButton):
    """One place in the rail: an icon with its name; the one that is in front has a light plane and a mint edge."""

    stepped = Signal(int)
    """The focus goes down (1) or up (-1)."""

    def __init__(self, theme: Theme, place: RailPlace) -> None:
        super().__init__()
        self.key = place.key
        self._theme = theme
        self._place = place
        self.setText(place.name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setToolTip(tip(f"{place.name} ({place.shortcut})" if place.shortcut else place.name))
        self.setAccessibleName(place.name)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), self._theme.px(ITEM))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.px(ITEM_LOW))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The arrow keys move the focus only; going somewhere takes the Enter key or space.
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        if self.isChecked():
            painter.fillRect(self.rect(), theme.colour("rail-active"))
            painter.fillRect(0, 0, theme.px(EDGE), self.height(), theme.colour("rail-edge"))
        role = "rail-text-active" if self.isChecked() or self.underMouse() else "rail-text"
        painter.setPen(theme.colour(role))
        icon = theme.pixmap(self._place.icon, role, ICON, self)
        rail_look.paint_item(painter, self.rect(), self._place, theme.look, icon)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("rail-edge"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 3, -3, -3), 6, 6)


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
        self._column.setSpacing(GAP)
        self._column.addWidget(self._mark)
        self._column.addStretch(1)
        self._below = 0
        self._fit()
        theme.changed.connect(self._fit)

    def add(self, place: RailPlace) -> None:
        """Add a place."""
        item = RailItem(self._theme, place)
        self._items[place.key] = item
        item.stepped.connect(partial(self._on_stepped, item))
        self._group.addButton(item)
        if place.below:
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
        names = [item.text() for item in self._items.values()]
        self.setFixedWidth(rail_look.rail_width(self._theme.look, names))
        self._column.setContentsMargins(0, 0, 0, self._theme.px(BOTTOM))
        self._mark.setMinimumHeight(self._theme.px(32))
        for item in self._items.values():
            item.updateGeometry()

    def _on_stepped(self, item: RailItem, step: int) -> None:
        items = list(self._items.values())
        items[(items.index(item) + step) % len(items)].setFocus()

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
        return QSize(self._theme.px(WIDTH), self._theme.px(MARK_ROOM))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        rail_look.paint_mark(QPainter(self), self.rect(), theme.look, theme.icons, self.devicePixelRatioF())

"""Pages in a low window: one keeps a least height and scrolls, another gives way to what stands above it."""

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QScrollArea, QStackedWidget, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme

LEAST: Final = 190
"""Pixels at 100 %: a heading with its buttons, and a few lines of the work."""


class LowPage(QScrollArea):
    """Shows a page as high as there is room, and never lower than it can be used."""

    def __init__(self, theme: Theme, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._soon = QTimer(self, singleShot=True, interval=0)  # after the list itself has scrolled
        self._soon.timeout.connect(self._follow)
        theme.changed.connect(self._fit)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def _fit(self) -> None:
        room = self.viewport().size()
        self._page.resize(room.width(), max(room.height(), self._theme.px(LEAST)))
        self._soon.start()

    @Slot(QWidget, QWidget)
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Follow the focus, and the row that has it while it moves through a list."""
        if now is not None and self._page.isAncestorOf(now):
            if isinstance(now, QAbstractItemView):
                now.selectionModel().currentChanged.connect(self._soon.start, Qt.ConnectionType.UniqueConnection)
            self._soon.start()

    @Slot()
    def _follow(self) -> None:
        focused, bar, edge = self._page.focusWidget(), self.verticalScrollBar(), self._theme.px(8)
        if not bar.maximum() or not self.isVisible() or not self._page.isAncestorOf(focused):
            return
        if not isinstance(focused, QAbstractItemView):
            self.ensureWidgetVisible(focused, 0, edge)
            return
        row = focused.visualRect(focused.currentIndex())
        top = focused.viewport().mapTo(self._page, row.topLeft()).y() - edge
        room = self.viewport().height() - row.height() - 2 * edge
        bar.setValue(max(top - max(0, room), min(bar.value(), top)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class GivingStack(QStackedWidget):
    """Shows one of its pages in the room that is left, and asks for none: what stands above it is never cut."""

    @override
    def hasHeightForWidth(self) -> bool:
        return False

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 1)

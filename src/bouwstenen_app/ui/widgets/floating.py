"""A bar that floats over the bottom of a page, so that nothing moves for it, and goes away by itself."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme

SHOWN_FOR: Final = 12_000
"""Milliseconds that it stays once it is done, unless someone is using it."""
WIDEST: Final = 560
MARGIN: Final = 20
FOOT: Final = 126
"""All in pixels at 100 %; at the foot of the page there is room for what stands there and for a notice."""


class Floating(QObject):
    """Keeps a bar over the bottom of a page, in the middle, above everything else."""

    def __init__(self, theme: Theme, bar: QWidget, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._bar = bar
        self._page = page
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(self._on_timeout)
        shown = not bar.isHidden()
        bar.setParent(page)
        bar.setProperty("kind", "card")
        bar.setVisible(shown)
        for widget in (bar, page):
            widget.installEventFilter(self)
        theme.changed.connect(self.place)

    def go_by_itself(self) -> None:
        """Hide the bar after a while."""
        self._timer.start()

    def stay(self) -> None:
        """Leave the bar in sight from now on."""
        self._timer.stop()

    def place(self) -> None:
        """Set the bar where it belongs."""
        margin = self._theme.px(MARGIN)
        width = min(self._theme.px(WIDEST), self._page.width() - 2 * margin)
        least = self._bar.heightForWidth(width) if self._bar.hasHeightForWidth() else 0
        height = max(least, self._bar.sizeHint().height())
        left = (self._page.width() - width) // 2
        self._bar.setGeometry(left, max(margin, self._page.height() - height - self._theme.px(FOOT)), width, height)
        self._bar.raise_()

    def _on_timeout(self) -> None:
        focused = QApplication.focusWidget()
        used = focused is not None and self._bar.isAncestorOf(focused)
        if used or self._bar.underMouse():
            self._timer.start()
        else:
            self._bar.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = {
            self._page: (QEvent.Type.Resize,),
            self._bar: (QEvent.Type.Show, QEvent.Type.LayoutRequest),
        }
        if watched in kinds and event.type() in kinds[watched] and not self._bar.isHidden():
            self.place()
        return super().eventFilter(watched, event)

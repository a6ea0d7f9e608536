"""The page *Bundels*: the bundles on the left, the one that is looked at on the right."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.bundle_detail import BundleDetail
from bouwstenen_app.ui.widgets.bundle_list import BundleList
from bouwstenen_app.ui.widgets.empty import EmptyState
from bouwstenen_app.ui.widgets.switch_row import SwitchRow
from bouwstenen_app.ui.widgets.words import words

LIST, LEAST, SHARE = 380, 250, 0.36
"""Pixels at 100 %, pixels of the screen, and a share of the page at most."""


class BundlesPage(QWidget):
    """Lays its parts out; they are public, the place connects them."""

    left = Signal()
    """Back to the blocks."""

    def __init__(self, theme: Theme, book: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.count = words("", "strong")
        self.list = BundleList(theme)
        self.detail = BundleDetail(theme, book)
        self.empty = EmptyState(
            theme,
            "organise",
            self.tr("Een bundel brengt bouwstenen samen die hetzelfde zeggen. Kies er twee of meer en druk op B."),
            self.tr("Naar de bouwstenen"),
        )
        self.empty.accepted.connect(self.left)
        self.head = SwitchRow()
        self._side = QFrame()
        self._stack = QStackedLayout()
        self._build()
        self.list.left.connect(self.left)
        self.list.opened.connect(lambda: self.detail.form.focus_title())
        self.detail.left.connect(self.focus)
        theme.changed.connect(self._fit)

    def show_any(self, *, any_bundles: bool) -> None:
        """Show the bundles, or that there are none."""
        self._stack.setCurrentIndex(0 if any_bundles else 1)

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook: the fields are made anew."""
        self.detail.set_codebook(book)

    def focus(self) -> None:
        """Take the focus to the list, or to the way back when there is none."""
        if self._stack.currentIndex():
            (self.empty.button or self.empty).setFocus()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._side.setProperty("kind", "side-left")
        side = QVBoxLayout(self._side)
        side.setContentsMargins(14, 14, 6, 0)
        side.setSpacing(10)
        self.head.row.addWidget(self.count)
        side.addWidget(self.head)
        side.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addLayout(self._stack, 1)
        self._stack.addWidget(self.detail)
        self._stack.addWidget(self.empty)
        self.empty.setMinimumWidth(1)

    def _fit(self) -> None:
        self._side.setFixedWidth(max(LEAST, min(self._theme.px(LIST), int(self.width() * SHARE))))

    # -- what Qt calls

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(560, super().minimumSizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            if self._stack.currentIndex():
                self.left.emit()
            else:
                self.focus()  # from a field back to the list
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.detail.finish()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

"""The notice at the bottom of a window: says what happened, offers what can be done, never in the way."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import IconButton
from bouwstenen_app.ui.widgets.words import words

SHOWN_FOR: Final = 8_000
"""Milliseconds that good news stays; a problem stays until it is closed."""
WIDEST: Final = 620
FOOT: Final = 66
"""Pixels at 100 % that it stays above the bottom: what stands there can be used meanwhile."""


class NoticeBar(QFrame):
    """Floats over the bottom of its parent, right of ``beside``. It takes no focus and blocks nothing."""

    undo_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget, beside: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._under = parent
        self._beside = beside
        self.setProperty("kind", "notice")
        self._words = words("", wrap=True)
        self._undo = QPushButton(self.tr("Ongedaan maken"))
        self._undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._offer = QPushButton()
        self._offer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._act: Callable[[], None] | None = None
        self._close = IconButton(theme, "close", self.tr("Melding sluiten"), role="notice-text", size=14)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        row.addWidget(self._offer)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_FOR)
        self._timer.timeout.connect(self._on_timeout)
        self._undo.clicked.connect(self._on_undo_clicked)
        self._offer.clicked.connect(self._on_offer_clicked)
        self._close.clicked.connect(self.hide)
        theme.changed.connect(self._place)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now; empty when it is not there."""
        return self._words.text() if not self.isHidden() else ""

    @property
    def goes_by_itself(self) -> bool:
        """Whether it will be gone after a while."""
        return self._timer.isActive()

    def tell(self, sentence: str, *, undo: bool = False) -> None:
        """Say what happened; it goes away by itself."""
        self._show(sentence, grave=False, undo=undo)
        self._timer.start()

    def tell_problem(self, sentence: str) -> None:
        """Say what went wrong and what to do; it stays until it is closed."""
        self._timer.stop()
        self._show(sentence, grave=True, undo=False)

    def offer(
        self, sentence: str, words: str = "", act: Callable[[], None] | None = None, *, grave: bool = False
    ) -> None:
        """Say something that stays until it is closed, with a button for what can be done."""
        self._timer.stop()
        self._show(sentence, grave=grave, undo=False, offer=words if act else "")
        self._act = act

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _show(self, sentence: str, *, grave: bool, undo: bool, offer: str = "") -> None:
        self._act = None
        self._words.setText(sentence)
        self._undo.setVisible(undo)
        self._offer.setText(offer)
        self._offer.setVisible(bool(offer))
        self.setProperty("grave", grave)
        self._close.set_icon("close", "warn" if grave else "notice-text")
        for widget in (self, self._words, self._undo, self._offer):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._place()
        self.show()
        self.raise_()
        from PySide6.QtGui import (
            QAccessible,
            QAccessibleAnnouncementEvent,
        )  # slow, and the first paint waits for it

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _place(self) -> None:
        parent = self._under
        margin = self._theme.px(20)
        left = self._beside.width() if self._beside is not None and self._beside.isVisibleTo(parent) else 0
        room = parent.width() - left
        line = self._words.fontMetrics().horizontalAdvance(self._words.text())
        rest = self.sizeHint().width() - self._words.sizeHint().width()
        width = min(self._theme.px(WIDEST), room - 2 * margin, line + rest + self._theme.px(12))
        self.setFixedWidth(max(width, self._theme.px(240)))
        self.adjustSize()
        height = max(self.heightForWidth(self.width()), self.sizeHint().height())
        self.resize(self.width(), height)
        self.move(left + (room - self.width()) // 2, parent.height() - height - self._theme.px(FOOT))

    def _on_timeout(self) -> None:
        if self.underMouse() or self._undo.hasFocus() or self._close.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _on_undo_clicked(self) -> None:
        self.hide()
        self.undo_asked.emit()

    def _on_offer_clicked(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()

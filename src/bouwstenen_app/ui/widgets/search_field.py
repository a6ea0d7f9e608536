"""The search field of the header: what is typed, and under it what can be chosen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.completion_popup import CompletionPopup, Offer
from bouwstenen_app.ui.widgets.words import words

KEY: Final = "Ctrl K"
MOST: Final = 14
"""Offers in sight at once."""
_BACK_AGAIN: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class SearchField(QLineEdit):
    """One line. The arrows mark an offer, Enter takes it; Esc gives the focus back."""

    entered = Signal()
    """Someone came here to type."""
    typed = Signal(str)
    """The text as it is typed, and when someone comes here: what is offered for it?"""
    submitted = Signal(int)
    """Enter, with the place of the marked offer."""
    picked = Signal(int)
    """The place of an offer that was clicked."""
    left = Signal()
    """Esc: back to the work."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._popup: CompletionPopup | None = None
        self._cap: QLabel = words(KEY, "key", parent=self)
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("kind", "search")
        self.setPlaceholderText(self.tr("Zoeken of opdracht…"))
        self.setAccessibleName(self.tr("Zoeken of opdracht"))
        self.setToolTip(tip(self.tr("Zoek in alles, of typ een opdracht ({key})").format(key="Ctrl+K")))
        self.textChanged.connect(self._place_cap)
        self.textChanged.connect(self.typed)
        theme.changed.connect(self._place_cap)

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show these under the field, while someone is here; nothing to take them away."""
        if not (offers and self.hasFocus()):
            self.close_offers()
            return
        if self._popup is None:
            self._popup = CompletionPopup(self._theme, self.window(), most=MOST)
            self._popup.picked.connect(self.picked)
        below = QRect(self.mapTo(self.window(), QPoint(self._theme.px(17), 0)), self.size())
        self._popup.offer(offers, below)
        self._popup.mark_first()
        self._tell_marked()

    @property
    def offers_shown(self) -> bool:
        """Whether there is something to choose under the field."""
        return self._popup is not None and self._popup.isVisible()

    def close_offers(self) -> None:
        """Take the offers away."""
        if self._popup is not None:
            self._popup.hide()

    def forget(self) -> None:
        """Be empty again, with nothing under it."""
        with QSignalBlocker(self):
            self.clear()
        self.close_offers()
        self._place_cap()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() == Qt.Key.Key_Escape:
            self.forget()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit(self._popup.marked if self._popup is not None else 0)
        elif event.key() in steps and self._popup is not None and self.offers_shown:
            self._popup.step(steps[Qt.Key(event.key())])
            self._tell_marked()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cap()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _BACK_AGAIN:
            self.entered.emit()
            if event.reason() != Qt.FocusReason.TabFocusReason:
                self.typed.emit(self.text())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _BACK_AGAIN:
            self.close_offers()

    def _tell_marked(self) -> None:
        # The popup never has the focus: a screen reader hears of the mark through the field.
        if self._popup is not None:
            self.setAccessibleDescription(self._popup.offer_at(self._popup.marked))

    def _place_cap(self) -> None:
        self._cap.adjustSize()
        size = self._cap.size()
        room = self.fontMetrics().horizontalAdvance(self.placeholderText()) + size.width() + self._theme.px(40)
        self._cap.setVisible(not self.text() and self.width() > room)
        self._cap.move(self.width() - size.width() - self._theme.px(12), (self.height() - size.height()) // 2)

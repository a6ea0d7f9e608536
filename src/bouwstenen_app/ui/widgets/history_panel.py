"""*Geschiedenis* under the fields of a block: folded away until it is asked for, the newest step first."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import QUIET, KeyButton
from bouwstenen_app.ui.widgets.cards import ScrollPage
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.fold_button import FoldButton
from bouwstenen_app.ui.widgets.marked_text import MarkedText

HIGH: Final = 260
"""Pixels at 100 % that the open list takes at most: the fields stay in sight."""


class Told(NamedTuple):
    """One step in words."""

    when: str
    what: str
    details: Sequence[str] = ()


class HistoryPanel(QFrame):
    """A button that folds a list open; it asks for what stands in it."""

    asked = Signal()
    """It was opened, and nothing stands in it yet."""
    erase_asked = Signal(bool)
    """Something is to be erased for good: what was said before (True), or everything."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "side-under")
        self.button = FoldButton(theme, self.tr("Geschiedenis"))
        self.button.setToolTip(self.tr("Wat er met deze bouwsteen is gebeurd, het nieuwste bovenaan"))
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(10, 0, 8, 0)
        self._lines.setSpacing(2)
        self._page = ScrollPage()
        self.earlier = KeyButton(theme, self.tr("Eerdere versies wissen…"), kind=QUIET)
        self.whole = KeyButton(theme, self.tr("Voorgoed wissen…"), kind=QUIET)
        self.earlier.clicked.connect(self._on_earlier)
        self.whole.clicked.connect(self._on_whole)
        self._page.fill(self._whole_page(), kind="side")
        self._page.setFocusPolicy(self.button.focusPolicy())
        self._page.setAccessibleName(self.tr("Geschiedenis"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 2, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._page)
        self._page.hide()
        self.button.turned.connect(self._on_turned)
        theme.changed.connect(self._fit)

    @property
    def is_open(self) -> bool:
        """Whether the list is folded open."""
        return self.button.is_open

    def show_events(self, events: Sequence[Told]) -> None:
        """Show these steps."""
        self._clear()
        for told in events:
            self._add(MarkedText(self._theme, size=12.5, muted=True), told.when)
            self._add(MarkedText(self._theme, size=13, bold=True), told.what)
            for detail in told.details:
                self._add(MarkedText(self._theme, size=13), detail)
            self._lines.addSpacing(6)
        self._lines.addStretch(1)
        self._page.verticalScrollBar().setValue(0)
        self._fit()

    def _add(self, text: MarkedText, words: str) -> None:
        text.show_text(words)
        self._lines.addWidget(text)

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _whole_page(self) -> QVBoxLayout:
        """Return the steps, with what can be erased under them: in a low window all of it scrolls."""
        flow = FlowLayout(gap=4)
        flow.addWidget(self.earlier)
        flow.addWidget(self.whole)
        page = QVBoxLayout()
        page.setContentsMargins(0, 0, 0, 0)
        page.addLayout(self._lines, 1)
        page.addLayout(flow)
        return page

    def _on_earlier(self) -> None:
        self.erase_asked.emit(True)

    def _on_whole(self) -> None:
        self.erase_asked.emit(False)

    def _on_turned(self, is_open: bool) -> None:
        self._page.setVisible(is_open)
        self._fit()
        if is_open:
            self.asked.emit()

    def _fit(self) -> None:
        above = self.parentWidget()
        room = above.height() // 3 if above is not None else self._theme.px(HIGH)
        self._page.setFixedHeight(max(self._theme.px(90), min(self._theme.px(HIGH), room)))

    @override
    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._fit()

"""The page of the remarks of reviewers: which ones, in a list, and beside it the one at hand."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.cards import ScrollPage
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.empty import EmptyState
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.remark_card import ACCEPT, KEYS, RemarkCard
from bouwstenen_app.ui.widgets.remark_list import RemarkList
from bouwstenen_app.ui.widgets.remark_words import RemarkLine
from bouwstenen_app.ui.widgets.segmented import SegmentedControl
from bouwstenen_app.ui.widgets.words import words

OPEN_ONES, ALL = "open", "alle"
LIST: Final = 360
"""Pixels at 100 % of the list, at most a share of the page."""
SHARE: Final = 0.4
FIELD: Final = 190
"""Pixels at 100 % of a choice above the list."""
Key = Qt.Key
_STEPS: Final[dict[int, int]] = {Key.Key_J: 1, Key.Key_K: -1, Key.Key_Down: 1, Key.Key_Up: -1}


class Told(NamedTuple):
    """What is counted above the list, and what there is to choose from."""

    open: int
    all: int
    readers: Sequence[str]
    files: Sequence[tuple[str, str]]
    """Ids and names of the documents that came back."""


class RemarkPage(QWidget):
    """Its list and card are public; the place connects them."""

    filtered = Signal()
    """Other remarks are to be shown."""
    read_asked = Signal()
    """A document that came back is to be read."""
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.list = RemarkList(theme)
        self.card = RemarkCard(theme)
        self.which = SegmentedControl(
            ((OPEN_ONES, self.tr("Open")), (ALL, self.tr("Alle"))), self.tr("Welke opmerkingen je ziet")
        )
        self.reader = Choice()
        self.file = Choice()
        why = self.tr(
            "Hier komen de opmerkingen en wijzigingen van meelezers. Stuur een rapport naar je meelezers. "
            "Krijg je hun Word-bestand terug? Sleep het hierheen, of open het."
        )
        self.empty = EmptyState(theme, "report", why, self.tr("Gelezen document openen…"), "Ctrl+O")
        self._none = words("", "muted", wrap=True)
        self._controls = QWidget()
        self._stack = QStackedWidget()
        self._work = QWidget()
        self._column = QVBoxLayout(self)
        self._build()
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def is_empty(self) -> bool:
        """Whether no document came back yet."""
        return self._stack.currentWidget() is self.empty

    def show_lines(self, lines: Sequence[RemarkLine], told: Told) -> None:
        """Show these remarks, of all that there are."""
        button = self.empty.button
        was_here = button is not None and button.hasFocus()
        had_keys = self.list.hasFocus() or was_here
        self._stack.setCurrentWidget(self.empty if not told.files else self._work if lines else self._none)
        self._controls.setVisible(bool(told.files))
        self.which.set_words(OPEN_ONES, self.tr("Open ({n})").format(n=told.open))
        self.which.set_words(ALL, self.tr("Alle ({n})").format(n=told.all))
        everyone, everything = self.tr("Alle meelezers"), self.tr("Alle documenten")
        self._offer(self.reader, [("", everyone), *((name, name) for name in told.readers)])
        self._offer(self.file, [("", everything), *told.files])
        self.list.show_lines(lines)
        self._none.setText(self._why_none(told))
        self._show_current()
        if had_keys:
            self.focus()

    def focus(self) -> None:
        """Take the focus to where the keys are."""
        if self.is_empty and self.empty.button is not None:
            self.empty.button.setFocus()
        elif self._stack.currentWidget() is self._none:
            self.which.focus_current()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- how it is put together

    def _build(self) -> None:
        self.which.choose(OPEN_ONES)
        self.reader.setAccessibleName(self.tr("Van welke meelezer"))
        self.file.setAccessibleName(self.tr("Uit welk document"))
        self.which.chosen.connect(lambda _: self.filtered.emit())
        self.reader.picked.connect(lambda _: self.filtered.emit())
        self.file.picked.connect(lambda _: self.filtered.emit())
        self.list.current_changed.connect(lambda _: self._show_current())
        self.card.writing.left.connect(self.focus)
        self.card.writing.opened.connect(self._on_writing)
        self.empty.accepted.connect(self.read_asked)
        controls = FlowLayout(self._controls, gap=10)
        fields: tuple[QWidget, ...] = (self.which, self.reader, self.file)
        for field in fields:
            controls.addWidget(field)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.card)
        inner.addStretch(1)
        self._scroll = ScrollPage(inner)
        self._none.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.list)
        row.addWidget(self._scroll, 1)
        for page in (self.empty, self._work, self._none):
            self._stack.addWidget(page)
        self._column.setSpacing(10)
        self._column.addWidget(self._controls)
        self._column.addWidget(self._stack, 1)

    def _fit(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(12), px(12), 10)
        self.list.setFixedWidth(min(px(LIST), int(self.width() * SHARE)))
        for choice in (self.reader, self.file):
            choice.setFixedWidth(px(FIELD))

    def _offer(self, choice: Choice, values: Sequence[tuple[str, str]]) -> None:
        chosen = choice.value
        choice.set_choices(values)
        choice.set_value(chosen if chosen in [value for value, _ in values] else "")
        choice.setVisible(len(values) > 2)

    def _why_none(self, told: Told) -> str:
        if not told.all:
            return self.tr("In dit document staan geen opmerkingen en is niets veranderd.")
        if self.which.current == OPEN_ONES and not told.open:
            return self.tr("Alles is behandeld. Met Ctrl E maak je er een verwerking van voor je meelezers.")
        return self.tr("Bij deze keuze hoort geen opmerking.")

    def _on_writing(self, writing: bool) -> None:
        if not writing:
            self._scroll.verticalScrollBar().setValue(0)
        else:  # once the page is as high as it becomes
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.card.writing))

    def _show_current(self) -> None:
        if (line := self.list.current) is not None:
            fresh = self.card.line is None or self.card.line.remark.id != line.remark.id
            self.card.show_line(line)
            if fresh:
                self._scroll.verticalScrollBar().setValue(0)

    # -- what Qt calls

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if held or event.isAutoRepeat() or not self._on_key(event):
            self._step(event) or super().keyPressEvent(event)

    def _step(self, event: QKeyEvent) -> bool:
        if event.key() not in _STEPS or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        self.list.step(_STEPS[event.key()])
        return True

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Key.Key_Escape:
            back = self.list.hasFocus() or self._stack.currentWidget() is not self._work
            self.left.emit() if back else self.focus()
            return True
        if self.is_empty:
            return False
        if key == Key.Key_O:
            self.which.choose(ALL if self.which.current == OPEN_ONES else OPEN_ONES)
            self.filtered.emit()
            return True
        letters = {letter: what for what, letter in KEYS.items()}
        what = letters.get(event.text().upper(), "")
        if key in (Key.Key_Return, Key.Key_Enter):
            what = ACCEPT
        return bool(what and self.list.current is not None and self.card.act(what))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

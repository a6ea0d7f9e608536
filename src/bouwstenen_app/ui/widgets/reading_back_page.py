"""The page of the round in which blocks are read back: which ones, how far it is, and the one at hand."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.blocks import ADJUSTED, CONFIRMED, NOT_RECOGNISED, Block
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.cards import ScrollPage
from bouwstenen_app.ui.widgets.choice import Count
from bouwstenen_app.ui.widgets.empty import EmptyState
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.read_back_card import ReadBackCard
from bouwstenen_app.ui.widgets.read_back_list import ReadBackList
from bouwstenen_app.ui.widgets.words import words

MOST: Final = 99
LIST: Final = 300
"""Pixels at 100 % of the list, at most two fifths of the page."""
Key = Qt.Key
_OUTCOMES: Final[dict[int, str]] = {
    Key.Key_B: CONFIRMED,
    Key.Key_1: CONFIRMED,
    Key.Key_2: ADJUSTED,
    Key.Key_A: ADJUSTED,
    Key.Key_N: NOT_RECOGNISED,
    Key.Key_3: NOT_RECOGNISED,
}
_STEPS: Final[dict[int, int]] = {
    Key.Key_Return: 1,
    Key.Key_Enter: 1,
    Key.Key_Right: 1,
    Key.Key_Left: -1,
    Key.Key_Backspace: -1,
}


class ReadingBackPage(QWidget):
    """Its list and card are public; the way connects them."""

    most_changed = Signal(object)
    """So many blocks are to be read back: a number."""
    number_asked = Signal(int)
    """The block with this number is to be read back too."""
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.list = ReadBackList(theme)
        self.card = ReadBackCard(theme)
        self.most = Count(MOST)
        self.number = QLineEdit()
        self._state = words("", "strong")
        why = self.tr("Er is nog niets om terug te lezen. Leg eerst bouwstenen vast.")
        self.empty = EmptyState(theme, "eye", why, self.tr("Terug naar de regel"), "Esc")
        self._stack = QStackedWidget()
        self._controls = QWidget()
        self._column = QVBoxLayout(self)
        self._build()
        self._fit()
        theme.changed.connect(self._fit)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read back."""
        return self._stack.currentWidget() is self.empty

    def show_blocks(self, blocks: Sequence[Block], most: int) -> None:
        """Show these blocks in this order, of which ``most`` were chosen by their votes."""
        self._stack.setCurrentIndex(1 if blocks else 0)
        self._controls.setVisible(bool(blocks))
        self._state.setVisible(bool(blocks))
        self.most.set_value(most)
        read = sum(bool(block.read_back) or block.parked for block in blocks)
        self._state.setText(self.tr("{read} van {n} teruggelezen").format(read=read, n=len(blocks)))
        self.list.show_blocks(blocks)
        if (shown := self.list.blocks.block(self.list.currentIndex().row())) is not None:
            self.card.show_block(shown)

    def focus(self) -> None:
        """Take the focus to where the keys are."""
        if self.is_empty and self.empty.button is not None:
            self.empty.button.setFocus()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- how it is put together

    def _build(self) -> None:
        self.most.setAccessibleName(self.tr("Hoeveel bouwstenen je terugleest"))
        self.most.setRange(1, MOST)
        self.number.setValidator(QIntValidator(1, 99_999, self))
        self.number.setPlaceholderText(self.tr("Nummer"))
        self.number.setAccessibleName(self.tr("Nummer van een bouwsteen die je ook terugleest"))
        self.number.returnPressed.connect(self._on_number)
        self.most.counted.connect(self.most_changed)
        self.list.current_changed.connect(self._on_current)
        self.card.done.connect(self.focus)
        self.empty.accepted.connect(self.left)
        self._build_controls()
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.card)
        inner.addStretch(1)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.list)
        self._scroll = ScrollPage(inner)
        row.addWidget(self._scroll, 1)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(work)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._state)
        head.addWidget(self._controls, 1)
        self._column.setSpacing(10)
        self._column.addLayout(head)
        self._column.addWidget(self._stack, 1)

    def _build_controls(self) -> None:
        controls = FlowLayout(self._controls, gap=8)
        for label, field in ((self.tr("De eerste"), self.most), (self.tr("Ook nummer (+)"), self.number)):
            one = QWidget()
            row = QHBoxLayout(one)
            row.setContentsMargins(0, 0, 8, 0)
            row.setSpacing(6)
            words_of = words(label, "muted")
            words_of.setBuddy(field)
            row.addWidget(words_of)
            row.addWidget(field)
            controls.addWidget(one)

    def _fit(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, px(12), 10)
        self.list.setFixedWidth(min(px(LIST), self.width() * 2 // 5))
        self.most.setFixedWidth(px(70))
        self.number.setFixedWidth(px(92))

    def _on_current(self, _block: str) -> None:
        if (shown := self.list.blocks.block(self.list.currentIndex().row())) is not None:
            self.card.show_block(shown)

    def _on_number(self) -> None:
        number = self.number.text()
        self.number.clear()
        self.number_asked.emit(int(number))
        self.focus()

    # -- what Qt calls

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if held or not self._on_key(event):
            super().keyPressEvent(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Key.Key_Escape:
            in_field = not self.list.hasFocus() and not self.is_empty
            self.focus() if in_field else self.left.emit()
        elif self.is_empty:
            return False
        elif key in _OUTCOMES:
            self.card.marked.emit(_OUTCOMES[key])
        elif key in _STEPS:
            self.list.step(_STEPS[key])
        elif key == Key.Key_M:
            self.card.write_minority()
            self._scroll.ensureWidgetVisible(self.card.minority)
        elif key == Key.Key_P:
            self.card.parking_asked.emit()
        elif event.text() in ("+", "="):
            self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            return False
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

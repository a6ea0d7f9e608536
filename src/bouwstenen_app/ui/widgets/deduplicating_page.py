"""The page of the de-duplication round: pairs under each other, how far it is, and what the keys do."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import QUIET, KeyButton
from bouwstenen_app.ui.widgets.cards import ScrollPage
from bouwstenen_app.ui.widgets.empty import EmptyState
from bouwstenen_app.ui.widgets.pair_card import APART, GROUP, LATER, LINKED, TOGETHER, PairCard, Shown
from bouwstenen_app.ui.widgets.words import words

AT_A_TIME: Final = 5
"""Pairs that are shown together."""
ROOMY, NARROW = 700, 540
"""Pixels at 100 % under which the bar, and then the keys on the buttons, make room for words."""
Key = Qt.Key
_CHOICES: Final[dict[int, str]] = {
    Key.Key_J: TOGETHER,
    Key.Key_K: LINKED,
    Key.Key_N: APART,
    Key.Key_L: LATER,
    Key.Key_G: GROUP,
}


class DeduplicatingPage(QWidget):
    """It tells what is decided of which pair; the round acts."""

    decided = Signal(str, str)
    """Key of a pair, and one of ``pair_card.CHOICES``."""
    undo_asked = Signal()
    stop_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._current = 0
        self.cards = [PairCard(theme) for _ in range(AT_A_TIME)]
        self.state = words("", "strong")
        self.bar = QProgressBar()
        self.back = KeyButton(theme, self.tr("Terug naar Ordenen"), "Esc", bound=False)
        self.undo = KeyButton(theme, self.tr("Ongedaan maken"), "Z", kind=QUIET, bound=False)
        self.stop = KeyButton(theme, self.tr("Stoppen"), "Esc", bound=False)
        nothing = self.tr("Geen bouwstenen die op elkaar lijken. Komen er sessies bij, kijk dan hier opnieuw.")
        self.empty = EmptyState(theme, "check", nothing, self.tr("Terug naar Ordenen"), "Esc")
        self._told = words("", "muted", wrap=True)
        self._comparing = QProgressBar()
        self._busy = QWidget()
        self._stack = QStackedWidget()
        self._build()
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def current(self) -> PairCard | None:
        """The card that the keys are for."""
        return self.cards[self._current] if self.cards[self._current].shown is not None else None

    def show_progress(self, progress: Progress) -> None:
        """Show how far comparing is."""
        self._told.setText(f"{progress.what}…")
        self._comparing.setRange(0, progress.total)
        self._comparing.setValue(progress.done)
        if self._stack.currentWidget() is not self._busy:
            self._stack.setCurrentWidget(self._busy)
            self.focus()

    def show_pairs(self, pairs: Sequence[Shown], *, done: int, total: int) -> None:
        """Show these pairs, at most ``AT_A_TIME``, and how many of all are judged."""
        self._keep_in_place(pairs)
        for place, card in enumerate(self.cards):
            if place < len(pairs):
                card.show_pair(pairs[place])
            else:
                card.shown = None
            card.setVisible(place < len(pairs))
        self.state.setText(self.tr("{done} van {total} beoordeeld").format(done=done, total=total))
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        if done:
            judged = self.tr("Alle paren zijn beoordeeld. Wat je besloot, blijft bewaard in deze werkmap.")
            self.empty.set_sentence(judged)
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._stack.setCurrentWidget(self._work if pairs else self.empty)
        self.set_current(min(self._current, max(len(pairs) - 1, 0)))
        if had_focus:
            self.focus()

    def set_undoable(self, *, undoable: bool) -> None:
        """Say whether there is a decision to take back."""
        self.undo.setEnabled(undoable)

    def set_current(self, place: int) -> None:
        """Let the keys be for the pair at this place."""
        self._current = place
        for number, card in enumerate(self.cards):
            card.set_current(current=number == place)

    def focus(self) -> None:
        """Take the focus to where the keys are."""
        shown = self._stack.currentWidget()
        if shown is self._busy:
            self.stop.setFocus()
        elif shown is self.empty and self.empty.button is not None:
            self.empty.button.setFocus()
        else:
            self._go(self._current)

    # -- how it is put together

    def _build(self) -> None:
        for bar, name in ((self.bar, self.tr("Beoordeeld")), (self._comparing, self.tr("Voortgang"))):
            bar.setTextVisible(False)
            bar.setAccessibleName(name)
        self._build_busy()
        pairs = self._pairs = QVBoxLayout()
        pairs.setContentsMargins(0, 0, 0, 0)
        pairs.setSpacing(12)
        for card in self.cards:
            card.focused.connect(lambda card=card: self.set_current(self.cards.index(card)))
            card.chosen.connect(lambda choice, card=card: self._on_chosen(self.cards.index(card), choice))
            card.stepped.connect(lambda step: self._go(self._current + step))
            pairs.addWidget(card)
        pairs.addStretch(1)
        self._scroll = ScrollPage(pairs)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.state)
        head.addWidget(self.bar)
        head.addStretch(1)
        head.addWidget(self.undo)
        head.addWidget(self.back)
        self._work = QWidget()
        column = QVBoxLayout(self._work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        for page in (self._busy, self.empty, self._work):
            self._stack.addWidget(page)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._stack)
        self.back.clicked.connect(self.left)
        self.undo.clicked.connect(self.undo_asked)
        self.stop.clicked.connect(self.stop_asked)
        self.empty.accepted.connect(self.left)

    def _build_busy(self) -> None:
        column = QVBoxLayout(self._busy)
        column.setSpacing(12)
        self._told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        column.addWidget(self._told)
        column.addWidget(self._comparing, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _fit(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(20), px(14), px(20), px(12))
        self.bar.setFixedWidth(px(140))
        self._comparing.setFixedWidth(px(260))
        self.bar.setVisible(self.width() >= px(ROOMY))
        narrow = self.width() < px(NARROW)
        self.back.setText(self.tr("Terug") if narrow else self.tr("Terug naar Ordenen"))
        for button in (self.undo, self.back):
            button.show_key(not narrow)

    def _keep_in_place(self, pairs: Sequence[Shown]) -> None:
        """Let a card that shows one of these pairs already show it on, at its new place: laying out takes time."""
        rest = [*self.cards]
        order: list[PairCard | None] = []
        for pair in pairs[:AT_A_TIME]:
            same = next((card for card in rest if card.shown == pair), None)
            order.append(same)
            if same is not None:
                rest.remove(same)
        cards = [rest.pop(0) if card is None else card for card in order]
        cards += rest
        if cards == self.cards:
            return
        self.cards = cards
        for place, card in enumerate(cards):
            self._pairs.insertWidget(place, card)
        keys = [widget for card in cards for widget in (card, *card.buttons.values())]
        for before, after in pairwise(keys):
            QWidget.setTabOrder(before, after)

    def _go(self, place: int) -> None:
        if 0 <= place < AT_A_TIME and self.cards[place].shown is not None:
            self.set_current(place)
            self.cards[place].setFocus(Qt.FocusReason.OtherFocusReason)
            self._bring_in_sight(self.cards[place])

    def _bring_in_sight(self, card: PairCard) -> None:
        """Scroll until the whole card is in sight, or its first lines when it is higher than the page."""
        self._pairs.activate()
        bar, high = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        bar.setMaximum(max(bar.maximum(), self._pairs.sizeHint().height() - high))
        bar.setValue(min(max(bar.value(), card.geometry().bottom() + 1 - high), card.y()))

    def _on_chosen(self, place: int, choice: str) -> None:
        self.set_current(place)
        self._decide(choice)

    def _decide(self, choice: str) -> None:
        card = self.current
        if card is not None and card.shown is not None and (choice != GROUP or card.shown.also):
            self.decided.emit(card.shown.key, choice)

    # -- what Qt calls

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if held or not self._on_key(event):
            super().keyPressEvent(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key, shown = event.key(), self._stack.currentWidget()
        if key == Key.Key_Escape:
            self.stop_asked.emit() if shown is self._busy else self.left.emit()
        elif key == Key.Key_Z and shown is not self._busy:
            if not event.isAutoRepeat():
                self.undo_asked.emit()
        elif shown is not self._work:
            return False
        elif key in _CHOICES:
            if not event.isAutoRepeat():
                self._decide(_CHOICES[key])
        else:
            return False
        return True

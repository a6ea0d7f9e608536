"""Two blocks side by side that seem to say the same: in full, why, and what a person can decide."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Code
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY, QUIET, KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.chips import CodeChip
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.marked_text import MarkedText, Place
from bouwstenen_app.ui.widgets.words import words

TOGETHER, LINKED, APART, LATER, GROUP = "J", "K", "N", "L", "G"
CHOICES: Final = (TOGETHER, LINKED, APART, LATER, GROUP)
"""What can be decided of a pair, each by its key."""
SMALL: Final = 13
WIDE: Final = 720
"""Pixels at 100 % from which the choices stand beside the reason."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two blocks: what is told of it, and where the marked words of its texts are."""

    block: Block
    region: str
    session: str
    bundle: str
    codes: tuple[Code, ...]
    title: tuple[Place, ...] = ()
    explanation: tuple[Place, ...] = ()
    next_step: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A pair as a card shows it."""

    key: str
    first: Side
    second: Side
    reason: str
    also: tuple[Block, ...] = ()
    """Blocks that are like both."""


class PairCard(Card):
    """Takes the focus; the page that holds it listens to the keys."""

    chosen = Signal(str)
    """One of ``CHOICES``, by its button."""
    focused = Signal()
    stepped = Signal(int)
    """To the next pair (1) or the one before (−1), by an arrow key: the page that scrolls would take it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._current: bool | None = None
        self.shown: Shown | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.reason = MarkedText(theme, size=15, bold=True)
        self.what = MarkedText(theme, size=SMALL, muted=True)
        self.sides = _SideView(theme), _SideView(theme)
        self.buttons = {
            TOGETHER: KeyButton(theme, self.tr("Samen"), TOGETHER, kind=PRIMARY, bound=False),
            LINKED: KeyButton(theme, self.tr("Koppelen"), LINKED, bound=False),
            APART: KeyButton(theme, self.tr("Niet samen"), APART, bound=False),
            LATER: KeyButton(theme, self.tr("Later"), LATER, kind=QUIET, bound=False),
            GROUP: KeyButton(theme, "", GROUP, bound=False),
        }
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices = QWidget()
        self._build()
        self.set_current(current=False)
        theme.changed.connect(self._fit)
        self._fit()

    def show_pair(self, shown: Shown) -> None:
        """Show a pair in the place of the one before."""
        if shown == self.shown:
            return
        self.shown = shown
        self.reason.show_text(dutch.capitalised(shown.reason))
        for view, side in zip(self.sides, (shown.first, shown.second), strict=True):
            view.show_side(side)
        told = [*self._bundled(shown), *self._group(shown.also)]
        self.what.show_text(" ".join(told))
        together = self.buttons[GROUP]
        together.setText(self.tr("Alle {n} samen").format(n=len(shown.also) + 2))
        together.setVisible(bool(shown.also))
        together.updateGeometry()
        titles = self.tr("{first} en {second}").format(
            first=self._called(shown.first.block), second=self._called(shown.second.block)
        )
        self.setAccessibleName(f"{titles}. {shown.reason}")
        self.setAccessibleDescription(self.what.text)

    def set_current(self, *, current: bool) -> None:
        """Show whether the keys are for this card."""
        if current == self._current:
            return
        self._current = current
        for button in self.buttons.values():
            button.show_key(current)
        self.buttons[TOGETHER].show_kind(PRIMARY if current else "")
        self._fit()
        self.update()

    def _called(self, block: Block) -> str:
        return f"{block.spoken_id}, {block.title}"

    def _bundled(self, shown: Shown) -> Iterable[str]:
        first, second = shown.first, shown.second
        if first.bundle and second.bundle:
            yield self.tr("Beide zitten in een bundel: samen maakt van {first} en {second} één bundel.").format(
                first=first.bundle, second=second.bundle
            )
        elif first.bundle or second.bundle:
            inside, other = (first, second) if first.bundle else (second, first)
            yield self.tr("{block} zit in bundel {bundle}: samen zet {other} erbij.").format(
                block=inside.block.spoken_id, bundle=inside.bundle, other=other.block.spoken_id
            )

    def _group(self, also: Sequence[Block]) -> Iterable[str]:
        names = dutch.enumerated([block.spoken_id for block in also])
        if len(also) == 1:
            yield self.tr("Ook {block} lijkt op allebei: “{title}”.").format(block=names, title=also[0].title)
        elif also:
            yield self.tr("Ook {blocks} lijken op allebei.").format(blocks=names)

    def _build(self) -> None:
        self._pair = QHBoxLayout()
        for view in self.sides:
            self._pair.addWidget(view, 1)
        group = QHBoxLayout()
        group.addWidget(self.what, 1)
        row = FlowLayout(self._choices, gap=8)
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            group.addWidget(button) if key == GROUP else row.addWidget(button)
        self._head.addWidget(self.reason, 1)
        self._head.addWidget(self._choices, 0, Qt.AlignmentFlag.AlignTop)
        self._head.setSpacing(8)
        for layout in (self._head, self._pair, group):
            self.column.addLayout(layout)

    def _fit(self) -> None:
        """Set the choices beside the reason, or under it when the card is narrow."""
        wide = self.width() >= self._theme.px(WIDE)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._head.setDirection(direction)
        self._head.setAlignment(self._choices, Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag(0))
        row = [button for key, button in self.buttons.items() if key != GROUP]
        together = sum(button.sizeHint().width() for button in row) + 8 * (len(row) - 1)
        self._choices.setMinimumWidth(together if wide else 0)
        self._pair.setSpacing(self._theme.px(24))
        self.column.setSpacing(self._theme.px(10))

    # -- what Qt calls

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        self.stepped.emit(step) if step else super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._current:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            role, wide = ("focus", 2) if self.hasFocus() else ("line-strong", 1)
            painter.setPen(QPen(self._theme.colour(role), wide))
            corner = self._theme.px(10)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)


class _SideView(QWidget):
    """One block of a pair."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.source = MarkedText(theme, size=SMALL, muted=True)
        self.title = MarkedText(theme, size=15, bold=True)
        self.explanation = MarkedText(theme)
        self.next_label = words(self.tr("Eerstvolgende stap"), "label")
        self.next_step = MarkedText(theme)
        self._tags = QWidget()
        self._chips = FlowLayout(self._tags)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for widget in (self.source, self.title, self.explanation, self.next_label, self.next_step, self._tags):
            column.addWidget(widget)
        column.addStretch(1)

    def show_side(self, side: Side) -> None:
        """Show a block."""
        block = side.block
        votes = dutch.counted(block.votes, self.tr("stem"), self.tr("stemmen"))
        parts = (block.spoken_id, side.region, side.session, votes, side.bundle)
        self.source.show_text(" · ".join(filter(None, parts)))
        self.title.show_text(block.title, side.title)
        self.explanation.show_text(block.explanation, side.explanation)
        self.next_step.show_text(block.next_step, side.next_step)
        self.next_label.setVisible(bool(block.next_step.strip()))
        self._chips.clear()
        for code in side.codes:
            chip = CodeChip(self._theme, code)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.setCursor(Qt.CursorShape.ArrowCursor)
            self._chips.addWidget(chip)
        self._tags.setVisible(bool(side.codes))

"""One column of a board: its name, how many there are, and its cards. Cards can be dropped on it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.board_list import CARDS_TYPE, BoardList
from bouwstenen_app.ui.widgets.words import words
from bouwstenen_app.ui.widgets.wrapped_text import breakable

DOT: Final = 10


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a column. ``key`` is empty for what has no value."""

    key: str
    name: str
    count: int
    detail: str = ""
    tone: str = ""
    """``#rrggbb`` of the dot before its name, or nothing."""


class BoardColumn(QFrame):
    """Asks; the board knows what is marked in all columns together."""

    dropped = Signal(bool)
    """The cards that are dragged were dropped here; whether they stay where they were as well."""
    dragged_over = Signal(QPoint)

    def __init__(self, theme: Theme, cards: BoardList, model: QAbstractItemModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cards = cards
        self.head = Head("", "", 0)
        self.setProperty("kind", "column")
        self.setAcceptDrops(True)
        self._dot = _Dot(theme)
        self._name = words("", "strong", wrap=True)
        self._count = words("", "muted")
        self._detail = words("", "small", wrap=True)
        top = QHBoxLayout()
        top.setSpacing(7)
        top.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._name, 1)
        top.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 9, 1, 4)
        column.setSpacing(6)
        head = QVBoxLayout()
        head.setContentsMargins(2, 0, 10, 0)
        head.setSpacing(1)
        head.addLayout(top)
        head.addWidget(self._detail)
        column.addLayout(head)
        column.addWidget(cards, 1)
        cards.setModel(model)

    def show_head(self, head: Head) -> None:
        """Show this name and count."""
        self.head = head
        self._dot.show_colour(head.tone)
        self._name.setText(breakable(head.name))
        self._count.setText(dutch.number(head.count))
        self._detail.setText(head.detail)
        self._detail.setVisible(bool(head.detail))
        blocks = dutch.counted(head.count, self.tr("bouwsteen"), self.tr("bouwstenen"))
        self.cards.setAccessibleName(f"{head.name}, {blocks}")
        self._set_property("empty", not head.key)

    def _set_property(self, name: str, on: bool) -> None:
        if bool(self.property(name)) != on:
            self.setProperty(name, on)
            self.style().unpolish(self)
            self.style().polish(self)

    # -- what is dropped

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(CARDS_TYPE):
            self._set_property("landing", True)
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.dragged_over.emit(self.mapToGlobal(event.position().toPoint()))
        event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_property("landing", False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._set_property("landing", False)
        event.acceptProposedAction()
        self.dropped.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))


class _Dot(QWidget):
    """The colour of a domain before its name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._colour = ""

    def show_colour(self, colour: str) -> None:
        self._colour = colour
        self.setFixedSize(self._theme.px(DOT), self._theme.px(20))
        self.setVisible(bool(colour))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        size = self._theme.px(DOT)
        painter.drawRoundedRect(0, (self.height() - size) // 2, size, size, 3, 3)

"""How a row of votes is painted: the title over as many lines as it takes, and the number as a field."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from bouwstenen_app.domain.voting import Ballot
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.votes_model import ABOVE_ROLE, BALLOT_ROLE, CLUSTER, NUMBER, PLACE, TITLE, VOTES
from bouwstenen_app.ui.widgets.wrapped_text import draw_text, text_height

TEXT: Final = 14
COUNT: Final = 16
SIDE: Final = 10
ABOVE_AND_BELOW: Final = 8
FIELD: Final = 30
"""Pixels at 100 %: how high the field of the current row is."""

Index = QModelIndex | QPersistentModelIndex


class VoteDelegate(QStyledItemDelegate):
    """Paints the rows of one table; ``typed`` of the table is what is typed on its current row."""

    def __init__(self, theme: Theme, view: QTableView, typed: Callable[[], str | None]) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._typed = typed

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px, width = self._theme.px, self._view.columnWidth(index.column())
        lowest = px(FIELD) + px(6)
        if index.column() not in (TITLE, CLUSTER) or self._view.isColumnHidden(index.column()):
            return QSize(width, lowest)
        height = text_height(str(index.data() or ""), self._font(index), width - 2 * px(SIDE))
        return QSize(width, max(lowest, height + 2 * px(ABOVE_AND_BELOW)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, theme = self._theme.px, self._theme
        ballot = index.data(BALLOT_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, theme.colour("selected"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        inner = option.rect.adjusted(px(SIDE), 0, -px(SIDE), 0)
        if index.column() == VOTES:
            self._paint_votes(painter, option.rect, index, chosen=chosen)
        else:
            quiet = index.column() in (PLACE, NUMBER, CLUSTER)
            muted = quiet or (isinstance(ballot, Ballot) and not ballot.shown)
            painter.setPen(theme.colour("text-muted" if muted else "text"))
            right = index.column() in (PLACE, NUMBER)
            draw_text(painter, inner, str(index.data() or ""), self._font(index), right=right, middle=True)
        painter.restore()

    def _paint_votes(self, painter: QPainter, rect: QRect, index: Index, *, chosen: bool) -> None:
        px, theme = self._theme.px, self._theme
        typed = self._typed() if chosen else None
        text = str(index.data()) if typed is None else typed
        field = QRect(rect.left() + px(SIDE), 0, rect.width() - 2 * px(SIDE) + px(4), px(FIELD))
        field.moveTop(rect.center().y() - field.height() // 2)
        if chosen:
            focused = self._view.hasFocus()
            painter.setBrush(theme.colour("surface"))
            painter.setPen(QPen(theme.colour("focus" if focused else "line-strong"), 2 if focused else 1))
            painter.drawRoundedRect(field, px(6), px(6))
        above = bool(index.data(ABOVE_ROLE)) and typed is None
        nothing = typed is None and text == "0"
        painter.setPen(theme.colour("warn" if above else "text-muted" if nothing else "text"))
        painter.setFont(self._font(index))
        words = field.adjusted(px(8), 0, -px(10), 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
        if typed is not None:
            x = words.right() + px(2)
            painter.setPen(QPen(theme.colour("text"), px(1)))
            painter.drawLine(x, field.top() + px(7), x, field.bottom() - px(7))
        if above:
            top = field.center().y() - px(8)
            painter.drawPixmap(field.left() + px(6), top, theme.pixmap("warning", "warn", 16, self._view))

    def _font(self, index: Index) -> QFont:
        if index.column() == VOTES:
            return self._theme.font(COUNT, QFont.Weight.Bold)
        weight = QFont.Weight.DemiBold if index.column() in (PLACE, TITLE) else QFont.Weight.Normal
        return self._theme.font(TEXT, weight)

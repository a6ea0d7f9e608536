"""The remarks of reviewers under what they are about: each with its kind, who made it, and what it says."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from bouwstenen_app.domain.reviews import OPEN
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.remark_words import RemarkLine, gist_of, kind_of, outcome_of, who
from bouwstenen_app.ui.widgets.row_list import SteppedList
from bouwstenen_app.ui.widgets.wrapped_text import draw_text, text_height

LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""Under this role an index gives its RemarkLine."""
SHOWN, SHOWN_ABOUT = 120, 110
"""Characters of what a remark says, and of what it is about."""
GAP, ABOVE, SIDE = 5, 8, 11
"""Pixels at 100 %: between rows, inside above, inside beside."""
TEXT, SMALL = 13.5, 12
Index = QModelIndex | QPersistentModelIndex


class RemarkModel(QAbstractListModel):
    """The remarks in the order that they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[RemarkLine, ...] = ()

    def set_lines(self, lines: Sequence[RemarkLine]) -> None:
        """Show these remarks; when only their content changed, the current row stays."""
        same = [one.remark.id for one in lines] == [one.remark.id for one in self._lines]
        if not same:
            self.beginResetModel()
        self._lines = tuple(lines)
        if not same:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))

    def lines(self) -> tuple[RemarkLine, ...]:
        """Return the remarks in their order."""
        return self._lines

    def begins(self, row: int) -> bool:
        """Whether a row is the first about its subject: what it is about stands above it."""
        return row == 0 or self._lines[row - 1].about != self._lines[row].about

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return gist_of(line.remark)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (line.about, line.field, _top(line), gist_of(line.remark), below(line))
            return ". ".join(filter(None, said))
        return None


class RemarkList(SteppedList):
    """Each remark as a small card; above the first about a subject stands what it is about."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.remarks = RemarkModel(self)
        self.setAccessibleName(self.tr("Opmerkingen"))
        self.setItemDelegate(_Rows(theme, self))
        self.setModel(self.remarks)

    @property
    def current(self) -> RemarkLine | None:
        """The remark that is looked at."""
        line = self.currentIndex().data(LINE_ROLE) if self.currentIndex().isValid() else None
        return line if isinstance(line, RemarkLine) else None

    @override
    def current_id(self) -> str:
        return self.current.remark.id if self.current else ""

    def show_lines(self, lines: Sequence[RemarkLine]) -> None:
        """Show these remarks; the current one stays current, or the one that took its place."""
        shown, row = self.current, max(0, self.currentIndex().row())
        self.remarks.set_lines(lines)
        self.scheduleDelayedItemsLayout()
        ids = [one.remark.id for one in lines]
        if ids:
            self.go(ids.index(shown.remark.id) if shown and shown.remark.id in ids else row)

    def go_open(self) -> None:
        """Go to the next remark that is open, then from the start; stay when none is."""
        lines, row = self.remarks.lines(), max(0, self.currentIndex().row())
        order = (*range(row, len(lines)), *range(row))
        found = next((one for one in order if lines[one].remark.outcome == OPEN), None)
        if found is not None:
            self.go(found)


class _Rows(QStyledItemDelegate):
    """Paints a remark as a small card; above the first one what it is about."""

    def __init__(self, theme: Theme, view: RemarkList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._heights: dict[tuple[object, ...], int] = {}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        line: RemarkLine = index.data(LINE_ROLE)
        above = self._view.remarks.begins(index.row()) and line.about
        key = (above, _top(line), gist_of(line.remark)[:SHOWN], below(line), width, self._theme.percent)
        if key not in self._heights:
            px, column = self._theme.px, self._column(width)
            high = sum(text_height(text, font, column) + px(3) for text, _, font in self._parts(line))
            self._heights[key] = self._above(line, index.row(), width) + high + px(2 * ABOVE + GAP)
        return QSize(width, self._heights[key])

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px, view = self._theme, self._theme.px, self._view
        line: RemarkLine = index.data(LINE_ROLE)
        current = index == view.currentIndex()
        focused = current and bool(option.state & QStyle.StateFlag.State_Active) and view.hasFocus()
        above = self._above(line, index.row(), option.rect.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if above:
            painter.setPen(theme.colour("text"))
            place = option.rect.adjusted(px(3), px(9), -px(8), 0)
            draw_text(painter, place, _shortened(line.about, SHOWN_ABOUT), self._about_font())
        rect = option.rect.adjusted(1, above + 1, -px(6), -px(GAP))
        edge = "focus" if focused else "accent" if current else "line"
        painter.setPen(QPen(theme.colour(edge), 2 if focused else 1))
        painter.setBrush(theme.colour("selected" if current else "surface"))
        painter.drawRoundedRect(QRectF(rect), px(7), px(7))
        top = rect.top() + px(ABOVE)
        column = self._column(option.rect.width())
        for text, role, font in self._parts(line):
            painter.setPen(theme.colour(role))
            draw_text(painter, QRect(rect.left() + px(SIDE), top, column, rect.height()), text, font)
            top += text_height(text, font, column) + px(3)
        painter.restore()

    def _above(self, line: RemarkLine, row: int, width: int) -> int:
        """Return how much room what the remark is about takes above it."""
        if not self._view.remarks.begins(row):
            return 0
        about = _shortened(line.about, SHOWN_ABOUT)
        return text_height(about, self._about_font(), width - self._theme.px(11)) + self._theme.px(9 + 5)

    def _parts(self, line: RemarkLine) -> Sequence[tuple[str, str, QFont]]:
        """Return the texts of a card with their colour and font."""
        done = line.remark.outcome != OPEN
        said = (_shortened(gist_of(line.remark), SHOWN), "text-soft" if done else "text", self._theme.font(TEXT))
        below_it = (below(line), "warn" if line.remark.conflict else "text-muted", self._theme.font(SMALL))
        small = self._theme.font(SMALL, QFont.Weight.DemiBold)
        return [part for part in ((_top(line), "text-muted", small), said, below_it) if part[0]]

    def _column(self, width: int) -> int:
        return max(40, width - self._theme.px(2 * SIDE + 7))

    def _about_font(self) -> QFont:
        return self._theme.font(13.5, QFont.Weight.Bold)


def below(line: RemarkLine) -> str:
    """Return what stands under a remark: what was done with it, or that it does not fit any more."""
    return _tr("Hier ook veranderd") if line.remark.conflict else outcome_of(line.remark)


def _top(line: RemarkLine) -> str:
    kind = f"{kind_of(line.remark)} ({line.field})" if line.field else kind_of(line.remark)
    return f"{kind} · {who(line.remark)}"


def _shortened(text: str, longest: int) -> str:
    return f"{text[:longest].rstrip()}…" if len(text) > longest else text


def _tr(text: str) -> str:
    return QCoreApplication.translate("Remarks", text)

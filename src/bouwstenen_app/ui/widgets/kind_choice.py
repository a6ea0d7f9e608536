"""The choice of a kind of report: its name, and for whom it is, of every kind in the list and of the chosen one."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.recipes import Kind
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.words import words
from bouwstenen_app.ui.widgets.wrapped_text import draw_text, text_height

PURPOSE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
NAME_SIZE, PURPOSE_SIZE, ROOM = 14, 12, 9
SIDES: Final = 30
"""Of the list, in pixels at 100 %: its edge and its scroll bar."""
ROWS: Final = 12


class KindChoice(QWidget):
    """Offers the kinds there are, and says of the chosen one for whom it is."""

    chosen = Signal(str)
    """Slug of the kind that a person chose."""

    def __init__(self, theme: Theme, kinds: Iterable[Kind], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = {kind.slug: kind for kind in kinds}
        self.choice = Choice([(kind.slug, kind.name) for kind in self._kinds.values()])
        self.choice.setAccessibleName(name)
        self.choice.setMaxVisibleItems(ROWS)
        self.choice.view().setItemDelegate(_KindRows(theme, self.choice))
        for place, kind in enumerate(self._kinds.values()):
            self.choice.setItemData(place, kind.purpose, PURPOSE_ROLE)
            self.choice.setItemData(place, f"{kind.name}. {kind.purpose}", Qt.ItemDataRole.AccessibleTextRole)
        self.purpose = words("", "muted", wrap=True)
        self.setFocusProxy(self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.choice)
        column.addWidget(self.purpose)
        self.choice.picked.connect(lambda slug: self.chosen.emit(str(slug)))

    def show_kind(self, slug: str) -> None:
        """Show a kind, without a signal."""
        self.choice.set_value(slug)
        self.purpose.setText(self._kinds[slug].purpose)
        self.choice.setAccessibleDescription(self._kinds[slug].purpose)


class _KindRows(QStyledItemDelegate):
    """Draws a name, and under it the purpose over as many lines as it takes."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = parent

    def _fonts(self) -> tuple[QFont, QFont]:
        return self._theme.font(NAME_SIZE, QFont.Weight.DemiBold), self._theme.font(PURPOSE_SIZE)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        name, purpose = self._fonts()
        room = self._theme.px(ROOM)
        width = max(80, self._width.width() - 2 * room - self._theme.px(SIDES))
        high = text_height(str(index.data()), name, width) + text_height(
            str(index.data(PURPOSE_ROLE)), purpose, width
        )
        return QSize(width, high + 2 * room)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        name, purpose = self._fonts()
        room = self._theme.px(ROOM)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        area: QRect = option.rect
        if chosen:
            painter.fillRect(area, self._theme.colour("selected"))
        inner = area.adjusted(room, room, -room, -room)
        painter.setPen(self._theme.colour("selected-text" if chosen else "text"))
        draw_text(painter, inner, str(index.data()), name)
        down = text_height(str(index.data()), name, inner.width())
        painter.setPen(self._theme.colour("selected-text" if chosen else "text-muted"))
        draw_text(painter, inner.adjusted(0, down, 0, 0), str(index.data(PURPOSE_ROLE)), purpose)
        painter.restore()

"""A small window with a field, and under it what fits what is typed: the arrows mark a row, Enter takes it."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.codebook import folded
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.found_list import FoundList
from bouwstenen_app.ui.widgets.picker_rows import DEPTH_ROLE, DETAIL_ROLE, GROUP_ROLE
from bouwstenen_app.ui.widgets.popups import open_under

WIDTH, MOST = 320, 380
"""Pixels at 100 %: the width, and the height of the list at most."""
WHAT: Final = int(Qt.ItemDataRole.UserRole)
"""Under this role a row gives what it stands for."""


class Offered(NamedTuple):
    """One row: its words, what it stands for, and how it is shown."""

    words: str
    what: str
    checked: bool = False
    detail: str = ""
    apart: bool = False
    """It is no thing that is there, but something to do."""


class Picker(QFrame):
    """Asks its kind what to offer for what is typed, and tells its kind what was taken."""

    def __init__(self, theme: Theme, name: str, hint: str, found: str, parent: QWidget | None = None) -> None:
        """``name`` and ``hint`` are of the field, ``found`` is the name of the list."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self.setProperty("kind", "card")
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.setAccessibleName(name)
        self.search.setPlaceholderText(hint)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.found = FoundList(theme, self.search, found)
        self.found.itemClicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.found)

    def offers(self, typed: str) -> Iterable[Offered]:
        """Return what fits what is typed, the likeliest first."""
        raise NotImplementedError

    def taken(self, what: str, typed: str, *, add: bool) -> None:
        """Do what belongs to a row; ``add`` when Ctrl was held. The window is closed already."""
        raise NotImplementedError

    def open_at(self, at: QPoint) -> None:
        """Open at a point of the screen, with nothing typed; above it where there is no room below."""
        self.search.clear()
        self.setFixedWidth(self._theme.px(WIDTH))
        self._fill()
        self._fit()
        open_under(self, at)
        self.search.setFocus()

    def _fill(self) -> None:
        self.found.clear()
        for offered in self.offers(self._typed()):
            item = QListWidgetItem(offered.words)
            item.setData(WHAT, offered.what)
            item.setData(DEPTH_ROLE, 0)
            item.setData(DETAIL_ROLE, offered.detail)
            item.setData(GROUP_ROLE, offered.apart)
            item.setCheckState(Qt.CheckState.Checked if offered.checked else Qt.CheckState.Unchecked)
            self.found.addItem(item)
        self.found.setVisible(self.found.count() > 0)
        self.found.setCurrentRow(0)

    def _fit(self) -> None:
        """Be as high as the rows need, with room for one more."""
        rows = self.found.height_of_rows(self._theme.px(WIDTH - 32))
        high = min(rows + self._theme.px(32), self._theme.px(MOST))
        self.setFixedHeight(high + self.search.sizeHint().height() + 26)

    def _typed(self) -> str:
        return " ".join(self.search.text().split())

    def _take(self, item: QListWidgetItem, *, add: bool = False) -> None:
        what, typed = str(item.data(WHAT)), self._typed()
        self.close()
        self.taken(what, typed, add=add)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if (item := self.found.currentItem()) is not None:
                    self._take(item, add=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
                return True
            if self.found.step(event):
                return True
        return super().eventFilter(watched, event)


def fits(typed: str, name: str) -> bool:
    """Say whether a name has the letters that are typed, in that order."""
    return folded(typed) in folded(name)


def begins(typed: str, name: str) -> bool:
    """Say whether a name begins with the letters that are typed: such names come first."""
    return folded(name).startswith(folded(typed))

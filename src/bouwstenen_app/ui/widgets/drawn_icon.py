"""An icon that only stands there: beside a heading, as large as the text asks."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme


class DrawnIcon(QWidget):
    """Says nothing to a screen reader: the words beside it do."""

    def __init__(self, theme: Theme, icon: str, size: int, role: str = "accent") -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._size = size
        self._role = role
        self._fit()
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedSize(self._theme.px(self._size), self._theme.px(self._size))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, self._theme.pixmap(self._icon, self._role, self._size, self))

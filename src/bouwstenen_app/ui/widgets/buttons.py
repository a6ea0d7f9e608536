"""Buttons that say which key does the same, and buttons that are only an icon."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QPushButton, QStyleOptionButton, QToolButton, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip

PRIMARY: Final = "primary"
BIG: Final = "big"
QUIET: Final = "quiet"
DANGER: Final = "danger"

_CAP_SIZE: Final = 11
_EDGE: Final = 3
"""Pixels at 100 % between the edge of a button that is too narrow and its words."""
_WORDS: Final = {"": "text", PRIMARY: "primary-text", BIG: "primary-text", QUIET: "accent", DANGER: "bad"}
_READABLE_KEYS: Final = (("Ctrl+", "Ctrl "), ("Shift+", "⇧ "), ("Alt+", "Alt "), ("Return", "⏎"), ("Enter", "⏎"))


def key_words(key: str) -> str:
    """Return a key as it stands on a key cap: ``Ctrl N``."""
    for code, words in _READABLE_KEYS:
        key = key.replace(code, words)
    return key


class KeyButton(QPushButton):
    """A button with its words and, at the end, the key that presses it. The key works while it is in sight.

    With ``bound=False`` the key is only shown: another button or the window listens to it.
    """

    def __init__(
        self,
        theme: Theme,
        words: str,
        key: str = "",
        *,
        kind: str = "",
        icon: str = "",
        bound: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._theme = theme
        self._key = key_words(key)
        self._kind = kind
        self._icon = icon
        self._cap_shown = True
        self._painting = False
        self.setProperty("kind", kind)
        if key and bound:
            # A button's own shortcut presses it for show, a tenth of a second: what is typed then would be lost.
            QShortcut(QKeySequence(key), self, self.click).setAutoRepeat(False)
        theme.changed.connect(self.updateGeometry)

    def show_icon(self, icon: str) -> None:
        """Show another picture before the words."""
        self._icon = icon
        self.update()

    @property
    def kind(self) -> str:
        """How much it asks for: one of the kinds above, empty for a plain button."""
        return self._kind

    def show_kind(self, kind: str) -> None:
        """Ask for more or less than before."""
        self._kind = kind
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.updateGeometry()
        self.update()

    def show_key(self, shown: bool) -> None:
        """Show the key cap, or leave it out where there is no room."""
        if shown != self._cap_shown:
            self._cap_shown = shown
            self.updateGeometry()
            self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Outside a dialog Qt lets only the space bar press a button; people press Enter.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return super().sizeHint() + QSize(round(self._content_width() - width + 0.5), 0)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if self._painting:
            option.text = ""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._painting = True  # the style paints the plane; the words, icon and key cap are painted here
        super().paintEvent(event)
        self._painting = False
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._theme.colour(_WORDS[self._kind] if self.isEnabled() else "text-muted")
        icon, cap, words = self._fitting()
        width = QFontMetricsF(self.font()).horizontalAdvance(words)
        x = (self.width() - width - icon - cap) / 2
        if icon:
            x = self._paint_icon(painter, x)
        painter.setFont(self.font())
        painter.setPen(ink)
        painter.drawText(QRectF(x, 0, width + 2, self.height()), int(Qt.AlignmentFlag.AlignVCenter), words)
        if cap:
            self._paint_cap(painter, x + width + self._theme.px(7), ink)
        if self.hasFocus() and self._kind in (PRIMARY, BIG):
            painter.setPen(QPen(ink, 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5), 5, 5)

    def _content_width(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(self.text()) + sum(self._around())

    def _around(self) -> tuple[float, float]:
        """Return how much room the icon and the key cap take."""
        cap = self._key and self._cap_shown
        return self._theme.px(16 + 7) if self._icon else 0, self._theme.px(7) + self._cap_width() if cap else 0

    def _fitting(self) -> tuple[float, float, str]:
        """Return the room of icon and key cap, and the words: where there is too little, the words go first."""
        metrics, room = QFontMetricsF(self.font()), self.width() - 2 * self._theme.px(_EDGE)
        width = metrics.horizontalAdvance(self.text())
        icon, cap = self._around()
        if width + icon + cap > room:
            cap = 0
        if width + icon > room:
            icon = 0
        words = self.text() if width <= room else metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        return icon, cap, words

    def _cap_width(self) -> float:
        return QFontMetricsF(self._cap_font()).horizontalAdvance(self._key) + 2 * self._theme.px(5)

    def _cap_font(self) -> QFont:
        return self._theme.font(_CAP_SIZE, QFont.Weight.DemiBold)

    def _paint_icon(self, painter: QPainter, x: float) -> float:
        role = _WORDS[self._kind] if self.isEnabled() else "text-muted"
        size = self._theme.px(16)
        painter.drawPixmap(round(x), (self.height() - size) // 2, self._theme.pixmap(self._icon, role, 16, self))
        return x + size + self._theme.px(7)

    def _paint_cap(self, painter: QPainter, x: float, ink: QColor) -> None:
        height = QFontMetricsF(self._cap_font()).height() + 2
        rect = QRectF(round(x) + 0.5, round((self.height() - height) / 2) + 0.5, self._cap_width(), round(height))
        edge = QColor(ink) if self._kind in (PRIMARY, BIG) else self._theme.colour("line")
        if self._kind in (PRIMARY, BIG):
            edge.setAlphaF(0.55)
        else:
            painter.setPen(self._theme.colour("text-muted"))
        words = painter.pen().color()
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(rect, self._theme.px(4), self._theme.px(4))
        painter.setPen(words)
        painter.setFont(self._cap_font())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self._key)


class IconButton(QToolButton):
    """A button that is only an icon; ``name`` is what a screen reader and the hover say."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        role: str = "text-soft",
        size: int = 18,
        framed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self._role = role
        self._size = size
        if framed:
            self.setProperty("kind", "framed")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_name(name)
        self._draw()
        theme.changed.connect(self._draw)

    def set_name(self, name: str) -> None:
        """Say what the button does now."""
        self.setAccessibleName(name)
        self.setToolTip(tip(name))

    def set_icon(self, icon: str, role: str = "") -> None:
        """Show another icon, or the same in the colour of another role."""
        self._icon_name, self._role = icon, role or self._role
        self._draw()

    def _draw(self) -> None:
        self.setIcon(self._theme.icon(self._icon_name, self._role, self._size))
        size = self._theme.px(self._size)
        self.setIconSize(QSize(size, size))

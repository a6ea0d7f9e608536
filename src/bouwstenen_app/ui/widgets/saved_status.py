"""The words that say whether what is on the screen is on disk."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip

SIZE: Final = 13
DOT: Final = 10
SIGN: Final = 15


class SavedStatus(QWidget):
    """A dot and *Opgeslagen 14:03*; a lock and *Alleen lezen*; or a warning sign and *Niet opgeslagen*."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = self._short = self._icon = ""
        self._role = "good"
        self._brief = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_saved(None)
        theme.changed.connect(self.updateGeometry)

    @property
    def text(self) -> str:
        """What it says, in full."""
        return self._words

    def show_saved(self, at: datetime | None) -> None:
        """Say that everything is on disk, and since when (None: nothing was changed yet)."""
        time = f"{at:%H:%M}" if at else ""
        words = self.tr("Opgeslagen {time}").format(time=time).strip()
        self._say(words, time or words, "", "good", self.tr("Alles wat je ziet, staat op schijf."))

    def show_read_only(self) -> None:
        """Say that this is a copy to look at."""
        hint = self.tr("Dit bestand is ergens anders open. Je kijkt in een kopie; wijzigen kan hier niet.")
        self._say(self.tr("Alleen lezen"), self.tr("Alleen lezen"), "lock", "text-muted", hint)

    def show_unsaved(self, reason: str) -> None:
        """Say that the last change is not on disk, and why."""
        self._say(self.tr("Niet opgeslagen"), self.tr("Niet opgeslagen"), "warning", "bad", reason)

    def set_brief(self, brief: bool) -> None:
        """Show only the time, where there is no room for the words."""
        if brief != self._brief:
            self._brief = brief
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return self.full_size() if not self._brief else self._size(self._short)

    def full_size(self) -> QSize:
        """Return the size with all words."""
        return self._size(self._words)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour(self._role)
        if self._icon:
            size = self._theme.px(SIGN)
            drawing = self._theme.pixmap(self._icon, self._role, SIGN, self)
            painter.drawPixmap(0, (self.height() - size) // 2, drawing)
        else:
            size = self._theme.px(DOT)
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(0, (self.height() - size) // 2, size, size)
        painter.setPen(colour)
        painter.setFont(self._font())
        rect = self.rect().adjusted(size + self._theme.px(5), 0, 0, 0)
        words = self._short if self._brief else self._words
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)

    def _say(self, words: str, short: str, icon: str, role: str, hint: str) -> None:
        self._words, self._short, self._icon, self._role = words, short, icon, role
        self.setAccessibleName(words)
        self.setAccessibleDescription(hint)
        self.setToolTip(tip(f"{words}. {hint}"))
        self.updateGeometry()
        self.update()

    def _size(self, words: str) -> QSize:
        metrics = QFontMetricsF(self._font())
        sign = self._theme.px(SIGN if self._icon else DOT) + self._theme.px(5)
        return QSize(round(metrics.horizontalAdvance(words) + 1.5) + sign, round(metrics.height()) + 4)

    def _font(self) -> QFont:
        return self._theme.font(SIZE, QFont.Weight.DemiBold)

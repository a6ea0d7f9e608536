"""The face of the timer: large digits, what they are of, and a bar of what is left. It paints only itself."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bouwstenen_app.domain.timer import RoundTimer, clock_face
from bouwstenen_app.ui.theme import Theme

HEIGHT: Final = 36
DIGITS: Final = 26
SMALL: Final = 12
GAP: Final = 9
"""Between the digits and the words."""
BAR: Final = 5


class TimerFace(QWidget):
    """As wide as its widest text, so that nothing around it moves while it runs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.digits = ""
        self.note = ""
        """What the digits are of: *van 20:00*, *over tijd*, *pauze*."""
        self.whose = ""
        """The round it was started in, when another one is shown."""
        self._length = clock_face(0)
        self._share = 0.0
        self._role = "text"
        self._tight = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_timer(self, timer: RoundTimer, now: float, whose: str) -> None:
        """Show a timer as it is now; ``whose`` names its round when that is not the one in sight."""
        over = timer.over(now)
        digits = f"+{clock_face(timer.overrun(now))}" if over else clock_face(timer.shown(now))
        length = clock_face(round(timer.seconds))
        if len(length) != len(self._length):
            self.updateGeometry()
        self._length = length
        note = self.tr("van {length}").format(length=length)
        note = self.tr("pauze") if timer.paused else self.tr("over tijd") if over else note
        look = (digits, note, whose, 1.0 if over else timer.share_left(now), _role(timer, over=over))
        if look != (self.digits, self.note, self.whose, self._share, self._role):
            self.digits, self.note, self.whose, self._share, self._role = look
            self._say(timer, now)
            self.update()

    def set_tight(self, tight: bool) -> None:
        """Leave the words out: the digits say enough where there is hardly any room."""
        if tight != self._tight:
            self._tight = tight
            self.updateGeometry()
            self.update()

    def _say(self, timer: RoundTimer, now: float) -> None:
        # A screen reader speaks at every new name: the words change with the minute, not with the second.
        name = self._in_words(timer, now)
        if self.whose:
            name = self.tr("{time}, {round}").format(time=name, round=self.whose)
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def _in_words(self, timer: RoundTimer, now: float) -> str:
        if timer.over(now):
            minutes = timer.overrun(now) // 60
            words = self.tr("De tijd is om")
            if minutes:
                words = self.tr("{n} minuten over tijd") if minutes > 1 else self.tr("{n} minuut over tijd")
        else:
            minutes = -(-timer.shown(now) // 60)
            words = self.tr("Nog {n} minuten") if minutes > 1 else self.tr("Nog hooguit een minuut")
        words = words.format(n=minutes)
        return self.tr("Gepauzeerd. {time}").format(time=words) if timer.paused else words

    @override
    def sizeHint(self) -> QSize:
        digits = QFontMetricsF(self._digit_font())
        if self._tight:
            return QSize(round(digits.horizontalAdvance(f"+{self._length}") + 1), self._theme.px(HEIGHT))
        small = QFontMetricsF(self._theme.font(SMALL))
        notes = (self.tr("van {length}").format(length=self._length), self.tr("pauze"), self.tr("over tijd"))
        width = digits.horizontalAdvance(f"+{self._length}") + max(map(small.horizontalAdvance, notes))
        return QSize(round(width + self._theme.px(GAP) + 1), self._theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        px, painter = self._theme.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._digit_font()
        base = QFontMetricsF(font).capHeight() + px(4)
        painter.setFont(font)
        painter.setPen(self._theme.colour(self._role))
        painter.drawText(QPointF(0, base), self.digits)
        if not self._tight:
            self._paint_words(painter, font, base)
        self._paint_bar(painter)

    def _paint_words(self, painter: QPainter, font: QFont, base: float) -> None:
        px = self._theme.px
        x = QFontMetricsF(font).horizontalAdvance(self.digits) + px(GAP)
        painter.setFont(
            self._theme.font(SMALL, QFont.Weight.DemiBold if self._role == "overrun" else QFont.Weight.Normal)
        )
        painter.setPen(self._theme.colour("overrun" if self._role == "overrun" else "text-muted"))
        painter.drawText(QPointF(x, base), self.note)
        if self.whose:
            painter.drawText(QPointF(x, base - px(SMALL + 2)), self.whose)

    def _paint_bar(self, painter: QPainter) -> None:
        height = self._theme.px(BAR)
        bar = QRectF(0, self.height() - height, self.width(), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(bar, height / 2, height / 2)
        filled = {"text": "primary", "text-muted": "line-strong"}.get(self._role, self._role)
        painter.setBrush(self._theme.colour(filled))
        bar.setWidth(bar.width() * self._share)
        painter.drawRoundedRect(bar, height / 2, height / 2)

    def _digit_font(self) -> QFont:
        font = self._theme.font(DIGITS, QFont.Weight.Bold)
        font.setFeature(QFont.Tag("tnum"), 1)  # every digit as wide as the others: they do not dance
        return font


def _role(timer: RoundTimer, *, over: bool) -> str:
    if over:
        return "overrun"
    return "text-muted" if timer.paused else "text"

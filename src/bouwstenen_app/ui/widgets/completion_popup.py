"""The suggestions under the cursor of the capture line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme

ROW, WIDEST, NARROWEST, INSET, SHADOW = 31, 540, 300, 6, 10
"""Sizes in pixels at 100 %; the shadow stands around the plane."""
MOST: Final = 8


@dataclass(frozen=True, slots=True)
class Offer:
    """One suggestion: what it is called, what it belongs under, how often it was used."""

    label: str
    detail: str = ""
    uses: int = 0
    new: bool = False
    """It would be a new tag, not a code of the codebook."""


class CompletionPopup(QWidget):
    """Shows offers; it never takes the focus. Nothing is marked until the arrows were used."""

    picked = Signal(int)
    """The place of the offer that was clicked."""

    def __init__(self, theme: Theme, parent: QWidget, *, most: int = MOST) -> None:
        super().__init__(parent)
        self._theme = theme
        self._under = parent
        self._offers: Sequence[Offer] = ()
        self._marked = -1
        self._most = most
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Suggesties"))
        self.hide()

    @property
    def under(self) -> QWidget:
        """What it lies on."""
        return self._under

    @property
    def marked(self) -> int:
        """The place of the marked offer; the first when none is."""
        return max(0, self._marked)

    def offer(self, offers: Sequence[Offer], below: QRect) -> None:
        """Show offers under a rectangle of the parent, or nothing when there are none."""
        if offers != self._offers:
            self._marked = -1
        self._offers = offers[: self._most]
        if not offers:
            self.hide()
            return
        size = self.sizeHint()
        at = QPoint(below.left() - self._px(INSET + SHADOW + 10), below.bottom() + self._px(8) - self._px(SHADOW))
        at.setX(max(0, min(at.x(), self._under.width() - size.width())))
        self.setGeometry(QRect(at, size))
        self.show()
        self.raise_()
        self.update()

    def room(self, below: QRect) -> int:
        """Return how many offers fit under a rectangle of the parent, at least two."""
        free = self._under.height() - below.bottom() - self._px(8 + 2 * INSET + SHADOW)
        return max(2, min(MOST, free // self._px(ROW)))

    def mark_first(self) -> None:
        """Mark the first offer when none is: the next step goes to the second."""
        self._mark(self.marked)

    def step(self, by: int) -> None:
        """Mark the next or the previous offer; past the end the first again."""
        if self._offers:
            now = self._marked if self._marked >= 0 else (-1 if by > 0 else 0)
            self._mark((now + by) % len(self._offers))

    def offer_at(self, place: int) -> str:
        """Return the words of an offer, for a screen reader."""
        offer = self._offers[place]
        return ", ".join(filter(None, (offer.label, offer.detail)))

    def _mark(self, place: int) -> None:
        self._marked = place
        self.update()

    def _px(self, size: float) -> int:
        return self._theme.px(size)

    def _row(self, place: int) -> QRect:
        edge = self._px(INSET + SHADOW)
        return QRect(edge, edge + place * self._px(ROW), self.width() - 2 * edge, self._px(ROW))

    def _row_at(self, point: QPoint) -> int:
        return next((place for place in range(len(self._offers)) if self._row(place).contains(point)), -1)

    def _fonts(self, offer: Offer, *, first: bool) -> tuple[QFont, QFont]:
        weight = QFont.Weight.DemiBold if first and not offer.new else QFont.Weight.Normal
        return self._theme.font(14, weight), self._theme.font(12)

    def _paint_row(self, painter: QPainter, place: int, offer: Offer) -> None:
        rect = QRectF(self._row(place))
        chosen = place == self.marked
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected"))
            painter.drawRoundedRect(rect, self._px(6), self._px(6))
        large, small = self._fonts(offer, first=chosen)
        inside = rect.adjusted(self._px(11), 0, -self._px(11), 0)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        count = f"{offer.uses}×" if offer.uses else ""
        painter.setFont(small)
        painter.setPen(self._theme.colour("text-muted"))
        painter.drawText(inside, middle | int(Qt.AlignmentFlag.AlignRight), count)
        inside.setRight(inside.right() - QFontMetricsF(small).horizontalAdvance(count) - self._px(10))
        painter.setFont(large)
        painter.setPen(self._theme.colour("text-muted" if offer.new else "text"))
        metrics = QFontMetricsF(large)
        label = metrics.elidedText(offer.label, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, middle, label)
        inside.setLeft(inside.left() + metrics.horizontalAdvance(label) + self._px(9))
        if offer.detail and inside.width() > self._px(40):
            painter.setFont(small)
            painter.setPen(self._theme.colour("text-muted"))
            detail = QFontMetricsF(small).elidedText(offer.detail, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside, middle, detail)

    @override
    def sizeHint(self) -> QSize:
        widest = 0.0
        for offer in self._offers:
            large, small = self._fonts(offer, first=True)
            parts = QFontMetricsF(small).horizontalAdvance(f"{offer.detail}  {offer.uses}×")
            widest = max(widest, QFontMetricsF(large).horizontalAdvance(offer.label) + parts + self._px(50))
        around = 2 * self._px(INSET + SHADOW)
        width = min(self._px(WIDEST), max(self._px(NARROWEST), round(widest))) + around
        return QSize(min(width, self._under.width()), len(self._offers) * self._px(ROW) + around)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        depth, radius = self._px(SHADOW), self._px(9)
        plane = QRectF(self.rect()).adjusted(depth, depth, -depth, -depth)
        shadow = QColor(self._theme.colour("shadow"))
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(depth, 0, -2):
            shadow.setAlphaF(0.008 * (depth - step + 2) / 2)
            painter.setBrush(shadow)
            ring = plane.adjusted(-step, -step + 2, step, step + 2)
            painter.drawRoundedRect(ring, radius + step, radius + step)
        painter.setPen(self._theme.colour("line"))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(plane.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        for place, offer in enumerate(self._offers):
            self._paint_row(painter, place, offer)
        painter.end()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._row_at(event.position().toPoint())
        if place >= 0 and place != self._marked:
            self._mark(place)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._row_at(event.position().toPoint())
        if place >= 0:
            self.picked.emit(place)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self.resize(self.sizeHint())

"""Rounded planes, painted from their corners: softened edges cost nothing where an edge is straight.

Qt softens every pixel of a rounded rectangle. For a card as wide as the window that takes longer than all its text.
"""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap


def paint_rounded(painter: QPainter, rect: QRect, radius: float, fill: QColor, edge: QColor | None = None) -> None:
    """Paint a plane with round corners, with a line of one pixel along its edge when that has a colour."""
    corner = ceil(radius) + 1
    if rect.width() < 2 * corner or rect.height() < 2 * corner:
        corner = min(rect.width(), rect.height()) // 2
    ratio = painter.device().devicePixelRatioF() * painter.worldTransform().m11()
    corners = _corners(corner, radius, fill.rgba(), edge.rgba() if edge else None, round(ratio, 3))
    left, top, right, bottom = rect.left(), rect.top(), rect.right() + 1, rect.bottom() + 1
    painter.fillRect(left + corner, top, rect.width() - 2 * corner, rect.height(), fill)
    painter.fillRect(left, top + corner, corner, rect.height() - 2 * corner, fill)
    painter.fillRect(right - corner, top + corner, corner, rect.height() - 2 * corner, fill)
    if edge is not None:
        painter.fillRect(left + corner, top, rect.width() - 2 * corner, 1, edge)
        painter.fillRect(left + corner, bottom - 1, rect.width() - 2 * corner, 1, edge)
        painter.fillRect(left, top + corner, 1, rect.height() - 2 * corner, edge)
        painter.fillRect(right - 1, top + corner, 1, rect.height() - 2 * corner, edge)
    for pixmap, at in zip(
        corners,
        ((left, top), (right - corner, top), (left, bottom - corner), (right - corner, bottom - corner)),
        strict=True,
    ):
        painter.drawPixmap(QPoint(*at), pixmap)


@lru_cache(maxsize=64)
def _corners(size: int, radius: float, fill: int, edge: int | None, ratio: float) -> tuple[QPixmap, ...]:
    """Return the four corners, from left to right and from above to below."""
    made = []
    for row in (0, 1):
        for column in (0, 1):
            pixmap = QPixmap(ceil(size * ratio), ceil(size * ratio))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor.fromRgba(fill))
            painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(QColor.fromRgba(edge), 1.0))
            inset = 0.0 if edge is None else 0.5
            whole = QRectF(-column * 2 * size, -row * 2 * size, 3 * size, 3 * size)
            painter.drawRoundedRect(whole.adjusted(inset, inset, -inset, -inset), radius, radius)
            painter.end()
            made.append(pixmap)
    return tuple(made)

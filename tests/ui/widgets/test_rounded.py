import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from bouwstenen_app.ui.widgets.rounded import paint_rounded

FILL, EDGE, BEHIND = QColor("#18494f"), QColor("#c9cfce"), QColor("#0f2d33")


def picture(paint: str, rect: QRect, radius: float, *, edge: bool) -> QImage:
    image = QImage(220, 120, QImage.Format.Format_RGB32)
    image.fill(BEHIND)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if paint == "quick":
        paint_rounded(painter, rect, radius, FILL, EDGE if edge else None)
    else:
        painter.setBrush(FILL)
        painter.setPen(QPen(EDGE, 1.0) if edge else QPen(QColor(0, 0, 0, 0)))
        inset = 0.5 if edge else 0.0
        if not edge:
            painter.setPen(QPen().style().NoPen)
        painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.end()
    return image


@pytest.mark.parametrize("edge", [False, True])
@pytest.mark.parametrize("radius", [4.0, 8.0, 12.5])
@pytest.mark.parametrize("rect", [QRect(10, 10, 200, 90), QRect(3, 5, 60, 40)])
def test_it_looks_as_qt_would_paint_it(qapp: QApplication, rect: QRect, radius: float, edge: bool) -> None:
    quick, usual = (picture(paint, rect, radius, edge=edge) for paint in ("quick", "usual"))
    for x in range(quick.width()):
        for y in range(quick.height()):
            one, other = quick.pixelColor(x, y), usual.pixelColor(x, y)
            parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
            assert max(abs(a - b) for a, b in parts) <= 6, (x, y, one.name(), other.name())

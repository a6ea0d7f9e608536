"""What does not fit on a page: words of which a part is not painted, and what falls out of what it stands in."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QWidget

from bouwstenen_app.ui.widgets.words import ElidedLabel

SLACK = 1
"""Pixels that rounding may cost."""


def cut_off(inside: QWidget) -> list[str]:
    """Return the words in sight that are not painted whole, each with what is wrong.

    What can be scrolled to is not cut off; a label that ends in … by design is not either.
    """
    QApplication.processEvents()
    return [*_cut_off(inside)]


def _cut_off(inside: QWidget) -> Iterator[str]:
    for widget in inside.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisible() or not widget.text():
            continue
        if isinstance(widget, ElidedLabel):
            continue
        if _small(widget):
            yield f"{widget.text()}: {widget.width()} by {widget.height()} pixels"
        elif _outside(widget, inside):
            yield f"{widget.text()}: outside"


def _small(widget: QLabel | QAbstractButton) -> bool:
    """Say whether its words need more room; a button may end them in …."""
    wraps = widget.hasHeightForWidth()
    need = widget.heightForWidth(widget.width()) if wraps else widget.sizeHint().height()
    narrow = isinstance(widget, QLabel) and not wraps and widget.width() < widget.sizeHint().width() - SLACK
    return widget.height() < need - SLACK or narrow


def _outside(widget: QWidget, root: QWidget) -> bool:
    """Say whether it reaches over an edge of what it stands in, up to what scrolls."""
    around = widget.parentWidget()
    while around is not None:
        above = around.parentWidget()
        place = QRect(widget.mapTo(around, QPoint()), widget.size())
        room = around.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if isinstance(above, QAbstractScrollArea) and above.viewport() is around:
            sideways = above.horizontalScrollBar().maximum() > 0
            return not sideways and (place.left() < room.left() or place.right() > room.right())
        if not room.contains(place):
            return True
        if around is root:
            return False
        around = above
    return False

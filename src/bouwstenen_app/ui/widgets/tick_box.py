"""A box to tick of which the words wrap where there is little room."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget
from typing_extensions import override

from bouwstenen_app.ui.widgets.wrapped_text import draw_text, text_height

LEAST = 8
"""Letters of a line, at least."""


class TickBox(QCheckBox):
    """A click on any of its words ticks it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        whole, line = super().sizeHint().height(), self.fontMetrics().height()
        return max(whole, whole - line + text_height(self.text(), self.font(), width - self._aside()))

    @override
    def minimumSizeHint(self) -> QSize:
        width = self._aside() + self.fontMetrics().averageCharWidth() * LEAST
        return QSize(min(width, super().sizeHint().width()), super().sizeHint().height())

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        whole, option = super().sizeHint(), QStyleOptionButton()
        if self.width() >= whole.width():
            super().paintEvent(event)
            return
        self.initStyleOption(option)
        painter = QStylePainter(self)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        aside = self._aside()
        words = QRect(aside, 0, self.width() - aside, self.height())
        painter.setPen(self.palette().color(self.foregroundRole()))
        draw_text(painter, words, self.text(), self.font(), middle=True)

    def _aside(self) -> int:
        """Return how much the box itself takes, with what is around it."""
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())

"""Fields with one value: a choice from a list and a count. Set from outside they tell nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

from bouwstenen_app.ui.tips import tip


class Choice(QComboBox):
    """One of a list of values, shown by name. The wheel scrolls the page, it never changes the value."""

    picked = Signal(object)
    """The value that a person chose."""

    def __init__(self, choices: Sequence[tuple[object, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.activated.connect(self._on_activated)
        self.set_choices(choices)

    @property
    def value(self) -> object:
        """The value that is shown, None when it shows nothing."""
        return self._values[self.currentIndex()] if 0 <= self.currentIndex() < len(self._values) else None

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Take another list of values with their names."""
        values = [value for value, _ in choices]
        if values == self._values and [self.itemText(i) for i in range(self.count())] == [n for _, n in choices]:
            return
        with QSignalBlocker(self):
            self.clear()
            self._values = values
            self.addItems([name for _, name in choices])

    def set_value(self, value: object) -> None:
        """Show a value; one that is not in the list shows as nothing."""
        place = self._values.index(value) if value in self._values else -1
        if place != self.currentIndex():
            with QSignalBlocker(self):
                self.setCurrentIndex(place)
        self.setToolTip(tip(self.currentText()))

    def _on_activated(self, place: int) -> None:
        self.setToolTip(tip(self.currentText()))
        self.picked.emit(self._values[place])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        area = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        text = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, area.width() - 2)
        option.currentText = text
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Count(QSpinBox):
    """A number, told when it is final; with ``nothing`` the lowest value means that there is none."""

    counted = Signal(object)
    """The number, or None for none."""

    def __init__(self, most: int, *, nothing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nothing = nothing
        self._told: int | None = None
        self.setRange(0, most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        if nothing:
            self.setSpecialValueText(nothing)
        self.valueChanged.connect(self._on_value_changed)

    def set_value(self, value: int | None) -> None:
        """Show a number, or none."""
        self._told = value
        with QSignalBlocker(self):
            self.setValue(value or 0)

    def _on_value_changed(self, value: int) -> None:
        number = None if self._nothing and value == 0 else value
        if number != self._told:
            self._told = number
            self.counted.emit(number)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

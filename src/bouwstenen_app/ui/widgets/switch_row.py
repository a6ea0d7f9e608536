"""A row above a page: what it shows on the left, and a switch on the right, or under it where there is no room."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.widgets.segmented import SegmentedControl


class SwitchRow(QWidget):
    """Widgets go in ``row``; the switch is set once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(10)
        self._what = QWidget()
        self.row = QHBoxLayout(self._what)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(10)
        self._box.addWidget(self._what, 1)
        self._switch: SegmentedControl | None = None

    def set_switch(self, switch: SegmentedControl) -> None:
        """Show a switch."""
        self._switch = switch
        self._box.addWidget(switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self._fit()

    def _fit(self) -> None:
        if self._switch is None:
            return
        needed = self._what.sizeHint().width() + self._box.spacing() + self._switch.sizeHint().width()
        beside = needed <= self.contentsRect().width()
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.BottomToTop)
        self._box.setAlignment(
            self._switch, Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignLeft
        )

    # -- what Qt calls

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

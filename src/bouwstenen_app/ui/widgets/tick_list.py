"""A list to tick: everything, or some of it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QListWidgetItem, QStyle, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.wrapped_text import together

ID_ROLE: Final = int(Qt.ItemDataRole.UserRole)
ROWS: Final = 6
"""Rows in sight; the others scroll."""
ROW_GAP: Final = 3
INDENT: Final = 20
"""Pixels at 100 % that the list stands further in than the box for everything."""


class TickList(QWidget):
    """A box for everything, and under it the list. Nothing ticked is everything."""

    chosen = Signal(tuple)
    """The ids that a person ticked; empty for everything."""

    def __init__(self, theme: Theme, everything: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.everything = QCheckBox(everything)
        self.items = QListWidget()
        self.items.setAccessibleName(name)
        self.items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.items.setWordWrap(True)
        self.items.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.items.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.items.setSpacing(ROW_GAP)
        self.items.viewport().installEventFilter(self)
        self.setFocusProxy(self.everything)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.everything)
        self._indented = QHBoxLayout()
        self._indented.addWidget(self.items)
        column.addLayout(self._indented)
        self.everything.setChecked(True)
        self.everything.toggled.connect(self._on_everything)
        self.items.itemChanged.connect(self._on_item)
        theme.changed.connect(self._fit)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these ids with their names; what was ticked stays so."""
        choices = [(identity, together(name)) for identity, name in choices]
        if choices == [(str(item.data(ID_ROLE)), item.text()) for item in self._rows()]:
            return
        ticked = () if self.everything.isChecked() else self.ticked()
        with QSignalBlocker(self.items):
            self.items.clear()
            for identity, name in choices:
                item = QListWidgetItem(name, self.items)
                item.setData(ID_ROLE, identity)
                item.setToolTip(tip(name))
                item.setFlags(
                    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
                )
        self.tick(ticked)
        self._fit()

    def ticked(self) -> tuple[str, ...]:
        """Return the ids that are ticked."""
        return tuple(str(item.data(ID_ROLE)) for item in self._rows() if item.checkState() == Qt.CheckState.Checked)

    def tick(self, ids: Sequence[str]) -> None:
        """Tick these, without a signal; everything when there are none."""
        with QSignalBlocker(self.items), QSignalBlocker(self.everything):
            self.everything.setChecked(not ids)
            for item in self._rows():
                item.setCheckState(_state(not ids or str(item.data(ID_ROLE)) in ids))

    def _rows(self) -> list[QListWidgetItem]:
        return [self.items.item(row) for row in range(self.items.count())]

    def _fit(self) -> None:
        self._indented.setContentsMargins(self._theme.px(INDENT), 0, 0, 0)
        self.items.ensurePolished()
        rows = self._rows()
        bar = Qt.ScrollBarPolicy
        self.items.setVerticalScrollBarPolicy(bar.ScrollBarAlwaysOn if rows[ROWS:] else bar.ScrollBarAlwaysOff)
        room = self._room()
        with QSignalBlocker(self.items):
            for item in rows:
                item.setSizeHint(QSize(0, self._height(item.text(), room)))
        self.items.setFixedHeight(sum(item.sizeHint().height() + 2 * ROW_GAP for item in rows[:ROWS]) + 2)
        self.items.setVisible(bool(rows))

    def _room(self) -> int:
        """Return how wide a name can be. The view itself reckons without the box before it, and cuts names off."""
        style, edge = self.items.style(), QStyle.PixelMetric.PM_FocusFrameHMargin
        box = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self.items)
        edges = 4 * (style.pixelMetric(edge, None, self.items) + 1) + 2 * ROW_GAP
        return max(1, self.items.viewport().width() - box - edges)

    def _height(self, name: str, room: int) -> int:
        box = self.items.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorHeight, None, self.items)
        lines = self.items.fontMetrics().boundingRect(QRect(0, 0, room, 0), Qt.TextFlag.TextWordWrap, name)
        return max(lines.height() + 2, box)

    def _on_everything(self, on: bool) -> None:
        if not on and len(self.ticked()) == self.items.count():
            with QSignalBlocker(self.items):
                for item in self._rows()[1:]:
                    item.setCheckState(_state(False))
        self._tell()

    def _on_item(self, _item: QListWidgetItem) -> None:
        with QSignalBlocker(self.everything):
            self.everything.setChecked(len(self.ticked()) in (0, self.items.count()))
        self._tell()

    def _tell(self) -> None:
        chosen = () if self.everything.isChecked() else self.ticked()
        self.tick(chosen)
        self.chosen.emit(chosen)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A long name takes a second line when the list is narrow.
        if isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width():
            self._fit()
        return super().eventFilter(watched, event)


def _state(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked

"""Above the blocks of *Ordenen*: as a list, a board or a table, by which columns, in which order."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.segmented import SegmentedControl
from bouwstenen_app.ui.widgets.words import words

LIST, BOARD, TABLE = "lijst", "bord", "tabel"
VIEWS: Final = (LIST, BOARD, TABLE)
WIDE: Final = 76
"""Letters of room from where the choices have their names before them."""
CHOICE: Final = 11
"""Letters of a choice that are seen."""


class ArrangeBar(QWidget):
    """Tells what a person chose; set from outside it tells nothing."""

    view_chosen = Signal(str)
    columns_chosen = Signal(str)
    order_chosen = Signal(object)
    table_asked = Signal()
    """The columns of the table are to be chosen, under ``table_columns``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = [(LIST, self.tr("Lijst")), (BOARD, self.tr("Bord")), (TABLE, self.tr("Tabel"))]
        self.switch = SegmentedControl(names, self.tr("Hoe je de bouwstenen ziet"))
        self.columns = Choice()
        self.order = Choice()
        self.table_columns = QPushButton(self.tr("Kolommen kiezen…"))
        self._columns = _labelled(self.tr("Kolommen"), self.columns)
        ordered = _labelled(self.tr("Volgorde"), self.order)
        row = FlowLayout(self, gap=8)
        for widget in (self.switch, self._columns, ordered, self.table_columns):
            row.addWidget(widget)
        self._labels = [*self._columns.findChildren(QLabel), *ordered.findChildren(QLabel)]
        self.switch.chosen.connect(self._on_view)
        self.columns.picked.connect(lambda value: self.columns_chosen.emit(str(value)))
        self.order.picked.connect(self.order_chosen)
        self.table_columns.clicked.connect(self.table_asked)
        self.show_view(LIST)

    def show_view(self, view: str) -> None:
        """Show that this view is on."""
        self.switch.choose(view)
        self._columns.setVisible(view == BOARD)
        self.table_columns.setVisible(view == TABLE)

    def show_columns(self, choices: Sequence[tuple[object, str]], chosen: str) -> None:
        """Offer these kinds of columns: key and name."""
        self.columns.set_choices(choices)
        self.columns.set_value(chosen)

    def show_orders(self, choices: Sequence[tuple[object, str]], chosen: object) -> None:
        """Offer these orders."""
        self.order.set_choices(choices)
        self.order.set_value(chosen)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Where there is little room the choices speak for themselves: what they are is in their tooltip.
        room = self.fontMetrics().averageCharWidth() * WIDE
        for label in self._labels:
            label.setVisible(event.size().width() > room)
        super().resizeEvent(event)

    def _on_view(self, view: str) -> None:
        self.show_view(view)
        self.view_chosen.emit(view)


def _labelled(name: str, choice: Choice) -> QWidget:
    choice.setAccessibleName(name)
    choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    choice.setMinimumContentsLength(CHOICE)
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    label = words(name, "muted")
    label.setBuddy(choice)
    row.addWidget(label)
    row.addWidget(choice)
    return box

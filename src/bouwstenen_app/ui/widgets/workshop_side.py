"""The left side of *Sessies*: a field to search in, what the sessions stand under, and the list."""

import datetime
from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.segmented import SegmentedControl
from bouwstenen_app.ui.widgets.workshop_list import WorkshopList


class WorkshopSide(QFrame):
    """Tells what is searched and how it is grouped; its list tells which session is chosen."""

    searched = Signal(str)
    grouped = Signal(str)
    """Key of a heading."""

    def __init__(
        self,
        theme: Theme,
        today: datetime.date,
        model: QAbstractItemModel,
        groups: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """``groups`` are the headings that can be chosen, as (key, words); the first one is on."""
        super().__init__(parent)
        self.setProperty("kind", "side-left")
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.setPlaceholderText(self.tr("Zoek een sessie…"))
        self.search.setAccessibleName(self.tr("Zoek een sessie"))
        self.search.setClearButtonEnabled(True)
        self.group = SegmentedControl(groups, self.tr("Sessies onder kopjes"))
        self.group.choose(groups[0][0])
        self.list = WorkshopList(theme, today)
        self.list.setModel(model)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 0)
        column.setSpacing(10)
        column.addWidget(self.search)
        column.addWidget(self.group)
        column.addWidget(self.list, 1)
        self.search.textChanged.connect(self.searched)
        self.group.chosen.connect(self.grouped)

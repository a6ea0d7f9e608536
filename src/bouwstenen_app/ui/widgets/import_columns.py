"""The columns of a table from a file: what each holds, as a choice above its first rows."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableWidget, QTableWidgetItem, QWidget
from typing_extensions import override

from bouwstenen_app.domain.given_blocks import NOTHING, ONCE, GivenTable
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.choice import Choice

SHOWN: Final = 4
"""Rows of the file that are shown."""
WIDTH, ROW, CHOICE = 196, 30, 42
"""Pixels at 100 %: a column, a row, and the row of choices."""
LONGEST: Final = 200
"""Characters of a cell that are shown."""


class ImportColumns(QTableWidget):
    """Shows the fields above the first rows; what can be only one column moves when it is chosen again."""

    changed = Signal()
    """A person chose another field."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choices: list[Choice] = []
        self.setAccessibleName(self.tr("Kolommen van het bestand"))
        self.setProperty("kind", "preview")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._fit)

    @property
    def fields(self) -> tuple[str, ...]:
        """What each column holds now."""
        return tuple(str(choice.value or NOTHING) for choice in self._choices)

    @property
    def choices(self) -> Sequence[Choice]:
        """The choice above each column."""
        return self._choices

    def show_table(self, table: GivenTable, columns: Sequence[str], names: Sequence[tuple[str, str]]) -> None:
        """Show a table with the fields that were guessed; ``names`` are the fields with what they are called."""
        rows = table.rows[:SHOWN]
        self.clear()
        self.setRowCount(1 + len(rows))
        self.setColumnCount(len(columns))
        heads = [*table.head, *("" for _ in columns)]
        unnamed = self.tr("Kolom {number}")
        titles = [
            " ".join(head.split()) or unnamed.format(number=place)
            for place, head in enumerate(heads[: len(columns)], start=1)
        ]
        self.setHorizontalHeaderLabels(titles)
        self._choices = [self._choice(place, title, names) for place, title in enumerate(titles)]
        for place, (choice, field) in enumerate(zip(self._choices, columns, strict=True)):
            choice.set_value(field)
            for at, (_, cells) in enumerate(rows, start=1):
                text = " ".join(cells[place].split())[:LONGEST] if place < len(cells) else ""
                item = QTableWidgetItem(text)
                item.setToolTip(tip(text))
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.setItem(at, place, item)
        self._fit()

    def _choice(self, place: int, title: str, names: Sequence[tuple[str, str]]) -> Choice:
        choice = Choice(names)
        choice.setAccessibleName(self.tr("Wat er in kolom {title} staat").format(title=title))
        choice.picked.connect(lambda field, place=place: self._on_picked(place, str(field)))
        choice.installEventFilter(self)
        self.setCellWidget(0, place, choice)
        return choice

    def _on_picked(self, place: int, field: str) -> None:
        for other, choice in enumerate(self._choices):
            if other != place and field in ONCE and choice.value == field:
                choice.set_value(NOTHING)
        self.changed.emit()

    def _fit(self) -> None:
        px = self._theme.px
        self.horizontalHeader().setDefaultSectionSize(px(WIDTH))
        for row in range(self.rowCount()):
            self.setRowHeight(row, px(CHOICE if row == 0 else ROW))
        self.updateGeometry()
        self.setFixedHeight(self.sizeHint().height())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched in self._choices:
            self.scrollTo(self.model().index(0, self._choices.index(watched)))
        return super().eventFilter(watched, event)

    @override
    def sizeHint(self) -> QSize:
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(self._theme.px(400), self.horizontalHeader().sizeHint().height() + rows + bar + 4)

"""The log of the workspace, in *Instellingen*: what was done and when, the newest first."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.words import words

ROWS: Final = 8
"""Rows that are seen at once."""
WHEN, WHERE = 0, 2
"""The columns around what was done."""
NARROW: Final = 56
"""Letters: in a narrower table those wrap too, so that no word of what was done is cut."""


class LogCard(Card):
    """Shows lines that nobody can change."""

    export_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        title = self.tr("Logboek")
        self.setAccessibleName(title)
        self.column.addWidget(words(title, "strong"))
        about = self.tr(
            "Wat er met deze werkmap is gedaan en wanneer: alleen handelingen, tijden en aantallen. Wat iemand zei "
            "staat er niet in, en namen van bestanden ook niet. Niemand kan een regel veranderen of weghalen."
        )
        self.column.addWidget(words(about, "muted", wrap=True))
        self.table = _Table([self.tr("Wanneer"), self.tr("Wat"), self.tr("Waar")])
        self.table.setProperty("kind", "preview")
        self.table.setAccessibleName(title)
        self.column.addWidget(self.table)
        self.export = KeyButton(theme, self.tr("Logboek exporteren…"), icon="export")
        self.export.clicked.connect(self.export_asked)
        row = QHBoxLayout()
        row.addWidget(self.export)
        row.addStretch(1)
        self.column.addLayout(row)
        theme.changed.connect(self.table.fit)

    def show_lines(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """Show when, what and where, the newest first."""
        self.table.show_lines(lines)
        self.export.setEnabled(bool(lines))


class _Table(QTableWidget):
    """Tab goes on; the arrows move."""

    def __init__(self, heads: Sequence[str]) -> None:
        super().__init__(0, len(heads))
        self.setHorizontalHeaderLabels(list(heads))
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.sectionResized.connect(self.resizeRowsToContents)

    def show_lines(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """Show these lines."""
        self.setRowCount(len(lines))
        for row, line in enumerate(lines):
            for column, text in enumerate(line):
                self.setItem(row, column, QTableWidgetItem(text))
        self.fit()

    def fit(self) -> None:
        """Be as high as its lines, up to a most."""
        narrow = self.width() < self.fontMetrics().averageCharWidth() * NARROW
        modes, head = QHeaderView.ResizeMode, self.horizontalHeader()
        for column in (WHEN, WHERE):
            head.setSectionResizeMode(column, modes.Interactive if narrow else modes.ResizeToContents)
            if narrow:
                head.resizeSection(column, self.viewport().width() // self.columnCount())
        self.resizeRowsToContents()
        high = sum(self.rowHeight(row) for row in range(min(ROWS, self.rowCount())))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + high + 2 * self.frameWidth() + 2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

"""The matrix of any two dimensions: what is set against what, the table, and its white spots by name."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractItemModel, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bouwstenen_app.domain.codebook import Code
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.figure_card import FigureCard
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.matrix_table import MatrixTable
from bouwstenen_app.ui.widgets.segmented import SegmentedControl
from bouwstenen_app.ui.widgets.words import words

MOST: Final = 620
FEW_SPOTS: Final = 12
"""White spots that are shown before all are asked for; ``MANY`` is the most that are ever named."""
MANY: Final = 200


class MatrixPage(QWidget):
    """Its parts are public; the place fills them."""

    changed = Signal()
    """Another dimension or another measure was chosen."""
    all_folded = Signal(bool)
    """Every group is to stand open, or none."""
    spot_asked = Signal(str, str)
    """Ids of the row and the column of a white spot."""

    def __init__(
        self,
        theme: Theme,
        model: QAbstractItemModel,
        measures: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._gaps: Sequence[tuple[Code, Code]] = ()
        self._all = self._sparse = False
        self.card = FigureCard(theme, self.tr("Matrix"))
        self.table = MatrixTable(theme, model, self.tr("Matrix"), most=MOST)
        self.rows, self.columns = Choice(), Choice()
        self.rows.setAccessibleName(self.tr("Rijen"))
        self.columns.setAccessibleName(self.tr("Kolommen"))
        self.measure = SegmentedControl(measures, self.tr("Wat er in de cellen staat"))
        self.measure.choose(measures[0][0])
        self.swap = QPushButton(self.tr("Omwisselen"))
        self.open_all = QPushButton(self.tr("Alles open"))
        self.close_all = QPushButton(self.tr("Alles dicht"))
        self._told = words("", "strong", wrap=True)
        self._spots = FlowLayout()
        self._more = QPushButton()
        self._more.setProperty("kind", "quiet")
        self._lay_out()
        self.rows.picked.connect(self.changed)
        self.columns.picked.connect(self.changed)
        self.measure.chosen.connect(self.changed)
        self.swap.clicked.connect(self._on_swap)
        self.open_all.clicked.connect(lambda: self.all_folded.emit(True))
        self.close_all.clicked.connect(lambda: self.all_folded.emit(False))
        self._more.clicked.connect(self._on_more)

    def show_gaps(self, gaps: Sequence[tuple[Code, Code]], *, sparse: bool) -> None:
        """Name the white spots: each is a button that goes to its cell. When it is sparse they say little yet."""
        self._sparse = sparse
        if gaps != self._gaps:
            self._gaps = gaps
            self._all = False
        self._show_spots()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(words(self.tr("Rijen"), "label"))
        line.addWidget(self.rows, 1)
        line.addWidget(words(self.tr("Kolommen"), "label"))
        line.addWidget(self.columns, 1)
        acts = FlowLayout(gap=8)
        for widget in (self.measure, self.swap, self.open_all, self.close_all):
            acts.addWidget(widget)
        self.card.finish(line, acts, self.table, self._told, self._spots)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)

    def _show_spots(self) -> None:
        self._more.setParent(None)
        self._spots.clear()
        count = len(self._gaps)
        self._told.setText(self._summary(count))
        for row, column in self._gaps[: MANY if self._all else FEW_SPOTS]:
            button = QPushButton(f"{row.name} × {column.name}", self.card)
            button.setProperty("kind", "round")
            button.setToolTip(self.tr("Naar deze cel"))
            button.clicked.connect(lambda *_, spot=(row.id, column.id): self.spot_asked.emit(*spot))
            self._spots.addWidget(button)
            button.show()
        self._more.setParent(self.card)
        self._spots.addWidget(self._more)
        self._more.setVisible(count > FEW_SPOTS)
        more = (
            self.tr("Alle {n} tonen").format(n=count)
            if count <= MANY
            else self.tr("De eerste {n} tonen").format(n=MANY)
        )
        self._more.setText(self.tr("Minder tonen") if self._all else more)

    def _summary(self, count: int) -> str:
        cells = self.table.model()
        if not cells.rowCount() or not cells.columnCount():
            return self.tr("Hier zijn geen codes voor. Kies iets anders voor de rijen of de kolommen.")
        if self._sparse:
            told = self.tr("Witte vlekken: {n}. Dat zijn er te veel om iets te zeggen: tag eerst meer.")
            return told.format(n=count)
        if count:
            return self.tr("Witte vlekken: {n}").format(n=count)
        return self.tr("Geen witte vlekken: alles is genoemd.")

    def _on_swap(self) -> None:
        rows, columns = self.rows.value, self.columns.value
        self.rows.set_value(columns)
        self.columns.set_value(rows)
        self.changed.emit()

    def _on_more(self) -> None:
        self._all = not self._all
        self._show_spots()

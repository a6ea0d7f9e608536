"""Pages of *Inzicht* with one or more figures under each other: a drawing, a table, or both."""

from PySide6.QtCore import QAbstractItemModel, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bouwstenen_app.domain.figures import FigureTable, with_tabs
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.drawn import Drawing, DrawingView
from bouwstenen_app.ui.widgets.figure_card import TEXT, FigureCard
from bouwstenen_app.ui.widgets.figure_view import FigureView
from bouwstenen_app.ui.widgets.matrix_table import MatrixTable
from bouwstenen_app.ui.widgets.words import words


class TableFigure(FigureCard):
    """A drawing, when there is one, above a table; or one sentence when there is nothing to count."""

    row_asked = Signal(int)

    def __init__(self, theme: Theme, title: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, parent)
        self.picture = DrawingView(theme)
        self.view = FigureView(theme)
        self._nothing = words(nothing, "muted", wrap=True)
        self.picture.hide()
        self.finish(self.picture, self._nothing, self.view)
        self.view.row_asked.connect(self.row_asked)
        self.view.copy_asked.connect(lambda: self.take_asked.emit(TEXT))

    def show_figure(self, table: FigureTable, drawing: Drawing | None = None) -> None:
        """Show a table, with a drawing above it."""
        some = bool(table.rows)
        self.tell(table.title, table.note if some else "")
        self.view.setVisible(some)
        self._nothing.setVisible(not some)
        self.button.setVisible(some)
        self.picture.setVisible(some and drawing is not None)
        if drawing is not None:
            self.picture.show_drawing(drawing, table.title, with_tabs(table))
        self.view.show_table(table)


class CrossFigure(FigureCard):
    """A matrix of two fixed dimensions."""

    def __init__(self, theme: Theme, title: str, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, parent)
        self.table = MatrixTable(theme, model, title)
        self.table.copy_asked.connect(lambda: self.take_asked.emit(TEXT))
        self.finish(self.table)


class FigurePage(QWidget):
    """Cards under each other."""

    def __init__(self, *cards: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = cards
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)

"""Taking a figure along: to the clipboard with its table, as a PNG or an SVG, or its table as text.

What points to a person does not go along: a bundle is called by its title there.
"""

from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from bouwstenen_app.domain import audit
from bouwstenen_app.domain.figures import FigureTable, with_tabs
from bouwstenen_app.services import pointing
from bouwstenen_app.ui import copying
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.paper import Paper
from bouwstenen_app.ui.places.word_acts import file_name
from bouwstenen_app.ui.remembered import FOLDER
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets import drawn
from bouwstenen_app.ui.widgets.drawn import Drawing
from bouwstenen_app.ui.widgets.figure_card import COPY, SVG, TEXT

PICTURE: Final = "figuur"
"""How the log calls it."""


class Figure(NamedTuple):
    """A figure as it stands there: how it is drawn, and its numbers."""

    drawing: Drawing
    table: FigureTable


class FigureActs(QObject):
    """Always dark on white and at 100 %, whatever the window wears."""

    told = Signal(str, bool)
    problem_told = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._theme = theme
        self._window = window

    def take(self, how: str, figure: Figure) -> None:
        """Copy or save a figure; ``how`` is one of the ways of ``FigureCard``."""
        if said := pointing.refusal(figure.table.texts):
            self.problem_told.emit(said)
        elif how == TEXT:
            copying.copy(with_tabs(figure.table))
            self.told.emit(self.tr("De tabel is gekopieerd. Plak die in een rekenblad of een bericht."), False)
        elif how == COPY:
            copying.copy(drawn.as_clipboard(figure.drawing, Paper(self._theme.paper()), figure.table))
            self.told.emit(
                self.tr("De figuur is gekopieerd, met de tabel erbij. Plak die in een verslag of een dia."), False
            )
        else:
            self._save(".svg" if how == SVG else ".png", figure)

    def _save(self, suffix: str, figure: Figure) -> None:
        folder = self._desk.recall(FOLDER)
        start = Path(folder) if folder and Path(folder).is_dir() else self._desk.path.parent
        suggested = str(start / f"{file_name(figure.table.title)}{suffix}")
        kind = self.tr("Tekening (*.svg)") if suffix == ".svg" else self.tr("Plaatje (*.png)")
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Figuur bewaren"), suggested, kind)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.casefold() != suffix:
            path = path.with_name(path.name + suffix)
        try:
            drawn.write(figure.drawing, Paper(self._theme.paper()), figure.table.title, path)
        except OSError:
            self.problem_told.emit(
                self.tr("{name} kon niet worden geschreven. Kies een andere map of een andere naam.").format(
                    name=path.name
                )
            )
            return
        self._desk.note(audit.EXPORTED, PICTURE)
        self._desk.remember(FOLDER, str(path.parent))
        self.told.emit(self.tr("De figuur staat in {name}.").format(name=path.name), False)

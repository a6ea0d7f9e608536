"""The figures of *Inzicht* behind its overview: each is counted when it comes into sight."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from bouwstenen_app.domain.codebook import DOMAIN, THEME, Code
from bouwstenen_app.domain.figures import FigureTable
from bouwstenen_app.services import carrying, crossing, heard, insight, saturation, synergy_table
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.crossing import BLOCKS, SESSIONS, VOTES, Cross
from bouwstenen_app.services.facet_index import FacetIndex
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.models.cross import CrossModel
from bouwstenen_app.ui.places.figure_acts import Figure, FigureActs
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.drawn_bars import DrawnBars
from bouwstenen_app.ui.widgets.drawn_table import DrawnTable
from bouwstenen_app.ui.widgets.figure_card import TEXT, FigureCard
from bouwstenen_app.ui.widgets.figure_pages import CrossFigure, FigurePage, TableFigure
from bouwstenen_app.ui.widgets.matrix_page import MatrixPage
from bouwstenen_app.ui.widgets.synergy_picture import DrawnSynergy

MATRIX, SYNERGY, SUPPORT, MOMENTS, HEARD, THEMES = (
    "matrix",
    "synergie",
    "draagvlak",
    "kantelmomenten",
    "wie",
    "nieuw",
)
NAMED_STEPS: Final = 12
"""With more sessions than this the drawing does not name them; its table does."""
LIFE_STAGE: Final = "levensfase"
TURNING_POINTS: Final = "kantelmomenten"
"""The slug of the theme of which the group gives the rows."""


class InsightFigures(QObject):
    """Makes the pages, fills the one that is asked for, and turns a click into the blocks behind it."""

    selection_asked = Signal(object)
    bundle_asked = Signal(str)
    """Id of a bundle to look at."""
    recount_asked = Signal()
    """Something else is to be counted on the page in sight."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._selection = Selection()
        self._unfolded: set[str] = set()
        self._cross: Cross | None = None
        self._index: FacetIndex | None = None
        self._figures: dict[FigureCard, Figure] = {}
        self.acts = FigureActs(desk, theme, parent)
        self.model = CrossModel(self)
        measures = (
            (BLOCKS, self.tr("Bouwstenen")),
            (VOTES, self.tr("Stemmen")),
            (SESSIONS, self.tr("Sessies")),
        )
        self.matrix = MatrixPage(theme, self.model, measures)
        self._make_tables()
        self._make_moments()
        self._connect_matrix()
        self.pages: Mapping[str, QWidget] = {
            MATRIX: self.matrix,
            SYNERGY: FigurePage(self.synergy),
            SUPPORT: FigurePage(self.support),
            MOMENTS: FigurePage(*self.moments),
            HEARD: FigurePage(self.regions, self.organisations, self.absent),
            THEMES: FigurePage(self.themes),
        }
        self._fill: Mapping[str, Callable[[FacetIndex], None]] = {
            MATRIX: self._fill_matrix,
            SYNERGY: self._fill_synergy,
            SUPPORT: self._fill_support,
            MOMENTS: self._fill_moments,
            HEARD: self._fill_heard,
            THEMES: self._fill_themes,
        }
        for card in (self.matrix.card, *self._cards(), *self.moments):
            card.take_asked.connect(partial(self._take, card))

    def show(self, key: str, index: FacetIndex, selection: Selection) -> None:
        """Count the figures of a page and show them."""
        self._index, self._selection = index, selection
        self._fill[key](index)

    def focus(self, key: str) -> bool:
        """Take the focus to the table of a page; False when nothing stands in it."""
        tables: Mapping[str, QWidget] = {MATRIX: self.matrix.table, MOMENTS: self.moments[0].table}
        views = {SYNERGY: self.synergy, SUPPORT: self.support, HEARD: self.regions, THEMES: self.themes}
        table = tables[key] if key in tables else views[key].view
        table.setFocus()
        return table.isVisible()

    def card(self, key: str) -> FigureCard | None:
        """Return the figure of a page that a key is about: where the focus is, or the first that has something."""
        focused = QApplication.focusWidget()
        shown = [card for card in self.pages[key].findChildren(FigureCard) if card.button.isVisible()]
        inside = [card for card in shown if focused is not None and card.isAncestorOf(focused)]
        return next(iter([*inside, *shown]), None)

    # -- how it is put together

    def _cards(self) -> tuple[TableFigure, ...]:
        return self.synergy, self.support, self.regions, self.organisations, self.absent, self.themes

    def _make_tables(self) -> None:
        theme, tr = self._theme, self.tr
        self.synergy = TableFigure(theme, tr("Synergie"), tr("Het codeboek heeft minder dan twee domeinen."))
        nothing = tr("Er zijn nog geen bundels. Maak er een in Ordenen: kies bouwstenen en druk op B.")
        self.support = TableFigure(theme, tr("Draagvlak"), nothing)
        self.regions = TableFigure(theme, tr("Regio’s"), tr("Er zijn nog geen sessies die hierbij passen."))
        nobody = tr("Nog bij geen enkele sessie staat wie er waren. Vul het in bij Sessies, onder Deelnemers.")
        self.organisations = TableFigure(theme, tr("Organisaties"), nobody)
        everyone = tr("Over wie is gesproken, was er ook.")
        self.absent = TableFigure(theme, tr("Niet in de kamer"), everyone)
        self.themes = TableFigure(theme, tr("Nieuwe thema’s"), tr("Er zijn nog geen sessies met bouwstenen."))

    def _make_moments(self) -> None:
        self._moment_models = (CrossModel(self), CrossModel(self))
        names = (self.tr("Kantelmomenten en levensfase"), self.tr("Kantelmomenten en domein"))
        pairs = zip(names, self._moment_models, strict=True)
        self.moments = tuple(CrossFigure(self._theme, name, model) for name, model in pairs)
        for card, model in zip(self.moments, self._moment_models, strict=True):
            card.table.cell_asked.connect(partial(self._on_cell, model))

    def _connect_matrix(self) -> None:
        page = self.matrix
        page.changed.connect(self.recount_asked)
        page.all_folded.connect(self._on_all_folded)
        page.spot_asked.connect(self._on_spot)
        page.table.fold_asked.connect(self._on_fold)
        page.table.cell_asked.connect(partial(self._on_cell, self.model))
        page.table.copy_asked.connect(lambda: self._take(page.card, TEXT))
        self.regions.row_asked.connect(lambda row: self._ask_sessions(self._heard.regions[row].workshops))
        self.organisations.row_asked.connect(
            lambda row: self._ask_sessions(self._heard.organisations[row].workshops)
        )
        self.absent.row_asked.connect(lambda row: self._ask_code(self._heard.absent[row][0]))
        self.themes.row_asked.connect(lambda row: self._ask_sessions(self._steps[row].workshops))
        self.support.row_asked.connect(lambda row: self.bundle_asked.emit(self._carried[row].bundle.id))
        self.synergy.row_asked.connect(lambda row: self._ask_code(self._synergy.groups[row + 1]))

    # -- counting

    def _fill_matrix(self, index: FacetIndex) -> None:
        page = self.matrix
        offered = [(dimension.slug, dimension.name) for dimension in index.book.dimensions]
        known = {slug for slug, _ in offered}
        for choice, usual in ((page.rows, THEME), (page.columns, DOMAIN)):
            value = choice.value if choice.value in known else usual
            choice.set_choices(offered)
            choice.set_value(value)
        cross = self._cross = self._desk.read(
            crossing.cross,
            self._selection,
            rows=str(page.rows.value),
            columns=str(page.columns.value),
            measure=page.measure.current,
            unfolded=self._unfolded,
            index=index,
        )
        at = self.model.cell(page.table.currentIndex())
        self.model.set_cross(cross)
        if at is not None and not page.table.currentIndex().isValid():
            row, column = ((code.id, index.book.top(code.id).id) for code in at)
            page.table.setCurrentIndex(self.model.nearest(row, column))
        page.show_gaps(cross.gaps, sparse=cross.sparse)
        table = crossing.table(cross, index.book)
        page.card.tell(table.title, crossing.note(cross.measure))
        self._figures[page.card] = Figure(DrawnTable(table), table)

    def _fill_synergy(self, index: FacetIndex) -> None:
        found = self._synergy = self._desk.read(insight.synergy, self._selection, index=index)
        table = synergy_table.table(found)
        told = f"{synergy_table.in_words(found)} {synergy_table.NOTE}"
        groups = [(code, found.totals.get(code.id, 0)) for code in found.groups]
        drawing = DrawnSynergy(table.title, told, groups, found.ranked)
        seen = DrawnSynergy("", "", groups, found.ranked) if found.ranked else None
        self.synergy.show_figure(replace(table, note=told), seen)
        self._figures[self.synergy] = Figure(drawing, table)

    def _fill_support(self, index: FacetIndex) -> None:
        self._carried = self._desk.read(carrying.carried, self._selection, index=index)
        self._show(self.support, carrying.table(self._carried))

    def _fill_moments(self, index: FacetIndex) -> None:
        turning = index.book.by_slug.get((THEME, TURNING_POINTS))
        under = index.book.top(turning.id).id if turning is not None else ""
        for card, model, columns in zip(self.moments, self._moment_models, (LIFE_STAGE, DOMAIN), strict=True):
            card.setVisible(columns in index.book.dimension_order)
            if columns not in index.book.dimension_order:
                continue
            cross = self._desk.read(
                crossing.cross, self._selection, rows=THEME, columns=columns, under=under, index=index
            )
            model.set_cross(cross)
            made = crossing.table(cross, index.book)
            title = self.tr("Kantelmomenten × {columns}").format(columns=index.book.dimension(columns).name.lower())
            table = replace(made, title=title)
            card.tell(title, table.note)
            self._figures[card] = Figure(DrawnTable(table), table)

    def _fill_heard(self, index: FacetIndex) -> None:
        found = self._heard = self._desk.read(heard.heard, self._selection, index=index)
        self._show(self.regions, heard.regions_table(found))
        self._show(self.organisations, heard.organisations_table(found))
        self._show(self.absent, heard.absent_table(found))

    def _fill_themes(self, index: FacetIndex) -> None:
        steps = self._steps = self._desk.read(saturation.saturation, self._selection, index=index)
        table = saturation.table(steps)
        names = (self.tr("Nieuwe thema’s (met getal)"), self.tr("Bekende thema’s"))
        bars = [(str(place), step.new, step.known) for place, step in enumerate(steps, start=1)]
        self.themes.show_figure(table, DrawnBars("", names, bars))
        told = "\n".join((*table.rows, "", table.note)) if len(steps) <= NAMED_STEPS else table.note
        self._figures[self.themes] = Figure(DrawnBars(table.title, names, bars, told), table)

    def _show(self, card: TableFigure, table: FigureTable) -> None:
        card.show_figure(table)
        self._figures[card] = Figure(DrawnTable(table), table)

    # -- what a person does

    def _take(self, card: FigureCard, how: str) -> None:
        if card in self._figures:
            self.acts.take(how, self._figures[card])

    def _on_cell(self, model: CrossModel, index: QModelIndex) -> None:
        cell = model.cell(index)
        if cell is not None:
            self.selection_asked.emit(narrowed(self._selection, *cell))

    def _on_fold(self, section: int, way: Qt.Orientation) -> None:
        line = self.model.line(section, way)
        if line is None or self._index is None:
            return
        self._unfolded ^= {self._index.book.top(line.code.id).id}
        self.recount_asked.emit()

    def _on_all_folded(self, is_open: bool) -> None:
        if self._index is not None:
            shown = {self.matrix.rows.value, self.matrix.columns.value}
            tops = {code.id for code in self._index.book.codes if code.parent is None and code.dimension in shown}
            self._unfolded = self._unfolded | tops if is_open else self._unfolded - tops
            self.recount_asked.emit()

    def _on_spot(self, row: str, column: str) -> None:
        self.matrix.table.setCurrentIndex(self.model.nearest((row,), (column,)))
        self.matrix.table.setFocus()

    def _ask_sessions(self, workshops: tuple[str, ...]) -> None:
        chosen = self._selection.workshops
        both = tuple(one for one in workshops if not chosen or one in chosen)
        self.selection_asked.emit(replace(self._selection, workshops=both))

    def _ask_code(self, code: Code) -> None:
        self.selection_asked.emit(replace(self._selection, codes={code.dimension: (code.id,)}))


def narrowed(selection: Selection, row: Code, column: Code) -> Selection:
    """Return those blocks of a selection that have both codes.

    Codes of one dimension widen each other in a selection; then the second is said in the line.
    """
    if row.dimension != column.dimension:
        return replace(selection, codes={row.dimension: (row.id,), column.dimension: (column.id,)})
    line = f"{selection.query} {column.dimension}:{column.slug}".strip() if row != column else selection.query
    return replace(selection, query=line, codes={row.dimension: (row.id,)})

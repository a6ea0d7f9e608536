"""Inzicht: where the blocks are and where not, which domains come together, who was heard and what is carried."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.codebook import DOMAIN, THEME
from bouwstenen_app.services import facet_index, insight, pointing, preparing, synergy_table
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.insight import Insight
from bouwstenen_app.ui import copying
from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.counting import Counting
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.models.matrix import MatrixModel
from bouwstenen_app.ui.places.insight_figures import (
    HEARD,
    MATRIX,
    MOMENTS,
    SUPPORT,
    SYNERGY,
    THEMES,
    InsightFigures,
)
from bouwstenen_app.ui.places.place import Key, Place
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import ScrollPage
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.empty import EmptyState
from bouwstenen_app.ui.widgets.figure_card import COPY
from bouwstenen_app.ui.widgets.insight_filter import InsightFilter
from bouwstenen_app.ui.widgets.insight_overview import InsightOverview
from bouwstenen_app.ui.widgets.segmented import SegmentedControl
from bouwstenen_app.ui.widgets.words import words

PAUSE = 150
"""Milliseconds without a change after which the numbers are counted again."""
NARROW = 880
"""Below this width, in pixels at 100 %, the figures are chosen from a field above them."""
OVERVIEW: Final = "overzicht"
TABLES: Final = (
    "block", "tagging", "workshop", "attendance", "code", "dimension", "codebook", "bundle", "contribution",
)  # fmt: skip


class InsightPlace(Place):
    """Counts again when blocks, tags or sessions change, and only what is in sight."""

    narrowest = 560

    selection_asked = Signal(object)
    """Selection: the blocks that a person wants to see."""
    bundle_asked = Signal(str)
    """Id of a bundle to look at."""

    def __init__(self, desk: Desk, theme: Theme, counts: Counting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._counts = counts
        self._theme = theme
        self._stale = True
        self._fresh: set[str] = set()
        """The pages that show what there is now."""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self.model = MatrixModel(self)
        self.overview = InsightOverview(theme, self.model)
        self.table = self.overview.table
        self.figures = InsightFigures(desk, theme, self)
        self.filter = InsightFilter(theme)
        self._names = self._named()
        self._key = OVERVIEW
        self.choice = Choice(self._names)
        self.segments = SegmentedControl(self._names, self.tr("Figuur"))
        self._to_report = KeyButton(theme, self.tr("Naar rapport"))
        self._lay_out()
        self._connect()

    @override
    def title(self) -> str:
        return self.tr("Inzicht")

    @override
    def subtitle(self) -> str:
        if self._pages.currentWidget() is self._empty:
            return ""
        if self.selection == Selection():
            return self.tr("Alle sessies · klik een cel open")
        return self.tr("Een deel telt mee · klik een cel open")

    @override
    def header_actions(self) -> list[QWidget]:
        return [self._to_report]

    @override
    def key_help(self) -> Sequence[Key]:
        return (
            Key("PgUp / PgDn", self.tr("De vorige of volgende figuur")),
            Key("↑ ↓ ← →", self.tr("Over de tabel lopen")),
            Key("Enter", self.tr("De bouwstenen van een cel tonen in Ordenen")),
            Key("R, K", self.tr("In de matrix: de groep van deze rij of kolom open of dicht")),
            Key("Ctrl F", self.tr("Kiezen welke bouwstenen meetellen")),
            Key("Ctrl C", self.tr("De tabel kopiëren")),
            Key("Ctrl Shift C", self.tr("De figuur kopiëren, met de tabel")),
            Key("Ctrl M", self.tr("De figuur meenemen: kopiëren of bewaren")),
        )

    @override
    def commands(self) -> Sequence[Command]:
        told = self.tr("Inzicht: {figure}")
        return [Command(told.format(figure=name), partial(self.go, key)) for key, name in self._names]

    @override
    def activated(self) -> None:
        if self._pages.currentWidget() is self._empty:
            if self._empty.button is not None:
                self._empty.button.setFocus()
        elif self.key == OVERVIEW:
            self.table.setFocus()
        elif not self.figures.focus(self.key):
            (self.segments.focus_current if self.segments.isVisible() else self.choice.setFocus)()

    @property
    def key(self) -> str:
        """Which page is in sight."""
        return self._key

    @property
    def selection(self) -> Selection:
        """The blocks that are counted."""
        return Selection(query=self.filter.text, workshops=self.filter.workshops)

    def go(self, key: str) -> None:
        """Show the page of this figure."""
        if key == self._key:
            return
        inside = self._stack.isAncestorOf(QApplication.focusWidget() or self)
        self._key = key
        self._stack.setCurrentIndex([each for each, _ in self._names].index(key))
        self.choice.set_value(key)
        self.segments.choose(key)
        self._show_page()
        if inside:
            self.activated()

    def refresh(self) -> None:
        """Count everything again; at once, or as soon as what is counted by is there."""
        self._fresh.clear()
        self._stale = True
        self.filter.set_workshops(self._desk.read(preparing.headings))
        self._show_page()

    # ------------------------------------------------------------------ building

    def _named(self) -> list[tuple[str, str]]:
        return [
            (OVERVIEW, self.tr("Overzicht")),
            (MATRIX, self.tr("Matrix")),
            (SYNERGY, self.tr("Synergie")),
            (MOMENTS, self.tr("Kantelmomenten")),
            (SUPPORT, self.tr("Draagvlak")),
            (HEARD, self.tr("Wie bracht wat")),
            (THEMES, self.tr("Nieuwe thema’s")),
        ]

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for key, _ in self._names:
            page = QVBoxLayout()
            page.setContentsMargins(20, 0, 20, 20)
            page.addWidget(self.overview if key == OVERVIEW else self.figures.pages[key])
            scrolled = ScrollPage(page)
            scrolled.keep_right(20)  # in line with what stands above it
            self._stack.addWidget(scrolled)
        self.choice.setAccessibleName(self.tr("Figuur"))
        head = QVBoxLayout()
        head.setContentsMargins(20, 14, 20, 0)
        head.setSpacing(10)
        head.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self.choice)
        head.addWidget(self.filter)
        self._some = QStackedWidget()
        self._some.addWidget(self._stack)
        self._none = EmptyState(
            self._theme, "search", self.tr("Geen bouwsteen past bij deze keuze."), self.tr("Alles weer tellen")
        )
        self._some.addWidget(self._none)
        self._some.setMinimumHeight(1)  # what is chosen keeps its lines; the figures scroll
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._some, 1)
        self._stack_all(whole)

    def _stack_all(self, whole: QWidget) -> None:
        self._whole = whole
        self._empty = EmptyState(
            self._theme,
            "insight",
            self.tr("Hier zie je waar de bouwstenen over gaan. Leg eerst een bouwsteen vast."),
            self.tr("Naar Vastleggen"),
        )
        self._pages = QStackedWidget()
        soon = words(self.tr("De bouwstenen worden geteld…"), "muted")
        soon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for page in (soon, self._empty, whole):
            self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.refresh)
        self._desk.closing.connect(self._timer.stop)
        self._desk.closing.connect(self.filter.stop)
        self._desk.changed.connect(self._on_changed)
        self._counts.ready.connect(self._on_ready)
        self._theme.changed.connect(self._fit)
        self._to_report.clicked.connect(lambda: self.place_asked.emit("report"))
        self._empty.accepted.connect(lambda: self.place_asked.emit("capture"))
        self._none.accepted.connect(self.filter.clear)
        self.table.cell_asked.connect(self._on_cell)
        self.overview.copy_asked.connect(self._on_copy)
        self.overview.block_asked.connect(lambda spoken: self.selection_asked.emit(Selection(query=spoken)))
        self.figures.selection_asked.connect(self.selection_asked)
        self.figures.bundle_asked.connect(self.bundle_asked)
        self.figures.recount_asked.connect(self._on_recount)
        self.figures.acts.told.connect(self.told)
        self.figures.acts.problem_told.connect(self.problem_told)
        self.filter.changed.connect(self._on_filtered)
        self.choice.set_value(OVERVIEW)
        self.segments.choose(OVERVIEW)
        self.segments.chosen.connect(self.go)
        self.choice.picked.connect(lambda key: self.go(str(key)))
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        find = QShortcut(QKeySequence.StandardKey.Find, self, context=within)
        find.activated.connect(lambda: self.filter.field.setFocus(Qt.FocusReason.ShortcutFocusReason))
        for key, act in (
            ("PgUp", partial(self._turn, -1)),
            ("PgDown", partial(self._turn, 1)),
            ("Ctrl+M", partial(self._take, "")),
            ("Ctrl+Shift+C", partial(self._take, COPY)),
        ):
            QShortcut(QKeySequence(key), self, context=within).activated.connect(act)

    # ------------------------------------------------------------------ showing

    def _show_page(self) -> None:
        """Count what is in sight, unless it was counted already."""
        index = self._counts.index()
        if index is None:
            return
        self._stale = False
        if self.key in self._fresh:
            return
        self._fresh.add(self.key)
        there = index.total(Selection(), None)
        page = self._whole if there else self._empty
        if self._pages.currentWidget() is not page:
            self._pages.setCurrentWidget(page)
            self.titles_changed.emit()
        counted = self._desk.read(facet_index.count, index, self.selection) if there else 0
        self._some.setCurrentWidget(self._stack if counted else self._none)
        if not counted:
            return
        if self.key == OVERVIEW:
            self._show_overview(self._desk.read(insight.overview, self.selection, index=index))
        else:
            self.figures.show(self.key, index, self.selection)

    def _show_overview(self, seen: Insight) -> None:
        self._show_figures(seen)
        self.model.set_matrix(seen.matrix)
        groups = [(code, seen.synergy.totals.get(code.id, 0)) for code in seen.synergy.groups]
        self.overview.show_synergy(groups, seen.synergy.ranked, synergy_table.in_words(seen.synergy))
        self.overview.show_votes(seen.most_votes)

    def _show_figures(self, seen: Insight) -> None:
        figures, gaps = seen.figures, len(seen.matrix.gaps)
        sessions = dutch.counted(figures.workshops, self.tr("sessie"), self.tr("sessies"))
        people = dutch.counted(figures.participants, self.tr("deelnemer"), self.tr("deelnemers"))
        blocks = self.tr("bouwsteen uit {n}") if figures.blocks == 1 else self.tr("bouwstenen uit {n}")
        votes = self.tr("stem") if figures.votes == 1 else self.tr("stemmen")
        if figures.participants:
            votes = self.tr("{votes} van {people}").format(votes=votes, people=people)
        regions = self.tr("regio gehoord") if len(figures.regions) == 1 else self.tr("regio’s gehoord")
        telling = gaps > 0 and not seen.matrix.sparse
        spots = self.tr("witte vlek thema × domein") if gaps == 1 else self.tr("witte vlekken thema × domein")
        if gaps and not telling:
            spots = self.tr("nog zonder bouwsteen, van thema × domein")
        self.overview.tiles.show_figures(
            [
                (dutch.number(figures.blocks), blocks.format(n=sessions), False),
                (dutch.number(figures.votes), votes, False),
                (dutch.number(len(figures.regions)), regions, False),
                (dutch.number(gaps), spots, telling),
            ]
        )

    def _fit(self) -> None:
        narrow = self.width() < self._theme.px(NARROW)
        self.segments.setVisible(not narrow)
        self.choice.setVisible(narrow)

    # ------------------------------------------------------------------ what a person does

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches(*TABLES):
            return
        self._stale = True
        self._fresh.clear()
        if self.isVisible():
            self._timer.start()

    def _on_ready(self) -> None:
        if self._stale and self.isVisible():
            self.refresh()

    def _turn(self, step: int) -> None:
        if self._pages.currentWidget() is not self._whole:
            return
        typing = self.filter.field.hasFocus()
        keys = [key for key, _ in self._names]
        self.go(keys[min(max(0, keys.index(self._key) + step), len(keys) - 1)])
        if not typing:
            self.activated()

    def _take(self, how: str) -> None:
        """Take the figure in sight along, or ask how."""
        if self._pages.currentWidget() is not self._whole:
            return
        card = None if self._key == OVERVIEW else self.figures.card(self._key)
        if self._key == OVERVIEW:
            self._on_copy()
        elif card is not None and how:
            card.take_asked.emit(how)
        elif card is not None:
            card.open_menu()

    def _on_filtered(self) -> None:
        self._fresh.clear()
        self.titles_changed.emit()
        self._show_page()

    def _on_recount(self) -> None:
        self._fresh.discard(self.key)
        self._show_page()

    def _on_cell(self, index: QModelIndex) -> None:
        row, column = self.model.cell(index)
        if row:
            self.selection_asked.emit(replace(self.selection, codes={THEME: (row,), DOMAIN: (column,)}))

    def _on_copy(self) -> None:
        text = self.model.as_text()
        if said := pointing.refusal(text.replace("\n", "\t").split("\t")):
            self.problem_told.emit(said)
            return
        copying.copy(text)
        self.told.emit(self.tr("De tabel is gekopieerd. Plak die in een rekenblad of een bericht."), False)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self.refresh()
        super().showEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

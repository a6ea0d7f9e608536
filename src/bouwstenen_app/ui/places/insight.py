"""Inzicht: where the blocks are and where not, which domains come together, and what has the most votes."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.codebook import DOMAIN, THEME
from bouwstenen_app.services import insight
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.insight import Insight, Synergy
from bouwstenen_app.ui.counting import Counting
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.models.matrix import MatrixModel
from bouwstenen_app.ui.places.place import Key, Place
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Card, ScrollPage
from bouwstenen_app.ui.widgets.empty import EmptyState
from bouwstenen_app.ui.widgets.figure_tiles import FigureTiles
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.line_button import LineButton
from bouwstenen_app.ui.widgets.matrix_table import MatrixTable
from bouwstenen_app.ui.widgets.synergy_picture import SynergyPicture
from bouwstenen_app.ui.widgets.words import words

PAUSE = 150
"""Milliseconds without a change after which the numbers are counted again."""
LEAST = 560
NARROW = 1000
"""Below this width, in pixels at 100 %, everything stands in one column."""
FEW_PAIRS = 5
MOST_VOTES = 7


class InsightPlace(Place):
    """Counts again when blocks, tags or sessions change, and only while it is in sight."""

    selection_asked = Signal(object)
    """Selection: the blocks that a person wants to see."""

    def __init__(self, desk: Desk, theme: Theme, counts: Counting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._counts = counts
        self._theme = theme
        self._stale = True
        self._all_pairs = False
        self._seen: Insight | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        desk.closing.connect(self._timer.stop)
        self._timer.timeout.connect(self.refresh)
        self.model = MatrixModel(self)
        self.tiles = FigureTiles(theme)
        self.table = MatrixTable(theme, self.model, self.tr("Bouwstenen per thema en domein"))
        self.picture = SynergyPicture(theme)
        self._to_report = KeyButton(theme, self.tr("Naar rapport"))
        self._lay_out()
        self._to_report.clicked.connect(lambda: self.place_asked.emit("report"))
        self._empty.accepted.connect(lambda: self.place_asked.emit("capture"))
        self.table.cell_asked.connect(self._on_cell)
        self.table.copy_asked.connect(self._on_copy)
        self._copy.clicked.connect(self._on_copy)
        self._more.clicked.connect(self._on_more)
        desk.changed.connect(self._on_changed)
        counts.ready.connect(self._on_ready)

    @override
    def title(self) -> str:
        return self.tr("Inzicht")

    @override
    def subtitle(self) -> str:
        return self.tr("Alle sessies · klik op een cel om de bouwstenen te zien")

    @override
    def header_actions(self) -> list[QWidget]:
        return [self._to_report]

    @override
    def key_help(self) -> Sequence[Key]:
        return (
            Key("↑ ↓ ← →", self.tr("Over de tabel lopen")),
            Key("Enter", self.tr("De bouwstenen van een cel tonen in Ordenen")),
            Key("Ctrl C", self.tr("De tabel kopiëren")),
        )

    @override
    def activated(self) -> None:
        if self._pages.currentWidget() is self._empty:
            if self._empty.button is not None:
                self._empty.button.setFocus()
            return
        self.table.setFocus()

    def refresh(self) -> None:
        """Count everything again; at once, or as soon as what is counted by is there."""
        index = self._counts.index()
        self._stale = index is None
        if index is None:
            return
        seen = self._seen = self._desk.read(insight.overview, index=index)
        self._pages.setCurrentWidget(self._page if seen.figures.blocks else self._empty)
        if seen.figures.blocks:
            self._show_figures(seen)
            self.model.set_matrix(seen.matrix)
            self._show_synergy(seen.synergy)
            self._show_votes(seen.most_votes)

    # ------------------------------------------------------------------ building

    def _lay_out(self) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(14)
        for share, cards in ((10, (self._matrix_card(), self._votes_card())), (7, (self._synergy_card(),))):
            side = QVBoxLayout()
            side.setSpacing(14)
            for card in cards:
                side.addWidget(card)
            side.addStretch(1)
            self._columns.addLayout(side, share)
        column = QVBoxLayout()
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(14)
        column.addWidget(self.tiles)
        column.addLayout(self._columns)
        column.addStretch(1)
        self._page = ScrollPage(column)
        self._empty = EmptyState(
            self._theme,
            "insight",
            self.tr("Hier zie je waar de bouwstenen over gaan. Leg eerst een bouwsteen vast."),
            self.tr("Naar Vastleggen"),
        )
        self._pages = QStackedWidget()
        soon = words(self.tr("De bouwstenen worden geteld…"), "muted")
        soon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(soon)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def _matrix_card(self) -> QWidget:
        card = Card()
        card.setAccessibleName(self.tr("Thema × domein"))
        head = QHBoxLayout()
        head.addWidget(words(self.tr("Waar zitten de bouwstenen? Thema × domein"), "strong", wrap=True), 1)
        self._copy = KeyButton(self._theme, self.tr("Kopieer"), icon="copy")
        self._copy.setToolTip(self.tr("De tabel als tekst kopiëren, voor een rekenblad of een bericht"))
        head.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        card.column.addLayout(head)
        card.column.addWidget(self.table)
        told = self.tr("Een bouwsteen telt één keer per themagroep en domein, ook met meer tags daaruit.")
        card.column.addWidget(words(told, "small", wrap=True))
        return card

    def _synergy_card(self) -> QWidget:
        card = Card(self.tr("Synergie: welke domeinen komen samen?"))
        self._synergy_words = words("", "muted", wrap=True)
        self._pairs = QGridLayout()
        self._pairs.setVerticalSpacing(4)
        self._pairs.setColumnStretch(0, 1)
        self._more = QPushButton()
        self._more.setProperty("kind", "quiet")
        row = FlowLayout()
        row.addWidget(self._more)
        card.column.addWidget(self.picture)
        card.column.addWidget(self._synergy_words)
        card.column.addLayout(self._pairs)
        card.column.addLayout(row)
        return card

    def _votes_card(self) -> QWidget:
        card = Card(self.tr("Meeste stemmen"))
        self._votes = QVBoxLayout()
        self._votes.setSpacing(0)
        self._no_votes = words(self.tr("Er is nog niet gestemd."), "muted")
        card.column.addWidget(self._no_votes)
        card.column.addLayout(self._votes)
        return card

    # ------------------------------------------------------------------ showing

    def _show_figures(self, seen: Insight) -> None:
        figures, gaps = seen.figures, len(seen.matrix.gaps)
        sessions = dutch.counted(figures.workshops, self.tr("sessie"), self.tr("sessies"))
        people = dutch.counted(figures.participants, self.tr("deelnemer"), self.tr("deelnemers"))
        blocks = self.tr("bouwsteen uit {n}") if figures.blocks == 1 else self.tr("bouwstenen uit {n}")
        votes = self.tr("stem") if figures.votes == 1 else self.tr("stemmen")
        if figures.participants:
            votes = self.tr("{votes} van {people}").format(votes=votes, people=people)
        regions = self.tr("regio gehoord") if len(figures.regions) == 1 else self.tr("regio’s gehoord")
        spots = self.tr("witte vlek domein × thema") if gaps == 1 else self.tr("witte vlekken domein × thema")
        self.tiles.show_figures(
            [
                (dutch.number(figures.blocks), blocks.format(n=sessions), False),
                (dutch.number(figures.votes), votes, False),
                (dutch.number(len(figures.regions)), regions, False),
                (dutch.number(gaps), spots, gaps > 0),
            ]
        )

    def _show_synergy(self, synergy: Synergy) -> None:
        ranked = synergy.ranked
        said = self._in_words(synergy)
        self._synergy_words.setText(said)
        self.picture.setVisible(bool(ranked))
        self.picture.show_pairs([(code, synergy.totals.get(code.id, 0)) for code in synergy.groups], ranked, said)
        while (item := self._pairs.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        shown = ranked if self._all_pairs else ranked[:FEW_PAIRS]
        for row, (one, other, count) in enumerate(shown):
            self._pairs.addWidget(words(f"{one.name} + {other.name}", wrap=True), row, 0)
            self._pairs.addWidget(words(dutch.number(count)), row, 1, Qt.AlignmentFlag.AlignRight)
        self._more.setVisible(len(ranked) > FEW_PAIRS)
        fewer, more = self.tr("Minder paren tonen"), self.tr("Alle {n} paren tonen")
        self._more.setText(fewer if self._all_pairs else more.format(n=len(ranked)))

    def _in_words(self, synergy: Synergy) -> str:
        ranked = synergy.ranked
        if not ranked:
            return self.tr("Nog geen bouwsteen verbindt twee domeinen.")
        if synergy.connecting == 1:
            connecting = self.tr("1 bouwsteen verbindt twee of meer domeinen.")
        else:
            connecting = self.tr("{n} bouwstenen verbinden twee of meer domeinen.")
        connecting = connecting.format(n=dutch.number(synergy.connecting))
        one, other, count = ranked[-1]
        thinnest = self.tr("{one}–{other} is het dunst: {n}.").format(
            one=one.name, other=other.name, n=dutch.number(count)
        )
        return f"{connecting} {thinnest}" if len(ranked) > 1 else connecting

    def _show_votes(self, blocks: Sequence[Block]) -> None:
        while (item := self._votes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._no_votes.setVisible(not blocks)
        for block in blocks:
            line = LineButton(self._theme, f"▲ {block.votes}  {block.title}")
            line.setAccessibleName(self.tr("{title}, {n} stemmen").format(title=block.title, n=block.votes))
            line.clicked.connect(lambda *_, spoken=block.spoken_id: self._on_block(spoken))
            self._votes.addWidget(line)

    # ------------------------------------------------------------------ what a person does

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches("block", "tagging", "workshop", "attendance", "code", "dimension"):
            return
        self._stale = True
        if self.isVisible():
            self._timer.start()

    def _on_ready(self) -> None:
        if self._stale and self.isVisible():
            self.refresh()

    def _on_cell(self, index: QModelIndex) -> None:
        row, column = self.model.cell(index)
        if row:
            self.selection_asked.emit(Selection(codes={THEME: (row,), DOMAIN: (column,)}))

    def _on_block(self, spoken_id: str) -> None:
        self.selection_asked.emit(Selection(query=spoken_id))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.model.as_text())
        self.told.emit(self.tr("De tabel is gekopieerd. Plak haar in een rekenblad of een bericht."), False)

    def _on_more(self) -> None:
        self._all_pairs = not self._all_pairs
        if self._seen is not None:
            self._show_synergy(self._seen.synergy)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self.refresh()
        super().showEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        # What stands beside each other makes room as the window narrows; it never keeps the window wide.
        return QSize(LEAST, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._theme.px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(way)

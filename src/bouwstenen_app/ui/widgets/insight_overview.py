"""The overview of *Inzicht*: key figures, themes by domains, domains that meet, and what has most votes."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Code
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.figure_tiles import FigureTiles
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.line_button import LineButton
from bouwstenen_app.ui.widgets.matrix_table import MatrixTable
from bouwstenen_app.ui.widgets.synergy_picture import Pair, SynergyPicture
from bouwstenen_app.ui.widgets.words import words

NARROW = 940
"""Below this width, in pixels at 100 %, everything stands in one column."""
FEW_PAIRS = 5


class InsightOverview(QWidget):
    """Tiles, table, picture and lists; the place says what they show."""

    copy_asked = Signal()
    block_asked = Signal(str)
    """Spoken id of a block."""

    def __init__(self, theme: Theme, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._all_pairs = False
        self._ranked: Sequence[Pair] = ()
        self.tiles = FigureTiles(theme)
        self.table = MatrixTable(theme, model, self.tr("Bouwstenen per thema en domein"))
        self.picture = SynergyPicture(theme)
        self._lay_out()
        self.table.copy_asked.connect(self.copy_asked)
        self._copy.clicked.connect(self.copy_asked)
        self.more.clicked.connect(self._on_more)

    def show_synergy(self, groups: Sequence[tuple[Code, int]], ranked: Sequence[Pair], said: str) -> None:
        """Show main groups with their blocks and the pairs, the strongest first, with one line in words."""
        self._ranked = ranked
        self._synergy_words.setText(said)
        self.picture.setVisible(bool(ranked))
        self.picture.show_pairs(groups, ranked, said)
        self._show_pairs()

    def show_votes(self, blocks: Sequence[Block]) -> None:
        """Show the blocks with the most votes."""
        while (item := self._votes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._no_votes.setVisible(not blocks)
        for block in blocks:
            line = LineButton(self._theme, f"▲ {block.votes}  {block.title}")
            line.setAccessibleName(self.tr("{title}, {n} stemmen").format(title=block.title, n=block.votes))
            line.clicked.connect(lambda *_, spoken=block.spoken_id: self.block_asked.emit(spoken))
            self._votes.addWidget(line)

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.tiles)
        column.addLayout(self._columns)
        column.addStretch(1)

    def _matrix_card(self) -> QWidget:
        card = Card()
        card.setAccessibleName(self.tr("Thema × domein"))
        head = QHBoxLayout()
        head.addWidget(words(self.tr("Waar zitten de bouwstenen? Thema × domein"), "strong", wrap=True), 1)
        self._copy = KeyButton(self._theme, self.tr("Kopiëren"), icon="copy")
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
        self.more = QPushButton()
        self.more.setProperty("kind", "quiet")
        row = FlowLayout()
        row.addWidget(self.more)
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

    def _show_pairs(self) -> None:
        while (item := self._pairs.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        shown = self._ranked if self._all_pairs else self._ranked[:FEW_PAIRS]
        for row, (one, other, count) in enumerate(shown):
            self._pairs.addWidget(words(f"{one.name} + {other.name}", wrap=True), row, 0)
            self._pairs.addWidget(words(dutch.number(count)), row, 1, Qt.AlignmentFlag.AlignRight)
        self.more.setVisible(len(self._ranked) > FEW_PAIRS)
        fewer, more = self.tr("Minder paren tonen"), self.tr("Alle {n} paren tonen")
        self.more.setText(fewer if self._all_pairs else more.format(n=len(self._ranked)))

    def _on_more(self) -> None:
        self._all_pairs = not self._all_pairs
        self._show_pairs()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._theme.px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(way)

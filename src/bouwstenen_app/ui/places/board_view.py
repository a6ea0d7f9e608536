"""The board of *Ordenen*: columns by a dimension or a field, and cards that go from one to another."""

from collections.abc import Callable, Sequence

from pyroaring import BitMap
from PySide6.QtCore import QAbstractItemModel, QObject, QPoint

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import arranging, moving
from bouwstenen_app.services.arranging import Column, Order, Orderings
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.facet_index import FacetIndex
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.models.paged import PagedListModel, Pages
from bouwstenen_app.ui.places import arranged_words
from bouwstenen_app.ui.places.acts import Acts
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.board import Board
from bouwstenen_app.ui.widgets.board_card import BoardCardPainter
from bouwstenen_app.ui.widgets.chips import code_tone
from bouwstenen_app.ui.widgets.column_picker import ColumnPicker


class BoardView(Acts):
    """Fills a Board and does what it asks."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        book: Codebook,
        home: Callable[[Block], str],
        describe: Callable[[Block], str],
        parent: QObject,
    ) -> None:
        super().__init__(desk, parent)
        self._theme = theme
        self._book = book
        self._describe = describe
        self._by = ""
        self._columns: dict[str, Column] = {}
        self._models: dict[str, PagedListModel] = {}
        self._changed: set[int] = set()
        self._order_rows: Callable[[Column], list[int]] = lambda column: [*column.rows]
        self.pages = Pages(lambda rows: desk.read(arranging.at, rows))
        self.painter = BoardCardPainter(theme, book, home)
        self.board = Board(theme, self.painter, self._model_of)
        self.picker = ColumnPicker(theme, self.board)
        self.picker.chosen.connect(self._move)
        self.board.dropped.connect(self._move)
        self.board.move_asked.connect(self.ask_column)

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook."""
        self._book = book
        self.painter.set_codebook(book)
        self.board.refresh_look()

    def show(self, index: FacetIndex, orderings: Orderings, selection: Selection, by: str, order: Order) -> int:
        """Show a selection in columns by this; return how many blocks there are."""
        if by != self._by:
            self.board.clear()
            self._models.clear()
            self._by = by
            self.painter.set_columns(by)
        columns = self._desk.read(arranging.columns, index, selection, by)
        self._columns = {column.key: column for column in columns}
        self._order_rows = lambda column: self._desk.read(orderings.ordered, index, column.rows, order)
        for key in [key for key in self._models if key not in self._columns]:
            self._models.pop(key).deleteLater()
        for key, model in self._models.items():
            model.set_rows(self._order_rows(self._columns[key]), self._changed)
        self._changed.clear()
        self.board.show_columns(arranged_words.heads(columns, by, self._book, self._stripe))
        self.board.begin()
        return len(BitMap().union(*(column.rows for column in columns)))

    def changed(self, ids: Sequence[str]) -> None:
        """Read these blocks anew when the selection is shown again."""
        self._changed |= self.pages.forget(ids)

    def _model_of(self, key: str) -> QAbstractItemModel:
        if key not in self._models:
            model = self._models[key] = PagedListModel(self.pages, self._describe, self)
            model.set_rows(self._order_rows(self._columns[key]))
        return self._models[key]

    def _stripe(self, code: str) -> str:
        return code_tone(self._theme, self._book.code(code)).stripe if code in self._book.by_id else ""

    # -- from one column to another

    def ask_column(self, at: QPoint) -> None:
        """Let a person choose the column that the marked cards go to."""
        inside = frozenset(key for _, key in self.board.moves())
        self.picker.choose(self.board.heads, inside, at)

    def _move(self, target: str, add: bool) -> None:
        moves = [(block, source) for block, source in self.board.moves() if source != target]
        if not moves:
            return
        ids = list(dict.fromkeys(block for block, _ in moves))
        name = next(head.name for head in self.board.heads if head.key == target)
        what = self.tr("{n} bouwstenen").format(n=len(ids))
        if len(ids) == 1 and (block := self.pages.get(ids[0])) is not None:
            what = self.tr("Bouwsteen {n}").format(n=block.spoken_id)
        also = self.tr("{what} ook naar “{column}”") if add else self.tr("{what} naar “{column}”")
        label = also.format(what=what, column=name)
        self.board.clear_marks()
        try:
            self._desk.do(label, moving.move, self._by, moves, target, add=add)
        except Problem as problem:
            self.problem_told.emit(str(problem))
        else:
            self.told.emit(f"{label}.", True)

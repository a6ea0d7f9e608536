"""How the blocks of *Ordenen* are seen: as a list, a board or a table, in the order that was chosen."""

import json
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.codebook import THEME, Codebook
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import arranging, boards, facet_index, pointing, querying
from bouwstenen_app.services.arranging import Order, Orderings
from bouwstenen_app.services.boards import Found, Selection
from bouwstenen_app.services.facet_index import FacetIndex
from bouwstenen_app.ui import copying
from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.models.block_table import BlockTableModel
from bouwstenen_app.ui.models.paged import Pages
from bouwstenen_app.ui.places import arranged_words
from bouwstenen_app.ui.places.acts import Acts
from bouwstenen_app.ui.places.block_acts import BlockActs
from bouwstenen_app.ui.places.board_view import BoardView
from bouwstenen_app.ui.places.place import Key
from bouwstenen_app.ui.remembered import ORGANISED, TABLE_COLUMNS
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.arrange_bar import BOARD, LIST, TABLE, VIEWS
from bouwstenen_app.ui.widgets.block_table import BlockTable
from bouwstenen_app.ui.widgets.organise_page import OrganisePage

TABLES = ("block", "tagging", "proposal", "cluster", "bundle", "contribution", "workshop")
"""Of which a change can put blocks elsewhere."""


class Arrangement(Acts):
    """Knows the view, the columns and the order; the board and the table are made when they are first asked for."""

    followed = Signal()
    """Another block is current, or others are marked."""
    reordered = Signal()
    """Another view or order was chosen: everything is to be shown anew."""
    opened = Signal(str)
    left = Signal()

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        page: OrganisePage,
        book: Codebook,
        index: Callable[[], FacetIndex | None],
        parent: QObject,
    ) -> None:
        super().__init__(desk, parent)
        self._theme = theme
        self._page = page
        self._index = index
        self._book = book
        self._workshops: Mapping[str, Workshop] = {}
        self._acts: BlockActs | None = None
        self._orderings = Orderings()
        self._selection = Selection()
        self._ranks: dict[str, int] = {}
        self._ranked: set[int] = set()
        self._board: BoardView | None = None
        self._table: BlockTable | None = None
        self._table_model: BlockTableModel | None = None
        self._table_pages = Pages(lambda rows: desk.read(arranging.at, rows))
        self.view, self.by, self.order = LIST, THEME, Order()
        self._recall()
        bar = page.arrange
        bar.show_view(self.view)
        bar.view_chosen.connect(self.show_view)
        bar.columns_chosen.connect(self._on_columns)
        bar.order_chosen.connect(self.set_order)
        bar.table_asked.connect(self._on_table_asked)
        self.set_codebook(book)

    def serve(self, acts: BlockActs) -> None:
        """Let these acts do what the board and the table ask."""
        self._acts = acts

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook."""
        self._book = book
        kinds = arranged_words.kinds(book)
        if self.by not in (key for key, _ in kinds):
            self.by = str(kinds[0][0])
        self._page.arrange.show_columns(kinds, self.by)
        self._page.arrange.show_orders(arranged_words.orders(self.order), self.order)
        if self._board is not None:
            self._board.set_codebook(book)

    def set_workshops(self, workshops: Sequence[Workshop]) -> None:
        """Take the sessions that blocks are from."""
        self._workshops = {workshop.id: workshop for workshop in workshops}

    # -- what it says

    def describe(self, block: Block) -> str:
        """Return what a screen reader says for a block."""
        return arranged_words.described(block, self._book)

    def key_help(self) -> Sequence[Key]:
        """Return the keys of the view in front."""
        return arranged_words.keys(board=self.view == BOARD, table=self.view == TABLE)

    def commands(self) -> Sequence[Command]:
        """Return the commands that bring the other views to the front."""
        names = {
            LIST: self.tr("Bouwstenen als lijst"),
            BOARD: self.tr("Bouwstenen op een bord, in kolommen"),
            TABLE: self.tr("Bouwstenen in een tabel"),
        }
        return [
            Command(name, lambda view=view: self.show_view(view))  # type: ignore[misc]
            for view, name in names.items()
            if view != self.view
        ]

    # -- the view and the order

    def show_view(self, view: str) -> None:
        """Bring another view to the front."""
        self.view = view
        self._page.arrange.show_view(view)
        self._keep()
        self.reordered.emit()

    def set_order(self, order: object) -> None:
        """Put the blocks in another order."""
        assert isinstance(order, Order)
        self.order = order
        self._page.arrange.show_orders(arranged_words.orders(order), order)
        self._keep()
        self.reordered.emit()

    def _on_columns(self, by: str) -> None:
        self.by = by
        self._keep()
        self.reordered.emit()

    def _on_sort_asked(self, key: str) -> None:
        assert self._table_model is not None
        by = next(column.order for column in self._table_model.columns if column.key == key)
        if by:
            first = by in (arranging.VOTES, arranging.TIME)
            self.set_order(Order(by, down=not self.order.down if self.order.by == by else first))
        else:
            self._show_order()

    def _recall(self) -> None:
        view, by, order, down = (*self._desk.recall(ORGANISED).split("|"), "", "", "", "")[:4]
        self.view = view if view in VIEWS else LIST
        self.by = by or THEME
        known = order in (*arranging.ORDERS, *arranging.BY_FIELD)
        self.order = Order(order, down == "1") if known else Order()

    def _keep(self) -> None:
        self._desk.remember(ORGANISED, "|".join((self.view, self.by, self.order.by, str(int(self.order.down)))))

    # -- the list

    def rank(self, block: Block) -> tuple[int, int]:
        """Return where a block stands in the list: as it was ordered when it was read, what is new on top."""
        return self._ranks.get(block.id, -1), -int(block.id, 16)

    def page(self, selection: Selection, *, offset: int, limit: int) -> Found:
        """Return a page of the list; with ``offset`` what comes after what was given before."""
        index = self._index()
        if not offset:
            self._ranks.clear()
            self._ranked.clear()
        if self.order == Order() or index is None:
            return self._desk.read(facet_index.find, index, selection, offset=offset, limit=limit)
        rows = self._desk.read(arranging.rows_of, index, self._orderings, selection, self.order)
        more = [row for row in rows if row not in self._ranked][:limit]
        blocks = self._desk.read(arranging.at, more)
        first = len(self._ranks)
        self._ranks |= {block.id: first + place for place, block in enumerate(blocks)}
        self._ranked.update(more)
        return Found(blocks, len(rows))

    def is_near(self, identity: str, last: str) -> bool:
        """Say whether a block belongs to what the list has read, of which ``last`` is the oldest."""
        return identity in self._ranks if self._ranks else identity >= last

    # -- what is shown

    def show(self, selection: Selection) -> int | None:
        """Show a selection on the board or in the table; None for the list, and while blocks are being counted."""
        self._selection = selection
        self._mark_hits(selection)
        index = self._index()
        if self._acts is not None and self.view != BOARD:
            self._acts.move_asked = None
        if self.view == LIST:
            self._page.set_front(self._page.blocks)
            return None
        if index is None:
            self._page.set_front(self._page.counting)
            return None
        if self.view == BOARD:
            view = self._board_view()
            self._page.set_front(view.board)
            if self._acts is not None:
                self._acts.move_asked = view.ask_column
            return view.show(index, self._orderings, selection, self.by, self.order)
        table, model = self._table_view()
        self._page.set_front(table)
        rows = self._desk.read(arranging.rows_of, index, self._orderings, selection, self.order)
        self._show_rows(table, model, rows)
        return len(rows)

    def take_in(self, changes: Changes) -> None:
        """Bring the board and the table to how things are now."""
        self._orderings.take_in(changes)
        if not changes.touches(*TABLES) or (self._board is None and self._table is None):
            return
        touched = [*self._desk.read(boards.touched, changes)]
        shown = self._table_pages.forget(touched)
        if self._table_model is not None:
            self._table_model.set_rows(self._table_model.rows, shown)
        if self._board is not None:
            self._board.changed(touched)

    def _show_rows(self, table: BlockTable, model: BlockTableModel, rows: Sequence[int]) -> None:
        current = table.current_block()
        before = table.currentIndex().row()
        if [*model.rows] != rows:
            model.set_rows(rows)
            place = model.place_of(current.id) if current is not None else -1
            if rows:
                table.show_row(place if place >= 0 else min(max(0, before), len(rows) - 1))
        self._show_order()

    def _show_order(self) -> None:
        if self._table is not None and self._table_model is not None:
            key = next((one.key for one in self._table_model.columns if one.order == self.order.by), "")
            self._table.show_order(key, down=self.order.down)

    def _mark_hits(self, selection: Selection) -> None:
        words = self._desk.read(querying.read, selection.query).words
        self._page.painter.set_words(words)
        self._page.blocks.viewport().update()
        if self._board is not None:
            self._board.painter.set_words(words)
            self._board.board.viewport().update()

    # -- what is current

    def get(self, identity: str) -> Block | None:
        """Return a block that the board or the table has read."""
        found = self._board.pages.get(identity) if self._board is not None else None
        return found or self._table_pages.get(identity)

    def marked(self) -> list[str]:
        """Return the ids of what is marked in the view in front, or of the current block."""
        if self.view == BOARD and self._board is not None:
            return self._board.board.marked()
        if self.view == TABLE and self._table is not None:
            return self._table.marked()
        return self._page.blocks.marked()

    def clear_marks(self) -> None:
        """Mark nothing any more."""
        if self.view == BOARD and self._board is not None:
            self._board.board.clear_marks()
        elif self.view == TABLE and self._table is not None:
            self._table.clear_marks()
        else:
            self._page.blocks.clear_marks()

    def focus(self) -> bool:
        """Take the focus to the blocks; False when there are none."""
        if self.view == BOARD and self._board is not None:
            self._board.board.focus()
            return self._board.board.has_cards()
        view: QWidget | None = self._table if self.view == TABLE else self._page.blocks
        if view is None or not (self._table_model if self.view == TABLE else self._page.blocks.model()).rowCount():  # type: ignore[union-attr]
            return False
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # -- how they are made

    def _board_view(self) -> BoardView:
        if self._board is None:
            view = self._board = BoardView(self._desk, self._theme, self._book, self._home, self.describe, self)
            view.told.connect(self.told)
            view.problem_told.connect(self.problem_told)
            board = view.board
            board.column_made.connect(self._on_column_made)
            board.current_changed.connect(lambda _: self.followed.emit())
            board.marks_changed.connect(lambda _: self.followed.emit())
            board.opened.connect(self.opened)
            board.left.connect(self.left)
            self._page.add_view(board)
            self._mark_hits(self._selection)
        return self._board

    def _table_view(self) -> tuple[BlockTable, BlockTableModel]:
        if self._table is None or self._table_model is None:
            columns = arranged_words.table_columns(lambda: self._book, lambda: self._workshops)
            model = self._table_model = BlockTableModel(self._table_pages, columns, self)
            table = self._table = BlockTable(self._theme, model, [column.key for column in columns])
            table.show_columns_state(self._columns_state())
            table.current_changed.connect(lambda _: self.followed.emit())
            table.marks_changed.connect(lambda _: self.followed.emit())
            table.opened.connect(self.opened)
            table.left.connect(self.left)
            table.sort_asked.connect(self._on_sort_asked)
            table.copy_asked.connect(self._on_copy_asked)
            table.columns_changed.connect(self._on_table_columns)
            if self._acts is not None:
                self._acts.serve_list(table)
            self._page.add_view(table)
        return self._table, self._table_model

    def _on_column_made(self, cards: object) -> None:
        if self._acts is not None:
            self._acts.serve_list(cards)  # type: ignore[arg-type]

    def _columns_state(self) -> list[tuple[str, int, bool]]:
        try:
            found = [
                (str(key), int(width), bool(on)) for key, width, on in json.loads(self._desk.recall(TABLE_COLUMNS))
            ]
        except (ValueError, TypeError):
            found = []
        return found or [*arranged_words.FIRST_STATE]

    def _on_table_columns(self) -> None:
        if self._table is not None:
            self._desk.remember(TABLE_COLUMNS, json.dumps(self._table.columns_state()))

    def _on_table_asked(self) -> None:
        if self._table is not None:
            button = self._page.arrange.table_columns
            self._table.choose_columns(button.mapToGlobal(QPoint(0, button.height())))

    def _on_copy_asked(self, text: str, count: int) -> None:
        if said := pointing.refusal(text.replace("\n", "\t").split("\t")):
            self.problem_told.emit(said)
            return
        copying.copy(text)
        rows = self.tr("1 rij") if count == 1 else self.tr("{n} rijen").format(n=count)
        self.told.emit(self.tr("{rows} gekopieerd, om te plakken in Excel of Word.").format(rows=rows), False)

    def _home(self, block: Block) -> str:
        workshop = self._workshops.get(block.workshop)
        return (workshop.region or workshop.title) if workshop else ""

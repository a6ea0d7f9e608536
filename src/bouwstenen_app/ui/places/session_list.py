"""The list of *Vastleggen*: the blocks of one session, what of them is shown, and how often each code is used."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.codebook import DOMAIN, THEME, Codebook
from bouwstenen_app.domain.proposals import tag_key
from bouwstenen_app.services import boards, tagging
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.models.blocks import BlockListModel
from bouwstenen_app.ui.models.tally import Tally
from bouwstenen_app.ui.models.undone import UndoneBlocks
from bouwstenen_app.ui.models.uses import CodeUses
from bouwstenen_app.ui.widgets.capture_page import CapturePage
from bouwstenen_app.ui.widgets.line_completion import Uses, favourites
from bouwstenen_app.ui.widgets.list_header import ROUND, SESSION

LATER = 600
"""Milliseconds after opening at which the codes of the whole workspace are counted."""


class SessionList(QObject):
    """Keeps the blocks of a session at hand and shows those of one round or all, the untagged, or the bin."""

    shown = Signal()
    """What stands in the list is something else now."""
    uses_told = Signal(object)
    """How often each code is used in the workspace, id → number."""

    def __init__(self, desk: Desk, page: CapturePage, book: Codebook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = page
        self._book = book
        self._workshop = ""
        self._number: int | None = None
        """The number of the round that is shown; None shows the whole session."""
        self._round: int | None = None
        """The number of the round that is worked on."""
        self._fresh = False
        """Whether blocks came in that were not divided over the rounds yet."""
        self._uses = CodeUses()
        self._undone = UndoneBlocks()
        self._tally = Tally(here=self._is_here, untagged=self._is_untagged, removed=self._is_in_bin)
        self.model = BlockListModel(self, describe=self._describe)
        page.blocks.setModel(self.model)
        self._count_all = QTimer(self, singleShot=True, interval=LATER)
        desk.closing.connect(self._count_all.stop)
        self._count_all.timeout.connect(self._on_count_all)
        page.header.changed.connect(self.refilter)

    def open(self, workshop: str) -> None:
        """Take the blocks of another session, or those of the same one anew."""
        self._workshop = workshop
        self._fresh = True
        removed = boards.Selection(workshops=(workshop,), removed=True)
        here = self._desk.read(boards.blocks_of, workshop)
        self.model.set_blocks([*here, *self._desk.read(boards.select_blocks, removed)])
        self._page.bar.sticky.set_favourites(())
        self._uses.begin(self._desk.read(tagging.code_uses, workshop=workshop))
        self._tell_uses()
        self._count_all.start()

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook."""
        self._book = book
        if self._workshop:
            self.open(self._workshop)
            self.refilter()

    def show_round(self, number: int | None) -> None:
        """Show the blocks of this round, where rounds are shown one by one."""
        if number == self._round and not self._fresh:
            return  # something else of the session changed: who works in the list stays where they are
        self._round = number
        self.refilter()

    def refilter(self) -> None:
        """Show again what belongs in the list."""
        self._fresh = False
        self._number = self._round if self._page.header.scope == ROUND else None
        self._tally.begin(self.model.known())
        self.model.set_filter(self._shows)
        if self.model.rowCount():
            self._page.blocks.show_block(self.model.index(0))
        self._show_counts()
        self.shown.emit()

    def bring_up(self, block: str) -> None:
        """Show a block in the list, even if what is shown did not include it."""
        if not self.model.index_of(block).isValid():
            if self._page.header.show_all():
                self.refilter()
            if not self.model.index_of(block).isValid():
                self._page.header.set_scope(SESSION)
                self.refilter()
        self._page.blocks.show_block(self.model.index_of(block))

    def take_in(self, changes: Changes) -> None:
        """Show the blocks that a step changed as they are now."""
        ids = self._desk.read(boards.touched, changes)
        read = self._desk.read(boards.blocks, sorted(ids))
        found = [block for block in read if block.workshop == self._workshop]
        self._count_anew(found, changes)
        current = self._page.blocks.current_block()
        self.model.take_in(found)
        if current is not None and not self._page.blocks.currentIndex().isValid():
            self._page.blocks.show_block(self.model.index_of(current.id))
        self._tell_uses()
        self._show_counts()
        self.shown.emit()

    def _on_count_all(self) -> None:
        self._uses.widen(self._desk.read(tagging.code_uses))
        self._tell_uses()

    def _tell_uses(self) -> None:
        uses = Uses(self._uses.session, self._uses.workspace)
        self._page.bar.set_uses(uses)
        self._page.bar.sticky.set_favourites(favourites(uses, self._book, THEME))
        self.uses_told.emit(self._uses.workspace)

    def _count_anew(self, blocks: Sequence[Block], changes: Changes) -> None:
        # The old block is taken off the tally as it counted then, the new one is added as it counts now.
        olds = [self.model.get(block.id) for block in blocks]
        self._tally.take_off(filter(None, olds))
        self._undone.take_in(changes)
        self._tally.add(blocks)
        for old, block in zip(olds, blocks, strict=True):
            self._uses.replace(old, block)

    def _is_here(self, block: Block) -> bool:
        return not block.removed and self._number in (None, block.round)

    def _is_in_bin(self, block: Block) -> bool:
        return block.removed and block.id not in self._undone

    def _is_untagged(self, block: Block) -> bool:
        codes = self._book.by_id
        dimensions = {codes[code].dimension for code in block.codes if code in codes}
        return self._is_here(block) and not {DOMAIN, THEME} <= dimensions

    def _shows(self, block: Block) -> bool:
        header = self._page.header
        if header.only_removed:
            return self._is_in_bin(block)
        return self._is_untagged(block) if header.only_untagged else self._is_here(block)

    def _show_counts(self) -> None:
        header, tally = self._page.header, self._tally
        shown = tally["removed"] if header.only_removed else tally["here"]
        header.set_counts(shown, tally["untagged"], tally["removed"])
        header.set_new_tags(self._count_new_tags())
        self._page.show_list(empty=not self.model.shown())

    def _count_new_tags(self) -> int:
        present = (block for block in self.model.known() if not block.removed)
        return len({tag_key(text) for block in present for text in block.unknown_tags})

    def _describe(self, block: Block) -> str:
        codes = ", ".join(self._book.code(code).name for code in block.codes if code in self._book.by_id)
        parts = [self.tr("Bouwsteen {n}").format(n=block.number), block.title, codes]
        parts.append(dutch.counted(block.votes, "stem", "stemmen"))
        return ". ".join(filter(None, parts))

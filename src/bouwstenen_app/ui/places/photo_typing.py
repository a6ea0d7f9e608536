"""Typing over what is on a photo: each line becomes a block, and the page shows what came of this photo."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import PHOTO, Block
from bouwstenen_app.domain.capture import write
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.codebook import THEME, Codebook
from bouwstenen_app.domain.workshops import Round, Workshop
from bouwstenen_app.services import boards, tagging
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.models.blocks import BlockListModel
from bouwstenen_app.ui.places.block_acts import BlockActs
from bouwstenen_app.ui.places.line_acts import LineActs
from bouwstenen_app.ui.remembered import PHOTO_DRAFT, TYPED_FROM
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.line_completion import Uses, favourites
from bouwstenen_app.ui.widgets.photo_page import PhotoPage

BLOCK_TABLES = ("block", "tagging", "proposal")
LATER: Final = 150
"""Milliseconds before the codes of the whole workspace are counted: the page is painted first."""


class PhotoTyping(QObject):
    """Keeps which blocks were typed from which photo, on this laptop, and acts for the line and the list."""

    told = Signal(str, bool)
    problem_told = Signal(str)

    def __init__(
        self, desk: Desk, theme: Theme, page: PhotoPage, book: Codebook, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = page
        self._book = book
        self._workshop = ""
        self._photo = ""
        self._round = ""
        self._uses = Uses()
        self._count_all = QTimer(self, singleShot=True, interval=LATER)
        self._count_all.timeout.connect(self._on_count_all)
        desk.closing.connect(self._count_all.stop)
        self.model = BlockListModel(self, describe=self._describe)
        page.blocks.setModel(self.model)
        self.acts = BlockActs(desk, theme, book, self.model.get, page)
        self.line = LineActs(desk, page.bar, book, self.model.known, self, input_kind=PHOTO, draft=PHOTO_DRAFT)
        self.acts.serve_list(page.blocks)
        for acts in (self.acts, self.line):
            acts.told.connect(self.told)
            acts.problem_told.connect(self.problem_told)
        self.line.captured.connect(self._on_captured)
        self.acts.opened.connect(self._to_line)
        page.blocks.opened.connect(self._to_line)

    def show_round(self, workshop: Workshop, step: Round | None) -> None:
        """Type for this session and round from now on."""
        self.show_photo(self._photo)
        if workshop.id != self._workshop:
            self.line.flush()
            self._workshop = workshop.id
            self.line.begin(workshop.id)
        self.acts.set_workshop(workshop)
        self._page.bar.set_workshop(workshop)
        if (identity := step.id if step else "") != self._round:
            self._round = identity
            self.line.set_round(identity)
            if self._page.bar.sticky.let_go():
                self.told.emit(self.tr("Nieuwe ronde: wat actief bleef is losgelaten."), False)
        self._tell_uses(self._uses.workspace)
        self._count_all.start()

    def show_photo(self, photo: str) -> None:
        """Show what was typed from this photo."""
        self._photo = photo
        self.model.set_blocks(self._desk.read(boards.blocks, self._typed(photo)))
        self._count()

    def _on_count_all(self) -> None:
        if self._workshop:
            self._tell_uses(self._desk.read(tagging.code_uses))

    def _tell_uses(self, workspace: Mapping[str, int]) -> None:
        uses = self._uses = Uses(self._desk.read(tagging.code_uses, workshop=self._workshop), workspace)
        self._page.bar.set_uses(uses)
        self._page.bar.sticky.set_favourites(favourites(uses, self._book, THEME))
        self.acts.set_uses(workspace)

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook."""
        self._book = book
        self.acts.set_codebook(book)
        self.line.set_codebook(book)
        self.show_photo(self._photo)

    def take_in(self, changes: Changes) -> None:
        """Show the blocks of this photo that a step changed as they are now."""
        if changes.touches(*BLOCK_TABLES):
            touched = self._desk.read(boards.touched, changes)
            mine = [block for block in self._typed(self._photo) if block in touched]
            self.model.take_in(self._desk.read(boards.blocks, mine))
            self._count()

    def flush(self) -> None:
        """Keep half-typed text now."""
        self.line.flush()

    def _typed(self, photo: str) -> Sequence[str]:
        return self._desk.recall(TYPED_FROM + photo).split() if photo else ()

    def _on_captured(self, block: str, opened: bool) -> None:
        typed = self._typed(self._photo)
        if self._photo and block not in typed:
            self._desk.remember(TYPED_FROM + self._photo, " ".join([*typed, block]))
        self.show_photo(self._photo)
        self._page.blocks.show_block(self.model.index_of(block))
        if opened:
            self._to_line(block)

    def _to_line(self, block: str) -> None:
        found = self.model.get(block)
        if found is not None and not found.removed:
            note = self.tr("Je wijzigt bouwsteen {n}. Enter bewaart, Esc laat hem zoals hij was.")
            self._page.bar.edit(found.id, write(found, self._book), note.format(n=found.number))
            self._page.bar.line.setFocus()

    def _count(self) -> None:
        self._page.show_typed(len(self.model.shown()))

    def _describe(self, block: Block) -> str:
        codes = ", ".join(self._book.code(code).name for code in block.codes if code in self._book.by_id)
        parts = [self.tr("Bouwsteen {n}").format(n=block.number), block.title, codes]
        parts.append(dutch.counted(block.votes, "stem", "stemmen"))
        return ". ".join(filter(None, parts))

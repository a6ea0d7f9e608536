"""The quotes of a report: the exemplary blocks in it, chosen here or with E in *Ordenen*."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import folded
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import capturing
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.picker import Offered, Picker
from bouwstenen_app.ui.widgets.recipe_panel import Entry, RecipePanel

OFFERED: Final = 40
"""Blocks that the window offers at a time; typing finds the others."""
SHOWN: Final = 12
"""Quotes that the panel names; the others are counted."""


class QuotePicker(Picker):
    """Shows the blocks of the report, the exemplary ones first; Enter makes one exemplary, or no longer."""

    toggled = Signal(str)
    """Id of a block."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        hint = self.tr("Zoek een bouwsteen; Enter kiest hem of laat hem los")
        super().__init__(theme, self.tr("Bouwsteen"), hint, self.tr("Bouwstenen in het rapport"), parent)
        self._blocks: Sequence[Block] = ()

    def choose(self, blocks: Sequence[Block], at: QPoint) -> None:
        """Open at a point of the screen."""
        self._blocks = sorted(blocks, key=lambda block: (not block.exemplary, -block.votes))
        self.open_at(at)

    @override
    def offers(self, typed: str) -> Iterable[Offered]:
        wanted = folded(typed)
        found = (one for one in self._blocks if wanted in folded(f"{one.spoken_id} {one.title} {one.explanation}"))
        for _, block in zip(range(OFFERED), found, strict=False):
            yield Offered(block.title, block.id, checked=block.exemplary, detail=block.spoken_id)

    @override
    def taken(self, what: str, typed: str, *, add: bool) -> None:
        self.toggled.emit(what)


class QuoteActs(QObject):
    """Shows which blocks are exemplary, and makes others so."""

    problem_told = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, panel: RecipePanel) -> None:
        super().__init__(panel)
        self._desk = desk
        self._theme = theme
        self._panel = panel
        self._blocks: dict[str, Block] = {}
        self._picker: QuotePicker | None = None
        panel.choose_quotes.clicked.connect(self.choose)
        self.show(())

    def show(self, blocks: Sequence[Block], *, quoting: bool = True) -> None:
        """Show the exemplary ones among the blocks of the report, if it is one that quotes."""
        self._blocks = {block.id: block for block in blocks}
        chosen = [block for block in blocks if block.exemplary]
        entries = [Entry(block.id, f"★ {block.title} ({block.spoken_id})") for block in chosen[:SHOWN]]
        if len(chosen) > SHOWN:
            entries.append(Entry("", self.tr("En nog {n}.").format(n=len(chosen) - SHOWN)))
        self._panel.quotes.show_entries(entries)
        self._panel.choose_quotes.setVisible(bool(blocks) and quoting)
        self._panel.quotes.setVisible(bool(entries) and quoting)

    def choose(self) -> None:
        """Open the window to choose in."""
        if self._picker is None:
            self._picker = QuotePicker(self._theme, self._panel)
            self._picker.toggled.connect(self._toggle)
        button = self._panel.choose_quotes
        self._picker.choose([*self._blocks.values()], button.mapToGlobal(QPoint(0, button.height())))

    def _toggle(self, identity: str) -> None:
        block = self._blocks.get(identity)
        if block is None:
            return
        wanted = not block.exemplary
        said = self.tr("{id} voorbeeldig genoemd") if wanted else self.tr("{id} niet meer voorbeeldig")
        try:
            label = said.format(id=block.spoken_id)
            edit: Any = capturing.edit_block
            self._desk.do(label, edit, identity, exemplary=wanted)
        except Problem as problem:
            self.problem_told.emit(str(problem))

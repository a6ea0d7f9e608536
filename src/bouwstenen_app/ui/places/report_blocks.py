"""Which blocks a report is made of: how many the filter finds as it is typed, and what can be chosen from."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.codebook import DOMAIN, THEME
from bouwstenen_app.domain.recipes import ABOUT_PARTNER, ABOUT_REGION, ABOUT_SESSION, ABOUT_THEME, Kind, Recipe
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import facet_index, filters, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.counting import Counting
from bouwstenen_app.ui.desk import CODEBOOK_TABLES, Desk
from bouwstenen_app.ui.places.filter_acts import FilterActs
from bouwstenen_app.ui.widgets.block_choice import BlockChoice

REST: Final = 120
"""Milliseconds of rest before blocks are counted."""
NO_BREAK: Final = "\u00a0"


class BlocksActs(QObject):
    """Follows the recipe; ``recipe`` and ``kind`` tell what is chosen now."""

    told = Signal(str, bool)
    problem_told = Signal(str)

    def __init__(
        self,
        desk: Desk,
        counts: Counting,
        choice: BlockChoice,
        recipe: Callable[[], Recipe],
        kind: Callable[[], Kind],
    ) -> None:
        super().__init__(choice)
        self._desk = desk
        self._counts = counts
        self._choice = choice
        self._recipe = recipe
        self._kind = kind
        self._workshops: Sequence[Workshop] = desk.read(preparing.headings)
        self.filters = FilterActs(desk, choice.filters, self._selection, self)
        self.filters.chosen.connect(self._on_filter)
        self.filters.told.connect(self.told)
        self.filters.problem_told.connect(self.problem_told)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._count)
        counts.ready.connect(self._rest.start)
        self.show()

    def show(self) -> None:
        """Offer what can be chosen from, and count."""
        self._choice.show_workshops([(one.id, one.title) for one in self._workshops])
        self._choice.show_about(self._about())
        self.follow()

    def follow(self) -> None:
        """Count anew, in a moment: something else is chosen."""
        self._rest.start()

    def stop(self) -> None:
        """Count nothing any more: the file is being closed."""
        self._rest.stop()

    def take_in(self, changes: Changes) -> None:
        """Offer and count as it is now."""
        self.filters.take_in(changes)
        if changes.touches("workshop"):
            self._workshops = self._desk.read(preparing.headings)
        if changes.touches("workshop", *CODEBOOK_TABLES):
            self.show()
        elif changes.touches("block", "tagging", "contribution", "bundle"):
            self.follow()

    def commands(self) -> Sequence[Command]:
        """Return what the saved filters do."""
        return self.filters.commands()

    def in_report(self) -> Selection:
        """Return what selects the blocks that the report is made of, but for what it is about."""
        recipe = self._recipe()
        return Selection(query=recipe.query, workshops=recipe.workshops, releases=recipe.releases, held_back=False)

    def _selection(self) -> Selection:
        return Selection(query=self._recipe().query)

    def _on_filter(self, selection: Selection) -> None:
        self._choice.query.setText(self._desk.read(filters.written, selection))
        self._choice.finished.emit()

    def _count(self) -> None:
        self._rest.stop()
        index = self._counts.index()
        if index is not None:
            count = self._desk.read(facet_index.count, index, self.in_report())
            said = dutch.counted(count, self.tr("bouwsteen"), self.tr("bouwstenen"))
            self._choice.show_count(said)
        self.filters.show()

    def _about(self) -> list[tuple[str, str]]:
        about = self._kind().about
        if about == ABOUT_SESSION:
            return [(one.id, one.title) for one in self._workshops]
        if about == ABOUT_REGION:
            regions = sorted({one.region for one in self._workshops if one.region}, key=str.casefold)
            return [(region, region) for region in regions]
        dimension = {ABOUT_THEME: THEME, ABOUT_PARTNER: DOMAIN}.get(about, "")
        return [
            (code.id, f"{NO_BREAK * 4}{code.name}" if code.parent else code.name)
            for code in self._desk.book.of(dimension)
            if not code.retired
        ]

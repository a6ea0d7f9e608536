"""What is marked in *Ordenen*, in the list, the board or the table, is what its inspector shows, after a rest."""

from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import preparing
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.models.blocks import BlockListModel
from bouwstenen_app.ui.places.arrangement import Arrangement
from bouwstenen_app.ui.places.block_acts import BlockActs
from bouwstenen_app.ui.widgets.arrange_bar import LIST
from bouwstenen_app.ui.widgets.organise_page import OrganisePage

FOLLOWING: Final = 40
"""Milliseconds of rest before the inspector follows."""


class MarkedBlocks(QObject):
    """Knows the blocks that are in sight, and the session of the one that is shown."""

    def __init__(
        self, desk: Desk, page: OrganisePage, arrangement: Arrangement, model: BlockListModel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = page
        self._arrangement = arrangement
        self._model = model
        self._acts: BlockActs | None = None
        self._home: Workshop | None = None
        self._rest = QTimer(self, singleShot=True, interval=FOLLOWING)
        self._rest.timeout.connect(self.show)
        desk.closing.connect(self._rest.stop)

    def serve(self, acts: BlockActs) -> None:
        """Tell these acts whose rounds and clusters the block that is shown can be in."""
        self._acts = acts

    def follow(self) -> None:
        """Show in a moment what is marked then."""
        self._rest.start()

    def show(self) -> None:
        """Show what is marked, now."""
        found = [block for block in map(self.known, self._arrangement.marked()) if block is not None]
        if len(found) == 1:
            home = self._home_of(found[0])
            if self._acts is not None:
                self._acts.set_workshop(home)
            if home is not None:
                self._page.inspector.set_workshop(home)
        self._page.inspector.show_blocks(found)

    def open(self, identity: str) -> None:
        """Show one block, to edit its title."""
        if self._arrangement.view == LIST:
            self._page.blocks.show_block(self._model.index_of(identity))
        else:
            self._arrangement.clear_marks()
        self._rest.stop()
        self.show()
        self._page.inspector.focus_title()

    def known(self, identity: str) -> Block | None:
        """Return a block as it was read for what is in sight."""
        return self._arrangement.get(identity) or self._model.get(identity)

    def forget_session(self) -> None:
        """Ask for the session anew: it is another one now."""
        self._home = None

    def _home_of(self, block: Block) -> Workshop | None:
        if self._home is None or self._home.id != block.workshop:
            try:
                self._home = self._desk.read(preparing.workshop, block.workshop)
            except Problem:
                return None
        return self._home

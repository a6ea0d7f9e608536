"""Groeperen: the participants put the blocks of their session together, and name what they see."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from typing_extensions import override

from bouwstenen_app.domain.beamer import CLUSTERS, Scene
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.workshops import Round, Workshop
from bouwstenen_app.services import grouping
from bouwstenen_app.services.grouping import Board
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.cluster_acts import ClusterActs
from bouwstenen_app.ui.places.place import Key
from bouwstenen_app.ui.places.way import Way
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.grouping_page import GroupingPage

TABLES = ("block", "cluster")


class Grouping(Way):
    """Works on the whole session, whatever the round."""

    wide = True

    def __init__(self, desk: Desk, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(desk, theme, parent)
        self._workshop: Workshop | None = None
        self._board = Board()
        self._blocks: dict[str, Block] = {}
        self._page = GroupingPage(theme)
        self.acts = ClusterActs(desk, theme, self._blocks.get, self)
        self.acts.told.connect(self.told)
        self.acts.problem_told.connect(self.problem_told)
        self._connect()

    @property
    @override
    def page(self) -> GroupingPage:
        return self._page

    @property
    @override
    def scene(self) -> Scene:
        return Scene(CLUSTERS)

    @override
    def show_round(self, workshop: Workshop, step: Round | None) -> None:
        if self._workshop is None or self._workshop.id != workshop.id:
            self._page.board.clear_marks()
        self._workshop = workshop
        self.acts.set_workshop(workshop)
        self._show()

    @override
    def take_in(self, changes: Changes) -> None:
        if changes.touches(*TABLES):
            self._show()

    @override
    def focus(self) -> None:
        if self._page.is_empty and self._page.empty.button is not None:
            self._page.empty.button.setFocus()
        else:
            self._page.board.focus()

    @override
    def leave(self) -> None:
        self._page.board.finish()
        self._page.board.clear_marks()

    @override
    def key_help(self) -> Sequence[Key]:
        return grouping_keys()

    def _connect(self) -> None:
        board = self._page.board
        board.put_asked.connect(self._put)
        board.out_asked.connect(lambda ids: self._done(self.acts.put_out(ids)))
        board.parking_asked.connect(lambda ids: self._done(self.acts.park(ids)))
        board.parked.connect(self._park)
        board.pick_asked.connect(self._pick)
        board.made.connect(self._make)
        board.renamed.connect(self.acts.rename)
        board.move_asked.connect(self.acts.move)
        board.removal_asked.connect(self.acts.remove)
        board.left.connect(self.left)
        self._page.empty.accepted.connect(self.left)
        self._page.new.clicked.connect(board.begin_cluster)

    def _show(self) -> None:
        if self._workshop is None:
            return
        board = self.desk.read(grouping.board, self._workshop.id)
        self._board = board
        self._blocks.clear()
        for blocks in (board.loose, board.parked, *(group.blocks for group in board.groups)):
            self._blocks.update((block.id, block) for block in blocks)
        self._page.show_board(board)

    def _put(self, ids: Sequence[str], cluster: str) -> None:
        group = self._board.group(cluster)
        there = {block.id for block in group.blocks} if group else set()
        if moving := [block for block in ids if block not in there]:
            self._done(self.acts.put_in(moving, cluster))

    def _park(self, ids: Sequence[str]) -> None:
        if moving := [block for block in ids if not self._blocks[block].parked]:
            self._done(self.acts.park(moving))

    def _pick(self, ids: Sequence[str], at: QPoint) -> None:
        self.acts.pick(ids, at, self._page)

    def _make(self, name: str, ids: Sequence[str]) -> None:
        self._done(bool(self.acts.make(name, ids)))

    def _done(self, done: bool) -> None:
        if done:
            self._page.board.clear_marks()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Grouping", text)


def grouping_keys() -> Sequence[Key]:
    """Return the keys of this way, in the order of use."""
    return (
        Key("↑ ↓ ← →", _tr("Door de bouwstenen en de clusters")),
        Key("Spatie", _tr("Een bouwsteen kiezen, of weer niet")),
        Key("1 … 9", _tr("In dat cluster zetten")),
        Key("G of Enter", _tr("Een cluster kiezen met zijn eerste letters, of een nieuw maken")),
        Key("N", _tr("Nieuw cluster: typ de naam die de groep geeft; wat gekozen is gaat mee")),
        Key("F2", _tr("Het cluster een andere naam geven")),
        Key("Del", _tr("Uit het cluster halen")),
        Key("P", _tr("Op de parkeerplaats zetten, of er weer af")),
        Key("Alt ← →", _tr("Het cluster een plaats eerder of later")),
        Key("Shift Del", _tr("Het cluster opheffen; de bouwstenen blijven")),
        Key("Esc", _tr("Loslaten wat gekozen is, daarna terug naar de regel")),
    )

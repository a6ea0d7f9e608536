"""Teruglezen: at the end of a session the main blocks are read to the room, which says whether they are right."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from typing_extensions import override

from bouwstenen_app.domain.beamer import READ_BACK, Scene
from bouwstenen_app.domain.blocks import ADJUSTED, Block
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.no_persons import names_of
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.workshops import Round, Workshop
from bouwstenen_app.services import boards, reading_back
from bouwstenen_app.ui import remembered
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.cluster_acts import ClusterActs
from bouwstenen_app.ui.places.field_words import too_long
from bouwstenen_app.ui.places.place import Key
from bouwstenen_app.ui.places.way import Way
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.reading_back_page import ReadingBackPage

TABLES = ("block", "cluster")


class ReadingBack(Way):
    """Reads back the top of the votes, and whatever is added. What was chosen stays put while it is in front."""

    wide = True

    def __init__(self, desk: Desk, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(desk, theme, parent)
        self._workshop: Workshop | None = None
        self._blocks: dict[str, Block] = {}
        self._most = reading_back.USUAL
        self._extra: list[str] = []
        self._stale = True
        """Whether it is to be chosen anew what is read back."""
        self._shown = ""
        """Id of the block that the room was told of last."""
        self._page = ReadingBackPage(theme)
        self._parking = ClusterActs(desk, theme, self._blocks.get, self)
        self._parking.problem_told.connect(self.problem_told)
        self._connect()

    @property
    @override
    def page(self) -> ReadingBackPage:
        return self._page

    @property
    @override
    def scene(self) -> Scene:
        return Scene(READ_BACK, self._page.list.current_id())

    @override
    def show_round(self, workshop: Workshop, step: Round | None) -> None:
        if self._workshop is None or self._workshop.id != workshop.id:
            self._page.card.finish()
            self._stale = True
            self._most, self._extra = self._remembered(workshop.id)
        self._workshop = workshop
        self._page.card.set_no_persons(lambda: [*names_of([workshop], self.desk.book)])
        self._show()

    @override
    def take_in(self, changes: Changes) -> None:
        if changes.touches(*TABLES):
            self._show()

    @override
    def focus(self) -> None:
        self._page.focus()

    @override
    def leave(self) -> None:
        self._page.card.finish()
        self._stale = True

    @override
    def key_help(self) -> Sequence[Key]:
        return reading_back_keys()

    def _connect(self) -> None:
        page, card = self._page, self._page.card
        card.marked.connect(self._mark)
        card.edited.connect(self._edit)
        card.parking_asked.connect(self._park)
        card.paste_refused.connect(self._on_paste_refused)
        page.most_changed.connect(self._choose)
        page.number_asked.connect(self._add)
        page.left.connect(self.left)
        page.list.current_changed.connect(self._tell_scene)

    # -- which blocks

    def _show(self) -> None:
        if self._workshop is None:
            return
        if self._stale:
            found = self.desk.read(
                reading_back.to_read_back, self._workshop.id, most=self._most, extra=frozenset(self._extra)
            )
            self._stale = False
        else:
            known = self.desk.read(boards.blocks, list(self._blocks))
            found = tuple(block for block in known if reading_back.readable(block))
        self._blocks.clear()
        self._blocks.update((block.id, block) for block in found)
        self._page.show_blocks(found, self._most)
        self._tell_scene()

    def _choose(self, most: int) -> None:
        self._most = most
        self._keep()
        self._stale = True
        self._show()

    def _add(self, number: int) -> None:
        if self._workshop is None:
            return
        try:
            block = self.desk.read(reading_back.numbered, self._workshop.id, number)
        except Problem as problem:
            self.problem_told.emit(str(problem))
            return
        if block.id not in self._blocks:
            self._extra.append(block.id)
            self._keep()
            self._blocks[block.id] = block
            self._show()
        self._page.list.go(self._page.list.blocks.row_of(block.id))

    def _remembered(self, workshop: str) -> tuple[int, list[str]]:
        try:
            kept = json.loads(self.desk.recall(remembered.READ_BACK + workshop))
            return max(1, int(kept["most"])), [str(block) for block in kept["extra"]]
        except (ValueError, KeyError, TypeError):
            return reading_back.USUAL, []

    def _keep(self) -> None:
        if self._workshop is not None and not self.desk.read_only:
            kept = json.dumps({"most": self._most, "extra": self._extra})
            self.desk.remember(remembered.READ_BACK + self._workshop.id, kept)

    def _tell_scene(self) -> None:
        current = self._page.list.current_id()
        if current != self._shown:
            self._shown = current
            self.scene_changed.emit()

    # -- what the room says

    def _mark(self, outcome: str) -> None:
        block = self._page.card.block
        if block is None:
            return
        self._page.card.finish()
        if outcome == ADJUSTED:
            if block.read_back != ADJUSTED:
                self._do(self._label(block, outcome), reading_back.mark, block.id, outcome)
            self._page.card.write_title()
            return
        wanted = "" if block.read_back == outcome else outcome
        self._do(self._label(block, wanted), reading_back.mark, block.id, wanted)

    def _edit(self, identity: str, name: str, text: str) -> None:
        block = self._blocks.get(identity)
        if block is None:
            return
        if name == "minority":
            label = _tr("Minderheidsstandpunt bij bouwsteen {n}").format(n=block.number)
            self._do(label, reading_back.set_minority, identity, text)
        elif name == "title" and not text.strip():
            self._page.card.title.set_text(block.title, fresh=True)  # a block always says something
        else:
            self._do(self._label(block, ADJUSTED), reading_back.adjust, identity, **{name: text})

    def _park(self) -> None:
        if (block := self._page.card.block) is not None:
            self._parking.park([block.id])

    def _label(self, block: Block, outcome: str) -> str:
        if not outcome:
            return _tr("Bouwsteen {n}: weer niet teruggelezen").format(n=block.number)
        return _tr("Bouwsteen {n} teruggelezen: {outcome}").format(n=block.number, outcome=outcome)

    def _do(self, label: str, verb: Callable[..., Any], *args: Any, **fields: Any) -> None:
        try:
            self.desk.do(label, verb, *args, **fields)
        except Problem as problem:
            self.problem_told.emit(str(problem))

    def _on_paste_refused(self, count: int) -> None:
        self.problem_told.emit(too_long(count))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReadingBack", text)


def reading_back_keys() -> Sequence[Key]:
    """Return the keys of this way, in the order of use."""
    return (
        Key("B of 1", _tr("Bevestigd; nog een keer haalt het weg")),
        Key("A of 2", _tr("Aangepast: de cursor gaat naar de titel")),
        Key("N of 3", _tr("Niet herkend")),
        Key("M", _tr("Minderheidsstandpunt opschrijven")),
        Key("P", _tr("Op de parkeerplaats zetten, of er weer af")),
        Key("Enter of →", _tr("De volgende bouwsteen; ← of Backspace de vorige")),
        Key("+", _tr("Nog een bouwsteen teruglezen: typ zijn nummer")),
        Key("Esc", _tr("Uit een tekstveld, daarna terug naar de regel")),
    )

"""Ontdubbelen: pairs of blocks over all sessions that seem to say the same are judged, one after the other."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook
from bouwstenen_app.domain.look_alikes import Suggestion
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.shared_words import Written
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import deduplicating, preparing
from bouwstenen_app.services.deduplicating import Pair
from bouwstenen_app.ui.desk import CODEBOOK_TABLES, Desk
from bouwstenen_app.ui.jobs import Job, Jobs
from bouwstenen_app.ui.places.place import Key
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.deduplicating_page import AT_A_TIME, DeduplicatingPage
from bouwstenen_app.ui.widgets.marked_text import Place as Marked
from bouwstenen_app.ui.widgets.pair_card import APART, GROUP, LATER, LINKED, TOGETHER, Shown, Side

TABLES: Final = ("block", "contribution", "bundle", "judgement", "tagging", "workshop")
AT_MOST: Final = 500
"""Pairs in one round: more than a person judges in a day. The next round has the next ones."""
Decided = tuple[str, str]
"""Key of a pair that was put off and nothing, or of one that was judged and the id of that step."""


class DeduplicationRound(QObject):
    """Compares all blocks in a job, and then offers the pairs, the most alike first. It joins nothing by itself."""

    told = Signal(str, bool)
    problem_told = Signal(str)
    left = Signal()
    """The user is done here: back to *Ordenen*."""

    def __init__(self, desk: Desk, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.page = DeduplicatingPage(theme)
        self.jobs = Jobs(self)
        self._job: Job | None = None
        self._result: tuple[Suggestion, ...] = ()
        self._found: dict[str, Suggestion] = {}
        self._later: list[str] = []
        self._history: list[Decided] = []
        self._open: tuple[Suggestion, ...] = ()
        self._pairs: dict[str, Pair] = {}
        self._homes: dict[str, Workshop] = {}
        """What was read for the pairs that are shown, until a step changes it."""
        self._stale = True
        """Whether blocks were changed elsewhere since they were compared."""
        self._acting = False
        self._before = 0
        """Decisions that were in the file when the round began."""
        desk.closing.connect(self.jobs.cancel_all)
        desk.changed.connect(self._on_changed)
        self.page.decided.connect(self._on_decided)
        self.page.undo_asked.connect(self._on_undo)
        self.page.stop_asked.connect(self._on_stop)
        self.page.left.connect(self.left)

    @property
    def busy(self) -> bool:
        """Whether the blocks are being compared."""
        return self._job is not None

    @property
    def open(self) -> tuple[Suggestion, ...]:
        """The pairs that are still to be judged."""
        return self._open

    def begin(self) -> None:
        """Compare all blocks, unless nothing was changed since, and then show the first pairs."""
        if self._job is not None:
            return
        self._later.clear()
        self._history.clear()
        if not self._stale and self._open:
            self._show()
            return
        self._stale = False
        what = self.tr("Bouwstenen vergelijken")
        self.page.show_progress(Progress(0, 0, what))
        job = self._job = self.jobs.start(what, self._compare)
        job.progressed.connect(self.page.show_progress)
        job.finished.connect(self._on_compared)
        job.cancelled.connect(self._on_cancelled)
        job.failed.connect(self._on_failed)
        job.crashed.connect(self._on_crashed)
        job.ended.connect(self._on_ended)

    def key_help(self) -> Sequence[Key]:
        """Return the keys of the round, in the order of use."""
        return (
            Key("↑ ↓", self.tr("Een ander paar")),
            Key("J", self.tr("Samen: in één bundel")),
            Key("K", self.tr("Koppelen: ze horen bij elkaar en blijven apart")),
            Key("N", self.tr("Niet samen: ze zeggen iets anders")),
            Key("L", self.tr("Later beoordelen")),
            Key("G", self.tr("De hele groep samen, als er meer op elkaar lijken")),
            Key("Z", self.tr("Je laatste besluit ongedaan maken")),
            Key("Esc", self.tr("Terug naar Ordenen")),
        )

    # -- comparing, in a job

    def _compare(self) -> Iterator[Progress]:
        """Read once, and compare without the file; on another thread."""
        self._result = yield from deduplicating.compare(self._desk.read(deduplicating.material))

    def _on_compared(self) -> None:
        self._found = {_key(one): one for one in deduplicating.clear(self._result)[:AT_MOST]}
        self._result = ()
        self._before = len(self._desk.read(deduplicating.judged))
        self._show()

    def _on_cancelled(self) -> None:
        self._stale = True
        self.left.emit()

    def _on_failed(self, problem: Problem) -> None:
        self._stale = True
        self.problem_told.emit(str(problem))
        self.left.emit()

    def _on_crashed(self, error: Exception) -> None:
        self.left.emit()
        raise error

    def _on_ended(self, _job: Job) -> None:
        self._job = None

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    # -- the pairs

    def _show(self) -> None:
        still = self._desk.read(deduplicating.still_open, tuple(self._found.values()))
        waiting = {key: place for place, key in enumerate(self._later)}
        self._open = tuple(sorted(still, key=lambda one: waiting.get(_key(one), -1)))
        pairs = self._desk.read(deduplicating.pairs, self._open[:AT_A_TIME], self._open, self._pairs)
        self._pairs = {pair.key: pair for pair in pairs}
        if not self._homes:
            self._homes = {one.id: one for one in self._desk.read(preparing.headings)}
        shown = [_shown(pair, self._desk.book, self._homes) for pair in pairs]
        done = self._before + len(self._found) - len(self._open)
        self.page.show_pairs(shown, done=done, total=self._before + len(self._found))
        still_open = {_key(one) for one in self._open}
        self._history = [(key, step) for key, step in self._history if not step or key not in still_open]
        self.page.set_undoable(undoable=bool(self._history))

    def _on_decided(self, key: str, choice: str) -> None:
        card = self.page.current
        if card is None or card.shown is None or card.shown.key != key:
            return
        if choice == LATER:
            self._later = [*(one for one in self._later if one != key), key]
            self._history.append((key, ""))
            self._show()
            return
        self._acting = True
        try:
            self._judge(self._found[key], card.shown, choice)
        except Problem as problem:
            self.problem_told.emit(str(problem))
            self._show()
        finally:
            self._acting = False

    def _judge(self, pair: Suggestion, shown: Shown, choice: str) -> None:
        first, second = shown.first.block, shown.second.block
        names = {"first": first.spoken_id, "second": second.spoken_id}
        if choice in (TOGETHER, GROUP):
            self._join([first, second, *(shown.also if choice == GROUP else ())])
        elif choice == LINKED:
            label = self.tr("{first} en {second} gekoppeld").format(**names)
            self._desk.do(label, deduplicating.judge_linked, pair.first, pair.second)
            self.told.emit(label, True)
        elif choice == APART:
            label = self.tr("{first} en {second} blijven apart").format(**names)
            self._desk.do(label, deduplicating.judge_apart, pair.first, pair.second)
            self.told.emit(label, True)
        step = self._desk.undoable()
        self._history.append((_key(pair), step.id if step is not None else ""))
        self.page.set_undoable(undoable=True)

    def _join(self, blocks: Sequence[Block]) -> None:
        names = ", ".join(block.spoken_id for block in blocks[:-1])
        label = self.tr("{blocks} en {last} samen in een bundel").format(blocks=names, last=blocks[-1].spoken_id)
        bundle = self._desk.do(label, deduplicating.judge_together, [block.id for block in blocks])
        called = self._desk.read(deduplicating.called, bundle)
        told = self.tr("{blocks} en {last} zijn nu samen bundel {bundle}.")
        self.told.emit(told.format(blocks=names, last=blocks[-1].spoken_id, bundle=called), True)

    def _on_undo(self) -> None:
        if not self._history:
            return
        key, step = self._history[-1]
        last = self._desk.undoable()
        if step and (last is None or last.id != step):
            self.told.emit(self.tr("Er is intussen iets anders gedaan. Maak dat eerst ongedaan met Ctrl+Z."), False)
            return
        self._history.pop()
        self._later = [one for one in self._later if one != key]
        if step:
            self._desk.undo()
        else:
            self._show()
        self._go_to(key)
        self.page.set_undoable(undoable=bool(self._history))

    def _go_to(self, key: str) -> None:
        for place, card in enumerate(self.page.cards):
            if card.shown is not None and card.shown.key == key:
                self.page.set_current(place)
                self.page.focus()

    def _on_changed(self, changes: Changes) -> None:
        self._stale = self._stale or (not self._acting and changes.touches(*TABLES))
        if changes.touches(*CODEBOOK_TABLES):
            self._pairs.clear()
        if changes.touches("workshop"):
            self._homes.clear()
        if self._found and not self.busy and changes.touches(*TABLES):
            self._show()


def _key(pair: Suggestion) -> str:
    return f"{pair.first} {pair.second}"


def _shown(pair: Pair, book: Codebook, homes: dict[str, Workshop]) -> Shown:
    first = _side(pair.first, pair.bundles[0], pair.shared.first, book, homes)
    second = _side(pair.second, pair.bundles[1], pair.shared.second, book, homes)
    return Shown(pair.key, first, second, pair.reason, pair.also)


def _side(block: Block, bundle: str, marked: Sequence[Written], book: Codebook, homes: dict[str, Workshop]) -> Side:
    home = homes.get(block.workshop)
    explanation = len(block.title) + 1
    next_step = explanation + len(block.explanation) + 1
    codes = tuple(code for slug in (DOMAIN, THEME, KIND) for code in book.select(block.codes, slug))
    return Side(
        block,
        home.region if home is not None else "",
        home.title if home is not None else "",
        bundle,
        codes,
        _within(marked, 0, len(block.title)),
        _within(marked, explanation, len(block.explanation)),
        _within(marked, next_step, len(block.next_step)),
    )


def _within(marked: Sequence[Written], start: int, length: int) -> tuple[Marked, ...]:
    """Return where the marked words of one part of a text are, counted from its start."""
    return tuple((one.start - start, one.end - start) for one in marked if start <= one.start < start + length)

"""What the capture line asks for: a block, many blocks, a block changed, a step back, half-typed text kept."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import ALIGN_FIRST, LIVE, PASTED, Block
from bouwstenen_app.domain.capture import write
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import capturing, half_typed, likeness, preparing, retyping
from bouwstenen_app.services.capturing import Captured
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.likeness_acts import LikenessActs
from bouwstenen_app.ui.remembered import DRAFT
from bouwstenen_app.ui.widgets.capture_bar import CaptureBar

T = TypeVar("T")

_CHANGES: Final = "wijzigt:"
"""Followed by the name under which half-typed text is kept: the id of the block that it changes, if it does."""


class LineActs(QObject):
    """Acts for one capture bar, on one session and round. ``known`` gives the blocks of the session.

    ``input_kind`` is how its blocks come in; half-typed text is remembered under ``draft`` and the session.
    The line is emptied only when its block is on disk; when that fails the text stays, and the Problem is told.
    """

    captured = Signal(str, bool)
    """The id of a block that was made or changed, and whether it is to be opened."""
    told = Signal(str, bool)
    problem_told = Signal(str)

    def __init__(
        self,
        desk: Desk,
        bar: CaptureBar,
        book: Codebook,
        known: Callable[[], Collection[Block]],
        parent: QObject | None = None,
        *,
        input_kind: str = LIVE,
        draft: str = DRAFT,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bar = bar
        self._book = book
        self._known = known
        self._input_kind = input_kind
        self._draft = draft
        self._workshop = ""
        self._round: str | None = None
        self._step = ""
        self._last: tuple[str, str] = ("", "")
        """The step and the text of the block that was captured last."""
        self._kept = ""
        """The half-typed text that was kept last."""
        self._before = ""
        """The text of the block that is changed in the line, as it was taken into it."""
        self._kept_changes = ""
        """Which block the half-typed text that was kept changes."""
        self._likeness = LikenessActs(desk, bar)
        self._likeness.add_asked.connect(self.add_to)
        desk.changed.connect(self._on_changed)
        bar.submitted.connect(self._on_submitted)
        bar.lines_submitted.connect(self._on_lines_submitted)
        bar.undo_asked.connect(self._on_undo_asked)
        bar.redo_asked.connect(self._on_redo_asked)
        bar.last_asked.connect(self._on_last_asked)
        bar.draft_rested.connect(self._keep_draft)

    def begin(self, workshop: str) -> None:
        """Go on in a session, with the text that was half-typed there."""
        self._workshop = workshop
        self._last = ("", "")
        self._bar.clear()
        self._likeness.begin(workshop)
        self._take_up(self._desk.recall(self._draft + workshop))
        self._bar.sticky.let_go()
        self._count_tables()

    def set_round(self, identity: str) -> None:
        """Take the round that blocks go into; empty for none."""
        self._round = identity or None

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook."""
        self._book = book

    def flush(self) -> None:
        """Keep half-typed text now."""
        self._bar.flush_draft()

    def add_to(self, block: str, name: str) -> None:
        """Add what is typed to a block that is there already and is called so, instead of making one."""
        text = self._bar.line.toPlainText()
        label = self.tr("Toegevoegd aan bouwsteen {name}").format(name=name)
        sticky = self._bar.sticky.codes
        try:
            self._store(label, likeness.add_to, block, self._bar.draft, book=self._book, sticky=sticky)
        except Problem as problem:
            self.problem_told.emit(str(problem))
            return
        self._last = self._step, text
        self._bar.clear()
        self.told.emit(f"{label}.", True)
        if any(one.id == block for one in self._known()):
            self.captured.emit(block, False)

    def _take_up(self, text: str) -> None:
        """Put half-typed text back in the line, as the change of a block if it was that."""
        changes = self._desk.recall(_CHANGES + self._draft + self._workshop)
        block = next((one for one in self._known() if text and one.id == changes and not one.removed), None)
        self._kept, self._kept_changes = text, changes
        if block is None:
            self._bar.put(text)
        else:
            self._edit(block, text)

    def _edit(self, block: Block, text: str) -> None:
        note = self.tr("Je wijzigt bouwsteen {n}. Enter bewaart, Esc laat hem zoals hij was.")
        self._before = write(block, self._book)
        self._bar.edit(block.id, text, note.format(n=block.number))

    def _on_submitted(self, text: str, opened: bool) -> None:
        if not self._workshop:
            return
        try:
            there = self._is_there(self._bar.editing)
            block = self._retype(text) if there else self._capture(text)
        except Problem as problem:
            self.problem_told.emit(str(problem))
            return
        if self._bar.editing and not there:
            self.told.emit(self.tr("Die bouwsteen was weg. Je tekst is een nieuwe bouwsteen geworden."), True)
        self._bar.clear()
        if block:
            self.captured.emit(block, opened)

    def _is_there(self, block: str) -> bool:
        """Say whether this block can be changed; text for one that was thrown away becomes a new block."""
        return any(one.id == block and not one.removed for one in self._known())

    def _capture(self, text: str) -> str:
        done = self._store(
            self._captured_words,
            capturing.capture,
            self._bar.draft,
            workshop=self._workshop,
            book=self._book,
            round=self._round,
            table=self._bar.sticky.table,
            sticky=self._bar.sticky.codes,
            input_kind=self._input_kind,
        )
        self._last = self._step, text
        if done and done.release == ALIGN_FIRST:
            told = self.tr("{block} gaat over onderzoekshandelingen: eerst afstemmen voor je hem deelt.")
            self.told.emit(told.format(block=done.spoken_id), False)
        elif done:
            self._tell_stopped(done)
        return done.block if done else ""

    def _tell_stopped(self, done: Captured) -> None:
        """Say that a block stays off the beamer because its title points to a person."""
        from bouwstenen_app.domain.privacy import WORDS  # typing in an early page does not wait for it
        from bouwstenen_app.domain.stage import pointing

        if kinds := pointing(self._bar.draft.title):
            what = dutch.enumerated([f"een {WORDS[kind]}" for kind in kinds])
            told = self.tr("{block} komt zo niet op de beamer: er staat {what} in.")
            self.told.emit(told.format(block=done.spoken_id, what=what), False)

    def _store(self, label: str | Callable[[T], str], verb: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """Do what stores the text of the line, and forget in the same step that it was half-typed."""
        done = self._desk.do(label, half_typed.stored, self._draft + self._workshop, verb, *args, **kwargs)
        self._kept = ""
        return done

    def _captured_words(self, done: Captured | None) -> str:
        number = done.spoken_id.rpartition("-")[2].lstrip("0") if done else ""
        return self.tr("Bouwsteen {n} vastgelegd").format(n=number)

    def _retype(self, text: str) -> str:
        block = self._bar.editing
        number = next((one.number for one in self._known() if one.id == block), "")
        label = self.tr("Bouwsteen {n} gewijzigd").format(n=number)
        self._store(label, retyping.retype, block, text, book=self._book, before=self._before)
        return block

    def _on_lines_submitted(self, lines: list[str]) -> None:
        try:
            done = self._desk.do(
                self._counted_words,
                capturing.capture_lines,
                lines,
                workshop=self._workshop,
                round=self._round,
                table=self._bar.sticky.table,
                sticky=self._bar.sticky.codes,
                input_kind=PASTED,
            )
        except Problem as problem:
            self.problem_told.emit(str(problem))
            return
        if done:
            self.told.emit(f"{self._counted_words(done)}.", True)
            self.captured.emit(done[-1].block, False)

    def _counted_words(self, done: Sequence[Captured]) -> str:
        return self.tr("{what} vastgelegd").format(what=dutch.counted(len(done), "bouwsteen", "bouwstenen"))

    def _on_last_asked(self) -> None:
        present = [block for block in self._known() if not block.removed]
        if present:
            last = max(present, key=lambda block: (block.captured_at, block.number))
            self._edit(last, write(last, self._book))

    def _on_undo_asked(self) -> None:
        self._again(self._desk.undo, self.tr("Ongedaan: {step}"), self.tr("Er is niets om ongedaan te maken"))

    def _on_redo_asked(self) -> None:
        self._again(self._desk.redo, self.tr("Opnieuw: {step}"), self.tr("Er is niets om opnieuw te doen"))

    def _again(self, act: Callable[[], Changes | None], done: str, nothing: str) -> None:
        try:
            changes = act()
        except Problem as problem:
            self.problem_told.emit(str(problem))
        else:
            self.told.emit(done.format(step=changes.label) if changes else nothing, False)

    def _keep_draft(self, text: str) -> None:
        name, changes = self._draft + self._workshop, self._bar.editing
        if not self._workshop or (text, changes) == (self._kept, self._kept_changes):
            return
        try:
            if changes != self._kept_changes:
                # Before the text: after a crash in between it may become a block of its own, never replace one.
                self._desk.remember(_CHANGES + name, changes)
                self._kept_changes = changes
            self._desk.remember(name, text)
            self._kept = text
        except Problem as problem:
            self.problem_told.emit(str(problem))

    def _count_tables(self) -> None:
        self._bar.set_tables(self._desk.read(preparing.workshop, self._workshop).tables if self._workshop else 0)

    def _on_changed(self, changes: Changes) -> None:
        self._step = changes.step
        if changes.touches("workshop"):
            self._count_tables()
        # However the undo was asked, the text of the block that is gone is wanted back.
        if changes.kind == "undo" and changes.of == self._last[0] and not self._bar.line.toPlainText():
            self._bar.put(self._last[1])
            self._keep_draft(self._last[1])

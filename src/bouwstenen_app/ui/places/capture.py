"""Vastleggen: one session, one line that always has the focus, the live list, and the inspector."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.workshops import Round, Workshop
from bouwstenen_app.services import preparing
from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.desk import CODEBOOK_TABLES, Desk
from bouwstenen_app.ui.places.beamer_acts import BeamerActs, Frame
from bouwstenen_app.ui.places.block_acts import BlockActs
from bouwstenen_app.ui.places.capture_keys import capture_keys, session_keys
from bouwstenen_app.ui.places.coverage_acts import CoverageActs
from bouwstenen_app.ui.places.end_acts import EndActs
from bouwstenen_app.ui.places.line_acts import LineActs
from bouwstenen_app.ui.places.pace_acts import PaceActs
from bouwstenen_app.ui.places.place import Key, Place
from bouwstenen_app.ui.places.session_list import SessionList
from bouwstenen_app.ui.places.timer_acts import TimerActs
from bouwstenen_app.ui.places.way_acts import INBOX, LINE, WayActs
from bouwstenen_app.ui.remembered import LAST_ROUND, LAST_SESSION
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.capture_page import CapturePage
from bouwstenen_app.ui.widgets.empty import EmptyState
from bouwstenen_app.ui.widgets.list_header import ROUND
from bouwstenen_app.ui.widgets.workshop_pace import late_words
from bouwstenen_app.ui.widgets.workshop_words import who_is_there

REST = 40
"""Milliseconds before the inspector follows the list: the new card is painted first."""
BLOCK_TABLES = ("block", "tagging", "proposal", "cluster")
SESSION_TABLES = ("workshop", "round", "attendance", "cluster")


class CapturePlace(Place):
    """Works on one session; without one it offers to make one."""

    new_session_asked = Signal()

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        *,
        page: CapturePage | None = None,
        beamer: Frame | None = None,
        clock: Callable[[], float] = time.time,
        parent: QWidget | None = None,
    ) -> None:
        """``page`` is one that is shown already, taken over with what was typed in it; ``clock`` gives seconds.

        ``beamer`` makes the window for the room; without it there is no beamer.
        """
        super().__init__(parent)
        self._desk = desk
        self._book = desk.book
        self._workshop: Workshop | None = None
        self._round = ""
        typed = page.bar.typed if page else None
        self.page = page or CapturePage(theme, self._book)
        self.page.set_codebook(self._book)
        self.list = SessionList(desk, self.page, self._book, self)
        self.model = self.list.model
        self.acts = BlockActs(desk, theme, self._book, self.model.get, self)
        self.line = LineActs(desk, self.page.bar, self._book, self.model.known, self)
        self.timer = TimerActs(desk, theme, self.page, clock, self)
        self.ways = WayActs(desk, theme, self.page, self)
        self.beamer = BeamerActs(desk, theme, self.page, frame=beamer, clock=clock, parent=self)
        self.coverage = CoverageActs(desk, theme, self.page, self.beamer, self)
        self.pace = PaceActs(desk, clock, self)
        self.end = EndActs(desk, theme, lambda: self._workshop, self)
        self.empty = self._nothing(theme)
        self._follow = QTimer(self, singleShot=True, interval=REST)
        desk.closing.connect(self._follow.stop)
        self._stack = QStackedLayout(self)
        self._connect()
        self._open_last()
        if typed is not None:
            self.page.bar.type_again(typed)

    # -- what the window asks

    @override
    def tab_parts(self) -> Sequence[QWidget]:
        return self.page.parts

    @override
    def title(self) -> str:
        return self._workshop.title if self._workshop else self.tr("Vastleggen")

    @override
    def subtitle(self) -> str:
        if self._workshop is None:
            return ""
        return " · ".join(filter(None, (late_words(self.pace.pace), who_is_there(self._workshop))))

    @override
    def header_actions(self) -> list[QWidget]:
        return self.beamer.header_actions()

    @override
    def build_more(self) -> bool:
        return self._workshop is not None and (self.page.inspector.build_more() or self.ways.build_more())

    @override
    def commands(self) -> Sequence[Command]:
        if self._workshop is None:
            return ()
        acts = (self.ways, self.timer, self.beamer, self.end)
        return [command for one in acts for command in one.commands()]

    @override
    def key_help(self) -> Sequence[Key]:
        way = self.ways.key_help()
        return (*way, *session_keys()) if way else capture_keys()

    @override
    def keys_title(self) -> str:
        return self.ways.title

    @override
    def activated(self) -> None:
        if self._workshop is None:
            self._open_last()
        if self._workshop and self.ways.current != LINE:
            self.ways.go_to_line()
        ready = self.page.bar.line if self._workshop else self.empty.button or self.empty
        ready.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resumed(self) -> None:
        if self._workshop is None:
            self.activated()
        else:
            self.ways.focus()

    @property
    def workshop(self) -> Workshop | None:
        """The session that is open."""
        return self._workshop

    def open_workshop(self, identity: str) -> None:
        """Work on this session from now on; a Problem when it is not there."""
        self._flush()
        workshop = self._desk.read(preparing.workshop, identity)
        self._workshop = workshop
        if self._desk.recall(LAST_SESSION) != identity:
            self._desk.remember(LAST_SESSION, identity)
        self.acts.set_workshop(workshop)
        self.page.set_workshop(workshop)
        self.page.inspector.show_blocks([])
        self.list.open(identity)
        self.line.begin(identity)
        self.coverage.show_session(identity)
        self.page.header.set_rounds(len(workshop.numbered_rounds))
        self.page.header.show_all()
        self._enter_round(self._first_round(workshop))
        self._stack.setCurrentWidget(self.page)
        self.titles_changed.emit()

    def show_block(self, identity: str) -> None:
        """Show a block of this session in the list, open in the inspector."""
        self.ways.go_to_line()
        self.list.bring_up(identity)
        self._open_in_inspector(identity)

    def step_round(self, by: int) -> None:
        """Go to the next round (1) or the one before (-1)."""
        ids = [step.id for step in self._rounds()]
        if self._round in ids:
            place = ids.index(self._round) + by
            if 0 <= place < len(ids):
                self._on_round_chosen(ids[place])

    # -- how it is put together

    def _nothing(self, theme: Theme) -> EmptyState:
        why = self.tr("Bouwstenen leg je vast in een sessie. Maak er een, dan kun je beginnen.")
        return EmptyState(theme, "capture", why, self.tr("Nieuwe sessie"))

    def _connect(self) -> None:
        page, bar = self.page, self.page.bar
        self._stack.addWidget(self.empty)
        self._stack.addWidget(page)
        self._desk.changed.connect(self._on_changed)
        self.empty.accepted.connect(self._on_new_session)
        self._follow.timeout.connect(self._show_in_inspector)
        self.list.shown.connect(self._follow.start)
        self.list.uses_told.connect(self.acts.set_uses)
        self.acts.opened.connect(self._open_in_inspector)
        self.acts.serve_list(page.blocks)
        self.acts.serve_inspector(page.inspector)
        page.rounds.chosen.connect(self._on_round_chosen)
        page.blocks.current_changed.connect(lambda _: self._follow.start())
        page.blocks.marks_changed.connect(lambda _: self._follow.start())
        page.blocks.opened.connect(self._open_in_inspector)
        page.blocks.left.connect(bar.line.setFocus)
        page.header.inbox_asked.connect(lambda: self.ways.go(INBOX))
        self.ways.keys_asked.connect(self.keys_asked)
        self.ways.rehearsal_asked.connect(lambda: self.rehearsal_asked.emit(""))
        page.inspector.left.connect(self._to_list)
        page.inspector.marks_dropped.connect(page.blocks.clear_marks)
        bar.left.connect(self._to_list)
        self.line.captured.connect(self._on_captured)
        self.timer.shown.connect(self.beamer.show_timer)
        self.timer.left.connect(self.ways.focus)
        self.ways.scene_changed.connect(lambda: self.beamer.show_scene(self.ways.scene))
        self.pace.changed.connect(self.titles_changed)
        self.coverage.told.connect(self.told)
        self.beamer.block_asked.connect(self.show_block)
        self.end.block_asked.connect(self.show_block)
        self.beamer.paused_changed.connect(bar.set_paused)
        for acts in (self.acts, self.line, self.timer, self.ways, self.beamer, self.end):
            acts.told.connect(self.told)
            acts.problem_told.connect(self.problem_told)
        for acts in (self.timer, self.ways, self.end):
            acts.serve_keys(self)
        for key, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.step_round(by))

    def _open_last(self) -> None:
        last = self._desk.recall(LAST_SESSION)
        try:
            if last and not self._desk.read(preparing.workshop, last).removed:
                self.open_workshop(last)
                return
        except Problem:
            # It was made on another copy of this file; another session will do.
            self._desk.remember(LAST_SESSION, "")
        known = self._desk.read(preparing.workshops)
        if known:
            self.open_workshop(known[0].id)
        else:
            self._workshop = None
            self.ways.go_to_line()
            for acts in (self.timer, self.ways, self.beamer):
                acts.show_round(None, None)
            self._stack.setCurrentWidget(self.empty)

    # -- rounds

    def _rounds(self) -> Sequence[Round]:
        return self._workshop.numbered_rounds if self._workshop else ()

    def _current_round(self) -> Round | None:
        return next((step for step in self._rounds() if step.id == self._round), None)

    def _first_round(self, workshop: Workshop) -> str:
        ids = [step.id for step in workshop.numbered_rounds]
        last = self._desk.recall(LAST_ROUND + workshop.id)
        return last if last in ids else next(iter(ids), "")

    def _enter_round(self, identity: str) -> None:
        self._round = identity
        self.line.set_round(identity)
        step = self._current_round()
        self.page.rounds.set_rounds(self._workshop.rounds if self._workshop else (), identity)
        self.page.set_question(step.question if step else "")
        self.timer.show_round(self._workshop, step)
        self.ways.show_round(self._workshop, step)
        self.beamer.show_round(self._workshop, step)
        self.pace.follow(self._workshop)
        self.list.show_round(step.number if step else None)

    def _on_round_chosen(self, identity: str) -> None:
        if self._workshop is None or identity == self._round:
            return
        self._desk.remember(LAST_ROUND + self._workshop.id, identity)
        if self.page.bar.sticky.let_go():
            self.told.emit(self.tr("Nieuwe ronde: wat actief bleef is losgelaten."), False)
        self.page.header.set_scope(ROUND)
        self._enter_round(identity)
        self.ways.focus()

    def _to_list(self) -> None:
        if self.model.rowCount():
            self.page.blocks.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- the inspector

    def _show_in_inspector(self) -> None:
        found = [block for block in map(self.model.get, self.page.blocks.marked()) if block is not None]
        self.page.inspector.show_blocks(found)

    def _open_in_inspector(self, identity: str) -> None:
        self.page.blocks.show_block(self.model.index_of(identity))
        self._follow.stop()
        self._show_in_inspector()
        self.page.inspector.focus_title()

    def _on_captured(self, block: str, opened: bool) -> None:
        self.list.bring_up(block)
        if opened:
            self._open_in_inspector(block)

    @override
    def keep_typed(self) -> None:
        super().keep_typed()
        self._flush()

    def _flush(self) -> None:
        self.line.flush()
        self.page.inspector.finish()

    # -- what changed

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*CODEBOOK_TABLES):
            self._reload_codebook()
        if self._workshop is None:
            if changes.touches("workshop"):
                self._begin_again()
            return
        if changes.touches(*SESSION_TABLES):
            self._reload_workshop(self._workshop.id)
        if changes.touches(*BLOCK_TABLES):
            self.list.take_in(changes)
        self.ways.take_in(changes)

    def _begin_again(self) -> None:
        """Work on a session that is there again, or new, while this place had none."""
        self._open_last()
        if self._workshop is not None and self.isVisible():
            self.activated()

    def _reload_codebook(self) -> None:
        self._book = self._desk.book
        self.acts.set_codebook(self._book)
        self.line.set_codebook(self._book)
        self.page.set_codebook(self._book)
        self.list.set_codebook(self._book)

    def _reload_workshop(self, identity: str) -> None:
        workshop = self._desk.read(preparing.workshop, identity)
        if workshop.removed:
            self._open_last()
            self.titles_changed.emit()
            return
        self._workshop = workshop
        self.acts.set_workshop(workshop)
        self.page.set_workshop(workshop)
        self.page.header.set_rounds(len(workshop.numbered_rounds))
        self._enter_round(self._round if self._current_round() else self._first_round(workshop))
        self.titles_changed.emit()

    def _on_new_session(self) -> None:
        self.new_session_asked.emit()
        self.place_asked.emit("sessions")

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._flush()
        super().hideEvent(event)

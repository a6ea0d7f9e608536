"""The beamer while it is on: keeps what the room may see at hand, and shows every step of the desk at once."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from bouwstenen_app.domain.beamer import BLOCKS, CLUSTERS
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.opening import months_of
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.stage import (
    ShownBlock,
    Stage,
    above,
    opening_stage,
    passed,
    paused_stage,
    pointing,
    stage,
)
from bouwstenen_app.domain.timer import RoundTimer
from bouwstenen_app.domain.workshops import ALL, LAST_FIVE, ON_BEAMER, ONLY_COUNT
from bouwstenen_app.services import showing
from bouwstenen_app.ui.places.beamer_acts import BeamerActs, Frame
from bouwstenen_app.ui.remembered import KEEP_MONTHS, LET_THROUGH
from bouwstenen_app.ui.widgets.beamer_canvas import BeamerCanvas
from bouwstenen_app.ui.widgets.beamer_panel import BeamerPanel

BLOCK_TABLES = ("block", "tagging")
CODE_TABLES = ("code", "dimension")
LATER = 250
"""Milliseconds after a change before the facilitator's own counts follow."""


class BeamerShow(QObject):
    """Ties the acts, the canvas, its window and the facilitator's panel together."""

    def __init__(self, acts: BeamerActs, frame: Frame) -> None:
        super().__init__(acts)
        self._acts = acts
        self._blocks: dict[str, ShownBlock] = {}
        self._stopped: dict[str, ShownBlock] = {}
        self._workshop = ""
        self._through: frozenset[str] = frozenset()
        """What a facilitator let through in this session, although it points to a person."""
        self.canvas = BeamerCanvas(acts.theme, acts.clock)
        self.panel = BeamerPanel(acts.theme, self.canvas)
        self._count = QTimer(self, singleShot=True, interval=LATER)
        self._acts.desk.closing.connect(self._count.stop)
        self._refresh()
        self.window = frame(self.canvas)
        self._connect()
        acts.page.set_beamer(self.panel)
        self._count.start()

    def _connect(self) -> None:
        acts, panel = self._acts, self.panel
        acts.changed.connect(self._refresh)
        acts.mode_asked.connect(self._on_next_mode)
        acts.turn_asked.connect(self.canvas.turn)
        acts.closed.connect(self._on_closed)
        acts.let_through_asked.connect(self._on_let_through)
        acts.desk.changed.connect(self._on_changed)
        acts.page.widened.connect(self._on_widened)
        self.canvas.closed.connect(acts.close)
        panel.blank_asked.connect(acts.blank)
        panel.opening_asked.connect(acts.show_opening)
        panel.mode_chosen.connect(self._on_mode_chosen)
        panel.turn_asked.connect(self.canvas.turn)
        panel.screen_asked.connect(self.canvas.screen_asked)
        panel.stopped.let_through_asked.connect(acts.let_through_asked)
        panel.stopped.block_asked.connect(acts.block_asked)
        self._count.timeout.connect(self._show_counts)
        # When the place goes, with the workspace, the window goes too.
        self.destroyed.connect(self.window.deleteLater)
        if isinstance(app := QApplication.instance(), QGuiApplication):
            app.focusWindowChanged.connect(self._on_focus_window_changed)

    # -- what the room sees

    def _refresh(self) -> None:
        acts, workshop = self._acts, self._acts.workshop
        if workshop is not None and workshop.id != self._workshop:
            self._read(workshop.id)
        seen = self._seen()
        if acts.asked and seen.scene == BLOCKS:
            seen = replace(seen, question=acts.asked)
        self.canvas.show_stage(seen)
        self.canvas.show_timer(None if acts.opening else self._timer())
        self.canvas.blank(on=acts.blanked or workshop is None)
        offered = acts.step is not None and seen.scene == BLOCKS and not acts.desk.read_only
        self.panel.show_mode(seen.mode, offered=offered)
        self.panel.show_opening(shown=acts.opening)
        self._count.start()

    def _seen(self) -> Stage:
        acts, workshop = self._acts, self._acts.workshop
        if workshop is None:
            return Stage()
        if acts.paused:
            return paused_stage(workshop)
        if acts.opening:
            return opening_stage(workshop, months_of(acts.desk.recall(KEEP_MONTHS)))
        return stage(acts.scene, workshop, acts.step, self._blocks.values())

    def _timer(self) -> RoundTimer | None:
        """Return the clock, if it is the one of the round in sight or of no round."""
        timer, step = self._acts.timer, self._acts.step
        return timer if timer and (not timer.round or step is None or timer.round == step.id) else None

    def _read(self, workshop: str) -> None:
        self._workshop = workshop
        self._through = frozenset(self._acts.desk.recall(LET_THROUGH + workshop).split())
        wall = self._acts.desk.read(showing.wall, workshop, self._through)
        self._blocks = {block.id: block for block in wall.seen}
        self._stopped = {block.id: block for block in wall.stopped}

    def _on_changed(self, changes: Changes) -> None:
        if not self._workshop:
            return
        if changes.touches(*CODE_TABLES):
            self._read(self._workshop)
        elif changes.touches(*BLOCK_TABLES):
            ids, wall = self._acts.desk.read(showing.wall_again, self._workshop, changes, self._through)
            for known, again in ((self._blocks, wall.seen), (self._stopped, wall.stopped)):
                for identity in ids:
                    known.pop(identity, None)
                known.update({block.id: block for block in again})
        else:
            return
        self._refresh()

    # -- what the facilitator chooses

    def _on_next_mode(self) -> None:
        if self.panel.mode_offered:
            place = ON_BEAMER.index(self.canvas.stage.mode)
            self._on_mode_chosen(ON_BEAMER[(place + 1) % len(ON_BEAMER)])

    def _on_mode_chosen(self, mode: str) -> None:
        acts, step = self._acts, self._acts.step
        if step is None or mode == step.beamer:
            return
        label = {
            ALL: self.tr("Beamer toont alle bouwstenen van ronde {n}"),
            LAST_FIVE: self.tr("Beamer toont de laatste vijf van ronde {n}"),
            ONLY_COUNT: self.tr("Beamer toont alleen het aantal van ronde {n}"),
        }[mode].format(n=step.number)
        try:
            acts.desk.do(label, showing.show_in_round, step.id, mode)
        except Problem as problem:
            self.panel.show_mode(step.beamer, offered=True)
            acts.problem_told.emit(str(problem))

    def _on_let_through(self, identity: str) -> None:
        """Show a title that points to a person, as the facilitator asks; as long as it stays what it is."""
        desk, workshop = self._acts.desk, self._workshop
        block = self._stopped.get(identity)
        if block is None or desk.read_only:
            return
        try:
            desk.remember(LET_THROUGH + workshop, " ".join(sorted({*self._through, passed(block.id, block.title)})))
        except Problem as problem:
            self._acts.problem_told.emit(str(problem))
            return
        self._read(workshop)
        self._refresh()
        self._show_counts()
        told = self.tr("Bouwsteen {n} staat nu op de beamer, met wat erin naar een persoon wijst.")
        self._acts.told.emit(told.format(n=block.number), False)

    def _show_counts(self) -> None:
        workshop, step = self._acts.workshop, self._acts.step
        self.panel.show_screens(len(QGuiApplication.screens()) - 1)
        if workshop is None:
            return
        here = step.id if step and self.canvas.stage.scene == BLOCKS else None
        self.panel.show_withheld(self._acts.desk.read(showing.count_withheld, workshop.id, here))
        stopped = sorted(self._stopped.values(), key=lambda block: block.number)
        self._acts.stopped = tuple((block.id, block.number) for block in stopped)
        names = (one.name for one in workshop.clusters if pointing(one.name))
        cluster = next(names, "") if self.canvas.stage.scene == CLUSTERS else ""
        texts = next(iter(above(workshop, step)), "")
        offered = not self._acts.desk.read_only
        self.panel.show_stopped(stopped, offered=offered, cluster=cluster, above=texts)

    # -- windows

    def _on_focus_window_changed(self, _window: QWindow | None) -> None:
        # The keys of the main window do not work while a dialog is open: the key that covers has to.
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog.findChild(QShortcut, "beamer") is None:
            shortcut = QShortcut(QKeySequence("F6"), dialog, self._acts.blank, autoRepeat=False)
            shortcut.setObjectName("beamer")

    def _on_widened(self, wide: bool) -> None:
        self.panel.set_flat(flat=wide)

    def _on_closed(self) -> None:
        self._count.stop()
        self._acts.page.set_beamer(None)
        self.panel.deleteLater()
        _close(self.window)


def _close(window: QWidget) -> None:
    window.hide()
    window.close()
    window.deleteLater()

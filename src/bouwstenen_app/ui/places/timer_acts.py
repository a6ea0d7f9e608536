"""What the timer of a session asks for: started, paused, longer or gone, and kept in the workspace."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.timer import RoundTimer, read_timer
from bouwstenen_app.domain.workshops import Round, Workshop
from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.remembered import TIMER
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.capture_page import CapturePage
from bouwstenen_app.ui.widgets.timer_bar import TimerBar


class TimerActs(QObject):
    """Puts a timer on the page of *Vastleggen*, after its first look, and acts for it.

    Each session has one timer; it stays with the round in which it was started. Rounds are views: looking at
    another round leaves the timer as it is, and offers the one of that round.
    """

    ran_out = Signal()
    """The time of a round is over at this moment."""
    told = Signal(str, bool)
    problem_told = Signal(str)
    shown = Signal(object)
    """The timer of the session as it is now; None for none."""
    left = Signal()
    """The user is done with the clock: back to the work."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        page: CapturePage,
        clock: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.bar = bar = TimerBar(theme, clock)
        page.set_timer(bar, bar.parts)
        page.rounds.tightened.connect(bar.face.set_tight)
        self._clock = clock
        self._workshop: Workshop | None = None
        self._round: Round | None = None
        self._kept: dict[str, RoundTimer | None] = {}
        """The timers of the sessions that were open, by session."""
        bar.start_asked.connect(self._on_start_asked)
        bar.pause_asked.connect(self._on_pause_asked)
        bar.minute_asked.connect(self._on_minute_asked)
        bar.stop_asked.connect(self._on_stop_asked)
        bar.ran_out.connect(self.ran_out)
        bar.left.connect(self.left)

    @property
    def timer(self) -> RoundTimer | None:
        """The timer of the session, if there is one."""
        return self._kept.get(self._workshop.id) if self._workshop else None

    def serve_keys(self, place: QWidget) -> None:
        """Listen to the keys of the timer everywhere in a place."""
        for key, act in (("Ctrl+T", self.bar.ask_minutes), ("Ctrl+Shift+T", self._on_minute_asked)):
            shortcut = QShortcut(QKeySequence(key), place, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def commands(self) -> Sequence[Command]:
        """Return what the palette offers."""
        ask = Command(self.tr("Klok zetten"), self.bar.ask_minutes, "Ctrl+T")
        more = Command(self.tr("Een minuut erbij op de klok"), self._on_minute_asked, "Ctrl+Shift+T")
        return (ask, more) if self.timer else (ask,)

    def show_round(self, workshop: Workshop | None, step: Round | None) -> None:
        """Show the timer of a session beside this round of it."""
        self._workshop, self._round = workshop, step
        if workshop is not None and workshop.id not in self._kept:
            timer = read_timer(self._desk.recall(TIMER + workshop.id))
            self._kept[workshop.id] = None if timer and timer.forgotten(self._clock()) else timer
        self._show()

    def _show(self) -> None:
        timer, step = self.timer, self._round
        started_here = timer is not None and step is not None and timer.round == step.id
        self.bar.set_timer(timer, "" if timer is None or started_here else self._whose(timer))
        self.bar.set_offer(step.minutes if step and not started_here else 0)
        self.shown.emit(timer)

    def _whose(self, timer: RoundTimer) -> str:
        rounds = self._workshop.rounds if self._workshop else ()
        number = next((step.number for step in rounds if step.id == timer.round), None)
        return self.tr("ronde {n}").format(n=number) if number is not None else ""

    def _keep(self, timer: RoundTimer | None) -> None:
        if self._workshop is None:
            return
        self._kept[self._workshop.id] = timer
        self._show()
        try:
            self._desk.remember(TIMER + self._workshop.id, timer.written() if timer else "")
        except Problem as problem:
            self.problem_told.emit(str(problem))

    def _on_start_asked(self, minutes: int) -> None:
        self._keep(RoundTimer.start(minutes, self._clock(), round=self._round.id if self._round else ""))

    def _on_pause_asked(self) -> None:
        if (timer := self.timer) is not None:
            now = self._clock()
            self._keep(timer.go_on(now) if timer.paused else timer.pause(now))

    def _on_minute_asked(self) -> None:
        if (timer := self.timer) is not None:
            self._keep(timer.add_minute(self._clock()))
        elif self._workshop is not None:
            self.told.emit(
                self.tr("Er loopt geen klok. Zet er een met Ctrl T, het aantal minuten en Enter."), False
            )

    def _on_stop_asked(self) -> None:
        self._keep(None)

"""Keeps an eye on the time of a session that runs: how late it is, now and every few seconds."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain.pace import Pace, pace
from bouwstenen_app.domain.timer import read_timer
from bouwstenen_app.domain.workshops import RUNNING, Workshop
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.remembered import LAST_ROUND, TIMER

EVERY: Final = 10_000
"""Milliseconds between two looks at the clock."""


class PaceActs(QObject):
    """Follows one session. Its round and its timer are those that *Vastleggen* remembers in the file."""

    changed = Signal()
    """The pace is another one now."""

    def __init__(self, desk: Desk, clock: Callable[[], float], place: QWidget) -> None:
        """``clock`` gives the moment in seconds. While ``place`` is out of sight the time does not matter."""
        super().__init__(place)
        self._place = place
        self._desk = desk
        self._clock = clock
        self._workshop: Workshop | None = None
        self._pace: Pace | None = None
        self._tick = QTimer(self, interval=EVERY)
        desk.closing.connect(self._tick.stop)
        self._tick.timeout.connect(self._on_tick)

    @property
    def pace(self) -> Pace | None:
        """How the session is doing; None when there is nothing to say."""
        return self._pace

    def follow(self, workshop: Workshop | None) -> None:
        """Follow this session from now on, as it is now."""
        self._workshop = workshop
        if workshop is not None and workshop.state == RUNNING:
            self._tick.start()
        else:
            self._tick.stop()
        self.refresh()

    def refresh(self) -> None:
        """Look at the clock."""
        found = self._look()
        if found != self._pace:
            self._pace = found
            self.changed.emit()

    def _on_tick(self) -> None:
        if self._place.isVisible():
            self.refresh()

    def _look(self) -> Pace | None:
        workshop = self._workshop
        if workshop is None or workshop.state != RUNNING:
            return None
        now = self._clock()
        timer = read_timer(self._desk.recall(TIMER + workshop.id))
        if timer is not None and timer.forgotten(now):
            timer = None
        return pace(workshop, self._round(workshop), datetime.fromtimestamp(now), timer)

    def _round(self, workshop: Workshop) -> str:
        ids = [step.id for step in workshop.numbered_rounds]
        last = self._desk.recall(LAST_ROUND + workshop.id)
        return last if last in ids else next(iter(ids), "")

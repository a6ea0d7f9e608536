"""Bringing the file in a synced folder up to date while one works in its copy: when the fingers rest, in a job."""

from collections.abc import Callable, Iterator
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from bouwstenen_app.between_places import SETTINGS
from bouwstenen_app.domain import publication
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services.publishing import Strange, Told
from bouwstenen_app.storage.working import Changed, Gone
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.idle import IdleWatch
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.windows.main import MainWindow

LOOK: Final = 5_000
"""Milliseconds after which it is looked whether it is time."""
WAITS: Final = "Een andere laptop zette er iets in; dat komt erbij zodra je klaar bent met wat nu voor staat."
SOON: Final = 300
"""Milliseconds until it is looked again whether other work is done."""
REST: Final = 20.0
"""Seconds in which nobody typed or moved the mouse."""
EVERY: Final = 120.0
"""Seconds that are at least between two times."""
LATEST: Final = 600.0
"""Seconds after which it is done while somebody types on."""


class Publishing(QObject):
    """Works for one workspace that is worked in as a copy. Good news is not told, it stands with the settings."""

    changed = Signal()
    """``told`` is another sentence now."""
    came_in = Signal(str)
    """Another laptop put something in the file, and it is here now: the workspace has to be opened anew."""
    crashed = Signal(object)

    def __init__(self, desk: Desk, window: MainWindow, jobs: Jobs, busy: Callable[[], bool]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = window
        self._jobs = jobs
        self._busy = busy
        self._done = Told()
        self._trouble = self._said = ""
        self._under_way = self._stopped = self._can_anew = False
        self._merge_soon = True
        self._trying = desk.saved_at
        self._last = monotonic()
        self._watch = IdleWatch(lambda: 0, monotonic, self)
        self._pending = desk.is_left_over
        self._pending_since = monotonic()
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self.on_look)
        self._timer.start()
        self._soon = QTimer(self, interval=SOON, singleShot=True)
        self._soon.timeout.connect(lambda: self.publish(merge=self._merge_soon))
        desk.changed.connect(self._on_changed)
        desk.closing.connect(self._stop)
        window.place_changed.connect(self._on_place)
        if self._pending:
            self.publish()

    @property
    def told(self) -> str:
        """Whether the file is up to date, in a sentence."""
        program = self._desk.synced_by or ""
        return publication.told(program, self._desk.published_at, self._trouble, pending=self._pending)

    def on_look(self) -> None:
        """Bring the file up to date when something was stored, nobody types, and it was not done just now."""
        now = monotonic()
        if not self._pending or now - self._last < EVERY:
            return
        rests = self._watch.still_for >= REST
        if rests or now - self._pending_since >= LATEST:
            self.publish(merge=rests)

    def publish(self, *, merge: bool = True, anew: bool = False) -> None:
        """Bring the file up to date now; ``anew``: also where it was taken away or something else is.

        Without ``merge`` what another laptop put there waits: steps are refused while it comes in.
        """
        if self._under_way or self._stopped:
            return
        if self._jobs.busy() and not anew:  # a backup may be under way, and one is made before anything comes in
            self._merge_soon = merge
            self._soon.start()
            return
        self._under_way, self._trying = True, self._desk.saved_at
        self._done = told = Told()
        merge = anew or (merge and not self._busy())

        def work() -> Iterator[Progress]:
            for progress in self._desk.bring_up_to_date(told, merge=merge, anew=anew):
                yield progress
                if told.came is not None:  # the workspace is opened anew at once: closing it does the rest
                    return

        job = self._jobs.start(self.tr("Werkmap bijwerken"), work)
        job.finished.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_ended)
        job.crashed.connect(self._on_crashed)

    def _on_changed(self) -> None:
        if not self._pending:
            self._wait_from_now()
            self.changed.emit()

    def _wait_from_now(self) -> None:
        self._pending, self._pending_since = True, monotonic()

    def _on_done(self) -> None:
        self._on_ended()
        if self._stopped:
            return
        self._trouble, self._said, self._can_anew = "", "", False
        self._pending = False
        if self._desk.saved_at != self._trying:  # something was stored meanwhile
            self._wait_from_now()
        self.changed.emit()
        if self._done.aside is not None:
            told = self.tr("Je werk staat weer op zijn plek. Wat daar stond heet nu {name}.")
            self._window.notice.offer(told.format(name=self._done.aside.name))
        self._tell_came()

    def _tell_came(self) -> bool:
        """Say what came in, if anything did; return whether."""
        if self._done.came is None:
            return False
        told = self.tr("Uit {program} kwam binnen wat een andere laptop schreef. {what}")
        words = " ".join(self._done.came.sentences())
        self.came_in.emit(told.format(program=self._desk.synced_by, what=words))
        return True

    def _on_failed(self, problem: Problem) -> None:
        self._on_ended()
        if not self._pending:
            self._wait_from_now()
        if self._stopped or self._tell_came():
            return
        waits = isinstance(problem, Changed)
        before, self._trouble = self._trouble, self.tr(WAITS) if waits else str(problem)
        self.changed.emit()
        self._can_anew = isinstance(problem, (Gone, Strange))
        if self._can_anew and self._trouble != before:
            self._offer()
        elif self._trouble == before != self._said and not waits:
            self._said = before  # the first time it may pass: a sync program is busy with the file
            self._window.notice.offer(before)

    def _on_place(self, key: str) -> None:
        """Offer the way out again where one looks what is the matter."""
        if key == SETTINGS and self._can_anew and not (self._stopped or self._window.notice.text):
            self._offer()

    def _offer(self) -> None:
        again = self.tr("Opnieuw bewaren")
        self._window.notice.offer(self._trouble, again, lambda: self.publish(anew=True), grave=True)

    def _on_crashed(self, error: Exception) -> None:
        self._on_ended()
        self.crashed.emit(error)

    def _on_ended(self) -> None:
        self._under_way, self._last = False, monotonic()

    def _stop(self) -> None:
        self._stopped = True
        self._watch.stop()
        self._timer.stop()
        self._soon.stop()

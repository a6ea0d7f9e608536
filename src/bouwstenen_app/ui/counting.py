"""The index by which the places count: built once, off the thread of the window, and kept up to date."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, Signal

from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import facet_index
from bouwstenen_app.services.facet_index import CODEBOOK_TABLES, PART, FacetIndex
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Job, Jobs

AT_ONCE: Final = 2_000
"""So many blocks are read when they are asked for: some hundredths of a second."""
MANY: Final = 20_000
"""From so many changed rows building again is quicker than following."""
TABLES: Final = ("block", "tagging", "proposal", *CODEBOOK_TABLES)


class Counting(QObject):
    """Keeps what changes until someone asks for the index, so that counting never holds up who captures."""

    ready = Signal()
    """The index is there now, after it was asked for and was not."""

    def __init__(self, desk: Desk, jobs: Jobs) -> None:
        super().__init__(desk)
        self._desk = desk
        self._jobs = jobs
        self._index: FacetIndex | None = None
        self._coming: FacetIndex | None = None
        self._waiting: list[Changes] = []
        desk.changed.connect(self._on_changed)

    @classmethod
    def of(cls, desk: Desk, jobs: Jobs) -> "Counting":
        """Return the one that counts for this desk, made when the first place asks for it."""
        return desk.findChild(cls) or cls(desk, jobs)

    def index(self) -> FacetIndex | None:
        """Return the index of the blocks as they are now; None while it is being built."""
        if self._coming is not None:
            return None
        if self._index is None:
            self._begin()
        else:
            self._catch_up(self._index)
        return self._index

    def _begin(self) -> None:
        last = self._desk.read(facet_index.last_row)
        if last <= AT_ONCE:
            self._index = self._desk.read(facet_index.built)
            return
        coming = self._coming = FacetIndex(self._desk.book)
        told = self.tr("Bouwstenen tellen")
        job = self._jobs.start(told, lambda: self._reading(coming, last, told))
        job.finished.connect(self._on_finished)
        job.ended.connect(self._on_ended)

    def _reading(self, coming: FacetIndex, last: int, told: str) -> Iterator[Progress]:
        """Read part by part, so that whoever writes meanwhile hardly waits; what changes is taken in afterwards."""
        for first in range(1, last + 1, PART):
            self._desk.read(coming.read, first)
            yield Progress(min(first + PART - 1, last), last, told)

    def _on_finished(self) -> None:
        self._index = self._coming

    def _on_ended(self, _job: Job) -> None:
        self._coming = None
        if self._index is not None:
            self.ready.emit()

    def _catch_up(self, index: FacetIndex) -> None:
        waiting, self._waiting = self._waiting, []
        for changes in waiting:
            self._desk.read(index.take_in, changes)

    def _on_changed(self, changes: Changes) -> None:
        if (self._index is None and self._coming is None) or not changes.touches(*TABLES):
            return
        self._waiting.append(changes)
        if self._coming is None and sum(len(each.changes) for each in self._waiting) >= MANY:
            self._index = None
            self._waiting.clear()

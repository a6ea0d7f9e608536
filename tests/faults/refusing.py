"""The disk refuses: it is full, or gives an error, at each of the operations that SQLite asks of it, one by one.

After every refusal the rules are the same. The program says in Dutch what to do, nothing that it called stored is
gone, at most the step that was under way is there besides, and when the disk works again so does the program.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.faults.outcome import Outcome
from tests.faults.states import State, state_in, state_of
from tests.faults.vfs import (
    CANTOPEN,
    FULL,
    IOERR_DELETE,
    IOERR_FSYNC,
    IOERR_TRUNCATE,
    IOERR_WRITE,
    OK,
    Operation,
    watching,
)
from tests.faults.work import Work, around_in, copied, workspace

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.storage.store import Store

ERRORS: Final = {
    "write": IOERR_WRITE,
    "sync": IOERR_FSYNC,
    "truncate": IOERR_TRUNCATE,
    "delete": IOERR_DELETE,
    "create": CANTOPEN,
}
FULL_AT: Final = ("write", "create")
STEPS: Final = 8
"""What someone tries to do in one run."""


class Disk:
    """A disk that refuses from one operation on, once or until it is mended."""

    def __init__(self, folder: Path, at: int, *, full: bool, lasting: bool) -> None:
        self._folder, self._at = str(folder), at
        self._full, self._lasting = full, lasting
        self.count = 0
        self.mended = False

    def __call__(self, operation: Operation) -> int:
        if self.mended or not operation.path.startswith(self._folder):
            return OK
        self.count += 1
        if self.count < self._at or (self.count > self._at and not self._lasting):
            return OK
        if self._full:
            return FULL if operation.kind in FULL_AT else OK
        return ERRORS.get(operation.kind, OK)


def refused_at_each(folder: Path, first: int, last: int, *, full: bool, lasting: bool) -> Outcome:
    """Work on a disk that refuses at one operation after the other."""
    made = folder / "gemaakt"
    made.mkdir(parents=True)
    path = workspace(made, around_in(made))
    outcome = Outcome()
    for at in range(first, last + 1):
        here = folder / f"{at}"
        _refused(copied(path, here), Disk(here, at, full=full, lasting=lasting), at, outcome)
        for left in sorted(here.rglob("*"), reverse=True):
            left.rmdir() if left.is_dir() else left.unlink()
        here.rmdir()
    return outcome


def _refused(path: Path, disk: Disk, at: int, outcome: Outcome) -> None:
    outcome.runs += 1
    told: list[str] = []
    known = state_in(path)
    with watching(disk):
        store: Store | None = None
        with _told(told):
            store = open_store(path, around_in(path.parent))
        if store is not None:
            known = _worked(store, at, known, told)
        disk.mended = True
        store = store or open_store(path, around_in(path.parent))
        found = state_of(store)
        if not known.may_become(found):
            outcome.wrong.append(f"{at}: what is there is not what was stored")
        try:
            next(Work(store, at).steps())
            found = state_of(store)
        except Problem as problem:
            outcome.wrong.append(f"{at}: it does not go on: {problem}")
        disk.mended = at % 2 == 0  # the disk may also refuse to put the journal away
        disk.count = 0
        store.close()
    if state_in(path) != found:
        outcome.wrong.append(f"{at}: after closing it is not what it was")
    outcome.wrong += [f"{at}: {fault}" for fault in copies.faults(path)]
    outcome.hit += bool(told)
    outcome.said.update(told)


def _worked(store: Store, seed: int, known: State, told: list[str]) -> State:
    """Work until the disk refuses; return what was stored by then."""
    steps = Work(store, seed).steps()
    for _ in range(STEPS):
        with _told(told):
            next(steps)
            known = state_of(store)
        if told:
            break
    return known


@contextmanager
def _told(told: list[str]) -> Iterator[None]:
    try:
        yield
    except Problem as problem:
        told.append(problem.template)

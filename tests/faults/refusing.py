"""The disk refuses: it is full, or gives an error, at each of the operations that SQLite asks of it, one by one.

After every refusal the rules are the same. The program says in Dutch what to do, nothing that it called stored is
gone, at most the step that was under way is there besides, and when the disk works again so does the program.
"""

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.faults.killing import Killing, prepared
from tests.faults.outcome import Outcome
from tests.faults.program import Say, forked, states
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
_TOLD: Final = 4
"""How a program ends that said why it could not go on."""
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


def refused_while(folder: Path, kind: type[Killing], times: int, seed: int) -> Outcome:
    """Refuse something of the disk while a program does one thing from begin to end, each time somewhere else.

    It is a process of its own: after the refusal it ends, as a program does that a person closes.
    """
    chance, outcome = random.Random(seed), Outcome()
    made = folder / "gemaakt"
    made.mkdir(parents=True)
    path = workspace(made, around_in(made))
    counted = Disk(folder, 1 << 60, full=True, lasting=True)
    with watching(counted):
        prepared(kind, path, folder / "geteld").act(lambda _: None, 1)
    for number in range(times):
        killing = prepared(kind, path, folder / f"{number}")
        disk = Disk(
            killing.folder, chance.randrange(1, counted.count), full=number % 2 == 0, lasting=number % 4 < 2
        )
        first = killing.first()
        said, ended = _until_refused(killing, disk)
        outcome.runs += 1
        outcome.hit += ended == _TOLD
        if ended not in (0, _TOLD):
            outcome.wrong.append(f"{kind.__name__} {number}: the program ended with {ended}")
        outcome.wrong += [f"{kind.__name__} {number}: {one}" for one in killing.wrong([first, *said])]
        shutil.rmtree(killing.folder)
    return outcome


def _until_refused(killing: Killing, disk: Disk) -> tuple[list[State], int]:
    def act(say: Say) -> None:
        try:
            with watching(disk):
                killing.act(say, 1)
        except Problem:
            os._exit(_TOLD)

    child, reading = forked(act)
    with os.fdopen(reading, "rb") as pipe:
        assert pipe.read(1) == b"."
        data = pipe.read()
    _, status = os.waitpid(child, 0)
    return states(data), os.waitstatus_to_exitcode(status)

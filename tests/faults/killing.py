"""Kills: a program of its own works, merges, backs up, updates an old file or makes a new one, and is killed.

What the program called stored it also wrote to a pipe; after the kill the pipe says what must be there.
"""

import os
import random
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.faults.outcome import Outcome
from tests.faults.program import Say, forked, states
from tests.faults.states import State, state_in, state_of
from tests.faults.work import KEY, OTHER_KEY, Work, around_in, copied, workspace
from tests.protection import put_under

from bouwstenen_app.services import backups, capturing, examples, merging, preparing, restoring, unlocking
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.keys import recovery_code
from bouwstenen_app.storage.opening import Surroundings, create, open_store
from bouwstenen_app.surroundings import codebook_file, sessions_file

SAMPLES: Final = Path(__file__).parents[1] / "samples"
BLOCKS: Final = 60
"""Blocks that a merge brings."""


class Killing:
    """One thing a program does: ``prepare`` it in a folder, ``act``, and after the kill say what may be there."""

    longest = 0.0
    """Seconds within which the kill comes, of what has no end; of the rest they are measured."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.around = around_in(folder)
        self.path = folder / "werk.bouwstenen"

    def prepare(self) -> None:
        """Make what is needed, before the clock of the kill runs."""

    def first(self) -> State:
        """Return what is there before it."""
        return state_in(self.path) if self.path.exists() else State(frozenset(), "", "")

    def act(self, say: Say, seed: int) -> None:
        """Do it, and say what is stored as soon as it is."""
        raise NotImplementedError

    def wrong(self, said: list[State]) -> Iterator[str]:
        """Open what is there as the program does, and yield what is wrong with it."""
        store = open_store(self.path, self.around)
        found = state_of(store)
        if store.read_only:
            yield "it is still held"
        yield from store.faults()
        store.close()
        if not said[-1].may_become(found):
            yield "what is there is not what was stored"


class Working(Killing):
    """Capturing, editing, bundling, undoing."""

    longest = 0.4

    def act(self, say: Say, seed: int) -> None:
        store = open_store(self.path, self.around)
        for _ in Work(store, seed).steps():
            say(state_of(store))


class WorkingProtected(Working):
    """The same in a workspace with a password; after the kill it is asked anew."""

    def prepare(self) -> None:
        put_under(self.path, self.around, KEY)

    def first(self) -> State:
        return state_in(self.path, KEY)

    def wrong(self, said: list[State]) -> Iterator[str]:
        self.around.keys.forget()
        unlocking.recover(self.path, recovery_code(KEY), self.around)
        yield from super().wrong(said)


class Merging(Killing):
    """The file of another laptop comes in, after a backup."""

    def act(self, say: Say, seed: int) -> None:
        store = open_store(self.path, self.around)
        list(merging.merge_files(store, [self._other()], self.around))
        say(state_of(store))
        store.close()

    def wrong(self, said: list[State]) -> Iterator[str]:
        store = open_store(self.path, self.around)
        found = state_of(store)
        yield from store.faults()
        list(merging.merge_files(store, [self._other()], self.around))
        after = state_of(store)
        store.close()
        if found.steps not in (said[0].steps, after.steps) or (len(said) > 1 and found != said[-1]):
            yield "it is neither as before nor as after"
        if len(after.steps) <= len(said[0].steps):
            yield "the next merge does not complete it"

    def _other(self) -> Path:
        other = self.folder / "ander" / "ander.bouwstenen"
        if not other.exists():
            around = Surroundings(other.parent, "cd" * 16, self.around.new_id, self.around.now)
            there = open_store(copied(self.path, other.parent).rename(other), around)
            lines = [f"Bouwsteen van ver {number} #onderwijs" for number in range(BLOCKS)]
            workshop = there.read(preparing.workshops)[0].id
            there.do("Veel", capturing.capture_lines, lines, workshop=workshop)
            there.close()
        return other

    def prepare(self) -> None:
        self._other()


class BackingUp(Killing):
    """Backups are made while someone works."""

    longest = 0.4

    def act(self, say: Say, seed: int) -> None:
        while True:
            store = open_store(self.path, self.around)
            steps = Work(store, seed).steps()
            for _ in range(3):
                next(steps)
                say(state_of(store))
            list(backups.backup_if_changed(store, self.around))
            store.close()

    def wrong(self, said: list[State]) -> Iterator[str]:
        yield from super().wrong(said)
        for backup in backups.backups(self.around, self.path):
            yield from (f"a backup: {fault}" for fault in copies.faults(backup.path))


class PuttingBack(Killing):
    """A backup takes the place of the workspace: it is the one or the other."""

    def act(self, say: Say, seed: int) -> None:
        restoring.put_back(self.folder / "kopie.bouwstenen", self.path, self.around)
        say(state_in(self.path))

    def wrong(self, said: list[State]) -> Iterator[str]:
        store = open_store(self.path, self.around)
        found = state_of(store)
        yield from store.faults()
        store.close()
        either = (said[0], state_in(self.folder / "kopie.bouwstenen"))
        if found.content not in [state.content for state in either]:
            yield "it is neither the one nor the other"

    def prepare(self) -> None:
        shutil.copyfile(self.path, self.folder / "kopie.bouwstenen")
        store = open_store(self.path, self.around)
        steps = Work(store, 1).steps()
        for _ in range(5):
            next(steps)
        store.close()


class Securing(Killing):
    """The workspace and its backups get a password, another one, or none: they open with the old one or the new."""

    def prepare(self) -> None:
        store = open_store(self.path, self.around)
        list(backups.backup_if_changed(store, self.around))
        store.close()
        number = int("".join(filter(str.isdigit, self.folder.name)) or 0)
        self._old, self._new = ((None, KEY), (KEY, OTHER_KEY), (KEY, None))[number % 3]
        if self._old is not None:
            put_under(self.path, self.around, self._old)
        self.before = state_in(self.path, self._old)

    def first(self) -> State:
        return self.before

    def act(self, say: Say, seed: int) -> None:
        put_under(self.path, self.around, self._new)

    def wrong(self, said: list[State]) -> Iterator[str]:
        store = open_store(self.path, self.around)
        if store.key not in (self._old, self._new):
            yield "it has another key"
        found = state_of(store)
        if (found.steps, found.content) != (self.before.steps, self.before.content):
            yield "it is not what it was"
        yield from store.faults()
        list(backups.backup_if_changed(store, self.around))
        store.close()
        for backup in backups.backups(self.around, self.path):
            key = self.around.keys.of(backup.path)
            if key is None and self._old is not None and self._new is not None:
                yield "a backup lost its password"
            yield from (f"a backup: {fault}" for fault in copies.faults(backup.path, key))


class Updating(Killing):
    """A file of an older version is brought up to date at opening."""

    def prepare(self) -> None:
        old = random.Random(str(self.folder)).choice(sorted(SAMPLES.glob("schema-*.bouwstenen")))
        shutil.copyfile(old, self.path)

    def act(self, say: Say, seed: int) -> None:
        store = open_store(self.path, self.around)
        store.close()

    def wrong(self, said: list[State]) -> Iterator[str]:
        store = open_store(self.path, self.around)
        found = state_of(store)
        yield from store.faults()
        store.close()
        if found.steps != said[0].steps:
            yield "steps are gone"


class Making(Killing):
    """A new workspace is made, with the example in it: it is there whole, or not."""

    def prepare(self) -> None:
        self.path = self.folder / "nieuw.bouwstenen"

    def act(self, say: Say, seed: int) -> None:
        files = codebook_file(), sessions_file()
        create(self.path, self.around, lambda new: new.begin("x", examples.fill_example, *files)).close()

    def wrong(self, said: list[State]) -> Iterator[str]:
        if self.path.exists():
            store = open_store(self.path, self.around)
            yield from store.faults()
            store.close()


ONCE: Final = (Merging, PuttingBack, Securing, Updating, Making)
"""Those that come to an end."""
KILLINGS: Final = (Working, WorkingProtected, Merging, BackingUp, PuttingBack, Securing, Updating, Making)


def killed(folder: Path, kind: type[Killing], times: int, seed: int) -> Outcome:
    """Kill a program that does one thing, again and again, at random moments."""
    chance = random.Random(seed)
    made = folder / "gemaakt"
    made.mkdir(parents=True)
    path = workspace(made, around_in(made))
    outcome = Outcome()
    longest = kind.longest or _measured(kind, path, folder / "gemeten")
    for number in range(times):
        killing = prepared(kind, path, folder / f"{number}")
        first = killing.first()
        said, ended = _killed(killing, chance.randrange(1 << 30), chance.uniform(0, longest))
        outcome.runs += 1
        outcome.hit += not ended
        outcome.wrong += [f"{kind.__name__} {number}: {one}" for one in killing.wrong([first, *said])]
        shutil.rmtree(killing.folder)
    return outcome


def prepared(kind: type[Killing], path: Path, folder: Path) -> Killing:
    """Return what a program is to do, in a folder with a copy of a workspace."""
    copied(path, folder)
    killing = kind(folder)
    killing.prepare()
    return killing


def _measured(kind: type[Killing], path: Path, folder: Path) -> float:
    """Return how long the whole of it takes, the second time."""
    for number in range(2):
        killing = prepared(kind, path, folder / f"{number}")
        started = time.perf_counter()
        killing.act(lambda _: None, 1)
    return time.perf_counter() - started


def _killed(killing: Killing, seed: int, moment: float) -> tuple[list[State], bool]:
    """Return what the program said was stored, and whether it had come to its end."""
    child, reading = forked(lambda say: killing.act(say, seed))
    with os.fdopen(reading, "rb") as pipe:
        assert pipe.read(1) == b"."
        time.sleep(moment)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        data = pipe.read()
    if os.WIFEXITED(status):
        assert os.WEXITSTATUS(status) == 0, data.decode(errors="replace")[-400:]
    return states(data), os.WIFEXITED(status)

"""What happens beside the program: other clocks, other programs, other files under its name, a lid that closes."""

import itertools
import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from tests.faults.outcome import Outcome
from tests.faults.program import Program
from tests.faults.states import State, state_in, state_of
from tests.faults.work import Work, around_in, copied, workspace

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import backups, boards
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.storage.store import Store

JUMPS: Final = (
    timedelta(hours=1),
    timedelta(hours=-1),
    timedelta(days=400),
    timedelta(days=-400),
    timedelta(days=-20_000),
    timedelta(days=20_000),
    timedelta(milliseconds=-1),
)
HUMAN: Final = 0.3
"""Seconds between two blocks of someone in a hurry."""


def clock_jumps(folder: Path, times: int, seed: int) -> Outcome:
    """Work while the clock of the laptop jumps, open again at every jump, make backups, and take steps back."""
    chance, outcome = random.Random(seed), Outcome()
    off = timedelta()
    ticks = itertools.count()
    around = around_in(folder, lambda: datetime(2026, 11, 30, 9) + off + timedelta(seconds=next(ticks)))
    folder.mkdir(parents=True, exist_ok=True)
    path = workspace(folder, around)
    for number in range(times):
        off = chance.choice([*JUMPS, -off])
        store = open_store(path, around)
        steps = Work(store, chance.randrange(1 << 30)).steps()
        for _ in range(5):
            next(steps)
        last = store.undoable()
        if last is not None and (store.undo() is None or store.redo() is None):
            outcome.wrong.append(f"{number}: the last step cannot be taken back")
        list(backups.backup_if_changed(store, around))
        outcome.wrong += [f"{number}: {fault}" for fault in store.faults()]
        before = state_of(store)
        store.close()
        outcome.runs += 1
        outcome.hit += off != timedelta()
        if state_in(path).steps != before.steps:
            outcome.wrong.append(f"{number}: steps are gone after {off}")
        if not any(
            state_in(copied(one.path, folder / "blik")).steps == before.steps
            for one in backups.backups(around, path)
        ):
            outcome.wrong.append(f"{number}: no backup is of now, after {off}")
    return outcome


def two_programs(folder: Path, times: int, seed: int) -> Outcome:
    """Several programs open the same file at once, again and again: one writes, the others look at a copy."""
    chance, outcome = random.Random(seed), Outcome()
    folder.mkdir(parents=True, exist_ok=True)
    path = workspace(folder, around_in(folder))
    known: frozenset[str] = state_in(path).steps
    for number in range(times):
        programs = [Program(path, chance.randrange(1 << 30)) for _ in range(3)]
        while not any(program.heard() for program in programs):
            time.sleep(0.005)
        time.sleep(chance.uniform(0.0, 0.3))
        for program in programs:
            program.kill()
        writers = [program for program in programs if program.said]
        stored = {step for program in programs for state in program.said for step in state.steps}
        found = state_in(path).steps
        outcome.runs += 1
        outcome.hit += len(writers) == 1
        if len(writers) > 1:
            outcome.wrong.append(f"{number}: two programs wrote in one file at once")
        if not known | stored <= found:
            outcome.wrong.append(f"{number}: steps are gone")
        if len(found - known - stored) > 1:
            outcome.wrong.append(f"{number}: there is more than one step that nobody was told of")
        outcome.wrong += [f"{number}: {fault}" for fault in copies.faults(path)]
        known = found
    return outcome


def suspended(folder: Path, times: int, seed: int) -> Outcome:
    """The lid closes in the middle of something and opens again; meanwhile another program looks at the file."""
    chance, outcome = random.Random(seed), Outcome()
    folder.mkdir(parents=True, exist_ok=True)
    around = around_in(folder)
    path = workspace(folder, around)
    for number in range(times):
        program = Program(path, chance.randrange(1 << 30))
        program.wait()
        time.sleep(chance.uniform(0.0, 0.3))
        os.kill(program.child, signal.SIGSTOP)
        try:
            looking = open_store(path, around)
            if not looking.read_only:
                outcome.wrong.append(f"{number}: a file that a sleeping program holds was opened to write in")
            looking.close()
        except Problem as problem:
            outcome.said.add(str(problem))
        os.kill(program.child, signal.SIGCONT)
        program.wait(program.heard() + 1)
        program.kill()
        outcome.runs += 1
        outcome.hit += 1
        if program.said and not program.said[-1].may_become(state_in(path)):
            outcome.wrong.append(f"{number}: what is there is not what was stored")
        outcome.wrong += [f"{number}: {fault}" for fault in copies.faults(path)]
    return outcome


def copies_made(folder: Path, times: int, seed: int) -> Outcome:
    """A file manager copies the open file, at human pace: every copy opens and is complete, but for one step.

    A copy that is made in the milliseconds in which a step is written may be torn; then it says so. Counts as *hit*
    the others.
    """
    chance, outcome = random.Random(seed), Outcome()
    folder.mkdir(parents=True, exist_ok=True)
    path = workspace(folder, around_in(folder))
    program = Program(path, seed, pause=HUMAN)
    try:
        for number in range(times):
            program.wait(program.heard() + 1)
            time.sleep(chance.uniform(0, HUMAN / 2))
            last, copy = program.heard(), folder / f"kopie-{number}.bouwstenen"
            writes = _is_writing(path)
            child = os.fork()
            if not child:
                shutil.copy(path, copy)
                os._exit(0)
            os.waitpid(child, 0)
            writes = writes or _is_writing(path) or program.heard() != last
            outcome.runs += 1
            outcome.hit += not writes
            wrong = list(_wrong_copy(copy, program.said[: last - 1]))
            if not (writes and any("open" in one for one in wrong)):
                outcome.wrong += [f"{number}: {one}" for one in wrong]
            copy.unlink()
    finally:
        program.kill()
    return outcome


def _is_writing(path: Path) -> bool:
    """Say whether a step is being written: its journal holds something."""
    return path.with_name(path.name + "-journal").stat().st_size > 0


def _wrong_copy(copy: Path, said: list[State]) -> Iterator[str]:
    around = around_in(copy.parent / "van een ander")
    try:
        store = open_store(copy, around)
    except Problem as problem:
        yield f"the copy does not open: {problem}"
        return
    try:
        if faults := store.faults():
            yield f"the copy opens, with faults: {faults[0]}"
        elif said and not said[-1].steps <= state_of(store).steps:
            yield "the copy is not complete"
    finally:
        store.close()


def _moved(path: Path, other: Path) -> Path:
    return path.rename(path.with_name("verplaatst.bouwstenen"))


def _deleted(path: Path, other: Path) -> Path:
    path.unlink()
    return path


def _replaced(path: Path, other: Path) -> Path:
    shutil.copy(other, path.with_suffix(".nieuw")).replace(path)
    return path


def _overwritten(path: Path, other: Path) -> Path:
    path.write_bytes(other.read_bytes())
    return path


def _cut(path: Path, other: Path) -> Path:
    os.truncate(path, path.stat().st_size // 2)
    return path


def _noise(path: Path, other: Path) -> Path:
    path.write_bytes(random.Random(1).randbytes(200_000))
    return path


def _folder_moved(path: Path, other: Path) -> Path:
    return path.parent.rename(path.parent.with_name(path.parent.name + "-verplaatst")) / path.name


SWAPS: Final[tuple[Callable[[Path, Path], Path], ...]] = (
    *(_moved, _deleted, _replaced, _overwritten, _cut, _noise, _folder_moved),
)


def swapped(folder: Path, times: int, seed: int) -> Outcome:
    """The file is moved, deleted, replaced, overwritten or cut under the program; then someone captures a block.

    The block is in the file that has the name now, or in the one that was moved, or the program said that it could
    not store it. Never is it said to be stored and nowhere.
    """
    chance, outcome = random.Random(seed), Outcome()
    made = folder / "gemaakt"
    made.mkdir(parents=True)
    path = workspace(made, around_in(made))
    for number in range(times):
        swap = SWAPS[number % len(SWAPS)]
        here = copied(path, folder / f"{number}")
        other = copied(path, folder / f"ander-{number}")
        store = open_store(here, around_in(folder / "eigen"))
        steps = Work(store, chance.randrange(1 << 30)).steps()
        for _ in range(chance.randrange(1, 6)):
            next(steps)
        where = swap(here, other)
        outcome.runs += 1
        outcome.wrong += [f"{number} {swap.__name__}: {one}" for one in _after_swap(store, where, outcome)]
    return outcome


def _after_swap(store: Store, where: Path, outcome: Outcome) -> Iterator[str]:
    try:
        work = Work(store, 1)
        work.capture()
        stored = {block.id for block in store.read(boards.select_blocks, Selection())}
    except Problem as problem:
        outcome.said.add(problem.template)
        outcome.hit += 1
        stored = None
    try:
        store.close()
    except Problem as problem:
        outcome.said.add(problem.template)
    if stored is None:
        return
    try:
        again = open_store(where, around_in(where.parent))
    except Problem as problem:
        yield f"stored, it says, and then: {problem}"
        return
    there = {block.id for block in again.read(boards.select_blocks, Selection())}
    again.close()
    if not stored <= there:
        yield "a block that was called stored is nowhere"

"""A protected workspace: bits that flip in it are noticed, and no word of it stands in any file as it was typed."""

import os
import random
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from unittest.mock import patch

from tests.faults.outcome import Outcome
from tests.faults.program import Say, forked
from tests.faults.states import state_in, state_of
from tests.faults.vfs import OK, Operation, watching
from tests.faults.work import KEY, OTHER_KEY, Work, around_in, copied, workspace
from tests.protection import put_under

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import backups, boards, bundling, capturing, merging, parcelling, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.opening import Surroundings, create, open_store
from bouwstenen_app.storage.store import Store

CANARY: Final = "kanariepiet"
"""A word that nobody types; pieces of it come from nowhere else."""
WHOLLY: Final = 5
"""One in so many flipped bits is to be noticed by the whole program, the others by the check that it makes."""
_FORMS: Final = tuple(
    word.encode(encoding)
    for word in (CANARY, CANARY.upper(), CANARY.capitalize())
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)


def flipped_bits(folder: Path, times: int, seed: int) -> Outcome:
    """Flip one bit in a protected workspace, again and again: it is noticed, or everything is as it was.

    Counts as *hit* what was noticed.
    """
    chance, outcome = random.Random(seed), Outcome()
    folder.mkdir(parents=True, exist_ok=True)
    around = around_in(folder)
    path = workspace(folder, around, KEY)
    store = open_store(path, around)
    steps = Work(store, seed).steps()
    for _ in range(40):
        next(steps)
    store.close()
    whole, before = path.read_bytes(), state_in(path, KEY)
    for number in range(times):
        at = chance.randrange(8 * len(whole))
        made = bytearray(whole)
        made[at // 8] ^= 1 << at % 8
        path.write_bytes(made)
        outcome.runs += 1
        if (number % WHOLLY and copies.faults(path, KEY)) or _is_noticed(path, around):
            outcome.hit += 1
        elif state_in(path, KEY) != before:
            outcome.wrong.append(f"{number}: bit {at} changed something, and nothing says so")
    return outcome


def _is_noticed(path: Path, around: Surroundings) -> bool:
    try:
        store = open_store(path, around)
    except Problem:
        return True
    try:
        return bool(store.faults())
    except Problem:
        return True
    finally:
        store.close()


def canaries(folder: Path, times: int, seed: int) -> Outcome:
    """Work with a word in a protected workspace; look for it in all that is written, and in all that is left.

    What SQLite writes is looked at as it is written; what the program leaves behind after it, and after kills.
    """
    chance, outcome = random.Random(seed), Outcome()
    temporary = folder / "tijdelijk"
    temporary.mkdir(parents=True)
    with patch.object(tempfile, "tempdir", str(temporary)):
        _work_watched(folder / "heel", outcome)
        for number in range(times):
            here = folder / f"{number}"
            here.mkdir()
            around = around_in(here)
            path = _with_canary(here, around)
            child, pipe = forked(lambda say, path=path, around=around: _everything(path, around, say))
            os.read(pipe, 1)
            time.sleep(chance.uniform(0, 1.2))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            os.close(pipe)
            outcome.runs += 1
            outcome.hit += 1
            outcome.wrong += [f"{number}: {found}" for found in _found_in(folder)]
    return outcome


def _work_watched(folder: Path, outcome: Outcome) -> None:
    folder.mkdir()

    def watch(operation: Operation) -> int:
        if any(form in operation.data for form in _FORMS):
            outcome.wrong.append(f"written to {Path(operation.path).name}")
        return OK

    with watching(watch):
        around = around_in(folder)
        path = _with_canary(folder, around)
        _everything(path, around, lambda _: None)
    outcome.runs += 1
    outcome.wrong += list(_found_in(folder.parent))


def _with_canary(folder: Path, around: Surroundings) -> Path:
    path = folder / "werk.bouwstenen"
    store = create(path, around, key=KEY)
    workshop = store.do("Sessie", preparing.create_workshop, title=f"Sessie {CANARY}", region=CANARY).result
    store.do(
        f"Stap {CANARY}", capturing.capture, f"{CANARY} zegt iets #{CANARY} nodig: {CANARY}", workshop=workshop
    )
    store.close()
    return path


def _everything(path: Path, around: Surroundings, say: Say) -> None:
    """Do all that writes files: capture, half a line, backup, parcel, look at a copy, merge, another password."""
    store = open_store(path, around)
    workshop = store.read(preparing.workshops)[0].id
    store.remember("concept", f"half getypt {CANARY}")
    for number in range(12):
        store.do("Vast", capturing.capture, f"{CANARY} {number} " + f"{CANARY} " * 80, workshop=workshop)
    some = [block.id for block in store.read(boards.blocks_of, workshop)][:4]
    store.do("Gebundeld", bundling.bundle_blocks, some)
    store.undo()
    list(backups.backup_if_changed(store, around))
    parcelling.send(store, path.with_name("pakket.bouwstenen"), Selection(), key=store.key)
    store.faults()
    _looked_at(path, around)
    list(merging.merge_files(store, [_other(path, around)], around))
    say(state_of(store))
    store.close()
    put_under(path, around, OTHER_KEY)


def _looked_at(path: Path, around: Surroundings) -> None:
    looking = open_store(path, around)  # another window has it: this is a private copy
    assert looking.read_only
    looking.close()


def _other(path: Path, around: Surroundings) -> Path:
    other = path.with_name("ander.bouwstenen")
    there: Store = open_store(copied(path, path.parent / "elders").rename(other), around)
    workshop = there.read(preparing.workshops)[0].id
    there.do("Ver", capturing.capture, f"Van ver: {CANARY}", workshop=workshop)
    there.close()
    return other


def _found_in(folder: Path) -> Iterator[str]:
    for file in sorted(folder.rglob("*")):
        if any(form.decode("latin-1") in file.name for form in _FORMS[:1]):
            yield f"in the name {file.name}"
        if file.is_file():
            data = file.read_bytes()
            if any(form in data for form in _FORMS):
                yield f"in {file.relative_to(folder)}"

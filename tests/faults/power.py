"""The power goes out: what a disk may hold at any moment of a recorded run, and whether the program can work on.

Everything that SQLite asks of the disk in a run of the real program is noted (``vfs``), with the moments at which a
step was acknowledged. Then the disk is rebuilt as it may have been at every moment: what was synced is there; of
what was written since, anything may be there or not, in any order, and in pieces of 512 bytes.
"""

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice, pairwise
from pathlib import Path
from typing import Final
from unittest.mock import patch

from tests.faults.outcome import Outcome
from tests.faults.states import State, state_by, state_in, state_of
from tests.faults.vfs import OK, Operation, watching
from tests.faults.work import Work, around_in, workspace

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage import copies, driver
from bouwstenen_app.storage.failures import REFUSED
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.opening import open_store

SECTOR: Final = 512
WHOLLY: Final = 4
"""One in so many images is opened by the whole program, the others by its driver: that is ten times as fast."""
TORN: Final = 0.2
"""The part of the writes that are there in pieces, of those that were not synced."""
OUR_PRAGMAS: Final = driver.PRAGMAS


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A step of which the program said that it is stored, with all that is in the file then."""

    state: State


Event = Operation | Acknowledged
Found = tuple[State, Sequence[str]] | Exception
"""What is in an image, with its faults; or why it does not open."""


@dataclass(slots=True)
class _File:
    """A file as the disk has it, and what was written to it since it was synced."""

    synced: bytes = b""
    waiting: list[Operation] = field(default_factory=list)


@dataclass
class Recording:
    """What a run asked of the disk, and what was in the file before it."""

    start: dict[str, bytes]
    events: list[Event]
    key: Key | None
    first: State
    """The content at the start."""


def recorded(
    folder: Path, steps: int, seed: int, pragmas: tuple[str, ...] = OUR_PRAGMAS, key: Key | None = None
) -> Recording:
    """Let someone work in a workspace, and return what that asked of the disk."""
    around = around_in(folder)
    path = workspace(folder, around, key)
    start = {str(path): path.read_bytes()}
    first = state_in(path, key)
    events: list[Event] = []

    def note(operation: Operation) -> int:
        if operation.path.startswith(str(path)):
            events.append(operation)
        return OK

    with patch.object(driver, "PRAGMAS", pragmas), watching(note):
        store = open_store(path, around)
        with store._reads.connect() as looking:
            for _ in islice(Work(store, seed).steps(), steps):
                events.append(Acknowledged(state_by(looking.connection.driver_connection)))
                looking.rollback()
        store.close()
    return Recording(start, events, key, first)


def images(recording: Recording, each: int, seed: int) -> Iterator[tuple[int, dict[str, bytes]]]:
    """Yield what the disk may hold when the power goes out: the number of events before it, and the files."""
    chance = random.Random(seed)
    files = {path: _File(content) for path, content in recording.start.items()}
    for number, event in enumerate(recording.events):
        for _ in range(each):
            yield number, _image(files, chance)
        if isinstance(event, Operation):
            _apply(files, event)
    yield len(recording.events), _image(files, chance)


def looked_over(recording: Recording, folder: Path, each: int, seed: int, most: int = 1 << 60) -> Outcome:
    """Open every image as the program does, and look what is in it.

    The same image at several moments is opened once: what is in it may be right for one and wrong for another.
    """
    outcome, met, opened = Outcome(), set(), dict[bytes, Found]()
    states = [(0, recording.first)]
    states += [(at, one.state) for at, one in enumerate(recording.events, 1) if isinstance(one, Acknowledged)]
    for number, image in images(recording, each, seed):
        told = repr(sorted((name, blake2b(data).digest()) for name, data in image.items()))
        digest = blake2b(told.encode()).digest()
        if (number, digest) in met:
            continue
        met.add((number, digest))
        if digest not in opened:
            opened[digest] = _look(image, folder, recording.key, wholly=len(opened) % WHOLLY == 0)
        past = sum(at <= number for at, _ in states)
        outcome.runs += 1
        outcome.hit += any(image[path] for path in image if path.endswith(("-journal", "-wal")))
        outcome.wrong += _wrong(opened[digest], [state for _, state in states[past - 1 : past + 1]], f"{number}")
        if outcome.runs >= most:
            break
    return outcome


def _look(image: dict[str, bytes], folder: Path, key: Key | None, *, wholly: bool) -> Found:
    main = _lay(image, folder)
    try:
        if wholly:
            return _opened(main, key)
        try:
            return _driven(main, key)
        except (*REFUSED, Problem):  # the program mends more than its driver: a free page that is half there
            return _opened(_lay(image, folder), key)
    except Exception as error:
        return error


def _wrong(found: Found, allowed: list[State], name: str) -> Iterator[str]:
    if isinstance(found, Exception):
        yield f"malformed at {name}: {found!r}"
    elif found[1]:
        yield f"malformed at {name}: {found[1][0]}"
    elif found[0] not in allowed:
        yield f"lost at {name}"


def _lay(image: dict[str, bytes], folder: Path) -> Path:
    """Put the files of a disk in a folder, and nothing else; return the workspace among them."""
    for old in folder.iterdir():
        if old.is_file():
            old.unlink()
    for path, content in image.items():
        (folder / Path(path).name).write_bytes(content)
    return next(folder.glob("*.bouwstenen"))


def _driven(main: Path, key: Key | None) -> Found:
    """Open it with the driver and the pragmas of the program, and look over its pages."""
    with closing(driver.connect(main, key=key)) as connection:
        found = state_by(connection)
        return found, [line for (line,) in connection.execute("PRAGMA quick_check").fetchall() if line != "ok"]


def _opened(main: Path, key: Key | None) -> Found:
    """Open it as the program does, and look for faults as it does at every opening.

    It does so in a copy. A copy of a protected file is worth a test: it reads pages that nothing else reads.
    """
    store = open_store(main, around_in(main.parent))
    try:
        found, faults = state_of(store), store.faults() if key else ()
    finally:
        store.close()
    return found, faults if key else copies.faults(main)


def _apply(files: dict[str, _File], event: Operation) -> None:
    """Move on by one operation. A file that was made or deleted is so on the disk at its next sync, or at once."""
    match event.kind:
        case "create":
            files.setdefault(event.path, _File())
        case "sync":
            file = files[event.path]
            file.synced, file.waiting = _written(file.synced, file.waiting), []
        case "delete" if event.durable:
            files.pop(event.path, None)
        case "delete":
            files[event.path].waiting.append(event)
        case _:
            files[event.path].waiting.append(event)


def _image(files: dict[str, _File], chance: random.Random) -> dict[str, bytes]:
    """Return files as they may be: each with any part of what was written and not synced."""
    found = {}
    for path, file in files.items():
        there = _subset(file.waiting, chance)
        if there and there[-1].kind == "delete":
            continue
        found[path] = _written(file.synced, there, chance)
    return found


def _subset(waiting: list[Operation], chance: random.Random) -> list[Operation]:
    match chance.randrange(6):
        case 0:
            return []
        case 1:
            return list(waiting)
        case 2:
            return waiting[: chance.randrange(len(waiting) + 1)]
        case 3 if waiting:
            gone = chance.randrange(len(waiting))
            return waiting[:gone] + waiting[gone + 1 :]
    share = chance.random()
    return [one for one in waiting if chance.random() < share]


def _written(content: bytes, operations: list[Operation], torn: random.Random | None = None) -> bytes:
    """Return a file after operations; with chance a write is there for some of its sectors only."""
    made = bytearray(content)
    for one in operations:
        if one.kind == "truncate":
            del made[one.offset :]
            made.extend(bytes(one.offset - len(made)))
        elif one.kind == "write":
            there = [(one.offset, one.data)]
            if torn is not None and torn.random() < TORN:
                there = [piece for piece in pieces(one) if torn.random() < 0.5]
            for offset, data in there:
                if offset > len(made):
                    hole = offset - len(made)
                    made.extend(torn.randbytes(hole) if torn is not None and torn.random() < 0.5 else bytes(hole))
                made[offset : offset + len(data)] = data
    return bytes(made)


def pieces(write: Operation) -> list[tuple[int, bytes]]:
    """Return a write cut where sectors end."""
    first = SECTOR - write.offset % SECTOR
    cuts = [0, *range(first, len(write.data), SECTOR), len(write.data)]
    return [(write.offset + start, write.data[start:end]) for start, end in pairwise(cuts)]

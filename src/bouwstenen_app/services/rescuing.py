"""Saving what can be saved of a damaged workspace: to a new file beside it; the damaged one is never written to."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bouwstenen_app.domain import audit, dutch
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import auditing, backups, checking
from bouwstenen_app.storage import alongside, copies, journal
from bouwstenen_app.storage.failures import file_problem
from bouwstenen_app.storage.file_locks import held
from bouwstenen_app.storage.keys import Key, Locked
from bouwstenen_app.storage.merging import Merge
from bouwstenen_app.storage.opening import SUFFIX, Surroundings, create
from bouwstenen_app.storage.remains import LABEL, Remains, read
from bouwstenen_app.storage.scratch import Scratch, swept
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import JOURNALED

WRITING: Final = "Nieuwe werkmap schrijven"
CHECKING: Final = "Nieuwe werkmap nakijken"
NOTHING: Final = (
    "In {name} is niets meer te lezen dat te redden is. Open de nieuwste reservekopie; dit bestand blijft zoals "
    "het is."
)
_CHUNK: Final = 2_000


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was saved of a damaged workspace, and what is known to be missing."""

    path: Path
    """The new workspace; where it would be, when it was only counted."""
    blocks: int
    sessions: int
    bundles: int
    lost_blocks: int = 0
    lost_sessions: int = 0
    """Of which only the blocks are there: they have a new name."""

    def sentences(self) -> Iterator[str]:
        """Yield what there is, and what there is not."""
        kinds = ((self.blocks, "bouwsteen", "bouwstenen"), (self.sessions, "sessie", "sessies"))
        told = dutch.enumerated([dutch.counted(*kind) for kind in kinds])
        yield f"{told} {'is' if self.blocks == 1 and not self.sessions else 'zijn'} nog te lezen."
        if self.lost_blocks:
            count = dutch.counted(self.lost_blocks, "bouwsteen", "bouwstenen")
            yield f"Zeker is dat {count} {'ontbreekt' if self.lost_blocks == 1 else 'ontbreken'}."
        if self.lost_sessions:
            count = dutch.counted(self.lost_sessions, "sessie", "sessies")
            yield f"Van {count} is alleen de inhoud er nog; de naam is nu “Geredde sessie”."


def beside(damaged: Path) -> Path:
    """Return where the new workspace comes: beside the damaged one, under a name that is free."""
    place = damaged.with_name(f"{damaged.stem} gered{SUFFIX}")
    number = 2
    while place.exists():
        place = damaged.with_name(f"{damaged.stem} gered {number}{SUFFIX}")
        number += 1
    return place


def counted(damaged: Path, around: Surroundings) -> Generator[Progress, None, Rescued]:
    """Find out what can be saved of a damaged workspace that is not open; Problem when there is nothing."""
    remains = yield from _read(damaged, beside(damaged), around)
    return _told(remains[0], beside(damaged), remains[0].here("block"), remains[0].here("workshop"))


def rescue(
    damaged: Path, target: Path, around: Surroundings, *, label: str = LABEL, sound: bool = False
) -> Generator[Progress, None, Rescued]:
    """Save what can be saved of a damaged workspace that is not open to a new file, which is checked.

    It keeps the password that the damaged one has; ``label`` is what steps are called that are made anew; of a
    ``sound`` file only those that must. Problem when nothing can be saved or it cannot be written there.
    """
    remains, key = yield from _read(damaged, target, around, label, sound=sound)
    yield Progress(0, 2, WRITING)

    def fill(store: Store) -> None:
        for _ in store.merge(lambda merge: _added(merge, remains)):
            pass
        store.begin(label, _put_right, remains)

    store = create(target, around, fill, key=key)
    try:
        yield Progress(1, 2, CHECKING)
        if found := store.faults():
            raise Problem("De geredde werkmap {name} is niet gaaf ({fault}).", name=target.name, fault=found[0])
        totals = store.read(checking.totals)
        if label == LABEL:
            store.aside(lambda session: alongside.log(session, auditing.of_file(damaged, around)))
            auditing.note(store, audit.SALVAGED, count=totals["Bouwstenen"])
    finally:
        store.close()
    yield Progress(2, 2, CHECKING)
    return _told(remains, target, totals["Bouwstenen"], totals["Sessies"])


def _told(remains: Remains, path: Path, blocks: int, sessions: int) -> Rescued:
    lost = remains.lost
    return Rescued(path, blocks, sessions, remains.here("bundle"), len(lost["block"]), len(lost["workshop"]))


def _added(merge: Merge, remains: Remains) -> Iterator[Progress]:
    yield Progress(0, 0, WRITING)
    merge.add(remains)


def _put_right(session: Work, remains: Remains) -> None:
    """Give rows what they said in the damaged file, where the journal does not tell it any more."""
    for table, row_class in JOURNALED.items():
        known = [*remains.rows[table]]
        for start in range(0, len(known), _CHUNK):
            current = journal.current_rows(session.sql, table, known[start : start + _CHUNK])
            journal.update_rows(session, row_class, remains.newer(table, current))


def _read(
    damaged: Path, target: Path, around: Surroundings, label: str = LABEL, *, sound: bool = False
) -> Generator[Progress, None, tuple[Remains, Key | None]]:
    """Read what is left, with the key that fits; Problem when there is nothing."""
    keys, locked = _keys(damaged, around)
    with held(damaged, around), scratch_of(around) as scratch:
        for key in keys:
            now = around.now()
            moment, at = int(now.timestamp() * 1000), now.isoformat(timespec="seconds")
            remains = Remains(damaged.name, around.replica(target), around.new_id(), moment, at, label=label)
            remains.sound = sound
            try:
                yield from read(around.file(damaged), scratch.folder, key, remains)
            except OSError as error:
                raise file_problem(error, damaged) from error
            if remains.here("block") or remains.here("workshop"):
                return remains, key
    raise locked or Problem(NOTHING, name=damaged.name)


def _keys(damaged: Path, around: Surroundings) -> tuple[Sequence[Key | None], Locked | None]:
    """Return what may open a file whose first bytes may be damaged: its key, those of its backups, any, and none.

    With that the Problem of one of them whose key is not known.
    """
    found: list[Key | None] = []
    locked: Locked | None = None
    for file in (around.file(damaged), *(backup.path for backup in backups.backups(around, damaged))):
        with suppress(OSError):
            try:
                found.append(around.keys.of(file))
            except Locked as problem:
                locked = locked or problem
    return [*dict.fromkeys([*found, None, *around.keys.known()])], locked


@contextmanager
def scratch_of(around: Surroundings) -> Iterator[Scratch]:
    """Give a folder for private copies, and take away what programs that were stopped left of theirs."""
    with swept(around.data / "redden", around.new_id()) as scratch:
        try:
            yield scratch
        finally:
            copies.clear(scratch.folder / "wrak")

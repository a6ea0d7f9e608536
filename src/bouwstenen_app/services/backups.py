"""Backups: made when something changed, checked, few, and kept in the user's own folder."""

import re
from collections.abc import Generator, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy.orm import Session

from bouwstenen_app.domain import audit, rhythm
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import auditing
from bouwstenen_app.storage import backup_places, copies, history, mending
from bouwstenen_app.storage.engine import open_engine
from bouwstenen_app.storage.failures import Damaged, file_problem, said_in_dutch
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.opening import SUFFIX, Surroundings
from bouwstenen_app.storage.securing import rekey
from bouwstenen_app.storage.store import Store

BEFORE_MERGE, BEFORE_RESTORE = "voor samenvoegen", "voor terugzetten"
KEPT: Final = 5
"""So many of each of these stay; those made before a migration are never taken away."""
SMALL: Final = 64_000_000
"""Bytes of a workspace that is backed up while the program closes: larger ones wait for the next start."""

_DAY_AND_TIME: Final = r"\d{4}-\d\d-\d\d \d{6}"
_NAME: Final = re.compile(rf"({_DAY_AND_TIME})(?: (versie \d+|{BEFORE_MERGE}|{BEFORE_RESTORE}))?{SUFFIX}")
_ROOM: Final = timedelta(minutes=1)
_MOMENT: Final = "%Y-%m-%d %H%M%S"
_COPYING, _CHECKING, _DONE = "Kopie maken", "Kopie nakijken", "Klaar"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup of a workspace."""

    path: Path
    at: datetime
    """The time that the clock of the laptop showed."""
    size: int
    """In bytes."""
    reason: str = ""
    """Why it was made, when not only because something had changed."""

    @property
    def migrated(self) -> bool:
        """Whether it was made because a new version of the program brought the file up to date."""
        return self.reason.startswith("versie")


@dataclass(slots=True)
class Looked:
    """What was done beside making a backup."""

    mended: bool = False
    """Whether the search index was made anew."""
    protected: int = 0
    """Older backups without a password that have that of the workspace now."""
    strange: int = 0
    """Older backups that have another password, or cannot be read."""


def backups(around: Surroundings, path: Path) -> tuple[Backup, ...]:
    """Return the backups of a workspace, the newest first; those of later than now come last.

    A clock that was wrong for a while makes such: what was made after it is newer all the same.
    """
    found: list[Backup] = []
    for file in around.backups(path).glob(f"*{SUFFIX}"):
        name = _NAME.fullmatch(file.name)
        with suppress(ValueError, OSError):
            if name:
                at = datetime.strptime(name[1], _MOMENT)
                found.append(Backup(file, at, file.stat().st_size, name[2] or ""))
    now = _now(around)
    return tuple(sorted(found, key=lambda one: (one.at <= now, one.at, one.path.name), reverse=True))


def put_aside(path: Path) -> tuple[Path, ...]:
    """Return what was put aside of a workspace, beside it: damaged, or in the way. It is no backup."""
    name = re.compile(rf"{re.escape(path.stem)} (?:beschadigd|van een ander) {_DAY_AND_TIME}(?: \d+)?{SUFFIX}")
    with suppress(OSError):
        return tuple(sorted(file for file in path.parent.iterdir() if name.fullmatch(file.name)))
    return ()


def newest_sound(around: Surroundings, path: Path) -> Backup | None:
    """Return the newest backup that is whole and whose key is known; None when there is none."""
    for backup in backups(around, path):
        with suppress(Problem, OSError):
            if not copies.faults(backup.path, around.keys.of(backup.path)):
                return backup
    return None


def backup_if_changed(store: Store, around: Surroundings, said: Looked | None = None) -> Iterator[Progress]:
    """Keep a checked copy of an open workspace, if something changed since the newest one; look it over anyway.

    A search index that is out of step is made anew; what else was done is noted in ``said``. Yields its progress.
    Raises Damaged, which says what to do, when the workspace turns out to be damaged.
    """
    said = said or Looked()
    backup_places.settle(store, around)
    newest = next(iter(backups(around, store.path)), None)
    changed = newest is None or not has_all(store, newest)
    folder = around.backups(store.path)
    copy = folder / f"nakijken-{around.new_id()}{SUFFIX}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f"nakijken-*{SUFFIX}*"):
            copies.clear(left)
        yield Progress(0, 2, _COPYING)
        store.copy_to(copy)
        yield Progress(1, 2, _CHECKING)
        _look_over(store, copy, newest, said)
        if changed:
            copies.put_in_place(copy, _free_name(folder, around.now()))
        protect_left_behind(store, around, said)
        thin(around, store.path)
        yield Progress(2, 2, _DONE)
    except OSError as error:
        raise file_problem(error, folder) from error
    finally:
        copies.clear(copy)


def has_all(store: Store, backup: Backup) -> bool:
    """Say whether a backup holds every step of a workspace."""
    return _steps_in(backup.path, store.key) == store.read(history.numbers)


def keep_before(store: Store, around: Surroundings, why: str) -> Generator[Progress, None, Path]:
    """Make a backup of how it is now, if there is none of that yet; return it, with why in its name."""
    yield from backup_if_changed(store, around)
    newest = backups(around, store.path)[0]
    if newest.reason:
        return newest.path
    named = _free_name(newest.path.parent, newest.at, f" {why}")
    try:
        newest.path.replace(named)
    except OSError as error:
        raise file_problem(error, named) from error
    thin(around, store.path)
    return named


def backup_at_closing(store: Store, around: Surroundings) -> None:
    """Keep a copy of a small workspace in which something changed, while the program closes. A large one waits.

    It is looked over at the next start, as every backup that is offered is.
    """
    newest = next(iter(backups(around, store.path)), None)
    folder = around.backups(store.path)
    with suppress(Problem, OSError):
        if store.file.stat().st_size <= SMALL and (newest is None or not has_all(store, newest)):
            folder.mkdir(parents=True, exist_ok=True)
            store.copy_to(_free_name(folder, around.now()))
            thin(around, store.path)


def remove_all(around: Surroundings, path: Path) -> int:
    """Take away every backup of a workspace, and return how many; Problem when one cannot be."""
    kept = backups(around, path)
    for backup in kept:
        try:
            backup.path.unlink(missing_ok=True)
        except OSError as error:
            raise file_problem(error, backup.path) from error
    return len(kept)


def thin(around: Surroundings, path: Path) -> None:
    """Take away what is not needed any more (``domain.rhythm``)."""
    every = backups(around, path)
    stay = rhythm.kept([one.at for one in every if not one.reason], _now(around))
    gone = [one for one in every if not one.reason and one.at not in stay]
    for why in (BEFORE_MERGE, BEFORE_RESTORE):
        gone += [one for one in every if one.reason == why][KEPT:]
    for one in gone:
        one.path.unlink(missing_ok=True)


def protect_left_behind(store: Store, around: Surroundings, said: Looked) -> None:
    """Give backups without a password that of their workspace; count those with another one."""
    for backup in backups(around, store.path) if store.key is not None else ():
        try:
            key = around.keys.of(backup.path)
            if key is None:
                rekey(backup.path, None, store.key)
                said.protected += 1
            elif key != store.key:
                said.strange += 1
        except (Problem, OSError):
            said.strange += 1


def free_name(around: Surroundings, path: Path, why: str = "") -> Path:
    """Return the name for a backup of now; a second later when another was made in the same second."""
    return _free_name(around.backups(path), around.now(), f" {why}" if why else "")


def _now(around: Surroundings) -> datetime:
    """Return the local time, with room for backups that were made in one second and have the next ones."""
    return around.now().replace(tzinfo=None) + _ROOM


def _look_over(store: Store, copy: Path, newest: Backup | None, said: Looked) -> None:
    if copies.faults(copy, store.key):
        if not mending.mended(copy, store.key):
            if store.working is not None:
                store.working.damaged = True
            raise _damaged(store.path, newest)
        mending.mend(store)
        said.mended = True
        auditing.note(store, audit.REPAIRED)


def _free_name(folder: Path, moment: datetime, why: str = "") -> Path:
    """Return a name after those of a moment ago, which may have been given the next seconds already."""
    soon = f"{moment + _ROOM:{_MOMENT}}"
    near = [file.name[: len(soon)] for file in folder.glob(f"*{SUFFIX}") if _NAME.fullmatch(file.name)]
    taken = max((name for name in near if f"{moment:{_MOMENT}}" <= name <= soon), default="")
    if taken:
        moment = datetime.strptime(taken, _MOMENT) + timedelta(seconds=1)
    while (name := folder / f"{moment:{_MOMENT}}{why}{SUFFIX}").exists():
        moment += timedelta(seconds=1)
    return name


def _steps_in(backup: Path, key: Key | None) -> Mapping[str, int] | None:
    """Return which steps are in a backup; None when it cannot be read, so that a new one is made."""
    engine = open_engine(backup, read_only=True, key=key)
    try:
        with said_in_dutch(), Session(engine) as session:
            return history.numbers(session)
    except Problem:
        return None
    finally:
        engine.dispose()


def _damaged(path: Path, newest: Backup | None) -> Damaged:
    if newest is None:
        return Damaged(
            "{name} is beschadigd en er is nog geen reservekopie. Maak een kopie van het bestand voordat je verder "
            "werkt, en zet je bouwstenen over in een nieuwe werkmap.",
            name=path.name,
        )
    return Damaged(
        "{name} is beschadigd. Werk verder in de reservekopie van {date} om {time}; je vindt haar bij "
        "Instellingen › Reservekopieën.",
        name=path.name,
        date=f"{newest.at:%d-%m-%Y}",
        time=f"{newest.at:%H:%M}",
    )

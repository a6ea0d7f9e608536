"""Backups: made at opening when something changed, checked, and kept in the user's own folder."""

import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy.orm import Session

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.storage import copies, history
from bouwstenen_app.storage.engine import open_engine
from bouwstenen_app.storage.failures import file_problem, said_in_dutch
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.opening import SUFFIX, Surroundings, open_store
from bouwstenen_app.storage.store import Store

KEPT: Final = 20
"""How many backups of one workspace stay; those made before a migration are never taken away."""

_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\d \d{6})( versie \d+)?" + re.escape(SUFFIX))
_MOMENT: Final = "%Y-%m-%d %H%M%S"
_COPYING, _CHECKING, _DONE = "Kopie maken", "Kopie nakijken", "Klaar"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup of a workspace."""

    path: Path
    at: datetime
    size: int
    """In bytes."""
    migrated: bool = False
    """Whether it was made because a new version of the program brought the file up to date."""


def backups(around: Surroundings, path: Path) -> tuple[Backup, ...]:
    """Return the backups of a workspace, the newest first."""
    found: list[Backup] = []
    for file in around.backups(path).glob(f"*{SUFFIX}"):
        name = _NAME.fullmatch(file.name)
        with suppress(ValueError, OSError):
            if name:
                at = datetime.strptime(name[1], _MOMENT)
                found.append(Backup(file, at, file.stat().st_size, migrated=bool(name[2])))
    return tuple(sorted(found, key=lambda backup: (backup.at, backup.path.name), reverse=True))


def backup_if_changed(store: Store, around: Surroundings) -> Iterator[Progress]:
    """Keep a checked copy of an open workspace, if something changed since the newest one; look it over anyway.

    Yields its progress. Raises a Problem that says what to do when the workspace turns out to be damaged.
    """
    newest = next(iter(backups(around, store.path)), None)
    changed = newest is None or _steps_in(newest.path, store.key) != store.read(history.numbers)
    folder = around.backups(store.path)
    copy = folder / f"nakijken-{around.new_id()}{SUFFIX}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f"nakijken-*{SUFFIX}"):
            copies.clear(left)
        yield Progress(0, 2, _COPYING)
        store.copy_to(copy)
        yield Progress(1, 2, _CHECKING)
        if copies.faults(copy, store.key):
            raise _damaged(store.path, newest)
        if changed:
            copies.put_in_place(copy, _free_name(folder, around.now()))
            _keep_newest(around, store.path)
        yield Progress(2, 2, _DONE)
    except OSError as error:
        raise file_problem(error, folder) from error
    finally:
        copies.clear(copy)


def put_back(backup: Path, path: Path, around: Surroundings) -> None:
    """Let a backup take the place of a workspace that is closed; how it is now is kept as a backup first.

    Problem when the backup is not there or not sound: then the workspace stays as it is.
    """
    if not backup.is_file() or copies.faults(backup, around.keys.of(backup)):
        raise Problem("Deze reservekopie is er niet meer, of ze is niet gaaf. De werkmap blijft zoals ze is.")
    store = open_store(path, around)
    try:
        for _ in backup_if_changed(store, around):
            pass
    finally:
        store.close()
    part = path.with_name(path.name + ".part")
    try:
        shutil.copyfile(backup, part)
        copies.put_in_place(part, path)
    except OSError as error:
        raise file_problem(error, path) from error
    finally:
        copies.clear(part)


def _free_name(folder: Path, moment: datetime) -> Path:
    """Return the name for a backup of a moment; a second later when another was made in the same second."""
    while (name := folder / f"{moment:{_MOMENT}}{SUFFIX}").exists():
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


def _damaged(path: Path, newest: Backup | None) -> Problem:
    if newest is None:
        return Problem(
            "{name} is beschadigd en er is nog geen reservekopie. Maak een kopie van het bestand voordat je verder "
            "werkt, en zet je bouwstenen over in een nieuwe werkmap.",
            name=path.name,
        )
    return Problem(
        "{name} is beschadigd. Werk verder in de reservekopie van {date} om {time}; je vindt haar bij "
        "Instellingen › Reservekopieën.",
        name=path.name,
        date=f"{newest.at:%d-%m-%Y}",
        time=f"{newest.at:%H:%M}",
    )


def _keep_newest(around: Surroundings, path: Path) -> None:
    ordinary = [backup for backup in backups(around, path) if not backup.migrated]
    for old in ordinary[KEPT:]:
        old.path.unlink(missing_ok=True)

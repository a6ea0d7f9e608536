"""The backups of a workspace that got another name or place come along: at each opening is noted where it is.

Backups are kept under the place of their workspace. Without this a new name would leave them behind, where no
password, no erasing and no restoring reaches them.
"""

import json
import os
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage.around import Surroundings
from bouwstenen_app.storage.driver import bare
from bouwstenen_app.storage.failures import REFUSED
from bouwstenen_app.storage.keys import Locked, salt_of
from bouwstenen_app.storage.own_folder import SUFFIX, data_name
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import WorkspaceRow

MIGRATED: Final = " versie "
"""In the name of a backup that opening makes before it is known where the others are."""
_PLACES: Final = "plekken"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a workspace was when it was open last on this laptop."""

    path: Path
    file: str
    """What the disk calls the file, the same under another name; empty where it does not say."""
    workspace: str
    """The identity of the workspace."""


def settle(store: Store, around: Surroundings) -> None:
    """Note where an open workspace is; one that was renamed or moved gets its backups back. It asks the disk."""
    if store.read_only:
        return
    with suppress(OSError, Problem):
        here = Place(store.path.resolve(), _file(store.path), store.read(_identity))
        _note(here, around)
        if _has_none(store.path, around):
            _bring(store.path, around, (one for one in _noted(around) if _is_left(one, here)))


def follow(path: Path, around: Surroundings) -> None:
    """Give a file that is not open the backups that it had under another name, when the disk knows it again."""
    with suppress(OSError):
        if path.is_file() and _has_none(path, around) and (file := _file(path)):
            known = (one for one in _noted(around) if one.file == file and not one.path.exists())
            _bring(path, around, (one for one in known if _is_same(path, one, around)))


def left_behind(around: Surroundings) -> Iterator[tuple[Path, Path, int]]:
    """Yield workspaces that are not where they were, with the folder of their backups and how many there are.

    Those on a disk that is away are not among them; one of which nothing is left is forgotten. It asks the disk.
    """
    for one in _noted(around):
        with suppress(OSError):
            if one.path.exists() or not one.path.parent.is_dir():
                continue
            if kept := [*_kept(one.path, around)]:
                yield one.path, around.backups(one.path), len(kept)
            else:
                _note_of(one.path, around).unlink(missing_ok=True)


def _is_left(one: Place, here: Place) -> bool:
    """Say whether a workspace was there, and is here now: not a copy of it, and not on a disk that is away."""
    if one.path == here.path or not here.workspace or one.workspace != here.workspace or one.path.exists():
        return False
    return one.path.parent.is_dir() or (bool(here.file) and one.file == here.file)


def _is_same(path: Path, one: Place, around: Surroundings) -> bool:
    """Say whether a file can be the workspace of a place: the disk may have given what it calls it to a new one."""
    try:
        key = around.keys.of(around.file(path))
        with closing(bare(path, "ro", key=key)) as connection:
            found = connection.execute("SELECT id FROM workspace").fetchall()
        return (one.workspace,) in found
    except Locked:
        salt = salt_of(around.file(path))
        return any(salt_of(backup) == salt for backup in _kept(one.path, around))
    except REFUSED:
        return True  # it is damaged, and that is when backups are needed


def _has_none(path: Path, around: Surroundings) -> bool:
    return all(MIGRATED in backup.name for backup in _kept(path, around))


def _kept(path: Path, around: Surroundings) -> Iterator[Path]:
    return around.backups(path).glob(f"[0-9]*{SUFFIX}")


def _bring(path: Path, around: Surroundings, places: Iterator[Place]) -> None:
    """Bring the backups of the first place that has any; this is their place from now on."""
    for one in places:
        if kept := [*_kept(one.path, around)]:
            folder = around.backups(path)
            folder.mkdir(parents=True, exist_ok=True)
            for backup in kept:
                if not (there := folder / backup.name).exists():
                    backup.replace(there)
            _note(Place(path.resolve(), one.file, one.workspace), around)
            _note_of(one.path, around).unlink(missing_ok=True)
            with suppress(OSError):  # something else is in it
                around.backups(one.path).rmdir()
            return


def _identity(session: Session) -> str:
    return session.scalar(select(WorkspaceRow.id).order_by(WorkspaceRow.id).limit(1)) or ""


def _file(path: Path) -> str:
    told = path.stat()
    return f"{told.st_dev}-{told.st_ino}" if told.st_ino else ""


def _note_of(path: Path, around: Surroundings) -> Path:
    return around.data / _PLACES / f"{data_name(path)}.json"


def _note(here: Place, around: Surroundings) -> None:
    file = _note_of(here.path, around)
    text = json.dumps({"plek": str(here.path), "bestand": here.file, "werkmap": here.workspace})
    if not file.exists() or file.read_text(encoding="ascii") != text:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="ascii")


def _noted(around: Surroundings) -> Iterator[Place]:
    """Yield every place that was noted and that can be named here (without UTF-8 not all can), the newest first."""
    files = [*(around.data / _PLACES).glob("*.json")]
    for file in sorted(files, key=lambda one: one.stat().st_mtime, reverse=True):
        with suppress(OSError, ValueError, KeyError, TypeError):
            noted = json.loads(file.read_text(encoding="ascii"))
            path = os.fsdecode(os.fsencode(noted["plek"]))
            yield Place(Path(path), str(noted["bestand"]), str(noted["werkmap"]))

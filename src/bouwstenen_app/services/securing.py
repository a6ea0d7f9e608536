"""The password of a workspace: set, changed or removed, with the backups that this laptop has of it."""

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bouwstenen_app.domain import audit
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import auditing, backups, publishing
from bouwstenen_app.storage import backup_places
from bouwstenen_app.storage.file_locks import held
from bouwstenen_app.storage.headers import examine
from bouwstenen_app.storage.keys import Key, salt_of
from bouwstenen_app.storage.opening import Surroundings, open_store
from bouwstenen_app.storage.securing import rekey

_WRITING: Final = "Werkmap opnieuw schrijven"
_BACKUPS: Final = "Reservekopieën opnieuw schrijven"


@dataclass(slots=True)
class Secured:
    """What was done: how many backups follow the new password, and which could not."""

    backups: int = 0
    left: list[Path] = field(default_factory=list)
    open: list[Path] = field(default_factory=list)
    """What was put aside of the workspace earlier, and anyone can read."""


def secure(path: Path, around: Surroundings, key: Key | None, said: Secured) -> Iterator[Progress]:
    """Protect a workspace that is not open with another key (None: take its password away), and its backups.

    The key that it has now must be known (``around.keys``). Yields its progress; what was done is noted in
    ``said``. All or nothing for the workspace; a backup that cannot be read stays as it is and is told.
    """
    kept = backups.backups(around, path)
    with held(path, around):
        publishing.refuse_pending(path, around)
        old = around.keys.of(path)
        examine(path, key=old)
        yield Progress(0, len(kept) + 1, _WRITING)
        rekey(path, old, key)
        if key is not None:
            around.keys.add(key)
        for done, backup in enumerate(kept, start=1):
            yield Progress(done, len(kept) + 1, _BACKUPS)
            try:
                rekey(backup.path, around.keys.of(backup.path), key)
                said.backups += 1
            except (Problem, OSError):  # another program may hold it
                said.left.append(backup.path)
    if key is not None:
        said.open += filter(_is_open, backups.put_aside(path))
    _note(path, around, old, key)
    yield Progress(len(kept) + 1, len(kept) + 1, _BACKUPS)


def _is_open(file: Path) -> bool:
    with suppress(OSError):
        return salt_of(file) is None
    return True


def _note(path: Path, around: Surroundings, old: Key | None, key: Key | None) -> None:
    changed = audit.PASSWORD_CHANGED if old else audit.PASSWORD_SET
    with suppress(Problem), closing(open_store(path, around)) as store:
        backup_places.settle(store, around)  # it is another file for the disk now
        auditing.note(store, changed if key else audit.PASSWORD_REMOVED)

"""Who has a workspace file open: an operating-system lock in the user's own folder, with who and where beside."""

import getpass
import json
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage.around import Surroundings
from bouwstenen_app.storage.failures import file_problem
from bouwstenen_app.storage.headers import not_ours
from bouwstenen_app.storage.own_folder import data_name

_LOCKS: Final = "sloten"


@contextmanager
def held(path: Path, around: Surroundings) -> Iterator[None]:
    """Hold a workspace that is not open, so that nobody opens it meanwhile; Problem when somebody has it open."""
    lock = take_of_workspace(path, around)
    if lock is None:
        raise Problem("{name} is nog open. Sluit de werkmap eerst, en probeer het opnieuw.", name=path.name)
    try:
        yield
    finally:
        let_go(lock, path, around)


def who_has(path: Path, around: Surroundings) -> str:
    """Return who works in the file, in words (``jansen op LAPTOP-12, sinds 14:03``); empty when unknown."""
    try:
        note = json.loads(_beside(path, around, ".json").read_text(encoding="utf-8"))
        return f"{note['who']} op {note['where']}, sinds {note['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def take_of_workspace(path: Path, around: Surroundings) -> FileLock | None:
    """Take the lock of a workspace file; None when somebody else has it, Problem for what is no such file."""
    try:
        _refuse_other_than_file(around.file(path))
        return take(path, around)
    except OSError as error:
        raise file_problem(error, path) from error


def take(path: Path, around: Surroundings) -> FileLock | None:
    """Return the lock on a file, which need not be there, with who took it beside it; None when another has it."""
    (around.data / _LOCKS).mkdir(parents=True, exist_ok=True)
    lock = lock_of(_beside(path, around, ""))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return None
    note = {"who": _user(), "where": platform.node(), "since": around.now().strftime("%H:%M")}
    with suppress(OSError):
        _beside(path, around, ".json").write_text(json.dumps(note), encoding="utf-8")
    return lock


def let_go(lock: FileLock, path: Path, around: Surroundings) -> None:
    """Release the lock on a file; nobody has it then, and no name stays."""
    if lock.is_locked:
        with suppress(OSError):
            _beside(path, around, ".json").unlink(missing_ok=True)
    lock.release()


def lock_of(path: Path) -> FileLock:
    """Return the lock that stands beside a file in the user's own folder; it is not taken yet."""
    return FileLock(path.with_name(path.name + ".lock"), is_singleton=False, thread_local=False)


def _beside(path: Path, around: Surroundings, suffix: str) -> Path:
    return around.data / _LOCKS / f"{data_name(path)}{suffix}"


def _refuse_other_than_file(path: Path) -> None:
    if path.is_dir():
        raise Problem("{name} is een map en geen bestand. Kies een bestand.", name=path.name or str(path))
    if not path.is_file():
        path.stat()  # when it is not there, this says so
        raise not_ours(path.name)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "iemand"

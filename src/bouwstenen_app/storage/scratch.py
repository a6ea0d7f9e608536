"""Folders for what is thrown away: each of one running program, and swept when that stopped without doing so."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import gettempdir
from typing import Final
from uuid import uuid4

from filelock import FileLock, Timeout

from bouwstenen_app.storage.failures import file_problem

LOCK: Final = ".lock"
PATIENCE: Final = 10.0
"""Seconds that another program may take over sweeping what it found, before ours gives up."""
_BREATH: Final = 0.005
_PASSING: Final = (FileNotFoundError, FileExistsError, Timeout)
"""What another program sets off that sweeps, or tidies the folder around ours away, between two lines of ours."""


class Scratch:
    """A folder that only this user can read; it and everything in it goes with :meth:`remove`."""

    def __init__(self, under: Path, name: str) -> None:
        """Make the folder; Problem when that cannot be."""
        self.folder = under / name
        self._lock = _lock(self.folder)
        until = time.monotonic() + PATIENCE
        while not self._made():
            if time.monotonic() > until:
                if self._lock.is_locked:
                    self.remove()
                raise file_problem(Timeout(self._lock.lock_file), under)
            time.sleep(_BREATH)

    def _made(self) -> bool:
        """Make the folder under a lock of ours; return whether nobody came between."""
        under = self.folder.parent
        try:
            under.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock.acquire(timeout=0)
            self.folder.mkdir(mode=0o700)
        except OSError as error:
            if isinstance(error, _PASSING) and not under.is_file():
                return False
            self.remove()
            raise file_problem(error, under) from error
        return True

    def remove(self) -> None:
        """Take the folder away. What cannot be removed now is swept at the next start."""
        _leave(self.folder, self._lock)


@contextmanager
def swept(under: Path, name: str) -> Iterator[Scratch]:
    """Give a folder of this name, and take it away; take away what killed programs left of others beside it."""
    sweep(under)
    one = Scratch(under, name)
    try:
        yield one
    finally:
        one.remove()


@contextmanager
def passing(name: str) -> Iterator[Path]:
    """Give a folder among the temporary files as ``swept`` does, of this user alone."""
    user = str(os.getuid()) if hasattr(os, "getuid") else ""
    with swept(Path(gettempdir()) / f"{name}{user}", uuid4().hex) as one:
        yield one.folder


def sweep(under: Path) -> None:
    """Take away the folders of programs that stopped without doing so; those in use stay."""
    try:
        left = sorted(under.iterdir())
    except OSError:  # it is not there, or another program took it away just now
        left = []
    for folder in dict.fromkeys(path.with_suffix("") if path.suffix == LOCK else path for path in left):
        lock = _lock(folder)
        try:
            lock.acquire(timeout=0)
        except (Timeout, OSError):
            continue
        _leave(folder, lock)


def _lock(folder: Path) -> FileLock:
    return FileLock(folder.with_name(folder.name + LOCK), is_singleton=False, thread_local=False)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _leave(folder: Path, lock: FileLock) -> None:
    """Take a folder away with its lock. Whoever waits for that lock may not get one that is no longer there."""
    _remove(folder)
    gone = _unlink(folder)
    lock.release(force=True)
    if not gone:  # Windows takes no file away that is open
        _unlink(folder)
    with suppress(OSError):
        folder.parent.rmdir()  # only when nothing else is in it


def _unlink(folder: Path) -> bool:
    """Take the lock of a folder away; return whether that could be."""
    try:
        folder.with_name(folder.name + LOCK).unlink(missing_ok=True)
    except OSError:
        return False
    return True

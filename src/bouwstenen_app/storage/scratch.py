"""Folders for what is thrown away: each of one running program, and swept when that stopped without doing so."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import gettempdir
from typing import Final
from uuid import uuid4

from filelock import FileLock, Timeout

from bouwstenen_app.storage.failures import file_problem

LOCK: Final = ".lock"


class Scratch:
    """A folder that only this user can read; it and everything in it goes with :meth:`remove`."""

    def __init__(self, under: Path, name: str) -> None:
        """Make the folder; Problem when that cannot be."""
        self.folder = under / name
        self._lock = _lock(self.folder)
        try:
            under.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock.acquire(timeout=0)
            self.folder.mkdir(mode=0o700)
        except OSError as error:
            self.remove()
            raise file_problem(error, under) from error

    def remove(self) -> None:
        """Take the folder away. What cannot be removed now is swept at the next start."""
        _remove(self.folder)
        self._lock.release()
        _tidy(self.folder)


@contextmanager
def passing(name: str) -> Iterator[Path]:
    """Give a folder among the temporary files, and take it away; take away what killed programs left of others."""
    user = str(os.getuid()) if hasattr(os, "getuid") else ""
    under = Path(gettempdir()) / f"{name}{user}"
    sweep(under)
    one = Scratch(under, uuid4().hex)
    try:
        yield one.folder
    finally:
        one.remove()


def sweep(under: Path) -> None:
    """Take away the folders of programs that stopped without doing so; those in use stay."""
    left = sorted(under.iterdir()) if under.is_dir() else []
    for folder in dict.fromkeys(path.with_suffix("") if path.suffix == LOCK else path for path in left):
        lock = _lock(folder)
        try:
            lock.acquire(timeout=0)
        except (Timeout, OSError):
            continue
        _remove(folder)
        lock.release()
        _tidy(folder)


def _lock(folder: Path) -> FileLock:
    return FileLock(folder.with_name(folder.name + LOCK), is_singleton=False, thread_local=False)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _tidy(folder: Path) -> None:
    with suppress(OSError):
        folder.with_name(folder.name + LOCK).unlink(missing_ok=True)
    with suppress(OSError):
        folder.parent.rmdir()  # only when nothing else is in it

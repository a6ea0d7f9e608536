"""Where a file is to come: whether that can be, and what to tell the user when it cannot."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from bouwstenen_app.domain.problems import Problem

PART = ".part"
"""Behind the name of a file that is not whole yet."""
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.ETXTBSY}


def check_place(target: Path) -> None:
    """Raise Problem when a file clearly cannot be written at ``target``; nothing is changed by looking."""
    if target.is_dir():
        raise Problem("“{name}” is een map. Kies een map en een bestandsnaam.", name=target.name or str(target))
    if not target.parent.is_dir():
        raise Problem("De map “{folder}” bestaat niet. Kies een map die er wel is.", folder=target.parent)
    if os.name == "posix" and any(target.with_name(name).exists() for name in _marks(target.name)):
        raise _in_use(target)
    if target.exists():
        with told(target), target.open("r+b"):
            pass


@contextmanager
def whole(target: Path) -> Iterator[IO[bytes]]:
    """Give a file to write in that comes at ``target`` when it is whole and on disk; not when it is broken off.

    A file that is already there stays as it is until then. Raises Problem when it cannot be written in that place.
    """
    check_place(target)
    part = target.with_name(target.name + PART)
    try:
        with told(target), part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        with told(target):
            part.replace(target)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@contextmanager
def told(target: Path) -> Iterator[None]:
    """Say in Dutch what the disk refused while a file was being written for ``target``."""
    try:
        yield
    except OSError as error:
        raise _problem(error, target) from error


def _problem(error: OSError, target: Path) -> Problem:
    if error.errno in _FULL:
        return Problem(
            "De schijf is vol: “{name}” is niet bewaard. Maak ruimte vrij of kies een andere schijf.",
            name=target.name,
        )
    if isinstance(error, FileNotFoundError):
        return Problem("De map “{folder}” is er niet meer. Kies een andere map.", folder=target.parent)
    if error.errno in _REFUSED and target.exists():
        return _in_use(target)
    if error.errno in _REFUSED:
        return Problem(
            "In de map “{folder}” mag niet worden geschreven. Kies een andere map, bijvoorbeeld Documenten.",
            folder=target.parent,
        )
    return Problem(
        "“{name}” is niet bewaard: de schijf gaf een fout ({reason}). Kies een andere plek of probeer het opnieuw.",
        name=target.name,
        reason=error.strerror or error,
    )


def _in_use(target: Path) -> Problem:
    return Problem(
        "“{name}” is nog open in een ander programma, of mag niet worden overschreven. "
        "Sluit het daar, of kies een andere naam.",
        name=target.name,
    )


def _marks(name: str) -> tuple[str, ...]:
    """Return the files that LibreOffice and Word lay beside a document that they have open.

    On Windows they also lock the document itself; elsewhere these are the only sign.
    """
    return f".~lock.{name}#", f"~${name}", f"~${name[1:]}", f"~${name[2:]}"

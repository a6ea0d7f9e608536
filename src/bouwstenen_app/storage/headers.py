"""What a workspace file says of itself in its header: whose it is, and of which version."""

import struct
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage import schema
from bouwstenen_app.storage.driver import APPLICATION_ID, bare
from bouwstenen_app.storage.failures import damaged, file_problem, problem_of
from bouwstenen_app.storage.freed import is_key_of, take_back, was_cut_short
from bouwstenen_app.storage.keys import LOCKED, Key, Locked, WrongKey, salt_of

_MAGIC: Final = b"SQLite format 3\x00"
_FOREIGN: Final = "{name} is geen werkmap van Bouwstenen. Kies een bestand dat eindigt op .bouwstenen."
_WRONG_KEY: Final = (
    "{name} gaat niet open met dit wachtwoord. Let op hoofdletters en spaties. Weet je zeker dat het klopt? Dan "
    "kan het bestand beschadigd zijn."
)


class NotOurs(Problem):
    """A file is no workspace, or its first bytes are damaged."""


def examine(path: Path, *, name: str = "", key: Key | None = None) -> int:
    """Return the version of a workspace file that is not open; Problem when this program cannot open it.

    Reads the header only; a step in a protected file that was cut short is taken back first. ``name`` is what the
    Problem calls the file. Locked when it has a password and there is no ``key``, WrongKey when the key is of
    another file or another password.
    """
    name = name or path.name
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise file_problem(error, path) from error
    if key is not None:
        version, application = _read_header(path, name, key)
    elif not header.startswith(_MAGIC) or len(header) < 100:
        raise _locked_or_foreign(path, name)
    else:
        (version,) = struct.unpack(">I", header[60:64])
        (application,) = struct.unpack(">I", header[68:72])
    if application != APPLICATION_ID:
        raise not_ours(name)
    _refuse_version(version, name)
    return int(version)


def not_ours(name: str) -> NotOurs:
    """Return what a person reads of a file that is no workspace."""
    return NotOurs(_FOREIGN, name=name)


def _read_header(path: Path, name: str, key: Key) -> tuple[int, int]:
    """Return what a protected file says of itself: its version and whose it is.

    A step in it that was cut short is taken back first: a connection that may only read could not, nor read.
    """
    if was_cut_short(path):
        if not is_key_of(path, key):
            raise WrongKey(_WRONG_KEY, name=name)
        take_back(path, key)
    try:
        with closing(bare(path, "ro", key=key)) as connection:
            return (
                connection.execute("PRAGMA user_version").fetchone()[0],
                connection.execute("PRAGMA application_id").fetchone()[0],
            )
    except (dbapi2.Error, MemoryError) as error:  # SQLCipher says that it has no memory for a page without a seal
        if "not a database" in str(error):
            raise WrongKey(_WRONG_KEY, name=name) from error
        raise problem_of(error) or damaged() from error


def _locked_or_foreign(path: Path, name: str) -> Problem:
    return Locked(LOCKED, name=name) if salt_of(path) else not_ours(name)


def _refuse_version(version: int, name: str) -> None:
    if version > schema.VERSION:
        raise Problem(
            "{name} is gemaakt met een nieuwere versie van Bouwstenen. Werk het programma bij en open het bestand "
            "daarna opnieuw; er is niets veranderd.",
            name=name,
        )
    if version < 1:
        raise damaged()

"""A step in a protected file that was cut short: it is taken back, with what a power cut left in free pages.

SQLite does not put a page back that is free: nobody reads it. In a protected file every page has a seal, and half a
page has none; whatever goes over all pages (a copy, a look-over) takes that for damage, and SQLCipher then refuses
the whole connection. It needs a cut in the middle of a step, so it is looked for after one only.
"""

from contextlib import closing, suppress
from pathlib import Path
from shutil import copymode
from typing import Final

from bouwstenen_app.storage.copies import clear, faults, put_in_place
from bouwstenen_app.storage.driver import bare, connect
from bouwstenen_app.storage.failures import REFUSED
from bouwstenen_app.storage.keys import Key, salt_of

_PAGE: Final = 4096
_TRIES: Final = 3
"""How often a file is written anew while somebody else writes in it."""


def was_cut_short(path: Path) -> bool:
    """Say whether the last step in a file that is not open was cut short, and is still to be taken back."""
    try:
        return path.with_name(path.name + "-journal").stat().st_size > 0
    except OSError:
        return False


def is_key_of(path: Path, key: Key) -> bool:
    """Say whether a key opens a file of which a step was cut short, and leave that as it is.

    With a wrong key SQLite would take the step back all the same, and not well: what is in the file is gone then.
    The first page may be half written itself, so any page that the key opens will do.
    """
    with suppress(*REFUSED), closing(bare(path, "ro&immutable=1", key=key)) as connection:
        unsealed = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        return len(unsealed) < path.stat().st_size // _PAGE
    return False


def take_back(path: Path, key: Key) -> None:
    """Take the step back that was cut short; when that leaves free pages without a seal, write the file anew.

    What is damaged otherwise stays as it is, as does a file that cannot be written or on a disk without room. A
    step that another program is busy with is not cut short: it is waited for. The key must be that of the file.
    """
    free, unsealed = 0, []
    for _ in range(2):  # a connection that met a page without a seal may refuse everything: the next begins anew
        with suppress(*REFUSED), closing(connect(path, key=key)) as connection:
            connection.execute("BEGIN IMMEDIATE")  # nobody writes while the seals are looked at
            free = connection.execute("PRAGMA freelist_count").fetchone()[0]
            unsealed = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            break
    if free and unsealed:
        with suppress(*REFUSED, OSError):
            any(_write_anew(path, key) for _ in range(_TRIES))


def _write_anew(path: Path, key: Key) -> bool:
    """Put a copy of what is in use in the place of the file: a plain VACUUM reads the free pages it writes over.

    Say whether that was done: not when somebody wrote in the file meanwhile, or when the copy is not sound.
    """
    part = path.with_name(path.name + ".part")
    try:
        clear(part)
        before = path.stat()
        with closing(connect(path, key=key)) as connection:
            connection.execute("VACUUM INTO ?", (str(part),))
        copymode(path, part)
        sound = not faults(part, key) and salt_of(part) == key.salt
        after = path.stat()
        done = sound and (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size)
        if done:
            put_in_place(part, path)
    finally:
        clear(part)
    return done

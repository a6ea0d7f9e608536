"""The driver on the one SQLite file: its pragmas, and a bare connection (``goals.md``, "The file", says why).

Imports no SQLAlchemy, so that the first look of a workspace can be read before that is there.
"""

from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2

from bouwstenen_app.storage.keys import Key

APPLICATION_ID: Final = 0x42775374
"""``BwSt``: says in the header of the file whose it is."""

PRAGMAS: Final = (
    "journal_mode=TRUNCATE",
    "synchronous=EXTRA",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "busy_timeout=5000",
)
READ_PRAGMAS: Final = tuple(p for p in PRAGMAS if not p.startswith(("journal_mode", "synchronous")))


_BUSY: Final = 5
_LOCKED: Final = 6


def uri(path: Path, mode: str) -> str:
    """Return how the driver is asked for a file: ``ro`` to read, ``rw`` to write, ``rwc`` to make it as well."""
    named = path.absolute().as_uri()
    if not named.startswith("file:///"):
        named = "file://" + named.removeprefix("file:")  # a file server: SQLite wants its name in the path
    return f"{named}?mode={mode}"


def unlock(connection: Any, key: Key | None) -> None:
    """Give a connection that was just made the key of its file; whether it fits shows at the first read."""
    if key is not None:
        connection.execute("PRAGMA cipher_log_level=NONE").fetchall()
        connection.execute(f'PRAGMA key="{key.literal}"').fetchall()


def bare(path: Path, mode: str, *, key: Key | None = None) -> Any:
    """Return a connection to a file that is not worked in: without the pragmas of a workspace."""
    connection = dbapi2.connect(uri(path, mode), uri=True, isolation_level=None)
    unlock(connection, key)
    return connection


def connect(path: Path, *, read_only: bool = False, new: bool = False, key: Key | None = None) -> Any:
    """Return a bare driver connection to the file, with every pragma set. Only a ``new`` file is made.

    ``key`` opens a protected file, and protects a new one.
    """
    connection = dbapi2.connect(
        uri(path, "ro" if read_only else "rwc" if new else "rw"),
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=512,
    )
    try:
        unlock(connection, key)
        for pragma in READ_PRAGMAS if read_only else PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except (dbapi2.Error, MemoryError):  # SQLCipher has no memory, it says, for a page without a seal
        connection.close()
        raise
    return connection


def copy_into(source: Any, target: Any) -> None:
    """Copy one open database into another, in one step.

    Raises what the driver raises when another program keeps the source locked: after its waiting time, where the
    driver itself would try without end.
    """

    def tried(result: int, _left: int, _total: int) -> None:
        if result in (_BUSY, _LOCKED):
            raise dbapi2.OperationalError("database is locked")

    source.backup(target, progress=tried)

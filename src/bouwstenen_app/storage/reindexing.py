"""The search index while many blocks come in or lose words: written at the end, not block by block or word by word.

Before every row that a trigger adds to the index, SQLite has it write down what it gathered: many rows take three
times as long one by one as together. Taking a word out of the index securely costs some milliseconds each; to make
all of it anew costs as much as a few hundred of those. What the old index held is overwritten with the pages it
leaves (``secure_delete``).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection

from bouwstenen_app.storage.schema import SEARCHED

MANY: Final = 200
"""So many blocks at once are no longer mended one by one."""
MANY_NEW: Final = 100
"""So many new blocks at once go into the index together."""
_TRIGGER: Final = "SELECT sql FROM sqlite_master WHERE name = 'block_search_add'"
_CONFIG: Final = "INSERT INTO block_search(block_search, rank) VALUES ('secure-delete', ?)"


@contextmanager
def added_together(connection: Connection) -> Iterator[None]:
    """Insert new blocks within, which get the next row numbers; afterwards they are in the index."""
    last = connection.exec_driver_sql("SELECT coalesce(max(row), 0) FROM block").scalar_one()
    trigger = connection.exec_driver_sql(_TRIGGER).scalar_one()
    connection.exec_driver_sql("DROP TRIGGER block_search_add")
    yield
    columns = ", ".join(SEARCHED)
    connection.exec_driver_sql(
        f"INSERT INTO block_search(rowid, {columns}) SELECT row, {columns} FROM block WHERE row > ? ORDER BY row",
        (last,),
    )
    connection.exec_driver_sql(trigger)


@contextmanager
def made_anew(connection: Connection, blocks: int) -> Iterator[None]:
    """Change the texts of so many blocks within; afterwards nothing of what they said is in the index."""
    if blocks < MANY:
        yield
        return
    begin(connection)
    yield
    end(connection)


def begin(connection: Connection) -> None:
    """Let the index fall behind on what it has to forget."""
    connection.exec_driver_sql(_CONFIG, (0,))


def end(connection: Connection) -> None:
    """Make the index anew, and let it forget securely from here on."""
    connection.exec_driver_sql("INSERT INTO block_search(block_search) VALUES ('rebuild')")
    connection.exec_driver_sql(_CONFIG, (1,))

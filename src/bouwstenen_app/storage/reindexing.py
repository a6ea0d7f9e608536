"""The search index while many blocks lose words: made anew at the end, not mended word by word.

Taking a word out of the index securely costs some milliseconds each; to make all of it anew costs as much as a few
hundred of those. What the old index held is overwritten with the pages it leaves (``secure_delete``).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection

MANY: Final = 200
"""So many blocks at once are no longer mended one by one."""
_CONFIG: Final = "INSERT INTO block_search(block_search, rank) VALUES ('secure-delete', ?)"


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

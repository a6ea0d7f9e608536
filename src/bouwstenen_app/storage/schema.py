"""The schema of this version: made at once for a new file, reached by migrations for an old one."""

from functools import cache
from typing import Final

from sqlalchemy import Connection, create_mock_engine
from sqlalchemy.schema import ExecutableDDLElement

from bouwstenen_app.storage import tables  # noqa: F401 - every table must be known
from bouwstenen_app.storage.driver import APPLICATION_ID
from bouwstenen_app.storage.rows import Row
from bouwstenen_app.storage.trust_tables import KEPT_FOREVER

VERSION: Final = 6
"""The number in ``user_version``: how many revisions a file has had."""

SEARCHED: Final = ("title", "explanation", "example", "conditions", "next_step", "note", "minority")
"""The columns of a block that full-text search reads."""

PREFIXES: Final = (1, 2, 3, 4, 5, 6)
"""So many letters of every word the index keeps as a word of its own: their hits are there at once."""


def create(connection: Connection) -> None:
    """Make every table, index and trigger in an empty file, and say in its header whose it is."""
    for statement in (*table_statements(), *search_index(), *KEPT_FOREVER):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={VERSION}")


@cache
def table_statements() -> tuple[str, ...]:
    """Return the statements that make the tables and their indexes: the same for every file, so worked out once."""
    statements: list[str] = []

    def note(made: ExecutableDDLElement, *_: object, **__: object) -> None:
        statements.append(str(made.compile(dialect=none.dialect)))

    none = create_mock_engine("sqlite://", note)
    Row.metadata.create_all(none, checkfirst=False)
    return tuple(statements)


def search_index() -> tuple[str, ...]:
    """Return the statements that make the full-text index (FTS5) and keep it equal to the blocks."""
    columns = ", ".join(SEARCHED)
    new = ", ".join(f"new.{name}" for name in SEARCHED)
    old = ", ".join(f"old.{name}" for name in SEARCHED)
    add = f"INSERT INTO block_search(rowid, {columns}) VALUES (new.row, {new});"
    drop = f"INSERT INTO block_search(block_search, rowid, {columns}) VALUES ('delete', old.row, {old});"
    return (
        f"CREATE VIRTUAL TABLE block_search USING fts5({columns}, content='block', content_rowid='row', "
        f"tokenize='unicode61 remove_diacritics 2', prefix='{' '.join(map(str, PREFIXES))}')",
        "INSERT INTO block_search(block_search, rank) VALUES ('secure-delete', 1)",
        f"CREATE TRIGGER block_search_add AFTER INSERT ON block BEGIN {add} END",
        f"CREATE TRIGGER block_search_drop AFTER DELETE ON block BEGIN {drop} END",
        f"CREATE TRIGGER block_search_change AFTER UPDATE OF {columns} ON block BEGIN {drop} {add} END",
        "INSERT INTO block_search(block_search) VALUES ('rebuild')",
    )

"""Bringing a file of an older version up to this one: Alembic is imported only then."""

from pathlib import Path

from sqlalchemy import Connection

from bouwstenen_app.storage.engine import open_engine
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.schema import VERSION


def revision_of(version: int) -> str:
    """Return the Alembic revision that belongs to a ``user_version``."""
    return f"{version:04d}"


def migrate(connection: Connection, version: int, target: int = VERSION) -> None:
    """Bring an open file from ``version`` to ``target``, in the transaction of the connection."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    if version:
        command.stamp(config, revision_of(version), purge=True)
    command.upgrade(config, revision_of(target))
    connection.exec_driver_sql("DROP TABLE IF EXISTS alembic_version")
    connection.exec_driver_sql(f"PRAGMA user_version={target}")


def migrate_file(path: Path, version: int, key: Key | None = None) -> None:
    """Bring a file that is not open from ``version`` to this one; nothing stays beside it."""
    engine = open_engine(path, key=key)
    try:
        with engine.begin() as connection:
            migrate(connection, version)
        with engine.connect() as connection:
            connection.connection.cursor().execute("PRAGMA journal_mode=DELETE").fetchall()
    finally:
        engine.dispose()

"""Bringing a file of an older version up to this one: Alembic is imported only then."""

from sqlalchemy import Connection

from bouwstenen_app.storage.schema import VERSION


def revision_of(version: int) -> str:
    """Return the Alembic revision that belongs to a ``user_version``."""
    return f"{version:04d}"


def migrate(connection: Connection, version: int, target: int = VERSION) -> None:
    """Bring an open file from ``version`` to ``target``, in the transaction of the connection."""
    from pathlib import Path

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

import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text

from bouwstenen_app.storage import schema
from bouwstenen_app.storage.engine import open_engine
from bouwstenen_app.storage.migrate import migrate

Shape = dict[str, Any]


def _shape(connection: Connection) -> Shape:
    """Everything that makes two schemas different for who uses them, read back from the database itself."""
    pragma = connection.exec_driver_sql
    tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")).scalars()
    shape: Shape = {}
    for table in tables.all():
        indexes = pragma(f"PRAGMA index_list('{table}')").mappings().all()
        shape[table] = {
            "columns": {
                row["name"]: tuple(row.values())[2:] for row in pragma(f"PRAGMA table_xinfo('{table}')").mappings()
            },
            "foreign keys": sorted(tuple(row)[2:] for row in pragma(f"PRAGMA foreign_key_list('{table}')")),
            "indexes": sorted(
                (
                    row["name"] if row["origin"] == "c" else row["origin"],
                    row["unique"],
                    [line[2] for line in pragma(f"PRAGMA index_info('{row['name']}')")],
                )
                for row in indexes
            ),
        }
    shape["lists"] = sorted(tuple(row) for row in pragma("PRAGMA table_list"))
    shape["deferred"] = _deferred(connection)
    shape["triggers"] = {
        name: " ".join(sql.split())
        for name, sql in connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    }
    searching = text("SELECT sql FROM sqlite_master WHERE name = 'block_search'")
    shape["search"] = " ".join(str(connection.execute(searching).scalar()).split())
    return shape


def _deferred(connection: Connection) -> dict[str, int]:
    """How many references of each table are checked at commit only: no pragma tells it."""
    tables = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    return {name: len(re.findall("DEFERRABLE INITIALLY DEFERRED", sql or "")) for name, sql in tables}


@pytest.fixture
def made_at_once(tmp_path: Path) -> Shape:
    engine = open_engine(tmp_path / "ineens.db", new=True)
    with engine.begin() as connection:
        schema.create(connection)
        shape = _shape(connection)
    engine.dispose()
    return shape


def test_the_schema_made_at_once_is_the_one_that_migrations_reach(tmp_path: Path, made_at_once: Shape) -> None:
    engine = open_engine(tmp_path / "stap voor stap.db", new=True)
    with engine.begin() as connection:
        migrate(connection, 0)
        reached = _shape(connection)
    engine.dispose()

    assert reached.keys() == made_at_once.keys()
    for name in reached:
        assert reached[name] == made_at_once[name], name


def test_the_schema_is_reached_from_every_earlier_version(tmp_path: Path, made_at_once: Shape) -> None:
    for version in range(1, schema.VERSION):
        engine = open_engine(tmp_path / f"van {version}.db", new=True)
        with engine.begin() as connection:
            migrate(connection, 0, target=version)
        with engine.begin() as connection:
            migrate(connection, version)
            assert _shape(connection) == made_at_once
        engine.dispose()


def test_the_shape_sees_every_reference_and_trigger(made_at_once: Shape) -> None:
    assert made_at_once["deferred"]["block"] == 3
    assert set(made_at_once["triggers"]) == {
        "block_search_add",
        "block_search_drop",
        "block_search_change",
        "audit_stays",
        "audit_remains",
    }
    assert ("ix_block_workshop", 0, ["workshop_id", "number"]) in made_at_once["block"]["indexes"]


def test_no_merged_table_has_a_unique_value_besides_its_identity(made_at_once: Shape) -> None:
    for table, shape in made_at_once.items():
        if isinstance(shape, dict) and "indexes" in shape and not table.startswith("block_search"):
            unique = [columns for _, is_unique, columns in shape["indexes"] if is_unique]
            assert all(columns in (["id"], ["key"], ["step_id", "position"]) for columns in unique), table

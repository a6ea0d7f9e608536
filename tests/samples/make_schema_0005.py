"""Makes ``schema-0005.bouwstenen``: the workspace of the first revision, as the fifth one left it.

Run once; the file itself is what the tests read:

    python tests/samples/make_schema_0005.py
"""

import shutil
from pathlib import Path

from bouwstenen_app.storage.engine import open_engine
from bouwstenen_app.storage.migrate import migrate

TARGET = Path(__file__).with_name("schema-0005.bouwstenen")
RECIPE = "a" * 32


def main() -> None:
    """Make the file anew."""
    shutil.copy(TARGET.with_name("schema-0004.bouwstenen"), TARGET)
    engine = open_engine(TARGET)
    with engine.begin() as connection:
        migrate(connection, 4, target=5)
        connection.exec_driver_sql(
            "INSERT INTO recipe (id, kind, name) VALUES (?, 'geconsolideerd', 'Eindrapport')", (RECIPE,)
        )
        connection.exec_driver_sql(
            "INSERT INTO passage (id, recipe_id, key, text) VALUES (?, ?, 'section:inleiding', 'Wat wij hoorden.')",
            ("b" * 32, RECIPE),
        )
        connection.exec_driver_sql(
            "INSERT INTO edition (id, kind, made_at, blocks) VALUES (?, 'geconsolideerd', '2026-11-29T10:00', 2)",
            ("9" * 32,),
        )
    with engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA journal_mode=DELETE").fetchall()
    engine.dispose()


if __name__ == "__main__":
    main()

"""Makes ``schema-0004.bouwstenen``: the workspace of the first revision, as the fourth one left it.

Run once; the file itself is what the tests read:

    python tests/samples/make_schema_0004.py
"""

import shutil
from pathlib import Path

from bouwstenen_app.storage.engine import open_engine
from bouwstenen_app.storage.migrate import migrate

TARGET = Path(__file__).with_name("schema-0004.bouwstenen")
BUNDLE = "d" * 32


def main() -> None:
    """Make the file anew."""
    shutil.copy(TARGET.with_name("schema-0003.bouwstenen"), TARGET)
    engine = open_engine(TARGET)
    with engine.begin() as connection:
        migrate(connection, 3, target=4)
        connection.exec_driver_sql(
            "INSERT INTO filter (id, name, query) VALUES (?, 'Scholen', 'school')", ("e" * 32,)
        )
        connection.exec_driver_sql(
            "INSERT INTO bundle (id, number, title) VALUES (?, 5, 'School hoort iets terug')", (BUNDLE,)
        )
        connection.exec_driver_sql(
            "INSERT INTO contribution (id, bundle_id, block_id) SELECT ?, ?, id FROM block WHERE number = 1",
            ("f" * 32, BUNDLE),
        )
    with engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA journal_mode=DELETE").fetchall()
    engine.dispose()


if __name__ == "__main__":
    main()

"""Makes ``schema-0002.bouwstenen``: the workspace of the first revision, as the second one left it.

Run once; the file itself is what the tests read:

    python tests/samples/make_schema_0002.py
"""

import shutil
from pathlib import Path

from bouwstenen_app.storage.engine import open_engine
from bouwstenen_app.storage.migrate import migrate

TARGET = Path(__file__).with_name("schema-0002.bouwstenen")


def main() -> None:
    """Make the file anew."""
    shutil.copy(TARGET.with_name("schema-0001.bouwstenen"), TARGET)
    engine = open_engine(TARGET)
    with engine.begin() as connection:
        migrate(connection, 1, target=2)
    with engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA journal_mode=DELETE").fetchall()
    engine.dispose()


if __name__ == "__main__":
    main()

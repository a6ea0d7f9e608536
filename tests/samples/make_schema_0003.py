"""Makes ``schema-0003.bouwstenen``: the workspace of the first revision, as the third one left it.

Run once; the file itself is what the tests read:

    python tests/samples/make_schema_0003.py
"""

import shutil
from hashlib import sha256
from pathlib import Path

from bouwstenen_app.storage.engine import open_engine
from bouwstenen_app.storage.migrate import migrate

TARGET = Path(__file__).with_name("schema-0003.bouwstenen")
BYTES = b"geen echte foto"
PHOTO = {"id": "9" * 32, "workshop": "5" * 32, "block": "b" * 32, "picture": sha256(BYTES).hexdigest()[:32]}


def main() -> None:
    """Make the file anew."""
    shutil.copy(TARGET.with_name("schema-0002.bouwstenen"), TARGET)
    engine = open_engine(TARGET)
    with engine.begin() as connection:
        migrate(connection, 2, target=3)
        connection.exec_driver_sql("UPDATE workshop SET votes_each = 4")
        connection.exec_driver_sql("UPDATE block SET minority = 'Politie ziet dit anders' WHERE number = 1")
        connection.exec_driver_sql("INSERT INTO picture VALUES (?, 'jpeg', ?)", (PHOTO["picture"], BYTES))
        connection.exec_driver_sql(
            "INSERT INTO photo (id, workshop_id, block_id, picture_id) VALUES (?, ?, ?, ?)",
            (PHOTO["id"], PHOTO["workshop"], PHOTO["block"], PHOTO["picture"]),
        )
    with engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA journal_mode=DELETE").fetchall()
    engine.dispose()


if __name__ == "__main__":
    main()

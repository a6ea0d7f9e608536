"""Makes ``schema-0001.bouwstenen``: a workspace as the first revision of the schema left it.

Run once when that revision was made; the file itself is what the tests read. It is filled with plain SQL, because
the program of today no longer knows the tables of that time:

    python tests/samples/make_schema_0001.py
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from bouwstenen_app.storage.driver import APPLICATION_ID
from bouwstenen_app.storage.engine import open_engine
from bouwstenen_app.storage.migrate import migrate

TARGET = Path(__file__).with_name("schema-0001.bouwstenen")
SESSION, ROUND, STEP, LAPTOP = "5" * 32, "6" * 32, "7" * 32, "1" * 32
DOMAIN, POLICE = "d" * 32, "c" * 32
BLOCKS = {
    "a" * 32: ("School hoort niets terug na een melding", "De cliënt wacht wéken.", ["Vast moment", "Tijd"]),
    "b" * 32: ("Wijkagent en wijkteam samen aan de deur", "Binnen 48 uur 🧱", []),
    "e" * 32: ("Ligt in de prullenbak", "", []),
}


def main() -> None:
    """Make the file anew."""
    TARGET.unlink(missing_ok=True)
    engine = open_engine(TARGET, new=True)
    with engine.begin() as connection:
        migrate(connection, 0, target=1)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        _fill(connection)
    with engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA journal_mode=DELETE").fetchall()
    engine.dispose()


def _fill(connection: Connection) -> None:
    rows: list[tuple[str, dict[str, Any]]] = [
        ("workspace", {"id": "0" * 32, "title": "Een werkmap van vroeger", "created_at": "2026-11-24T09:00:00"}),
        ("dimension", {"id": DOMAIN, "slug": "domein", "name": "Domein", "prefix": "@"}),
        ("code", {"id": POLICE, "dimension_id": DOMAIN, "slug": "politie", "name": "Politie"}),
        ("workshop", {"id": SESSION, "title": "Sessie van vroeger", "region_code": "RH", "date": "2026-11-24"}),
        ("round", {"id": ROUND, "workshop_id": SESSION, "number": 1, "name": "Ronde 1"}),
    ]
    for number, (block, (title, explanation, conditions)) in enumerate(BLOCKS.items(), start=1):
        row = {"id": block, "workshop_id": SESSION, "round_id": ROUND, "prefix": "RH", "number": number}
        row |= {"title": title, "explanation": explanation, "conditions": conditions, "removed": block[0] == "e"}
        rows.append(("block", row))
    rows.append(("tagging", {"id": "f" * 32, "block_id": "b" * 32, "code_id": POLICE}))
    for table, row in rows:
        _insert(connection, table, row)
    _insert(connection, "step", {"id": STEP, "laptop": LAPTOP, "number": 1, "stamp": f"{1:012x}-0000-{LAPTOP}",
                                 "at": "2026-11-24T09:00:00", "label": "Voorbeeld", "kind": "start"})  # fmt: skip
    for position, (table, row) in enumerate(rows):
        after = {name: value for name, value in row.items() if name != "id"}
        _insert(connection, "change", {"step_id": STEP, "position": position, "table_name": table,
                                       "row_id": row["id"], "before": None, "after": after})  # fmt: skip


def _insert(connection: Connection, table: str, row: Mapping[str, Any]) -> None:
    values = {
        name: json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else value
        for name, value in row.items()
    }
    names = ", ".join(f'"{name}"' for name in values)
    places = ", ".join(f":{name}" for name in values)
    connection.execute(text(f'INSERT INTO "{table}" ({names}) VALUES ({places})'), values)


if __name__ == "__main__":
    main()

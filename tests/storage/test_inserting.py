from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, create_engine, select

from bouwstenen_app.storage import inserting
from bouwstenen_app.storage.rows import Row
from bouwstenen_app.storage.tables import BlockRow, CodeRow, StepRow


@pytest.fixture
def connection(tmp_path: Path) -> Any:
    engine = create_engine(f"sqlite:///{tmp_path / 'proef.db'}")
    with engine.begin() as connection:
        Row.metadata.create_all(connection)
        yield connection
    engine.dispose()


def _table(row: type[Row]) -> Table:
    table = row.__table__
    assert isinstance(table, Table)
    return table


def test_rows_come_back_as_they_were_given_and_the_rest_has_its_default(connection: Any) -> None:
    table = _table(BlockRow)
    rows = [
        {
            "id": name * 32,
            "workshop_id": "w" * 32,
            "title": f"Bouwsteen {name} 🧱",
            "conditions": ["“geld”"],
        }
        for name in "ab"
    ]
    inserting.insert_rows(connection, table, rows)

    found = connection.execute(select(table).order_by(table.c.id)).mappings().all()
    assert [(line["title"], line["conditions"]) for line in found] == [
        ("Bouwsteen a 🧱", ["“geld”"]),
        ("Bouwsteen b 🧱", ["“geld”"]),
    ]
    assert {(line["votes"], line["removed"], line["status"], line["table_number"]) for line in found} == {
        (0, False, "ruw", None)
    }


def test_what_makes_a_fresh_value_makes_one_for_each_row(connection: Any) -> None:
    table = _table(CodeRow)
    inserting.insert_rows(connection, table, [{"id": name * 32, "dimension_id": "d" * 32} for name in "ab"])
    assert connection.execute(select(table.c.synonyms)).scalars().all() == [[], []]


def test_no_rows_are_no_statement(connection: Any) -> None:
    inserting.insert_rows(connection, _table(StepRow), [])
    assert connection.execute(select(_table(StepRow))).all() == []

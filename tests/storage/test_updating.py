from typing import Any

from sqlalchemy import select

from bouwstenen_app.storage import journal, updating
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import BlockRow

A, B, C = "a" * 32, "b" * 32, "c" * 32


def _blocks(session: Work, workshop: str) -> None:
    rows = [{"id": one, "workshop_id": workshop, "title": one[0]} for one in (A, B, C)]
    journal.insert_rows(session, BlockRow, rows)


def test_rows_get_the_values_as_they_are_kept_and_others_stay(store: Store, workshop: str) -> None:
    store.do("Drie", _blocks, workshop)
    values = {"votes": 4, "conditions": ["“geld”", "tijd"], "held_back": True}

    def changed(session: Work) -> list[Any]:
        updating.update_rows(
            session.sql, journal.table_named("block"), ("conditions", "held_back", "votes"), [(A, values)]
        )
        columns = BlockRow.__table__.c
        query = select(columns.id, columns.votes, columns.conditions, columns.held_back).order_by(columns.id)
        return [tuple(line) for line in session.execute(query)]

    assert store.do("Zetten", changed).result == [
        (A, 4, ["“geld”", "tijd"], True),
        (B, 0, [], False),
        (C, 0, [], False),
    ]


def test_many_ids_are_one_parameter_of_a_question(store: Store, workshop: str) -> None:
    store.do("Drie", _blocks, workshop)
    ids = [A, C, *(f"{number:032x}" for number in range(40_000))]
    found = store.read(lambda s: s.scalars(select(BlockRow.id).where(BlockRow.id.in_(updating.among(ids)))).all())

    assert sorted(found) == [A, C]
    assert not store.read(lambda s: s.scalars(select(BlockRow.id).where(BlockRow.id.in_(updating.among([])))).all())

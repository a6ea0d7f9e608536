from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.changes import Change
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import JOURNALED, BlockRow, ChangeRow, RoundRow

A, B = "a" * 32, "b" * 32


def _insert(session: Work, rows: list[dict[str, Any]]) -> None:
    journal.insert_rows(session, BlockRow, rows)


def _update(session: Work, values: dict[str, dict[str, Any]]) -> None:
    journal.update_rows(session, BlockRow, values)


def _field(store: Store, name: str) -> dict[str, Any]:
    columns = BlockRow.__table__.c
    return store.read(lambda s: {k: v for k, v in s.execute(select(columns.id, columns[name]))})


@pytest.fixture
def blocks(store: Store, workshop: str) -> Store:
    rows = [{"id": i, "workshop_id": workshop, "title": i[0], "conditions": [], "votes": 0} for i in (A, B)]
    store.do("Twee", _insert, rows)
    return store


def test_many_rows_come_in_with_a_change_each(store: Store, workshop: str) -> None:
    rows = [{"id": i, "workshop_id": workshop, "title": i[0], "status": "ruw", "votes": 0} for i in (A, B)]
    done = store.do("Twee", _insert, rows)

    assert done.changes is not None
    assert done.changes.changes == (
        Change("block", A, None, {"workshop_id": workshop, "title": "a"}),
        Change("block", B, None, {"workshop_id": workshop, "title": "b"}),
    ), "what has the default value need not stand in the journal"


def test_many_rows_change_with_a_change_for_each_that_really_changes(blocks: Store) -> None:
    done = blocks.do("Stemmen", _update, {A: {"votes": 3, "title": "a"}, B: {"votes": 0}})

    assert done.changes is not None
    assert done.changes.changes == (Change("block", A, {"votes": 0}, {"votes": 3}),)
    assert _field(blocks, "votes") == {A: 3, B: 0}


def test_rows_may_change_in_different_fields_at_once(blocks: Store) -> None:
    blocks.do("Allebei", _update, {A: {"votes": 1, "conditions": ["geld"]}, B: {"title": "anders"}})

    assert _field(blocks, "votes") == {A: 1, B: 0}
    assert _field(blocks, "title") == {A: "a", B: "anders"}
    assert _field(blocks, "conditions") == {A: ["geld"], B: []}


def test_rows_that_are_not_there_are_passed_over(blocks: Store, no_id: str) -> None:
    assert blocks.do("Weg", _update, {no_id: {"votes": 3}}).changes is None


def test_no_rows_are_no_step(blocks: Store) -> None:
    assert blocks.do("Niets", _insert, []).changes is None
    assert blocks.do("Niets", _update, {}).changes is None


def test_objects_that_wait_are_written_before_rows_in_bulk(store: Store, workshop: str) -> None:
    def work(session: Work) -> None:
        session.add(BlockRow(id=A, workshop_id=workshop, title="eerst"))
        journal.update_rows(session, BlockRow, {A: {"title": "daarna"}})
        journal.insert_rows(session, RoundRow, [{"id": B, "workshop_id": workshop, "position": 9}])

    done = store.do("Samen", work)

    assert done.changes is not None
    assert [(c.table, c.before) for c in done.changes.changes] == [
        ("block", None), ("block", {"title": "eerst"}), ("round", None),
    ]  # fmt: skip
    assert _field(store, "title") == {A: "daarna"}


def test_an_object_in_hand_sees_what_changed_in_bulk(blocks: Store) -> None:
    def work(session: Work) -> str:
        row = session.get_one(BlockRow, A)
        journal.update_rows(session, BlockRow, {A: {"title": "nieuw"}})
        return row.title

    assert blocks.do("Titel", work).result == "nieuw"


def test_the_journal_gives_the_changes_of_a_step_back_as_they_were(blocks: Store) -> None:
    done = blocks.do("Veel", _update, {A: {"conditions": ["één", "twee 🧱"], "round_id": None, "exemplary": True}})

    assert done.changes is not None
    assert blocks.read(journal.read, done.changes.step) == done.changes.changes


def test_before_of_a_new_row_is_empty_and_not_the_word_null(blocks: Store) -> None:
    def empty(session: Session) -> int:
        return len(session.scalars(select(ChangeRow.row_id).where(ChangeRow.before.is_(None))).all())

    assert blocks.read(empty) > 2


def test_every_journaled_row_has_an_identity_and_can_be_removed() -> None:
    for row_class in JOURNALED.values():
        assert {"id", "removed"} <= set(row_class.__table__.c.keys())


def test_taking_back_writes_only_what_still_holds(blocks: Store) -> None:
    first = blocks.do("Eerst", _update, {A: {"votes": 3, "title": "nieuw"}, B: {"votes": 4}}).changes
    blocks.do("Daarna", _update, {A: {"votes": 9}})
    assert first is not None

    def back(session: Work) -> None:
        journal.take_back(session, first.changes)

    blocks.do("Terug", back)

    assert _field(blocks, "votes") == {A: 9, B: 0}
    assert _field(blocks, "title") == {A: "a", B: "b"}


def test_many_rows_change_in_one_step(store: Store, workshop: str) -> None:
    ids = [f"{n:032x}" for n in range(400)]
    store.do("Veel", _insert, [{"id": i, "workshop_id": workshop, "title": "x"} for i in ids])

    done = store.do("Allemaal", _update, {i: {"votes": 1} for i in ids})

    assert done.changes is not None
    assert done.changes.rows("block") == set(ids)
    assert store.undo() is not None
    assert set(_field(store, "votes").values()) == {0}


def test_the_highest_number_is_found_and_none_is_nought(blocks: Store, no_id: str) -> None:
    def highest(session: Session, workshop: str) -> int:
        return journal.last_number(session, BlockRow, BlockRow.votes, BlockRow.workshop_id == workshop)

    assert blocks.read(highest, no_id) == 0

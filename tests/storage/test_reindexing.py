import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from bouwstenen_app.services import boards, capturing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import journal, reindexing
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import BlockRow

MANY = reindexing.MANY_NEW + 5


def _insert(session: Work, workshop: str, title: str) -> None:
    rows = [{"id": session.new_id(), "workshop_id": workshop, "title": title} for _ in range(MANY)]
    journal.insert_rows(session, BlockRow, rows)


def _found(store: Store, word: str) -> int:
    return len(store.read(boards.select_blocks, Selection(query=word)))


def _schema(session: Session) -> set[tuple[str, str]]:
    return {(name, sql) for name, sql in session.execute(text("SELECT name, sql FROM sqlite_master"))}


def test_many_new_blocks_go_into_the_index_together_and_are_found_as_others(store: Store, workshop: str) -> None:
    before = store.read(_schema)
    store.do("Een", capturing.capture, "Alleen bedacht", workshop=workshop)
    store.do("Veel", _insert, workshop, "Samen bedacht")
    made = store.do("Nog een", capturing.capture, "Daarna bedacht", workshop=workshop).result
    assert made is not None
    store.do("Anders", capturing.edit_block, made.block, title="Daarna verzonnen")

    assert [_found(store, word) for word in ("bedacht", "samen", "alleen", "daarna", "verzonnen")] == [
        MANY + 1, MANY, 1, 1, 1,
    ]  # fmt: skip
    assert store.read(_schema) == before
    assert store.faults() == ()


def test_a_step_with_many_blocks_that_fails_leaves_the_index_as_it_was(store: Store, workshop: str) -> None:
    before = store.read(_schema)

    def fails(session: Work) -> None:
        _insert(session, workshop, "Weer weg")
        raise LookupError

    with pytest.raises(LookupError):
        store.do("Veel", fails)

    assert _found(store, "weg") == 0
    assert store.read(_schema) == before
    assert store.faults() == ()

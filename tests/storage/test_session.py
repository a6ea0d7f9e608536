from collections.abc import Callable

import pytest
from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from bouwstenen_app.domain.changes import Change
from bouwstenen_app.storage.journal import UnjournaledWriteError
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import LocalRow, WorkshopRow, WorkspaceRow

BYPASSES: dict[str, Callable[[Session], object]] = {
    "insert": lambda session: session.execute(insert(WorkshopRow), [{"id": "x" * 32}]),
    "insert into the table": lambda session: session.execute(insert(WorkshopRow.__table__).values(id="x" * 32)),
    "update": lambda session: session.execute(update(WorkshopRow).values(title="x")),
    "update of the table": lambda session: session.execute(update(WorkshopRow.__table__).values(title="x")),
    "delete": lambda session: session.execute(delete(WorkshopRow)),
}


@pytest.mark.parametrize("bypass", BYPASSES.values(), ids=BYPASSES)
def test_a_bulk_statement_behind_the_back_of_the_journal_raises(
    store: Store, bypass: Callable[[Session], object]
) -> None:
    with pytest.raises(UnjournaledWriteError, match="workshop"):
        store.do("Stiekem", bypass)
    assert [title for title in store.read(_titles)] == ["Proef"]


def test_erasing_a_row_raises(store: Store) -> None:
    def erase(session: Work) -> None:
        session.delete(session.scalars(select(WorkshopRow)).one())

    with pytest.raises(UnjournaledWriteError, match="never erased"):
        store.do("Wissen", erase)
    assert store.read(_titles) == ["Proef"]


def test_a_table_that_is_not_journaled_may_be_written_in_bulk(store: Store) -> None:
    done = store.do("Onthouden", lambda session: session.execute(insert(LocalRow), [{"key": "a", "value": "b"}]))

    assert done.changes is None, "it is no step"


def test_the_changes_of_objects_are_written_down_when_they_are_flushed(store: Store) -> None:
    def work(session: Work) -> list[Change]:
        row = session.scalars(select(WorkshopRow)).one()
        row.title = "Eerst"
        session.flush()
        row.title = "Daarna"
        row.place = "Utrecht"
        session.flush()
        return [change for change in session.changes if change.table == "workshop"]

    first, second = store.do("Anders", work).result

    assert (first.before, first.after) == ({"title": "Proef"}, {"title": "Eerst"})
    assert (second.before, second.after) == (
        {"title": "Eerst", "place": ""},
        {"title": "Daarna", "place": "Utrecht"},
    )


def test_setting_a_field_to_what_it_is_changes_nothing(store: Store) -> None:
    def work(session: Work) -> None:
        session.scalars(select(WorkshopRow)).one().title = "Proef"

    assert store.do("Niets", work).changes is None


def test_a_new_object_is_one_change_with_what_differs_from_the_default(store: Store) -> None:
    done = store.do("Nieuw", lambda session: session.add(WorkspaceRow(id="c" * 32, title="Tweede")))

    assert done.changes is not None
    assert done.changes.changes == (Change("workspace", "c" * 32, None, {"title": "Tweede"}),)


def _titles(session: Session) -> list[str]:
    return list(session.scalars(select(WorkshopRow.title)))

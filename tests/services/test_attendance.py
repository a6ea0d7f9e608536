import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import preparing
from bouwstenen_app.services.attendance import set_attendance
from bouwstenen_app.storage.store import Store


@pytest.fixture
def workshop(empty_store: Store) -> str:
    return empty_store.do("Sessie", preparing.create_workshop, title="Proef").result


def _counts(store: Store, workshop: str) -> dict[str, int]:
    return {line.organisation: line.count for line in store.read(preparing.workshop, workshop).attendance}


def test_organisations_are_counted_and_the_total_follows(empty_store: Store, workshop: str) -> None:
    empty_store.do("Politie", set_attendance, workshop, "politie", 4)
    empty_store.do("OM", set_attendance, workshop, " OM ", 2)
    assert _counts(empty_store, workshop) == {"politie": 4, "OM": 2}
    assert empty_store.read(preparing.workshop, workshop).participants == 6

    empty_store.do("Politie", set_attendance, workshop, "Politie", 3)
    assert _counts(empty_store, workshop) == {"politie": 3, "OM": 2}

    empty_store.do("Weg", set_attendance, workshop, "om", 0)
    assert _counts(empty_store, workshop) == {"politie": 3}
    assert empty_store.read(preparing.workshop, workshop).participants == 3

    empty_store.undo()
    assert _counts(empty_store, workshop) == {"politie": 3, "OM": 2}


def test_an_organisation_needs_a_name(empty_store: Store, workshop: str) -> None:
    with pytest.raises(Problem, match="politie 4"):
        empty_store.do("Leeg", set_attendance, workshop, "  ", 4)

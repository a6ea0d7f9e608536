import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.readiness import BEAMER, WIFI
from bouwstenen_app.services import preparing, readiness
from bouwstenen_app.storage.store import Store


@pytest.fixture
def workshop(empty_store: Store) -> str:
    return empty_store.do("Sessie", preparing.create_workshop, title="Proef").result


def _checked(store: Store, workshop: str) -> tuple[str, ...]:
    return store.read(preparing.workshop, workshop).checked


def test_a_tick_is_a_step_that_can_be_taken_back(empty_store: Store, workshop: str) -> None:
    empty_store.do("Vinkje", readiness.tick, workshop, BEAMER, done=True)
    empty_store.do("Vinkje", readiness.tick, workshop, WIFI, done=True)
    assert _checked(empty_store, workshop) == (BEAMER, WIFI)

    empty_store.do("Vinkje", readiness.tick, workshop, BEAMER, done=False)
    assert _checked(empty_store, workshop) == (WIFI,)
    empty_store.undo()
    assert set(_checked(empty_store, workshop)) == {BEAMER, WIFI}
    empty_store.undo()
    assert _checked(empty_store, workshop) == (BEAMER,)


def test_ticking_twice_ticks_once(empty_store: Store, workshop: str) -> None:
    for _ in range(2):
        empty_store.do("Vinkje", readiness.tick, workshop, BEAMER, done=True)

    assert _checked(empty_store, workshop) == (BEAMER,)


def test_a_copy_of_a_session_has_nothing_ticked(empty_store: Store, workshop: str) -> None:
    empty_store.do("Vinkje", readiness.tick, workshop, BEAMER, done=True)
    copy = empty_store.do("Kopie", preparing.copy_workshop, workshop, title="Kopie").result

    assert _checked(empty_store, copy) == ()


def test_an_unknown_point_and_a_session_that_is_gone_are_refused(empty_store: Store, workshop: str) -> None:
    with pytest.raises(ValueError, match="koffie"):
        empty_store.do("Vinkje", readiness.tick, workshop, "koffie", done=True)
    empty_store.do("Weg", preparing.remove_workshops, [workshop])
    for gone in (workshop, "0" * 32):
        with pytest.raises(Problem, match="niet meer"):
            empty_store.do("Vinkje", readiness.tick, gone, BEAMER, done=True)

"""Settled: a name is in use from the first step that was written knowing the row beside others."""

from datetime import timedelta
from pathlib import Path

from tests.storage.laptops import Laptop, merge

from bouwstenen_app.domain.settled import NEVER
from bouwstenen_app.services import preparing
from bouwstenen_app.storage.labels import settled
from bouwstenen_app.storage.store import Store


def since(store: Store, writer: str, number: int) -> str:
    return store.read(lambda session: settled(session.connection()).since(writer, number))


def test_steps_are_settled_by_the_first_step_after_a_merge_and_later_ones_not_yet(tmp_path: Path) -> None:
    here, there = (Laptop(tmp_path, name, off=timedelta(minutes=place)) for place, name in enumerate("ab"))
    here.make()
    there.copy_of(here)
    for laptop in (here, there):
        laptop.store.do("Sessie", preparing.create_workshop, title=laptop.name, region=laptop.name)
    merge(here.store, there.store)
    assert since(here.store, there.store.laptop, 1) == NEVER

    here.store.do("Sessie", preparing.create_workshop, title="Erna", region="Erna")

    first = since(here.store, there.store.laptop, 1)
    assert first < NEVER
    assert since(here.store, here.store.laptop, 1) == first
    assert since(here.store, there.store.laptop, 2) == since(here.store, here.store.laptop, 2) == NEVER
    here.store.close()
    there.store.close()

"""Placing: however two laptops bundled, a block is in one bundle, and it is the same one everywhere."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.storage.laptops import Laptop, content, merge

from bouwstenen_app.services import bundling, capturing, preparing
from bouwstenen_app.storage.store import Store


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Store, Store, Store]]:
    """Three laptops with the same workspace."""
    made = [Laptop(tmp_path, name, off=timedelta(minutes=place)) for place, name in enumerate("abc")]
    made[0].make()
    made[0].store.do("Sessie", preparing.create_workshop, title="Proef", region="Rivierenhoek")
    for title in ("Een", "Twee", "Drie"):
        workshop = made[0].store.read(preparing.workshops)[0].id
        made[0].store.do("Vastgelegd", capturing.capture, title, workshop=workshop)
    for other in made[1:]:
        other.copy_of(made[0])
    yield made[0].store, made[1].store, made[2].store
    for laptop in made:
        laptop.store.close()


def blocks(store: Store) -> list[str]:
    return sorted(content(store)["block"])


def inside(store: Store) -> list[list[str]]:
    return [[*store.read(bundling.contributions, one.id)] for one in store.read(bundling.bundles)]


def test_a_block_that_two_laptops_bundled_is_in_the_bundle_where_it_came_last(
    stores: tuple[Store, Store, Store],
) -> None:
    a, b, c = stores
    one, two, three = blocks(a)
    a.do("Gebundeld", bundling.bundle_blocks, [one, two])
    b.do("Gebundeld", bundling.bundle_blocks, [two, three])

    merge(a, b)
    merge(b, a)
    merge(c, b, a)

    assert inside(a) == inside(b) == inside(c) == [[one], [two, three]]
    assert content(a) == content(b) == content(c)


def test_what_is_taken_out_afterwards_stays_out_for_everyone(stores: tuple[Store, Store, Store]) -> None:
    a, b, c = stores
    one, two, three = blocks(a)
    a.do("Gebundeld", bundling.bundle_blocks, [one, two])
    b.do("Gebundeld", bundling.bundle_blocks, [two, three])
    merge(a, b)
    a.do("Eruit", bundling.take_out, [two])
    merge(b, a)
    merge(c, a, b)
    assert inside(a) == inside(b) == inside(c) == [[one], [three]]

    (first, _) = b.read(bundling.bundles)
    b.do("Erbij", bundling.add_to_bundle, first.id, [two])
    merge(c, b)
    merge(a, c, b)
    assert inside(a) == inside(b) == inside(c) == [[one, two], [three]]
    assert content(a) == content(b) == content(c)

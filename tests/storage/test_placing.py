"""Placing: however two laptops bundled, a block is in one bundle, and it is the same one everywhere."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from tests.storage.laptops import THREE, content, merge, sharing

from bouwstenen_app.services import boards, bundling, capturing
from bouwstenen_app.storage.store import Store


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Store, Store, Store]]:
    """Three laptops with the same workspace."""
    with sharing(tmp_path, THREE, "Een", "Twee", "Drie") as (a, b, c):
        yield a.store, b.store, c.store


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


def test_a_bundle_that_was_dissolved_while_another_added_to_it_stays_with_what_was_added(
    stores: tuple[Store, Store, Store],
) -> None:
    a, b, c = stores
    one, two, three = blocks(a)
    bundle = a.do("Gebundeld", bundling.bundle_blocks, [one, two]).result
    merge(b, a)
    a.do("Weg", bundling.dissolve, [bundle])
    b.do("Erbij", bundling.add_to_bundle, bundle, [three])
    merge(a, b)
    merge(b, a)
    merge(c, b)
    assert inside(a) == inside(b) == inside(c) == [[three]]

    a.undo()
    merge(b, a)
    merge(c, a)
    assert inside(a) == inside(b) == inside(c) == [[one, two, three]]
    a.do("Weg", bundling.dissolve, [bundle])
    merge(b, a)
    merge(c, b)
    assert inside(a) == inside(b) == inside(c) == []
    assert content(a) == content(b) == content(c)


def test_bundles_that_two_laptops_joined_into_each_other_lose_no_block(stores: tuple[Store, Store, Store]) -> None:
    a, b, c = stores
    one, two, three = blocks(a)
    first, second = (a.do("Gebundeld", bundling.bundle_blocks, [block]).result for block in (one, two))
    merge(b, a)
    merge(c, a)
    a.do("Samen", bundling.join, first, [second])
    b.do("Samen", bundling.join, second, [first])
    c.do("Erbij", bundling.add_to_bundle, second, [three])
    merge(a, b, c)
    merge(b, c, a)
    merge(c, a, b)

    assert sorted(block for bundle in inside(a) for block in bundle) == [one, two, three]
    assert content(a) == content(b) == content(c)


@pytest.mark.parametrize("knowing", [True, False])
@pytest.mark.parametrize("order", [*permutations(range(3))])
def test_a_dissolved_bundle_does_not_return_when_another_laptop_takes_its_block_out_of_the_bin(
    stores: tuple[Store, Store, Store], order: tuple[int, ...], knowing: bool
) -> None:
    binning, dissolving, restoring = (stores[place] for place in order)
    one, two, _ = blocks(binning)
    bundle = binning.do("Gebundeld", bundling.bundle_blocks, [one, two]).result
    binning.do("Weg", capturing.remove_blocks, [one])
    for store in (dissolving, restoring):
        merge(store, binning)
    dissolving.do("Opgeheven", bundling.dissolve, [bundle])
    if knowing:
        merge(restoring, dissolving)
    restoring.do("Terug", capturing.restore_blocks, [one])
    for _ in range(2):
        merge(binning, restoring, dissolving)
        merge(dissolving, binning)
        merge(restoring, dissolving)

    for store in stores:
        assert inside(store) == []
        assert store.read(bundling.bundles_of, [one, two]) == {}
        assert {block.id for block in store.read(boards.blocks, [one, two]) if not block.removed} == {one, two}
    assert content(stores[0]) == content(stores[1]) == content(stores[2])


def test_a_bundle_that_was_dissolved_stays_gone_when_what_was_added_elsewhere_comes_out_of_the_bin(
    stores: tuple[Store, Store, Store],
) -> None:
    a, b, c = stores
    one, two, three = blocks(a)
    bundle = a.do("Gebundeld", bundling.bundle_blocks, [one, two]).result
    merge(b, a)
    a.do("Opgeheven", bundling.dissolve, [bundle])
    b.do("Erbij", bundling.add_to_bundle, bundle, [three])
    b.do("Weg", capturing.remove_blocks, [three])
    for store, other in ((a, b), (b, a), (c, b)):
        merge(store, other)
    c.do("Terug", capturing.restore_blocks, [three])
    for store in (a, b):
        merge(store, c)
    assert inside(a) == inside(b) == inside(c) == []
    assert content(a) == content(b) == content(c)

"""Placed: laptops that put one block in different bundles are told so, and a choice travels."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.storage.laptops import THREE, content, merge, sharing

from bouwstenen_app.domain.blocks import BUNDLED, RAW
from bouwstenen_app.services import boards, bundling, capturing, differing
from bouwstenen_app.storage import differences
from bouwstenen_app.storage.placed import BUNDLE
from bouwstenen_app.storage.store import Store


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Store, Store, Store]]:
    """Three laptops with the same block, which two of them put in a bundle of their own."""
    with sharing(tmp_path, THREE, "Een", "Twee", "Drie") as made:
        a, b, c = (laptop.store for laptop in made)
        for store, blocks in ((a, (0, 1)), (b, (1, 2))):
            store.do("Gebundeld", bundling.bundle_blocks, [_blocks(store)[place] for place in blocks])
        yield a, b, c


def _blocks(store: Store) -> list[str]:
    return sorted(content(store)["block"])


def _together(*stores: Store) -> None:
    for _ in range(2):
        for store in stores:
            merge(store, *(other for other in stores if other is not store))


def _choose(store: Store, bundle: str) -> None:
    store.do("Gekozen", differing.choose, "block", _blocks(store)[1], BUNDLE, bundle)


def test_two_bundles_for_one_block_are_a_difference_everywhere(stores: tuple[Store, Store, Store]) -> None:
    _together(*stores)
    one, two = (bundle.id for bundle in stores[0].read(bundling.bundles))

    for store in stores:
        (found,) = store.read(differences.differences)
        assert (found.table, found.row, found.field) == ("block", _blocks(store)[1], BUNDLE)
        assert [version.value(BUNDLE) for version in found.versions] == [one, two]
    assert merge(stores[0], stores[1]).differences == []


def test_the_merge_that_brings_it_tells_it(stores: tuple[Store, Store, Store]) -> None:
    a, b, _ = stores
    assert [one.field for one in merge(a, b).differences] == [BUNDLE]


@pytest.mark.parametrize("choice", [0, 1])
def test_a_choice_ends_it_for_everyone_and_undo_brings_it_back(
    stores: tuple[Store, Store, Store], choice: int
) -> None:
    a, b, c = stores
    _together(a, b, c)
    wanted = [bundle.id for bundle in a.read(bundling.bundles)][choice]
    waiting = a.read(differences.differences)

    _choose(a, wanted)
    assert a.read(differences.differences) == ()
    _together(a, b, c)
    for store in stores:
        assert store.read(differences.differences) == ()
        assert store.read(bundling.bundles_of, [_blocks(store)[1]]) == {_blocks(store)[1]: wanted}

    a.undo()
    assert a.read(differences.differences) == waiting
    _together(a, b, c)
    assert b.read(differences.differences) == c.read(differences.differences) == waiting
    assert content(a) == content(b) == content(c)


def test_it_can_be_in_no_bundle_after_all(stores: tuple[Store, Store, Store]) -> None:
    a, b, c = stores
    merge(a, b)
    block = _blocks(a)[1]
    a.do("Eruit", bundling.take_out, [block])
    assert a.read(differences.differences) == ()  # whoever knows of both bundles and takes it out, chose
    b.do("Los", bundling.take_out, [block])
    b.do("Gebundeld", bundling.bundle_blocks, [block])
    _together(a, b, c)

    (found,) = a.read(differing.differing)
    assert [version.text.partition(" ")[0] for version in found.versions] == ["in", "K-03"]
    _choose(a, "")
    _together(a, b, c)
    for store in stores:
        assert store.read(bundling.bundles_of, [block]) == {}
        assert store.read(differences.differences) == ()  # its status is chosen along
        assert store.read(boards.blocks, [block])[0].status == RAW
    a.undo()
    (found,) = a.read(differing.differing)
    _choose(a, found.versions[-1].value)
    assert a.read(differences.differences) == ()
    assert a.read(boards.blocks, [block])[0].status == BUNDLED
    _together(a, b, c)
    assert content(a) == content(b) == content(c)


def test_a_bundle_that_is_dissolved_or_a_block_in_the_bin_leaves_nothing_to_choose(
    stores: tuple[Store, Store, Store],
) -> None:
    a, _, _ = stores
    _together(*stores)
    one, _ = a.read(bundling.bundles)
    a.do("Weg", bundling.dissolve, [one.id])
    assert a.read(differences.differences) == ()
    a.undo()
    assert len(a.read(differences.differences)) == 1
    a.do("Weg", capturing.remove_blocks, [_blocks(a)[1]])
    assert a.read(differences.differences) == ()
    a.undo()
    assert len(a.read(differences.differences)) == 1


def test_one_laptop_that_moves_a_block_is_no_difference(stores: tuple[Store, Store, Store]) -> None:
    a, _, c = stores
    block = _blocks(a)[1]
    a.do("Gebundeld", bundling.bundle_blocks, [block])
    merge(c, a)
    c.do("Terug", bundling.add_to_bundle, c.read(bundling.bundles)[0].id, [block])
    merge(a, c)
    assert a.read(differences.differences) == c.read(differences.differences) == ()

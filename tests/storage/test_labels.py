"""Spoken ids after merges: unique, the same everywhere, and once in use they stay what they are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.storage.laptops import Laptop, captured, merge, sharing

from bouwstenen_app.services import boards, bundling, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[list[Laptop]]:
    """A desk, and three laptops that were out on sessions; the last to come back was the first to go out."""
    with sharing(tmp_path, {"desk": 0, "b": 60, "c": 120, "d": -60}) as made:
        yield made


def named(store: Store) -> dict[str, str]:
    return {block.title: block.spoken_id for block in store.read(boards.select_blocks, Selection())}


def bundled(store: Store, blocks: list[str], title: str) -> None:
    bundle = store.do("Gebundeld", bundling.bundle_blocks, blocks).result
    store.do("Titel", bundling.edit_bundle, bundle, title=title)


def numbered(store: Store) -> dict[str, str]:
    return {one.title: one.spoken_id for one in store.read(bundling.bundles)}


def test_what_was_in_use_after_a_merge_keeps_its_name_when_an_older_laptop_comes_back(
    laptops: list[Laptop],
) -> None:
    desk, b, c, d = (laptop.store for laptop in laptops)
    captured(d, "Vroeg een", "Vroeg twee")
    captured(b, "Van b")
    captured(c, "Van c")
    merge(desk, b)
    merge(desk, c)
    captured(desk, "Aan het bureau")
    used = named(desk)

    merge(desk, d)

    now = named(desk)
    assert {title: now[title] for title in used} == used
    assert len(set(now.values())) == 5
    for other in (b, c, d):
        merge(other, desk)
        assert named(other) == now


def test_a_bundle_in_use_keeps_its_number_when_an_older_one_comes_in(laptops: list[Laptop]) -> None:
    desk, b, _, d = (laptop.store for laptop in laptops)
    for store, name in ((d, "vroeg"), (desk, "bureau"), (b, "van b")):
        blocks = captured(store, f"Een {name}", f"Twee {name}")
        bundled(store, blocks, f"Bundel {name}")
    merge(desk, b)
    captured(desk, "Erna")
    used = numbered(desk)
    blocks = captured(b, "Nog een van b")
    bundled(b, blocks, "Tweede van b")

    merge(desk, d, b)

    now = numbered(desk)
    assert {title: now[title] for title in used} == used
    assert len(set(now.values())) == 4
    merge(b, desk)
    merge(d, desk)
    assert numbered(b) == numbered(d) == now


def test_what_only_tells_that_a_name_was_in_use_changes_names_too(laptops: list[Laptop]) -> None:
    desk, b, c, d = (laptop.store for laptop in laptops)
    one, two = captured(b, "Van b")[0], captured(c, "Van c")[0]
    for store, block in ((b, one), (c, two)):
        bundled(store, [block], store.path.parent.name)
    merge(d, c)
    d.do("Sessie", preparing.create_workshop, title="Kende alleen die van c", region="Elders")
    merge(desk, b, c)
    assert named(desk) == {"Van b": "RH-001", "Van c": "RH-B01"}

    merge(desk, d)  # brings no block and no bundle
    merge(d, b)
    assert named(desk) == named(d) == {"Van b": "RH-B01", "Van c": "RH-001"}
    assert numbered(desk) == numbered(d)
    assert numbered(desk)["c"] == "K-01"

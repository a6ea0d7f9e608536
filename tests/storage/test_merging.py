"""Merging: journals of several laptops become one, in whatever order and however often."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from tests.storage.laptops import THREE, Journal, Laptop, captured, content, merge, merge_files, sharing

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, bundling, capturing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import differences, journal
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import BundleRow, ChangeRow, StepRow


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[list[Laptop]]:
    """Three laptops with a copy of one workspace: a session without blocks."""
    with sharing(tmp_path, THREE) as made:
        yield made


def named(store: Store) -> dict[str, str]:
    return {block.title: block.spoken_id for block in store.read(boards.select_blocks, Selection())}


def edited(store: Store, block: str, **fields: Any) -> None:
    store.do("Bewerkt", capturing.edit_block, block, **fields)


def test_what_two_laptops_captured_is_there_on_both(laptops: list[Laptop]) -> None:
    a, b, _ = (laptop.store for laptop in laptops)
    captured(a, "Een", "Twee")
    captured(b, "Drie")

    came = merge(a, b)
    merge(b, a)

    assert came.made["block"] == 1
    assert set(named(a)) == {"Een", "Twee", "Drie"}
    assert content(a) == content(b)


def test_the_same_number_twice_gives_the_second_laptop_its_letter(laptops: list[Laptop]) -> None:
    a, b, c = (laptop.store for laptop in laptops)
    captured(a, "Een", "Twee")
    captured(b, "Drie")
    captured(c, "Vier")
    for store in (a, b, c):
        merge(store, *({a, b, c} - {store}))

    names = named(a)
    assert (names["Een"], names["Twee"]) == ("RH-001", "RH-002")
    assert {names["Drie"], names["Vier"]} == {"RH-B01", "RH-C01"}
    assert named(b) == named(c) == names


def test_numbers_go_on_after_a_merge_without_a_letter(laptops: list[Laptop]) -> None:
    a, b, _ = (laptop.store for laptop in laptops)
    captured(a, "Een", "Twee")
    captured(b, "Drie")
    merge(b, a)
    captured(b, "Erna")
    merge(a, b)

    assert named(a)["Erna"] == "RH-003"
    assert named(a) == named(b)
    assert len(set(named(a).values())) == 4


def test_a_laptop_never_uses_a_number_twice_however_often_is_merged(laptops: list[Laptop]) -> None:
    a, b, _ = (laptop.store for laptop in laptops)
    captured(b, "Een", "Twee", "Drie")
    captured(a, "Vier")
    for number in range(40):
        captured(a, f"Van a {number}")
        captured(b, f"Van b {number}")
        merge(a, b)
        merge(b, a)

    names = named(a)
    assert len(set(names.values())) == len(names) == 84
    assert names == named(b)
    assert {name.split("-")[1][:1] for name in names.values()} <= {*"AB0123456789"}


def test_merging_the_same_again_changes_nothing(laptops: list[Laptop]) -> None:
    a, b, _ = (laptop.store for laptop in laptops)
    captured(b, "Drie")
    merge(a, b)
    before = content(a), lines(a)

    again = merge(a, b, b)

    assert (content(a), lines(a)) == before
    assert (again.steps, again.made.total(), again.changed.total()) == (0, 0, 0)


def lines(store: Store) -> int:
    return store.read(lambda session: session.scalar(select(func.count()).select_from(ChangeRow)) or 0)


def test_other_fields_come_together_and_the_same_field_is_a_difference(laptops: list[Laptop]) -> None:
    a, b, _ = (laptop.store for laptop in laptops)
    (block,) = captured(a, "Eerst")
    merge(b, a)
    edited(a, block, title="Van a")
    edited(a, block, next_step="Stap van a")
    edited(b, block, title="Van b")
    edited(b, block, example="Voorbeeld van b")

    merge(a, b)
    merge(b, a)

    (found,) = a.read(boards.select_blocks, Selection())
    assert (found.next_step, found.example) == ("Stap van a", "Voorbeeld van b")
    (difference,) = a.read(differences.differences)
    assert (difference.table, difference.row, difference.field) == ("block", block, "title")
    assert {one.value("title") for one in difference.versions} == {"Van a", "Van b"}
    assert difference.versions[-1].value("title") == found.title
    assert b.read(differences.differences) == a.read(differences.differences)
    assert content(a) == content(b)


def test_an_edit_after_the_merge_is_a_choice_and_it_travels(laptops: list[Laptop]) -> None:
    a, b, c = (laptop.store for laptop in laptops)
    (block,) = captured(a, "Eerst")
    merge(b, a)
    edited(a, block, title="Van a")
    edited(b, block, title="Van b")
    merge(c, b, a)
    assert len(c.read(differences.differences)) == 1

    merge(a, b)
    edited(a, block, title="Samen gekozen")
    assert a.read(differences.differences) == ()
    merge(c, a)
    merge(b, a)

    for store in (a, b, c):
        assert named(store) == {"Samen gekozen": "RH-001"}
        assert store.read(differences.differences) == ()


def test_an_edit_beside_a_removal_brings_the_block_back(laptops: list[Laptop]) -> None:
    a, b, _ = (laptop.store for laptop in laptops)
    (block,) = captured(a, "Eerst")
    merge(b, a)
    a.do("Weg", capturing.remove_blocks, [block])
    edited(b, block, title="Toch nog bewerkt")

    merge(a, b)
    merge(b, a)

    assert set(named(a)) == set(named(b)) == {"Toch nog bewerkt"}
    assert [one.field for one in a.read(differences.differences)] == ["removed"]


def test_bundles_with_one_number_are_told_apart(laptops: list[Laptop]) -> None:
    a, b, _ = (laptop.store for laptop in laptops)
    block = captured(a, "Een", "Twee")
    merge(b, a)
    a.do("Bundel", bundling.bundle_blocks, block[:1])
    b.do("Bundel", bundling.bundle_blocks, block[1:])
    merge(a, b)
    merge(b, a)

    numbers = {bundle.id: bundle.number for bundle in a.read(bundling.bundles)}
    assert sorted(numbers.values()) == [1, 2]
    assert numbers == {bundle.id: bundle.number for bundle in b.read(bundling.bundles)}


@pytest.mark.parametrize("joined", [False, True])
def test_a_bundle_that_was_dissolved_does_not_return_when_a_block_of_it_leaves_the_bin(
    laptops: list[Laptop], joined: bool
) -> None:
    a, b, _ = (laptop.store for laptop in laptops)
    blocks = captured(a, "Een", "Twee", "Drie")
    other = a.do("Bundel", bundling.bundle_blocks, blocks[2:]).result
    gone = a.do("Bundel", bundling.bundle_blocks, blocks[:2]).result
    a.do("Weg", capturing.remove_blocks, blocks[:1])
    if joined:
        a.do("Samen", bundling.join, other, [gone])
    else:
        a.do("Opgeheven", bundling.dissolve, [gone])
    a.do("Terug", capturing.restore_blocks, blocks[:1])
    merge(b, a)
    captured(b, "Vier")
    merge(a, b)

    assert [bundle.id for bundle in a.read(bundling.bundles)] == [other]
    assert set(a.read(bundling.bundles_of, blocks)) == set(blocks if joined else blocks[2:])
    assert content(a) == content(b)


def test_a_block_that_leaves_the_bin_does_not_go_back_to_a_bundle_that_is_in_it(laptops: list[Laptop]) -> None:
    a, b, _ = (laptop.store for laptop in laptops)
    blocks = captured(a, "Een", "Twee")
    gone = a.do("Bundel", bundling.bundle_blocks, blocks).result
    a.do("Weg", capturing.remove_blocks, blocks[:1])
    # As a version did it that left blocks in the bin in the bundle.
    a.do("Eruit", bundling.take_out, blocks[1:])
    a.do("Opgeheven", journal.update_rows, BundleRow, {gone: {"removed": True}})
    a.do("Terug", capturing.restore_blocks, blocks[:1])
    merge(b, a)

    assert a.read(bundling.bundles) == b.read(bundling.bundles) == ()
    assert content(a) == content(b)


def test_undo_goes_on_with_the_own_steps(laptops: list[Laptop]) -> None:
    a, b, _ = (laptop.store for laptop in laptops)
    captured(a, "Van a")
    captured(b, "Van b")
    merge(a, b)

    a.undo()
    assert set(named(a)) == {"Van b"}
    merge(b, a)
    assert content(a) == content(b)


def test_an_earlier_state_that_was_put_back_loses_nothing(laptops: list[Laptop], tmp_path: Path) -> None:
    a, b, _ = laptops
    (block,) = captured(a.store, "Eerst")
    kept = tmp_path / "bewaard"
    a.store.copy_to(kept)
    edited(a.store, block, title="Voor het terugzetten")
    merge(b.store, a.store)
    a.restore(kept)
    edited(a.store, block, title="Na het terugzetten")

    merge(b.store, a.store)
    merge(a.store, b.store)

    assert content(a.store) == content(b.store)
    (difference,) = b.store.read(differences.differences)
    assert {one.value("title") for one in difference.versions} == {"Voor het terugzetten", "Na het terugzetten"}


def test_a_clock_a_day_ahead_is_told_before_anything_is_written(tmp_path: Path, laptops: list[Laptop]) -> None:
    fast = Laptop(tmp_path, "d", off=timedelta(days=2))
    fast.make()
    fast.store.do("Sessie", preparing.create_workshop, title="Te vroeg")
    store = laptops[0].store
    before = content(store), lines(store)

    with pytest.raises(Problem, match=r"De klok van de laptop waarop .* liep meer dan een dag voor"):
        merge(store, fast.store)

    assert (content(store), lines(store)) == before
    captured(store, "Het werk gaat door")
    fast.store.close()


def test_a_merge_that_stops_halfway_leaves_everything_as_it_was(laptops: list[Laptop]) -> None:
    a, b, _ = (laptop.store for laptop in laptops)
    captured(b, "Drie")
    before = content(a), lines(a)

    def add(merging: Any) -> Iterator[Any]:
        merging.add(Journal(b))
        yield None

    steps = a.merge(add)
    next(steps)
    with pytest.raises(Problem, match="Er worden werkmappen samengevoegd"):
        captured(a, "Te vroeg")
    steps.close()

    assert (content(a), lines(a)) == before
    merge(a, b)
    assert set(named(a)) == {"Drie"}


def test_files_are_merged_from_private_copies_and_stay_as_they_are(laptops: list[Laptop], tmp_path: Path) -> None:
    a, b, c = laptops
    captured(b.store, "Drie")
    captured(c.store, "Vier")
    b.store.close()
    before = b.path.read_bytes()

    merge_files(a.store, [b.path, c.path], tmp_path)

    assert set(named(a.store)) == {"Drie", "Vier"}
    assert b.path.read_bytes() == before
    assert not list(tmp_path.glob("kopie*"))
    assert a.store.faults() == ()


def test_search_finds_what_came_in(laptops: list[Laptop]) -> None:
    a, b, _ = (laptop.store for laptop in laptops)
    captured(b, "De wijkagent belt de school")
    merge(a, b)
    assert [block.title for block in a.read(boards.select_blocks, Selection(query="wijkag"))] == [
        "De wijkagent belt de school"
    ]


def test_steps_of_others_do_not_come_back_with_undo(laptops: list[Laptop]) -> None:
    a, b, _ = (laptop.store for laptop in laptops)
    captured(b, "Drie")
    merge(a, b)
    steps = a.read(lambda session: session.scalar(select(func.count(StepRow.laptop.distinct()))))
    assert steps == 2
    first = a.undoable()
    assert first is not None
    assert first.label == "Sessie"

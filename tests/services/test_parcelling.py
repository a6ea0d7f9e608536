"""Parcels: one session as a file to send, which comes together with everything else."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.storage.laptops import Laptop, content, merge, merge_files, run

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import (
    boards,
    bundling,
    capturing,
    differing,
    merging,
    parcelling,
    preparing,
)
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.opening import create
from bouwstenen_app.storage.store import Store
from bouwstenen_app.surroundings import fill_empty, fill_example


@pytest.fixture
def sender(tmp_path: Path) -> Iterator[Laptop]:
    laptop = Laptop(tmp_path, "a")
    laptop.store = create(
        laptop.path,
        laptop.around,
        fill_example,
    )
    yield laptop
    laptop.store.close()


@pytest.fixture
def receiver(tmp_path: Path) -> Iterator[Laptop]:
    laptop = Laptop(tmp_path, "b", off=timedelta(hours=1))
    laptop.store = create(laptop.path, laptop.around, fill_empty)
    yield laptop
    laptop.store.close()


def one_session(store: Store) -> Selection:
    return Selection(workshops=(store.read(preparing.workshops)[0].id,))


def test_one_session_goes_along_with_all_that_belongs_to_it(
    sender: Laptop, receiver: Laptop, tmp_path: Path
) -> None:
    target = tmp_path / "pakket.bouwstenen"
    chosen = one_session(sender.store)
    count = parcelling.send(sender.store, target, chosen)

    found = run(merging.merge_files(receiver.store, [target], receiver.around))

    assert (found.new_blocks, found.new_sessions) == (count, 1)
    sent = sender.store.read(boards.select_blocks, chosen)
    assert receiver.store.read(boards.select_blocks, Selection()) == sent
    (workshop,) = receiver.store.read(preparing.workshops)
    assert workshop == next(one for one in sender.store.read(preparing.workshops) if one.id == workshop.id)


def test_the_same_parcel_again_and_the_whole_workspace_later_double_nothing(
    sender: Laptop, receiver: Laptop, tmp_path: Path
) -> None:
    target = tmp_path / "pakket.bouwstenen"
    parcelling.send(sender.store, target, one_session(sender.store))
    merge_files(receiver.store, [target], tmp_path)
    assert merge_files(receiver.store, [target], tmp_path).steps == 0

    merge(receiver.store, sender.store)
    merge(sender.store, receiver.store)

    assert len(receiver.store.read(boards.select_blocks, Selection())) == 122
    assert content(receiver.store)["block"] == content(sender.store)["block"]


def test_an_edit_of_what_was_sent_comes_back(sender: Laptop, receiver: Laptop, tmp_path: Path) -> None:
    target, back = tmp_path / "heen.bouwstenen", tmp_path / "terug.bouwstenen"
    chosen = one_session(sender.store)
    parcelling.send(sender.store, target, chosen)
    merge_files(receiver.store, [target], tmp_path)
    block = receiver.store.read(boards.select_blocks, Selection())[0]
    receiver.store.do("Bewerkt", capturing.edit_block, block.id, title="Van de ontvanger")
    parcelling.send(receiver.store, back, chosen)
    merge_files(sender.store, [back], tmp_path)

    found = next(one for one in sender.store.read(boards.select_blocks, chosen) if one.id == block.id)
    assert found.title == "Van de ontvanger"
    assert sender.store.read(differing.differing) == ()


def test_only_what_a_filter_finds_goes_along(sender: Laptop, receiver: Laptop, tmp_path: Path) -> None:
    target = tmp_path / "pakket.bouwstenen"
    sought = Selection(query="terugkoppeling")
    count = parcelling.send(sender.store, target, sought)
    merge_files(receiver.store, [target], tmp_path)

    found = receiver.store.read(boards.select_blocks, Selection())
    assert 0 < len(found) == count < 122
    assert {one.id for one in found} == {one.id for one in sender.store.read(boards.select_blocks, sought)}
    assert receiver.store.faults() == ()


def test_a_selection_without_blocks_is_told(sender: Laptop, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="niets gevonden om mee te sturen"):
        parcelling.send(sender.store, tmp_path / "leeg.bouwstenen", Selection(query="bestaatechtniet"))
    assert not (tmp_path / "leeg.bouwstenen").exists()


def test_nothing_of_other_sessions_stands_in_a_parcel(sender: Laptop, tmp_path: Path) -> None:
    target = tmp_path / "pakket.bouwstenen"
    chosen = one_session(sender.store)
    sent = {block.id for block in sender.store.read(boards.select_blocks, chosen)}
    others = [b for b in sender.store.read(boards.select_blocks, Selection()) if b.id not in sent]
    sender.store.do("Bundel", bundling.bundle_blocks, [others[0].id])
    parcelling.send(sender.store, target, chosen)
    data = target.read_bytes()
    assert not [block.title for block in others if block.title.encode() in data]


def test_undo_after_a_parcel_came_back_takes_a_whole_step_back_at_once(
    sender: Laptop, receiver: Laptop, tmp_path: Path
) -> None:
    target, back = tmp_path / "heen.bouwstenen", tmp_path / "terug.bouwstenen"
    chosen = one_session(sender.store)
    everything = sender.store.read(boards.select_blocks, Selection())
    sender.store.do("Allemaal", capturing.edit_blocks, [block.id for block in everything], note="Nagekeken")
    parcelling.send(sender.store, target, chosen)
    merge_files(receiver.store, [target], tmp_path)
    parcelling.send(receiver.store, back, chosen)
    merge_files(sender.store, [back], tmp_path)

    sender.store.undo()

    assert not any(block.note == "Nagekeken" for block in sender.store.read(boards.select_blocks, Selection()))
    assert sender.store.undoable() is None


def test_an_edit_that_did_not_go_along_in_a_parcel_was_not_seen_by_its_receiver(
    sender: Laptop, receiver: Laptop, tmp_path: Path
) -> None:
    first, other = sender.store.read(preparing.workshops)[:2]
    for name, workshop in (("een", first), ("twee", other)):
        if name == "twee":  # the sender edits what the receiver has already, and sends something else
            block = sender.store.read(boards.select_blocks, Selection(workshops=(first.id,)))[0]
            sender.store.do("Bewerkt", capturing.edit_block, block.id, title="Van de zender")
            sender.store.do("Sessie", preparing.edit_workshop, other.id, place="Elders")
        parcelling.send(sender.store, tmp_path / name, Selection(workshops=(workshop.id,)))
        merge_files(receiver.store, [tmp_path / name], tmp_path)
    receiver.store.do("Bewerkt", capturing.edit_block, block.id, title="Van de ontvanger")
    untouched = receiver.store.read(boards.select_blocks, Selection(workshops=(other.id,)))[0]
    receiver.store.do("Bewerkt", capturing.edit_block, untouched.id, title="Alleen de ontvanger")

    merge(receiver.store, sender.store)
    merge(sender.store, receiver.store)

    for store in (receiver.store, sender.store):
        (found,) = store.read(differing.differing)
        assert (found.field, [one.text for one in found.versions]) == (
            "title",
            ["Van de zender", "Van de ontvanger"],
        )

"""Differences: both texts side by side, and a choice that ends them everywhere."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.storage.laptops import Laptop, content, merge

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import (
    boards,
    bundling,
    capturing,
    deduplicating,
    differing,
    preparing,
    recipes,
)
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.deduplicating import APART, TOGETHER
from bouwstenen_app.storage.store import Store


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Store, Store, str]]:
    """Two laptops that both changed one block."""
    first, second = Laptop(tmp_path, "a"), Laptop(tmp_path, "b", off=timedelta(minutes=3))
    first.make()
    workshop = first.store.do("Sessie", preparing.create_workshop, title="Proef", region="Rivierenhoek").result
    done = first.store.do("Vast", capturing.capture, "Eerst", workshop=workshop).result
    assert done is not None
    second.copy_of(first)
    first.store.do("Bewerkt", capturing.edit_block, done.block, title="Van de eerste", votes=2)
    second.store.do("Bewerkt", capturing.edit_block, done.block, title="Van de tweede")
    merge(first.store, second.store)
    yield first.store, second.store, done.block
    for laptop in (first, second):
        laptop.store.close()


def test_a_difference_is_told_with_both_texts_and_which_counts(stores: tuple[Store, Store, str]) -> None:
    first, _, _ = stores
    (found,) = first.read(differing.differing, first.laptop)

    assert (found.subject, found.field_name) == ("RH-001 Van de tweede", "titel")
    assert [(one.text, one.here, one.counts) for one in found.versions] == [
        ("Van de eerste", True, False),
        ("Van de tweede", False, True),
    ]
    assert found.versions[0].at.startswith("2026-11-30T09:")


@pytest.mark.parametrize("text", ["Van de eerste", "Van de tweede", "Een derde tekst"])
def test_a_choice_ends_it_here_and_on_the_other_laptop(stores: tuple[Store, Store, str], text: str) -> None:
    first, second, block = stores
    first.do("Gekozen", differing.choose, "block", block, "title", text)

    assert first.read(differing.differing) == ()
    merge(second, first)
    assert second.read(differing.differing) == ()
    assert [one.title for one in second.read(boards.select_blocks, Selection())] == [text]
    assert content(first) == content(second)


@pytest.mark.parametrize("text", ["Van de eerste", "Van de tweede", "Een derde tekst"])
def test_a_choice_that_is_taken_back_leaves_the_difference_as_it_was(
    stores: tuple[Store, Store, str], text: str
) -> None:
    first, second, block = stores
    waiting = first.read(differing.differing, first.laptop)
    first.do("Gekozen", differing.choose, "block", block, "title", text)

    changes = first.undo()

    assert changes is not None
    assert (changes.label, changes.rows("block")) == ("Gekozen", {block})
    assert first.read(differing.differing, first.laptop) == waiting
    merge(second, first)
    assert [one.text for one in second.read(differing.differing)[0].versions] == ["Van de eerste", "Van de tweede"]
    assert content(first) == content(second)
    first.redo()
    assert first.read(differing.differing) == ()
    first.undo()
    assert first.read(differing.differing, first.laptop) == waiting
    first.do("Gekozen", differing.choose, "block", block, "title", "Nu echt")
    merge(second, first)
    assert first.read(differing.differing) == second.read(differing.differing) == ()
    assert content(first) == content(second)


def test_what_came_in_after_a_choice_is_asked_too_when_the_choice_is_taken_back(
    stores: tuple[Store, Store, str],
) -> None:
    first, second, block = stores
    first.do("Gekozen", differing.choose, "block", block, "title", "Van de eerste")
    second.do("Bewerkt", capturing.edit_block, block, title="Nog een keer")
    merge(first, second)
    first.do("Gekozen", differing.choose, "block", block, "title", "Samen")

    first.undo()
    assert {one.text for one in first.read(differing.differing)[0].versions} == {"Van de eerste", "Nog een keer"}
    merge(second, first)
    assert [one.versions for one in second.read(differing.differing)] == [
        one.versions for one in first.read(differing.differing)
    ]
    assert content(first) == content(second)


@pytest.mark.parametrize("gone", [True, False])
def test_whether_a_block_stays_is_asked_again_when_the_choice_is_taken_back(
    stores: tuple[Store, Store, str], gone: bool
) -> None:
    first, second, block = stores
    merge(second, first)
    first.do("Weg", capturing.remove_blocks, [block])
    second.do("Bewerkt", capturing.edit_block, block, next_step="Toch doen")
    merge(first, second)
    first.do("Gekozen", differing.choose, "block", block, "removed", gone)

    assert first.undo() is not None
    found = {one.field: one for one in first.read(differing.differing)}
    assert [one.text for one in found["removed"].versions] == ["weggegooid", "bewaard"]
    merge(second, first)
    assert "removed" in {one.field for one in second.read(differing.differing)}
    assert content(first) == content(second)


def test_undo_of_an_edit_beside_another_does_not_pass_for_a_choice(stores: tuple[Store, Store, str]) -> None:
    first, second, block = stores
    merge(second, first)
    second.do("Bewerkt", capturing.edit_block, block, title="Een nieuwe titel")
    second.undo()
    merge(first, second)
    assert [one.field for one in first.read(differing.differing)] == ["title"]
    assert content(first) == content(second)


def test_a_choice_that_was_made_already_is_told(stores: tuple[Store, Store, str]) -> None:
    first, _, block = stores
    first.do("Gekozen", differing.choose, "block", block, "title", "Samen")
    with pytest.raises(Problem, match="al gekozen"):
        first.do("Gekozen", differing.choose, "block", block, "title", "Nog eens")


def test_a_block_thrown_away_beside_an_edit_can_go_after_all(stores: tuple[Store, Store, str]) -> None:
    first, second, block = stores
    merge(second, first)
    first.do("Weg", capturing.remove_blocks, [block])
    second.do("Bewerkt", capturing.edit_block, block, next_step="Toch doen")
    merge(first, second)

    found = {one.field: one for one in first.read(differing.differing)}
    assert [one.text for one in found["removed"].versions] == ["weggegooid", "bewaard"]
    first.do("Gekozen", differing.choose, "block", block, "removed", True)
    merge(second, first)
    assert second.read(boards.select_blocks, Selection()) == ()


def test_a_bundle_is_named_as_people_call_it(stores: tuple[Store, Store, str]) -> None:
    first, second, block = stores
    bundle = first.do("Bundel", bundling.bundle_blocks, [block]).result
    merge(second, first)
    first.do("Bewerkt", bundling.edit_bundle, bundle, title="Een", conditions=["Tijd"])
    second.do("Bewerkt", bundling.edit_bundle, bundle, title="Twee", conditions=["Geld", "Rust"])
    merge(first, second)

    found = {one.field: one for one in first.read(differing.differing) if one.table == "bundle"}
    assert found["title"].subject.startswith("K-01 ")
    assert [one.text for one in found["conditions"].versions] == ["Tijd", "Geld; Rust"]


def test_values_are_read_as_words() -> None:
    assert differing.said("held_back", True) == "ja"
    assert differing.said("votes", 3) == "3"
    assert differing.said("round", None) == ""


def test_a_block_in_two_bundles_is_told_with_their_names(stores: tuple[Store, Store, str]) -> None:
    first, second, block = stores
    merge(second, first)
    first.do("Gebundeld", bundling.bundle_blocks, [block])
    second.do("Gebundeld", bundling.bundle_blocks, [block])
    merge(first, second)

    (found,) = (one for one in first.read(differing.differing) if one.field == "bundle")
    assert found.subject.startswith("RH-001 ")
    assert [one.text[:5] for one in found.versions] == ["K-01 ", "K-02 "]
    assert (found.field_name, found.free) == ("bundel", False)


@pytest.mark.parametrize("decision", [TOGETHER, APART])
def test_two_judgements_of_one_pair_are_a_difference_and_the_choice_travels(
    stores: tuple[Store, Store, str], decision: str
) -> None:
    first, second, block = stores
    workshop = first.read(preparing.workshops)[0].id
    done = first.do("Vast", capturing.capture, "Nog een", workshop=workshop).result
    assert done is not None
    merge(second, first)
    first.do("Niet", deduplicating.judge_apart, block, done.block)
    second.do("Samen", deduplicating.judge_together, [block, done.block])
    merge(first, second)

    (found,) = (one for one in first.read(differing.differing) if one.table == "judgement")
    assert found.subject == "RH-001 Van de tweede en RH-002 Nog een"
    assert [one.text for one in found.versions] == ["niet hetzelfde", "samen in één bundel"]
    assert not found.free
    first.do("Gekozen", differing.choose, "judgement", found.row, "decision", decision)
    merge(second, first)
    for store in (first, second):
        assert "judgement" not in {one.table for one in store.read(differing.differing)}
    assert content(first) == content(second)
    assert second.read(differing.still_together, found.row) == ("K-01" if decision == APART else "")


def test_choosing_that_two_blocks_belong_together_brings_them_together(stores: tuple[Store, Store, str]) -> None:
    first, second, block = stores
    workshop = first.read(preparing.workshops)[0].id
    done = first.do("Vast", capturing.capture, "Nog een", workshop=workshop).result
    assert done is not None
    merge(second, first)
    first.do("Samen", deduplicating.judge_together, [block, done.block])
    first.do("Los", bundling.dissolve, [one.id for one in first.read(bundling.bundles)])
    second.do("Niet", deduplicating.judge_apart, block, done.block)
    merge(first, second)
    (found,) = (one for one in first.read(differing.differing) if one.table == "judgement")

    first.do("Gekozen", differing.choose, "judgement", found.row, "decision", TOGETHER)
    assert [bundle.contributions for bundle in first.read(bundling.bundles)] == [(block, done.block)]
    first.undo()
    assert first.read(bundling.bundles) == ()
    assert "judgement" in {one.table for one in first.read(differing.differing)}


def test_what_a_person_wrote_himself_is_cleaned_and_a_title_is_never_empty(
    stores: tuple[Store, Store, str],
) -> None:
    first, _, block = stores
    with pytest.raises(Problem, match="moet iets staan"):
        first.do("Gekozen", differing.choose, "block", block, "title", "  ")
    first.do("Gekozen", differing.choose, "block", block, "title", "Een\x00twee")
    assert [one.title for one in first.read(boards.select_blocks, Selection())] == ["Eentwee"]


def test_own_texts_of_a_report_are_told_with_the_part_they_stand_in(stores: tuple[Store, Store, str]) -> None:
    first, second, _ = stores
    merge(second, first)
    for store, text in ((first, "Van de eerste"), (second, "Van de tweede")):
        recipe = store.do("Titel", recipes.change, "geconsolideerd", subtitle=text).result
        store.do("Tekst", recipes.write_passage, recipe, "kernboodschap", text)
    merge(first, second)

    told = {(one.subject, one.field_name) for one in first.read(differing.differing) if one.table != "block"}
    assert told == {
        ("Geconsolideerd rapport", "ondertitel"),
        ("Geconsolideerd rapport, Kernboodschap", "eigen tekst"),
    }

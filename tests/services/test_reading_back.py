"""Reading back: which blocks, what the room said of them, and who sees it differently."""

from collections.abc import Callable

import pytest
from tests.services.found import block

from bouwstenen_app.domain.blocks import ADJUSTED, ALIGN_FIRST, CONFIRMED, INTERNAL, NOT_SHARED, Block
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import capturing, grouping, reading_back
from bouwstenen_app.storage.store import Store

Capture = Callable[..., Block]


def _titles(store: Store, workshop: str, **options: object) -> list[str]:
    found = store.read(reading_back.to_read_back, workshop, **options)  # type: ignore[arg-type]
    return [block.title for block in found]


def test_the_most_votes_come_first_then_each_cluster_that_was_not_heard_then_the_exemplary(
    empty_store: Store, workshop: str, captured: Capture
) -> None:
    captured("Gewoon")
    star = captured("Voorbeeld")
    first, _voted, _most = captured("Cluster zonder stem"), captured("Vier +4"), captured("Negen +9")
    empty_store.do("Voorbeeldig", capturing.edit_block, star.id, exemplary=True)
    empty_store.do("Cluster", grouping.make_cluster, workshop, "Bellen", [first.id])

    assert _titles(empty_store, workshop) == ["Negen", "Vier", "Cluster zonder stem", "Voorbeeld", "Gewoon"]
    assert _titles(empty_store, workshop, most=2) == ["Negen", "Vier"]


def test_eight_are_read_back_when_nothing_is_chosen(empty_store: Store, workshop: str, captured: Capture) -> None:
    for number in range(12):
        captured(f"Bouwsteen +{number}")

    assert len(empty_store.read(reading_back.to_read_back, workshop)) == 8


def test_what_is_parked_or_held_back_is_passed_over(empty_store: Store, workshop: str, captured: Capture) -> None:
    parked, held, _ = captured("Parkeren +3"), captured("Achterhouden +2"), captured("Blijft")
    empty_store.do("Parkeren", reading_back.park, [parked.id])
    empty_store.do("Achterhouden", capturing.edit_block, held.id, held_back=True)
    for release in (ALIGN_FIRST, INTERNAL, NOT_SHARED):
        empty_store.do("Vrijgave", capturing.edit_block, captured(f"{release} +9").id, release=release)

    assert _titles(empty_store, workshop) == ["Blijft"]
    with pytest.raises(Problem, match="ziet de zaal niet"):
        empty_store.read(reading_back.numbered, workshop, held.number)


def test_others_are_added_and_what_was_read_back_stays(
    empty_store: Store, workshop: str, captured: Capture
) -> None:
    one, two, three = captured("Eén"), captured("Twee"), captured("Drie +1")
    empty_store.do("Bevestigd", reading_back.mark, two.id, CONFIRMED)

    assert _titles(empty_store, workshop, most=1) == [three.title, two.title]
    assert _titles(empty_store, workshop, most=1, extra=[one.id]) == [three.title, one.title, two.title]
    assert empty_store.read(reading_back.numbered, workshop, one.number).id == one.id
    with pytest.raises(Problem, match="geen bouwsteen 99"):
        empty_store.read(reading_back.numbered, workshop, 99)


def test_new_words_and_their_mark_are_one_step(empty_store: Store, workshop: str, captured: Capture) -> None:
    one = captured("Bellen")
    empty_store.do("Aangepast", reading_back.adjust, one.id, title="Binnen een dag bellen")
    assert (block(empty_store, one.id).title, block(empty_store, one.id).read_back) == (
        "Binnen een dag bellen",
        ADJUSTED,
    )

    empty_store.undo()
    assert (block(empty_store, one.id).title, block(empty_store, one.id).read_back) == ("Bellen", "")


def test_a_minority_view_is_kept_clean_and_taken_off(empty_store: Store, workshop: str, captured: Capture) -> None:
    one = captured("Bellen")
    empty_store.do("Minderheid", reading_back.set_minority, one.id, " Niet\x07 altijd bellen. ")
    assert block(empty_store, one.id).minority == "Niet altijd bellen."
    empty_store.do("Minderheid", reading_back.set_minority, one.id, " ")
    assert block(empty_store, one.id).minority == ""

"""Clusters of a session: made, named, filled, emptied, put in order and taken away."""

from collections.abc import Callable

import pytest

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, grouping, preparing, reading_back
from bouwstenen_app.services.grouping import Board
from bouwstenen_app.storage.store import Store

Capture = Callable[..., Block]


def _board(store: Store, workshop: str) -> Board:
    return store.read(grouping.board, workshop)


def _made(store: Store, workshop: str, name: str, *blocks: Block) -> str:
    ids = [block.id for block in blocks]
    return store.do("Cluster gemaakt", grouping.make_cluster, workshop, name, ids).result


def _numbers(blocks: tuple[Block, ...]) -> list[int]:
    return [block.number for block in blocks]


def test_a_block_is_loose_until_it_is_put_in_a_cluster(
    empty_store: Store, workshop: str, captured: Capture
) -> None:
    one, two, three = (captured(text) for text in ("Eén", "Twee", "Drie"))
    cluster = _made(empty_store, workshop, "  Eerder\n bellen ", three, one)
    board = _board(empty_store, workshop)

    assert _numbers(board.loose) == [two.number]
    assert [(group.id, group.name, _numbers(group.blocks)) for group in board.groups] == [
        (cluster, "Eerder bellen", [one.number, three.number])
    ]
    found = empty_store.read(boards.block, one.id)
    assert found is not None
    assert found.cluster == "Eerder bellen"


def test_a_name_that_is_there_already_is_the_same_cluster(
    empty_store: Store, workshop: str, captured: Capture
) -> None:
    first = _made(empty_store, workshop, "Eerder bellen", captured("Eén"))

    assert _made(empty_store, workshop, "eerder  Bellen", captured("Twee")) == first
    assert [len(group.blocks) for group in _board(empty_store, workshop).groups] == [2]


def test_a_cluster_has_a_name_of_its_own(empty_store: Store, workshop: str) -> None:
    _made(empty_store, workshop, "Bellen")
    other = _made(empty_store, workshop, "Schrijven")

    with pytest.raises(Problem, match="al een cluster “bellen”"):
        empty_store.do("Naam", grouping.rename_cluster, other, "bellen")
    with pytest.raises(Problem, match="Geef het cluster een naam"):
        empty_store.do("Naam", grouping.rename_cluster, other, "  ")
    empty_store.do("Naam", grouping.rename_cluster, other, "schrijven")
    assert [group.name for group in _board(empty_store, workshop).groups] == ["Bellen", "schrijven"]


def test_clusters_are_put_in_another_order(empty_store: Store, workshop: str) -> None:
    clusters = [_made(empty_store, workshop, name) for name in ("A", "B", "C")]
    empty_store.do("Verplaatst", grouping.move_cluster, clusters[2], -2)
    empty_store.do("Verplaatst", grouping.move_cluster, clusters[0], 5)

    assert [group.name for group in _board(empty_store, workshop).groups] == ["C", "B", "A"]
    assert [c.name for c in empty_store.read(preparing.workshop, workshop).clusters] == ["C", "B", "A"]


def test_the_blocks_of_a_cluster_that_is_taken_away_stay_and_undo_brings_it_back(
    empty_store: Store, workshop: str, captured: Capture
) -> None:
    one = captured("Eén")
    cluster = _made(empty_store, workshop, "Bellen", one)
    changes = empty_store.do("Weg", grouping.remove_cluster, cluster).changes
    board = _board(empty_store, workshop)
    assert (board.groups, _numbers(board.loose)) == ((), [one.number])
    assert empty_store.read(boards.touched, changes) == {one.id}

    empty_store.undo()
    assert [_numbers(group.blocks) for group in _board(empty_store, workshop).groups] == [[one.number]]


def test_a_new_name_touches_the_blocks_in_it(empty_store: Store, workshop: str, captured: Capture) -> None:
    one = captured("Eén")
    captured("Twee")
    cluster = _made(empty_store, workshop, "Bellen", one)
    changes = empty_store.do("Naam", grouping.rename_cluster, cluster, "Eerder bellen").changes

    assert empty_store.read(boards.touched, changes) == {one.id}


def test_what_is_parked_stands_apart_and_goes_back_where_it_was(
    empty_store: Store, workshop: str, captured: Capture
) -> None:
    one = captured("Eén")
    cluster = _made(empty_store, workshop, "Bellen", one)
    empty_store.do("Geparkeerd", reading_back.park, [one.id])
    board = _board(empty_store, workshop)
    assert (_numbers(board.parked), board.groups[0].blocks) == ([one.number], ())

    empty_store.do("Terug", reading_back.unpark, [one.id])
    found = _board(empty_store, workshop).group(cluster)
    assert found is not None
    assert _numbers(found.blocks) == [one.number]


def test_putting_a_block_somewhere_takes_it_out_of_the_parking_lot(
    empty_store: Store, workshop: str, captured: Capture
) -> None:
    one, two = captured("Eén"), captured("Twee")
    cluster = _made(empty_store, workshop, "Bellen", two)
    empty_store.do("Geparkeerd", reading_back.park, [one.id, two.id])
    empty_store.do("In", grouping.put_in, [one.id], cluster)
    empty_store.do("Uit", grouping.put_out, [two.id])
    board = _board(empty_store, workshop)

    assert (_numbers(board.loose), board.parked) == ([two.number], ())
    assert _numbers(board.groups[0].blocks) == [one.number]


def test_a_cluster_that_is_gone_is_a_problem(empty_store: Store, workshop: str, captured: Capture) -> None:
    one = captured("Eén")
    cluster = _made(empty_store, workshop, "Bellen")
    empty_store.do("Weg", grouping.remove_cluster, cluster)

    with pytest.raises(Problem, match="er niet meer"):
        empty_store.do("In", grouping.put_in, [one.id], cluster)

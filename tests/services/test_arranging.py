from typing import Any

import pytest
from pyroaring import BitMap

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import THEME, Codebook
from bouwstenen_app.services import arranging, boards, bundling, capturing, facet_index, grouping, preparing
from bouwstenen_app.services.arranging import NONE, NUMBER, TIME, TITLE, VOTES, Column, Order, Orderings
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store

ALL = Selection()


def columns(store: Store, by: str, selection: Selection = ALL) -> dict[str, Column]:
    index = store.read(facet_index.built)
    return {column.key: column for column in store.read(arranging.columns, index, selection, by)}


def ordered(store: Store, order: Order) -> tuple[Block, ...]:
    index = store.read(facet_index.built)
    rows = store.read(arranging.rows_of, index, Orderings(), ALL, order)
    return store.read(arranging.at, rows)


def test_every_theme_has_a_column_and_what_has_none_comes_last(example_store: Store, codebook: Codebook) -> None:
    found = columns(example_store, THEME)
    assert [*found] == [*(code.id for code in codebook.tops(THEME)), NONE]
    blocks = example_store.read(boards.select_blocks, ALL)
    for key, column in found.items():
        group = {code.id for code in codebook.of(THEME) if codebook.top(code.id).id == key}
        here = example_store.read(arranging.at, [*column.rows])
        if key:
            assert {b.id for b in here} == {b.id for b in blocks if group & {*b.codes}}
        else:
            assert {b.id for b in here} == {b.id for b in blocks if not codebook.select(b.codes, THEME)}


@pytest.mark.parametrize("by", arranging.BY_FIELD)
def test_every_block_is_in_one_column_of_a_field(example_store: Store, by: str) -> None:
    found = columns(example_store, by)
    everything = example_store.read(facet_index.built).rows(ALL, None)
    assert sum(len(column.rows) for column in found.values()) == len(everything)
    assert BitMap().union(*(column.rows for column in found.values())) == everything


def test_a_bundle_and_a_cluster_have_their_column(example_store: Store) -> None:
    blocks = example_store.read(boards.select_blocks, ALL)
    bundle = example_store.do("b", bundling.bundle_blocks, [blocks[0].id, blocks[1].id]).result
    cluster = example_store.do(
        "c", grouping.make_cluster, blocks[0].workshop, "Eerder bellen", [blocks[0].id]
    ).result
    in_bundle = columns(example_store, arranging.BUNDLE)[bundle]
    assert (len(in_bundle.rows), in_bundle.detail) == (2, "K-01")
    in_cluster = columns(example_store, arranging.CLUSTER)[cluster]
    assert example_store.read(arranging.at, [*in_cluster.rows])[0].id == blocks[0].id
    assert in_cluster.name == "Eerder bellen"


def test_a_selection_narrows_every_column(example_store: Store) -> None:
    workshop = example_store.read(preparing.headings)[0].id
    found = columns(example_store, "status", Selection(workshops=(workshop,)))
    here = [block for column in found.values() for block in example_store.read(arranging.at, [*column.rows])]
    assert {block.workshop for block in here} == {workshop}


def test_blocks_come_in_the_order_that_is_asked(example_store: Store) -> None:
    votes = [block.votes for block in ordered(example_store, Order(VOTES))]
    assert votes == sorted(votes, reverse=True)
    times = [block.captured_at for block in ordered(example_store, Order(TIME, down=False))]
    assert times == sorted(times)
    numbers = [block.spoken_id for block in ordered(example_store, Order(NUMBER, down=False))]
    assert numbers == sorted(numbers)
    newest = [block.id for block in ordered(example_store, Order())]
    assert newest == [block.id for block in example_store.read(boards.find, ALL, limit=999).blocks]


def test_titles_are_in_the_order_of_the_alphabet_whatever_signs_they_begin_with(empty_store: Store) -> None:
    workshop = empty_store.do("s", preparing.create_workshop, title="Zwolle").result
    for text in ("“Zorg” eerst", "Éen plan", "Ezel", "een lijn"):
        empty_store.do("v", capturing.capture, text, workshop=workshop)
    assert [block.title for block in ordered(empty_store, Order(TITLE, down=False))] == [
        "een lijn", "Éen plan", "Ezel", "“Zorg” eerst",
    ]  # fmt: skip


def test_an_order_follows_what_changes(example_store: Store) -> None:
    index, orderings = example_store.read(facet_index.built), Orderings()
    rows = example_store.read(arranging.rows_of, index, orderings, ALL, Order(TITLE, down=False))
    last = example_store.read(arranging.at, rows)[-1]
    edit: Any = capturing.edit_blocks
    changes = example_store.do("t", edit, [last.id], title="0-000 eerst").changes
    assert changes is not None
    orderings.take_in(changes)
    example_store.read(index.take_in, changes)
    again = example_store.read(arranging.rows_of, index, orderings, ALL, Order(TITLE, down=False))
    assert example_store.read(arranging.at, again)[0].title == "0-000 eerst"


def test_all_orders_have_every_block_once(example_store: Store) -> None:
    index = example_store.read(facet_index.built)
    for by in (*arranging.ORDERS, "sessie", "regio", "status", "vrijgave"):
        rows = example_store.read(arranging.rows_of, index, Orderings(), ALL, Order(by))
        assert sorted(rows) == [*index.rows(ALL, None)]
        assert (
            rows[::-1] == example_store.read(arranging.rows_of, index, Orderings(), ALL, Order(by, down=False))
            or by == VOTES
        )

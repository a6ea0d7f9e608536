import pytest
from tests.services.found import block

from bouwstenen_app.domain.codebook import THEME, Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import arranging, boards, bundling, grouping, moving, tagging
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store


@pytest.fixture
def some(example_store: Store) -> list[str]:
    return [found.id for found in example_store.read(boards.select_blocks, Selection())[:3]]


def themes(store: Store, book: Codebook, identity: str) -> list[str]:
    return [code.id for code in book.select(block(store, identity).codes, THEME)]


def test_a_block_leaves_the_theme_it_was_under_and_keeps_the_others(
    example_store: Store, codebook: Codebook, some: list[str]
) -> None:
    first, second, third = (code.id for code in codebook.tops(THEME)[:3])
    example_store.do("t", tagging.set_codes, some[0], THEME, [first, second])
    example_store.do("v", moving.move, THEME, [(some[0], first)], third)
    assert set(themes(example_store, codebook, some[0])) == {second, third}


def test_with_add_it_keeps_the_theme_it_came_from(
    example_store: Store, codebook: Codebook, some: list[str]
) -> None:
    first, second = (code.id for code in codebook.tops(THEME)[:2])
    example_store.do("t", tagging.set_codes, some[0], THEME, [first])
    example_store.do("v", moving.move, THEME, [(some[0], first)], second, add=True)
    assert set(themes(example_store, codebook, some[0])) == {first, second}


def test_a_code_under_the_column_goes_with_it_and_one_under_the_target_is_enough(
    example_store: Store, codebook: Codebook, some: list[str]
) -> None:
    below = next(code for code in codebook.codes if code.parent)
    dimension, top = below.dimension, codebook.top(below.id).id
    other = next(code.id for code in codebook.tops(dimension) if code.id != top)
    example_store.do("t", tagging.set_codes, some[0], dimension, [below.id])
    example_store.do("v", moving.move, dimension, [(some[0], other)], top)
    assert [code.id for code in codebook.select(block(example_store, some[0]).codes, dimension)] == [below.id]
    example_store.do("v", moving.move, dimension, [(some[0], top)], other)
    assert [code.id for code in codebook.select(block(example_store, some[0]).codes, dimension)] == [other]


def test_to_the_column_without_a_theme_all_themes_go(
    example_store: Store, codebook: Codebook, some: list[str]
) -> None:
    first, second = (code.id for code in codebook.tops(THEME)[:2])
    example_store.do("t", tagging.set_codes, some[0], THEME, [first, second])
    example_store.do("v", moving.move, THEME, [(some[0], first)], arranging.NONE)
    assert themes(example_store, codebook, some[0]) == []


def test_many_blocks_from_several_columns_are_one_step(
    example_store: Store, codebook: Codebook, some: list[str]
) -> None:
    first, second, third = (code.id for code in codebook.tops(THEME)[:3])
    for place, identity in enumerate(some):
        example_store.do("t", tagging.set_codes, identity, THEME, [[first], [second], []][place])
    before = [block(example_store, identity) for identity in some]
    example_store.do("v", moving.move, THEME, [(some[0], first), (some[1], second), (some[2], "")], third)
    assert [themes(example_store, codebook, identity) for identity in some] == [[third]] * 3
    example_store.undo()
    assert [block(example_store, identity) for identity in some] == before


def test_a_status_a_release_and_a_bundle_are_set(example_store: Store, some: list[str]) -> None:
    bundle = example_store.do("b", bundling.bundle_blocks, some[:1]).result
    moves = [(one, "") for one in some]
    example_store.do("v", moving.move, "bundel", moves, bundle)
    assert set(example_store.read(bundling.bundles_of, some)) == set(some)
    example_store.do("v", moving.move, "bundel", moves, "")
    assert not example_store.read(bundling.bundles_of, some)
    example_store.do("v", moving.move, "status", moves, "vastgesteld")
    example_store.do("v", moving.move, "vrijgave", moves, "intern")
    assert {(block(example_store, one).status, block(example_store, one).release) for one in some} == {
        ("vastgesteld", "intern")
    }


def test_a_session_and_a_cluster_of_another_session_refuse(example_store: Store, some: list[str]) -> None:
    blocks = example_store.read(boards.select_blocks, Selection())
    here = block(example_store, some[0]).workshop
    elsewhere = next(found for found in blocks if found.workshop != here)
    cluster = example_store.do("c", grouping.make_cluster, here, "Eerder bellen").result
    with pytest.raises(Problem, match="bundel"):
        example_store.do("v", moving.move, "cluster", [(some[0], ""), (elsewhere.id, "")], cluster)
    assert block(example_store, some[0]).cluster != "Eerder bellen"
    example_store.do("v", moving.move, "cluster", [(some[0], "")], cluster)
    assert block(example_store, some[0]).cluster == "Eerder bellen"
    example_store.do("v", moving.move, "cluster", [(some[0], cluster)], "")
    assert block(example_store, some[0]).cluster == ""
    with pytest.raises(Problem, match="sessie"):
        example_store.do("v", moving.move, "sessie", [(some[0], here)], elsewhere.workshop)

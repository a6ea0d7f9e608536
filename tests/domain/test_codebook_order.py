"""Codes in the order of their tree."""

from dataclasses import replace

from bouwstenen_app.domain.codebook import Code, Codebook
from bouwstenen_app.domain.codebook_order import in_tree_order, positions


def code(name: str, parent: str | None = None, position: int = 0) -> Code:
    return Code(id=name, slug=name, dimension="thema", name=name, parent=parent, position=position)


def test_every_code_stands_after_the_one_it_belongs_under() -> None:
    codes = [code("b1", "b"), code("a"), code("b"), code("a1", "a"), code("wees", "weg")]

    assert [one.id for one in in_tree_order(codes)] == ["a", "a1", "b", "b1", "wees"]


def test_a_circle_leaves_no_code_out() -> None:
    assert {one.id for one in in_tree_order([code("a", "b"), code("b", "a"), code("c")])} == {"a", "b", "c"}


def test_positions_that_go_up_stay_as_they_are(codebook: Codebook) -> None:
    codes = in_tree_order(codebook.of("domein"))

    assert positions(codes) == {one.id: one.position for one in codes}


def test_positions_that_do_not_go_up_are_counted_anew() -> None:
    codes = [code("a", position=4), code("b", position=4)]

    assert positions(codes) == {"a": 1, "b": 2}
    assert positions([replace(codes[0], position=3), codes[1]]) == {"a": 3, "b": 4}

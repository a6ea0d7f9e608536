from collections.abc import Callable

import pytest

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook
from bouwstenen_app.services import boards, capturing, preparing, tagging
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store

Captured = Callable[..., Block]


def test_the_blocks_of_a_session_come_newest_first(empty_store: Store, workshop: str, captured: Captured) -> None:
    for text in ("Een", "Twee", "Drie"):
        captured(text)

    assert [b.title for b in empty_store.read(boards.blocks_of, workshop)] == ["Drie", "Twee", "Een"]


def test_the_blocks_of_one_round_can_be_asked_for(example_store: Store) -> None:
    workshop = example_store.read(preparing.workshops)[0]
    every = example_store.read(boards.blocks_of, workshop.id)
    for step in workshop.numbered_rounds:
        found = example_store.read(boards.blocks_of, workshop.id, round=step.id)
        assert found == tuple(block for block in every if block.round == step.number)


def test_blocks_come_in_the_order_asked_for_and_without_those_that_are_not_there(
    empty_store: Store, captured: Captured
) -> None:
    one, two = captured("Een"), captured("Twee")
    empty_store.do("Weg", capturing.remove_blocks, [one.id])

    found = empty_store.read(boards.blocks, [two.id, "weg", one.id])
    assert [(b.title, b.removed) for b in found] == [("Twee", False), ("Een", True)]
    assert empty_store.read(boards.block, "weg") is None


def test_a_block_is_one_value_with_its_tags_in_order(
    empty_store: Store, captured: Captured, codebook: Codebook
) -> None:
    block = captured("IDEE Een #leefwereld @huisarts @politie #nieuw2 #nieuw1")

    assert [codebook.code(code).dimension for code in block.codes] == [DOMAIN, DOMAIN, THEME, KIND]
    assert block.unknown_tags == ("#nieuw2", "#nieuw1")


def test_a_page_holds_the_newest_with_the_total(example_store: Store) -> None:
    every = [b.id for b in example_store.read(boards.find, Selection(), limit=200).blocks]
    pages = [example_store.read(boards.find, Selection(), offset=offset) for offset in (0, 50, 100)]

    assert [len(page.blocks) for page in pages] == [50, 50, 22]
    assert {page.total for page in pages} == {122}
    assert [b.id for page in pages for b in page.blocks] == every
    assert example_store.read(boards.count, Selection()) == 122


def test_a_selection_is_or_within_a_dimension_and_and_across(example_store: Store, codebook: Codebook) -> None:
    def code(dimension: str, slug: str) -> str:
        return codebook.by_slug[dimension, slug].id

    politie, om = code(DOMAIN, "politie"), code(DOMAIN, "om")
    leefwereld = code(THEME, "leefwereld")
    every = example_store.read(boards.select_blocks, Selection())

    def chosen(**codes: tuple[str, ...]) -> set[str]:
        return {b.id for b in example_store.read(boards.select_blocks, Selection(codes=codes))}

    assert chosen(domein=(politie, om)) == {b.id for b in every if {politie, om} & set(b.codes)}
    assert chosen(domein=(politie,), thema=(leefwereld,)) == {
        b.id for b in every if {politie, leefwereld} <= set(b.codes)
    }
    assert chosen(domein=()) == {b.id for b in every}


def test_a_main_group_stands_for_the_codes_under_it(example_store: Store, codebook: Codebook) -> None:
    every = example_store.read(boards.select_blocks, Selection())
    for top in codebook.tops(DOMAIN):
        found = example_store.read(boards.select_blocks, Selection(codes={DOMAIN: (top.id,)}))
        inside = {
            b.id for b in every if top.id in {codebook.top(c.id).id for c in codebook.select(b.codes, DOMAIN)}
        }
        assert {b.id for b in found} == inside


def test_the_codebook_has_no_more_than_two_levels_of_what_is_tagged(codebook: Codebook) -> None:
    for code in codebook.codes:
        assert code.parent is None or codebook.code(code.parent).parent is None, code.slug


def test_every_other_field_selects_too(empty_store: Store, workshop: str, captured: Captured) -> None:
    one, two, three = captured("Een @politie"), captured("Twee #leefwereld"), captured("Drie #nieuw")
    empty_store.do("Bewerkt", capturing.edit_block, one.id, status="geduid", release="intern")
    empty_store.do("Bewerkt", capturing.edit_block, two.id, held_back=True)
    empty_store.do("Weg", capturing.remove_blocks, [three.id])
    other = empty_store.do("Sessie", preparing.create_workshop, title="Tweede").result
    four = captured("Vier #nogeen", workshop=other)

    def found(**fields: object) -> list[str]:
        return [b.title for b in empty_store.read(boards.select_blocks, Selection(**fields))]  # type: ignore[arg-type]

    assert found() == ["Een", "Twee", "Vier"]
    assert found(workshops=(workshop,)) == ["Een", "Twee"]
    assert found(statuses=("geduid",)) == ["Een"]
    assert found(releases=("intern", "vrij")) == ["Een", "Twee", "Vier"]
    assert found(held_back=True) == ["Twee"]
    assert found(held_back=False) == ["Een", "Vier"]
    assert found(removed=True) == ["Drie"]
    assert found(without=(THEME,)) == ["Een", "Vier"]
    assert found(without=(THEME, DOMAIN)) == ["Vier"]
    assert found(new_tags=True) == ["Vier"]
    assert found(query="een", workshops=(other,)) == []
    assert [b.id for b in empty_store.read(boards.among, Selection(), [four.id, three.id, "weg"])] == [four.id]


def test_more_blocks_than_one_screen_come_in_one_question(example_store: Store) -> None:
    ids = [b.id for b in example_store.read(boards.select_blocks, Selection())]

    assert [b.id for b in example_store.read(boards.blocks, ids)] == ids


@pytest.mark.parametrize("order", [1, -1])
def test_which_blocks_a_step_touched_is_known(
    empty_store: Store, captured: Captured, codebook: Codebook, order: int
) -> None:
    one, two = captured("Een @politie #nieuw"), captured("Twee")
    politie = codebook.by_slug[DOMAIN, "politie"].id
    ids = [one.id, two.id][::order]

    def touched(label: str, verb: Callable[..., object], *arguments: object) -> set[str]:
        changes = empty_store.do(label, verb, *arguments).changes
        assert changes is not None
        return set(empty_store.read(boards.touched, changes))

    assert touched("Tag", tagging.tag, ids, [politie]) == {two.id}
    assert touched("Tag eraf", tagging.untag, ids, [politie]) == {one.id, two.id}
    assert touched("Voorstel weg", tagging.drop_proposal, one.id, "#nieuw") == {one.id}
    assert touched("Stemmen", capturing.set_votes, dict.fromkeys(ids, 3)) == {one.id, two.id}

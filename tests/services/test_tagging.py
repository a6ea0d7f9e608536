from collections.abc import Callable

import pytest

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import THEME, Codebook
from bouwstenen_app.services import boards, capturing, tagging
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import CodeRow

Captured = Callable[..., Block]


@pytest.fixture
def code(codebook: Codebook) -> Callable[[str], str]:
    """The id of a code by its slug."""
    return {code.slug: code.id for code in codebook.codes}.__getitem__


def _slugs(store: Store, codebook: Codebook, block: str) -> list[str]:
    found = store.read(boards.block, block)
    assert found is not None
    return [codebook.code(code).slug for code in found.codes]


def test_codes_are_put_on_many_blocks_in_one_step(
    empty_store: Store, codebook: Codebook, captured: Captured, code: Callable[[str], str]
) -> None:
    blocks = [captured("Een @politie").id, captured("Twee").id]
    done = empty_store.do("Tags", tagging.tag, blocks, [code("politie"), code("leefwereld")])

    assert done.result == 2
    assert [_slugs(empty_store, codebook, block) for block in blocks] == [["politie", "leefwereld"]] * 2
    empty_store.undo()
    assert [_slugs(empty_store, codebook, block) for block in blocks] == [["politie"], []]


def test_a_code_that_is_there_already_changes_nothing(
    empty_store: Store, captured: Captured, code: Callable[[str], str]
) -> None:
    block = captured("Een @politie")
    done = empty_store.do("Tag", tagging.tag, [block.id], [code("politie")])

    assert (done.result, done.changes) == (0, None)


def test_of_a_kind_there_is_one_and_the_last_replaces_it(
    empty_store: Store, codebook: Codebook, captured: Captured, code: Callable[[str], str]
) -> None:
    block = captured("IDEE Een")
    assert empty_store.do("Soort", tagging.tag, [block.id], [code("knelpunt")]).result == 1
    assert _slugs(empty_store, codebook, block.id) == ["knelpunt"]

    empty_store.do("Soort", tagging.tag, [block.id], [code("idee")])
    assert _slugs(empty_store, codebook, block.id) == ["idee"], "what was taken off is put on again"


def test_an_unknown_code_is_passed_over(empty_store: Store, captured: Captured) -> None:
    assert empty_store.do("Tag", tagging.tag, [captured("Een").id], ["bestaat niet"]).changes is None


def test_a_tag_whose_code_has_left_the_codebook_does_not_stand_in_the_way(
    empty_store: Store, codebook: Codebook, captured: Captured, code: Callable[[str], str]
) -> None:
    block = captured("IDEE Een")

    def retire(session: Work) -> None:
        journal.update_rows(session, CodeRow, {code("idee"): {"removed": True}})

    empty_store.do("Code weg", retire)
    empty_store.do("Soort", tagging.tag, [block.id], [code("knelpunt")])

    assert _slugs(empty_store, codebook, block.id) == ["knelpunt"]


def test_codes_are_taken_off_and_come_back_with_undo(
    empty_store: Store, codebook: Codebook, captured: Captured, code: Callable[[str], str]
) -> None:
    block = captured("Een @politie #leefwereld")
    codes = [code("politie"), code("huisarts")]
    assert empty_store.do("Tag eraf", tagging.untag, [block.id], codes).result == 1
    assert _slugs(empty_store, codebook, block.id) == ["leefwereld"]
    assert empty_store.do("Tag eraf", tagging.untag, [block.id], codes).changes is None

    empty_store.undo()
    assert _slugs(empty_store, codebook, block.id) == ["politie", "leefwereld"]


def test_a_dimension_is_set_in_the_order_given_and_the_rest_stays(
    empty_store: Store, codebook: Codebook, captured: Captured, code: Callable[[str], str]
) -> None:
    block = captured("IDEE Een @politie @huisarts #leefwereld")
    for slugs in (["huisarts", "gemeente", "politie"], ["gemeente"], [], ["politie", "gemeente"]):
        empty_store.do("Domeinen", tagging.set_codes, block.id, "domein", [code(slug) for slug in slugs])
        assert _slugs(empty_store, codebook, block.id) == [*slugs, "leefwereld", "idee"]


def test_how_often_codes_are_used_leaves_out_what_is_gone(
    example_store: Store, codebook: Codebook, code: Callable[[str], str]
) -> None:
    politie = code("politie")
    before = example_store.read(tagging.code_uses)[politie]
    with_politie = example_store.read(boards.select_blocks, Selection(codes={"domein": (politie,)}))
    assert len(with_politie) == before == 39

    example_store.do("Weg", capturing.remove_blocks, [with_politie[0].id])
    example_store.do("Tag eraf", tagging.untag, [with_politie[1].id], [politie])
    assert example_store.read(tagging.code_uses)[politie] == before - 2
    per_session = [
        example_store.read(tagging.code_uses, workshop=workshop).get(politie, 0)
        for workshop in {block.workshop for block in with_politie}
    ]
    assert sum(per_session) == before - 2


def test_an_unknown_tag_is_dropped_and_comes_back_with_undo(empty_store: Store, captured: Captured) -> None:
    block = captured("Een #onbekend #nogeen")
    empty_store.do("Weg", tagging.drop_proposal, block.id, "#onbekend")
    found = empty_store.read(boards.block, block.id)
    assert found is not None
    assert found.unknown_tags == ("#nogeen",)

    empty_store.undo()
    found = empty_store.read(boards.block, block.id)
    assert found is not None
    assert found.unknown_tags == ("#onbekend", "#nogeen")


def test_a_code_on_a_block_is_the_same_row_on_every_laptop() -> None:
    assert tagging.tagging_id("a", "b") == tagging.tagging_id("a", "b") != tagging.tagging_id("b", "a")
    assert tagging.proposal_id("a", "#b") != tagging.tagging_id("a", "#b")


def _release(store: Store, block: str) -> str:
    found = store.read(boards.block, block)
    assert found is not None
    return found.release


def test_r17_a_block_that_gets_a_theme_that_is_aligned_first_is_no_longer_free(
    empty_store: Store, captured: Captured, code: Callable[[str], str]
) -> None:
    free, inside = captured("Verhoor samen voorbereiden").id, captured("Bewijs delen").id
    empty_store.do("Intern", capturing.edit_blocks, [inside], release="intern")
    empty_store.do("Tag", tagging.tag, [free, inside], [code("onderzoekshandelingen")])
    assert [_release(empty_store, block) for block in (free, inside)] == ["eerst afstemmen", "intern"]

    empty_store.undo()
    assert [_release(empty_store, block) for block in (free, inside)] == ["vrij", "intern"]


def test_r17_so_it_is_when_the_themes_of_one_block_are_chosen(
    empty_store: Store, captured: Captured, code: Callable[[str], str]
) -> None:
    block = captured("Verhoor samen voorbereiden #leefwereld").id
    wanted = [code("leefwereld"), code("onderzoekshandelingen")]
    empty_store.do("Thema’s", tagging.set_codes, block, THEME, wanted)

    assert _release(empty_store, block) == "eerst afstemmen"


def test_r17_what_somebody_let_go_of_stays_free_when_its_theme_is_set_again(
    empty_store: Store, captured: Captured, code: Callable[[str], str]
) -> None:
    block = captured("Verhoor samen voorbereiden #onderzoekshandelingen").id
    empty_store.do("Vrij", capturing.edit_blocks, [block], release="vrij")
    empty_store.do("Tag", tagging.tag, [block], [code("onderzoekshandelingen"), code("leefwereld")])
    assert _release(empty_store, block) == "vrij"

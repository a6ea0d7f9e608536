"""Merging and splitting codes: nothing tagged is lost, however many blocks there are."""

from collections.abc import Callable

import pytest

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import (
    aligning,
    boards,
    bundling,
    capturing,
    codebook_editing,
    codebook_merging,
    codebooks,
    tagging,
)
from bouwstenen_app.storage.store import Store

Capture = Callable[..., Block]
MANY = 5_000


def book_of(store: Store) -> Codebook:
    return store.read(codebooks.codebook)


@pytest.fixture
def codes(empty_store: Store) -> tuple[str, str]:
    def add(name: str) -> str:
        return empty_store.do("Code", codebook_editing.add_code, dimension="thema", name=name).result

    return add("Vuurwerk"), add("Knallen")


def codes_of(store: Store, block: Block) -> tuple[str, ...]:
    found = store.read(boards.block, block.id)
    assert found is not None
    return found.codes


def test_a_merge_moves_every_tag_once_and_keeps_the_words(
    empty_store: Store, captured: Capture, codes: tuple[str, str]
) -> None:
    old, new = codes
    empty_store.do("Woord", codebook_editing.describe, old, synonyms=("pijlen",), abbreviations=("VW",))
    one, both = captured("Een #vuurwerk"), captured("Twee #vuurwerk #knallen")
    before = book_of(empty_store)

    moved = empty_store.do("Samen", codebook_merging.merge, old, new).result

    assert moved == codebook_merging.Moved(new, 2)
    assert codes_of(empty_store, one) == codes_of(empty_store, both) == (new,)
    assert empty_store.read(tagging.code_uses) == {new: 2}
    now = book_of(empty_store).code(new)
    assert (now.synonyms, now.abbreviations) == (("Vuurwerk", "pijlen"), ("VW",))
    assert book_of(empty_store).code(old).retired
    assert captured("Later #vuurwerk").codes == (new,)
    empty_store.undo()  # the later block
    empty_store.undo()
    assert book_of(empty_store) == before
    assert codes_of(empty_store, one) == (old,)
    assert set(codes_of(empty_store, both)) == {old, new}


def test_what_was_typed_for_a_renamed_code_leads_to_the_other(
    empty_store: Store, captured: Capture, codes: tuple[str, str]
) -> None:
    old, new = codes
    empty_store.do("Naam", codebook_editing.rename, old, "Licht en lawaai")

    empty_store.do("Samen", codebook_merging.merge, old, new)

    assert book_of(empty_store).code(new).synonyms == ("Licht en lawaai", "vuurwerk")
    assert captured("Een #vuurwerk").codes == captured("Twee #licht-en-lawaai").codes == (new,)


def test_a_block_in_the_bin_comes_back_with_the_merged_code(
    empty_store: Store, captured: Capture, codes: tuple[str, str]
) -> None:
    old, new = codes
    block = captured("Een #vuurwerk")
    empty_store.do("Weg", capturing.remove_blocks, [block.id])

    empty_store.do("Samen", codebook_merging.merge, old, new)
    empty_store.do("Terug", capturing.restore_blocks, [block.id])

    assert codes_of(empty_store, block) == (new,)


def test_a_merge_goes_through_bundles_and_combinations(
    empty_store: Store, captured: Capture, codebook: Codebook
) -> None:
    pair = codebook.combinations[0]
    old, kept = pair.codes[:2]
    new = next(one.id for one in codebook.tops("domein") if one.id not in pair.codes)
    block = captured(f"Samen {pair.prefix}{pair.slug}")
    bundle = empty_store.do("Bundel", bundling.bundle_blocks, [block.id]).result
    assert old in empty_store.read(bundling.bundle_with, bundle).codes

    empty_store.do("Samen", codebook_merging.merge, old, new)

    assert set(empty_store.read(bundling.bundle_with, bundle).codes) >= {new, kept}
    assert old not in empty_store.read(bundling.bundle_with, bundle).codes
    assert set(book_of(empty_store).combinations[0].codes) == {new, kept}


def test_what_a_partner_said_of_a_bundle_goes_along(
    empty_store: Store, captured: Capture, codebook: Codebook
) -> None:
    old, new = (one.id for one in codebook.tops("domein")[:2])
    one, two, three = (
        empty_store.do("Bundel", bundling.bundle_blocks, [captured(f"Bouwsteen {number}").id]).result
        for number in range(3)
    )
    for bundle, partners in ((one, [old]), (two, [old, new]), (three, [old, new])):
        empty_store.do("Voorgelegd", aligning.submit, bundle, partners)
    empty_store.do("Akkoord", aligning.answer, one, old, state="akkoord", note="Goed zo")
    empty_store.do("Terug", aligning.withdraw, three, [new])
    before = empty_store.read(aligning.consents)

    empty_store.do("Samen", codebook_merging.merge, old, new)

    (moved,) = empty_store.read(aligning.consents, one)
    assert (moved.partner, moved.state, moved.note) == (new, "akkoord", "Goed zo")
    assert {consent.partner for consent in empty_store.read(aligning.consents, two)} == {old, new}
    assert [consent.partner for consent in empty_store.read(aligning.consents, three)] == [new]
    empty_store.undo()
    assert empty_store.read(aligning.consents) == before


def test_codes_under_a_merged_group_go_along(empty_store: Store, codebook: Codebook) -> None:
    child = next(one for one in codebook.of("thema") if one.parent)
    group, other = child.parent or "", next(one for one in codebook.tops("thema") if one.id != child.parent)

    empty_store.do("Samen", codebook_merging.merge, group, other.id)
    assert book_of(empty_store).code(child.id).parent == other.id
    empty_store.undo()

    empty_store.do("Samen", codebook_merging.merge, group, child.id)
    now = book_of(empty_store)
    assert now.code(child.id).parent is None
    siblings = [one.id for one in codebook.of("thema") if one.parent == group and one.id != child.id]
    assert {now.code(one).parent for one in siblings} == {child.id}


def test_a_merge_stays_within_a_dimension_and_needs_two_codes(empty_store: Store, codes: tuple[str, str]) -> None:
    with pytest.raises(Problem, match="binnen één dimensie"):
        empty_store.do("Samen", codebook_merging.merge, codes[0], book_of(empty_store).tops("soort")[0].id)
    with pytest.raises(Problem, match="niet met zichzelf"):
        empty_store.do("Samen", codebook_merging.merge, codes[0], codes[0])


def test_a_split_gives_the_ticked_blocks_to_a_code_beside_it(
    empty_store: Store, captured: Capture, codes: tuple[str, str]
) -> None:
    old, after = codes
    one, two = captured("Een #vuurwerk"), captured("Twee #vuurwerk")
    assert [block.id for block in empty_store.read(codebook_merging.blocks_with, old)] == [one.id, two.id]

    new = empty_store.do("Splits", codebook_merging.split, old, name="Licht", blocks=[two.id]).result.code

    assert codes_of(empty_store, one) == (old,)
    assert codes_of(empty_store, two) == (new,)
    order = [code.id for code in book_of(empty_store).tops("thema")]
    assert order[-3:] == [old, new, after]
    empty_store.undo()
    assert codes_of(empty_store, two) == (old,)
    with pytest.raises(Problem, match="Vink eerst"):
        empty_store.do("Splits", codebook_merging.split, old, name="Licht", blocks=[])


def test_five_thousand_blocks_merge_and_split_in_one_step(
    empty_store: Store, workshop: str, codes: tuple[str, str]
) -> None:
    old, new = codes
    lines = [f"Bouwsteen {number} #vuurwerk" for number in range(MANY)]
    empty_store.do("Vast", capturing.capture_lines, lines, workshop=workshop)
    ids = [block.id for block in empty_store.read(codebook_merging.blocks_with, old)]
    empty_store.do("Tag", tagging.tag, ids[:1_000], [new])

    assert empty_store.do("Samen", codebook_merging.merge, old, new).result.blocks == MANY
    assert empty_store.read(tagging.code_uses) == {new: MANY}
    empty_store.undo()
    assert empty_store.read(tagging.code_uses) == {old: MANY, new: 1_000}

    third = empty_store.do("Splits", codebook_merging.split, old, name="Licht", blocks=ids[2_000:]).result.code
    assert empty_store.read(tagging.code_uses) == {old: 2_000, new: 1_000, third: 3_000}
    empty_store.undo()
    assert empty_store.read(tagging.code_uses) == {old: MANY, new: 1_000}

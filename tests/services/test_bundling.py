from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from bouwstenen_app.domain.blocks import BUNDLED, INTERPRETED, RAW, SETTLED
from bouwstenen_app.domain.bundles import REGIONS, SESSIONS, provenance, support
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import KINDS
from bouwstenen_app.services import aligning, boards, bundling, capturing, editions, preparing
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import StepRow


@pytest.fixture
def blocks(empty_store: Store, workshop: str) -> list[str]:
    lines = (
        "Eén vast contactpersoon @politie #herstel +3 nodig: tijd",
        "Vaste contactpersoon bij de politie | @politie vb: in Zwolle nodig: tijd, geld >> bellen",
        "Contactpersoon @om #herstel +1",
    )
    done = empty_store.do("Drie", capturing.capture_lines, lines, workshop=workshop).result
    return [captured.block for captured in done]


def statuses(store: Store, blocks: list[str]) -> list[str]:
    return [block.status for block in store.read(boards.blocks, blocks)]


def test_a_bundle_is_drafted_from_its_contributions(empty_store: Store, blocks: list[str]) -> None:
    bundle = empty_store.read(bundling.bundle_with, empty_store.do("Bundel", bundling.bundle_blocks, blocks).result)

    assert bundle.spoken_id == "K-01"
    assert bundle.title == "Eén vast contactpersoon", "the one with most votes"
    assert bundle.conditions == ("tijd", "geld")
    assert (bundle.example, bundle.next_step) == ("in Zwolle", "bellen")
    assert bundle.contributions == tuple(blocks)
    book = empty_store.read(codebook)
    assert {book.code(code).slug for code in bundle.codes} == {"politie", "herstel"}
    assert statuses(empty_store, blocks) == [BUNDLED] * 3


def test_one_step_back_and_nothing_was_bundled(empty_store: Store, blocks: list[str]) -> None:
    before = empty_store.read(boards.blocks, blocks)
    empty_store.do("Bundel", bundling.bundle_blocks, blocks)
    empty_store.undo()

    assert empty_store.read(bundling.bundles) == ()
    assert empty_store.read(boards.blocks, blocks) == before
    empty_store.redo()
    assert len(empty_store.read(bundling.bundles)[0].contributions) == 3


def test_a_number_is_never_given_twice(empty_store: Store, blocks: list[str]) -> None:
    first = empty_store.do("Bundel", bundling.bundle_blocks, blocks[:1]).result
    empty_store.do("Opgeheven", bundling.dissolve, [first])
    second = empty_store.do("Bundel", bundling.bundle_blocks, blocks[:1]).result

    assert empty_store.read(bundling.bundle_with, second).spoken_id == "K-02"
    assert [bundle.spoken_id for bundle in empty_store.read(bundling.bundles)] == ["K-02"]


def test_blocks_are_added_taken_out_and_put_back(empty_store: Store, blocks: list[str]) -> None:
    bundle = empty_store.do("Bundel", bundling.bundle_blocks, blocks[:1]).result
    empty_store.do("Erbij", bundling.add_to_bundle, bundle, blocks[1:])
    assert empty_store.read(bundling.contributions, bundle) == tuple(blocks)

    empty_store.do("Eruit", bundling.take_out, [blocks[0]])
    assert empty_store.read(bundling.contributions, bundle) == tuple(blocks[1:])
    assert statuses(empty_store, blocks) == [INTERPRETED, BUNDLED, BUNDLED]

    empty_store.do("Terug", bundling.add_to_bundle, bundle, [blocks[0]])
    assert empty_store.read(bundling.contributions, bundle) == (*blocks[1:], blocks[0])


def test_a_block_is_in_one_bundle_at_a_time(empty_store: Store, blocks: list[str]) -> None:
    one = empty_store.do("Bundel", bundling.bundle_blocks, blocks[:2]).result
    other = empty_store.do("Bundel", bundling.bundle_blocks, blocks[1:]).result

    assert empty_store.read(bundling.contributions, one) == (blocks[0],)
    assert empty_store.read(bundling.bundles_of, blocks) == {blocks[0]: one, blocks[1]: other, blocks[2]: other}


def test_a_dissolved_bundle_leaves_its_blocks_by_themselves(empty_store: Store, blocks: list[str]) -> None:
    bundle = empty_store.do("Bundel", bundling.bundle_blocks, blocks).result
    empty_store.do("Vast", capturing.edit_block, blocks[2], status=SETTLED)
    empty_store.do("Opgeheven", bundling.dissolve, [bundle])

    assert statuses(empty_store, blocks) == [INTERPRETED, RAW, SETTLED]
    assert empty_store.read(bundling.bundles_of, blocks) == {}
    assert [one.id for one in empty_store.read(bundling.bundles, removed=True)] == [bundle]


def test_bundles_are_joined_and_no_word_is_lost(empty_store: Store, blocks: list[str]) -> None:
    one = empty_store.do("Bundel", bundling.bundle_blocks, blocks[:1]).result
    other = empty_store.do("Bundel", bundling.bundle_blocks, blocks[1:]).result
    empty_store.do("Tekst", bundling.edit_bundle, one, why="Het scheelt een week", explanation="Eerste")
    empty_store.do("Tekst", bundling.edit_bundle, other, why="Niemand valt ertussen", explanation="Tweede")
    empty_store.do("Samen", bundling.join, one, [other])

    joined = empty_store.read(bundling.bundle_with, one)
    assert joined.contributions == tuple(blocks)
    assert joined.why == "Het scheelt een week\nNiemand valt ertussen"
    assert joined.explanation == "Eerste\nTweede"
    assert [bundle.id for bundle in empty_store.read(bundling.bundles)] == [one]


def test_a_block_in_the_bin_is_no_contribution_until_it_is_back(empty_store: Store, blocks: list[str]) -> None:
    bundle = empty_store.do("Bundel", bundling.bundle_blocks, blocks).result
    empty_store.do("Weg", capturing.remove_blocks, [blocks[1]])
    assert empty_store.read(bundling.contributions, bundle) == (blocks[0], blocks[2])
    empty_store.do("Terug", capturing.restore_blocks, [blocks[1]])
    assert empty_store.read(bundling.contributions, bundle) == tuple(blocks)


def test_what_cannot_be_is_told(empty_store: Store, blocks: list[str]) -> None:
    with pytest.raises(Problem, match="Kies eerst"):
        empty_store.do("Bundel", bundling.bundle_blocks, [])
    bundle = empty_store.do("Bundel", bundling.bundle_blocks, blocks).result
    with pytest.raises(Problem, match="titel"):
        empty_store.do("Tekst", bundling.edit_bundle, bundle, title=" ")
    empty_store.do("Opgeheven", bundling.dissolve, [bundle])
    with pytest.raises(Problem, match="niet meer"):
        empty_store.do("Erbij", bundling.add_to_bundle, bundle, blocks)


def test_the_line_of_provenance_says_where_it_comes_from(empty_store: Store, blocks: list[str]) -> None:
    empty_store.do("Soort", capturing.edit_block, blocks[0], table_number=2)
    found = empty_store.read(boards.blocks, blocks)
    workshops = {one.id: one for one in empty_store.read(preparing.workshops)}
    line = provenance(found, workshops, empty_store.read(codebook))
    assert line == "Genoemd in 1 van 1 sessie (1 regio) · 3 bouwstenen: RH-001, RH-002, RH-003 · 4 stemmen"


def test_how_widely_it_is_carried_has_fixed_words(empty_store: Store, blocks: list[str], workshop: str) -> None:
    here = empty_store.read(preparing.workshop, workshop)
    there = replace(here, id="x", region="Elders")
    same = replace(here, id="y")
    one, two, three = empty_store.read(boards.blocks, blocks)
    workshops = {each.id: each for each in (here, there, same)}
    assert support([one], workshops).words == "eenmaal genoemd"
    tables = [replace(one, table=1), replace(two, table=2)]
    assert support(tables, workshops).words == "in meer tafels"
    assert support([one, replace(two, workshop="y")], workshops).words == SESSIONS
    assert support([one, replace(two, workshop="y"), replace(three, workshop="x")], workshops).words == REGIONS


def test_a_step_tells_which_bundles_it_touched(empty_store: Store, blocks: list[str]) -> None:
    made = empty_store.do("Bundel", bundling.bundle_blocks, blocks[:2])
    assert empty_store.read(bundling.touched, made.changes) == {made.result}
    out = empty_store.do("Eruit", bundling.take_out, [blocks[0]])
    assert out.changes is not None
    assert empty_store.read(bundling.touched, out.changes) == {made.result}


def test_the_overview_has_every_bundle_with_its_support(empty_store: Store, blocks: list[str]) -> None:
    empty_store.do("Een", bundling.bundle_blocks, blocks[:2])
    empty_store.do("Twee", bundling.bundle_blocks, blocks[2:])
    lines = empty_store.read(bundling.overview)
    assert [(line.bundle.spoken_id, line.support.blocks, line.support.votes) for line in lines] == [
        ("K-01", 2, 3),
        ("K-02", 1, 1),
    ]


def test_a_block_knows_how_its_bundle_is_called(empty_store: Store, blocks: list[str]) -> None:
    assert not empty_store.read(bundling.any_bundled)
    bundle = empty_store.do("Bundel", bundling.make_bundle, blocks[:2]).result
    assert empty_store.read(bundling.any_bundled)
    assert [empty_store.read(bundling.bundle_called, block) for block in blocks] == ["K-01", "K-01", ""]
    empty_store.do("Opgeheven", bundling.dissolve, [bundle.id])
    assert empty_store.read(bundling.bundle_called, blocks[0]) == ""
    assert not empty_store.read(bundling.any_bundled)


def test_several_bundles_are_edited_in_one_step(empty_store: Store, blocks: list[str]) -> None:
    ids = [empty_store.do("Bundel", bundling.bundle_blocks, [block]).result for block in blocks]
    empty_store.do("Vast", bundling.edit_bundles, ids, status=SETTLED)
    assert {bundle.status for bundle in empty_store.read(bundling.bundles)} == {SETTLED}
    empty_store.undo()
    assert {bundle.status for bundle in empty_store.read(bundling.bundles)} == {BUNDLED}


def test_a_bundle_that_was_undone_at_once_was_never_withdrawn_and_its_number_stays_its_own(
    empty_store: Store, blocks: list[str]
) -> None:
    empty_store.do("Vergissing", bundling.bundle_blocks, blocks[:2])
    empty_store.undo()
    assert [one.spoken_id for one in empty_store.read(bundling.bundles, removed=True)] == ["K-01"]
    assert empty_store.read(bundling.withdrawn) == ()

    empty_store.redo()
    assert [one.spoken_id for one in empty_store.read(bundling.bundles)] == ["K-01"], "done again it is itself"
    empty_store.undo()
    made = empty_store.do("Toch", bundling.bundle_blocks, blocks[:2]).result
    assert empty_store.read(bundling.bundle_with, made).spoken_id == "K-02", "K-01 stood on the screen"


def test_a_bundle_that_was_dissolved_is_withdrawn_whatever_was_undone_before(
    empty_store: Store, blocks: list[str]
) -> None:
    bundle = empty_store.do("Bundel", bundling.bundle_blocks, blocks[:2]).result
    empty_store.undo()
    empty_store.redo()
    empty_store.do("Opgeheven", bundling.dissolve, [bundle])
    assert [one.id for one in empty_store.read(bundling.withdrawn)] == [bundle]

    empty_store.undo()
    assert empty_store.read(bundling.withdrawn) == ()
    empty_store.redo()
    assert [one.id for one in empty_store.read(bundling.withdrawn)] == [bundle]


def test_a_number_that_stood_in_a_document_is_withdrawn_even_when_its_making_was_undone(
    empty_store: Store, blocks: list[str]
) -> None:
    bundle = empty_store.do("Bundel", bundling.bundle_blocks, blocks[:2]).result
    empty_store.do("Rapport", editions.record, next(iter(KINDS)), "", 2)
    step = empty_store.read(lambda s: s.scalar(select(StepRow.id).where(StepRow.label == "Bundel")))
    empty_store.undo(step)

    assert [one.id for one in empty_store.read(bundling.withdrawn)] == [bundle]


def test_joining_keeps_what_partners_said_of_the_bundle_that_goes(empty_store: Store, blocks: list[str]) -> None:
    book = empty_store.read(codebook)
    police, care, law = (code.id for code in book.of("domein")[:3])
    kept, gone, other = (empty_store.do("Bundel", bundling.bundle_blocks, [one]).result for one in blocks[:3])
    for bundle, partner, state, day in (
        (kept, police, "akkoord", 3),
        (gone, police, "niet akkoord", 5),
        (gone, care, "akkoord mits", 4),
        (other, care, "voorgelegd", 2),
        (other, law, "bezwaar blijft", 2),
    ):
        empty_store.do("Voorgelegd", aligning.submit, bundle, [partner])
        note = "Met een beller." if state == "akkoord mits" else ""
        on = date(2026, 11, day)
        empty_store.do("Antwoord", aligning.answer, bundle, partner, state=state, note=note, date=on)
    empty_store.do("Samen", bundling.join, kept, [gone, other])

    assert {one.partner: (one.state, one.note) for one in empty_store.read(aligning.consents, kept)} == {
        police: ("akkoord", ""),
        care: ("akkoord mits", "Gezegd van K-02. Met een beller."),
        law: ("bezwaar blijft", "Gezegd van K-03."),
    }
    empty_store.undo()
    assert [one.partner for one in empty_store.read(aligning.consents, kept)] == [police]
    assert len(empty_store.read(aligning.consents, gone)) == 2

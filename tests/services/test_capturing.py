from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bouwstenen_app.domain.blocks import CARD, FREE, LIVE, RAW, Block
from bouwstenen_app.domain.codebook import THEME, Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import agenda, boards, capturing, preparing
from bouwstenen_app.storage.store import Store

Captured = Callable[..., Block]


def _block(store: Store, identity: str) -> Block:
    found = store.read(boards.block, identity)
    assert found is not None
    return found


def test_a_line_becomes_a_block_with_all_its_parts(captured: Captured, codebook: Codebook) -> None:
    before = datetime.now().replace(microsecond=0).isoformat()
    block = captured("IDEE Samen op pad @politie #leefwereld #onbekend +3 vb: een zaak nodig: tijd, geld >> bellen")

    assert (block.spoken_id, block.number) == ("RH-001", 1)
    assert (block.title, block.explanation) == ("Samen op pad", "")
    assert (block.example, block.conditions, block.next_step) == ("een zaak", ("tijd", "geld"), "bellen")
    assert [codebook.code(code).slug for code in block.codes] == ["politie", "leefwereld", "idee"]
    assert block.unknown_tags == ("#onbekend",)
    assert (block.votes, block.round, block.table, block.cluster, block.note) == (3, None, None, "", "")
    assert (block.input_kind, block.status, block.release) == (LIVE, RAW, FREE)
    assert (block.exemplary, block.held_back, block.removed) == (False, False, False)
    assert before <= block.captured_at <= datetime.now().isoformat()


def test_an_empty_line_is_no_block_and_no_step(empty_store: Store, workshop: str) -> None:
    for text in ("", "   ", "\n\t"):
        done = empty_store.do("Niets", capturing.capture, text, workshop=workshop)
        assert (done.result, done.changes) == (None, None)


def test_a_block_knows_its_round_its_table_and_how_it_came_in(
    empty_store: Store, workshop: str, captured: Captured
) -> None:
    round_id = empty_store.read(preparing.workshop, workshop).rounds[0].id
    block = captured("Van een kaartje", round=round_id, table=4, input_kind=CARD)

    assert (block.round, block.table, block.input_kind) == (1, 4, CARD)


def test_sticky_tags_are_added_to_what_was_typed(captured: Captured, codebook: Codebook) -> None:
    def code(dimension: str, slug: str) -> str:
        return codebook.by_slug[dimension, slug].id

    politie, huisarts = code("domein", "politie"), code("domein", "huisarts")
    idee, knelpunt = code("soort", "idee"), code("soort", "knelpunt")
    block = captured("KNELPUNT Iets @politie", sticky=[politie, huisarts, idee, "bestaat niet"])

    assert set(block.codes) == {politie, huisarts, knelpunt}, "of a kind there is one, and what is typed counts"


def test_numbers_count_on_and_are_never_given_twice(empty_store: Store, workshop: str, captured: Captured) -> None:
    first, second = captured("Een"), captured("Twee")
    empty_store.do("Weg", capturing.remove_blocks, [second.id])
    third = captured("Drie")
    empty_store.undo()
    fourth = captured("Vier")

    assert [b.spoken_id for b in (first, second, third, fourth)] == ["RH-001", "RH-002", "RH-003", "RH-004"]


def test_sessions_of_one_region_count_on_together(empty_store: Store, captured: Captured) -> None:
    captured("Een")
    other = empty_store.do("Sessie", preparing.create_workshop, title="Tweede", region="Rivierenhoek").result

    assert captured("Twee", workshop=other).spoken_id == "RH-002"


def test_many_lines_are_one_step_and_empty_ones_are_left_out(empty_store: Store, workshop: str) -> None:
    lines = ["Een @politie", "", "Twee", "  "]
    done = empty_store.do("Geplakt", capturing.capture_lines, lines, workshop=workshop, round_number=1, table=2)

    assert [captured.spoken_id for captured in done.result] == ["RH-001", "RH-002"]
    blocks = empty_store.read(boards.blocks_of, workshop)
    assert [(b.title, b.round, b.table) for b in blocks] == [("Twee", 1, 2), ("Een", 1, 2)]
    empty_store.undo()
    assert empty_store.read(boards.blocks_of, workshop) == ()


def test_a_round_that_is_not_there_is_a_problem_and_nothing_is_kept(empty_store: Store, workshop: str) -> None:
    with pytest.raises(Problem, match="geen ronde 7"):
        empty_store.do("Geplakt", capturing.capture_lines, ["Een"], workshop=workshop, round_number=7)
    assert empty_store.read(boards.blocks_of, workshop) == ()


def test_a_session_that_is_not_there_is_a_problem(empty_store: Store) -> None:
    with pytest.raises(Problem, match="Deze sessie is er niet meer"):
        empty_store.do("Bouwsteen", capturing.capture, "Een", workshop="weg")


def test_every_field_can_be_edited(empty_store: Store, captured: Captured) -> None:
    block = captured("Een")
    fields: dict[str, Any] = {
        "title": "Twee",
        "explanation": "uitleg\nover twee regels",
        "example": "zo ging het",
        "conditions": ["tijd", "geld"],
        "next_step": "bellen",
        "note": "voor mij",
        "votes": 5,
        "status": "geduid",
        "release": "intern",
        "exemplary": True,
        "held_back": True,
    }
    empty_store.do("Bewerkt", capturing.edit_block, block.id, table_number=3, **fields)

    edited = _block(empty_store, block.id)
    assert {name: getattr(edited, name) for name in fields} == fields | {"conditions": ("tijd", "geld")}
    assert edited.table == 3
    empty_store.undo()
    assert _block(empty_store, block.id) == block


def test_what_a_document_cannot_hold_goes_on_its_way_in(empty_store: Store, captured: Captured) -> None:
    block = captured("Bel\x07 en \ud800half\u0000")
    assert block.title == "Bel en half"

    empty_store.do("Bewerkt", capturing.edit_block, block.id, explanation="a\r\nb\x0b\x1b", conditions=["c\ufffe"])
    edited = _block(empty_store, block.id)
    assert (edited.explanation, edited.conditions) == ("a\nb\n", ("c",))


def test_votes_never_go_below_nought(empty_store: Store, captured: Captured) -> None:
    block = captured("Een +2")
    empty_store.do("Stem", capturing.set_votes, {block.id: 3})
    assert _block(empty_store, block.id).votes == 3
    empty_store.do("Stem", capturing.set_votes, {block.id: -1})
    assert _block(empty_store, block.id).votes == 0


def test_blocks_are_moved_to_another_round(empty_store: Store, workshop: str, captured: Captured) -> None:
    blocks = [captured("Een").id, captured("Twee").id]
    second = empty_store.do("Ronde", agenda.add_step, workshop, name="Ronde 2").result
    empty_store.do("Verplaatst", capturing.set_round, blocks, second)

    assert {b.round for b in empty_store.read(boards.blocks, blocks)} == {2}
    empty_store.do("Verplaatst", capturing.set_round, blocks, None)
    assert {b.round for b in empty_store.read(boards.blocks, blocks)} == {None}


def test_a_block_goes_to_the_bin_and_comes_back_whole(
    empty_store: Store, workshop: str, captured: Captured
) -> None:
    block = captured("Een @politie nodig: tijd")
    empty_store.do("Weg", capturing.remove_blocks, [block.id])
    assert empty_store.read(boards.blocks_of, workshop) == ()

    empty_store.do("Terug", capturing.restore_blocks, [block.id])
    assert empty_store.read(boards.blocks_of, workshop) == (block,)


def test_a_block_of_a_session_in_the_bin_brings_its_session_back(
    empty_store: Store, workshop: str, captured: Captured
) -> None:
    block, other = captured("Een"), captured("Twee")
    empty_store.do("Weg", preparing.remove_workshops, [workshop])
    empty_store.do("Terug", capturing.restore_blocks, [block.id])

    assert [w.id for w in empty_store.read(preparing.workshops)] == [workshop]
    assert [b.id for b in empty_store.read(boards.blocks_of, workshop)] == [block.id]
    assert _block(empty_store, other.id).removed


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.sampled_from("@#!+>|\\ ab,:\n\0\ud800nodigvb1é🧱") | st.characters(codec=None), max_size=60))
def test_whatever_is_typed_is_kept_or_is_nothing(empty_store: Store, workshop: str, text: str) -> None:
    done = empty_store.do("Bouwsteen", capturing.capture, text, workshop=workshop)

    if done.result is None:
        assert done.changes is None
    else:
        block = _block(empty_store, done.result.block)
        draft = done.result.draft
        assert (block.title, block.explanation, block.example) == (draft.title, draft.explanation, draft.example)
        assert (block.conditions, block.next_step) == (draft.conditions, draft.next_step)
        assert set(block.codes) == set(draft.codes)
        assert block.unknown_tags == draft.unknown_tags
        assert block.votes == draft.votes


def test_the_line_says_which_table_it_is_from_or_else_the_one_that_stays(captured: Callable[..., Block]) -> None:
    assert captured("tafel 4: Een").table == 4
    assert captured("Een", table=2).table == 2
    assert captured("tafel 4: Een", table=2).table == 4
    assert captured("tafel 0: Een", table=2).table is None


def test_of_many_lines_one_with_only_a_table_holds_for_those_after_it(empty_store: Store, workshop: str) -> None:
    lines = ["Nul", "Tafel 4", "Een", "tafel 2: Twee", "Drie", "tafel 0", "Vier"]
    empty_store.do("Vastgelegd", capturing.capture_lines, lines, workshop=workshop, table=7)
    found = empty_store.read(boards.blocks_of, workshop)
    assert {block.title: block.table for block in found} == {
        **{"Nul": 7, "Een": 4, "Twee": 2, "Drie": 4},
        "Vier": None,
    }


def test_what_is_about_investigating_is_aligned_before_it_is_shared(captured: Callable[..., Block]) -> None:
    assert captured("Verhoor samen voorbereiden #onderzoekshandelingen").release == "eerst afstemmen"
    assert captured("Verhoor samen voorbereiden #kantelmomenten").release == "vrij"


def test_a_theme_that_stays_aligns_too(empty_store: Store, workshop: str, codebook: Codebook) -> None:
    theme = codebook.by_slug[THEME, "onderzoekshandelingen"].id
    done = empty_store.do("Bouwsteen", capturing.capture, "Kaal", workshop=workshop, sticky=[theme]).result
    assert done is not None
    assert done.release == _block(empty_store, done.block).release == "eerst afstemmen"

from collections.abc import Callable

import pytest

from bouwstenen_app.domain.blocks import ALIGN_FIRST, Block
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.voting import Rule, rule_of
from bouwstenen_app.services import boards, capturing, preparing, voting
from bouwstenen_app.storage.store import Store

Captured = Callable[..., Block]


def _block(store: Store, identity: str) -> Block:
    found = store.read(boards.block, identity)
    assert found is not None
    return found


def _votes(store: Store, workshop: str) -> dict[int, int]:
    return {ballot.number: ballot.votes for ballot in store.read(voting.ballots, workshop)}


def test_the_blocks_of_a_session_are_voted_on_in_the_order_of_their_numbers(
    empty_store: Store, workshop: str, captured: Captured
) -> None:
    captured("Een +3")
    captured("Twee\nMet uitleg")
    captured("Weg")
    third = captured("Achtergehouden")
    empty_store.do("Weg", capturing.remove_blocks, [captured("Ook weg").id])
    empty_store.do("Terug", capturing.edit_block, third.id, held_back=True)

    found = empty_store.read(voting.ballots, workshop)
    assert [(b.number, b.spoken_id, b.title, b.votes) for b in found[:2]] == [
        (1, "RH-001", "Een", 3),
        (2, "RH-002", "Twee", 0),
    ]
    assert [b.number for b in found] == [1, 2, 3, 4]
    assert found[3].held_back


def test_what_is_parked_is_only_there_when_it_has_votes(
    empty_store: Store, workshop: str, captured: Captured
) -> None:
    captured("Een")
    parked = [captured("Twee +2").id, captured("Drie").id]
    empty_store.do("Geparkeerd", capturing.edit_blocks, parked, parked=True)

    assert [(b.number, b.parked) for b in empty_store.read(voting.ballots, workshop)] == [(1, False), (2, True)]
    assert [s.number for s in empty_store.read(voting.standing, workshop)] == [1]


def test_the_standing_has_the_most_votes_first(empty_store: Store, workshop: str, captured: Captured) -> None:
    captured("Een +3")
    captured("Twee +5")

    found = empty_store.read(voting.standing, workshop)
    assert [(s.number, s.title, s.votes, s.place) for s in found] == [(2, "Twee", 5, 1), (1, "Een", 3, 2)]


def test_the_rule_of_a_session_is_set_and_taken_back(empty_store: Store, workshop: str) -> None:
    empty_store.do("Sessie", preparing.edit_workshop, workshop, vote_rule="3 stemmen per deelnemer; stil kiezen")
    empty_store.do("Stemregel", voting.set_rule, workshop, Rule(4, False, 24))

    read = empty_store.read(preparing.workshop, workshop)
    assert rule_of(read) == Rule(4, False, 24)
    assert read.vote_rule == "4 stemmen per deelnemer; stil kiezen"
    empty_store.undo()
    assert rule_of(empty_store.read(preparing.workshop, workshop)) == Rule(3, True, 0)


def test_votes_are_revealed_and_hidden_again(empty_store: Store, workshop: str) -> None:
    for shown in (True, False):
        empty_store.do("Stemmen", voting.show_votes, workshop, shown=shown)
        assert empty_store.read(preparing.workshop, workshop).votes_shown is shown


def test_votes_are_set_by_the_number_that_is_called_out(
    empty_store: Store, workshop: str, captured: Captured
) -> None:
    captured("Een +3")
    captured("Twee +5")
    empty_store.do("Geteld", voting.count, workshop, [("1", 7), ("rh-002", 0)])
    assert _votes(empty_store, workshop) == {1: 7, 2: 0}

    empty_store.do("Erbij", voting.count, workshop, [("01", 2), ("1", 1), ("2", -4)], more=True)
    assert _votes(empty_store, workshop) == {1: 10, 2: 0}


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ([("1", 7), ("99", 1)], "Deze sessie heeft geen bouwsteen 99. De nummers lopen van 1 tot en met 2."),
        ([("1", 7), ("2", 1)], "Bouwsteen 2 ligt in de prullenbak. Zet hem eerst terug."),
        ([("1", 7), ("RH-001", 1)], "Bouwsteen RH-001 staat er twee keer in. Laat er één staan."),
        ([("1", -1)], "Bouwsteen 1 kan niet minder dan nul stemmen hebben."),
    ],
)
def test_votes_that_cannot_be_are_told_and_nothing_is_counted(
    empty_store: Store, workshop: str, captured: Captured, counts: list[tuple[str, int]], sentence: str
) -> None:
    captured("Een")
    empty_store.do("Weg", capturing.remove_blocks, [captured("Twee").id])
    with pytest.raises(Problem) as told:
        empty_store.do("Geteld", voting.count, workshop, counts)

    assert str(told.value) == sentence
    assert _votes(empty_store, workshop) == {1: 0}


def test_two_blocks_become_one_before_the_vote_and_nothing_is_lost(
    empty_store: Store, codebook: Codebook, captured: Captured
) -> None:
    kept = captured("IDEE Vaste agent @politie #onbekend +2 nodig: tijd vb: bij ons")
    gone = captured("KNELPUNT Eén agent @huisarts #leefwereld #nieuw +3 nodig: tijd, geld >> bellen")
    empty_store.do("Vrijgave", capturing.edit_block, gone.id, release=ALIGN_FIRST, explanation="Altijd dezelfde.")
    empty_store.do("Samengevoegd", voting.combine, kept.id, gone.id)

    block = _block(empty_store, kept.id)
    assert (block.title, block.votes, block.release) == ("Vaste agent", 5, ALIGN_FIRST)
    assert block.explanation == "Ook gezegd: Eén agent\nAltijd dezelfde."
    assert (block.conditions, block.example, block.next_step) == (("tijd", "geld"), "bij ons", "bellen")
    assert {codebook.code(code).slug for code in block.codes} == {"politie", "huisarts", "leefwereld", "idee"}
    assert block.unknown_tags == ("#onbekend", "#nieuw")
    other = _block(empty_store, gone.id)
    assert (other.removed, other.votes) == (True, 0)
    assert other.note == "Samengevoegd met bouwsteen 1 vóór het stemmen."


def test_putting_two_blocks_together_is_one_step_to_take_back(empty_store: Store, captured: Captured) -> None:
    kept, gone = captured("Vaste agent +2"), captured("Eén agent @politie +3")
    empty_store.do("Samengevoegd", voting.combine, kept.id, gone.id)
    empty_store.undo()

    assert _block(empty_store, kept.id) == kept
    assert _block(empty_store, gone.id) == gone


def test_what_is_in_the_bin_is_not_put_together_again(empty_store: Store, captured: Captured) -> None:
    kept, gone = captured("Vaste agent"), captured("Eén agent")
    empty_store.do("Samengevoegd", voting.combine, kept.id, gone.id)
    with pytest.raises(Problem):
        empty_store.do("Samengevoegd", voting.combine, kept.id, gone.id)

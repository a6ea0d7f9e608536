import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import agenda, boards, preparing
from bouwstenen_app.storage.store import Store


@pytest.fixture
def workshop(empty_store: Store) -> str:
    return empty_store.do("Sessie", preparing.create_workshop, title="Proef", rounds=("Een", "Twee")).result


def _agenda(store: Store, workshop: str) -> list[tuple[int | None, str]]:
    read: Workshop = store.read(preparing.workshop, workshop)
    return [(step.number, step.name) for step in read.rounds]


def test_a_round_gets_the_next_number_and_a_break_gets_none(empty_store: Store, workshop: str) -> None:
    empty_store.do("Stap", agenda.add_step, workshop, name="Pauze", minutes=10, gathers=False)
    empty_store.do("Stap", agenda.add_step, workshop, name="Drie", question="Wat nu?", minutes=20)

    last = empty_store.read(preparing.workshop, workshop).rounds[-1]
    assert (last.question, last.minutes) == ("Wat nu?", 20)
    assert _agenda(empty_store, workshop) == [(1, "Een"), (2, "Twee"), (None, "Pauze"), (3, "Drie")]


def test_the_first_step_of_an_empty_agenda_is_round_one(empty_store: Store) -> None:
    bare = empty_store.do("Sessie", preparing.create_workshop, title="Kaal", rounds=()).result
    empty_store.do("Stap", agenda.add_step, bare, name="Eerste")

    assert _agenda(empty_store, bare) == [(1, "Eerste")]


def test_moving_a_step_counts_the_rounds_anew(empty_store: Store, workshop: str) -> None:
    last = empty_store.read(preparing.workshop, workshop).rounds[-1].id
    empty_store.do("Omhoog", agenda.move_step, workshop, last, -1)
    assert _agenda(empty_store, workshop) == [(1, "Twee"), (2, "Een")]

    empty_store.do("Omhoog", agenda.move_step, workshop, last, -1)
    assert _agenda(empty_store, workshop) == [(1, "Twee"), (2, "Een")]

    empty_store.do("Omlaag", agenda.move_step, workshop, last, 1)
    assert _agenda(empty_store, workshop) == [(1, "Een"), (2, "Twee")]


def test_taking_a_round_out_keeps_its_blocks_and_undo_brings_all_back(example_store: Store) -> None:
    read = example_store.read(preparing.workshops)[0]
    first = read.numbered_rounds[0]
    before = {b.id: b.round for b in example_store.read(boards.blocks_of, read.id)}
    example_store.do("Ronde weg", agenda.remove_step, read.id, first.id)

    after = {b.id: b.round for b in example_store.read(boards.blocks_of, read.id)}
    assert after.keys() == before.keys()
    assert {b for b, number in after.items() if number is None} == {
        b for b, number in before.items() if number == 1
    }
    assert [step.number for step in example_store.read(preparing.workshop, read.id).numbered_rounds] == [1, 2]

    example_store.undo()
    assert {b.id: b.round for b in example_store.read(boards.blocks_of, read.id)} == before
    assert len(example_store.read(preparing.workshop, read.id).numbered_rounds) == 3


def test_a_step_that_is_gone_is_a_problem(empty_store: Store, workshop: str) -> None:
    with pytest.raises(Problem, match="draaiboek"):
        empty_store.do("Omhoog", agenda.move_step, workshop, "x" * 32, -1)

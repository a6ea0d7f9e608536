from datetime import date

import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.workshops import PREPARING, Workshop
from bouwstenen_app.services import boards, capturing, preparing
from bouwstenen_app.storage.store import Store


def _made(store: Store, **fields: object) -> str:
    return store.do("Sessie", preparing.create_workshop, **fields).result  # type: ignore[arg-type]


def _read(store: Store, workshop: str) -> Workshop:
    return store.read(preparing.workshop, workshop)


def test_a_session_has_a_title_a_date_a_region_and_its_rounds(empty_store: Store) -> None:
    made = _made(
        empty_store,
        title="  Werksessie \x07 zorg en straf ",
        on=date(2026, 11, 24),
        region="Kennemerland",
        rounds=("Wat werkt al?", "Waar knelt het?"),
    )

    read = _read(empty_store, made)
    assert (read.title, read.date, read.region) == ("Werksessie zorg en straf", date(2026, 11, 24), "Kennemerland")
    assert [(step.number, step.name) for step in read.rounds] == [(1, "Wat werkt al?"), (2, "Waar knelt het?")]
    assert read.state == PREPARING


def test_a_session_without_a_title_is_a_problem(empty_store: Store) -> None:
    with pytest.raises(Problem, match="titel"):
        _made(empty_store, title="   ")
    made = _made(empty_store, title="Proef")
    with pytest.raises(Problem, match="titel"):
        empty_store.do("Titel", preparing.edit_workshop, made, title="\t")
    assert _read(empty_store, made).title == "Proef"


def test_times_are_computed_from_the_start_and_the_minutes(empty_store: Store) -> None:
    made = _made(empty_store, title="Proef", rounds=("Een", "Twee"))
    empty_store.do("Begin", preparing.edit_workshop, made, start_time="13:00")
    first, second = _read(empty_store, made).rounds
    empty_store.do("Duur", preparing.edit_round, first.id, minutes=35)

    assert [step.start for step in _read(empty_store, made).rounds] == ["13:00", "13:35"]
    assert second.start == "13:00"


def test_the_letters_follow_the_region_until_there_are_blocks(empty_store: Store) -> None:
    made = _made(empty_store, title="Proef", region="Rivierenhoek")
    assert _read(empty_store, made).region_code == "RH"

    empty_store.do("Regio", preparing.edit_workshop, made, region="Noorderveen")
    assert _read(empty_store, made).region_code == "NV"

    empty_store.do("Bouwsteen", capturing.capture, "Een bouwsteen", workshop=made)
    empty_store.do("Regio", preparing.edit_workshop, made, region="Duinstreek")
    assert _read(empty_store, made).region_code == "NV"
    assert empty_store.read(boards.blocks_of, made)[0].spoken_id == "NV-001"


def test_sessions_of_one_region_share_their_letters(empty_store: Store) -> None:
    one = _made(empty_store, title="Een", region="Noorderveen")
    other = _made(empty_store, title="Twee", region="Noorderveen")
    elsewhere = _made(empty_store, title="Drie", region="Noordervaart")

    codes = [_read(empty_store, made).region_code for made in (one, other, elsewhere)]
    assert codes[0] == codes[1] != codes[2]


def test_a_session_goes_to_the_bin_with_its_blocks_and_comes_back(example_store: Store) -> None:
    first = example_store.read(preparing.workshops)[0]
    example_store.do("Weg", preparing.remove_workshops, [first.id])

    assert len(example_store.read(preparing.workshops)) == 2
    assert example_store.read(boards.blocks_of, first.id) == ()

    example_store.undo()
    assert example_store.read(preparing.workshop, first.id).blocks == first.blocks

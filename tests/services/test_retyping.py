from collections.abc import Callable

import pytest
from tests.services.found import block, slugs

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.capture import write
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, capturing, preparing, retyping
from bouwstenen_app.storage.store import Store


@pytest.fixture
def captured(empty_store: Store) -> Callable[[str], Block]:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result

    def capture(text: str) -> Block:
        done = empty_store.do("Vastgelegd", capturing.capture, text, workshop=workshop).result
        assert done is not None
        return block(empty_store, done.block)

    return capture


def test_the_line_changes_the_block_it_came_from(
    empty_store: Store, captured: Callable[[str], Block], codebook: Codebook
) -> None:
    old = captured("Eerst bellen @politie #kantelmomenten +3 nodig: mandaat")
    empty_store.do("Anders", retyping.retype, old.id, "Eerst samen bellen @zorg +4 >> morgen", book=codebook)
    new = block(empty_store, old.id)
    assert (new.title, new.votes, new.conditions, new.next_step) == ("Eerst samen bellen", 4, (), "morgen")
    assert slugs(new, codebook) == ["zorg"]
    assert new.number == old.number


def test_a_block_that_comes_back_unchanged_is_no_step(
    empty_store: Store, captured: Callable[[str], Block], codebook: Codebook
) -> None:
    old = captured("KNELPUNT Te laat @politie @zorg #kantelmomenten #nieuwigheid +3 vb: vorige week")
    done = empty_store.do("Niets", retyping.retype, old.id, write(old, codebook), book=codebook)
    assert done.changes is None


def test_an_unknown_tag_goes_and_comes_back(
    empty_store: Store, captured: Callable[[str], Block], codebook: Codebook
) -> None:
    old = captured("Iets #nieuwigheid")
    empty_store.do("Weg", retyping.retype, old.id, "Iets #anders", book=codebook)
    assert block(empty_store, old.id).unknown_tags == ("#anders",)
    empty_store.do("Terug", retyping.retype, old.id, "Iets #nieuwigheid", book=codebook)
    assert block(empty_store, old.id).unknown_tags == ("#nieuwigheid",)


def test_one_undo_takes_all_of_it_back(
    empty_store: Store, captured: Callable[[str], Block], codebook: Codebook
) -> None:
    old = captured("Eerst bellen @politie +3")
    empty_store.do("Anders", retyping.retype, old.id, "Later bellen @zorg #nieuwigheid", book=codebook)
    empty_store.undo()
    assert block(empty_store, old.id) == old


def test_every_example_block_survives_the_way_through_the_line(example_store: Store, codebook: Codebook) -> None:
    old = example_store.read(boards.select_blocks, boards.Selection())
    for one in old:
        example_store.do("Overgetypt", retyping.retype, one.id, write(one, codebook), book=codebook)
    assert example_store.read(boards.select_blocks, boards.Selection()) == old


def test_a_block_that_is_not_there_is_a_problem(empty_store: Store, codebook: Codebook) -> None:
    with pytest.raises(Problem, match="er niet meer"):
        empty_store.do("Anders", retyping.retype, "0" * 32, "tekst", book=codebook)


def test_the_table_comes_back_in_the_line_and_can_be_changed(
    empty_store: Store, captured: Callable[[str], Block], codebook: Codebook
) -> None:
    old = captured("tafel 4: Eerst bellen")
    assert write(old, codebook) == "tafel 4: Eerst bellen"
    empty_store.do("Anders", retyping.retype, old.id, "tafel 5: Eerst bellen", book=codebook)
    assert block(empty_store, old.id).table == 5
    empty_store.do("Weg", retyping.retype, old.id, "Eerst bellen", book=codebook)
    assert block(empty_store, old.id).table is None


def test_a_table_that_the_line_cannot_say_stays(
    empty_store: Store, captured: Callable[[str], Block], codebook: Codebook
) -> None:
    old = captured("Eerst bellen")
    empty_store.do("Tafel", capturing.edit_block, old.id, table_number=120)
    empty_store.do("Anders", retyping.retype, old.id, "Eerst samen bellen", book=codebook)
    assert block(empty_store, old.id).table == 120

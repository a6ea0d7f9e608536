from bouwstenen_app.domain import first_look
from bouwstenen_app.domain.first_look import MOST
from bouwstenen_app.services import boards, capturing, first_looks, preparing
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage.store import Store


def test_a_first_look_is_the_session_as_it_was_left(example_store: Store) -> None:
    session = example_store.read(preparing.workshops)[0]
    look = example_store.read(first_looks.first_look, session.id)

    assert look.workshop == session
    assert look.book == example_store.read(codebook)
    assert look.blocks[:MOST] == example_store.read(boards.blocks_of, session.id)[:MOST]
    read = first_look.read(first_look.write(look))
    assert read is not None
    assert (read.workshop, read.book, read.blocks) == (look.workshop, look.book, look.blocks[:MOST])


def test_a_first_look_is_of_the_last_step(empty_store: Store) -> None:
    made = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result
    before = empty_store.read(first_looks.first_look, made)
    done = empty_store.do("Bouwsteen", capturing.capture, "Een", workshop=made).changes
    after = empty_store.read(first_looks.first_look, made)

    assert done is not None
    assert before.step < after.step == done.step
    assert [block.title for block in after.blocks] == ["Een"]

import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, capturing, half_typed
from bouwstenen_app.storage.store import Store


def test_what_was_kept_of_a_text_goes_in_the_step_that_stores_it(empty_store: Store, workshop: str) -> None:
    empty_store.remember("concept", "Een inz")
    empty_store.remember("anders", "blijft")
    empty_store.do("Vast", half_typed.stored, "concept", capturing.capture, "Een inzicht", workshop=workshop)

    assert [block.title for block in empty_store.read(boards.blocks_of, workshop)] == ["Een inzicht"]
    assert (empty_store.recall("concept"), empty_store.recall("anders")) == ("", "blijft")


def test_when_nothing_is_stored_it_stays(empty_store: Store, workshop: str) -> None:
    empty_store.remember("concept", "Een inz")
    with pytest.raises(Problem):
        empty_store.do("Vast", half_typed.stored, "concept", capturing.capture, "Een inzicht", workshop="weg")
    empty_store.do("Vast", half_typed.stored, "concept", capturing.capture, "  ", workshop=workshop)

    assert empty_store.recall("concept") == "Een inz"

import pytest

from bouwstenen_app.domain.codebook import DOMAIN
from bouwstenen_app.services import boards, bundling, capturing, recounting, tagging
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.services.recounting import BUNDLE, TAG, Detail
from bouwstenen_app.storage.store import Store


@pytest.fixture
def block(empty_store: Store, workshop: str) -> str:
    made = empty_store.do("Bouwsteen vastgelegd", capturing.capture, "Warm overdragen", workshop=workshop).result
    assert made is not None
    return made.block


def told(store: Store, block: str) -> list[tuple[str, str, tuple[Detail, ...]]]:
    return [(one.label, one.kind, one.details) for one in store.read(recounting.history, block)]


def test_the_steps_of_a_block_come_newest_first_with_what_they_changed(empty_store: Store, block: str) -> None:
    police = empty_store.read(codebook).of(DOMAIN)[0]
    empty_store.do("Titel gewijzigd", capturing.edit_block, block, title="Warm en op tijd overdragen")
    empty_store.do("Getagd", tagging.tag, [block], [police.id])
    empty_store.do("Gebundeld", bundling.bundle_blocks, [block])

    newest, tagged, titled, made = empty_store.read(recounting.history, block)

    assert set(newest.details) == {Detail(BUNDLE, "", "K-01"), Detail("status", "ruw", "gebundeld")}
    assert tagged.details == (Detail(TAG, "", police.name),)
    assert titled.details == (Detail("title", "Warm overdragen", "Warm en op tijd overdragen"),)
    assert (made.label, made.made, made.details) == ("Bouwsteen vastgelegd", True, ())
    assert {one.laptop for one in (newest, made)} == {empty_store.laptop}


def test_what_was_taken_back_and_done_again_is_told_too(empty_store: Store, block: str) -> None:
    police = empty_store.read(codebook).of(DOMAIN)[0]
    empty_store.do("Getagd", tagging.tag, [block], [police.id])
    empty_store.undo()
    empty_store.redo()
    empty_store.do("Uit", tagging.untag, [block], [police.id])

    assert told(empty_store, block)[:4] == [
        ("Uit", "do", (Detail(TAG, police.name, ""),)),
        ("Getagd", "redo", (Detail(TAG, "", police.name),)),
        ("Getagd", "undo", (Detail(TAG, police.name, ""),)),
        ("Getagd", "do", (Detail(TAG, "", police.name),)),
    ]


def test_rounds_flags_lists_and_the_bin_are_told_as_people_know_them(empty_store: Store, block: str) -> None:
    empty_store.do("Nodig", capturing.edit_block, block, conditions=["tijd", "geld"])
    empty_store.do("Apart", capturing.edit_block, block, held_back=True)
    empty_store.do("Weg", capturing.remove_blocks, [block])

    assert [details for _, _, details in told(empty_store, block)][:3] == [
        (Detail("removed", "", "ja"),),
        (Detail("held_back", "", "ja"),),
        (Detail("conditions", "", "tijd; geld"),),
    ]


def test_steps_of_other_blocks_stay_out(empty_store: Store, block: str, workshop: str) -> None:
    other = empty_store.do("Nog een", capturing.capture, "Iets anders", workshop=workshop).result
    assert other is not None
    empty_store.do("Ander", capturing.edit_block, other.block, votes=3)
    assert [label for label, _, _ in told(empty_store, block)] == ["Bouwsteen vastgelegd"]


def test_a_block_of_the_example_was_there_at_the_beginning(example_store: Store) -> None:
    first = example_store.read(boards.select_blocks, Selection())[0]
    (event,) = example_store.read(recounting.history, first.id)
    assert (event.kind, event.made) == ("start", True)

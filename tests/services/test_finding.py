import pytest

from bouwstenen_app.services import boards, bundling, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.finding import BLOCKS, find_anything
from bouwstenen_app.storage.store import Store


def test_nothing_typed_finds_nothing(example_store: Store) -> None:
    for text in ("", "   ", "…"):
        found = example_store.read(find_anything, text)
        assert (found.blocks, found.total, found.workshops, found.codes) == ((), 0, (), ())


def test_a_text_finds_blocks_with_their_number_in_all(example_store: Store) -> None:
    found = example_store.read(find_anything, "melding")
    assert len(found.blocks) == BLOCKS
    assert found.total == example_store.read(boards.count, Selection(query="melding"))


def test_a_spoken_id_finds_its_block(example_store: Store) -> None:
    block = example_store.read(boards.select_blocks, Selection())[16]
    assert [one.id for one in example_store.read(find_anything, block.spoken_id.lower()).blocks] == [block.id]


@pytest.mark.parametrize("typed", ["veilig thuis", "VT", "veilig"])
def test_a_code_is_found_by_its_name_the_beginning_of_it_and_its_synonyms(example_store: Store, typed: str) -> None:
    assert "Veilig Thuis" in [code.name for code in example_store.read(find_anything, typed).codes]


def test_a_session_is_found_by_a_word_of_its_title_or_its_region(example_store: Store) -> None:
    workshop = example_store.read(preparing.workshops)[0]
    for typed in (workshop.title, workshop.title.split()[1].strip(",.").upper(), workshop.region):
        assert workshop.id in [one.id for one in example_store.read(find_anything, typed).workshops]


@pytest.mark.parametrize("typed", ["K-01", "k1", "k01", "eerste aanspreekpunt", "aanspreek"])
def test_a_bundle_is_found_by_its_number_and_its_title(example_store: Store, typed: str) -> None:
    blocks = example_store.read(boards.select_blocks, Selection())[:2]
    bundle = example_store.do("Bundel", bundling.bundle_blocks, [block.id for block in blocks]).result
    example_store.do("Titel", bundling.edit_bundle, bundle, title="Een eerste aanspreekpunt per gezin")
    assert [one.id for one in example_store.read(find_anything, typed).bundles] == [bundle]

    example_store.do("Weg", bundling.dissolve, [bundle])
    assert not example_store.read(find_anything, typed).bundles

"""What people decided and made on one laptop is there on the other after a merge: decisions, filters, recipes."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.storage.laptops import Laptop, content, merge, merge_files

from bouwstenen_app.services import boards, deduplicating, filters, parcelling, preparing, recipes
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.surroundings import fill_example


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    """Two laptops with a copy of the example."""
    here, there = (Laptop(tmp_path, name, off=timedelta(minutes=place)) for place, name in enumerate("ab"))
    here.make(fill_example)
    there.copy_of(here)
    yield here, there
    here.store.close()
    there.store.close()


def test_decisions_filters_and_recipes_of_both_are_on_both(laptops: tuple[Laptop, Laptop]) -> None:
    here, there = (laptop.store for laptop in laptops)
    one, two, three = (block.id for block in here.read(boards.select_blocks, Selection())[:3])
    here.do("Niet hetzelfde", deduplicating.judge_apart, one, two)
    there.do("Niet hetzelfde", deduplicating.judge_apart, two, one)
    there.do("Gekoppeld", deduplicating.judge_linked, two, three)
    here.do("Filter", filters.save, "Veel stemmen", Selection(query="stemmen>3"))
    there.do("Filter", filters.save, "Zorg", Selection(query="domein:zorg"))
    here.do("Recept", recipes.write_passage, "geconsolideerd", "section:inleiding", "Van hier.")
    there.do("Recept", recipes.write_passage, "geconsolideerd", "section:werkwijze", "Van daar.")

    merge(here, there)
    merge(there, here)

    assert content(here) == content(there)
    for store in (here, there):
        assert store.read(deduplicating.judged) >= {tuple(sorted((one, two))), tuple(sorted((two, three)))}
        assert store.read(deduplicating.linked_with, three) == (two,)
        assert {one.name for one in store.read(filters.filters)} >= {"Veel stemmen", "Zorg"}
        texts = store.read(recipes.passages, store.read(recipes.recipe, "geconsolideerd").id)
        assert {texts[key].text for key in ("section:inleiding", "section:werkwijze")} == {"Van hier.", "Van daar."}


def test_decisions_go_along_in_a_parcel_when_both_blocks_do(laptops: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    here, there = (laptop.store for laptop in laptops)
    first, other = here.read(preparing.workshops)[:2]
    one, two = (b.id for b in here.read(boards.select_blocks, Selection(workshops=(first.id,)))[:2])
    far = here.read(boards.select_blocks, Selection(workshops=(other.id,)))[0].id
    here.do("Niet hetzelfde", deduplicating.judge_apart, one, two)
    here.do("Niet hetzelfde", deduplicating.judge_apart, one, far)

    parcelling.send(here, tmp_path / "pakket", Selection(workshops=(first.id,)))
    merge_files(there, [tmp_path / "pakket"], tmp_path)

    assert there.read(deduplicating.judged) == {tuple(sorted((one, two)))}

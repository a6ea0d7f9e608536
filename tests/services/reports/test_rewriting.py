from dataclasses import replace

import pytest

from bouwstenen_app.domain.anchors import digest
from bouwstenen_app.domain.recipes import CONSOLIDATED, standard_id, usual
from bouwstenen_app.services import recipes, reporting
from bouwstenen_app.services.reports.rewriting import Rewritable, key_of, rewritable
from bouwstenen_app.storage.store import Store

RECIPE = standard_id(CONSOLIDATED.slug)


def read(store: Store) -> dict[str, Rewritable]:
    recipe = usual(CONSOLIDATED.slug)
    material = store.read(reporting.material, recipe)
    report = reporting.build(material, recipe)
    return {one.key: one for one in rewritable(material, recipe, report, store.read(recipes.passages, RECIPE))}


@pytest.fixture
def first(example_store: Store) -> Rewritable:
    """The first passage that the program writes in the report."""
    return next(one for one in read(example_store).values() if one.generated)


def write(store: Store, key: str, text: str, replaced: str = "") -> None:
    store.do("Tekst", recipes.write_passage, RECIPE, key, text, replaced)


def test_a_passage_says_what_the_program_says_under_its_heading(first: Rewritable) -> None:
    assert first.key.startswith("text:")
    assert first.heading
    assert (first.own, first.changed, first.present) == (None, False, True)


def test_what_the_writer_says_stands_beside_what_the_program_says(example_store: Store, first: Rewritable) -> None:
    write(example_store, first.key, "Zo wil ik het.", digest(first.generated))
    assert read(example_store)[first.key] == replace(first, own="Zo wil ik het.")


def test_a_generated_text_that_changed_since_is_told(example_store: Store, first: Rewritable) -> None:
    write(example_store, first.key, "Zo wil ik het.", digest("Wat er vroeger stond."))
    assert read(example_store)[first.key].changed


def test_a_passage_that_is_left_out_can_be_found_again(example_store: Store, first: Rewritable) -> None:
    write(example_store, first.key, "", digest(first.generated))
    assert read(example_store)[first.key] == replace(first, own="")


def test_a_text_under_a_heading_has_nothing_generated(example_store: Store) -> None:
    write(example_store, "section:themas", "Mijn inleiding.\nTwee alinea’s.")
    found = read(example_store)["section:themas"]
    assert (found.own, found.generated, found.present) == ("Mijn inleiding.\nTwee alinea’s.", "", True)


def test_a_text_in_a_passage_that_is_not_there_now_is_not_forgotten(example_store: Store) -> None:
    write(example_store, "text:weg:hier", "Bewaard.", "0" * 12)
    found = read(example_store)["text:weg:hier"]
    assert (found.own, found.present, found.changed) == ("Bewaard.", False, False)


def test_the_key_of_a_text_follows_from_its_source() -> None:
    assert key_of("text:section:themas") == "section:themas"
    assert key_of("text:deel:zin") == "text:deel:zin"
    assert key_of("block:1234:title") == ""

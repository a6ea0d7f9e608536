"""What a text that came back belongs to, and how it lands there."""

import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, bundling, recipes
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.reviews import fields
from bouwstenen_app.storage.store import Store

OPENING = "text:kern:opening"


def test_blocks_and_bundles_are_read_together_with_what_they_are_called(example_store: Store) -> None:
    block = example_store.read(boards.select_blocks, Selection())[0]
    bundle = example_store.do("Gebundeld", bundling.bundle_blocks, [block.id]).result

    found = example_store.read(fields.whose, [f"block:{block.id}", f"bundle:{bundle}", "block:weg", OPENING, ""])

    assert set(found) == {f"block:{block.id}", f"bundle:{bundle}"}
    assert found[f"block:{block.id}"].spoken_id == block.spoken_id
    assert found[f"block:{block.id}"].values["title"] == block.title
    assert found[f"bundle:{bundle}"].spoken_id == "K-01"
    assert "owner" in found[f"bundle:{bundle}"].values


def test_more_blocks_than_fit_in_one_question_are_all_read(example_store: Store) -> None:
    blocks = example_store.read(boards.select_blocks, Selection())
    subjects = [f"block:{block.id}" for block in blocks] + [f"block:{number:032x}" for number in range(fields.PART)]

    assert len(example_store.read(fields.whose, subjects)) == len(blocks)


@pytest.mark.parametrize(
    ("field", "old", "came", "becomes"),
    [
        ("title", "Oud", "Nieuw\nen meer", "Nieuw en meer"),
        ("explanation", "- a\n- b", "a\nc", "- a\n- c"),
        ("conditions", ["a", "b"], "a; c", ["a", "c"]),
        ("conditions", [], "", []),
    ],
)
def test_a_field_becomes_what_it_is_made_of(
    field: str, old: fields.Value, came: str, becomes: fields.Value
) -> None:
    assert fields.became(field, old, came) == becomes


def test_a_field_that_is_none_takes_nothing(example_store: Store) -> None:
    block = example_store.read(boards.select_blocks, Selection())[0]

    with pytest.raises(Problem, match="geen eigen plek"):
        example_store.do("Geland", fields.land, f"block:{block.id}", "votes", "7")


def test_a_passage_keeps_what_it_took_the_place_of_the_first_time(example_store: Store) -> None:
    for came, before in (("Eerst.", "Gemaakt."), ("Dan.", "Eerst.")):
        example_store.do("Geland", fields.land, OPENING, "text", came, recipe="geconsolideerd", before=before)

    recipe = example_store.read(recipes.standard, "geconsolideerd").id
    kept = example_store.read(recipes.passages, recipe)[OPENING]
    assert kept.text == "Dan."
    assert kept.replaced == fields.digest("Gemaakt.")
    assert example_store.read(fields.passages, recipe) == {OPENING: "Dan."}


def test_a_text_under_a_heading_takes_the_place_of_nothing(example_store: Store) -> None:
    source = fields.source_of("section:kerncijfers")
    example_store.do("Geland", fields.land, source, "text", "Mijn tekst.", recipe="geconsolideerd", before="Oud.")

    recipe = example_store.read(recipes.standard, "geconsolideerd").id
    kept = example_store.read(recipes.passages, recipe)["section:kerncijfers"]
    assert (kept.text, kept.replaced) == ("Mijn tekst.", "")

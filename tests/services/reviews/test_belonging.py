"""What an anchor in a document belongs to here."""

from bouwstenen_app.domain.anchors import BESIDE, Anchor, Anchors
from bouwstenen_app.domain.reviews import OWN, Comment, Copy, Text
from bouwstenen_app.domain.spots import placed
from bouwstenen_app.services import boards, bundling, editions, recipes, reporting
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.reviews.belonging import Belonging, recipe_of
from bouwstenen_app.storage.store import Store

NOBODY = "0195f1c2a7b37c4d9e8fa1b2c3d4e5f6"


def anchor(source: str, field: str = "") -> Anchor:
    given = Anchors().next(source, "tekst", field=field)
    assert given is not None
    return given


def belonging(store: Store, *anchors: Anchor, comments: tuple[Comment, ...] = ()) -> Belonging:
    texts = tuple(Text(OWN, one, "anders", "anders") for one in anchors)
    return store.read(Belonging, Copy("x", texts=texts, comments=comments))


def test_blocks_bundles_and_passages_are_found_by_the_digits_in_the_name(example_store: Store) -> None:
    block = example_store.read(boards.select_blocks, Selection())[0]
    bundle = example_store.do("Gebundeld", bundling.bundle_blocks, [block.id]).result
    given = {
        anchor(f"block:{block.id}", "title"): (f"block:{block.id}", "title"),
        anchor(f"bundle:{bundle}:why"): (f"bundle:{bundle}", "why"),
        anchor("text:section:kerncijfers"): ("text:section:kerncijfers", "text"),
        anchor(f"block:{block.id}", BESIDE): (f"block:{block.id}", ""),
        anchor(f"block:{NOBODY}", "title"): ("", ""),
        anchor("made:kern:1"): ("", ""),
        anchor("text:van:nergens"): ("", ""),
    }

    found = belonging(example_store, *given)

    assert {one: found.of(one) for one in given} == given
    assert found.of(None) == ("", "")


def test_every_passage_of_every_report_is_known(example_store: Store) -> None:
    report = example_store.read(reporting.consolidated, recipes.usual("geconsolideerd"))
    anchors = [one.anchor for one in placed(report) if one.anchor.kind == "text"]

    found = belonging(example_store, *anchors)

    assert anchors
    told = {one.said.source: one.said.text for one in placed(report) if one.anchor.kind == "text"}
    assert {found.of(one)[0] for one in anchors} == set(told)
    assert {source: found.passages[source] for source in told} == told


def test_a_block_or_a_bundle_is_also_known_by_its_number_in_a_text(example_store: Store) -> None:
    block = example_store.read(boards.select_blocks, Selection())[0]
    bundle = example_store.do("Gebundeld", bundling.bundle_blocks, [block.id]).result
    comments = (
        Comment("a", row=f"{block.spoken_id} Titel"),
        Comment("b", heading="K-01"),
        Comment("c", quote="XX-999"),
    )

    found = belonging(example_store, comments=comments)

    assert found.of_comment(comments[0]) == (f"block:{block.id}", "")
    assert found.of_comment(comments[1]) == (f"bundle:{bundle}", "")
    assert found.of_comment(comments[2]) == ("", "")


def test_a_comment_in_a_text_is_about_that_and_one_in_a_table_about_its_row(example_store: Store) -> None:
    first, second = example_store.read(boards.select_blocks, Selection())[:2]
    given = anchor(f"block:{first.id}", "title")
    inside = Comment("a", anchor=given, inside=True, row=second.spoken_id)
    near = Comment("b", anchor=given, row=second.spoken_id)

    found = belonging(example_store, comments=(inside, near))

    assert found.of_comment(inside) == (f"block:{first.id}", "title")
    assert found.of_comment(near) == (f"block:{second.id}", "")


def test_a_document_belongs_to_the_recipe_that_it_was_made_with(example_store: Store) -> None:
    saved = example_store.do("Bewaard", recipes.save_as, "geconsolideerd", "Najaar").result
    edition = example_store.do("Gemaakt", editions.record, "geconsolideerd", saved, 1).result

    assert example_store.read(recipe_of, edition) == (saved, "geconsolideerd")
    example_store.do("Weg", recipes.remove, saved)
    assert example_store.read(recipe_of, edition) == (recipes.standard_id("geconsolideerd"), "geconsolideerd")
    assert example_store.read(recipe_of, "") == (recipes.standard_id("geconsolideerd"), "")

from bouwstenen_app.services import boards, bundling, capturing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.reviews.subjects import Named, named
from bouwstenen_app.storage.store import Store


def test_a_block_a_bundle_and_a_part_of_the_report_have_a_name(example_store: Store) -> None:
    first, second = example_store.read(boards.select_blocks, Selection())[:2]
    bundle = example_store.do("Gebundeld", bundling.bundle_blocks, [first.id, second.id]).result
    subjects = [f"block:{first.id}", f"bundle:{bundle}", "text:section:themas", "text:kernboodschap:eerste"]
    found = example_store.read(named, subjects)

    assert found[subjects[0]] == Named(first.spoken_id, first.title)
    assert found[subjects[1]].spoken_id == "K-01"
    assert found[subjects[2]] == Named(title="Beeld per thema")
    assert found[subjects[3]] == Named(title="Kernboodschap")


def test_what_is_in_the_bin_says_so_and_what_is_unknown_has_no_name(example_store: Store) -> None:
    first = example_store.read(boards.select_blocks, Selection())[0]
    example_store.do("Weg", capturing.remove_blocks, [first.id])
    found = example_store.read(named, [f"block:{first.id}", "block:onbekend", "", "text:onbekend"])

    assert list(found) == [f"block:{first.id}"]
    assert found[f"block:{first.id}"].removed

from bouwstenen_app.domain.recipes import Recipe
from bouwstenen_app.services import boards, capturing, deduplicating, preparing, reporting
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.reports.records import NO_RECORDS
from bouwstenen_app.storage.store import Store


def test_a_new_workspace_has_nothing_to_tell(example_store: Store) -> None:
    assert example_store.read(reporting.material, Recipe()).records == NO_RECORDS


def test_numbers_in_the_bin_are_withdrawn_but_not_those_of_other_sessions(example_store: Store) -> None:
    blocks = example_store.read(boards.select_blocks, Selection())
    example_store.do("Weg", capturing.remove_blocks, [blocks[0].id, blocks[-1].id])
    one = example_store.read(preparing.named, "Van signaal").id
    gone = {blocks[0].spoken_id, blocks[-1].spoken_id}

    assert set(example_store.read(reporting.material, Recipe()).records.withdrawn) == gone
    assert set(example_store.read(reporting.material, Recipe(workshops=(one,))).records.withdrawn) == {
        name for name in gone if name.startswith("RH")
    }


def test_only_pairs_of_which_both_stand_in_the_report_are_counted(example_store: Store) -> None:
    blocks = example_store.read(boards.select_blocks, Selection())
    example_store.do("Niet", deduplicating.judge_apart, blocks[0].id, blocks[1].id)
    example_store.do("Niet", deduplicating.judge_apart, blocks[2].id, blocks[3].id)
    example_store.do("Achter", capturing.edit_block, blocks[3].id, held_back=True)

    assert example_store.read(reporting.material, Recipe()).records.judged == {"niet": 1}

from typing import Any

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.services import boards, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.heard import (
    absent_table,
    heard,
    organisations_table,
    partners,
    regions_table,
)
from bouwstenen_app.storage.store import Store


def test_every_region_stands_beside_who_was_there(example_store: Store, sessions_file: dict[str, Any]) -> None:
    found = example_store.read(heard)
    totals = sessions_file["controletotalen"]

    assert {region.participants for region in found.regions} == {24, 18, 21}
    assert sum(region.blocks for region in found.regions) == totals["bouwstenen"]
    assert sum(region.votes for region in found.regions) == totals["stemmen"]
    for region in found.regions:
        blocks = example_store.read(boards.select_blocks, Selection(workshops=region.workshops))
        assert (len(blocks), sum(block.votes for block in blocks)) == (region.blocks, region.votes)


def test_organisations_are_counted_over_the_sessions(example_store: Store, codebook: Codebook) -> None:
    found = example_store.read(heard)
    police = next(each for each in found.organisations if each.name == "politie")
    blocks = example_store.read(boards.select_blocks, Selection())

    about = [code.id for code in partners(codebook, "politie")]
    assert (police.people, len(police.workshops), police.blocks) == (3 + 4 + 2, 3, 122)
    assert police.about == sum(1 for block in blocks if set(about) & set(block.codes))
    housing = next(each for each in found.organisations if each.name == "woningcorporatie")
    assert housing.people == 1


def test_a_name_with_two_partners_is_read_as_both(codebook: Codebook) -> None:
    assert [code.slug for code in partners(codebook, "ggz en verslavingszorg")] == ["ggz", "verslavingszorg"]
    assert [code.slug for code in partners(codebook, "huisarts en eerste lijn")] == ["huisarts"]
    assert partners(codebook, "buurtkroeg") == ()


def test_partners_who_were_only_spoken_of_are_told(example_store: Store) -> None:
    found = example_store.read(heard)
    absent = {code.slug: count for code, count in found.absent}

    assert "politie" not in absent
    assert "ggz" not in absent
    assert absent
    for slug, count in absent.items():
        assert example_store.read(boards.count, Selection(query=f"domein:{slug}")) >= count > 0


def test_a_choice_of_sessions_narrows_who_was_there(example_store: Store) -> None:
    first = next(one for one in example_store.read(preparing.workshops) if "signaal" in one.title)
    found = example_store.read(heard, Selection(workshops=(first.id,)))

    assert [region.participants for region in found.regions] == [24]
    assert sum(each.people for each in found.organisations) == 24


def test_the_figures_say_votes_per_participant(example_store: Store) -> None:
    found = example_store.read(heard)
    table = regions_table(found)

    place = table.columns.index("Stemmen per deelnemer")
    assert all(row[place] == row[place - 1] / row[1] for row in table.values)  # type: ignore[operator]
    assert len(organisations_table(found).rows) == len(found.organisations)
    assert "Politie" in organisations_table(found).rows
    assert len(absent_table(found).rows) == len(found.absent)


def test_an_empty_workspace_has_nobody(empty_store: Store) -> None:
    found = empty_store.read(heard)

    assert (found.regions, found.organisations, found.absent) == ((), (), ())


def test_a_session_without_people_divides_by_nothing(empty_store: Store) -> None:
    empty_store.do("Sessie", preparing.create_workshop, title="Proef")
    table = regions_table(empty_store.read(heard))

    assert table.rows == ("Zonder regio",)
    assert table.values[0][3] is None

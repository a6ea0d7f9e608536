"""The summary for directors: the key message, and the key bundles as one line each."""

import pytest
from tests.services.reports.made import made, said, titles

from bouwstenen_app.services import boards, bundling, capturing, preparing, recipes, reporting
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store

TITLE = "Kernbouwstenen op een rij"


def test_each_key_bundle_is_one_line_with_how_it_is_carried_and_whose_move_it_is(example_store: Store) -> None:
    blocks = example_store.read(boards.select_blocks, Selection())
    bundle = example_store.do("Bundel", bundling.bundle_blocks, [blocks[0].id, blocks[-1].id]).result
    example_store.do("Tekst", bundling.edit_bundle, bundle, title="Eén lijn", owner="Gemeente")
    report = made(example_store, "samenvatting")

    assert titles(report) == ["Kernboodschap", TITLE]
    assert "K-01 Eén lijn (in meer regio’s; aan zet: Gemeente)" in said(report, TITLE)


def test_without_key_bundles_it_says_so_and_gives_the_blocks_with_most_votes(example_store: Store) -> None:
    told = said(made(example_store, "samenvatting"), TITLE)
    assert "Er zijn nog geen kernbouwstenen." in told
    assert "RH-003 Eén vast gezicht, ook als de hulp wisselt (9 stemmen)" in told
    assert len(told.splitlines()) < 16


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["Een +1"], "Dit is de bouwsteen die er is."),
        (["Een +1", "Twee"], "Dit zijn alle bouwstenen."),
        ([f"Nummer {n}" for n in range(9)], "Dit is een greep uit de bouwstenen."),
        ([f"Nummer {n} +1" for n in range(9)], "Dit zijn de bouwstenen met de meeste stemmen."),
    ],
)
def test_it_says_which_blocks_stand_there_for_want_of_bundles(
    empty_store: Store, lines: list[str], told: str
) -> None:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Klein").result
    empty_store.do("Vast", capturing.capture_lines, lines, workshop=workshop)

    assert f"Er zijn nog geen kernbouwstenen. {told}" in said(made(empty_store, "samenvatting"), TITLE)


def test_it_refers_to_no_table_that_is_not_in_it(example_store: Store) -> None:
    for block in example_store.read(boards.select_blocks, Selection())[:5]:
        example_store.do("Bundel", bundling.bundle_blocks, [block.id])
    text = made(example_store, "samenvatting").text()

    assert "En nog 2 andere besluiten." in text
    assert "zie Gevraagde besluiten" not in text


def test_few_participants_are_not_counted_outside(empty_store: Store) -> None:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Klein").result
    empty_store.do("Twee", preparing.edit_workshop, workshop, participants=1)
    empty_store.do("Vast", capturing.capture, "Kaal", workshop=workshop)

    assert "In 1 sessie haalden minder dan 3 deelnemers 1 bouwsteen op" in made(empty_store, "samenvatting").text()
    assert "In 1 sessie haalde 1 deelnemer 1 bouwsteen op" in made(empty_store, "geconsolideerd").text()


def test_the_key_message_is_written_once_and_can_be_said_otherwise(example_store: Store) -> None:
    def told() -> str:
        recipe = example_store.read(recipes.standard, "samenvatting")
        return example_store.read(reporting.made, recipe).text()

    key = "text:kernboodschap:opening"
    example_store.do("Tekst", recipes.write_passage, "geconsolideerd", key, "Eerst bellen, dan melden.")
    example_store.do("Elders", recipes.write_passage, "geconsolideerd", "section:risicos", "Alleen daar.")
    assert "Eerst bellen, dan melden." in told()
    assert "Alleen daar." not in told()
    example_store.do("Tekst", recipes.write_passage, "samenvatting", key, "Kort gezegd: bel.")
    assert "Kort gezegd: bel." in told()
    assert "Eerst bellen" not in told()


def test_what_was_written_about_internal_blocks_stays_inside(example_store: Store) -> None:
    key = "text:kernboodschap:opening"
    example_store.do("Tekst", recipes.write_passage, "geconsolideerd", key, "Alleen voor ons.")
    example_store.do("Intern", recipes.change, "geconsolideerd", releases=("vrij", "intern"))
    recipe = example_store.read(recipes.standard, "samenvatting")

    assert "Alleen voor ons." not in example_store.read(reporting.made, recipe).text()

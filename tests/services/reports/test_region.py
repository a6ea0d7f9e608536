"""The extract for one region: its own words beside the whole picture."""

from tests.services.reports.made import made, said, tables, titles

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.services import boards, bundling, capturing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store

REGION = "Regio Rivierenhoek (voorbeeld)"


def test_its_numbers_stand_beside_those_of_all_regions(example_store: Store, codebook: Codebook) -> None:
    report = made(example_store, "regio-uittreksel", REGION)
    table = tables(report)[0]
    whole = example_store.read(boards.select_blocks, Selection())
    own = example_store.read(boards.select_blocks, Selection(query="regio:rivierenhoek"))

    for theme, here, everywhere in table.rows:
        group = {c.id for c in codebook.of("thema") if codebook.top(c.id).name == theme.text}
        counted = [sum(bool(group & set(block.codes)) for block in blocks) for blocks in (own, whole)]
        assert [int(cell.text.split()[0].replace("–", "0")) for cell in (here, everywhere)] == counted
    assert f"zijn hier {len(own)} bouwstenen opgehaald" in report.text()


def test_every_own_block_stands_there_once_in_its_own_words(example_store: Store) -> None:
    own = example_store.read(boards.select_blocks, Selection(query="regio:rivierenhoek"))
    told = said(made(example_store, "regio-uittreksel", REGION), "In eigen woorden")
    assert all(block.spoken_id in told for block in own)
    assert "«" in told
    assert "DZ-0" not in told


def test_it_says_what_works_elsewhere_and_where_its_words_went(example_store: Store) -> None:
    own = example_store.read(boards.select_blocks, Selection(query="regio:rivierenhoek"))[0]
    other = example_store.read(boards.select_blocks, Selection(query="regio:noorderveen"))[0]
    example_store.do("Bundel", bundling.bundle_blocks, [own.id, other.id])
    report = made(example_store, "regio-uittreksel", REGION)
    row = [cell.text for cell in tables(report)[1].rows[0]]

    assert (row[0], row[2:]) == ("K-01", [own.spoken_id, "in meer regio’s"])
    assert "RH-0" not in said(report, "Wat elders werkt")
    assert titles(report)[-1] == "Wat elders werkt"


def test_r16_small_counts_of_people_are_not_told(example_store: Store) -> None:
    workshop = example_store.read(preparing.named, "Van signaal")
    example_store.do("Twee", preparing.edit_workshop, workshop.id, participants=2)
    assert "met minder dan 3 deelnemers" in made(example_store, "regio-uittreksel", REGION).text()


def test_one_region_is_not_laid_beside_itself(empty_store: Store) -> None:
    session = empty_store.do("Sessie", preparing.create_workshop, title="Een", region="Zuid").result
    empty_store.do("Vast", capturing.capture, "Samen #kantelmomenten", workshop=session)
    report = made(empty_store, "regio-uittreksel", "Zuid")

    assert "Er is nog geen andere regio om deze naast te leggen." in report.text()
    assert [table.header for table in tables(report)] == [("Themagroep", "Bouwstenen")]


def test_sessions_without_a_region_have_a_chapter_too(empty_store: Store) -> None:
    for title, region in (("Een", "Zuid"), ("Twee", "")):
        made_ = empty_store.do("Sessie", preparing.create_workshop, title=title, region=region).result
        empty_store.do("Vast", capturing.capture, f"Uit {title}", workshop=made_)
    assert titles(made(empty_store, "regio-uittreksel")) == ["Zuid", "Zonder regio"]

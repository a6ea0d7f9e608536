"""The codebook as a document: every tag that is in use, with what it means."""

from tests.services.reports.made import made, tables, titles

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.services import codebook_editing
from bouwstenen_app.storage.store import Store


def test_every_dimension_is_a_chapter_with_all_its_codes(empty_store: Store, codebook: Codebook) -> None:
    report = made(empty_store, "codeboek")
    names = [row[0].text for table in tables(report)[:-1] for row in table.rows]

    assert titles(report)[1:-1] == [dimension.name for dimension in codebook.dimensions]
    assert len(names) == len(codebook.codes)
    assert "Lokale teams" in names
    assert "Sociaal domein (groep)" in names


def test_a_retired_code_is_no_longer_told(empty_store: Store, codebook: Codebook) -> None:
    code = codebook.by_slug["domein", "politie"]
    empty_store.do("Weg", codebook_editing.retire, [code.id])
    names = [row[0].text for table in tables(made(empty_store, "codeboek")) for row in table.rows]
    assert "Politie" not in names


def test_it_says_nothing_of_any_block(example_store: Store, empty_store: Store) -> None:
    assert made(example_store, "codeboek").text() == made(empty_store, "codeboek").text()

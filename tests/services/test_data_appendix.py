from dataclasses import replace
from datetime import date

import pytest

from bouwstenen_app.domain.blocks import ALIGN_FIRST
from bouwstenen_app.domain.data_sheets import DataBook, Sheet
from bouwstenen_app.domain.recipes import CONSOLIDATED, PARTNER_EXTRACT, Recipe, usual
from bouwstenen_app.services import boards, bundling, capturing, preparing, reporting
from bouwstenen_app.services.reports import data_appendix
from bouwstenen_app.storage.store import Store


def _book(store: Store, recipe: Recipe | None = None) -> DataBook:
    recipe = recipe or usual(CONSOLIDATED.slug)
    return data_appendix.data_book(store.read(reporting.material, recipe), recipe)


def _sheet(book: DataBook, name: str) -> Sheet:
    return next(sheet for sheet in book.sheets if sheet.name == name)


def _column(sheet: Sheet, name: str) -> list[object]:
    place = [column.name for column in sheet.columns].index(name)
    return [row[place] for row in sheet.rows]


def test_every_block_has_one_row_with_its_tags_by_name(example_store: Store) -> None:
    blocks = {b.spoken_id: b for b in example_store.read(boards.select_blocks, boards.Selection())}
    titles = {w.id: w for w in example_store.read(preparing.workshops)}
    sheet = _sheet(_book(example_store), "Bouwstenen")

    assert sorted(map(str, _column(sheet, "nummer"))) == sorted(blocks)
    for number, votes, session, day in zip(
        *(_column(sheet, name) for name in ("nummer", "stemmen", "sessie", "datum")), strict=True
    ):
        block = blocks[str(number)]
        assert (votes, session, day) == (block.votes, titles[block.workshop].title, titles[block.workshop].date)
    assert any("; " in str(theme) for theme in _column(sheet, "thema"))
    assert isinstance(_column(sheet, "datum")[0], date)


def test_the_matrix_counts_what_the_blocks_say(example_store: Store) -> None:
    book = _book(example_store)
    matrix = _sheet(book, "Matrix")

    assert len(matrix.rows) == 10
    assert all(isinstance(value, int) for row in matrix.rows for value in row[1:])
    assert sum(value for row in matrix.rows for value in row[1:] if isinstance(value, int)) > 122


def test_the_outline_has_each_block_under_each_of_its_themes(example_store: Store) -> None:
    book = _book(example_store)
    themes = [str(theme) for theme in _column(_sheet(book, "Bouwstenen"), "thema")]

    assert len(_sheet(book, "Opbouw").rows) == sum(len(theme.split("; ")) if theme else 1 for theme in themes)


def test_what_may_not_be_shown_is_not_in_it(example_store: Store) -> None:
    block = example_store.read(boards.select_blocks, boards.Selection())[0]
    example_store.do("Vrijgave", capturing.edit_block, block.id, release=ALIGN_FIRST)

    assert block.spoken_id not in _column(_sheet(_book(example_store), "Bouwstenen"), "nummer")


def test_what_leaves_the_circle_tells_small_counts_and_less_of_the_room(example_store: Store) -> None:
    book = _book(example_store, usual(PARTNER_EXTRACT.slug))
    names = {column.name for column in _sheet(book, "Bouwstenen").columns}
    values = {value for row in _sheet(book, "Matrix").rows for value in row[1:]}

    assert not names & {"tafel", "ronde", "cluster", "vrijgave"}
    assert "<3" in values
    assert not values & {1, 2}
    assert set(_column(_sheet(book, "Sessies"), "plaats")) == {""}


def test_bundles_have_a_sheet_when_there_are_any(example_store: Store) -> None:
    assert "Bundels" not in [sheet.name for sheet in _book(example_store).sheets]
    blocks = example_store.read(boards.select_blocks, boards.Selection())[:2]
    example_store.do("Gebundeld", bundling.bundle_blocks, [block.id for block in blocks])
    book = _book(example_store)

    assert _column(_sheet(book, "Bundels"), "nummer") == ["K-01"]
    assert sorted(filter(None, map(str, _column(_sheet(book, "Bouwstenen"), "bundel")))) == ["K-01", "K-01"]


@pytest.mark.parametrize("name", ["Codeboek", "Sessies"])
def test_the_codebook_and_the_sessions_are_there(example_store: Store, name: str) -> None:
    assert _sheet(_book(example_store), name).rows


def test_the_names_of_sheets_are_such_as_a_spreadsheet_takes(example_store: Store) -> None:
    for sheet in _book(example_store).sheets:
        assert len(sheet.name) <= 31
        assert not set(sheet.name) & set("[]:*?/\\")


def test_the_table_for_a_text_file_is_the_same(example_store: Store) -> None:
    recipe = replace(usual(CONSOLIDATED.slug), on=date(2026, 11, 30))
    read = example_store.read(reporting.material, recipe)

    assert data_appendix.blocks_sheet(read, recipe) == _sheet(data_appendix.data_book(read, recipe), "Bouwstenen")

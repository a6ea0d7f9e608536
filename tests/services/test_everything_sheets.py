from dataclasses import replace

from bouwstenen_app.domain.data_sheets import Sheet
from bouwstenen_app.domain.everything import Everything
from bouwstenen_app.services import everything_sheets, exporting
from bouwstenen_app.storage.store import Store


def _column(sheet: Sheet, name: str) -> list[object]:
    place = [column.name for column in sheet.columns].index(name)
    return [row[place] for row in sheet.rows]


def _everything(store: Store) -> Everything:
    return store.read(exporting.everything, exporting.ALL)


def test_the_owner_sees_what_no_report_shows(example_store: Store) -> None:
    every = _everything(example_store)
    first = replace(every.blocks[0], note="Nog bellen", held_back=True, unknown_tags=("#nieuw", "#ander"))
    sheet = everything_sheets.blocks_sheet(replace(every, blocks=(first, *every.blocks[1:])))

    assert _column(sheet, "aantekening")[0] == "Nog bellen"
    assert _column(sheet, "achtergehouden")[0] == "ja"
    assert _column(sheet, "nieuwe tags")[0] == "#nieuw; #ander"
    assert _column(sheet, "id") == [first.id, *(block.id for block in every.blocks[1:])]


def test_a_code_that_is_not_used_any_more_is_told_as_such(example_store: Store) -> None:
    every = _everything(example_store)
    book = every.book
    retired = replace(book, codes=(replace(book.codes[0], retired=True), *book.codes[1:]))
    (sheet,) = [s for s in everything_sheets.data_book(replace(every, book=retired)).sheets if s.name == "Codeboek"]

    assert len(sheet.rows) == len(book.codes)
    assert _column(sheet, "vervallen").count("ja") == 1

from typing import Any

from sqlalchemy import select

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.services.codebooks import codebook as read_codebook
from bouwstenen_app.services.codebooks import codebook_rows
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import CodebookRow, CodeRow, DimensionRow


def _change(session: Work, row_class: type[Any], identity: str, **fields: Any) -> None:
    journal.update_rows(session, row_class, {identity: fields})


def test_every_field_of_every_dimension_code_and_combination_comes_back(
    empty_store: Store, codebook: Codebook
) -> None:
    kept = empty_store.read(read_codebook)

    assert (kept.title, kept.version) == (codebook.title, codebook.version)
    assert kept.dimensions == codebook.dimensions
    assert kept.codes == codebook.codes
    assert kept.combinations == codebook.combinations


def test_it_is_the_same_value_until_something_in_it_changes(empty_store: Store) -> None:
    before = empty_store.read(read_codebook)
    code = before.codes[0]
    assert empty_store.read(read_codebook) is before

    for fields in ({"synonyms": ["heel anders"]}, {"retired": not code.retired}, {"position": 99}):
        empty_store.do("Anders", _change, CodeRow, code.id, **fields)
        now = empty_store.read(read_codebook)
        assert now != before
        empty_store.undo()
        assert empty_store.read(read_codebook) == before
    assert code.synonyms == before.code(code.id).synonyms


def test_where_the_codebook_comes_from_is_kept(empty_store: Store, codebook_file: dict[str, Any]) -> None:
    row = empty_store.read(lambda session: session.scalars(select(CodebookRow)).one())

    assert (row.slug, row.title, row.title_en, row.version, row.language, row.source) == tuple(
        codebook_file[name] for name in ("id", "title", "title_en", "version", "language", "source")
    )
    assert row.notes == {name: text for name, text in codebook_file.items() if name.endswith("_note")}


def test_nothing_of_the_file_is_left_out(codebook: Codebook, codebook_file: dict[str, Any]) -> None:
    (head,) = codebook_rows(codebook, codebook_file)[CodebookRow]
    kept = {"schema", "id", "title", "title_en", "version", "language", "source", *head["notes"]}

    assert set(codebook_file) - kept == {"dimensions", "combinations", "codes"}


def test_a_retired_code_is_in_the_codebook_and_a_removed_one_is_not(empty_store: Store, codebook: Codebook) -> None:
    retired, removed = codebook.codes[1], codebook.codes[2]
    empty_store.do("Met pensioen", _change, CodeRow, retired.id, retired=True)
    empty_store.do("Weg", _change, CodeRow, removed.id, removed=True)

    kept = empty_store.read(read_codebook)
    assert kept.code(retired.id).retired
    assert removed.id not in kept.by_id
    assert len(kept.codes) == len(codebook.codes) - 1


def test_codes_of_a_removed_dimension_are_not_in_the_codebook(empty_store: Store, codebook: Codebook) -> None:
    empty_store.do("Weg", _change, DimensionRow, codebook.dimension("niveau").id, removed=True)

    kept = empty_store.read(read_codebook)
    assert "niveau" not in kept.dimension_order
    assert kept.of("niveau") == ()


def test_a_workspace_without_a_codebook_has_an_empty_one(empty_store: Store) -> None:
    row = empty_store.read(lambda session: session.scalar(select(CodebookRow.id)))
    empty_store.do("Weg", _change, CodebookRow, row, removed=True)

    assert empty_store.read(read_codebook).title == ""

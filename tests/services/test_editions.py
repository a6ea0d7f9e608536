import pytest

from bouwstenen_app.domain.data_files import NAMES
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import CONSOLIDATED, standard_id
from bouwstenen_app.services import editions, recipes
from bouwstenen_app.storage.store import Store

KIND = CONSOLIDATED.slug


def test_what_was_made_is_told_the_newest_first(empty_store: Store) -> None:
    saved = empty_store.do("Bewaard", recipes.save_as, KIND, "Stuurgroep").result
    first = empty_store.do("Gemaakt", editions.record, KIND, standard_id(KIND), 122).result
    reason = "  Met de regio\nafgesproken "
    second = empty_store.do("Gemaakt", editions.record, KIND, saved, 60, 3, reason, identity="ab" * 16).result

    newest, oldest = empty_store.read(editions.editions)
    assert (oldest.id, oldest.blocks, oldest.recipe, oldest.name) == (first, 122, "", "")
    assert (newest.id, second) == ("ab" * 16, "ab" * 16)
    assert (newest.findings, newest.reason, newest.name) == (3, "Met de regio afgesproken", "Stuurgroep")
    assert newest.made_at >= oldest.made_at


def test_a_reason_that_is_a_letter_is_refused(empty_store: Store) -> None:
    with pytest.raises(Problem, match="Maak de reden korter"):
        empty_store.do("Gemaakt", editions.record, KIND, "", 1, 1, "x" * 501)
    assert empty_store.read(editions.editions) == ()


def test_r03_a_file_of_data_is_noted_as_a_document_is_and_another_word_is_not(empty_store: Store) -> None:
    for kind in NAMES:
        empty_store.do("Gemaakt", editions.record, kind, "", 12, 1, "Afgesproken")
    assert {one.kind for one in empty_store.read(editions.editions)} == {*NAMES}
    with pytest.raises(Problem, match="geen soort"):
        empty_store.do("Gemaakt", editions.record, "briefje", "", 12)


def test_undo_takes_back_what_a_person_did_and_not_that_a_document_went_out(empty_store: Store) -> None:
    empty_store.do("Bewaard", recipes.save_as, KIND, "Stuurgroep")
    empty_store.do("Gemaakt", editions.record, KIND, "", 1, 2, "Afgesproken")
    step = empty_store.undoable()
    assert step is not None
    assert step.label == "Bewaard"
    empty_store.undo()
    assert "Stuurgroep" not in {one.name for one in empty_store.read(recipes.recipes)}
    empty_store.do("Gemaakt", editions.record, KIND, "", 1)

    again = empty_store.redoable()
    assert again is not None
    assert again.label == "Bewaard"
    assert empty_store.undoable() is None
    assert [one.reason for one in empty_store.read(editions.editions)] == ["", "Afgesproken"]

"""Who writes in a file: a writer per place, another one when an earlier state was put back."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bouwstenen_app.services import preparing
from bouwstenen_app.storage import history
from bouwstenen_app.storage.opening import Surroundings, create, open_store
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import SeenRow, StepRow


def session_made(store: Store, title: str) -> None:
    store.do("Sessie", preparing.create_workshop, title=title, region="Rivierenhoek")


def steps(store: Store) -> list[tuple[str, int, str | None]]:
    query = select(StepRow.laptop, StepRow.number, StepRow.seen).order_by(StepRow.stamp)
    return store.read(lambda session: [tuple(line) for line in session.execute(query)])


@pytest.fixture
def path(tmp_path: Path, around: Surroundings) -> Path:
    path = tmp_path / "een.bouwstenen"
    store = create(path, around)
    session_made(store, "Eerste")
    store.close()
    return path


def test_a_file_that_is_opened_again_has_the_same_writer(path: Path, around: Surroundings) -> None:
    store = open_store(path, around)
    session_made(store, "Tweede")
    (first, *_), (second, *_) = steps(store)
    assert first == second
    assert store.undoable() is not None
    store.close()


def test_a_copy_in_another_place_is_another_writer_that_has_seen_the_first(
    path: Path, around: Surroundings, tmp_path: Path
) -> None:
    copy = tmp_path / "kopie.bouwstenen"
    shutil.copy(path, copy)
    store = open_store(copy, around)
    session_made(store, "Op de kopie")
    session_made(store, "Nog een")
    (first, number, _), (other, _, seen), (_, _, again) = steps(store)
    vectors: dict[str, Any] = dict(
        store.read(lambda session: [tuple(line) for line in session.execute(select(SeenRow.id, SeenRow.vector))])
    )

    assert first != other
    assert seen == again
    assert vectors == {seen: {first: number}}
    store.close()


def test_an_earlier_state_that_is_put_back_gets_another_writer(path: Path, around: Surroundings) -> None:
    kept = path.with_suffix(".bewaard")
    shutil.copy(path, kept)
    store = open_store(path, around)
    session_made(store, "Wordt vergeten")
    store.close()
    shutil.copy(kept, path)

    store = open_store(path, around)
    session_made(store, "Na het terugzetten")
    (first, number, _), (other, other_number, seen) = steps(store)
    assert first != other
    assert (number, other_number) == (1, 1)
    assert seen is not None
    store.close()

    store = open_store(path, around)
    session_made(store, "En verder")
    assert steps(store)[-1][:2] == (other, 2)
    store.close()


def test_the_newest_stamp_is_that_of_the_last_steps(path: Path, around: Surroundings) -> None:
    store = open_store(path, around)
    numbers = store.read(history.numbers)
    stamp = store.read(history.stamp_of_last, numbers)
    assert stamp.endswith(next(iter(numbers)))
    assert store.read(history.stamp_of_last, {}) == ""
    store.close()

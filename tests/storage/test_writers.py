"""Who writes in a file: a writer per place, another one when an earlier state was put back."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bouwstenen_app.domain.identity import derived
from bouwstenen_app.services import merging, preparing
from bouwstenen_app.storage import history
from bouwstenen_app.storage.driver import connect
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


# ---------------------------------------------------------------------- steps of others under our own name


def forged(path: Path, around: Surroundings, folder: Path, number: int, turn: str = "") -> Path:
    """Return a file of bad intent: a copy with a step under the name of this laptop, with any number."""
    other = folder / "vreemd" / "vreemd.bouwstenen"
    other.parent.mkdir(exist_ok=True)
    shutil.copy(path, other)
    writer = derived("writer", around.replica(path), turn) if turn else around.replica(path)
    connection = connect(other)
    (stamp,) = connection.execute("SELECT max(stamp) FROM step").fetchone()
    line = (around.new_id(), writer, number, f"{stamp[:17]}-{writer}", "2026-11-30T10:00:00", "Vals", "do")
    connection.execute("INSERT INTO step (id, laptop, number, stamp, at, label, kind) VALUES (?,?,?,?,?,?,?)", line)
    connection.close()
    return other


def merged(store: Store, around: Surroundings, *files: Path) -> None:
    for _ in merging.merge_files(store, files, around):
        pass


@pytest.mark.parametrize("number", [2, 3, 1_000_000, (1 << 53) - 1])
def test_steps_under_our_own_name_that_we_did_not_write_make_us_another_writer(
    path: Path, around: Surroundings, tmp_path: Path, number: int
) -> None:
    store = open_store(path, around)
    merged(store, around, forged(path, around, tmp_path, number))

    session_made(store, "Zonder opnieuw te openen")
    store.close()
    store = open_store(path, around)
    session_made(store, "Na opnieuw openen")
    own = [(who, count) for who, count, _ in steps(store)][-2:]
    assert own == [(store.laptop, 1), (store.laptop, 2)]
    assert store.laptop != around.replica(path)
    assert store.undoable().label == "Sessie"  # type: ignore[union-attr]
    store.close()


def test_what_we_write_after_that_still_goes_to_other_laptops(
    path: Path, around: Surroundings, tmp_path: Path
) -> None:
    store = open_store(path, around)
    merged(store, around, forged(path, around, tmp_path, (1 << 53) - 1))
    session_made(store, "Daarna")
    store.close()
    other = create(tmp_path / "elders.bouwstenen", around)

    merged(other, around, path)
    assert [one.title for one in other.read(preparing.workshops)] == ["Daarna", "Eerste"]
    other.close()


def test_a_kill_between_the_merge_and_the_note_changes_nothing_of_that(
    path: Path, around: Surroundings, tmp_path: Path
) -> None:
    kept = tmp_path / "notities"
    shutil.copytree(around.data / "schrijvers", kept)
    store = open_store(path, around)
    merged(store, around, forged(path, around, tmp_path, 5_000))
    store.close()
    shutil.copytree(kept, around.data / "schrijvers", dirs_exist_ok=True)

    store = open_store(path, around)
    session_made(store, "Daarna")
    assert steps(store)[-1][:2] == (store.laptop, 1)
    assert store.laptop != around.replica(path)
    store.close()


def test_a_next_name_that_was_taken_too_is_passed_over(path: Path, around: Surroundings, tmp_path: Path) -> None:
    store = open_store(path, around)
    merged(store, around, forged(path, around, tmp_path, 9, turn="1"))
    merged(store, around, forged(path, around, tmp_path, 9, turn="2"))
    merged(store, around, forged(path, around, tmp_path, 9))

    session_made(store, "Daarna")
    assert steps(store)[-1][:2] == (derived("writer", around.replica(path), "3"), 1)
    store.close()


def test_an_earlier_state_of_the_whole_laptop_loses_nothing_when_its_later_steps_come_back(
    path: Path, around: Surroundings, tmp_path: Path
) -> None:
    kept = tmp_path / "toen"
    shutil.copytree(path.parent, kept, ignore=shutil.ignore_patterns("toen"))
    store = open_store(path, around)
    session_made(store, "Later")
    store.copy_to(tmp_path / "bij een ander.bouwstenen")
    store.close()
    shutil.copy(kept / path.name, path)
    shutil.copytree(kept / around.data.relative_to(path.parent), around.data, dirs_exist_ok=True)

    store = open_store(path, around)
    session_made(store, "Opnieuw")
    merged(store, around, tmp_path / "bij een ander.bouwstenen")
    session_made(store, "Daarna")
    assert {one.title for one in store.read(preparing.workshops)} == {"Eerste", "Later", "Opnieuw", "Daarna"}
    store.close()


def test_a_note_that_is_one_step_behind_is_that_of_a_kill(path: Path, around: Surroundings) -> None:
    note = next((around.data / "schrijvers").iterdir())
    before = note.read_bytes()
    store = open_store(path, around)
    session_made(store, "Nog net")
    writer = store.laptop
    store.close()
    note.write_bytes(before)

    store = open_store(path, around)
    assert store.laptop == writer
    store.close()

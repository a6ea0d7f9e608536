import shutil
from collections.abc import Callable, Generator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
from tests.protection import put_under
from tests.services.damage import HEAVY, LIGHT, first_page_zeroed, pages

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.identity import identities
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import auditing, boards, capturing, merging, preparing, rescuing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.rescuing import Rescued
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.opening import Surroundings, open_store

T = TypeVar("T")


def _done(work: Generator[Progress, None, T]) -> T:
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result


def _blocks(path: Path, around: Surroundings) -> dict[str, Block]:
    store = open_store(path, around)
    try:
        return {block.id: block for block in store.read(boards.select_blocks, Selection())}
    finally:
        store.close()


def _spoil(path: Path, damage: Callable[[bytes], bytes]) -> bytes:
    path.write_bytes(spoiled := damage(path.read_bytes()))
    return spoiled


KEY = Key(bytes(range(32)), bytes(range(100, 116)))


@pytest.fixture(scope="module")
def afternoon(tmp_path_factory: pytest.TempPathFactory, example_file: Path) -> tuple[bytes, bytes]:
    """The example workspace after an afternoon of work, without a password and with one."""
    folder = tmp_path_factory.mktemp("middag")
    laptop = Surroundings(folder, "ab" * 16, identities(), datetime.now)
    path = folder / "regio.bouwstenen"
    shutil.copy(example_file, path)
    store = open_store(path, laptop)
    workshop = store.read(preparing.workshops)[0].id
    for number in range(30):
        store.do("Nieuw", capturing.capture, f"Bouwsteen {number} van vanmiddag #signaleren", workshop=workshop)
    store.close()
    plain = path.read_bytes()
    put_under(path, laptop, KEY)
    return plain, path.read_bytes()


@pytest.fixture
def worked_in(tmp_path: Path, afternoon: tuple[bytes, bytes]) -> Path:
    path = tmp_path / "regio.bouwstenen"
    path.write_bytes(afternoon[0])
    return path


@pytest.fixture
def protected(tmp_path: Path, around: Surroundings, afternoon: tuple[bytes, bytes]) -> Path:
    path = tmp_path / "regio.bouwstenen"
    path.write_bytes(afternoon[1])
    around.keys.add(KEY)
    return path


@pytest.mark.parametrize("case", LIGHT)
def test_of_a_lightly_damaged_file_at_least_95_percent_is_saved(
    worked_in: Path, around: Surroundings, case: str
) -> None:
    before = _blocks(worked_in, around)
    spoiled = _spoil(worked_in, LIGHT[case])

    saved = _done(rescuing.rescue(worked_in, rescuing.beside(worked_in), around))

    found = _blocks(saved.path, around)
    assert saved.blocks == len(found)
    assert len(found.keys() & before.keys()) >= 0.95 * len(before)
    assert copies.faults(saved.path) == ()
    assert worked_in.read_bytes() == spoiled, "the damaged file is never written to"


@pytest.mark.parametrize("case", LIGHT)
def test_of_a_lightly_damaged_protected_file_at_least_95_percent_is_saved_under_the_same_password(
    protected: Path, around: Surroundings, case: str
) -> None:
    before = _blocks(protected, around)
    key = around.keys.of(protected)
    _spoil(protected, LIGHT[case])

    saved = _done(rescuing.rescue(protected, rescuing.beside(protected), around))

    assert len(_blocks(saved.path, around).keys() & before.keys()) >= 0.95 * len(before)
    assert around.keys.of(saved.path) == key
    assert copies.faults(saved.path, key) == ()


@pytest.mark.parametrize("case", HEAVY)
@pytest.mark.parametrize("of", ["worked_in", "protected"])
def test_whatever_the_damage_it_ends_in_a_sentence_or_a_sound_file(
    request: pytest.FixtureRequest, around: Surroundings, case: str, of: str
) -> None:
    path: Path = request.getfixturevalue(of)
    spoiled = _spoil(path, HEAVY[case])
    target = rescuing.beside(path)
    with suppress(Problem):
        saved = _done(rescuing.rescue(path, target, around))
        assert copies.faults(target, around.keys.of(target)) == ()
        assert saved.blocks == len(_blocks(target, around))
    assert [file.name for file in path.parent.glob("*.part")] == []
    assert path.read_bytes() == spoiled
    assert not (around.data / "redden").exists() or not any((around.data / "redden").iterdir())


def test_a_sound_file_is_saved_as_it_was_and_work_goes_on_in_it(worked_in: Path, around: Surroundings) -> None:
    before = _blocks(worked_in, around)
    saved = _done(rescuing.rescue(worked_in, rescuing.beside(worked_in), around))

    assert _blocks(saved.path, around) == before
    assert (saved.lost_blocks, saved.lost_sessions) == (0, 0)
    store = open_store(saved.path, around)
    store.do("Nieuw", capturing.capture, "Verder", workshop=store.read(preparing.workshops)[0].id)
    assert len(store.read(boards.select_blocks, Selection())) == len(before) + 1
    assert store.read(boards.count, Selection(query="vanmiddag")) == 30, "the search index is there"
    assert store.read(auditing.entries, store.laptop)[0].line.act == "salvaged"
    store.close()


def test_before_saving_it_is_counted_what_there_is(worked_in: Path, around: Surroundings) -> None:
    _spoil(worked_in, pages(0.02, 2))
    told = _done(rescuing.counted(worked_in, around))
    saved = _done(rescuing.rescue(worked_in, told.path, around))

    assert (told.blocks, told.sessions) == (saved.blocks, saved.sessions)
    assert told.path.name == "regio gered.bouwstenen"
    assert rescuing.beside(worked_in).name == "regio gered 2.bouwstenen"


def test_what_is_missing_is_told(worked_in: Path) -> None:
    told = Rescued(worked_in, 117, 3, 0, lost_blocks=2, lost_sessions=1)
    assert [*told.sentences()] == [
        "117 bouwstenen en 3 sessies zijn nog te lezen.",
        "Zeker is dat 2 bouwstenen ontbreken.",
        "Van 1 sessie is alleen de inhoud er nog; de naam is nu “Geredde sessie”.",
    ]


def test_a_protected_file_whose_password_was_not_given_asks_for_it(protected: Path, around: Surroundings) -> None:
    _spoil(protected, pages(0.02, 2))
    around.keys.forget()
    with pytest.raises(Problem, match="wachtwoord"):
        _done(rescuing.rescue(protected, rescuing.beside(protected), around))


def test_r12_what_a_kill_left_of_an_earlier_time_goes(worked_in: Path, around: Surroundings) -> None:
    left = around.data / "redden" / "van een eerdere keer"
    left.mkdir(parents=True)
    (left / "wrak").write_bytes(b"wat er in stond")
    _done(rescuing.counted(worked_in, around))
    assert not left.exists()


def test_a_file_that_is_open_is_not_saved_from(worked_in: Path, around: Surroundings) -> None:
    store = open_store(worked_in, around)
    with pytest.raises(Problem, match="nog open"):
        _done(rescuing.rescue(worked_in, rescuing.beside(worked_in), around))
    store.close()


@pytest.mark.parametrize("seed", [0, 1, 2, 3, 4, 5])
def test_what_another_laptop_had_can_still_be_merged(
    worked_in: Path, around: Surroundings, tmp_path: Path, seed: int
) -> None:
    whole = tmp_path / "andere laptop.bouwstenen"
    shutil.copy(worked_in, whole)
    before = _blocks(whole, around)
    _spoil(worked_in, pages(0.2, seed))
    saved = _done(rescuing.rescue(worked_in, rescuing.beside(worked_in), around))
    store = open_store(saved.path, around)
    for _ in merging.merge_files(store, [whole], around):
        pass
    after = {b.id: b for b in store.read(boards.select_blocks, Selection())}
    assert [(after[one].title, set(after[one].codes)) for one in before if one in after] == [
        (block.title, set(block.codes)) for block in before.values()
    ]
    store.close()
    assert copies.faults(saved.path) == ()


def test_without_its_first_page_everything_is_still_there(worked_in: Path, around: Surroundings) -> None:
    before = _blocks(worked_in, around)
    _spoil(worked_in, first_page_zeroed)
    saved = _done(rescuing.rescue(worked_in, rescuing.beside(worked_in), around))
    assert _blocks(saved.path, around) == before


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("block.number", "veel"),
        ("block.title", b"\xff\xfe"),
        ("block.conditions", "[4]"),
        ("code.synonyms", "5"),
        ("workshop.agreements", "null"),
        ("step.number", b"\x00"),
        ("change.after", "[]"),
    ],
)
def test_a_value_of_another_kind_is_put_right_from_the_journal_and_nothing_else_is_lost(
    worked_in: Path, around: Surroundings, column: str, value: object
) -> None:
    before = _blocks(worked_in, around)
    table, name = column.split(".")
    _change(
        worked_in, f'UPDATE "{table}" SET "{name}" = ? WHERE rowid % 7 = 0', value, without_rowid=table == "change"
    )

    saved = _done(rescuing.rescue(worked_in, rescuing.beside(worked_in), around))

    assert _blocks(saved.path, around) == before
    assert (saved.blocks, saved.lost_blocks, saved.lost_sessions) == (len(before), 0, 0)
    assert copies.faults(saved.path) == ()


def test_what_neither_journal_nor_row_tells_is_left_out_and_the_rest_of_the_row_is_saved(
    worked_in: Path, around: Surroundings
) -> None:
    before = _blocks(worked_in, around)
    chosen = sorted(before)[-3:]
    for block in chosen:
        _change(worked_in, "DELETE FROM change WHERE row_id = ?", block)
        _change(worked_in, "UPDATE block SET explanation = x'ff', votes = 'veel' WHERE id = ?", block)

    saved = _done(rescuing.rescue(worked_in, rescuing.beside(worked_in), around))

    found = _blocks(saved.path, around)
    assert found.keys() == before.keys()
    assert [found[block].title for block in chosen] == [before[block].title for block in chosen]
    assert [(found[block].explanation, found[block].votes) for block in chosen] == [("", 0)] * 3
    assert copies.faults(saved.path) == ()


def _change(path: Path, statement: str, value: object, *, without_rowid: bool = False) -> None:
    if without_rowid:
        statement = statement.replace("rowid % 7", "position % 7")
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF").fetchall()
        connection.execute(statement, (value,))

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.driver import APPLICATION_ID, connect
from bouwstenen_app.storage.schema import VERSION
from bouwstenen_app.storage.store import Store


@pytest.fixture
def copy(example_store: Store, tmp_path: Path) -> Path:
    path = tmp_path / "kopie.bouwstenen"
    example_store.copy_to(path)
    return path


def test_a_copy_is_sound_and_says_whose_it_is(copy: Path) -> None:
    assert copies.faults(copy) == ()
    copies.check(copy)
    connection = connect(copy, read_only=True)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    connection.close()


def test_a_copy_of_a_file_that_a_sleeping_program_keeps_locked_is_a_problem_and_never_waits_for_ever(
    copy: Path, tmp_path: Path
) -> None:
    asleep, source = connect(copy), connect(copy, read_only=True)
    asleep.execute("BEGIN EXCLUSIVE")
    source.execute("PRAGMA busy_timeout=10")

    with pytest.raises(Problem, match="Een ander programma houdt dit bestand vast"):
        copies.copy_database(source, tmp_path / "tweede.bouwstenen")
    assert not (tmp_path / "tweede.bouwstenen").exists()
    asleep.close()
    copies.copy_database(source, tmp_path / "tweede.bouwstenen")
    source.close()
    assert copies.faults(tmp_path / "tweede.bouwstenen") == ()


def test_a_copy_leaves_nothing_beside_it(copy: Path) -> None:
    assert [file.name for file in copy.parent.glob("kopie*")] == [copy.name]


def test_a_copy_replaces_what_is_there_at_once(example_store: Store, tmp_path: Path) -> None:
    target = tmp_path / "oud.bouwstenen"
    target.write_bytes(b"iets anders")
    example_store.copy_to(target)

    assert copies.faults(target) == ()


@pytest.mark.parametrize("target", ["weg/kopie.bouwstenen", "x" * 300, "kopie.bouwstenen/kopie.bouwstenen"])
def test_a_copy_that_cannot_be_made_is_a_problem_and_leaves_nothing(
    example_store: Store, copy: Path, tmp_path: Path, target: str
) -> None:
    before = sorted(tmp_path.iterdir())

    with pytest.raises(Problem):
        example_store.copy_to(tmp_path / target)
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_that_is_there_is_not_lost_when_a_copy_to_it_fails(
    example_store: Store, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = copy.read_bytes()

    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(Problem, match="De schijf is vol"):
        example_store.copy_to(copy)

    assert copy.read_bytes() == before
    assert [file.name for file in copy.parent.glob("kopie*")] == [copy.name]


Damage = Callable[[bytearray], None]


def _a_page_of_noise(data: bytearray) -> None:
    data[4096 * 40 : 4096 * 41] = random.Random(1).randbytes(4096)


def _half(data: bytearray) -> None:
    del data[len(data) // 2 :]


@pytest.mark.parametrize("damage", [_a_page_of_noise, _half], ids=["a page of noise", "half the file"])
def test_damage_is_found(copy: Path, damage: Damage) -> None:
    data = bytearray(copy.read_bytes())
    damage(data)
    copy.write_bytes(data)

    assert copies.faults(copy)
    with pytest.raises(Problem, match="niet gaaf"):
        copies.check(copy)


def test_a_reference_to_nothing_is_found(copy: Path) -> None:
    connection = connect(copy)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("UPDATE tagging SET block_id = 'nergens' WHERE rowid = 5")
    connection.close()

    assert copies.faults(copy) == ("tagging: block",)


def test_a_search_index_that_says_something_else_than_the_blocks_is_found(copy: Path) -> None:
    connection = connect(copy)
    connection.execute("DROP TRIGGER block_search_change")
    connection.execute("UPDATE block SET title = 'ongezien' WHERE row = 3")
    connection.close()

    assert copies.faults(copy)


def test_a_changed_letter_in_a_text_is_found(copy: Path) -> None:
    data = bytearray(copy.read_bytes())
    place = data.index(b"Wijkagent en wijkteam samen aan de deur")
    data[place] = ord("V")
    copy.write_bytes(data)

    assert copies.faults(copy)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"\x89PNG\r\n\x1a\n" * 100])
def test_what_is_no_database_is_at_fault(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "vreemd"
    path.write_bytes(content)

    assert copies.faults(path) or content == b"", "an empty file is an empty database"


def test_what_is_not_there_is_at_fault(tmp_path: Path) -> None:
    assert copies.faults(tmp_path / "weg")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("data", [None, 3, "tekst", b"andere bytes"])
def test_a_photo_that_is_none_is_a_fault(copy: Path, data: object) -> None:
    connection = connect(copy)
    connection.execute("PRAGMA ignore_check_constraints=ON")
    connection.execute("PRAGMA writable_schema=ON")
    connection.execute("UPDATE sqlite_master SET sql = replace(sql, 'data BLOB NOT NULL', 'data BLOB')")
    connection.close()
    connection = connect(copy)
    connection.execute("INSERT INTO picture (id, format, data) VALUES (?, 'png', ?)", ("ab" * 16, data))
    connection.close()

    assert "een foto is beschadigd (abababab)" in copies.faults(copy)

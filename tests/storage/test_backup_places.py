"""The backups of a workspace that got another name or place: found, protected and erased there too."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.protection import PASSWORD, protect, put_under

from bouwstenen_app.domain.erasures import Said
from bouwstenen_app.services import backups, erasing, preparing, unlocking
from bouwstenen_app.storage import backup_places
from bouwstenen_app.storage.opening import Surroundings, open_store

NAME = "Zwanenburg"


@pytest.fixture
def path(new_file: Path, tmp_path: Path, around: Surroundings) -> Path:
    """A workspace with a word in it and one backup, in a folder of its own."""
    (tmp_path / "werk").mkdir()
    path = Path(shutil.copyfile(new_file, tmp_path / "werk" / "najaar.bouwstenen"))
    with closing(open_store(path, around)) as store:
        store.do("Sessie", preparing.create_workshop, title=f"Sessie {NAME}", region="Rivierenhoek")
    back_up(path, around)
    return path


def back_up(path: Path, around: Surroundings) -> None:
    with closing(open_store(path, around)) as store:
        done(backups.backup_if_changed(store, around))


def done(work: Iterator[object]) -> None:
    for _ in work:
        pass


def names(path: Path, around: Surroundings) -> list[str]:
    return [backup.path.name for backup in backups.backups(around, path)]


def test_a_workspace_that_is_renamed_or_moved_finds_its_backups_where_it_is(
    path: Path, around: Surroundings
) -> None:
    kept = names(path, around)
    for place in ("herfst.bouwstenen", "archief/herfst.bouwstenen"):
        there = path.parent / place
        there.parent.mkdir(exist_ok=True)
        path = path.rename(there)
        back_up(path, around)
        assert names(path, around) == kept, "and nothing changed: there is no second one"
    assert len([*(around.data / "reservekopieën").iterdir()]) == 1


def test_so_does_one_whose_folder_got_another_name(path: Path, around: Surroundings) -> None:
    kept = names(path, around)
    path = path.parent.rename(path.parent.with_name("werk 2026")) / path.name
    back_up(path, around)
    assert names(path, around) == kept


def test_one_that_came_to_another_disk_finds_them_too(path: Path, around: Surroundings, tmp_path: Path) -> None:
    kept = names(path, around)
    there = Path(shutil.copyfile(path, tmp_path / "elders.bouwstenen"))  # another file for the disk
    path.unlink()
    back_up(there, around)
    assert names(there, around) == kept


def test_a_copy_leaves_the_backups_where_they_are(path: Path, around: Surroundings, tmp_path: Path) -> None:
    kept = names(path, around)
    copy = Path(shutil.copyfile(path, tmp_path / "kopie.bouwstenen"))
    back_up(copy, around)
    assert names(path, around) == kept
    assert len(names(copy, around)) == 1


def test_a_copy_of_what_is_on_a_stick_that_is_away_leaves_them_too(
    path: Path, around: Surroundings, tmp_path: Path
) -> None:
    kept = names(path, around)
    copy = Path(shutil.copyfile(path, tmp_path / "kopie.bouwstenen"))
    away = path.parent.rename(tmp_path / "stick die eruit is")
    back_up(copy, around)
    away.rename(path.parent)
    assert names(path, around) == kept


def test_r07_a_password_reaches_the_backups_of_before_the_new_name(path: Path, around: Surroundings) -> None:
    path = path.rename(path.with_name("herfst.bouwstenen"))
    back_up(path, around)
    assert put_under(path, around, unlocking.new_key(PASSWORD, PASSWORD)).backups == 1
    assert not [file for file in around.data.rglob("*.bouwstenen") if NAME.encode() in file.read_bytes()]


def test_r04_so_does_erasing(path: Path, around: Surroundings) -> None:
    path = path.rename(path.with_name("herfst.bouwstenen"))
    with closing(open_store(path, around)) as store:
        done(backups.backup_if_changed(store, around))
        told = Said()
        done(erasing.replace_everywhere(store, NAME, "[naam]", around, told))
    assert told.backups == 1
    assert not [file for file in around.data.rglob("*.bouwstenen") if NAME.encode() in file.read_bytes()]


def test_r12_where_a_workspace_was_is_forgotten_with_its_backups(path: Path, around: Surroundings) -> None:
    assert [*backup_places.left_behind(around)] == []
    path.unlink()
    assert [*backup_places.left_behind(around)] == [(path, around.backups(path), 1)]
    shutil.rmtree(around.backups(path))
    assert [*backup_places.left_behind(around)] == []
    assert [*(around.data / "plekken").iterdir()] == []


@pytest.mark.parametrize("locked", [False, True])
def test_of_a_damaged_file_with_a_new_name_they_are_found_before_it_opens(
    path: Path, around: Surroundings, *, locked: bool
) -> None:
    if locked:
        protect(path, around)
    kept = names(path, around)
    path = path.rename(path.with_name("herfst.bouwstenen"))
    with path.open("r+b") as file:
        file.seek(2000)
        file.write(b"kapot" * 1000)
    fresh = Surroundings(around.data, around.laptop, around.new_id, around.now)
    backup_places.follow(path, fresh)
    assert names(path, around) == kept


def test_another_workspace_that_the_disk_calls_the_same_gets_nothing(
    path: Path, around: Surroundings, example_file: Path, tmp_path: Path
) -> None:
    kept = names(path, around)
    told = path.stat()
    other = Path(shutil.copyfile(example_file, tmp_path / "andere.bouwstenen"))
    path.unlink()
    note = next((around.data / "plekken").glob("*.json"))
    note.write_text(note.read_text().replace(f"-{told.st_ino}", f"-{other.stat().st_ino}"))
    backup_places.follow(other, around)
    assert names(other, around) == []
    assert names(path, around) == kept

"""The working copy of a file in a synced folder, and the moments at which somebody else is at that file."""

import os
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage.failures import Damaged
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.opening import Surroundings, create, open_store
from bouwstenen_app.storage.own_folder import actual_file, is_there, working_file
from bouwstenen_app.storage.working import LARGE, Changed, Working


@pytest.fixture
def place(tmp_path: Path, around: Surroundings) -> Path:
    folder = tmp_path / "wolk"
    folder.mkdir()
    create(folder / "werk.bouwstenen", around).close()
    return folder / "werk.bouwstenen"


@pytest.fixture
def working(place: Path, around: Surroundings) -> Working:
    made = Working(place, working_file(around.data, place), "OneDrive", datetime.now)
    made.take()
    return made


def copied(working: Working, ready: Path) -> None:
    ready.write_bytes(working.file.read_bytes())


def test_the_copy_is_the_file_under_a_name_that_says_nothing(
    working: Working, place: Path, around: Surroundings
) -> None:
    assert working.file.read_bytes() == place.read_bytes()
    assert "werk" not in working.file.name
    assert actual_file(around.data, place) == working.file
    place.unlink()
    assert is_there(around.data, place)
    working.forget()
    assert not is_there(around.data, place)
    assert list(working.file.parent.iterdir()) == []


def test_a_file_that_changes_while_it_is_brought_up_to_date_is_not_overwritten(
    working: Working, place: Path
) -> None:
    def made(ready: Path) -> None:
        copied(working, ready)
        place.write_bytes(b"van een ander")

    working.note_write()
    with pytest.raises(Changed):
        working.put_out(made, None)
    assert place.read_bytes() == b"van een ander"
    assert working.is_pending
    assert [one.name for one in place.parent.iterdir()] == [place.name]


def test_what_is_written_meanwhile_is_still_to_be_put_in_its_place(working: Working) -> None:
    def made(ready: Path) -> None:
        copied(working, ready)
        working.note_write()

    working.note_write()
    working.put_out(made, None)
    assert working.is_pending


def test_a_copy_that_is_not_sound_is_never_put_in_its_place(working: Working, place: Path) -> None:
    before = place.read_bytes()
    working.note_write()
    with pytest.raises(Damaged, match="niet gaaf"):
        working.put_out(lambda ready: ready.write_bytes(before[:5000]) and None, None)
    assert place.read_bytes() == before


def test_a_file_that_only_got_another_time_was_not_changed(working: Working, place: Path, tmp_path: Path) -> None:
    os.utime(place, (1, 1))
    assert not working.sight(tmp_path / "kopie")
    place.write_bytes(place.read_bytes() + b"x")
    assert working.sight(tmp_path / "kopie")
    assert (tmp_path / "kopie").read_bytes() == place.read_bytes()


def test_without_its_note_a_file_counts_as_changed(working: Working, tmp_path: Path) -> None:
    working.file.with_suffix(".json").write_text("{}", encoding="ascii")
    assert working.sight(tmp_path / "kopie")


def test_the_journal_of_another_version_is_taken_away_with_it(working: Working, place: Path) -> None:
    left = place.with_name(place.name + "-journal")
    left.write_bytes(b"")
    working.note_write()
    working.put_out(lambda ready: copied(working, ready), None)
    assert not left.exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="who is root may write everywhere")
def test_a_folder_that_takes_nothing_keeps_the_copy(working: Working, place: Path) -> None:
    working.note_write()
    place.parent.chmod(0o500)
    try:
        with pytest.raises(Problem):
            working.put_out(lambda ready: copied(working, ready), None)
        working.let_go(None)
    finally:
        place.parent.chmod(0o700)
    assert working.is_here


@pytest.mark.skipif(os.name != "posix", reason="links and modes as POSIX has them")
def test_a_link_stays_a_link_and_who_may_read_the_file_stays_too(
    place: Path, around: Surroundings, tmp_path: Path
) -> None:
    place.chmod(0o640)
    link = tmp_path / "snel.bouwstenen"
    link.symlink_to(place)
    store = open_store(link, Surroundings(around.data, around.laptop, around.new_id, around.now, synced=_synced))
    store.remember("sessie", "hier")
    store.close()
    assert link.is_symlink()
    assert place.stat().st_mode & 0o777 == 0o640
    assert b"hier" in place.read_bytes()


def test_no_workspace_is_made_over_one_that_is_only_here(
    working: Working, place: Path, around: Surroundings
) -> None:
    place.unlink()
    with pytest.raises(Problem, match="bestaat al"):
        create(place, around)


def test_a_protected_file_of_which_a_step_was_cut_short_is_whole_before_it_is_copied(
    tmp_path: Path, around: Surroundings
) -> None:
    key = Key(bytes(range(32)), b"zestien bytes nu")
    around.keys.add(key)
    path = tmp_path / "kort.bouwstenen"
    create(path, around, key=key).close()
    path.with_name(path.name + "-journal").write_bytes(b"geen heel dagboek")
    store = open_store(
        path, Surroundings(around.data, around.laptop, around.new_id, around.now, around.keys, _synced)
    )
    assert store.file != path
    assert store.is_sound()
    store.close()
    assert not path.with_name(path.name + "-journal").exists()


def test_what_is_on_disk_just_after_the_copy_was_made_is_still_to_be_put_in_its_place(
    place: Path, around: Surroundings
) -> None:
    store = open_store(place, _in_the_cloud(around))
    working, made = store.working, list[Connection]()
    assert working is not None

    def copied_first(connection: Connection) -> None:
        """A job makes its copy while what is written is not on disk yet."""
        if not made:
            made.append(connection)
            working.put_out(store.copy_to, store.key)

    event.listen(store._engine, "commit", copied_first)
    store.remember("sessie", "tweehonderd")
    assert made
    assert b"tweehonderd" not in place.read_bytes()
    assert working.is_pending
    store.close()
    assert b"tweehonderd" in place.read_bytes()


def test_what_is_put_aside_keeps_the_step_that_is_to_be_taken_back(working: Working, place: Path) -> None:
    left = place.with_name(place.name + "-journal")
    left.write_bytes(b"van die ander")
    working.note_write()
    aside = working.put_aside(datetime(2026, 12, 1, 2, 0))
    assert aside is not None
    working.put_out(lambda ready: copied(working, ready), None, anew=True)
    assert aside.with_name(aside.name + "-journal").read_bytes() == b"van die ander"
    assert not left.exists()


def test_a_copy_with_a_step_to_take_back_is_not_put_in_its_place_and_stays(working: Working, place: Path) -> None:
    before = place.read_bytes()
    journal = working.file.with_name(working.file.name + "-journal")
    journal.write_bytes(b"een halve stap")
    working.file.write_bytes(before + bytes(4096))
    working.note_write()
    working.let_go(None)
    assert place.read_bytes() == before
    assert journal.exists()
    assert working.is_here


def test_a_file_that_was_taken_away_stays_here_also_when_nothing_was_written(working: Working, place: Path) -> None:
    place.unlink()
    working.let_go(None)
    assert working.is_here


def test_a_large_copy_that_was_found_damaged_takes_the_place_of_nothing(working: Working, place: Path) -> None:
    before = place.read_bytes()
    with working.file.open("rb+") as file:
        file.truncate(LARGE + 1)
    working.note_write()
    working.damaged = True
    working.let_go(None)
    assert place.read_bytes() == before
    assert working.is_here


def test_of_a_copy_that_was_left_over_it_is_not_known_what_was_erased(working: Working) -> None:
    again = Working(working.place, working.file, "OneDrive", datetime.now)
    assert again.erased
    with again.place.open("rb") as before:
        again.put_out(lambda ready: copied(again, ready), None)
        if os.name == "posix":
            assert not any(before.read())
    assert not again.erased


def test_an_own_folder_that_takes_no_note_is_a_problem_and_no_bug(working: Working, place: Path) -> None:
    note = working.file.with_suffix(".json")
    note.unlink()
    note.mkdir()
    with pytest.raises(Problem):
        working.come_in(place)


def test_r12_what_a_kill_left_unfinished_goes_at_the_next_opening_of_any_workspace(
    working: Working, place: Path, around: Surroundings
) -> None:
    left = [working.file.with_suffix(ending) for ending in (".part", ".part-noot", ".uit")]
    for one in [*left, working.file.with_suffix(".uit.part-journal")]:
        one.write_bytes(b"wat er in stond")
    held = open_store(place, _in_the_cloud(around))
    another = place.with_name("ander.bouwstenen")
    create(another, around).close()
    open_store(another, around).close()
    assert all(one.exists() for one in left), "somebody works in it"
    held.close()
    working.take()
    for one in left:
        one.write_bytes(b"wat er in stond")
    open_store(another, around).close()
    assert sorted(one.suffix for one in working.file.parent.iterdir()) == [".bouwstenen", ".json"]


def _in_the_cloud(around: Surroundings) -> Surroundings:
    return Surroundings(around.data, around.laptop, around.new_id, around.now, around.keys, _synced)


def _synced(_: Path) -> str:
    return "OneDrive"

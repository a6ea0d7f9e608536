import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.protection import put_under

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import auditing, backups, boards, capturing, preparing
from bouwstenen_app.services.backups import Looked, backup_if_changed
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.driver import bare
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.opening import Surroundings, open_store
from bouwstenen_app.storage.securing import rekey
from bouwstenen_app.storage.store import Store

START = datetime(2026, 11, 24, 9, 0)


@pytest.fixture
def hours(around: Surroundings) -> Surroundings:
    """Surroundings in which every look at the clock is an hour later."""
    count = iter(range(10_000))
    return Surroundings(around.data, around.laptop, around.new_id, lambda: START + timedelta(hours=next(count)))


def _run(store: Store, around: Surroundings) -> list[Progress]:
    return list(backup_if_changed(store, around))


def _title(store: Store, workshop: str, title: str) -> None:
    store.do("Titel", preparing.edit_workshop, workshop, title=title)


def test_a_workspace_is_backed_up_the_first_time(empty_store: Store, workshop: str, around: Surroundings) -> None:
    progress = _run(empty_store, around)
    (backup,) = backups.backups(around, empty_store.path)

    assert [step.fraction for step in progress] == [0.0, 0.5, 1.0]
    assert backup.path.parent == around.data / "reservekopieën" / backup.path.parent.name
    assert backup.path.name == f"{backup.at:%Y-%m-%d %H%M%S}.bouwstenen"
    assert abs(datetime.now() - backup.at) < timedelta(minutes=5)
    assert backup.size == backup.path.stat().st_size
    assert not backup.migrated
    assert copies.faults(backup.path) == ()


def test_a_backup_opens_and_holds_everything(empty_store: Store, workshop: str, around: Surroundings) -> None:
    empty_store.do("Bouwsteen", capturing.capture, "Een @politie", workshop=workshop)
    _run(empty_store, around)
    (backup,) = backups.backups(around, empty_store.path)

    opened = open_store(backup.path, around)
    assert opened.read(boards.blocks_of, workshop) == empty_store.read(boards.blocks_of, workshop)
    opened.close()


def test_without_a_change_there_is_no_second_backup_but_the_file_is_looked_over(
    empty_store: Store, workshop: str, hours: Surroundings
) -> None:
    _run(empty_store, hours)
    progress = _run(empty_store, hours)

    assert [step.what for step in progress] == ["Kopie maken", "Kopie nakijken", "Klaar"]
    assert len(list(hours.backups(empty_store.path).iterdir())) == 1


def test_a_change_makes_a_new_backup_and_the_newest_comes_first(
    empty_store: Store, workshop: str, hours: Surroundings
) -> None:
    _run(empty_store, hours)
    _title(empty_store, workshop, "Anders")
    _run(empty_store, hours)

    newest, oldest = backups.backups(hours, empty_store.path)
    assert newest.at > oldest.at
    empty_store.undo()
    _run(empty_store, hours)
    assert len(backups.backups(hours, empty_store.path)) == 3, "undo is a change too"


def test_few_are_kept_and_easy_to_find(empty_store: Store, workshop: str, hours: Surroundings) -> None:
    folder = hours.backups(empty_store.path)
    folder.mkdir(parents=True)
    for day in range(1, 24):
        for hour in range(8, 18):
            (folder / f"2026-11-{day:02d} {hour:02d}0000.bouwstenen").write_bytes(b"")
    migrated = folder / "2025-01-01 120000 versie 1.bouwstenen"
    migrated.write_bytes(b"")
    others = folder / "mijn kopie.bouwstenen"
    others.write_bytes(b"")
    _run(empty_store, hours)

    kept = backups.backups(hours, empty_store.path)
    days = [backup.at.date() for backup in kept if not backup.migrated]
    assert kept[0].size > 0
    assert days.count(kept[0].at.date()) == 1, "the one of now"
    assert len(set(days)) == len(days) - sum(backup.at.day == 23 for backup in kept) + 1
    assert 10 < len(days) < 25
    assert [backup.path for backup in kept if backup.migrated] == [migrated]
    assert others.exists()


def test_what_was_kept_before_a_merge_stays_when_others_go(
    empty_store: Store, workshop: str, hours: Surroundings
) -> None:
    def keep() -> Path:
        work = backups.keep_before(empty_store, hours, backups.BEFORE_MERGE)
        while True:
            try:
                next(work)
            except StopIteration as end:
                kept: Path = end.value
                return kept

    first = keep()
    assert first.name.endswith(" voor samenvoegen.bouwstenen")
    assert keep() == first, "nothing changed since"
    for number in range(40):
        _title(empty_store, workshop, f"Titel {number}")
        _run(empty_store, hours)
    assert first.exists()
    for number in range(backups.KEPT):
        _title(empty_store, workshop, f"Samenvoegen {number}")
        keep()
    kept = [backup for backup in backups.backups(hours, empty_store.path) if backup.reason == backups.BEFORE_MERGE]
    assert len(kept) == backups.KEPT
    assert not first.exists()


def test_a_backup_that_a_wrong_clock_dated_ahead_is_not_the_newest(
    empty_store: Store, workshop: str, around: Surroundings
) -> None:
    _run(empty_store, around)
    (first,) = backups.backups(around, empty_store.path)
    wrong = first.path.with_name("2036-01-01 120000.bouwstenen")
    first.path.rename(wrong)
    _title(empty_store, workshop, "Anders")
    _run(empty_store, around)

    newest, oldest = backups.backups(around, empty_store.path)
    assert newest.at.year < 2036
    assert oldest.path == wrong


def test_at_closing_what_changed_is_kept_and_nothing_else(
    empty_store: Store, workshop: str, hours: Surroundings
) -> None:
    backups.backup_at_closing(empty_store, hours)
    backups.backup_at_closing(empty_store, hours)
    assert len(backups.backups(hours, empty_store.path)) == 1
    _title(empty_store, workshop, "Anders")
    backups.backup_at_closing(empty_store, hours)

    newest, _ = backups.backups(hours, empty_store.path)
    assert copies.faults(newest.path) == ()
    assert backups.has_all(empty_store, newest)


def test_at_closing_a_full_disk_does_not_stop_anyone(empty_store: Store, around: Surroundings) -> None:
    (around.data / "reservekopieën").write_text("in de weg")
    backups.backup_at_closing(empty_store, around)


def test_r19_a_plain_backup_of_a_protected_workspace_gets_its_password_at_the_next_opening(
    empty_store: Store, workshop: str, around: Surroundings
) -> None:
    _run(empty_store, around)
    empty_store.close()
    path = empty_store.path
    (first,) = backups.backups(around, path)
    data = first.path.read_bytes()
    _secure(path, around)
    plain = first.path.with_name("2026-01-01 120000.bouwstenen")
    plain.write_bytes(data)  # as a sync program or a person would put it back
    store = open_store(path, around)
    said = Looked()
    for _ in backup_if_changed(store, around, said):
        pass
    assert (said.protected, said.strange) == (1, 0)
    assert copies.faults(plain, store.key) == ()
    assert not plain.read_bytes().startswith(b"SQLite")
    store.close()


def test_r19_a_backup_with_another_password_is_told_and_stays(empty_store: Store, around: Surroundings) -> None:
    path = empty_store.path
    empty_store.close()
    _secure(path, around)
    folder = around.backups(path)
    folder.mkdir(parents=True)
    other = folder / "2026-01-01 120000.bouwstenen"
    shutil.copy(path, other)
    rekey(other, around.keys.of(path), key := Key(bytes(32), bytes(range(16))))
    store = open_store(path, around)
    said = Looked()
    for _ in backup_if_changed(store, around, said):
        pass
    assert said.strange == 1
    assert copies.faults(other, key) == ()
    store.close()


def test_all_backups_go_when_the_workspace_has_to_be_forgotten(
    empty_store: Store, workshop: str, hours: Surroundings
) -> None:
    _run(empty_store, hours)
    _title(empty_store, workshop, "Anders")
    _run(empty_store, hours)
    assert backups.remove_all(hours, empty_store.path) == 2
    assert backups.backups(hours, empty_store.path) == ()


def test_a_search_index_that_is_out_of_step_is_made_anew_and_told(
    empty_store: Store, workshop: str, around: Surroundings
) -> None:
    empty_store.do("Bouwsteen", capturing.capture, "Een opvallende titel", workshop=workshop)
    empty_store.close()
    connection = bare(empty_store.path, "rw")
    connection.execute("INSERT INTO block_search(block_search) VALUES ('delete-all')")
    connection.close()
    assert copies.faults(empty_store.path)

    store = open_store(empty_store.path, around)
    said = Looked()
    for _ in backup_if_changed(store, around, said):
        pass
    assert said.mended
    assert store.faults() == ()
    assert store.read(boards.count, Selection(query="opvallende")) == 1
    assert [entry.line.told for entry in store.read(auditing.entries, store.laptop)] == ["Zoekindex hersteld"]
    (backup,) = backups.backups(around, store.path)
    assert copies.faults(backup.path) == (), "kept before, and sound"
    store.close()


@pytest.mark.parametrize("content", [b"", b"onzin", b"SQLite format 3\0" + bytes(200)])
def test_a_newest_backup_that_cannot_be_read_is_no_backup(
    empty_store: Store, hours: Surroundings, content: bytes
) -> None:
    folder = hours.backups(empty_store.path)
    folder.mkdir(parents=True)
    (folder / "2026-11-01 120000.bouwstenen").write_bytes(content)
    _run(empty_store, hours)

    assert len(backups.backups(hours, empty_store.path)) == 2


def test_a_damaged_workspace_is_told_with_what_to_do_and_no_backup_is_replaced(
    empty_store: Store, workshop: str, hours: Surroundings
) -> None:
    empty_store.do("Bouwsteen", capturing.capture, "Een opvallende titel", workshop=workshop)
    _run(empty_store, hours)
    (sound,) = backups.backups(hours, empty_store.path)
    _title(empty_store, workshop, "Anders")
    empty_store.close()
    _spoil(empty_store.path)

    damaged = open_store(empty_store.path, hours)
    with pytest.raises(Problem) as raised:
        _run(damaged, hours)
    damaged.close()

    assert str(raised.value) == (
        f"leeg.bouwstenen is beschadigd. Werk verder in de reservekopie van 24-11-2026 om {sound.at:%H:%M}; "
        "je vindt haar bij Instellingen › Reservekopieën."
    )
    assert backups.backups(hours, empty_store.path) == (sound,)
    assert [file.name for file in sound.path.parent.iterdir()] == [sound.path.name]


def test_a_damaged_workspace_without_any_backup_is_told_too(
    empty_store: Store, workshop: str, around: Surroundings
) -> None:
    empty_store.do("Bouwsteen", capturing.capture, "Een opvallende titel", workshop=workshop)
    empty_store.close()
    _spoil(empty_store.path)

    damaged = open_store(empty_store.path, around)
    with pytest.raises(Problem, match="is beschadigd en er is nog geen reservekopie"):
        _run(damaged, around)
    damaged.close()
    assert list(around.backups(empty_store.path).iterdir()) == []


def test_a_backup_that_is_broken_off_leaves_nothing(empty_store: Store, around: Surroundings) -> None:
    work = backup_if_changed(empty_store, around)
    next(work)
    next(work)
    work.close()  # type: ignore[attr-defined]

    assert list(around.backups(empty_store.path).iterdir()) == []


def test_what_a_killed_program_left_is_cleared(empty_store: Store, around: Surroundings) -> None:
    folder = around.backups(empty_store.path)
    folder.mkdir(parents=True)
    (folder / "nakijken-1.bouwstenen").write_bytes(b"half")
    _run(empty_store, around)

    assert len(list(folder.iterdir())) == 1


def test_a_folder_that_cannot_be_made_is_a_problem(empty_store: Store, around: Surroundings) -> None:
    (around.data / "reservekopieën").write_text("in de weg")

    with pytest.raises(Problem):
        _run(empty_store, around)


def test_work_goes_on_while_a_backup_is_made(empty_store: Store, workshop: str, around: Surroundings) -> None:
    for _ in backup_if_changed(empty_store, around):
        empty_store.do("Bouwsteen", capturing.capture, "Tussendoor", workshop=workshop)

    assert len(empty_store.read(boards.blocks_of, workshop)) == 3
    (backup,) = backups.backups(around, empty_store.path)
    assert copies.faults(backup.path) == ()


def _secure(path: Path, around: Surroundings) -> None:
    put_under(path, around, Key(bytes(range(32)), bytes(range(16, 32))))


def _spoil(path: Path) -> None:
    """Change one letter of a text, which only the comparison with the search index shows."""
    data = bytearray(path.read_bytes())
    data[data.index(b"Een opvallende titel")] = ord("X")
    path.write_bytes(data)


def test_the_last_backup_of_a_moment_with_several_is_the_one_that_stays(
    empty_store: Store, workshop: str, around: Surroundings
) -> None:
    clock = START
    laptop = Surroundings(around.data, around.laptop, around.new_id, lambda: clock)
    for number in range(3):
        _title(empty_store, workshop, f"Titel {number}")
        list(backups.keep_before(empty_store, laptop, backups.BEFORE_MERGE))
    clock += timedelta(seconds=1)
    _title(empty_store, workshop, "De laatste")
    backups.backup_at_closing(empty_store, laptop)

    newest = backups.backups(laptop, empty_store.path)[0]
    assert backups.has_all(empty_store, newest)

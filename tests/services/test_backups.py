from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import backups, boards, capturing, preparing
from bouwstenen_app.services.backups import backup_if_changed
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.opening import Surroundings, open_store
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


def test_the_newest_twenty_are_kept(empty_store: Store, workshop: str, hours: Surroundings) -> None:
    folder = hours.backups(empty_store.path)
    folder.mkdir(parents=True)
    for day in range(1, 26):
        (folder / f"2026-01-{day:02d} 120000.bouwstenen").write_bytes(b"")
    migrated = folder / "2025-01-01 120000 versie 1.bouwstenen"
    migrated.write_bytes(b"")
    others = folder / "mijn kopie.bouwstenen"
    others.write_bytes(b"")
    _run(empty_store, hours)

    kept = backups.backups(hours, empty_store.path)
    assert len([backup for backup in kept if not backup.migrated]) == 20
    assert kept[0].at.year == 2026
    assert kept[0].size > 0
    assert [backup.path for backup in kept if backup.migrated] == [migrated]
    assert others.exists()
    assert not (folder / "2026-01-06 120000.bouwstenen").exists()
    assert (folder / "2026-01-07 120000.bouwstenen").exists()


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


def _spoil(path: Path) -> None:
    """Change one letter of a text, which only the comparison with the search index shows."""
    data = bytearray(path.read_bytes())
    data[data.index(b"Een opvallende titel")] = ord("X")
    path.write_bytes(data)

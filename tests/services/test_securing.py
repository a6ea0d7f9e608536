import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.protection import PASSWORD, put_under
from tests.services.found import titles_in

from bouwstenen_app.domain.identity import identities
from bouwstenen_app.domain.intakes import Intake
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import backups, boards, capturing, checking, merging, preparing, unlocking
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.keys import Key, Locked, WrongKey, key_of, new_salt, recovery_code
from bouwstenen_app.storage.opening import Surroundings, create, open_store

CANARY = "kanariepietendieniemandmaglezen"


def _result(work: merging.Told) -> Intake:
    while True:
        try:
            next(work)
        except StopIteration as end:
            intake: Intake = end.value
            return intake


def _anew(around: Surroundings) -> Surroundings:
    """The same laptop after a restart: it knows no key."""
    return Surroundings(around.data, around.laptop, identities(), around.now)


def _backed_up(path: Path, around: Surroundings) -> None:
    store = open_store(path, around)
    for _ in backups.backup_if_changed(store, around):
        pass
    store.close()


@pytest.fixture
def workspace(tmp_path: Path, around: Surroundings, new_file: Path) -> Path:
    """A workspace without a password, with a canary in it and a backup of that."""
    path = tmp_path / "regio.bouwstenen"
    shutil.copy(new_file, path)
    store = open_store(path, around)
    workshop = store.do("Sessie", preparing.create_workshop, title="Sessie", region="Heuvelrug").result
    store.do("Nieuw", capturing.capture, f"De {CANARY} belt de school", workshop=workshop)
    store.close()
    _backed_up(path, around)
    return path


@pytest.fixture
def protected(workspace: Path, around: Surroundings) -> Path:
    put_under(workspace, around, unlocking.new_key(PASSWORD, PASSWORD))
    return workspace


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _leaks(folder: Path) -> list[str]:
    return [path.name for path in _files(folder) if CANARY.encode() in path.read_bytes()]


def test_r07_a_password_hides_every_word_in_the_workspace_and_its_backups(
    workspace: Path, around: Surroundings, tmp_path: Path
) -> None:
    before = titles_in(workspace, around)
    assert len(_leaks(tmp_path)) == 2, "the workspace and its backup"

    said = put_under(workspace, around, unlocking.new_key(PASSWORD, PASSWORD))

    assert (said.backups, said.left) == (1, [])
    assert _leaks(tmp_path) == []
    assert titles_in(workspace, around) == before


def test_r07_after_a_restart_the_password_is_asked_for(protected: Path, around: Surroundings) -> None:
    later = _anew(around)
    with pytest.raises(Locked, match="beveiligd met een wachtwoord"):
        open_store(protected, later)
    unlocking.unlock(protected, PASSWORD, later)
    assert any(CANARY in title for title in titles_in(protected, later))


def test_r07_a_wrong_password_is_a_calm_sentence_and_changes_nothing(protected: Path, around: Surroundings) -> None:
    before = protected.read_bytes()
    with pytest.raises(WrongKey, match="gaat niet open met dit wachtwoord"):
        unlocking.unlock(protected, PASSWORD + "s", _anew(around))
    assert protected.read_bytes() == before


def test_r07_a_changed_byte_is_refused(protected: Path, around: Surroundings) -> None:
    data = bytearray(protected.read_bytes())
    for place in range(5_000, len(data), len(data) // 40):
        data[place] ^= 1
    protected.write_bytes(data)
    with pytest.raises(Problem, match="beschadigd"):
        titles_in(protected, around)
    assert copies.faults(protected, around.keys.of(protected))


def test_every_file_that_is_made_while_working_is_protected_too(
    protected: Path, around: Surroundings, tmp_path: Path
) -> None:
    store = open_store(protected, around)
    (workshop, *_) = store.read(preparing.workshops)
    store.do("Nieuw", capturing.capture, f"Nog een {CANARY} #signaleren", workshop=workshop.id)
    store.remember("half", f"half getypt: {CANARY}")
    for _ in backups.backup_if_changed(store, around):
        pass
    store.copy_to(tmp_path / "kopie.bouwstenen")
    other = open_store(protected, around)
    assert other.read_only, "a private copy"
    assert _leaks(tmp_path) == []
    assert store.faults() == ()
    assert _leaks(tmp_path) == []
    other.close()
    store.close()
    assert copies.faults(tmp_path / "kopie.bouwstenen", store.key) == ()
    assert _leaks(tmp_path) == []


def test_a_changed_password_opens_the_workspace_and_its_backups_and_the_old_one_does_not(
    protected: Path, around: Surroundings
) -> None:
    fresh = "een heel ander wachtwoord"
    said = put_under(protected, around, unlocking.new_key(fresh, fresh))
    later = _anew(around)
    (backup,) = backups.backups(later, protected)
    for file in (protected, backup.path):
        with pytest.raises(WrongKey):
            unlocking.unlock(file, PASSWORD, later)
        unlocking.unlock(file, fresh, later)
    assert said.backups == 1
    assert any(CANARY in title for title in titles_in(protected, later))


def test_a_password_that_is_removed_leaves_an_ordinary_workspace(protected: Path, around: Surroundings) -> None:
    before = titles_in(protected, around)
    put_under(protected, around, None)
    later = _anew(around)
    assert titles_in(protected, later) == before
    assert copies.faults(protected) == ()
    (backup,) = backups.backups(later, protected)
    assert copies.faults(backup.path) == ()


def test_rows_and_search_are_the_same_on_both_sides_of_a_password(protected: Path, around: Surroundings) -> None:
    store = open_store(protected, around)
    totals = store.read(checking.totals)
    (found,) = store.read(boards.select_blocks, Selection(query=CANARY[:12]))
    store.close()
    put_under(protected, around, None)
    store = open_store(protected, _anew(around))
    assert store.read(checking.totals) == totals
    assert store.read(boards.select_blocks, Selection(query=CANARY[:12])) == (found,)
    assert store.undo() is not None, "the way back goes on"
    store.close()


def test_a_backup_that_cannot_be_read_is_told_and_the_workspace_is_protected_all_the_same(
    workspace: Path, around: Surroundings
) -> None:
    (backup,) = backups.backups(around, workspace)
    backup.path.write_bytes(b"kapot" * 2000)
    said = put_under(workspace, around, unlocking.new_key(PASSWORD, PASSWORD))
    assert said.left == [backup.path]
    with pytest.raises(Locked):
        open_store(workspace, _anew(around))


def test_a_backup_that_the_system_does_not_let_read_is_told_and_the_others_follow(
    workspace: Path, around: Surroundings
) -> None:
    (backup,) = backups.backups(around, workspace)
    unreadable = backup.path.with_name("2099-01-01 120000.bouwstenen")
    unreadable.mkdir()
    said = put_under(workspace, around, unlocking.new_key(PASSWORD, PASSWORD))
    assert (said.left, said.backups) == ([unreadable], 1)
    with pytest.raises(Locked):
        open_store(backup.path, _anew(around))


def test_r07_what_was_put_aside_earlier_and_anyone_can_read_is_told(workspace: Path, around: Surroundings) -> None:
    aside = workspace.with_name(f"{workspace.stem} beschadigd 2026-11-24 120000.bouwstenen")
    shutil.copyfile(workspace, aside)
    assert put_under(workspace, around, unlocking.new_key(PASSWORD, PASSWORD)).open == [aside]
    shutil.copyfile(workspace, aside)
    assert put_under(workspace, around, unlocking.new_key(PASSWORD, PASSWORD)).open == []


def test_a_workspace_that_is_open_keeps_its_password(protected: Path, around: Surroundings) -> None:
    store = open_store(protected, around)
    with pytest.raises(Problem, match="nog open"):
        put_under(protected, around, None)
    store.close()
    with pytest.raises(Locked):
        open_store(protected, _anew(around))


def test_a_full_disk_leaves_the_workspace_as_it_was(workspace: Path, around: Surroundings, tmp_path: Path) -> None:
    before = workspace.read_bytes()
    (tmp_path / "regio.bouwstenen.part").mkdir()
    with pytest.raises(Problem):
        put_under(workspace, around, unlocking.new_key(PASSWORD, PASSWORD))
    assert workspace.read_bytes() == before


def test_a_new_workspace_can_begin_with_a_password(tmp_path: Path, around: Surroundings) -> None:
    path = tmp_path / "nieuw.bouwstenen"
    key = unlocking.new_key(PASSWORD, PASSWORD)
    create(path, around, key=key).close()
    around.keys.forget()
    with pytest.raises(Locked):
        open_store(path, around)
    assert unlocking.unlock(path, PASSWORD, around) == key
    open_store(path, around).close()
    connection = connect(path, read_only=True, key=key)
    assert connection.execute("PRAGMA user_version").fetchone()[0] > 0
    connection.close()


def test_the_recovery_code_opens_the_workspace_without_the_password(protected: Path, around: Surroundings) -> None:
    key = around.keys.of(protected)
    assert key is not None
    later = _anew(around)
    with pytest.raises(WrongKey):
        unlocking.recover(protected, recovery_code(Key(bytes(32), key.salt)), later)
    unlocking.recover(protected, recovery_code(key), later)
    assert any(CANARY in title for title in titles_in(protected, later))


def test_r15_wrong_passwords_cost_a_growing_wait_also_after_a_restart(
    protected: Path, around: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = datetime(2026, 11, 30, 20, 0, 0)
    laptop = Surroundings(around.data, around.laptop, identities(), lambda: clock)
    waits = []
    for _ in range(9):
        with pytest.raises(WrongKey):
            unlocking.unlock(protected, "een verkeerd wachtwoord", laptop)
        waits.append(unlocking.wait_for(protected, laptop))
        if waits[-1]:
            with pytest.raises(unlocking.TooSoon, match="Wacht nog"):
                unlocking.unlock(protected, PASSWORD, _anew(laptop))
        clock += timedelta(seconds=waits[-1])
    assert waits == [0, 0, 2, 4, 8, 16, 32, 60, 60]
    unlocking.unlock(protected, PASSWORD, laptop)
    assert unlocking.wait_for(protected, laptop) == 0
    with closing(open_store(protected, laptop)) as store:
        unlocking.note_opened(store, laptop)
    noted = [path.read_bytes() for path in _files(around.data) if "pogingen" in path.name]
    assert noted == [], "what was counted is in the log of the workspace now"


def test_a_clock_that_was_put_back_does_not_lock_out_for_long(protected: Path, around: Surroundings) -> None:
    clock = datetime(2026, 11, 30, 20, 0, 0)
    laptop = Surroundings(around.data, around.laptop, identities(), lambda: clock)
    for _ in range(3):
        with pytest.raises(WrongKey):
            unlocking.unlock(protected, "een verkeerd wachtwoord", laptop)
    clock -= timedelta(days=300)
    assert unlocking.wait_for(protected, laptop) <= unlocking.LONGEST


@pytest.mark.parametrize(
    ("password", "again", "told"),
    [
        ("kort", "kort", "langer"),
        ("bakker zomer fiets", "bakker zomer fietst", "niet gelijk"),
        ("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "makkelijk te raden"),
        ("Wachtwoord12345!", "Wachtwoord12345!", "makkelijk te raden"),
        *((plain, plain, "makkelijk te raden") for plain in ("123456789012", "01-01-1980 12:00", "qwertyuiop12")),
        ("Welkom01!Welkom01!", "Welkom01!Welkom01!", "makkelijk te raden"),
    ],
)
def test_a_weak_or_mistyped_new_password_is_refused(password: str, again: str, told: str) -> None:
    with pytest.raises(Problem, match=told):
        unlocking.new_key(password, again)


def test_what_is_no_protected_workspace_is_said_so(tmp_path: Path, around: Surroundings) -> None:
    text = tmp_path / "tekst.bouwstenen"
    text.write_text("geen werkmap", encoding="utf-8")
    with pytest.raises(Problem, match="geen werkmap"):
        unlocking.unlock(text, PASSWORD, around)
    with pytest.raises(Problem, match="bestaat niet"):
        unlocking.unlock(tmp_path / "weg.bouwstenen", PASSWORD, around)


@pytest.mark.parametrize("mine", [True, False])
def test_r07_what_comes_out_of_a_protected_file_into_one_that_is_not_is_told(
    protected: Path, tmp_path: Path, around: Surroundings, *, mine: bool
) -> None:
    key = key_of("mijn eigen wachtwoord", new_salt()) if mine else None
    store = create(tmp_path / "mijn.bouwstenen", around, key=key)
    would, did = (_result(act(store, [protected], around)) for act in (merging.try_files, merging.merge_files))
    store.close()
    for intake in (would, did):
        told = [sentence for sentence in intake.sentences() if "wachtwoord" in sentence]
        assert bool(told) is not mine
        assert all(sentence.startswith("Wat binnenkomt had een wachtwoord") for sentence in told)


def test_a_protected_file_of_another_laptop_can_be_merged_once_its_password_is_given(
    protected: Path, tmp_path: Path, around: Surroundings
) -> None:
    mine = tmp_path / "mijn.bouwstenen"
    laptop = Surroundings(tmp_path / "andere laptop", "cd" * 16, identities(), datetime.now)
    laptop.data.mkdir()
    store = create(mine, laptop, key=key_of("mijn eigen wachtwoord", new_salt()))
    with pytest.raises(Locked):
        list(merging.merge_files(store, [protected], laptop))
    unlocking.unlock(protected, PASSWORD, laptop)
    for _ in merging.merge_files(store, [protected], laptop):
        pass
    assert store.read(boards.select_blocks, Selection(query=CANARY))
    store.close()
    assert _leaks(tmp_path) == []

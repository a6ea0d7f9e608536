from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.protection import PASSWORD

from bouwstenen_app.domain import audit
from bouwstenen_app.domain.identity import identities
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import auditing, backups, unlocking
from bouwstenen_app.storage.failures import Damaged
from bouwstenen_app.storage.keys import SALT, Key, WrongKey, key_of, new_salt, recovery_code
from bouwstenen_app.storage.opening import Surroundings, create, data_name, open_store
from bouwstenen_app.storage.own_folder import working_file

KEY = key_of(PASSWORD, new_salt())
OTHER = key_of("nog vijf heel gewone woorden", new_salt())


def test_the_password_of_now_or_the_recovery_code_says_who_may_change_it(
    tmp_path: Path, around: Surroundings
) -> None:
    path = tmp_path / "regio.bouwstenen"
    store = create(path, around, key=KEY)
    unlocking.check(path, KEY, PASSWORD, around)
    unlocking.check(path, KEY, recovery_code(KEY).lower().replace("-", " "), around)
    with pytest.raises(WrongKey, match="niet het wachtwoord van nu"):
        unlocking.check(path, KEY, PASSWORD + "!", around)
    with pytest.raises(WrongKey):
        unlocking.check(path, KEY, "", around)
    store.close()


def test_r15_guessing_at_an_open_workspace_costs_the_same_growing_wait(
    tmp_path: Path, around: Surroundings
) -> None:
    clock = datetime(2026, 11, 30, 20, 0)
    laptop = Surroundings(around.data, around.laptop, identities(), lambda: clock)
    path = tmp_path / "regio.bouwstenen"
    for _ in range(3):
        with pytest.raises(WrongKey):
            unlocking.check(path, KEY, "een verkeerd wachtwoord", laptop)
    assert str(unlocking.TooSoon(1)).startswith("Wacht nog 1 seconde voor")
    with pytest.raises(unlocking.TooSoon, match="Wacht nog 2 seconden"):
        unlocking.check(path, KEY, PASSWORD, laptop)
    clock += timedelta(seconds=2)
    unlocking.check(path, KEY, PASSWORD, laptop)
    assert unlocking.wait_for(path, laptop) == 0


def test_the_first_file_that_asks_for_a_password_is_found(
    tmp_path: Path, around: Surroundings, new_file: Path
) -> None:
    path = tmp_path / "regio.bouwstenen"
    create(path, around, key=KEY).close()
    assert unlocking.first_locked([new_file, path], around) == path
    around.keys.add(KEY)
    assert unlocking.first_locked([new_file, path], around) is None
    with pytest.raises(Problem, match="bestaat niet"):
        unlocking.first_locked([tmp_path / "weg.bouwstenen"], around)


def _backed_up(path: Path, around: Surroundings, key: Key) -> None:
    around.keys.add(key)
    store = create(path, around, key=key)
    for _ in backups.backup_if_changed(store, around):
        pass
    store.close()
    around.keys.forget()


def test_a_wrong_password_is_counted_and_the_right_one_of_a_file_with_a_damaged_salt_is_not(
    tmp_path: Path, around: Surroundings
) -> None:
    path = tmp_path / "regio.bouwstenen"
    _backed_up(path, around, KEY)
    path.write_bytes(new_salt() + path.read_bytes()[SALT:])
    with pytest.raises(WrongKey, match="Weet je zeker dat het klopt"):
        unlocking.unlock(path, "een verkeerd wachtwoord", around)
    assert around.keys.known() == ()
    for _ in range(3):
        with pytest.raises(WrongKey):
            unlocking.unlock(path, "een verkeerd wachtwoord", around)
        with pytest.raises(Damaged, match="Het wachtwoord klopt"):
            unlocking.unlock(path, PASSWORD, around)
        assert unlocking.wait_for(path, around) == 0
    assert around.keys.known() == (KEY,)


def test_the_recovery_code_tells_a_damaged_salt_from_a_wrong_code_too(tmp_path: Path, around: Surroundings) -> None:
    path = tmp_path / "regio.bouwstenen"
    _backed_up(path, around, KEY)
    path.write_bytes(new_salt() + path.read_bytes()[SALT:])
    with pytest.raises(WrongKey):
        unlocking.recover(path, recovery_code(OTHER), around)
    with pytest.raises(Damaged):
        unlocking.recover(path, recovery_code(KEY), around)
    assert around.keys.known() == (KEY,)


def test_r15_a_password_that_only_opens_a_backup_costs_a_wait_as_any_wrong_one(
    tmp_path: Path, around: Surroundings
) -> None:
    path = tmp_path / "regio.bouwstenen"
    _backed_up(path, around, KEY)
    path.unlink()
    create(path, around, key=OTHER).close()
    for _ in range(3):
        with pytest.raises(WrongKey, match="een reservekopie van"):
            unlocking.unlock(path, PASSWORD, around)
    with pytest.raises(unlocking.TooSoon):
        unlocking.unlock(path, PASSWORD, around)


def test_r14_wrong_passwords_are_counted_and_written_when_it_is_opened_next(
    tmp_path: Path, around: Surroundings
) -> None:
    clock = datetime(2026, 11, 30, 20, 0)
    laptop = Surroundings(around.data, around.laptop, identities(), lambda: clock, around.keys)
    path = tmp_path / "regio.bouwstenen"
    create(path, laptop, key=KEY).close()
    for _ in range(4):
        with pytest.raises(WrongKey):
            unlocking.unlock(path, "een verkeerd wachtwoord", laptop)
        clock += timedelta(minutes=1)
    unlocking.unlock(path, PASSWORD, laptop)
    assert unlocking.wait_for(path, laptop) == 0
    store = open_store(path, laptop)
    unlocking.note_opened(store, laptop)
    unlocking.note_opened(store, laptop, audit.UNLOCKED)
    told = [entry.line.told for entry in store.read(auditing.entries, store.laptop)]
    assert told == ["Ontgrendeld", "Geopend", "Verkeerd wachtwoord gegeven: 4 keer"]
    store.close()
    for file in laptop.data.rglob("*"):
        assert file.is_dir() or b"verkeerd wachtwoord" not in file.read_bytes(), "what was typed is nowhere"


def test_r14_a_copy_to_look_at_leaves_the_count_for_the_workspace_itself(
    tmp_path: Path, around: Surroundings
) -> None:
    path = tmp_path / "regio.bouwstenen"
    store = create(path, around, key=KEY)
    with pytest.raises(WrongKey):
        unlocking.check(path, KEY, "een verkeerd wachtwoord", around)
    looking = open_store(path, around)
    assert looking.read_only
    unlocking.note_opened(looking, around)
    looking.close()
    unlocking.note_opened(store, around)
    told = [entry.line.told for entry in store.read(auditing.entries, store.laptop)]
    assert told == ["Geopend", "Verkeerd wachtwoord gegeven: 1 keer"]
    store.close()


def test_a_count_of_an_older_version_still_makes_one_wait(tmp_path: Path, around: Surroundings) -> None:
    clock = datetime(2026, 11, 30, 20, 0)
    laptop = Surroundings(around.data, around.laptop, identities(), lambda: clock)
    path = tmp_path / "regio.bouwstenen"
    kept = laptop.data / "sloten" / f"{data_name(path)}.pogingen"
    kept.parent.mkdir(parents=True)
    kept.write_text('{"fout": 5, "tot": "2026-11-30T20:00:08"}', encoding="ascii")
    assert unlocking.wait_for(path, laptop) == 8


def test_a_new_password_of_another_laptop_is_told_while_there_is_work_under_the_one_before(
    tmp_path: Path, around: Surroundings
) -> None:
    path = tmp_path / "regio.bouwstenen"
    create(path, around, key=KEY).close()
    copy = working_file(around.data, path)
    copy.parent.mkdir()
    path.rename(copy)
    create(tmp_path / "daar.bouwstenen", around, key=OTHER).close()
    (tmp_path / "daar.bouwstenen").rename(path)
    with pytest.raises(WrongKey, match="andere laptop een ander wachtwoord"):
        unlocking.unlock(path, "nog vijf heel gewone woorden", around)
    with pytest.raises(WrongKey, match="Let op hoofdletters"):
        unlocking.unlock(path, "heel iets anders getypt", around)
    assert unlocking.unlock(path, PASSWORD, around) == KEY

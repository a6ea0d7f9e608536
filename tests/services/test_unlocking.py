from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bouwstenen_app.domain.identity import identities
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import backups, unlocking
from bouwstenen_app.storage.failures import Damaged
from bouwstenen_app.storage.keys import SALT, Key, WrongKey, key_of, new_salt, recovery_code
from bouwstenen_app.storage.opening import Surroundings, create

PASSWORD = "bakker zomer fiets wolk tafel"
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

"""A protected file of which a power cut left a free page half written."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from bouwstenen_app.services import backups, boards, capturing, preparing, unlocking
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.freed import is_key_of, take_back, was_cut_short
from bouwstenen_app.storage.headers import examine
from bouwstenen_app.storage.keys import Key, WrongKey, recovery_code, salt_of
from bouwstenen_app.storage.opening import Surroundings, create, open_store

KEY = Key(bytes(range(32)), b"zestien bytes nu")
PAGE = 4096


@pytest.fixture
def cut(tmp_path: Path, around: Surroundings) -> Path:
    """A protected workspace as the power left it in the middle of a step, with noise in a page that was free."""
    around.keys.add(KEY)
    path = tmp_path / "werk.bouwstenen"
    store = create(path, around, key=KEY)
    workshop = store.do("Sessie", preparing.create_workshop, title="Proef").result
    store.do("Vast", capturing.capture, "Blijft", workshop=workshop)
    store.close()
    with closing(connect(path, key=KEY)) as connection:
        connection.execute("CREATE TABLE weg (a)")
        connection.executemany("INSERT INTO weg VALUES (?)", [("x" * 3_000,)] * 20)
        connection.executemany("INSERT INTO local VALUES (?, ?)", [(f"b{n}", "v" * 3_000) for n in range(20)])
        connection.execute("DROP TABLE weg")  # its pages are free in the middle, as in real work
        connection.execute("PRAGMA cache_size=2")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE block SET title = 'Half'")
        connection.executemany("UPDATE code SET definition = ? || id", [("y" * 900,)] * 3)
        connection.executemany("INSERT INTO local VALUES (?, ?)", [(f"k{n}", "z" * 900) for n in range(20)])
        made = tmp_path / "stroom weg.bouwstenen"
        for ending in ("", "-journal"):
            shutil.copy(f"{path}{ending}", f"{made}{ending}")
    made.write_bytes(next(_with_noise_in_a_free_page(made, tmp_path / "proef.bouwstenen")))
    return made


def _with_noise_in_a_free_page(made: Path, trial: Path) -> Iterator[bytes]:
    """Yield what is in the file when a free page is noise: for every one that is free."""
    data = made.read_bytes()
    for page in range(1, len(data) // PAGE):
        shutil.copy(f"{made}-journal", f"{trial}-journal")
        trial.write_bytes(data[: PAGE * page] + b"\x5a" * PAGE + data[PAGE * (page + 1) :])
        if _only_a_seal_is_gone(trial):
            yield trial.read_bytes()


def _only_a_seal_is_gone(trial: Path) -> bool:
    noisy = trial.read_bytes()
    try:
        with closing(connect(trial, key=KEY)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            return sound and bool(connection.execute("PRAGMA cipher_integrity_check").fetchall())
    except dbapi2.Error:
        return False
    finally:
        trial.write_bytes(noisy)  # it is to be looked at as the cut left it


def test_it_is_as_before_the_step_and_can_be_copied_backed_up_and_worked_in(
    cut: Path, around: Surroundings
) -> None:
    assert was_cut_short(cut)

    store = open_store(cut, around)
    assert store.faults() == ()
    list(backups.backup_if_changed(store, around))
    (workshop,) = store.read(preparing.workshops)
    store.do("Verder", capturing.capture, "Verder", workshop=workshop.id)
    assert store.faults() == ()
    store.close()
    assert copies.faults(cut, KEY) == ()
    assert not was_cut_short(cut)


def test_whichever_free_page_it_is_the_file_is_sound_afterwards(cut: Path, tmp_path: Path) -> None:
    trial, journal = tmp_path / "andere.bouwstenen", Path(f"{cut}-journal").read_bytes()
    spoilt = [*_with_noise_in_a_free_page(cut, tmp_path / "proef.bouwstenen")]
    assert len(spoilt) > 3
    for data in spoilt:
        trial.write_bytes(data)
        Path(f"{trial}-journal").write_bytes(journal)
        take_back(trial, KEY)
        assert copies.faults(trial, KEY) == ()
        assert salt_of(trial) == KEY.salt
        examine(trial, key=KEY)


@pytest.mark.skipif(os.name != "posix", reason="files have no mode there")
def test_the_file_that_takes_its_place_is_for_the_same_people(cut: Path) -> None:
    cut.chmod(0o600)
    before = cut.stat().st_ino
    take_back(cut, KEY)

    assert cut.stat().st_ino != before
    assert cut.stat().st_mode & 0o777 == 0o600


def test_a_wrong_password_is_told_as_that_and_takes_nothing_away(cut: Path, around: Surroundings) -> None:
    wrong = Key(bytes(32), KEY.salt)
    with pytest.raises(WrongKey):
        examine(cut, key=wrong)
    with pytest.raises(WrongKey):
        examine(cut, key=wrong)

    store = open_store(cut, around)
    assert [block.title for block in store.read(boards.select_blocks, Selection())] == ["Blijft"]
    assert store.faults() == ()
    store.close()


def test_a_first_page_that_is_half_written_is_no_wrong_password(cut: Path) -> None:
    data = bytearray(cut.read_bytes())
    data[2_048:PAGE] = b"\x5a" * 2_048
    cut.write_bytes(data)

    assert is_key_of(cut, KEY)
    assert not is_key_of(cut, Key(bytes(32), KEY.salt))


def test_the_way_to_it_can_be_opened_with_its_password(cut: Path, around: Surroundings) -> None:
    code = recovery_code(KEY)
    around.keys.forget()

    assert unlocking.recover(cut, code, around) == KEY
    open_store(cut, around).close()


def test_without_that_a_copy_would_take_the_page_for_damage(cut: Path) -> None:
    assert any("HMAC" in fault for fault in copies.faults(cut, KEY))


def test_a_page_that_is_in_use_stays_damaged(cut: Path) -> None:
    data = bytearray(cut.read_bytes())
    data[3 * PAGE + 50 : 3 * PAGE + 60] = b"noise....."
    cut.write_bytes(data)
    take_back(cut, KEY)

    assert copies.faults(cut, KEY) != ()


def test_a_file_whose_last_step_came_to_its_end_is_not_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "heel.bouwstenen"
    assert not was_cut_short(path)
    path.with_name("heel.bouwstenen-journal").write_bytes(b"")
    assert not was_cut_short(path)

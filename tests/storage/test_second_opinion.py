"""A protected workspace is SQLCipher's as agreed: another program, of other makers, opens it with the same key."""

from pathlib import Path

import apsw
import pytest

from bouwstenen_app.services import capturing, preparing
from bouwstenen_app.storage.keys import Key, key_of, new_salt
from bouwstenen_app.storage.opening import Surroundings, create

WORDS = "Een vaste contactpersoon per wijk"


@pytest.fixture
def key() -> Key:
    return key_of("bakker zomer fiets wolk tafel", new_salt())


@pytest.fixture
def protected(tmp_path: Path, around: Surroundings, key: Key) -> Path:
    path = tmp_path / "dicht.bouwstenen"
    store = create(path, around, key=key)
    workshop = store.do("Sessie", preparing.create_workshop, title="Zorg").result
    store.do("Nieuw", capturing.capture, WORDS, workshop=workshop)
    store.close()
    return path


def _opened(path: Path, key: Key) -> "apsw.Connection":
    connection = apsw.Connection(str(path))
    connection.pragma("cipher", "sqlcipher")
    connection.pragma("legacy", 4)
    connection.pragma("key", f"raw:{key.raw.hex()}{key.salt.hex()}")
    return connection


def test_r07_a_second_implementation_opens_a_protected_workspace(protected: Path, key: Key) -> None:
    connection = _opened(protected, key)
    assert connection.execute("SELECT title FROM block").fetchall() == [(WORDS,)]
    searched = "SELECT count(*) FROM block_search WHERE block_search MATCH 'contactpersoon'"
    assert connection.execute(searched).get == 1
    assert connection.pragma("integrity_check") == "ok"
    connection.close()


def test_r07_a_second_implementation_opens_nothing_with_another_key(protected: Path, key: Key) -> None:
    connection = _opened(protected, Key(bytes(32), key.salt))
    with pytest.raises(apsw.NotADBError):
        connection.execute("SELECT title FROM block").fetchall()
    connection.close()

import shutil
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.null import Keyring as Nothing
from tests.services.rings import Ring, kept_in_memory

from bouwstenen_app.services import keyrings
from bouwstenen_app.storage.keys import Key, Locked
from bouwstenen_app.storage.opening import Surroundings, create, open_store

KEY = Key(bytes(range(32)), bytes(range(100, 116)))


@pytest.fixture
def ring() -> Iterator[Ring]:
    yield from kept_in_memory()


@pytest.fixture
def protected(tmp_path: Path, around: Surroundings) -> Path:
    path = tmp_path / "regio.bouwstenen"
    create(path, around, key=KEY).close()
    around.keys.forget()
    return path


def test_r07_a_key_is_kept_under_the_salt_of_the_file_and_opens_it_after_a_restart(
    ring: Ring, protected: Path, around: Surroundings
) -> None:
    with pytest.raises(Locked):
        open_store(protected, around)
    assert keyrings.remember(KEY)
    assert ring.kept == {("Bouwstenen", KEY.salt.hex()): KEY.raw.hex()}

    assert keyrings.recall(protected, around)

    open_store(protected, around).close()


def test_a_key_that_is_forgotten_is_gone_from_the_keyring(
    ring: Ring, protected: Path, around: Surroundings
) -> None:
    keyrings.remember(KEY)
    keyrings.forget(KEY.salt)
    keyrings.forget(KEY.salt)  # what is not there is no error
    assert ring.kept == {}
    assert not keyrings.recall(protected, around)


@pytest.mark.parametrize("kept", ["", "geen hex", "ab" * 31, "cd" * 32])
def test_what_does_not_fit_the_file_is_as_nothing_at_all(
    ring: Ring, protected: Path, around: Surroundings, kept: str
) -> None:
    ring.kept["Bouwstenen", KEY.salt.hex()] = kept
    assert not keyrings.recall(protected, around)
    with pytest.raises(Locked):
        open_store(protected, around)


def test_a_laptop_without_a_keyring_remembers_nothing_and_says_so(protected: Path, around: Surroundings) -> None:
    from keyring.backends.fail import Keyring

    before = keyring.get_keyring()
    keyring.set_keyring(Keyring())
    try:
        assert not keyrings.remember(KEY)
        assert not keyrings.recall(protected, around)
        keyrings.forget(KEY.salt)
    finally:
        keyring.set_keyring(before)


def test_a_keyring_that_refuses_or_keeps_nothing_is_not_believed(ring: Ring) -> None:
    ring.refuses = True
    assert not keyrings.remember(KEY)
    keyring.set_keyring(Nothing())
    assert not keyrings.remember(KEY)


def test_a_file_without_a_password_needs_no_keyring(ring: Ring, new_file: Path, around: Surroundings) -> None:
    copy = Path(shutil.copy(new_file, around.data / "kopie.bouwstenen"))
    assert not keyrings.recall(copy, around)

"""Keys that this laptop remembers: in the keyring of the operating system only, when a person ticked that."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeVar

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage.failures import file_problem
from bouwstenen_app.storage.headers import examine
from bouwstenen_app.storage.keys import RAW, Key, salt_of
from bouwstenen_app.storage.opening import Surroundings

SERVICE: Final = "Bouwstenen"
"""The name under which keys are kept; the user name is the salt of the file, the value its key, both as hex."""

T = TypeVar("T")


def remember(key: Key) -> bool:
    """Let the keyring keep a key; say whether it does. A laptop may have no keyring."""

    def keep() -> bool:
        import keyring

        keyring.set_password(SERVICE, key.salt.hex(), key.raw.hex())
        return keyring.get_password(SERVICE, key.salt.hex()) == key.raw.hex()

    return _asked(keep, otherwise=False)


def forget(salt: bytes) -> None:
    """Let the keyring forget a key, if it has it."""

    def drop() -> None:
        import keyring

        if keyring.get_password(SERVICE, salt.hex()) is not None:
            keyring.delete_password(SERVICE, salt.hex())

    _asked(drop, otherwise=None)


def recall(path: Path, around: Surroundings) -> bool:
    """Open the way to a protected file that is not open with the key of the keyring; say whether that was there.

    A key that does not fit is as none at all. Problem when the file is not to be read.
    """
    try:
        file = around.file(path)
        salt = salt_of(file)
    except OSError as error:
        raise file_problem(error, path) from error
    key = _kept(salt) if salt else None
    if key is None:
        return False
    try:
        examine(file, key=key)
    except Problem:
        return False
    around.keys.add(key)
    return True


def _kept(salt: bytes) -> Key | None:
    def get() -> str | None:
        import keyring

        return keyring.get_password(SERVICE, salt.hex())

    with suppress(ValueError):
        raw = bytes.fromhex(_asked(get, otherwise=None) or "")
        return Key(raw, salt) if len(raw) == RAW else None
    return None


def _asked(act: Callable[[], T], *, otherwise: T) -> T:
    """Do something with the keyring. What its backends raise is theirs to choose: it means that there is none."""
    try:
        return act()
    except Exception:
        return otherwise

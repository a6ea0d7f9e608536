"""Keys of protected workspaces: made of a password, kept in memory only, and never shown.

A protected file is SQLCipher's: its first 16 bytes are the salt that its key was made with, the rest cannot be told
from noise. How a key is made of a password is fixed for this version of the file format.
"""

import base64
import os
import unicodedata
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

from typing_extensions import override

from bouwstenen_app.domain.problems import Problem

SALT: Final = 16
"""Bytes at the start of a protected file."""
RAW: Final = 32
"""Bytes of a key."""
ROUNDS, MEMORY, LANES = 3, 64 * 1024, 4
"""Argon2id: passes, kibibytes and lanes. Other figures are another file format."""
CHECK: Final = 3
"""Bytes at the end of a recovery code that tell a slip of the pen."""
GROUP: Final = 4
"""Letters of a recovery code that stand together."""

LOCKED: Final = "{name} is beveiligd met een wachtwoord. Geef het wachtwoord om het bestand te openen."

_PLAIN: Final = b"SQLite format 3\x00"
_HEAD: Final = 4096
_LIKE_NOISE: Final = 200
"""So many different values at least has the first page of a protected file; text has far fewer."""
_OTHERS: Final = (b"PK\x03\x04", b"%PDF", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf")


class Locked(Problem):
    """A file has a password, and its key is not here."""


class WrongKey(Problem):
    """A key does not open a file: it is another password, or the file is damaged."""


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """What opens one protected file, and the copies that were made of it."""

    raw: bytes
    salt: bytes

    @property
    def literal(self) -> str:
        """How SQLCipher is given it. Never put this in a log, a message or a name."""
        return f"x'{self.raw.hex()}{self.salt.hex()}'"

    @override
    def __repr__(self) -> str:
        return "Key(…)"


def new_salt() -> bytes:
    """Return a salt that no file has yet."""
    return os.urandom(SALT)


def key_of(password: str, salt: bytes) -> Key:
    """Return the key that a password makes with a salt; takes a fifth of a second and 64 MB, on purpose."""
    from argon2.low_level import Type, hash_secret_raw

    typed = unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    raw = hash_secret_raw(typed, salt, ROUNDS, MEMORY, LANES, RAW, Type.ID)
    return Key(raw, salt)


def recovery_code(key: Key) -> str:
    """Return a key as a person can write it down: fourteen groups of four letters and digits."""
    letters = base64.b32encode(key.raw + _check(key.raw)).decode("ascii")
    return "-".join(letters[start : start + GROUP] for start in range(0, len(letters), GROUP))


def recovered(code: str, salt: bytes) -> Key:
    """Return the key that a recovery code stands for; Problem when a letter is wrong or missing.

    Small letters, spaces and the digits that look like letters (0, 1, 8) are understood.
    """
    letters = "".join(code.upper().split()).replace("-", "").translate(str.maketrans("018", "OIB"))
    try:
        data = base64.b32decode(letters)
    except ValueError:
        data = b""
    raw, check = data[:RAW], data[RAW:]
    if len(raw) != RAW or check != _check(raw):
        raise Problem("Deze herstelcode klopt niet. Neem alle letters en cijfers van het herstelblad over.")
    return Key(raw, salt)


def salt_of(path: Path) -> bytes | None:
    """Return the salt of a protected file, None when it is not protected; OSError when it cannot be read.

    Only for a file that this program has not open: closing it again would drop the locks of SQLite.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    noise = len(head) == _HEAD and len(set(head)) > _LIKE_NOISE and not head.startswith(_OTHERS)
    return head[:SALT] if noise and not head.startswith(_PLAIN) else None


class Keys:
    """The keys that were given since the program began, or since it was locked. They are nowhere else."""

    def __init__(self) -> None:
        self._of_salt: dict[bytes, Key] = {}
        self._of_path: dict[Path, Key | None] = {}

    @override
    def __repr__(self) -> str:
        return "Keys(…)"

    def add(self, key: Key) -> None:
        """Keep a key, for the file with its salt and the copies of that."""
        self._of_salt[key.salt] = key

    def known(self) -> tuple[Key, ...]:
        """Return every key that was given."""
        return tuple(self._of_salt.values())

    def of(self, path: Path, *, name: str = "") -> Key | None:
        """Return what opens a file, None when it has no password; Locked when its key is not here.

        ``name`` is what the Problem calls the file.
        """
        if (here := path.resolve()) in self._of_path:
            return self._of_path[here]
        salt = salt_of(path)
        if salt is None:
            return None
        if salt not in self._of_salt:
            raise Locked(LOCKED, name=name or path.name)
        return self._of_salt[salt]

    def note_open(self, path: Path, key: Key | None) -> None:
        """Remember what opened a file, while it is open: it is not read by other means then."""
        self._of_path[path.resolve()] = key

    def note_closed(self, path: Path) -> None:
        """Forget what opened a file that is closed now."""
        self._of_path.pop(path.resolve(), None)

    def forget(self) -> None:
        """Forget every key of a file that is not open."""
        self._of_salt.clear()


def _check(raw: bytes) -> bytes:
    return blake2b(raw, digest_size=CHECK, person=b"bouwstenen").digest()

"""Opening protected workspaces: the password, the recovery code, and the growing wait after a wrong one."""

import hmac
import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from bouwstenen_app.domain import audit, dutch
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import auditing, backups
from bouwstenen_app.services.backups import Backup
from bouwstenen_app.storage import backup_places, keys
from bouwstenen_app.storage.failures import Damaged, file_problem
from bouwstenen_app.storage.freed import is_key_of
from bouwstenen_app.storage.headers import examine, not_ours
from bouwstenen_app.storage.keys import Key, WrongKey, recovered, recovery_code
from bouwstenen_app.storage.keys import Locked as Locked
from bouwstenen_app.storage.opening import Surroundings, data_name
from bouwstenen_app.storage.store import Store

FREE: Final = 2
"""So many wrong passwords cost no wait."""
LONGEST: Final = 60
"""Seconds of the longest wait."""
SHORTEST: Final = 12
"""Characters of a new password at least."""
SALTS: Final = 4
"""Of so many passwords that a workspace had, the newest, its backups are tried with what was typed."""
WEAK: Final = ("wachtwoord", "welkom", "bouwstenen", "veiligthuis")
ROWS: Final = ("qwertyuiopasdfghjklzxcvbnm", "abcdefghijklmnopqrstuvwxyz")
"""Letters as they lie on the keyboard and in the alphabet."""
_NO_LETTERS: Final = re.compile(r"[\W\d_]")
_WEAK: Final = re.compile(f"(?:{'|'.join(WEAK)})+")
_NUMBERS: Final = re.compile(r"[\d\s.,:/-]*")
_DAMAGED: Final = (
    "{name} is beschadigd. Het wachtwoord klopt, maar het begin van het bestand is niet te lezen; er is niets "
    "veranderd."
)
_OLDER: Final = (
    "{name} gaat niet open met dit wachtwoord, een reservekopie van {day} wel. Is het wachtwoord daarna veranderd? "
    "Typ dan het nieuwe. Anders is het bestand beschadigd."
)
_ELSEWHERE: Final = (
    "{name} heeft op een andere laptop een ander wachtwoord gekregen. Op deze laptop staat nog werk met het vorige "
    "wachtwoord. Typ eerst dat."
)


class TooSoon(Problem):
    """A password was wrong too often: ``seconds`` is how long to wait."""

    def __init__(self, seconds: int) -> None:
        left = dutch.counted(seconds, "seconde", "seconden")
        super().__init__("Wacht nog {left} voordat je het opnieuw probeert.", left=left)
        self.seconds = seconds


def unlock(path: Path, password: str, around: Surroundings) -> Key:
    """Open the way to a protected file that is not open: its key is known from now on. Returns the key.

    WrongKey when the password is another one, TooSoon when it was wrong too often just now; Problem when the file
    is no protected workspace. Damaged when the password is right and the start of the file is not: then the keys
    are known of what there is to restore.
    """
    return _tried(path, lambda salt: keys.key_of(password, salt), around)


def recover(path: Path, code: str, around: Surroundings) -> Key:
    """Open the way to a protected file with the code of its recovery sheet; raises as :func:`unlock` does."""
    return _tried(path, lambda salt: recovered(code, salt), around)


def wait_for(path: Path, around: Surroundings) -> int:
    """Return how many seconds have to pass before a password is tried again."""
    return _Attempts(path, around).wait


def check(path: Path, key: Key, typed: str, around: Surroundings) -> None:
    """Raise WrongKey unless ``typed`` is the password of a file that is open with ``key``, or its recovery code.

    TooSoon when it was wrong too often just now.
    """
    attempts = _Attempts(path, around)
    if attempts.wait:
        raise TooSoon(attempts.wait)
    code = recovery_code(key).replace("-", "")
    given = "".join(typed.split()).replace("-", "").upper()
    if hmac.compare_digest(given.encode("utf-8", "surrogatepass"), code.encode()):
        same = True
    else:
        same = hmac.compare_digest(keys.key_of(typed, key.salt).raw, key.raw)
    if not same:
        attempts.note_wrong()
        raise WrongKey("Dit is niet het wachtwoord van nu. Let op hoofdletters en spaties.")
    attempts.clear()


def note_opened(store: Store, around: Surroundings, act: str = audit.OPENED, kind: str = "") -> None:
    """Write in the log of a workspace that it was opened, and before that how often its password was wrong.

    The wrong ones were counted outside the file: nobody could write in it yet.
    """
    if store.read_only:
        return
    if wrong := _Attempts(store.path, around).take():
        auditing.note(store, audit.WRONG_PASSWORD, count=wrong)
    auditing.note(store, act, kind)


def first_locked(files: Sequence[Path], around: Surroundings) -> Path | None:
    """Return the first of some files that has a password which was not given yet."""
    for file in files:
        try:
            around.keys.of(file)
        except Locked:
            return file
        except OSError as error:
            raise file_problem(error, file) from error
    return None


def new_key(password: str, again: str) -> Key:
    """Return the key of a new password that was typed twice; Problem when it is too short or plain, or differs."""
    if password != again:
        raise Problem("De twee wachtwoorden zijn niet gelijk. Typ het tweede nog eens.")
    check_new(password)
    return keys.key_of(password, keys.new_salt())


def check_new(password: str) -> None:
    """Raise a Problem that says what to do when a password is too short or too plain."""
    if len(password) < SHORTEST:
        raise Problem(
            "Maak het wachtwoord langer: minstens {n} tekens. Vijf gewone woorden werken goed.", n=SHORTEST
        )
    letters = _NO_LETTERS.sub("", password.casefold())
    in_a_row = len(letters) >= SHORTEST // 2 and any(letters in row for row in ROWS)
    plain = in_a_row or _WEAK.fullmatch(letters) or _NUMBERS.fullmatch(password)
    if len(set(password)) < SHORTEST // 2 or plain:
        raise Problem("Dit wachtwoord is te makkelijk te raden. Neem bijvoorbeeld vijf gewone woorden.")


def _tried(path: Path, make: Callable[[bytes], Key], around: Surroundings) -> Key:
    attempts = _Attempts(path, around)
    if attempts.wait:
        raise TooSoon(attempts.wait)
    try:
        file = around.file(path)
        salt = keys.salt_of(file)
    except OSError as error:
        raise file_problem(error, path) from error
    if salt is None:
        raise not_ours(path.name)
    key = make(salt)
    try:
        examine(file, name=path.name, key=key)
    except WrongKey as wrong:
        doubt = _doubt(path, key, make, around) or wrong
        if isinstance(doubt, Damaged):
            attempts.clear()
        else:
            attempts.note_wrong()
        raise doubt from wrong
    attempts.clear()
    around.keys.add(key)
    return key


def _doubt(path: Path, key: Key, make: Callable[[bytes], Key], around: Surroundings) -> Problem | None:
    """Return what else it can be when a key does not open a file; None for just another password.

    What was typed is tried on its backups too, each with a salt of its own: that of the file may be damaged. A key
    that any page of the file has its seal of is the right one.
    """
    older: Backup | None = None
    backup_places.follow(path, around)
    if is_key_of(around.file(path), key):
        around.keys.add(key)
        return Damaged(_DAMAGED, name=path.name)
    if around.file(path) != path and _opens(path, make):
        return WrongKey(_ELSEWHERE, name=path.name)
    for backup, salt in _salts(path, around):
        other = key if salt == key.salt else make(salt)
        with suppress(Problem, OSError):
            examine(backup.path, key=other)
            around.keys.add(other)
            older = older or backup
            if salt == key.salt or is_key_of(around.file(path), other):
                return Damaged(_DAMAGED, name=path.name)
    return WrongKey(_OLDER, name=path.name, day=dutch.day(older.at.date())) if older else None


def _opens(path: Path, make: Callable[[bytes], Key]) -> bool:
    """Say whether what was typed opens the file in its place, of which a copy is worked in."""
    with suppress(Problem, OSError):
        salt = keys.salt_of(path)
        if salt is not None:
            examine(path, key=make(salt))
            return True
    return False


def _salts(path: Path, around: Surroundings) -> Iterator[tuple[Backup, bytes]]:
    """Yield the newest backup of each salt, for the last few of them."""
    seen: set[bytes] = set()
    for backup in backups.backups(around, path):
        with suppress(OSError):
            salt = keys.salt_of(backup.path)
            if salt is not None and salt not in seen and len(seen) < SALTS:
                seen.add(salt)
                yield backup, salt


class _Attempts:
    """How often a password was wrong, kept over a restart: numbers and a time, nothing else."""

    def __init__(self, path: Path, around: Surroundings) -> None:
        self._file = around.data / "sloten" / f"{data_name(path)}.pogingen"
        self._now = around.now
        self._wrong = 0
        """In a row."""
        self._untold = 0
        """Since the log of the workspace last said so."""
        self._until = ""
        with suppress(OSError, ValueError, KeyError, TypeError):
            noted = json.loads(self._file.read_text(encoding="ascii"))
            self._wrong, self._until = int(noted["fout"]), str(noted["tot"])
            self._untold = int(noted.get("te noteren", 0))

    @property
    def wait(self) -> int:
        """Seconds to wait; never longer than the longest, also when the clock was put back."""
        with suppress(ValueError, TypeError):
            left = (datetime.fromisoformat(self._until) - self._now()).total_seconds()
            return max(0, min(LONGEST, -int(-left // 1)))
        return 0

    def note_wrong(self) -> None:
        """Count a wrong password; each one after the free ones doubles the wait."""
        self._wrong += 1
        self._untold += 1
        seconds = min(LONGEST, 2 ** (self._wrong - FREE) if self._wrong > FREE else 0)
        self._until = (self._now() + timedelta(seconds=seconds)).isoformat()
        self._write()

    def clear(self) -> None:
        """Forget the wrong ones, but for how many there were: it was right."""
        self._wrong, self._until = 0, ""
        self._write()

    def take(self) -> int:
        """Return how often it was wrong since the last time that this was asked."""
        untold, self._untold = self._untold, 0
        if untold:
            self._write()
        return untold

    def _write(self) -> None:
        noted = {"fout": self._wrong, "tot": self._until, "te noteren": self._untold}
        with suppress(OSError):
            if self._wrong or self._untold:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                self._file.write_text(json.dumps(noted), encoding="ascii")
            else:
                self._file.unlink(missing_ok=True)

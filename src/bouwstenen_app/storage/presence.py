"""Whether the file that is written is still the one that has its name, with what this store left in it.

A sync program may put another version in its place, a stick may be pulled, a folder may be renamed. An open file
goes on to take what is written then, and nobody finds it again.
"""

from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection

from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.failures import REFUSED, NotWritten, disk_error, is_damage, is_disk_error
from bouwstenen_app.storage.keys import Key

_MARK: Final = "SELECT (SELECT max(number) FROM step WHERE laptop = ?), (SELECT max(id) FROM step)"


class Displaced(NotWritten):
    """The file is not there any more as it was. What can still be read of it can be saved as another file."""


class Gone(Displaced):
    """Nothing has the name of the file now."""


class Replaced(Displaced):
    """Another file has its name now; the one that was opened can still be read."""


class Overwritten(NotWritten):
    """The file itself holds something else now; what it held is only in backups."""


class Mark(NamedTuple):
    """How a file was left: the number of the last step of one writer, and the newest step of all."""

    number: int
    newest: str


_PATIENCE: Final = 2.0
"""Seconds in which a connection that is in use comes free."""
_Where = tuple[int, int]
"""The device and the number of a file on it."""


class Presence:
    """Watches one file for one writer. ``let_go`` closes what is open of it, so that it is opened anew.

    ``name`` is what a person calls it.
    """

    def __init__(self, file: Path, name: str, key: Key | None, writer: str, let_go: Callable[[], None]) -> None:
        self._file = file
        self._name = name
        self._key = key
        self._writer = writer
        self._let_go = let_go
        self._where = _where(file)
        self._away = False
        self._left: Mark | None = None
        self._next: Mark | None = None
        self._found: Mark | None = None
        """What was in the file that was last looked at because it had another number."""

    def learn(self, connection: Connection) -> None:
        """Take the file as it is now for how it was left."""
        self._left = self._mark(connection.connection.driver_connection)
        self._next = None

    def look(self) -> None:
        """See whether the name still stands for the file that is open; Gone or Replaced when it does not.

        A file that was away and came back, or that was replaced by an equal one, is opened anew.
        """
        where = _where(self._file)
        if where is None:
            self._away = True
            raise self._gone()
        if where == self._where and not self._away:
            return
        if not self._is_as_left():
            raise self._replaced()
        self._where, self._away = where, False
        self._let_go()

    def admit(self, opened: Any) -> None:
        """Let a connection that was just made be used, if it is to the file that was opened; else close it.

        Some file servers number a file anew now and then: one with what was left in it is taken for the same.
        """
        where = _where(self._file)
        if where != self._where and (where is None or not self._holds_what_was_left(opened)):
            opened.close()
            raise self._gone() if where is None else self._replaced()

    def confirm(self, connection: Connection) -> None:
        """See, in a transaction, whether the file holds what was left in it; Overwritten when it does not."""
        try:
            mark = self._mark(connection.connection.driver_connection)
        except REFUSED as error:
            self.blame_the_disk(error)
            raise self._overwritten() from error
        if mark not in (self._left, self._next):
            raise self._overwritten()
        self._left, self._next = mark, None

    def blame_the_disk(self, error: Exception) -> None:
        """Raise what a person should read when the file cannot be read at all; SQLite calls that damage, too."""
        if is_damage(error) and not self._answers():
            raise (self._gone() if _where(self._file) is None else disk_error()) from error

    def will_be(self, number: int, step: str) -> None:
        """Say which step is about to be written: after an error it is there, or it is not."""
        self._next = Mark(number, max(step, self._left.newest if self._left else ""))

    def written(self) -> None:
        """See after a step whether the file that took it still has its name; else it was written nowhere."""
        before, here = self._left, self._where
        self.look()
        if self._where != here and self._found != self._next:
            raise NotWritten(
                "{name} werd net vervangen door een ander programma. Probeer het opnieuw; je tekst staat er nog.",
                name=self._name,
            )
        self._left, self._next = self._next or before, None

    def _answers(self) -> bool:
        try:
            other = connect(self._file, key=self._key)
        except REFUSED as error:
            return not is_disk_error(error)
        try:
            self._mark(other)
        except REFUSED as error:
            return not is_disk_error(error)
        finally:
            other.close()
        return True

    def _is_as_left(self) -> bool:
        """Say whether what has the name now holds what was left; it is opened for a moment."""
        try:
            other = connect(self._file, key=self._key)
        except REFUSED:
            return False
        try:
            return self._holds_what_was_left(other)
        finally:
            other.close()

    def _holds_what_was_left(self, driver: Any) -> bool:
        try:
            self._found = self._mark(driver)
        except REFUSED:
            return False
        return self._found in (self._left, self._next)

    def _mark(self, driver: Any) -> Mark:
        number, newest = driver.execute(_MARK, (self._writer,)).fetchone()
        return Mark(number or 0, newest or "")

    def _gone(self) -> Gone:
        return Gone(
            "{name} staat niet meer op haar plek: de werkmap is verplaatst of weggegooid, of de stick of "
            "netwerkschijf is los. Zet haar terug en probeer het opnieuw, of sla op als een ander bestand; je "
            "tekst staat er nog.",
            name=self._name,
        )

    def _replaced(self) -> Replaced:
        return Replaced(
            "Een ander programma heeft {name} vervangen door een andere versie; een map die synchroniseert doet "
            "dat soms. Er is niets overschreven en je tekst staat er nog. Sla wat je hier hebt op als een ander "
            "bestand; daarna kun je ze samenvoegen.",
            name=self._name,
        )

    def _overwritten(self) -> Overwritten:
        return Overwritten(
            "Een ander programma heeft {name} overschreven met een andere versie; een map die synchroniseert doet "
            "dat soms. Er is niets bij geschreven en je tekst staat er nog. Open de werkmap opnieuw; wat ontbreekt "
            "staat in de laatste reservekopie.",
            name=self._name,
        )


def patiently(connect: Callable[[], Connection]) -> Connection:
    """Return a connection to a file whose name may be another's now: an open one, as soon as one is free.

    No new one may be made then; a job or a draft may be using those there are.
    """
    until = monotonic() + _PATIENCE
    while True:
        try:
            return connect()
        except Displaced:
            if monotonic() > until:
                raise
            sleep(0.02)


def _where(file: Path) -> _Where | None:
    """Return which file has the name now; None when there is none, or when its disk does not answer."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino

"""A workspace in a folder that is synced: the copy that is worked in, and how it is put in its place.

The copy is in the user's own folder, under a name that says nothing, protected as the file itself is. Beside it
stands a note of how the file in its place was when this program last read or wrote it: what differs from that
comes of somebody else, and is never overwritten.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage.copies import clear, faults, put_in_place
from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.failures import Damaged, file_problem
from bouwstenen_app.storage.freed import was_cut_short
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.own_folder import SUFFIX, working_copies
from bouwstenen_app.storage.securing import overwritten

_CHUNK: Final = 1 << 20
LARGE: Final = 64_000_000
"""Bytes of a copy that is not looked over while the program closes: that was done every hour before."""
_UNFINISHED: Final = (".part", ".part-noot", ".uit", ".uit.part")
_BESIDE: Final = (".json", *_UNFINISHED)
_LEFT: Final = ("-journal", "-wal", "-shm")
_NOT_SOUND: Final = (
    "{name} is niet bijgewerkt: de kopie op deze laptop is niet gaaf ({fault}). Open een reservekopie via "
    "Instellingen › Reservekopieën."
)
_CHANGED: Final = "{name} is intussen door een andere laptop bijgewerkt. Bouwstenen voegt eerst samen."
_AWAY: Final = (
    "De map van {name} is er nu niet. Je werk staat op deze laptop; Bouwstenen zet het op zijn plek zodra de map "
    "er weer is."
)
_GONE: Final = (
    "{name} staat niet meer op haar plek: iemand heeft haar verplaatst of weggegooid. Je werk staat op deze laptop "
    "en je kunt gewoon verder. Zet haar terug, of kies Opnieuw bewaren."
)


def sweep_unfinished(data: Path) -> None:
    """Take away what programs that were stopped were making of working copies; those in use are left alone."""
    folder = working_copies(data)
    for name in {left.name.partition(".")[0] for left in folder.glob("*") if left.suffix not in (SUFFIX, ".json")}:
        lock = FileLock(data / "sloten" / f"{name}.lock", is_singleton=False, thread_local=False)
        with suppress(Timeout, OSError), lock.acquire(timeout=0):
            for ending in _UNFINISHED:
                clear(folder / f"{name}{ending}")


class Changed(Problem):
    """Another laptop put something in the place of the file since it was read: it has to come in first."""


class Gone(Problem):
    """The file is not in its place any more, and its folder is: somebody took it away."""


class Away(Problem):
    """The folder itself cannot be reached now."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A file as it was seen. Its time says nothing: a sync program may set it anew."""

    size: int
    digest: str


class Working:
    """The working copy of one workspace (``file``) and the file in its ``place``.

    Whoever calls holds the lock of the workspace. ``program`` is what syncs the folder, empty when unknown.
    """

    def __init__(self, place: Path, file: Path, program: str, now: Callable[[], datetime]) -> None:
        self.place = place
        self.file = file
        self.program = program
        self.published_at: datetime | None = None
        """When this program last put it in its place; None when it did not yet."""
        self.is_left_over = self.is_here
        """Whether it was left by a program that could not put it in its place."""
        self.erased = self.is_left_over
        """Whether something was erased that the file in its place may still have; unknown of what was left over."""
        self.damaged = False
        """Whether it was found damaged: then it does not take the place of anything while the program closes."""
        self._now = now
        self._last: Sight | None = None
        """How the file in its place was when this object read or wrote it; the note goes with the copy."""
        self._writes = 0
        self._placed = -1
        """How many times was written when the copy was last the same as the file; -1 when that is not known."""

    @property
    def is_here(self) -> bool:
        """Whether there is a copy."""
        return self.file.is_file()

    @property
    def is_pending(self) -> bool:
        """Whether the copy has something that is not in its place yet."""
        return self._writes != self._placed

    def note_write(self) -> None:
        """Something is written in the copy."""
        self._writes += 1

    def note_erased(self) -> None:
        """Something is gone from the copy that the file in its place still has."""
        self.erased = True
        self.note_write()

    def take(self) -> None:
        """Make the copy of the file, which is not open; OSError when that cannot be.

        A step that another program began in it and did not end is taken back first, as opening it does.
        """
        self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = self._beside(".part")
        try:
            seen = _copied(self.place, part)
            self._write_note(seen)
            put_in_place(part, self.file)
        finally:
            clear(part)
        self._placed = self._writes

    def settle_place(self, key: Key | None) -> None:
        """Let the driver take back what was cut short in the file in its place, before it is copied.

        Raises what the driver raises: without what is beside it a copy of the file would be half a step.
        """
        if was_cut_short(self.place):
            with closing(connect(self.place, key=key)) as connection:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()

    def forget(self) -> None:
        """Take the copy away, with all that is beside it."""
        clear(self.file)
        for ending in _BESIDE:
            clear(self._beside(ending))

    def sight(self, copy: Path) -> bool:
        """Say whether somebody else changed the file; if so, ``copy`` is a private copy of how it is now.

        Gone or Away when it is not there.
        """
        noted = self._note()
        try:
            if noted is not None and noted == _seen(self.place):
                return False
            _copied(self.place, copy)
            return True
        except OSError as error:
            raise self._missing(error) from error

    def come_in(self, copy: Path) -> None:
        """Note that what was changed is in the working copy now, from this private copy; Problem when it cannot."""
        try:
            self._write_note(_seen(copy))
        except OSError as error:
            raise file_problem(error, self.place) from error
        self._placed = -1

    def put_out(
        self, made: Callable[[Path], None], key: Key | None, *, anew: bool = False, quick: bool = False
    ) -> None:
        """Put what ``made`` writes to a file in its place: checked, on disk, and at once.

        Changed, Gone or Away when somebody was there meanwhile; ``anew``: a file that is gone is made again. A
        ``quick`` one is compared with what was copied, and not looked over as well.
        """
        writes, ready = self._writes, self._beside(".uit")
        try:
            clear(ready)
            made(ready)
            if not quick and (found := faults(ready, key)):
                raise Damaged(_NOT_SOUND, name=self.place.name, fault=found[0])
            self._place(ready, anew=anew, plain=self.erased and key is None)
        except OSError as error:
            raise file_problem(error, self.place) from error
        finally:
            clear(ready)
        self._placed, self.published_at, self.erased = writes, self._now(), False
        self.is_left_over = False

    def refuse_changed(self) -> None:
        """Raise Changed when something else is in its place than this program last read or wrote there."""
        with self._ours(self._last or self._note(), anew=True):
            pass

    def let_go(self, key: Key | None) -> None:
        """The copy is closed: put it in its place when nobody else was there, and take it away when it is.

        It stays when it is damaged or a step in it is still to be taken back, and when nothing is in its place any
        more.
        """
        if self.damaged or was_cut_short(self.file):
            return
        if self.is_pending:
            with suppress(Problem, OSError):
                quick = self.file.stat().st_size > LARGE
                self.put_out(lambda ready: _copy(self.file, ready), key, quick=quick)
        if not self.is_pending and _is_there(self.place):
            self.forget()

    def put_aside(self, moment: datetime) -> Path | None:
        """Give what is in its place another name beside it, so that nothing is overwritten; return that."""
        if not self.place.exists():
            return None
        stem = f"{self.place.stem} van een ander {moment:%Y-%m-%d %H%M%S}"
        aside, number = self.place.with_name(f"{stem}{SUFFIX}"), 2
        while aside.exists():
            aside, number = self.place.with_name(f"{stem} {number}{SUFFIX}"), number + 1
        try:
            self.place.rename(aside)
        except OSError as error:
            raise file_problem(error, self.place) from error
        for ending in _LEFT:  # a step that was cut short in it is taken back where it is now
            with suppress(OSError):
                self.place.with_name(self.place.name + ending).rename(aside.with_name(aside.name + ending))
        return aside

    def _place(self, ready: Path, *, anew: bool, plain: bool) -> None:
        seen, part = _seen(ready), self.place.with_name(self.place.name + ".nieuw.part")
        with self._ours(self._note(), anew=anew) as still_ours:
            try:
                clear(part)
                _copy(ready, part)
                if _seen(part) != seen:
                    raise OSError("what was written is not what is read")
                with suppress(OSError):
                    shutil.copymode(self.place, part)
                with overwritten(self.place, plain=plain):
                    still_ours()
                    put_in_place(part, self.place)
            finally:
                clear(part)
            for ending in _LEFT:  # of another version of the file: it would be taken for a step to take back
                clear(self.place.with_name(self.place.name + ending))
        self._write_note(seen)

    @contextmanager
    def _ours(self, noted: Sight | None, *, anew: bool) -> Iterator[Callable[[], None]]:
        """See that what is in its place is what was noted; what is given sees that again, at the last moment."""
        before: os.stat_result | None = None
        try:
            before = self.place.stat()
            if _seen(self.place) != noted:
                raise Changed(_CHANGED, name=self.place.name)
        except FileNotFoundError as error:
            if not (anew and self.place.parent.is_dir()):
                raise self._missing(error) from error

        def still_ours() -> None:
            now = self.place.stat() if self.place.exists() else None
            if _which(now) != _which(before):
                raise Changed(_CHANGED, name=self.place.name)

        yield still_ours

    def _missing(self, error: OSError) -> Problem:
        if not isinstance(error, FileNotFoundError):
            return file_problem(error, self.place)
        if not _is_there(self.place.parent):
            return Away(_AWAY, name=self.place.name)
        return Gone(_GONE, name=self.place.name)

    def _beside(self, ending: str) -> Path:
        return self.file.with_name(self.file.stem + ending)

    def _note(self) -> Sight | None:
        with suppress(OSError, ValueError, TypeError):
            return Sight(**json.loads(self._beside(".json").read_text(encoding="ascii")))
        return None

    def _write_note(self, seen: Sight) -> None:
        note, part = self._beside(".json"), self._beside(".part-noot")
        try:
            part.write_text(json.dumps(asdict(seen)), encoding="ascii")
            put_in_place(part, note)
        finally:
            clear(part)
        self._last = seen


def _is_there(path: Path) -> bool:
    """Say whether something is there; no, too, when its disk gives no answer."""
    with suppress(OSError):
        return path.exists()
    return False


def _which(status: os.stat_result | None) -> tuple[int, ...] | None:
    return (status.st_ino, status.st_size, status.st_mtime_ns) if status else None


def _seen(path: Path) -> Sight:
    found, size = sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
            size += len(chunk)
    return Sight(size, found.hexdigest())


def _copy(source: Path, target: Path) -> None:
    """Copy a file that is not open; it is on disk when this returns."""
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _copied(path: Path, target: Path) -> Sight:
    """Copy a file, and return what was copied."""
    _copy(path, target)
    return _seen(target)

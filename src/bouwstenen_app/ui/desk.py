"""The Desk: the one door between the windows and the Store, with the one signal ``changed``."""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Concatenate, Final, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from sqlalchemy.orm import Session

from bouwstenen_app.domain import audit
from bouwstenen_app.domain.audit import Entry
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.erasures import Said
from bouwstenen_app.domain.outlines import differing
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import (
    auditing,
    backups,
    erasing,
    exporting,
    keyrings,
    libraries,
    merging,
    parcelling,
    publishing,
    restoring,
    unlocking,
)
from bouwstenen_app.services.backups import Backup, Looked
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.checking_privacy import Passes, refuse_red
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage.failures import NotWritten
from bouwstenen_app.storage.history import Step
from bouwstenen_app.storage.keys import Key, recovery_code
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.storage.outlining import outline
from bouwstenen_app.storage.presence import Displaced, Overwritten
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.store import Done, Store

CODEBOOK_TABLES: Final = ("codebook", "dimension", "code", "combination")
"""What the codebook is read from."""
SAVE_AS: Final = "opslaan als"
"""The file is not there as it was; what is open of it can still be saved as another file."""
REOPEN: Final = "opnieuw openen"
"""The file holds something else now: it has to be opened anew."""

P = ParamSpec("P")
T = TypeVar("T")


class Desk(QObject):
    """What a place talks to: writes are done here and now, and told by ``changed``; on a Problem none was done."""

    changed = Signal(object)
    """Changes: which rows a step changed. Sent for do, undo and redo alike, to the sender too."""
    closing = Signal()
    """The file is about to be closed: work on other threads has to stop now."""
    erasing = Signal()
    """Something is about to be erased for good: what is half-filled must be in the file first."""
    not_written = Signal(str, str)
    """The disk or the file refused: the sentence, and the way out (``SAVE_AS``, ``REOPEN`` or empty)."""
    written_again = Signal()
    """Something was stored again."""

    def __init__(
        self,
        store: Store,
        parent: QObject | None = None,
        *,
        rehearsing: bool = False,
        around: Surroundings | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._around = around
        self._book: Codebook | None = None
        self._aside = False
        self._unwritten = False
        self._unkept: dict[str, str] = {}
        self.rehearsing = rehearsing
        """Whether this is a copy to rehearse in, of which nothing stays."""

    @property
    def path(self) -> Path:
        """The file that is open."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Whether this is only a copy to look at."""
        return self._store.read_only

    @property
    def protected(self) -> bool:
        """Whether the file has a password."""
        return self._store.key is not None

    @property
    def salt(self) -> str:
        """What the file of a protected workspace is known by (hex); empty without a password."""
        return self._store.key.salt.hex() if self._store.key else ""

    def recovery_code(self) -> str:
        """Return the code that opens the file without its password; asking for it without one is a bug."""
        return recovery_code(self._key())

    def check_password(self, typed: str) -> None:
        """Raise a Problem unless this is the password of the file, or its recovery code; for a job."""
        unlocking.check(self.path, self._key(), typed, self.around)

    def keep_key(self) -> bool:
        """Let the keyring of this laptop keep the key; say whether it does. For a job."""
        return keyrings.remember(self._key())

    def forget_key(self) -> None:
        """Let the keyring of this laptop forget the key. For a job."""
        keyrings.forget(self._key().salt)

    def _key(self) -> Key:
        if self._store.key is None:
            raise RuntimeError("this workspace has no password")
        return self._store.key

    @property
    def laptop(self) -> str:
        """Who writes here, as its steps say it."""
        return self._store.laptop

    @property
    def saved_at(self) -> datetime | None:
        """When the last step was on disk; None when nothing was changed since opening."""
        return self._store.saved_at

    def read(self, question: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask a question of the services."""
        return self._store.read(question, *args, **kwargs)

    @property
    def book(self) -> Codebook:
        """The codebook: one value, with what was worked out for it, until a step changes it."""
        if self._book is None:
            self._book = self._store.read(codebook)
        return self._book

    def do(
        self,
        label: str | Callable[[T], str],
        verb: Callable[Concatenate[Work, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run a verb of the services as one undoable step, and tell everyone what changed."""
        with self._told_when_refused():
            self._refuse_beside()
            done = self._store.do(label, verb, *args, **kwargs)
        self._tell(done.changes)
        return done.result

    def do_aside(
        self,
        label: str | Callable[[T], str],
        verb: Callable[Concatenate[Work, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Done[T]:
        """Run a verb as ``do`` does, on the thread of a job; ``tell`` what it returns on that of the window.

        Steps of the window are refused meanwhile: waiting for the file would hold up the window.
        """
        self._aside = True
        try:
            return self._store.do(label, verb, *args, **kwargs)
        finally:
            self._aside = False

    def tell(self, done: Done[T]) -> None:
        """Tell everyone what a step changed that was done aside."""
        self._tell(done.changes)

    def erase(
        self, verb: Callable[Concatenate[Store, P], Iterator[Progress]], *args: P.args, **kwargs: P.kwargs
    ) -> Iterator[Progress]:
        """Return work that erases for good; for a job. Steps of the window are refused meanwhile.

        Nobody is told what is gone: open the workspace anew after it.
        """
        self._aside = True
        try:
            yield from verb(self._store, *args, **kwargs)
        finally:
            self._aside = False

    def erase_what_came_in(self, done: Done[T]) -> bool:
        """Erase in the backups what a step took in as erased elsewhere; say whether there was any. For a job.

        Nobody is told what is gone from the workspace itself: open it anew after it.
        """
        erasing.erase_what_came_in(self._store, self.around, done.changes)
        return erasing.came_in(done.changes)

    def undo(self) -> Changes | None:
        """Take the last step back; return it, with its sentence, or None when there was nothing to take back."""
        with self._told_when_refused():
            self._refuse_beside()
            changes = self._store.undo()
        return self._tell(changes)

    def redo(self) -> Changes | None:
        """Do the step again that was taken back last."""
        with self._told_when_refused():
            self._refuse_beside()
            changes = self._store.redo()
        return self._tell(changes)

    def undoable(self) -> Step | None:
        """Return the step that undo would take back, for its sentence."""
        return self._store.undoable()

    def redoable(self) -> Step | None:
        """Return the step that redo would do again, for its sentence."""
        return self._store.redoable()

    def remember(self, key: str, value: str) -> None:
        """Keep something of this laptop in the file, outside the journal: a draft, the session last open."""
        self._unkept[key] = value
        if self._store.merging:  # waiting would hold up the window; it goes along when the workspace is opened anew
            return
        with self._told_when_refused():
            self._keep()

    @property
    def is_merging(self) -> bool:
        """Whether work of others is coming in: what is to be remembered waits until that is done."""
        return self._store.merging or self._aside

    @property
    def unkept(self) -> Mapping[str, str]:
        """What was to be remembered and could not be."""
        return dict(self._unkept)

    def recall(self, key: str) -> str:
        """Return what was remembered under a key, also when it could not be kept yet."""
        return self._unkept[key] if key in self._unkept else self._store.recall(key)

    def note(self, act: str, kind: str = "", count: int = 0, overruled: int = 0) -> None:
        """Write a line in the log of the workspace: an act of ``domain.audit``, a kind and counts, never a text."""
        auditing.note(self._store, act, kind, count, overruled)

    def back_up(self, said: Looked, *, opened_as: str = "") -> Iterator[Progress]:
        """Return work that looks the workspace over and keeps a backup if something changed; for a job.

        ``opened_as``: the act of the log (``domain.audit``), when it is for the first time.
        """
        if opened_as:
            unlocking.note_opened(self._store, self.around, opened_as)
        yield from backups.backup_if_changed(self._store, self.around, said)
        yield from erasing.erase_in_backups(self._store, self.around, Said())  # what could not be reached before

    def backups(self) -> tuple[Backup, ...]:
        """Return the backups of the workspace, the newest first."""
        return backups.backups(self.around, self.path)

    def differs(self, backup: Path) -> str:
        """Return what would be different if the workspace were as in a backup; Problem when it cannot be read."""
        return " ".join(differing(self.read(outline), restoring.outline(backup, self.around)))

    def copy_backup(self, backup: Path, target: Path) -> None:
        """Let a backup be a workspace of its own; Problem when it is not sound, or the name is taken."""
        restoring.copy_out(backup, target, self.around, self._store)

    def log(self) -> Sequence[Entry]:
        """Return the lines of the log of the workspace, the newest first."""
        return self.read(auditing.entries, self.laptop)

    def back_up_at_closing(self) -> None:
        """Keep a copy of a small workspace in which something changed; a copy to look at keeps none."""
        if not (self.read_only or self.rehearsing):
            backups.backup_at_closing(self._store, self.around)

    def export_log(self, target: Path) -> Iterator[Progress]:
        """Return work that writes the log to a table; for a job."""
        return auditing.export(self._store, target)

    def copy_to(self, target: Path, *, passing: bool = False) -> None:
        """Write a complete copy of the open workspace to another file; of a ``passing`` one no line is kept."""
        self._store.copy_to(target)
        if not passing:
            self.note(audit.COPIED)

    @property
    def around(self) -> Surroundings:
        """Where the program keeps its own things; asking for it where it was not given is a bug."""
        if self._around is None:
            raise RuntimeError("this desk was given no surroundings")
        return self._around

    def try_merge(self, files: Sequence[Path]) -> merging.Told:
        """Return work that tells what files of other laptops would bring; for a job."""
        return merging.try_files(self._store, files, self.around)

    def merge(self, files: Sequence[Path]) -> merging.Told:
        """Return work that takes in what is new in files of other laptops; for a job.

        Steps are refused meanwhile, and nobody is told of what came in: open the workspace anew after it.
        """
        return merging.merge_files(self._store, files, self.around)

    def publish(self, address: str, password: str) -> Generator[Progress, None, int]:
        """Return work that brings what is new here to the library of a team; for a job."""
        return libraries.publish(self._store, address, password)

    def fetch(self, address: str, password: str) -> merging.Told:
        """Return work that takes in what is new in the library of a team, as ``merge`` does; for a job."""
        return libraries.fetch(self._store, address, password, self.around)

    def send(
        self, target: Path, selection: Selection, *, photos: bool, password: str = "", passes: Passes = refuse_red
    ) -> int:
        """Write sessions to a file to send, with a password of its own if one is given; return how many blocks."""
        key = unlocking.new_key(password, password) if password else None
        return parcelling.send(self._store, target, selection, photos=photos, key=key, passes=passes)

    def export(
        self, target: Path, selection: Selection, *, now: datetime, passes: Passes = refuse_red
    ) -> Iterator[Progress]:
        """Return work that writes everything, or part of it, to a file for another program; for a job."""
        return exporting.export(self._store, target, selection, now=now, passes=passes)

    @property
    def synced_by(self) -> str | None:
        """The program that syncs the folder of the file, of which a copy is open; None when the file itself is."""
        working = self._store.working
        return None if working is None else working.program or self._store.path.parent.name

    @property
    def published_at(self) -> datetime | None:
        """When the file was last brought up to date with the copy that is open; None when it was not yet."""
        return self._store.working.published_at if self._store.working else None

    @property
    def is_left_over(self) -> bool:
        """Whether the copy that is open has something of before that is not in the file yet."""
        return self._store.working is not None and self._store.working.is_left_over

    def bring_up_to_date(self, told: publishing.Told, *, merge: bool, anew: bool = False) -> Iterator[Progress]:
        """Return work that brings the file in a synced folder up to date; for a job.

        When something came in, nobody is told: open the workspace anew after it. Raises as ``publishing.publish``.
        """
        return publishing.publish(self._store, self.around, told, merge=merge, anew=anew)

    def close(self) -> None:
        """Close the file; one in a synced folder is brought up to date, else that is done at the next opening."""
        self.closing.emit()
        with suppress(Problem):  # what had to wait for a merge that came to nothing
            self._keep()
        try:
            with suppress(Problem):
                if self._around is not None:
                    publishing.finish(self._store, self._around)
        finally:
            self._store.close()

    def _keep(self) -> None:
        """Write what is to be remembered, also what could not be written before."""
        for key, value in self.unkept.items():
            self._store.remember(key, value)
            del self._unkept[key]

    @contextmanager
    def _told_when_refused(self) -> Iterator[None]:
        try:
            yield
        except NotWritten as problem:
            self._unwritten = True
            way = SAVE_AS if isinstance(problem, Displaced) else REOPEN if isinstance(problem, Overwritten) else ""
            self.not_written.emit(str(problem), way)
            raise
        if self._unwritten:
            self._unwritten = False
            self.written_again.emit()

    def _refuse_beside(self) -> None:
        if self._aside:
            raise NotWritten("Er wordt een bestand overgenomen. Probeer het zo weer; je tekst staat er nog.")

    def _tell(self, changes: Changes | None) -> Changes | None:
        if changes is not None:
            if changes.touches(*CODEBOOK_TABLES):
                self._book = None
            self.changed.emit(changes)
        return changes

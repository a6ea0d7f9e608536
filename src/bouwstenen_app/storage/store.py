"""The Store: one open workspace file. ``read`` asks, ``do`` changes, ``undo`` takes back, ``redo`` does again."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import gettempdir
from typing import Concatenate, Generic, ParamSpec, TypeVar

from sqlalchemy import Engine, event, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from bouwstenen_app.domain.audit import Line
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.clock import HybridClock
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.versions import Seen, parts_of
from bouwstenen_app.storage import copies, differences, history, journal, scratch, wording
from bouwstenen_app.storage.engine import FILE, reading
from bouwstenen_app.storage.failures import (
    REFUSED,
    NotWritten,
    file_problem,
    merge_told,
    outcome_unknown,
    said_in_dutch,
)
from bouwstenen_app.storage.history import Step
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.kinds import damage_told
from bouwstenen_app.storage.merging import Merge
from bouwstenen_app.storage.presence import Displaced, Presence, patiently
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.step_in_hand import StepInHand
from bouwstenen_app.storage.tables import LocalRow
from bouwstenen_app.storage.trust_tables import AuditRow, ErasureRow
from bouwstenen_app.storage.working import Working

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What a step gave back, and what it changed (None when it changed nothing: then there is no step)."""

    result: T
    changes: Changes | None


class Store:
    """One open workspace. A verb gets a ``Work`` session, a question a plain one; neither commits.

    ``laptop`` names this copy of the file on this laptop; ``new_id`` and ``now`` are where identities and the time
    come from. A store with a ``refusal`` is read-only: it answers questions, and anything else raises that Problem.
    """

    def __init__(
        self,
        path: Path,
        engine: Engine,
        *,
        laptop: str,
        new_id: Callable[[], str],
        now: Callable[[], datetime],
        key: Key | None = None,
        refusal: Problem | None = None,
        on_step: Callable[[int], None] = lambda _: None,
        renew: Callable[[], str] | None = None,
        on_close: Callable[[], None] = lambda: None,
        working: Working | None = None,
    ) -> None:
        self.path = path
        self.file: Path = engine.get_execution_options()[FILE]
        """What is open: ``path``, or a copy in its place."""
        self.key = key
        """What opens the file and the copies that are made of it, None when it has no password."""
        self.working = working
        """The copy that is open and is to be put in the place of ``path``, if it is one."""
        self.refusal = refusal
        """Why this store is read-only, None when it is not."""
        self.saved_at: datetime | None = None
        """When the last step was on disk (None: nothing was changed since opening)."""
        self._engine = engine
        self._reads = reading(engine)
        self._new_id = new_id
        self._now = now
        self._on_step = on_step
        self._renew = renew
        self._on_close = on_close
        self.merging = False
        event.listen(engine, "connect", lambda opened, _: self._presence.admit(opened))
        self._write_as(laptop)

    def _write_as(self, laptop: str) -> None:
        """Write under a name from here on."""
        self._laptop = laptop
        self._presence = Presence(self.file, self.path.name, self.key, laptop, self._engine.dispose)
        self._look_around()

    def _look_around(self) -> None:
        """Learn how far every writer in the file is: what this one writes next has seen all of that."""
        with damage_told(self._reads), Session(self._reads) as session:
            numbers = history.numbers(session)
            latest = history.stamp_of_last(session, numbers)
            seen = history.seen(session, numbers)
        self._number = numbers.pop(self._laptop, 0)
        self._clock = HybridClock(self._laptop, self.milliseconds, latest)
        mine = (self._laptop, parts_of(self._laptop))
        self._seen = Seen.of({who: number for who, number in seen.items() if who not in mine})
        self._seen_kept = False
        with self._reads.connect() as connection, connection.begin():
            self._presence.learn(connection)

    @property
    def laptop(self) -> str:
        """Who writes in this file, here."""
        return self._laptop

    @property
    def read_only(self) -> bool:
        """Whether this store only answers questions."""
        return self.refusal is not None

    def read(self, question: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return the answer to a question, asked in one short transaction."""
        with damage_told(self._reads), said_in_dutch():
            try:
                with Session(self._reads, autoflush=False, expire_on_commit=False) as session:
                    return question(session, *args, **kwargs)
            except REFUSED as error:
                self._engine.dispose()  # a disk that comes back is read anew
                self._presence.blame_the_disk(error)
                raise

    def do(
        self,
        label: str | Callable[[T], str],
        verb: Callable[Concatenate[Work, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Done[T]:
        """Run a verb as one step: all of it is on disk when this returns, or nothing happened.

        ``label`` is the sentence for the undo menu, or makes it from the result. What the step notes as erased is
        gone from the file when this returns.
        """
        with self._step() as step:
            result = verb(step.session, *args, **kwargs)
            step.label = label if isinstance(label, str) else label(result)
        if step.changes is not None and step.changes.touches(ErasureRow.__tablename__):
            self._erase()
        return Done(result, step.changes)

    def begin(
        self, label: str, verb: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Done[T]:
        """Run the verb that fills a new workspace. It is in the journal, but undo does not take it back."""
        with self._step("start") as step:
            step.label = label
            result = verb(step.session, *args, **kwargs)
        return Done(result, step.changes)

    def undo(self, step: str | None = None) -> Changes | None:
        """Take the last step back (or the one named); None when there is nothing to take back."""
        if step is not None:
            named = self.read(history.step, step)
            return self._again("undo", named, anyway=False) if named else None
        return self._until_something_changed("undo", history.undoable)

    def redo(self) -> Changes | None:
        """Do the step again that was taken back last; None when there is none."""
        return self._until_something_changed("redo", history.redoable)

    def undoable(self) -> Step | None:
        """Return the step that ``undo`` would take back."""
        return self.read(history.undoable, self._laptop)

    def redoable(self) -> Step | None:
        """Return the step that ``redo`` would do again."""
        return self.read(history.redoable, self._laptop)

    def merge(self, add: Callable[[Merge], Iterator[Progress]]) -> Generator[Progress, None, Merge]:
        """Take in what ``add`` adds to a merge: all of it is on disk at the end, or nothing happened.

        Yields how far it is and returns the merge. Stop iterating to leave everything as it was. Until the end,
        steps are refused with a Problem. What was erased elsewhere is erased here too.
        """
        merge = yield from self._merge(add)
        if merge.eraser.erased:
            self._clean_up(merge.eraser.texts)
        return merge

    def _erase(self) -> None:
        """Let what a step noted as erased go from the file: a merge of nothing."""
        for _ in self.merge(lambda _: iter(())):
            pass

    def _clean_up(self, texts: Sequence[str]) -> None:
        """Take out what was taken over from erased texts, and write the file anew without what was freed."""
        if texts:
            self.do("Gewiste tekst ook elders weggehaald", wording.overwrite_copies, texts)
        self._presence.look()
        # A disk that is too full for it keeps the file as it is: what was erased is overwritten already.
        with suppress(*REFUSED), self._engine.connect() as connection:
            connection.connection.cursor().execute("VACUUM").fetchall()
        if self.working is not None:
            self.working.note_erased()

    def _merge(self, add: Callable[[Merge], Iterator[Progress]]) -> Generator[Progress, None, Merge]:
        self._refuse_when_read_only()
        self._presence.look()
        self.merging = True
        try:
            with (
                damage_told(self._reads),
                merge_told(),
                self._engine.connect() as connection,
                connection.begin(),
            ):
                self._presence.confirm(connection)
                merge = Merge(connection, self.milliseconds())
                yield from add(merge)
                yield from merge.fold()
                merge.name()
                differences.keep(connection, merge.differences)
        except Problem:
            self._engine.dispose()  # a commit that was refused leaves its transaction open
            raise
        finally:
            self.merging = False
        mine = self._number
        self._look_around()
        if self._number > mine and self._renew is not None:  # somebody else wrote under this name
            self._write_as(self._renew())
        self.saved_at = self._now()
        return merge

    def remember(self, key: str, value: str) -> None:
        """Keep something of this laptop in the file, outside the journal: a draft, the place last seen."""
        if not self.read_only:
            self.aside(lambda session: session.merge(LocalRow(key=key, value=value)))

    def log(self, line: Line) -> None:
        """Add a line to the log of the file, outside the journal; not while that would hold up a merge."""
        row = {"at": self._now().isoformat(timespec="seconds"), "laptop": self._laptop, **line.values}
        if not (self.read_only or self.merging):
            self.aside(lambda session: session.add(AuditRow(**row)))

    def aside(self, write: Callable[[Session], object]) -> None:
        """Write what is in no journal, in a transaction of its own."""
        self._presence.look()
        with damage_told(self._reads), said_in_dutch(), Session(self._engine) as session:
            self._presence.confirm(session.connection())
            write(session)
            session.commit()

    def recall(self, key: str) -> str:
        """Return what was remembered under a key, empty when nothing was."""
        return self.read(lambda session: session.scalar(select(LocalRow.value).where(LocalRow.key == key)) or "")

    def copy_to(self, target: Path) -> None:
        """Write a complete copy of the workspace, made in one step while it stays open; Problem when it cannot."""
        with said_in_dutch(), patiently(self._reads.connect) as connection:
            copies.copy_database(connection.connection.driver_connection, target, self.key)

    def faults(self) -> tuple[str, ...]:
        """Return what is wrong inside the file, found on a private copy; empty when it is sound."""
        try:
            with scratch.passing("bouwstenen-nakijken") as folder:
                copy = folder / "kopie"
                self.copy_to(copy)
                return copies.faults(copy, self.key)
        except OSError as error:
            raise file_problem(error, Path(gettempdir())) from error

    def is_sound(self) -> bool:
        """Say whether the pages of the open file hold together: quicker than ``faults``, and it sees less."""
        try:
            with self._reads.connect() as connection:
                return connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() == "ok"
        except DatabaseError:
            return False

    def close(self) -> None:
        """Close the file so that nothing stays beside it."""
        try:
            if not self.read_only:
                self._put_journal_away()
        finally:
            self._engine.dispose()
            self._on_close()

    def _put_journal_away(self) -> None:
        # A disk that refuses this leaves an empty journal beside the file, which harms nothing.
        # Beside another file that has the name now no journal is touched.
        with suppress(Displaced, *REFUSED):
            self._presence.look()
            with self._engine.connect() as connection:
                connection.connection.cursor().execute("PRAGMA journal_mode=DELETE").fetchall()

    @contextmanager
    def _step(self, kind: str = "do", of: str | None = None) -> Iterator[StepInHand]:
        with damage_told(self._reads), self._written(kind, of) as step:
            yield step

    @contextmanager
    def _written(self, kind: str, of: str | None) -> Iterator[StepInHand]:
        self._refuse_when_read_only()
        if self.merging:
            raise NotWritten("Er worden werkmappen samengevoegd. Probeer het zo weer; je tekst staat er nog.")
        self._presence.look()
        step = StepInHand(self._new_id(), kind, of)
        try:
            with (
                self._engine.connect() as connection,
                connection.begin() as transaction,
                Work(connection, new_id=self._new_id, now=self._now) as step.session,
            ):
                self._presence.confirm(connection)
                yield step
                step.session.flush()
                if step.is_one:
                    self._log(step)
                else:
                    transaction.rollback()
        except REFUSED as error:
            self._engine.dispose()
            self._presence.blame_the_disk(error)
            if not (outcome_unknown(error) and self._is_on_disk(step)):
                with said_in_dutch():
                    raise
        if step.changes is not None:
            self._on_step(self._number)  # also of a step in a file that is nowhere now: its number is spent
            self._presence.written()
            self.saved_at = self._now()
            self._seen_kept = True

    def _refuse_when_read_only(self) -> None:
        if self.refusal is not None:
            raise Problem(self.refusal.template, **self.refusal.values)

    def _log(self, step: StepInHand) -> None:
        self._number += 1  # while the file is ours alone: a job may be the next to write
        if self._seen is not None and not self._seen_kept:
            journal.keep_seen(step.session.sql, self._seen)
        self._presence.will_be(self._number, step.id)
        step.write(self._laptop, self._number, self._clock.tick(), self._now(), self._seen)

    def _again(self, kind: str, target: Step, *, anyway: bool) -> Changes | None:
        with self._step(kind, target.id) as step:
            step.label = target.label
            step.anyway = anyway
            source = target.id if kind == "undo" else history.undo_of(step.session, target.id)
            journal.take_back(step.session, journal.read(step.session, source))
        return step.changes

    def _until_something_changed(
        self, kind: str, question: Callable[[Session, str], Step | None]
    ) -> Changes | None:
        """Pass over steps of which nothing holds any more, so that they are not offered again."""
        while target := self.read(question, self._laptop):
            changes = self._again(kind, target, anyway=True)
            if changes is not None and changes.changes:
                return changes
        return None

    def _is_on_disk(self, step: StepInHand) -> bool:
        try:
            return step.changes is not None and self.read(history.step, step.id) is not None
        except Problem:
            return False

    def milliseconds(self) -> int:
        """Return the time of this laptop, in Unix milliseconds."""
        return int(self._now().timestamp() * 1000)

"""The Store: one open workspace file. ``read`` asks, ``do`` changes, ``undo`` takes back, ``redo`` does again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Concatenate, Generic, ParamSpec, TypeVar

from sqlalchemy import Engine, insert, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.clock import HybridClock
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage import history, journal
from bouwstenen_app.storage.engine import reading
from bouwstenen_app.storage.failures import outcome_unknown, problem_of
from bouwstenen_app.storage.history import Step
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import LocalRow, StepRow

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
    come from. A read-only store answers questions and refuses the rest with a Problem.
    """

    def __init__(
        self,
        path: Path,
        engine: Engine,
        *,
        laptop: str,
        new_id: Callable[[], str],
        now: Callable[[], datetime],
        read_only: bool = False,
        on_close: Callable[[], None] = lambda: None,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.saved_at: datetime | None = None
        """When the last step was on disk (None: nothing was changed since opening)."""
        self._engine = engine
        self._reads = reading(engine)
        self._laptop = laptop
        self._new_id = new_id
        self._now = now
        self._on_close = on_close
        with Session(self._reads) as session:
            last = history.last_step(session, laptop)
        self._number = last.number if last else 0
        self._clock = HybridClock(laptop, self._milliseconds, last.stamp if last else "")

    def read(self, question: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return the answer to a question, asked in one short transaction."""
        try:
            with Session(self._reads, autoflush=False, expire_on_commit=False) as session:
                return question(session, *args, **kwargs)
        except DatabaseError as error:
            raise problem_of(error) from error

    def do(
        self,
        label: str | Callable[[T], str],
        verb: Callable[Concatenate[Work, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Done[T]:
        """Run a verb as one step: all of it is on disk when this returns, or nothing happened.

        ``label`` is the sentence for the undo menu, or makes it from the result.
        """
        with self._step() as step:
            result = verb(step.session, *args, **kwargs)
            step.label = label if isinstance(label, str) else label(result)
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
        return self._again("undo", self.read(history.undoable, self._laptop) if step is None else self._named(step))

    def redo(self) -> Changes | None:
        """Do the step again that was taken back last; None when there is none."""
        return self._again("redo", self.read(history.redoable, self._laptop))

    def undoable(self) -> Step | None:
        """Return the step that ``undo`` would take back."""
        return self.read(history.undoable, self._laptop)

    def redoable(self) -> Step | None:
        """Return the step that ``redo`` would do again."""
        return self.read(history.redoable, self._laptop)

    def remember(self, key: str, value: str) -> None:
        """Keep something of this laptop in the file, outside the journal: a draft, the place last seen."""
        if self.read_only:
            return
        try:
            with Session(self._engine) as session:
                session.merge(LocalRow(key=key, value=value))
                session.commit()
        except DatabaseError as error:
            raise problem_of(error) from error

    def recall(self, key: str) -> str:
        """Return what was remembered under a key, empty when nothing was."""
        return self.read(lambda session: session.scalar(select(LocalRow.value).where(LocalRow.key == key)) or "")

    def copy_to(self, target: Path) -> None:
        """Write a complete copy of the workspace, made in one step while it stays open; an OSError or Problem."""
        from bouwstenen_app.storage.copies import copy_database

        with self._reads.connect() as connection:
            copy_database(connection.connection.driver_connection, target)

    def faults(self) -> tuple[str, ...]:
        """Return what is wrong inside the file, found on a private copy; empty when it is sound."""
        from bouwstenen_app.storage import copies

        with TemporaryDirectory() as folder:
            copy = Path(folder) / "kopie"
            try:
                self.copy_to(copy)
            except Problem as problem:
                return (str(problem),)
            return copies.faults(copy)

    def close(self) -> None:
        """Close the file so that nothing stays beside it."""
        if not self.read_only:
            with self._engine.connect() as connection:
                cursor = connection.connection.cursor()
                cursor.execute("PRAGMA journal_mode=DELETE").fetchall()
        self._engine.dispose()
        self._on_close()

    @contextmanager
    def _step(self, kind: str = "do", of: str | None = None) -> Iterator["_Step"]:
        if self.read_only:
            raise Problem(
                "Deze werkmap is alleen-lezen geopend. Sluit haar in het andere venster om hier verder te werken."
            )
        step = _Step(self._new_id(), kind, of)
        try:
            with (
                self._engine.connect() as connection,
                connection.begin() as transaction,
                Work(connection, new_id=self._new_id, now=self._now) as step.session,
            ):
                yield step
                step.session.flush()
                if step.session.changes:
                    self._log(step)
                else:
                    transaction.rollback()
        except DatabaseError as error:
            self._engine.dispose()
            if not (outcome_unknown(error) and self._is_on_disk(step)):
                raise problem_of(error) from error
        if step.changes is not None:
            self._number += 1
            self.saved_at = self._now()

    def _log(self, step: "_Step") -> None:
        row = {
            "id": step.id,
            "laptop": self._laptop,
            "number": self._number + 1,
            "stamp": self._clock.tick(),
            "at": self._now().isoformat(timespec="seconds"),
            "label": step.label,
            "kind": step.kind,
            "of": step.of,
            "seen": None,
        }
        step.session.sql.execute(_INSERT_STEP, row)
        journal.write(step.session, step.id, step.session.changes)
        step.changes = Changes(step.id, step.label, tuple(step.session.changes), step.kind, step.of)

    def _again(self, kind: str, target: Step | None) -> Changes | None:
        if target is None:
            return None
        with self._step(kind, target.id) as step:
            step.label = target.label
            source = target.id if kind == "undo" else history.undo_of(step.session, target.id)
            journal.take_back(step.session, journal.read(step.session, source))
        return step.changes

    def _named(self, step: str) -> Step | None:
        return self.read(history.step, step)

    def _is_on_disk(self, step: "_Step") -> bool:
        try:
            return step.changes is not None and self._named(step.id) is not None
        except Problem:
            return False

    def _milliseconds(self) -> int:
        return int(self._now().timestamp() * 1000)


class _Step:
    """A step while it is being done."""

    session: Work

    def __init__(self, identity: str, kind: str, of: str | None) -> None:
        self.id = identity
        self.kind = kind
        self.of = of
        self.label = ""
        self.changes: Changes | None = None


_INSERT_STEP = insert(StepRow.__table__)  # type: ignore[arg-type]

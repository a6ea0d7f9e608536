"""Questions to the journal: which step comes back with undo, which with redo."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, exists, func, select, tuple_
from sqlalchemy.orm import Session

from bouwstenen_app.domain.identity import is_derived
from bouwstenen_app.domain.versions import parts_of
from bouwstenen_app.storage.report_tables import EditionRow
from bouwstenen_app.storage.tables import ChangeRow, LocalRow, StepRow
from bouwstenen_app.storage.trust_tables import DestructionRow, ErasureRow

PARTS: Final = "delen"
"""Key of the note in a file that some of its steps came in by a parcel, as parts of steps."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the undo menu."""

    id: str
    number: int
    stamp: str
    at: str
    label: str
    kind: str
    of: str | None


_FOR_GOOD: Final = tuple(row.__tablename__ for row in (EditionRow, ErasureRow, DestructionRow))
_COLUMNS = (StepRow.id, StepRow.number, StepRow.stamp, StepRow.at, StepRow.label, StepRow.kind, StepRow.of)


def last_step(session: Session, laptop: str) -> Step | None:
    """Return the newest step of a laptop."""
    return next(_backwards(session, laptop), None)


def numbers(session: Session) -> dict[str, int]:
    """Return the number of the last step of every laptop: equal numbers are equal content."""
    query = select(StepRow.laptop, func.max(StepRow.number)).group_by(StepRow.laptop)
    return {laptop: number for laptop, number in session.execute(query)}


def seen(session: Session, numbers: Mapping[str, int]) -> dict[str, int]:
    """Return how far every laptop is known here, and apart how far in parcels: of those steps only a part is."""
    if session.scalar(select(LocalRow.key).where(LocalRow.key == PARTS)) is None:
        return dict(numbers)
    part = func.substr(StepRow.id, 13, 1) == "5"  # as is_derived says it
    query = select(StepRow.laptop, part, func.max(StepRow.number)).group_by(StepRow.laptop, part)
    lines = session.execute(query)
    return {parts_of(laptop) if is_part else laptop: number for laptop, is_part, number in lines}


def steps(session: Session) -> frozenset[str]:
    """Return the ids of all steps of all laptops."""
    return frozenset(session.scalars(select(StepRow.id)))


def stamp_of_last(session: Session, numbers: Mapping[str, int]) -> str:
    """Return the highest stamp among the last steps of laptops, empty when there is no step."""
    last = tuple_(StepRow.laptop, StepRow.number).in_(list(numbers.items()))
    return session.scalar(select(func.max(StepRow.stamp)).where(last)) or ""


def step(session: Session, identity: str) -> Step | None:
    """Return one step by its id."""
    line = session.execute(select(*_COLUMNS).where(StepRow.id == identity)).first()
    return Step(*line) if line else None


def undoable(session: Session, laptop: str) -> Step | None:
    """Return the newest step of a laptop that stands: done, and not taken back (or done again since)."""
    taken_back: dict[str, bool] = {}
    for line in _of_a_person(session, laptop):
        if line.kind == "do" and not taken_back.get(line.id, False):
            return line
        if line.of is not None:
            taken_back.setdefault(line.of, line.kind == "undo")
    return None


def redoable(session: Session, laptop: str) -> Step | None:
    """Return the step taken back last, unless something new was done since."""
    done_again: set[str] = set()
    for line in _of_a_person(session, laptop):
        if line.of is None:
            return None
        if line.kind == "undo" and line.of not in done_again:
            return step(session, line.of)
        done_again.add(line.of)
    return None


def undo_of(session: Session, identity: str) -> str:
    """Return the id of the newest step that took this one back."""
    query = select(StepRow.id).where(StepRow.of == identity, StepRow.kind == "undo")
    found = session.scalars(query.order_by(StepRow.laptop, StepRow.number.desc()))
    return next((one for one in found if not is_derived(one)), identity)


def _of_a_person(session: Session, laptop: str) -> Iterator[Step]:
    """Yield the steps that a person can take back, the newest first.

    That a document went out is no such step: undo does not bring it home, and the note of it stays. Nor does it
    bring back what was erased: of such a step nothing may be left.
    """
    noted = exists().where(ChangeRow.step_id == StepRow.id, ChangeRow.table_name.in_(_FOR_GOOD))
    says = exists().where(ChangeRow.step_id == StepRow.id)
    yield from _backwards(session, laptop, ~noted, (StepRow.kind != "do") | says)


def _backwards(session: Session, laptop: str, *which: ColumnElement[bool]) -> Iterator[Step]:
    """Yield the steps of a laptop, the newest first. A part of one, back from a parcel, is no step to take back."""
    query = select(*_COLUMNS).where(StepRow.laptop == laptop, *which).order_by(StepRow.number.desc())
    for line in session.execute(query.execution_options(yield_per=50)):
        if not is_derived(line.id):
            yield Step(*line)

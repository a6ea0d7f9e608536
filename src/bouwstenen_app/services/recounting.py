"""Recounting: what happened to one block, step by step, read back from the journal."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.bundles import spoken_id
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage.tables import (
    BlockRow,
    BundleRow,
    ChangeRow,
    ClusterRow,
    ContributionRow,
    ProposalRow,
    RoundRow,
    StepRow,
    TaggingRow,
)

MOST: Final = 60
"""Steps that are recounted at most, the newest."""
TAG, BUNDLE = "tag", "bundle"
"""Details that are no fields of the block itself."""
_OF_FIELDS: Final = {"round_id": "round", "cluster_id": "cluster", "table_number": "table"}
"""Columns that a person knows by another name (the names of ``Block``)."""
_UNTOLD: Final = frozenset({"prefix", "number", "workshop_id", "captured_at", "source", "input_kind"})


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that a step changed: a field of ``Block``, ``tag`` or ``bundle``, as it was and as it became.

    What was not there before, or is gone after, is empty.
    """

    name: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One step that touched the block."""

    at: datetime
    label: str
    """The sentence of the step, as the undo menu has it."""
    kind: str
    """``do``, ``undo`` or ``redo``; ``start`` for what the workspace began with."""
    laptop: str
    made: bool = False
    """Whether the block was made in this step."""
    details: tuple[Detail, ...] = ()


def history(session: Session, block: str) -> tuple[Event, ...]:
    """Return what happened to a block, its tags and its bundle, the newest first; the last ``MOST`` steps."""
    names = _Names(session, block)
    query = (
        select(
            ChangeRow.table_name, ChangeRow.row_id, ChangeRow.before, ChangeRow.after, StepRow.id, StepRow.at,
            StepRow.label, StepRow.kind, StepRow.laptop,
        )
        .join(StepRow, StepRow.id == ChangeRow.step_id)
        .where(ChangeRow.row_id.in_([block, *names.things]))
        .order_by(StepRow.stamp.desc(), StepRow.id, ChangeRow.position)
    )  # fmt: skip
    found = []
    for _, group in groupby(session.execute(query), key=lambda line: line.id):
        lines = list(group)
        made = any(line.row_id == block and line.before is None for line in lines)
        details = () if made else tuple(dict.fromkeys(names.details(lines)))
        first = lines[0]
        if made or details or any(line.row_id == block and line.after for line in lines):
            at = datetime.fromisoformat(first.at)
            found.append(Event(at, first.label, first.kind, first.laptop, made, details))
        if len(found) == MOST:
            break
    return tuple(found)


class _Names:
    """Knows the rows that hang on a block, and how what stands in them is called."""

    def __init__(self, session: Session, block: str) -> None:
        self._codes = {code.id: code.name for code in codebook(session).codes}
        self._block = block
        self.things: dict[str, tuple[str, str]] = {}
        """Id of the row → what it is, and how that is called."""
        tags = select(TaggingRow.id, TaggingRow.code_id).where(TaggingRow.block_id == block)
        self.things |= {row: (TAG, self._codes.get(code, "")) for row, code in session.execute(tags)}
        unknown = select(ProposalRow.id, ProposalRow.text).where(ProposalRow.block_id == block)
        self.things |= {row: (TAG, text) for row, text in session.execute(unknown)}
        inside = select(ContributionRow.id, BundleRow.number).join(
            BundleRow, BundleRow.id == ContributionRow.bundle_id
        )
        for row, number in session.execute(inside.where(ContributionRow.block_id == block)):
            self.things[row] = (BUNDLE, spoken_id(number))
        home = select(BlockRow.workshop_id).where(BlockRow.id == block).scalar_subquery()
        rounds = select(RoundRow.id, RoundRow.name).where(RoundRow.workshop_id == home)
        clusters = select(ClusterRow.id, ClusterRow.name).where(ClusterRow.workshop_id == home)
        self._of: Mapping[str, Mapping[str, str]] = {
            "round_id": {identity: name for identity, name in session.execute(rounds)},
            "cluster_id": {identity: name for identity, name in session.execute(clusters)},
        }

    def details(self, lines: Iterable[Any]) -> Iterator[Detail]:
        """Yield what the lines of one step say."""
        for line in lines:
            if line.row_id == self._block:
                yield from self._fields(line.before or {}, line.after)
            elif line.row_id in self.things:
                yield from self._thing(*self.things[line.row_id], line)

    def _fields(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Detail]:
        for column in after.keys() - _UNTOLD:
            if column in before and before[column] == after[column]:
                continue  # it was written down as it was: a choice, or what is left when the rest was erased
            name = _OF_FIELDS.get(column, column)
            yield Detail(name, self._said(column, before.get(column)), self._said(column, after[column]))

    def _thing(self, what: str, name: str, line: Any) -> Iterator[Detail]:
        if line.before is None and not line.after.get("removed"):
            yield Detail(what, "", name)
        elif "removed" in line.after:
            yield Detail(what, name, "") if line.after["removed"] else Detail(what, "", name)

    def _said(self, column: str, value: Any) -> str:
        if value is None or value is False or value == []:
            return ""
        if column in self._of:
            return self._of[column].get(value, "")
        if value is True:
            return "ja"
        return "; ".join(value) if isinstance(value, list) else str(value)

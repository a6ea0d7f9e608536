"""Versions: what several laptops wrote of one row, which of it counts, and where they did not know of each other.

A change *replaces* another if its writer had seen it. Two that had not seen each other are two versions of a field:
the later one counts meanwhile, and both are shown to a person. A choice that is taken back replaces nothing any
more. All of it follows from the set of changes alone, so that the order in which files are merged, and how often,
makes no difference.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final

from bouwstenen_app.domain.identity import derived, is_derived

REMOVED: Final = "removed"


@dataclass(frozen=True)
class Seen:
    """What a writer had seen of the others when it wrote: writer → number of its last step (a version vector)."""

    numbers: Mapping[str, int]

    @classmethod
    def of(cls, numbers: Mapping[str, int]) -> "Seen | None":
        """Return what was seen; None when there was nobody else."""
        return cls(dict(sorted(numbers.items()))) if numbers else None

    @cached_property
    def id(self) -> str:
        """The same for the same numbers, on every laptop."""
        return derived("seen", json.dumps(self.numbers, sort_keys=True))


@cache
def parts_of(writer: str) -> str:
    """Return under which name it is said how far a writer was seen in parcels, which hold parts of its steps."""
    return derived("parts", writer)


NOBODY: Final = Seen({})


@dataclass(frozen=True, slots=True)
class Written:
    """What one step wrote of one row. ``new``: it made the row. ``start``: it filled a new workspace."""

    writer: str
    number: int
    seen: Seen
    stamp: str
    after: Mapping[str, Any]
    new: bool = False
    start: bool = False
    step: str = ""
    position: int = 0
    of: str = ""
    """The step that this takes back or does again."""
    undo: bool = False

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it stands in the journal, the same by whatever road it came."""
        return (self.writer, self.number, self.position)

    @property
    def rank(self) -> tuple[bool, str, int]:
        """What counts comes last: a person’s work over what filled a new workspace, then the later stamp."""
        return (not self.start, self.stamp, self.position)

    def saw(self, other: "Written") -> bool:
        """Say whether this was written knowing of the other."""
        if self.writer == other.writer:
            return (self.number, self.position) > (other.number, other.position)
        if other.start or self.seen.numbers.get(other.writer, 0) >= other.number:
            return True
        return other.part and self.seen.numbers.get(parts_of(other.writer), 0) >= other.number

    @property
    def part(self) -> bool:
        """Whether this came in by a parcel, as a part of its step."""
        return is_derived(self.step)

    def writes(self, field: str) -> bool:
        """Say whether this wrote a field. Making a row says that it is there."""
        return field in self.after or (self.new and field == REMOVED)

    def value(self, field: str) -> Any:
        """Return what this wrote in a field."""
        return self.after.get(field, False if field == REMOVED else None)


@dataclass(frozen=True, slots=True)
class Folded:
    """One row as it counts: its fields, and the versions of those of which there is more than one."""

    values: Mapping[str, Any]
    differences: Mapping[str, tuple[Written, ...]]
    """Field → its versions, the one that counts last. They differ in value."""


def fold(written: Iterable[Written]) -> Folded:
    """Return a row as all that was written of it makes it, in whatever order that came in."""
    written = [*written]
    lines = sorted(_once(written), key=lambda one: one.rank)
    values: dict[str, Any] = {REMOVED: False}
    for line in lines:
        if line.new:
            values[REMOVED] = False
        values.update(line.after)
    people = [line for line in lines if not line.start]
    if len({line.writer for line in people}) < 2:
        return Folded(values, {})
    differences = dict(_differences(people, [*_choices_taken_back(people, written)]))
    if values[REMOVED] and (versions := _edited_beside_removal(people)):
        values[REMOVED] = False
        differences[REMOVED] = versions
    return Folded(values, differences)


def _once(written: Iterable[Written]) -> Iterable[Written]:
    """Leave out what came in twice: by a parcel with a part of a step, and with the whole of it.

    The part is what stays: it says that whoever had only seen the parcel had seen this line.
    """
    found: dict[tuple[str, int, int], Written] = {}
    for one in written:
        if one.part or one.place not in found:
            found[one.place] = one
    return found.values()


@dataclass(frozen=True, slots=True)
class _TakenBack:
    """A step that replaced versions which had not seen each other, and was taken back: they stand again."""

    choice: Written
    undo: Written
    fields: Collection[str]
    """Of which there were several versions when it was written."""
    between: Collection[tuple[str, int, int]]
    """Places of the choice itself, and of every time but the last that it was taken back or done again."""


def _choices_taken_back(lines: Sequence[Written], written: Sequence[Written]) -> Iterator[_TakenBack]:
    if not any(line.undo for line in lines):
        return
    steps = {one.step: (one.writer, one.number) for one in written}  # a part of a step has an id of its own
    again: dict[tuple[str, int], list[Written]] = {}
    for line in lines:
        if line.of in steps:
            again.setdefault(steps[line.of], []).append(line)
    for (writer, number), those in again.items():
        step = [line for line in lines if (line.writer, line.number) == (writer, number)]
        if step and those[-1].undo:
            open_ones = fold(line for line in lines if step[0].saw(line)).differences
            between = {line.place for line in (*step, *those[:-1])}
            yield _TakenBack(step[0], those[-1], open_ones.keys(), between)


def _differences(
    lines: Sequence[Written], taken_back: Sequence[_TakenBack]
) -> Iterator[tuple[str, tuple[Written, ...]]]:
    for field in dict.fromkeys(name for line in lines for name in line.after):
        those = [one for one in taken_back if field in one.fields and one.undo.writes(field)]
        versions = heads([line for line in lines if line.writes(field)], those)
        for one in those:
            versions = _as_before(versions, one.undo, field)
        if any(one.value(field) != versions[-1].value(field) for one in versions):
            yield field, tuple(versions)


def heads(lines: Sequence[Written], taken_back: Sequence[_TakenBack] = ()) -> list[Written]:
    """Return the writings of one field, in order of rank, that no later one had seen: its versions.

    Who takes a choice back replaces only what had seen that choice.
    """
    since = {one.undo.place: one.choice for one in taken_back}
    gone = {place for one in taken_back for place in one.between}

    def replaces(later: Written, line: Written) -> bool:
        choice = since.get(later.place)
        return later.saw(line) and (choice is None or line.saw(choice))

    standing = [line for line in lines if line.place not in gone]
    return [
        line for place, line in enumerate(standing) if not any(replaces(one, line) for one in standing[place + 1 :])
    ]


def _as_before(versions: Sequence[Written], undo: Written, field: str) -> list[Written]:
    """Put the version that counts again in the place of the undo that says so."""
    same = [one for one in versions if undo.saw(one) and one.value(field) == undo.value(field)]
    if undo not in versions or not same:
        return [*versions]
    return [same[-1] if one is undo else one for one in versions if one is not same[-1]]


def _edited_beside_removal(lines: Sequence[Written]) -> tuple[Written, ...]:
    """Return an edit and the removal that counts, when neither knew of the other: then the row stays."""
    removal = [line for line in lines if line.writes(REMOVED)][-1]
    beside = [
        line
        for line in lines
        if (line.new or set(line.after) - {REMOVED}) and not removal.saw(line) and not line.saw(removal)
    ]
    return (removal, beside[-1]) if beside else ()

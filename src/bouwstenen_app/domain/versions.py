"""Versions: what several laptops wrote of one row, which of it counts, and where they did not know of each other.

A change *replaces* another if its writer had seen it. Two that had not seen each other are two versions of a field:
the later one counts meanwhile, and both are shown to a person. All of it follows from the set of changes alone, so
that the order in which files are merged, and how often, makes no difference.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    lines = sorted(_once(written), key=lambda one: one.rank)
    values: dict[str, Any] = {REMOVED: False}
    for line in lines:
        if line.new:
            values[REMOVED] = False
        values.update(line.after)
    people = [line for line in lines if not line.start]
    if len({line.writer for line in people}) < 2:
        return Folded(values, {})
    differences = dict(_differences(people))
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
        if one.part or (one.writer, one.number, one.position) not in found:
            found[one.writer, one.number, one.position] = one
    return found.values()


def _differences(lines: Sequence[Written]) -> Iterator[tuple[str, tuple[Written, ...]]]:
    for field in dict.fromkeys(name for line in lines for name in line.after):
        versions = heads([line for line in lines if line.writes(field)])
        if any(one.value(field) != versions[-1].value(field) for one in versions):
            yield field, tuple(versions)


def heads(lines: Sequence[Written]) -> list[Written]:
    """Return the writings of one field, in order of rank, that no later one had seen: its versions."""
    return [line for place, line in enumerate(lines) if not any(later.saw(line) for later in lines[place + 1 :])]


def _edited_beside_removal(lines: Sequence[Written]) -> tuple[Written, ...]:
    """Return an edit and the removal that counts, when neither knew of the other: then the row stays."""
    removal = [line for line in lines if line.writes(REMOVED)][-1]
    beside = [
        line
        for line in lines
        if (line.new or set(line.after) - {REMOVED}) and not removal.saw(line) and not line.saw(removal)
    ]
    return (removal, beside[-1]) if beside else ()
